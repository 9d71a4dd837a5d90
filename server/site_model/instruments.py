"""Instruments: what can be seen of each reading: detector, level gauge, switch, flow meter, limit box, vane, cups."""

from math import pi

from server.site_model import colours as c
from server.site_model.machines import lamp
from server.site_model.part import Moving, Part, small
from server.site_model.shapes import box, merged, round_bar, swept
from server.site_model.valves import PIPE_R_M, PIPE_Y_M


def gas_detector() -> Part:
    """A point detector on a post, its head near the ground: petrol vapour is heavy (GB/T 50493-2019 6.1: 0.3-0.6 m)."""
    body = [
        box(0.34, 0.1, 0.34, c.PLINTH),
        round_bar(0.028, 1.35, c.STEEL, (0, 0.1, 0), sides=8),
        round_bar(0.085, 0.12, c.MOTOR, (0, 0.62, 0.0), "z", 14),  # transmitter
        box(0.09, 0.05, 0.01, c.GLASS, (0, 0.6, 0.121)),
        round_bar(0.045, 0.14, c.ALUMINIUM, (0, 0.42, 0.05), sides=12, caps=(True, True)),
        round_bar(0.055, 0.05, c.DARK_STEEL, (0, 0.39, 0.05), sides=12, caps=(True, True)),
        round_bar(0.07, 0.03, c.DARK_STEEL, (0, 1.43, 0), sides=12),
        swept([(0, 0.62, -0.02), (0.06, 0.4, -0.02), (0.06, 0, -0.02)], 0.012, c.DARK_STEEL, 5),
        box(0.28, 0.15, 0.012, c.STEEL, (0, 1.04, 0.034), bottom=True),
    ]
    far = [round_bar(0.04, 1.45, c.STEEL, sides=5), box(0.16, 0.26, 0.16, c.MOTOR, (0, 0.42, 0.04))]
    alarm = round_bar(0.05, 0.1, 0xE53935, sides=10)
    return small(
        {"paint": merged(body)}, {"paint": merged(far)}, (Moving("lamp", {"lamp": alarm}, (0, 1.46, 0)),), 30.0, 180.0
    )


def level() -> Part:
    """A radar gauge on its nozzle on the roof."""
    body = [
        round_bar(0.12, 0.25, c.STEEL, (0, -0.1, 0), sides=12),
        round_bar(0.19, 0.04, c.STEEL, (0, 0.15, 0), sides=14, caps=(True, True)),
        round_bar(0.06, 0.16, c.ALUMINIUM, (0, 0.19, 0), sides=10),
        round_bar(0.11, 0.22, c.MOTOR, (-0.11, 0.45, 0), "x", 14, caps=(True, True)),
    ]
    return small({"paint": merged(body)}, {"paint": box(0.22, 0.6, 0.2, c.MOTOR)}, (), 30.0, 120.0)


def level_switch() -> Part:
    """The independent high switch: a smaller head on its own nozzle, its cable apart."""
    body = [
        round_bar(0.08, 0.3, c.STEEL, (0, -0.1, 0), sides=10),
        round_bar(0.14, 0.03, c.STEEL, (0, 0.2, 0), sides=12, caps=(True, True)),
        box(0.16, 0.16, 0.14, c.FIRE_WATER, (0, 0.23, 0)),
    ]
    return small({"paint": merged(body)}, {"paint": box(0.16, 0.4, 0.14, c.FIRE_WATER)}, (), 30.0, 120.0)


def flow() -> Part:
    """A flow meter in the pipe, its display upright."""
    y = PIPE_Y_M
    body = [
        *[round_bar(PIPE_R_M * 1.62, 0.04, c.STEEL, (x, y, 0), "x", 14, caps=(True, True)) for x in (-0.25, 0.21)],
        round_bar(PIPE_R_M * 1.35, 0.44, c.MOTOR, (-0.22, y, 0), "x", 14),
        round_bar(0.04, 0.2, c.STEEL, (0, y + 0.15, 0), sides=8),
        round_bar(0.11, 0.14, c.MOTOR, (0, y + 0.45, -0.07), "z", 14, caps=(True, True)),
        box(0.11, 0.07, 0.01, c.GLASS, (0, y + 0.42, 0.071)),
        box(0.12, y - PIPE_R_M, 0.12, c.STEEL),
    ]
    return small({"paint": merged(body)}, {"paint": box(0.4, 1.1, 0.3, c.MOTOR)}, (), 30.0, 160.0)


def position() -> Part:
    """The limit-switch box on a valve's actuator, a little beside the pointer."""
    body = [box(0.13, 0.12, 0.1, c.YELLOW, bottom=True), round_bar(0.015, 0.06, c.BLACK, (0, 0.12, 0), sides=6)]
    return small({"paint": merged(body)}, {"paint": box(0.13, 0.12, 0.1, c.YELLOW)}, (), 20.0, 60.0)


def running() -> Part:
    """The running lamp of a motor, on a stalk."""
    body = [round_bar(0.02, 0.16, c.STEEL, sides=6), box(0.1, 0.1, 0.08, c.CABINET, (0, 0.14, 0), bottom=True)]
    shine = Moving("lamp", {"lamp": lamp(0.03, 0x39D353)}, (0, 0.19, 0.04))
    return small({"paint": merged(body)}, {"paint": box(0.1, 0.24, 0.08, c.CABINET)}, (shine,), 20.0, 60.0)


def wind_speed() -> Part:
    """An anemometer on its mast; the cups turn."""
    cups = []
    for k in range(3):
        arm = [
            round_bar(0.008, 0.2, c.DARK_STEEL, axis="x", sides=5),
            round_bar(0.05, 0.05, c.DARK_STEEL, (0.2, 0, -0.02), "z", 8, top=0.015, caps=(True, True)),
        ]
        cups.append(merged(arm).turned(2 * pi * k / 3))
    body = [round_bar(0.03, 2.4, c.ALUMINIUM, sides=8), round_bar(0.05, 0.12, c.DARK_STEEL, (0, 2.4, 0), sides=8)]
    moving = (Moving("cups", {"paint": merged(cups)}, (0, 2.56, 0), turns=1.0),)
    return small({"paint": merged(body)}, {"paint": merged(body)}, moving, 60.0, 200.0)


def wind_direction() -> Part:
    """A vane on its mast; at rest it points east, as the sock does."""
    vane = merged(
        [
            round_bar(0.012, 0.7, c.DARK_STEEL, (-0.3, 0, 0), "x", 6, caps=(True, True)),
            box(0.22, 0.2, 0.012, c.DARK_STEEL, (0.3, -0.1, 0), bottom=True),
        ]
    )
    body = [round_bar(0.03, 2.1, c.ALUMINIUM, sides=8), round_bar(0.04, 0.1, c.DARK_STEEL, (0, 2.1, 0), sides=8)]
    moving = (Moving("vane", {"paint": vane}, (0, 2.24, 0), turns=1.0),)
    return small({"paint": merged(body)}, {"paint": merged(body)}, moving, 60.0, 200.0)
