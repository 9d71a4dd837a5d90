"""Toxic gas under pressure: cylinder on its rollers, store with hood, alkali tower, shower with eyewash, scale."""

from math import cos, pi, sin

from server.site_model import colours as c
from server.site_model.machines import lamp
from server.site_model.part import Level, Moving, Part, small
from server.site_model.shapes import Shape, box, merged, ring, round_bar, swept

CYLINDER = 0x1E5B3A  # deep green: liquid chlorine (GB/T 7144-2016)
BED_M = 0.35  # height of the rollers
LENGTH_M = 2.0
WIDEST_M = 1.2  # what is wider is no cylinder that is carried about


def cylinder(diameter_m: float) -> Part:
    """A one-tonne cylinder on its rollers, along z: bands, domed ends, two valves under their cap at the front."""
    radius = diameter_m / 2
    y = BED_M + radius
    body = [
        round_bar(radius, LENGTH_M, CYLINDER, (0, y, -LENGTH_M / 2), "z", 24, caps=(True, True)),
        *[ring(radius + 0.01, 0.02, c.DARK_STEEL, 0, 24, 4).turned(pi / 2, "x").at(0, y, z) for z in (-0.7, 0.7)],
        round_bar(radius * 1.005, 0.12, c.YELLOW, (0, y, 0.05), "z", 24),
        *_bed(radius),
        *_valves(radius, y),
    ]
    far = [
        round_bar(radius, LENGTH_M, CYLINDER, (0, y, -LENGTH_M / 2), "z", 10, caps=(True, True)),
        box(diameter_m, BED_M, 1.6, c.DARK_STEEL),
    ]
    return Part((Level(0.0, {"paint": merged(body)}), Level(70.0, {"paint": merged(far)})))


def _bed(radius: float) -> list[Shape]:
    rollers = [
        round_bar(0.06, 0.22, c.BLACK, (x, BED_M - 0.02, z), "z", 10, caps=(True, True))
        for x in (-radius * 0.6, radius * 0.6)
        for z in (-0.66, 0.44)
    ]
    frame = [box(radius * 2, 0.12, 0.18, c.STEEL, (0, 0.12, z)) for z in (-0.55, 0.55)]
    scale = box(radius * 2 + 0.2, 0.12, 1.7, c.CABINET)
    return [*rollers, *frame, scale, *[box(0.1, 0.3, 1.3, c.STEEL, (x, 0, 0)) for x in (-radius, radius)]]


def _valves(radius: float, y: float) -> list[Shape]:
    front = LENGTH_M / 2
    shapes = [ring(radius * 0.55, 0.03, c.CAST, 0, 18, 5).turned(pi / 2, "x").at(0, y, front + 0.05)]
    for off in (-0.13, 0.13):
        shapes += [
            round_bar(0.03, 0.12, c.YELLOW, (0, y + off, front), "z", 8, caps=(False, True)),
            box(0.1, 0.03, 0.03, c.STEEL, (0, y + off, front + 0.1)),
        ]
    shapes.append(swept([(0, y - 0.13, front + 0.12), (0.1, y + 0.3, front + 0.25), (0, y + 0.9, front + 0.3)], 0.014,
                        c.ALUMINIUM, 6))  # fmt: skip
    return shapes


def cradle(turns: float) -> Part:
    """The hand wheel by which the rollers turn a cylinder."""
    spokes = [box(0.4, 0.02, 0.02, c.WHEEL), box(0.02, 0.2, 0.02, c.WHEEL)]
    wheel = merged([ring(0.2, 0.015, c.WHEEL, 0, 18, 5).turned(pi / 2, "x"), *spokes])
    body = [
        box(0.4, 0.1, 0.3, c.PLINTH),
        box(0.16, 0.75, 0.16, c.DARK_STEEL, (0, 0.1, 0), bottom=True),
        round_bar(0.04, 0.25, c.STEEL, (0, 0.75, -0.12), "z", 8),
        swept([(0, 0.7, -0.1), (0, 0.4, -0.5)], 0.02, c.STEEL, 5),
    ]
    far = [box(0.3, 0.9, 0.3, c.DARK_STEEL)]
    moving = (Moving("wheel", {"paint": wheel}, (0, 0.75, 0.15), (0.0, 0.0, 1.0), turns=turns),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=30.0, gone_m=160.0)


