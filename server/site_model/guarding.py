"""Guarding: what is put up for the time of a work: a striped board on its stand, with the tag that says what it is."""

from server.site_model import colours as c
from server.site_model.part import Moving, Part, small
from server.site_model.shapes import box, merged, round_bar


def standing_guard() -> Part:
    """A barrier board: two feet, a striped board, its tag."""
    body = [box(0.06, 1.0, 0.4, c.DARK_STEEL, (x, 0, 0)) for x in (-0.55, 0.55)]
    body += [
        box(0.24, 0.22, 0.03, c.RED if k % 2 == 0 else c.WHITE, (-0.48 + 0.24 * k, 0.72, 0), bottom=True)
        for k in range(5)
    ]
    tag = merged([box(0.18, 0.14, 0.02, c.YELLOW), round_bar(0.01, 0.2, c.STEEL, (0, 0.1, 0), sides=5)])
    far = [box(1.2, 0.3, 0.05, c.RED, (0, 0.7, 0), bottom=True)]
    moving = (Moving("lever", {"paint": tag}, (0.0, 1.0, 0.03), (0.0, 0.0, 1.0), turns=0.25),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=25.0, gone_m=90.0)
