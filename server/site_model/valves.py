"""Valves: hand valve, shut-off valve with actuator, drain valve. The pipe runs along x at PIPE_Y_M."""

from math import pi

from server.site_model import colours as c
from server.site_model.part import Moving, Part, small
from server.site_model.shapes import Shape, box, merged, ring, round_bar, swept

PIPE_Y_M = 0.62
PIPE_R_M = 0.136  # DN 250
DRAIN_R_M = 0.084  # DN 150


def wheel(radius: float, colour: int = c.WHEEL, parts: int = 20) -> Shape:
    """A handwheel about its own hub, lying flat: rim, spokes, hub, and a knob that shows its turning."""
    spokes = [
        round_bar(0.012, radius, colour, axis="x", sides=5, caps=(False, False)).turned(k * pi / 2 + 0.3)
        for k in range(4)
    ]
    hub = round_bar(0.035, 0.05, colour, (0, -0.02, 0), sides=10)
    knob = round_bar(0.016, 0.07, c.BLACK, (radius, 0, 0), sides=6)
    return merged([ring(radius, 0.018, colour, 0.0, parts, 6), hub, knob, *spokes])


def flanged(radius: float, half: float, colour: int, sides: int = 14) -> list[Shape]:
    """The body along x between two flanges."""
    wide = radius * 1.62
    flange = [
        round_bar(wide, 0.045, colour, (x, PIPE_Y_M, 0), "x", sides, caps=(True, True)) for x in (-half, half - 0.045)
    ]
    return [
        *flange,
        round_bar(radius * 1.15, half - 0.04, colour, (-half + 0.04, PIPE_Y_M, 0), "x", sides, top=radius * 1.45),
        round_bar(radius * 1.45, half - 0.04, colour, (0, PIPE_Y_M, 0), "x", sides, top=radius * 1.15),
    ]


def _support(radius: float, half: float) -> list[Shape]:
    foot = PIPE_Y_M - radius
    return [box(0.1, foot, 0.1, c.STEEL, (x, 0, 0)) for x in (-half - 0.25, half + 0.25)]


def gate_valve(radius: float, half: float, wheel_y: float, wheel_r: float, turns: float) -> Part:
    """A gate valve: bonnet, yoke, rising stem, handwheel."""
    top = PIPE_Y_M + radius
    body = [
        *flanged(radius, half, c.CAST),
        round_bar(radius * 0.95, top - PIPE_Y_M + 0.08, c.CAST, (0, PIPE_Y_M, 0), sides=14),
        round_bar(radius * 1.25, 0.04, c.CAST, (0, top + 0.06, 0), sides=14, caps=(True, True)),
        *[box(0.03, wheel_y - top - 0.1, 0.05, c.CAST, (x, top + 0.1, 0)) for x in (-0.07, 0.07)],
        box(0.2, 0.05, 0.09, c.CAST, (0, wheel_y - 0.07, 0), bottom=True),
        *_support(radius, half),
    ]
    stem = round_bar(0.014, wheel_y - top + 0.05, c.ALUMINIUM, (0, top - wheel_y, 0), sides=6)
    far = [
        round_bar(radius * 1.5, 2 * half, c.CAST, (-half, PIPE_Y_M, 0), "x", 8, caps=(True, True)),
        box(0.16, wheel_y - PIPE_Y_M, 0.1, c.CAST, (0, PIPE_Y_M, 0)),
        round_bar(wheel_r, 0.03, c.WHEEL, (0, wheel_y, 0), sides=10, caps=(True, True)),
    ]
    return small(
        {"paint": merged(body)},
        {"paint": merged(far)},
        (
            Moving("wheel", {"paint": wheel(wheel_r)}, (0, wheel_y, 0), turns=turns),
            Moving("stem", {"paint": stem}, (0, wheel_y, 0), travel_m=radius * 1.6),
        ),
    )


def hand_valve(turns: float) -> Part:
    """A gate valve of the product line, wheel at the height of a man's hands."""
    return gate_valve(PIPE_R_M, 0.24, 1.14, 0.24, turns)


def drain_valve(turns: float) -> Part:
    """The smaller gate valve where a bund's drain leaves it."""
    return gate_valve(DRAIN_R_M, 0.18, 1.0, 0.17, turns)


def rosov(turns: float) -> Part:
    """A shut-off valve with its electric actuator. turns: of its emergency wheel; 0 = it has none."""
    y = PIPE_Y_M + PIPE_R_M + 0.2
    body = [
        *flanged(PIPE_R_M, 0.24, c.CAST),
        round_bar(PIPE_R_M * 0.9, PIPE_R_M + 0.12, c.CAST, (0, PIPE_Y_M, 0), sides=14),
        round_bar(0.13, 0.04, c.CAST, (0, y - 0.1, 0), sides=14, caps=(True, True)),
        round_bar(0.07, 0.1, c.STEEL, (0, y - 0.06, 0), sides=10),
        box(0.34, 0.3, 0.26, c.FIRE_WATER, (0, y + 0.04, 0), bottom=True),  # a red case: emergency shut-off
        round_bar(0.11, 0.3, c.DARK_STEEL, (0.17, y + 0.19, 0), "x", 14),  # motor
        round_bar(0.12, 0.12, c.CABINET, (0, y + 0.19, 0.13), "z", 14),  # local control head
        box(0.13, 0.09, 0.01, c.GLASS, (0, y + 0.16, 0.25)),
        round_bar(0.09, 0.05, c.DARK_STEEL, (0, y + 0.34, 0), sides=14),
        swept([(0.4, y + 0.1, -0.06), (0.42, y - 0.4, -0.08), (0.42, 0, -0.08)], 0.015, c.DARK_STEEL, 5),
        *_support(PIPE_R_M, 0.24),
    ]
    pointer = merged(
        [
            round_bar(0.05, 0.03, c.YELLOW, sides=10),
            box(0.15, 0.02, 0.03, c.RED, (0, 0.03, 0), bottom=True),
        ]
    )
    moving = [Moving("stem", {"paint": pointer}, (0, y + 0.39, 0), turns=0.25)]
    if turns:
        flat = wheel(0.2).turned(-pi / 2, "z")
        moving.append(Moving("wheel", {"paint": flat}, (-0.24, y + 0.19, 0), (1.0, 0.0, 0.0), turns))
        body.append(round_bar(0.03, 0.08, c.STEEL, (-0.25, y + 0.19, 0), "x", 8, caps=(True, False)))
    far = [
        round_bar(PIPE_R_M * 1.5, 0.48, c.CAST, (-0.24, PIPE_Y_M, 0), "x", 8, caps=(True, True)),
        box(0.14, y - PIPE_Y_M, 0.14, c.CAST, (0, PIPE_Y_M, 0)),
        box(0.5, 0.34, 0.3, c.FIRE_WATER, (0.06, y + 0.04, 0), bottom=True),
    ]
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving)
