"""Firefighting: foam monitor, hydrant."""

from math import pi

from server.site_model import colours as c
from server.site_model.part import Level, Moving, Part, small
from server.site_model.shapes import box, merged, ring, round_bar, rounded, swept
from server.site_model.valves import wheel


def monitor() -> Part:
    """A fixed foam monitor: riser with its valve's lever, and a barrel that trains about the upright axis."""
    body = [
        box(1.1, 0.15, 1.1, c.PLINTH),
        round_bar(0.2, 0.05, c.FIRE_WATER, (0, 0.15, 0), sides=16),
        round_bar(0.085, 0.95, c.FIRE_WATER, (0, 0.15, 0), sides=14),
        round_bar(0.16, 0.05, c.FIRE_WATER, (0, 0.62, 0), sides=16, caps=(True, True)),
        round_bar(0.12, 0.14, c.CAST, (0, 0.5, 0), sides=14, caps=(True, True)),
        round_bar(0.11, 0.12, c.FIRE_WATER, (0, 1.04, 0), sides=14),
        box(0.5, 0.7, 0.5, c.FIRE_WATER, (-0.95, 0, -0.3)),  # chest with foam proportioner
        swept(rounded([(-0.7, 0.35, -0.3), (-0.3, 0.35, -0.3), (0, 0.35, 0)], 0.1), 0.05, c.FIRE_WATER, 8),
    ]
    pipe = rounded([(0, 0, 0), (0, 0.35, 0), (0, 0.95, 1.1)], 0.16)
    barrel = merged(
        [
            swept(pipe, 0.065, c.FIRE_WATER, 10),
            round_bar(0.08, 0.7, c.FIRE_WATER, (0, 0, 0), "z", 14, top=0.055, caps=(True, True))
            .turned(-0.65, "x")
            .at(0, 0.92, 1.05),
            ring(0.09, 0.015, c.BLACK, 0, 12, 5).turned(pi / 2 - 0.65, "x").at(0, 1.34, 1.6),
            wheel(0.14, c.BLACK, 14).turned(pi / 2, "x").at(0.0, 0.33, -0.13),
        ]
    )
    lever = merged(
        [
            round_bar(0.03, 0.12, c.STEEL, axis="x", sides=8),
            box(0.03, 0.03, 0.42, c.YELLOW, (0.11, -0.015, 0.2), bottom=True),
        ]
    )
    far = [
        box(1.1, 0.15, 1.1, c.PLINTH),
        round_bar(0.1, 1.1, c.FIRE_WATER, sides=6),
        swept([(0, 1.15, -0.2), (0, 2.4, 1.6)], 0.08, c.FIRE_WATER, 6),
        box(0.5, 0.7, 0.5, c.FIRE_WATER, (-0.95, 0, -0.3)),
    ]
    moving = (
        Moving("barrel", {"paint": barrel}, (0, 1.15, 0), turns=1.0),
        Moving("lever", {"paint": lever}, (0.1, 0.57, 0), (1.0, 0.0, 0.0), turns=0.25),
    )
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=60.0, gone_m=320.0)


def hydrant() -> Part:
    """An upright hydrant (SS100/65): two hose outlets, one suction outlet, red."""
    body = [
        round_bar(0.19, 0.06, c.FIRE_WATER, sides=14),
        round_bar(0.11, 0.72, c.FIRE_WATER, (0, 0.06, 0), sides=14),
        round_bar(0.15, 0.05, c.FIRE_WATER, (0, 0.74, 0), sides=14, caps=(True, True)),
        round_bar(0.14, 0.14, c.FIRE_WATER, (0, 0.79, 0), sides=14, top=0.05),
        round_bar(0.03, 0.06, c.BLACK, (0, 0.93, 0), sides=5),
        round_bar(0.075, 0.22, c.FIRE_WATER, (0, 0.52, 0), "z", 12),
        round_bar(0.09, 0.05, c.ALUMINIUM, (0, 0.52, 0.2), "z", 12, caps=(True, True)),
        *[round_bar(0.05, 0.2, c.FIRE_WATER, (0, 0.58, 0), "x", 10).turned(k * pi) for k in (0, 1)],
        *[round_bar(0.06, 0.04, c.ALUMINIUM, (0.18, 0.58, 0), "x", 10).turned(k * pi) for k in (0, 1)],
    ]
    far = [round_bar(0.13, 0.95, c.FIRE_WATER, sides=6), box(0.42, 0.12, 0.1, c.FIRE_WATER, (0, 0.5, 0))]
    return Part((Level(0.0, {"paint": merged(body)}), Level(30.0, {"paint": merged(far)}), Level(140.0, {})))
