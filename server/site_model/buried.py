"""What stands in a street over a buried line: a hydraulic breaker on its arm, a boom on its reel."""

from math import pi

from server.site_model import colours as c
from server.site_model.machines import lamp
from server.site_model.part import Moving, Part, small
from server.site_model.shapes import box, merged, ring, round_bar, swept


def hammer() -> Part:
    """A small tracked carrier, its arm bent down, the breaker's chisel on the ground; a lamp while it works."""
    body = [
        *[box(0.28, 0.35, 1.5, c.BLACK, (x, 0, -0.6)) for x in (-0.45, 0.45)],
        box(1.0, 0.55, 1.1, c.YELLOW, (0, 0.35, -0.6)),
        box(0.7, 0.7, 0.5, c.GLASS, (0, 0.9, -0.45)),
        swept([(0, 0.8, -0.1), (0, 1.7, 0.5), (0, 1.3, 1.1)], 0.09, c.YELLOW, 8),
        box(0.26, 0.7, 0.26, c.DARK_STEEL, (0, 0.5, 1.1), bottom=True),
        round_bar(0.05, 0.5, c.STEEL, (0, 0.02, 1.1), sides=8),
    ]
    far = [box(1.1, 1.5, 1.4, c.YELLOW, (0, 0, -0.5))]
    moving = (Moving("lamp", {"lamp": lamp(0.05, 0xFFB000)}, (0.0, 1.66, -0.2)),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=50.0, gone_m=220.0)


def boom(turns: float) -> Part:
    """An orange boom wound on its reel, and the crank by which it is paid out."""
    coils = [(r, x) for r in (0.34, 0.5) for x in (-0.2, 0.2)]
    wound = [ring(r, 0.09, c.RED, 0, 16, 6).turned(pi / 2, "z").at(x, 0.75, 0) for r, x in coils]
    body = [
        *wound,
        *[box(0.06, 1.3, 0.5, c.DARK_STEEL, (x, 0, 0)) for x in (-0.5, 0.5)],
        round_bar(0.05, 1.1, c.STEEL, (-0.55, 0.75, 0), "x", 8),
        box(1.3, 0.06, 0.9, c.DARK_STEEL),
    ]
    crank = merged([box(0.05, 0.5, 0.05, c.WHEEL), round_bar(0.03, 0.2, c.WHEEL, (0.0, 0.45, 0.0), "x", 6)])
    far = [box(1.1, 1.2, 0.9, c.RED)]
    moving = (Moving("wheel", {"paint": crank}, (0.6, 0.75, 0.0), (1.0, 0.0, 0.0), turns=turns),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=40.0, gone_m=200.0)
