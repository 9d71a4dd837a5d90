"""Confined spaces: mouth of a pit, tripod with winch and tag line, portable fan and its duct, lamp on a stand, oxygen
bottle, spectacle blind, cover of a manhole in the side."""

from math import pi

from server.site_model import colours as c
from server.site_model.machines import lamp as signal
from server.site_model.part import Level, Moving, Part, small
from server.site_model.shapes import Shape, box, merged, ring, round_bar, swept
from server.site_model.valves import PIPE_R_M, PIPE_Y_M

MOUTH_M, KERB_M = 0.9, 0.25
CHAMBER_M, WALL_M, UNDER_M = 3.0, 0.15, 0.35  # a pit is a chamber so wide; the slab over it is so thick
WET_WALL, WET_FLOOR = 0x8C8A7C, 0x5E584A


def mouth(levels_m: tuple[float, ...] = ()) -> Part:
    """An open manhole with its kerb, the lid laid aside, barrier posts, and the pit below it.

    levels_m: heights of the places inside it, below the ground; none: all that one sees is dark.
    """
    side = MOUTH_M + KERB_M
    kerbs = [box(MOUTH_M + 2 * KERB_M, 0.2, KERB_M, c.CONCRETE, (0, 0, z)) for z in (-side / 2, side / 2)]
    kerbs += [box(KERB_M, 0.2, MOUTH_M, c.CONCRETE, (x, 0, 0)) for x in (-side / 2, side / 2)]
    posts = [round_bar(0.03, 1.0, c.YELLOW, (x, 0, z), sides=6) for x in (-1.6, 1.6) for z in (-1.6, 1.6)]
    tapes = [box(3.2, 0.06, 0.02, c.RED, (0, 0.85, z), bottom=True) for z in (-1.6, 1.6)]
    body = [
        *kerbs,
        *(_chamber(sorted(levels_m)) if levels_m else [box(MOUTH_M, 0.02, MOUTH_M, c.BLACK)]),
        *posts,
        *tapes,
        box(1.0, 0.05, 1.0, c.DARK_STEEL, (1.0, 0, 1.0)),
    ]
    far = [box(side, 0.2, side, c.CONCRETE), box(MOUTH_M, 0.21, MOUTH_M, c.BLACK)]
    return Part((Level(0.0, {"paint": merged(body)}), Level(45.0, {"paint": merged(far)}), Level(260.0, {})))


def _chamber(levels_m: list[float]) -> list[Shape]:
    """Walls, floor and roof slab of a pit, its ladder, and a ledge at each height but the lowest."""
    floor, half = levels_m[0] - 0.02, CHAMBER_M / 2
    high = -UNDER_M - floor
    shapes = [box(CHAMBER_M, 0.1, CHAMBER_M, WET_FLOOR, (0, floor - 0.1, 0), bottom=True)]
    for way in (-1, 1):
        shapes.append(box(CHAMBER_M, high, WALL_M, WET_WALL, (0, floor, way * (half + WALL_M / 2)), bottom=True))
        shapes.append(box(WALL_M, high, CHAMBER_M, WET_WALL, (way * (half + WALL_M / 2), floor, 0), bottom=True))
        band = (half - MOUTH_M / 2) / 2
        off = way * (MOUTH_M / 2 + band)
        shapes.append(box(CHAMBER_M, UNDER_M - 0.15, 2 * band, WET_WALL, (0, -UNDER_M, off), bottom=True))
        shapes.append(box(2 * band, UNDER_M - 0.15, MOUTH_M, WET_WALL, (off, -UNDER_M, 0), bottom=True))
        # the shaft through the ground
        shapes.append(box(MOUTH_M + 0.2, 0.35, 0.1, c.CONCRETE, (0, -0.35, way * (MOUTH_M / 2 + 0.05)), bottom=True))
        shapes.append(box(0.1, 0.35, MOUTH_M, c.CONCRETE, (way * (MOUTH_M / 2 + 0.05), -0.35, 0), bottom=True))
    rails = [box(0.04, -floor, 0.04, c.YELLOW, (x, floor, -0.42), bottom=True) for x in (-0.17, 0.17)]
    rungs = int(-floor / 0.3)
    rails += [box(0.34, 0.03, 0.03, c.STEEL, (0, -0.15 - 0.3 * k, -0.42), bottom=True) for k in range(rungs)]
    # Landings are gratings from one wall: whoever looks down sees past and through them.
    planks = [(y, 0.15, 0.65) if y == levels_m[-1] else (y, 0.7, half) for y in levels_m[1:]]
    ledges = [
        box(b - a, 0.05, 0.03, c.STEEL, ((a + b) / 2, y - 0.05, -0.34 + 0.08 * k), bottom=True)
        for y, a, b in planks
        for k in range(7)
    ]
    edges = [box(0.03, 0.03, 0.5, c.YELLOW, (a, y, -0.1), bottom=True) for y, a, _ in planks]
    return [*shapes, *rails, *ledges, *edges]


