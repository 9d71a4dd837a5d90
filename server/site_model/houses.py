"""Houses: what stands at places by their kind. Fronts look south; a house is drawn about the middle of its floor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from server.site_model import colours as c
from server.site_model.burning import foam_house, lookout
from server.site_model.part import Level, Moving, Part
from server.site_model.pressure import pump_pad
from server.site_model.shapes import Shape, box, extruded, flipped, linear, merged, round_bar, swept
from server.site_model.toxic import store

FAR_M = 90.0
DOOR_M = (1.1, 2.2)


@dataclass(frozen=True, slots=True)
class House:
    """around: it stands about its place, not beside it. width along x, depth along z. sign_m: how high its board hangs,
    and how far before the middle."""

    make: Callable[[], Part]
    width_m: float
    depth_m: float
    around: bool
    sign_m: tuple[float, float]


def _walls(width: float, height: float, depth: float, colour: int = c.WALL) -> list[Shape]:
    """Body, plinth and flat roof with its parapet."""
    return [
        box(width, height, depth, colour),
        box(width + 0.12, 0.5, depth + 0.12, c.PLINTH),
        box(width + 0.1, 0.35, depth + 0.1, c.BLUE, (0, height - 0.5, 0)),
        box(width + 0.3, 0.22, depth + 0.3, c.KERB, (0, height, 0), bottom=True),
    ]


def _door(
    x: float, z: float, width: float = DOOR_M[0], height: float = DOOR_M[1], colour: int = c.FRAME
) -> list[Shape]:
    return [
        box(width + 0.2, height + 0.1, 0.14, c.KERB, (x, 0, z)),
        box(width, height, 0.18, colour, (x, 0, z)),
        box(0.05, 0.16, 0.24, c.ALUMINIUM, (x + width / 2 - 0.12, 1.0, z), bottom=True),
        box(width + 0.5, 0.12, 0.9, c.PLINTH, (x, 0, z + 0.4)),
    ]


def _windows(xs: list[float], y: float, z: float, width: float = 1.5, height: float = 1.4) -> list[Shape]:
    shapes = []
    for x in xs:
        shapes += [
            box(width + 0.14, height + 0.14, 0.1, c.FRAME, (x, y - 0.07, z), bottom=True),
            box(width, height, 0.14, c.GLASS, (x, y, z), bottom=True),
            box(0.05, height, 0.17, c.FRAME, (x, y, z)),
        ]
    return shapes


def _far(shapes: list[Shape], far: list[Shape], moving: tuple[Moving, ...] = ()) -> Part:
    return Part((Level(0.0, _look(shapes)), Level(FAR_M, _look(far))), moving)


def _look(shapes: list[Shape]) -> dict[str, Shape]:
    """What is of glass apart, so that it can shine at night."""
    glass = linear(c.GLASS)
    panes = [shape for shape in shapes if tuple(shape.colours[0]) == glass]
    rest = [shape for shape in shapes if tuple(shape.colours[0]) != glass]
    return {"paint": merged(rest)} | ({"window": merged(panes)} if panes else {})


def _room(width: float, height: float, depth: float) -> list[Shape]:
    """The inside: what is seen by who stands in it."""
    return [
        flipped(box(width, height, depth, 0xE4E3DC, (0, 0.02, 0), bottom=True)),
        box(width, 0.01, depth, 0x8D949A, (0, 0.02, 0)),
    ]


def control_room() -> Part:
    """Blast-proof and without windows (GB 50779); within, the operators' desk before its screens, breathing sets."""
    width, height, depth = 18.0, 4.6, 12.0
    outside = [
        *_walls(width, height, depth),
        *_door(4.0, depth / 2, 1.4),
        box(2.4, 0.15, 1.6, c.KERB, (4.0, 2.7, depth / 2 + 0.7), bottom=True),
    ]
    outside += [
        box(1.4, 1.1, 1.0, c.CABINET, (-7 + 1.8 * k, 0, -depth / 2 - 0.8)) for k in range(3)
    ]  # air conditioning
    inside = [*_room(width - 0.6, 3.4, depth - 0.6)]
    for k in range(4):
        x = -3.3 + 2.2 * k
        inside += [
            box(2.1, 0.05, 0.9, c.WOOD, (x, 0.72, -1.3), bottom=True),
            box(2.0, 0.7, 0.06, c.CABINET, (x, 0.02, -1.7)),
        ]
        for s in (-0.5, 0.5):
            inside += [
                box(0.9, 0.52, 0.05, c.BLACK, (x + s, 0.92, -1.55), bottom=True),
                box(0.84, 0.46, 0.01, 0x2B4A5E, (x + s, 0.95, -1.52), bottom=True),
                box(0.1, 0.15, 0.1, c.BLACK, (x + s, 0.77, -1.58)),
            ]
        inside.append(box(0.44, 0.02, 0.16, c.BLACK, (x, 0.77, -1.1)))
        if k in (0, 3):
            inside += [
                box(0.5, 0.08, 0.5, c.BLACK, (x, 0.44, -0.3), bottom=True),
                box(0.46, 0.6, 0.06, c.BLACK, (x, 0.55, -0.05)),
                round_bar(0.05, 0.44, c.STEEL, (x, 0, -0.3), sides=6),
            ]
    inside += [box(1.2, 0.05, 0.3, c.WHITE, (-6 + 3 * k, 3.32, z), bottom=True) for k in range(5) for z in (-3.0, 2.0)]
    inside += [box(7.6, 1.9, 0.06, c.BLACK, (0, 1.2, -5.6)), box(7.4, 1.7, 0.02, 0x1F3B4D, (0, 1.3, -5.55))]
    inside += [box(0.5, 0.9, 0.25, c.YELLOW, (-8.4, 0.6, 1.5 + 0.8 * k)) for k in range(3)]  # breathing sets
    return _far([*outside, *inside], [*_walls(width, height, depth), *_door(4.0, depth / 2, 1.4)])