def hoist(turns: float) -> Part:
    """A chain hoist on its gallows: the hand chain's wheel turns."""
    wheel = merged([ring(0.22, 0.02, c.WHEEL, 0, 16, 5).turned(pi / 2, "x"), box(0.42, 0.03, 0.03, c.WHEEL)])
    body = [
        box(0.5, 0.12, 0.5, c.PLINTH),
        box(0.2, 4.0, 0.2, c.YELLOW, (0, 0.1, 0), bottom=True),
        box(0.2, 0.25, 2.6, c.YELLOW, (0, 3.9, -1.1), bottom=True),
        box(0.3, 0.35, 0.3, c.DARK_STEEL, (0, 3.5, -2.1), bottom=True),
        swept([(0, 3.5, -2.1), (0, 1.6, -2.1)], 0.02, c.STEEL, 5),
        swept([(0.22, 1.4, 0.2), (0.22, 0.6, 0.2)], 0.012, c.STEEL, 4),
    ]
    far = [box(0.2, 4.0, 0.2, c.YELLOW), box(0.2, 0.25, 2.6, c.YELLOW, (0, 3.9, -1.1), bottom=True)]
    moving = (Moving("wheel", {"paint": wheel}, (0.0, 1.4, 0.2), (0.0, 0.0, 1.0), turns=turns),)
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=50.0, gone_m=260.0)


def bath() -> Part:
    """A kerbed pit of alkali, long enough for a cylinder."""
    kerbs = [box(3.4, 0.35, 0.25, c.CONCRETE, (0, 0, z)) for z in (-1.1, 1.1)]
    kerbs += [box(0.25, 0.35, 2.0, c.CONCRETE, (x, 0, 0)) for x in (-1.6, 1.6)]
    liquor = box(3.0, 0.15, 2.0, 0x9FB8A8)
    return Part((Level(0.0, {"paint": merged([*kerbs, liquor])}), Level(120.0, {"paint": merged(kerbs)})))


def tower() -> Part:
    """The alkali tower: packed column on its sump, stack, fan, circulation pump, local panel with its switch."""
    z = -2.2
    column = [
        round_bar(1.0, 1.6, c.PLINTH, (0, 0, z), sides=20, caps=(False, True)),
        round_bar(0.65, 4.4, c.SHELL, (0, 1.6, z), sides=20),
        round_bar(0.65, 0.5, c.SHELL, (0, 6.0, z), sides=20, top=0.25),
        round_bar(0.25, 2.0, c.SHELL, (0, 6.5, z), sides=12, caps=(False, True)),
        *[ring(0.68, 0.04, c.DARK_STEEL, y, 20, 4).at(0, 0, z) for y in (2.0, 3.6, 5.2)],
    ]
    machines = [
        round_bar(0.5, 0.4, c.MOTOR, (1.7, 0.75, z - 0.2), "z", 16, caps=(True, True)),
        box(0.9, 0.25, 0.9, c.CONCRETE, (1.7, 0, z)),
        swept([(1.7, 1.2, z), (1.7, 2.0, z), (0.5, 2.0, z)], 0.22, c.SHELL, 10),
        round_bar(0.18, 0.6, c.MOTOR, (-1.5, 0.3, z - 0.3), "z", 12, caps=(True, True)),
        swept([(-1.5, 0.5, z), (-1.2, 0.5, z), (-1.2, 5.6, z), (-0.6, 5.6, z)], 0.06, c.DRAIN, 8),
    ]
    panel = [box(0.6, 1.5, 0.3, c.CABINET), box(0.66, 0.04, 0.4, c.CABINET, (0, 1.5, 0), bottom=True)]
    mark = box(0.015, 0.07, 0.02, c.WHITE, (0, -0.03, 0.04))
    knob = merged([round_bar(0.04, 0.04, c.BLACK, axis="z", sides=12), mark])
    moving = (
        Moving("lever", {"paint": knob}, (-0.12, 1.15, 0.15), (0.0, 0.0, 1.0), turns=0.25),
        Moving("lamp", {"lamp": lamp(0.03, 0x39D353)}, (0.12, 1.2, 0.15)),
    )
    near = {"paint": merged([*column, *machines, *panel])}
    far = {"paint": merged([*column[:4], *panel])}
    return Part((Level(0.0, near), Level(90.0, far)), moving)