def winch() -> Part:
    """A rescue tripod over the mouth: three legs, head, drum with its crank, line down into the dark."""
    feet = [(0.0, 0.0, -1.15), (-1.0, 0.0, 0.6), (1.0, 0.0, 0.6)]
    body = [swept([foot, (0.0, 2.15, 0.0)], 0.035, c.ALUMINIUM, 8) for foot in feet]
    body += [
        round_bar(0.12, 0.14, c.DARK_STEEL, (0, 2.1, 0), sides=12, caps=(True, True)),
        round_bar(0.09, 0.22, c.MOTOR, (-0.11, 1.15, 0.32), "x", 12, caps=(True, True)),
        swept([(0, 2.08, 0), (0, 0.75, 0)], 0.008, c.YELLOW, 5),
        box(0.1, 0.14, 0.05, c.STEEL, (0, 0.6, 0), bottom=True),
    ]
    crank = merged(
        [
            round_bar(0.015, 0.12, c.STEEL, axis="x", sides=6),
            box(0.03, 0.26, 0.03, c.BLACK, (0.12, -0.02, 0), bottom=True),
            round_bar(0.02, 0.1, c.RED, (0.12, 0.22, 0), "x", 8),
        ]
    )
    far = [swept([foot, (0.0, 2.15, 0.0)], 0.045, c.ALUMINIUM, 4) for foot in feet]
    moving = (Moving("lever", {"paint": crank}, (0.12, 1.15, 0.32), (1.0, 0.0, 0.0), turns=1.0),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=45.0, gone_m=260.0)