def office() -> Part:
    """Three floors of windows."""
    width, height, depth = 30.0, 10.8, 13.0
    body = _walls(width, height, depth, 0xE2DDD2)
    windows, xs = [], [-13 + 2.6 * k for k in range(11)]
    for floor in range(3):
        row = [x for x in xs if floor or abs(x) > 2]
        windows += [
            *_windows(row, 1.0 + 3.5 * floor, depth / 2),
            *[w.turned(3.141592653589793) for w in _windows(xs, 1.0 + 3.5 * floor, depth / 2)],
        ]
    entry = [*_door(0, depth / 2, 2.4, 2.5, c.GLASS), box(5, 0.25, 2.6, c.KERB, (0, 3.0, depth / 2 + 1.2), bottom=True)]
    entry += [round_bar(0.12, 3.0, c.KERB, (x, 0, depth / 2 + 2.2), sides=8) for x in (-2.2, 2.2)]
    room = [*_room(width - 0.6, 3.0, depth - 0.6)]
    for k in range(10):
        day = box(1.5, 1.4, 0.04, 0xC9E2F2, (-11.7 + 2.6 * k, 1.0, 0), bottom=True)
        room += [day.at(0, 0, z) for z in (depth / 2 - 0.33, 0.33 - depth / 2)]
    for k in range(6):
        room += [
            box(1.5, 0.05, 0.8, c.WOOD, (-10 + 4 * k, 0.72, -2.5), bottom=True),
            box(1.4, 0.7, 0.05, c.CABINET, (-10 + 4 * k, 0.02, -2.8)),
        ]
    bands = [box(width + 0.06, 1.4, depth + 0.06, c.GLASS, (0, 1.0 + 3.5 * k, 0), bottom=True) for k in range(3)]
    return _far([*body, *windows, *entry, *room], [*body, *bands])