def shower() -> Part:
    """An emergency shower with eyewash (GB/T 38144.1-2019): green, pull rod, basin."""
    body = [
        round_bar(0.04, 2.3, c.GREEN, sides=8),
        swept([(0, 2.25, 0), (0, 2.3, 0.3), (0, 2.3, 0.55)], 0.03, c.GREEN, 6),
        round_bar(0.14, 0.08, c.GREEN, (0, 2.16, 0.55), sides=14, top=0.05, caps=(True, True)),
        swept([(0.12, 2.2, 0.5), (0.12, 1.5, 0.5)], 0.008, c.STEEL, 4),
        round_bar(0.17, 0.1, c.YELLOW, (0, 0.95, 0.3), sides=14, caps=(True, False)),
        box(0.08, 0.06, 0.3, c.GREEN, (0, 0.92, 0.12), bottom=True),
        *[round_bar(0.02, 0.08, c.GREEN, (x, 1.05, 0.3), sides=6) for x in (-0.06, 0.06)],
        box(1.4, 0.03, 1.4, c.CONCRETE, (0, 0, 0.3)),
        box(0.4, 0.4, 0.02, c.GREEN, (0, 1.75, -0.05), bottom=True),
    ]
    far = [round_bar(0.05, 2.3, c.GREEN, sides=5), box(1.4, 0.03, 1.4, c.CONCRETE, (0, 0, 0.3))]
    return Part((Level(0.0, {"paint": merged(body)}), Level(45.0, {"paint": merged(far)}), Level(260.0, {})))


def scale() -> Part:
    """The display of a weighing bed on its post."""
    body = [round_bar(0.03, 0.9, c.STEEL, sides=8), box(0.3, 0.2, 0.12, c.CABINET, (0, 0.9, 0), bottom=True),
            box(0.22, 0.1, 0.01, c.GLASS, (0, 0.96, 0.06), bottom=True)]  # fmt: skip
    return small({"paint": merged(body)}, {"paint": box(0.3, 1.1, 0.12, c.CABINET)}, (), 30.0, 120.0)


def store() -> Part:
    """The chlorine store: a roof on columns, open at the sides, crane rail, hood over the cylinders with its duct."""
    width, height, depth = 20.0, 5.2, 13.0
    columns = [box(0.3, height, 0.3, c.BLUE, (x, 0, z)) for x in (-9.7, 9.7) for z in (-6.2, 0.0, 6.2)]
    beams = [box(width, 0.35, 0.25, c.BLUE, (0, height - 0.35, z), bottom=True) for z in (-6.2, 6.2)]
    beams += [box(0.2, 0.3, depth - 0.6, c.BLUE, (x, height - 0.3, 0), bottom=True) for x in (-9.7, 9.7)]
    roof = [box(width + 1.0, 0.18, depth + 1.0, 0xB9C2C6, (0, height, 0), bottom=True)]
    crane = [box(width - 1.0, 0.3, 0.18, c.YELLOW, (0, height - 0.9, 0), bottom=True),
             box(0.5, 0.4, 0.5, c.YELLOW, (6.5, height - 1.3, 0), bottom=True)]  # fmt: skip
    duct = [(0, 2.8, -1.7), (0, 4.2, -1.7), (9.0, 4.2, -1.7), (9.0, 4.2, -6.9), (9.0, 0.4, -6.9)]
    hood = [box(12.5, 0.5, 0.7, c.SHELL, (0, 2.3, -1.7), bottom=True), *_hood_legs(), swept(duct, 0.22, c.SHELL, 8)]
    manifold = [swept([(-5.5, 1.9, -1.7), (5.5, 1.9, -1.7)], 0.04, c.YELLOW, 6)]
    look = {"paint": merged([*columns, *beams, *roof, *crane, *hood, *manifold])}
    return Part((Level(0.0, look), Level(90.0, {"paint": merged([*columns, *roof, *hood[:1]])})))


def _hood_legs() -> list[Shape]:
    turns = [pi * k for k in (0, 1)]
    return [round_bar(0.05, 2.3, c.STEEL, (6.0 * cos(t), 0, -1.7 + 0.2 * sin(t)), sides=6) for t in turns]