def fan() -> Part:
    """A portable fan in its cage, a duct of fabric from it, and a lamp that shows that it runs."""
    hoops = [ring(0.28, 0.018, c.YELLOW, 0, 16, 5).turned(pi / 2, "x").at(0, 0.34, z) for z in (-0.3, 0.12)]
    body = [
        round_bar(0.27, 0.36, c.MOTOR, (0, 0.34, -0.28), "z", 16, caps=(False, False)),
        round_bar(0.09, 0.3, c.DARK_STEEL, (0, 0.34, -0.22), "z", 10, caps=(True, True)),
        *hoops,
        *[box(0.5, 0.05, 0.05, c.DARK_STEEL, (0, 0, z)) for z in (-0.25, 0.05)],
        swept([(0, 0.34, -0.3), (0, 0.36, -0.7), (0.2, 0.3, -1.1)], 0.2, c.YELLOW, 10),
        box(0.12, 0.16, 0.1, c.CABINET, (0.22, 0.55, 0.0), bottom=True),
    ]
    far = [round_bar(0.28, 0.4, c.MOTOR, (0, 0.34, -0.28), "z", 8, caps=(True, True))]
    moving = (Moving("lamp", {"lamp": signal(0.025, 0x39D353)}, (0.22, 0.64, 0.06)),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def duct() -> Part:
    """Where the fabric duct goes over the kerb on its saddle, and the cleat of the rope by which its end hangs."""
    body = [
        box(0.5, 0.05, 0.5, c.DARK_STEEL, (0, 0.2, 0)),
        swept([(0, 0.12, -0.35), (0, 0.42, -0.15), (0, 0.42, 0.15), (0, 0.12, 0.35)], 0.15, c.YELLOW, 10),
        *[ring(0.16, 0.014, c.DARK_STEEL, 0, 14, 4).turned(pi / 2, "x").at(0, 0.42, z) for z in (-0.12, 0.12)],
        round_bar(0.025, 0.75, c.STEEL, (0.22, 0.2, 0.22), sides=6),
    ]
    cleat = merged([box(0.2, 0.03, 0.03, c.BLACK), ring(0.07, 0.012, c.RED, 0, 12, 4).turned(pi / 2, "x")])
    far = [box(0.4, 0.55, 0.6, c.YELLOW)]
    moving = (Moving("lever", {"paint": cleat}, (0.22, 0.95, 0.25), (0.0, 0.0, 1.0), turns=0.25),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def tag_line() -> Part:
    """A coil of red rope on its post, and the snap hook that runs down the winch's line."""
    coil = [ring(r, 0.014, c.RED, 0, 14, 5).turned(pi / 2, "x").at(0, 0.62, 0.05) for r in (0.12, 0.15, 0.18)]
    body = [round_bar(0.03, 0.9, c.STEEL, sides=8), box(0.3, 0.03, 0.3, c.DARK_STEEL), *coil]
    hook = merged([ring(0.05, 0.01, c.ALUMINIUM, 0, 12, 4).turned(pi / 2, "x"), box(0.02, 0.06, 0.02, c.ALUMINIUM)])
    far = [round_bar(0.05, 0.9, c.RED, sides=6)]
    moving = (Moving("lever", {"paint": hook}, (0.0, 0.92, 0.06), (0.0, 0.0, 1.0), turns=0.25),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def cover() -> Part:
    """Manhole in the side of a vessel: its stub with flange and bolts, and the cover that swings on a hinge."""
    stub = [
        round_bar(0.3, 0.35, c.STEEL, (0, 1.0, -0.35), "z", 20),
        round_bar(0.27, 0.02, c.BLACK, (0, 1.0, -0.02), "z", 16, caps=(False, True)),
        ring(0.36, 0.05, c.DARK_STEEL, 0, 20, 6).turned(pi / 2, "x").at(0, 1.0, 0),
        box(0.08, 0.6, 0.08, c.DARK_STEEL, (-0.2, 0, -0.2), bottom=True),
        box(0.08, 0.6, 0.08, c.DARK_STEEL, (0.2, 0, -0.2), bottom=True),
        round_bar(0.03, 0.3, c.STEEL, (-0.44, 0.85, 0.03), sides=8),
    ]
    lid = [round_bar(0.4, 0.05, c.STEEL, (0.44, 0, 0), "z", 20, caps=(True, True))]
    lid += [round_bar(0.025, 0.1, c.CAST, (0.44 + x, y, -0.02), "z", 6, caps=(True, True)) for x, y in _bolts(0.36)]
    far = [round_bar(0.4, 0.4, c.STEEL, (0, 1.0, -0.35), "z", 10, caps=(True, True))]
    moving = (Moving("lever", {"paint": merged(lid)}, (-0.44, 1.0, 0.05), (0.0, 1.0, 0.0), turns=-0.3),)
    return small({"paint": merged(stub)}, {"paint": merged(far)}, moving, far_m=45.0, gone_m=260.0)


def _bolts(radius_m: float) -> list[tuple[float, float]]:
    """Where eight bolts stand on their circle."""
    slant = radius_m * 0.7071
    return [
        (radius_m, 0.0), (slant, slant), (0.0, radius_m), (-slant, slant),
        (-radius_m, 0.0), (-slant, -slant), (0.0, -radius_m), (slant, -slant),
    ]  # fmt: skip


def work_lamp() -> Part:
    """A lamp on a tripod stand."""
    legs = [swept([(x, 0, z), (0, 0.9, 0)], 0.015, c.DARK_STEEL, 5) for x, z in ((0, -0.4), (-0.35, 0.2), (0.35, 0.2))]
    body = [
        *legs,
        round_bar(0.018, 0.8, c.STEEL, (0, 0.85, 0), sides=6),
        box(0.32, 0.24, 0.1, c.YELLOW, (0, 1.55, -0.06), bottom=True),
    ]
    far = [round_bar(0.03, 1.6, c.STEEL, sides=5), box(0.32, 0.24, 0.12, c.YELLOW, (0, 1.55, 0))]
    moving = (Moving("lamp", {"lamp": signal(0.09, 0xFFF3C4)}, (0, 1.67, 0.0)),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def oxygen() -> Part:
    """A bottle of oxygen (blue, GB/T 7144) upright on its trolley, with the key of its valve and a hose."""
    body = [
        round_bar(0.11, 1.2, c.BLUE, (0, 0.06, 0), sides=14),
        round_bar(0.11, 0.16, c.BLUE, (0, 1.26, 0), sides=14, top=0.03),
        round_bar(0.025, 0.1, c.CAST, (0, 1.4, 0), sides=8),
        box(0.42, 0.04, 0.3, c.DARK_STEEL, (0, 0.02, 0)),
        *[round_bar(0.09, 0.04, c.BLACK, (x, 0.09, -0.14), "x", 10, caps=(True, True)) for x in (-0.24, 0.2)],
        swept([(-0.18, 0.1, -0.14), (-0.18, 1.25, -0.14), (0.18, 1.25, -0.14), (0.18, 0.1, -0.14)], 0.015, c.RED, 5),
        swept([(0.03, 1.44, 0.05), (0.25, 1.1, 0.2), (0.3, 0.1, 0.3), (0.0, 0.04, 0.5)], 0.012, c.GREEN, 5),
    ]
    key = merged([round_bar(0.012, 0.05, c.STEEL, sides=6), box(0.12, 0.02, 0.02, c.BLACK, (0, 0.05, 0), bottom=True)])
    far = [round_bar(0.12, 1.4, c.BLUE, sides=6)]
    moving = (Moving("lever", {"paint": key}, (0, 1.5, 0), turns=0.25),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def blind() -> Part:
    """A spectacle blind between two flanges of a pipe along x; swung about the upper bolt it shuts the line."""
    y = PIPE_Y_M
    body = [
        *[box(0.2, y - PIPE_R_M, 0.2, c.PLINTH, (x, 0, 0)) for x in (-0.6, 0.6)],
        *[round_bar(PIPE_R_M, 0.9, c.DRAIN, (x, y, 0), "x", 12) for x in (-0.95, 0.05)],
        *[round_bar(PIPE_R_M * 1.7, 0.05, c.CAST, (x, y, 0), "x", 14, caps=(True, True)) for x in (-0.09, 0.04)],
    ]
    plate = merged(
        [
            round_bar(PIPE_R_M * 1.6, 0.02, c.RED, (-0.01, -0.1, 0), "x", 14, caps=(True, True)),
            round_bar(PIPE_R_M * 1.6, 0.02, c.STEEL, (-0.01, 0.42, 0), "x", 14, caps=(True, True)),
            box(0.02, 0.3, 0.06, c.STEEL, (0, 0.02, 0), bottom=True),
        ]
    )
    far = [round_bar(PIPE_R_M, 1.9, c.DRAIN, (-0.95, y, 0), "x", 6), box(0.1, 0.6, 0.5, c.CAST, (0, y - 0.25, 0))]
    moving = (Moving("lever", {"paint": plate}, (0.0, y + 0.16, 0), (1.0, 0.0, 0.0), turns=0.5),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=35.0, gone_m=180.0)