def fire_station() -> Part:
    """Two red doors for engines, and the hose tower."""
    width, height, depth = 20.0, 6.2, 12.0
    body = _walls(width, height, depth)
    doors = [box(4.2, 4.4, 0.16, c.RED, (x, 0, depth / 2)) for x in (-5.5, -0.5)]
    ribs = [box(4.2, 0.05, 0.2, 0x8E1018, (x, 0.5 + 0.55 * k, depth / 2)) for x in (-5.5, -0.5) for k in range(7)]
    apron = [box(11, 0.03, 4.0, c.KERB, (-3, 0, depth / 2 + 2))]
    tower = [
        box(4, 12, 4, c.WALL, (7.5, 0, -3)),
        box(4.2, 0.4, 4.2, c.RED, (7.5, 11.2, -3)),
        box(4.4, 0.2, 4.4, c.KERB, (7.5, 12, -3), bottom=True),
    ]
    small = [
        *_door(5.0, depth / 2),
        *_windows([7.6], 1.1, depth / 2),
        *_windows([-8.5, 5, 7.6], 4.0, depth / 2, 1.4, 1.1),
    ]
    return _far([*body, *doors, *ribs, *apron, *tower, *small], [*body, *doors, *tower])


def _gabled(width: float, height: float, depth: float, rise: float, colour: int) -> list[Shape]:
    over = 0.5
    roof = [(-depth / 2 - over, height - 0.1), (depth / 2 + over, height - 0.1), (0.0, height + rise)]
    gable = extruded(roof, width + 2 * over, colour).turned(1.5707963267948966)
    return [gable]


def workshop() -> Part:
    """A hall with a gable roof and a rolling door."""
    width, height, depth = 16.0, 5.4, 10.0
    body = [
        box(width, height, depth, 0xC9CFD2),
        box(width + 0.1, 1.0, depth + 0.1, c.PLINTH),
        *_gabled(width, height, depth, 1.6, c.BLUE),
    ]
    doors = [
        box(4.4, 4.2, 0.16, c.DARK_STEEL, (2.5, 0, depth / 2)),
        *[box(4.4, 0.05, 0.2, c.FRAME, (2.5, 0.4 + 0.5 * k, depth / 2)) for k in range(8)],
    ]
    more = [*_door(-4.5, depth / 2), *_windows([-6.6, -2.2], 1.6, depth / 2), *_windows([6.4], 1.6, depth / 2)]
    return _far([*body, *doors, *more], [*body, doors[0]])


def boiler_house() -> Part:
    """Brick, with a banded chimney and its flue."""
    width, height, depth = 13.0, 5.8, 9.0
    body = _walls(width, height, depth, c.BRICK)
    chimney = [
        round_bar(0.9, 20.0, c.KERB, (4.2, 0, -depth / 2 - 2.2), sides=18, top=0.55),
        *[
            round_bar(
                0.63 + 0.035 * k, 1.2, c.RED, (4.2, 18.4 - 2.4 * k, -depth / 2 - 2.2), sides=18, top=0.59 + 0.035 * k
            )
            for k in range(3)
        ],
    ]
    flue = [swept([(4.2, 3.6, -depth / 2), (4.2, 3.6, -depth / 2 - 2.0)], 0.45, c.ALUMINIUM, 12)]
    small = [
        *_door(-2.0, depth / 2, 2.2, 2.6),
        *_windows([-5, 1.4, 4.2], 1.6, depth / 2),
        box(2.5, 1.6, 0.1, c.DARK_STEEL, (4.2, 3.4, depth / 2 + 0.02)),
    ]
    return _far([*body, *chimney, *flue, *small], [*body, *chimney])


def switchroom() -> Part:
    """A low block with louvres; its transformer stands beside."""
    width, height, depth = 9.0, 4.2, 6.0
    body = _walls(width, height, depth)
    doors = [*_door(-2.6, depth / 2, 1.6, 2.5, c.DARK_STEEL)]
    louvres = [box(1.4, 0.7, 0.1, c.FRAME, (x, 2.9, depth / 2)) for x in (0.4, 2.6)]
    louvres += [box(1.4, 0.04, 0.16, c.STEEL, (x, 2.95 + 0.13 * k, depth / 2)) for x in (0.4, 2.6) for k in range(5)]
    transformer = [
        box(1.6, 1.5, 1.1, c.DARK_STEEL, (-6.0, 0.2, -1)),
        box(2.4, 0.2, 1.8, c.PLINTH, (-6.0, 0, -1)),
        *[box(0.06, 1.1, 1.4, c.STEEL, (-6.6 + 0.2 * k, 0.4, -1)) for k in range(7)],
        *[round_bar(0.06, 0.4, c.BRICK, (-6.3 + 0.3 * k, 1.7, -1), sides=8) for k in range(3)],
    ]
    return _far([*body, *doors, *louvres, *transformer], [*body, *transformer[:2]])


