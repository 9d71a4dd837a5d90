"""Burning tanks: what fights them from afar: foam house, risers, lookout; the gauge of the water bottom."""

from server.site_model import colours as c
from server.site_model.part import Level, Part, small
from server.site_model.shapes import Shape, box, merged, round_bar, swept
from server.site_model.valves import DRAIN_R_M, gate_valve

DECK_M = 18.0


def riser(turns: float) -> Part:
    """The valve at the foot of a foam riser, red, with its blind inlet for the engine."""
    valve = gate_valve(DRAIN_R_M, 0.18, 1.0, 0.17, turns)
    inlet = merged(
        [
            round_bar(0.07, 0.5, c.FIRE_WATER, (-0.75, 0.62, 0), "x", 12),
            round_bar(0.11, 0.05, c.ALUMINIUM, (-0.8, 0.62, 0), "x", 12, caps=(True, True)),
            round_bar(0.06, 1.6, c.FIRE_WATER, (0.6, 0.0, 0), sides=10, caps=(False, True)),
        ]
    )
    levels = [Level(valve.levels[0].beyond_m, {"paint": merged([valve.levels[0].look["paint"], inlet])})]
    return Part((*levels, *valve.levels[1:]), valve.moving)


def interface() -> Part:
    """The gauge of a water bottom: a still pipe's head on the roof, a little aside."""
    body = [
        round_bar(0.07, 0.3, c.STEEL, (0, -0.1, 0), sides=10),
        round_bar(0.12, 0.03, c.STEEL, (0, 0.2, 0), sides=12, caps=(True, True)),
        box(0.2, 0.24, 0.16, c.MOTOR, (0, 0.23, 0)),
    ]
    return small({"paint": merged(body)}, {"paint": box(0.18, 0.5, 0.16, c.MOTOR)}, (), 30.0, 120.0)


def lookout() -> Part:
    """A tower of steel with a railed deck and a roof: from there one sees onto the tanks."""
    legs = [box(0.3, DECK_M, 0.3, c.STEEL, (x, 0, z)) for x in (-1.6, 1.6) for z in (-1.6, 1.6)]
    feet = [box(0.9, 0.35, 0.9, c.PLINTH, (x, 0, z)) for x in (-1.6, 1.6) for z in (-1.6, 1.6)]
    braces: list[Shape] = []
    for k in range(4):
        low, high = 0.4 + 4.3 * k, 4.5 + 4.3 * k
        for z in (-1.6, 1.6):
            braces.append(swept([(-1.6, low, z), (1.6, high, z)], 0.06, c.STEEL, 4))
            braces.append(swept([(z, low, -1.6), (z, high, 1.6)], 0.06, c.STEEL, 4))
    deck = [box(4.6, 0.15, 4.6, c.CONCRETE, (0, DECK_M, 0), bottom=True)]
    rail = [box(4.6, 0.06, 0.06, c.YELLOW, (0, DECK_M + y, z), bottom=True) for y in (0.6, 1.15) for z in (-2.2, 2.2)]
    rail += [box(0.06, 0.06, 4.6, c.YELLOW, (x, DECK_M + y, 0), bottom=True) for y in (0.6, 1.15) for x in (-2.2, 2.2)]
    roof = [box(0.15, 2.5, 0.15, c.STEEL, (x, DECK_M, z)) for x in (-2.0, 2.0) for z in (-2.0, 2.0)]
    roof += [box(5.2, 0.2, 5.2, c.BLUE, (0, DECK_M + 2.5, 0), bottom=True)]
    ladder = [box(0.05, DECK_M, 0.05, c.YELLOW, (x, 0, 1.95)) for x in (-0.25, 0.25)]
    ladder += [box(0.5, 0.04, 0.04, c.YELLOW, (0, 0.6 * (k + 1), 1.95), bottom=True) for k in range(29)]
    near = [*legs, *feet, *braces, *deck, *rail, *roof, *ladder]
    return Part((Level(0.0, {"paint": merged(near)}), Level(110.0, {"paint": merged([*legs, *deck, roof[-1]])})))


def foam_house() -> Part:
    """A low block with the tank of concentrate beside it and the proportioner at its wall."""
    walls = [
        box(7.0, 3.6, 5.0, c.WALL),
        box(7.12, 0.5, 5.12, c.PLINTH),
        box(7.1, 0.35, 5.1, c.RED, (0, 3.1, 0)),
        box(7.3, 0.22, 5.3, c.KERB, (0, 3.6, 0), bottom=True),
    ]
    tank = [
        round_bar(1.1, 3.2, c.FIRE_WATER, (5.2, 1.3, -1.6), "z", 18, caps=(True, True)),
        *[box(1.6, 0.4, 0.3, c.PLINTH, (5.2, 0, z)) for z in (-1.2, 1.2)],
    ]
    small_things = [
        box(2.2, 2.6, 0.18, c.DARK_STEEL, (0, 0, 2.5)),
        swept([(4.2, 0.8, 1.8), (3.6, 0.8, 2.9), (1.8, 0.8, 2.9)], 0.09, c.FIRE_WATER, 8),
        box(0.6, 1.2, 0.4, c.FIRE_WATER, (2.6, 0, 2.8)),
    ]
    return Part(
        (Level(0.0, {"paint": merged([*walls, *tank, *small_things])}), Level(90.0, {"paint": merged([*walls, *tank])}))
    )


