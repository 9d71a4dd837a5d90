"""Machines: pump with motor and local control post, breaker panel, manual alarm point."""

from math import pi

from server.site_model import colours as c
from server.site_model.part import Moving, Part, small
from server.site_model.shapes import Shape, box, merged, ring, round_bar, swept
from server.site_model.valves import PIPE_R_M, PIPE_Y_M


def lamp(radius: float, colour: int) -> Shape:
    """A lamp looking south."""
    return round_bar(radius, 0.03, colour, axis="z", sides=10)


def pump() -> Part:
    """A horizontal process pump, suction and discharge along x, motor to the north; control post to the east."""
    y = PIPE_Y_M
    fins = [ring(0.3, 0.02, c.MOTOR, 0, 14, 4).turned(pi / 2, "x").at(0, y, -1.55 + 0.11 * k) for k in range(8)]
    body = [
        box(0.9, 0.22, 2.5, c.PLINTH, (0, 0, -0.85)),
        box(0.62, 0.08, 2.3, c.DARK_STEEL, (0, 0.22, -0.85)),
        round_bar(0.3, 0.3, c.CAST, (0, y, -0.15), "z", 18, caps=(True, True)),  # volute
        round_bar(0.2, 0.12, c.CAST, (0, y, 0.15), "z", 14),
        box(0.3, 0.34, 0.3, c.CAST, (0, 0.28, 0)),
        *[round_bar(PIPE_R_M * 1.62, 0.05, c.CAST, (x, y, 0), "x", 14, caps=(True, True)) for x in (-0.5, 0.45)],
        round_bar(PIPE_R_M, 0.9, c.CAST, (-0.45, y, 0), "x", 12),
        round_bar(0.12, 0.45, c.CAST, (0, y, -0.58), "z", 12, caps=(False, False)),  # bearing housing
        round_bar(0.17, 0.34, c.YELLOW, (0, y, -0.95), "z", 12, caps=(True, True)),  # coupling guard
        round_bar(0.3, 0.85, c.MOTOR, (0, y, -1.85), "z", 18, caps=(True, True)),
        round_bar(0.31, 0.16, c.DARK_STEEL, (0, y, -2.02), "z", 18, caps=(True, True)),  # fan cowl
        box(0.36, 0.3, 0.6, c.MOTOR, (0, 0.3, -1.45)),
        box(0.24, 0.2, 0.3, c.MOTOR, (0, y + 0.28, -1.4)),  # terminal box
        *fins,
        round_bar(0.035, 0.3, c.STEEL, (0.0, y + 0.2, 0), sides=8),  # gauge
        round_bar(0.07, 0.04, c.WHITE, (0, y + 0.56, -0.02), "z", 14),
        *_post(0.95, 0.25),
    ]
    far = [
        box(0.9, 0.22, 2.5, c.PLINTH, (0, 0, -0.85)),
        round_bar(0.3, 0.85, c.MOTOR, (0, y, -1.85), "z", 8, caps=(True, True)),
        round_bar(0.28, 0.4, c.CAST, (0, y, -0.2), "z", 8, caps=(True, True)),
        box(0.3, 0.2, 0.6, c.YELLOW, (0, y - 0.05, -0.8)),
        box(0.24, 1.3, 0.14, c.CABINET, (0.95, 0, 0.25)),
    ]
    button = round_bar(0.035, 0.04, c.RED, axis="z", sides=12)
    moving = (
        Moving("button", {"paint": button}, (0.95, 1.08, 0.31), (0.0, 0.0, -1.0), travel_m=0.02),
        Moving("lamp", {"lamp": lamp(0.03, 0x39D353)}, (0.95, 1.3, 0.31)),
    )
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=45.0, gone_m=300.0)


def _post(x: float, z: float) -> list[Shape]:
    return [
        round_bar(0.035, 0.95, c.STEEL, (x, 0, z), sides=8),
        box(0.2, 0.5, 0.12, c.CABINET, (x, 0.92, z), bottom=True),
        box(0.24, 0.03, 0.2, c.CABINET, (x, 1.42, z + 0.02), bottom=True),
        round_bar(0.03, 0.02, c.GREEN, (x, 1.19, z + 0.06), "z", 10),
    ]


def breaker() -> Part:
    """A switch cabinet: lever at its right side of the front, lamp above it."""
    handle = merged(
        [round_bar(0.04, 0.05, c.BLACK, axis="z", sides=10), box(0.05, 0.22, 0.04, c.RED, (0, -0.02, 0.06))]
    )
    body = [
        box(0.8, 0.1, 0.44, c.DARK_STEEL, (0, 0, -0.22)),
        box(0.8, 1.8, 0.4, c.CABINET, (0, 0.1, -0.22)),
        box(0.74, 1.66, 0.02, c.WHITE, (0, 0.16, -0.01)),
        box(0.02, 1.66, 0.03, c.STEEL, (0.0, 0.16, 0.0)),
        box(0.2, 0.14, 0.02, c.GLASS, (-0.18, 1.45, 0.01)),
        box(0.04, 0.2, 0.04, c.BLACK, (-0.33, 0.95, 0.01)),
        round_bar(0.07, 0.02, c.DARK_STEEL, (0.2, 1.15, 0.0), "z", 14),
    ]
    far = [box(0.8, 1.9, 0.42, c.CABINET, (0, 0, -0.22)), box(0.2, 0.2, 0.03, c.YELLOW, (0, 1.5, 0))]
    moving = (
        Moving("lever", {"paint": handle}, (0.2, 1.15, 0.02), (0.0, 0.0, 1.0), turns=0.25),
        Moving("lamp", {"lamp": lamp(0.03, 0x39D353)}, (0.2, 1.52, 0.0)),
    )
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving)


def alarm_point() -> Part:
    """A manual alarm point: a red box on a red post, its button under glass, a lamp on top (GB 2893: fire is red)."""
    body = [
        round_bar(0.04, 1.25, c.RED, sides=10),
        box(0.3, 0.04, 0.3, c.PLINTH),
        box(0.24, 0.26, 0.12, c.RED, (0, 1.2, 0.0), bottom=True),
        box(0.18, 0.18, 0.01, c.WHITE, (0, 1.24, 0.065)),
        box(0.32, 0.03, 0.26, c.RED, (0, 1.62, 0.02), bottom=True),  # a roof against the rain
        *[swept([(x, 1.45, -0.04), (x, 1.63, -0.04)], 0.012, c.RED, 5) for x in (-0.12, 0.12)],
    ]
    far = [round_bar(0.05, 1.3, c.RED, sides=5), box(0.26, 0.45, 0.16, c.RED, (0, 1.2, 0))]
    moving = (
        Moving(
            "button",
            {"paint": round_bar(0.045, 0.03, c.RED, axis="z", sides=14)},
            (0, 1.33, 0.07),
            (0.0, 0.0, -1.0),
            travel_m=0.02,
        ),
        Moving("lamp", {"lamp": round_bar(0.05, 0.09, 0xE53935, sides=12)}, (0, 1.65, 0.02)),
    )
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=35.0)