def pump_house() -> Part:
    """A roof on columns, open on all sides so that vapour does not gather."""
    width, height, depth = 13.0, 4.6, 9.0
    columns = [box(0.25, height, 0.25, c.BLUE, (x, 0, z)) for x in (-6, -2, 2, 6) for z in (-4.2, 4.2)]
    beams = [box(width, 0.3, 0.2, c.BLUE, (0, height - 0.3, z), bottom=True) for z in (-4.2, 4.2)]
    beams += [box(0.2, 0.3, 8.4, c.BLUE, (x, height - 0.3, 0), bottom=True) for x in (-6, -2, 2, 6)]
    floor = [box(width - 0.4, 0.03, depth - 0.4, c.CONCRETE)]
    roof = _gabled(width, height + 0.1, depth, 1.2, 0xB9C2C6)
    return _far([*columns, *beams, *floor, *roof], [*columns, *roof, *floor])


def gate() -> Part:
    """Booth, portal and a barrier across the road, which runs out to the south here."""
    booth = [
        box(3.4, 3.0, 2.6, c.WALL, (-7.0, 0, 0)),
        box(3.44, 1.1, 2.64, c.GLASS, (-7.0, 1.1, 0)),
        box(4.0, 0.25, 3.2, c.BLUE, (-7.0, 3.0, 0), bottom=True),
    ]
    portal = [box(1.0, 6.2, 1.0, c.KERB, (x, 0, 4.0)) for x in (-5.0, 5.0)]
    portal += [box(12.0, 1.4, 0.8, c.BLUE, (0, 5.6, 4.0), bottom=True)]
    barrier = [box(0.35, 1.05, 0.35, c.YELLOW, (-4.0, 0, 1.8))]
    stripes = [
        box(0.9, 0.12, 0.06, c.RED if k % 2 == 0 else c.WHITE, (0.3 + 0.9 * (k + 0.5), -0.06, 0), bottom=True)
        for k in range(8)
    ]
    arm = merged([box(0.5, 0.3, 0.1, c.DARK_STEEL, (-0.1, -0.15, 0), bottom=True), *stripes])
    moving = (Moving("barrier", {"paint": arm}, (-4.0, 0.95, 2.04), (0.0, 0.0, 1.0), turns=0.23),)
    return _far([*booth, *portal, *barrier], [booth[0], booth[2], *portal], moving)


HOUSES: Mapping[str, House] = {
    "control_room": House(control_room, 18.0, 12.0, True, (3.4, 6.1)),
    "office": House(office, 30.0, 13.0, True, (3.6, 9.05)),
    "fire_station": House(fire_station, 20.0, 12.0, False, (5.0, 6.12)),
    "workshop": House(workshop, 16.0, 10.0, False, (4.5, 5.12)),
    "boiler_house": House(boiler_house, 13.0, 9.0, False, (4.6, 4.62)),
    "switchroom": House(switchroom, 9.0, 6.0, False, (3.25, 3.12)),
    "pump_house": House(pump_house, 13.0, 9.0, True, (4.15, 4.36)),
    "lookout": House(lookout, 5.2, 5.2, True, (3.0, 2.8)),
    "foam_house": House(foam_house, 7.0, 5.0, False, (3.0, 2.62)),
    "machine_room": House(foam_house, 7.0, 5.0, True, (3.0, 2.62)),
    "pump_pad": House(pump_pad, 14.0, 8.0, True, (3.4, 4.1)),
    "chlorine_store": House(store, 20.0, 13.0, True, (3.6, 6.4)),
    "gate": House(gate, 12.0, 4.0, True, (6.05, 3.57)),
}
