"""Pressure: spheres of liquefied gas on their legs, and what guards them: rings, monitors, shut-down button."""

from math import cos, pi, sin, sqrt

import numpy as np

from server.site_model import colours as c
from server.site_model.machines import lamp
from server.site_model.part import Level, Moving, Part, small
from server.site_model.shapes import Shape, box, made, merged, ring, round_bar, swept
from server.site_model.valves import DRAIN_R_M, gate_valve, wheel

LEG_M = 2.0  # how high the lowest point of a sphere stands; as the rule module has it
FLARE_M = 40.0
SADDLE_M, BULLET_LONG = 1.2, 4.5  # what a vessel that lies stands on; how many times as long as wide it is
RINGS = (0.35, 0.6, 0.85)  # of the height, where spray rings run


def sphere(diameter_m: float) -> Part:
    """A sphere on legs that are clad against fire, with spray rings, stair and relief valve on top."""
    radius = diameter_m / 2
    near = [_ball(radius, 32, 18), *_legs(radius, 10, 8), *_rings(radius), *_top(radius), *_stair(radius), *_root()]
    far = [_ball(radius, 18, 10), *_legs(radius, 6, 5), *_top(radius)[:2]]
    return Part((Level(0.0, {"paint": merged(near)}), Level(110.0, {"paint": merged(far)})))


def bullet(diameter_m: float) -> Part:
    """A vessel that lies on two saddles, along z: domed ends, man-way and relief valve on top, outlet below."""
    radius, half = diameter_m / 2, BULLET_LONG * diameter_m / 2
    y = SADDLE_M + radius
    body = round_bar(radius, 2 * half, c.SHELL, (0, y, -half), "z", 28, caps=(True, True))
    domes = [round_bar(0.8 * radius, 0.24 * radius, c.SHELL, (0, y, z), "z", 20, caps=(True, True))
             for z in (-half - 0.24 * radius, half)]  # fmt: skip
    high = SADDLE_M + 0.3 * radius
    saddles = [box(1.5 * radius, high, 0.5, c.CONCRETE, (0, 0, z)) for z in (-0.6 * half, 0.6 * half)]
    crown = SADDLE_M + diameter_m
    top = [
        round_bar(0.4, 0.35, c.SHELL, (0, crown - 0.1, 0.3 * half), sides=14, caps=(True, True)),
        round_bar(0.12, 0.9, c.RED, (0, crown - 0.05, -0.3 * half), sides=10),
        round_bar(0.09, 1.6, c.ALUMINIUM, (0, crown + 0.85, -0.3 * half), sides=8),
        swept([(radius + 0.2, y, -half), (radius + 0.2, y, half)], 0.05, c.FIRE_WATER, 6),
        swept([(-radius - 0.2, y, -half), (-radius - 0.2, y, half)], 0.05, c.FIRE_WATER, 6),
    ]
    outlet = round_bar(0.12, SADDLE_M + 0.1, c.CAST, (0, 0.2, 0), sides=10, caps=(True, False))
    far = [round_bar(radius, 2 * half, c.SHELL, (0, y, -half), "z", 12, caps=(True, True)), *saddles, *top[:2]]
    near = merged([body, *domes, *saddles, *top, outlet])
    return Part((Level(0.0, {"paint": near}), Level(90.0, {"paint": merged(far)})))


def flare() -> Part:
    """A stack held by three stays, with its seal drum; tip and pilots at the top, banded red and white."""
    stack = [
        round_bar(0.3, FLARE_M, c.SHELL, sides=12, caps=(False, True)),
        *[round_bar(0.31, 2.0, c.RED, (0, FLARE_M - 4.0 * k - 6.0, 0), sides=12) for k in range(3)],
    ]
    tip = [round_bar(0.42, 2.0, c.DARK_STEEL, (0, FLARE_M, 0), sides=12), box(2.2, 0.4, 2.2, c.PLINTH)]
    turns = [2 * pi * k / 3 for k in range(3)]
    stays = [
        swept([(14 * cos(t), 0.3, 14 * sin(t)), (0.2 * cos(t), 0.8 * FLARE_M, 0.2 * sin(t))], 0.03, c.STEEL, 4)
        for t in turns
    ]
    feet = [box(0.9, 0.4, 0.9, c.PLINTH, (14 * cos(t), 0, 14 * sin(t))) for t in turns]
    drum = [
        round_bar(0.9, 4.0, c.SHELL, (-3.2, 1.2, -2.0), "z", 16, caps=(True, True)),
        *[box(1.4, 0.4, 0.3, c.PLINTH, (-3.2, 0, z)) for z in (-1.2, 1.2)],
        swept([(-3.2, 2.0, 0), (-1.5, 2.0, 0), (-0.2, 2.0, 0)], 0.2, c.SHELL, 8),
    ]
    near = {"paint": merged([*stack, *tip, *stays, *feet, *drum])}
    return Part((Level(0.0, near), Level(120.0, {"paint": merged([*stack, *tip])})))


def top_m(diameter_m: float) -> float:
    """Height of its crown."""
    return LEG_M + diameter_m


def _ball(radius: float, around: int, high: int) -> Shape:
    points, faces = [], []
    for j in range(high + 1):
        tilt = pi * j / high
        for i in range(around + 1):
            turn = 2 * pi * i / around
            points.append((sin(tilt) * cos(turn), -cos(tilt), -sin(tilt) * sin(turn)))
    for j in range(high):
        for i in range(around):
            a = j * (around + 1) + i
            b = a + around + 1
            faces += [[a, a + 1, b + 1], [a, b + 1, b]]
    normals = np.array(points)
    return made(normals * radius + np.array([0.0, LEG_M + radius, 0.0]), normals, faces, c.SHELL)


def _legs(radius: float, count: int, sides: int) -> list[Shape]:
    shapes = []
    out = radius * 0.96
    for k in range(count):
        turn = 2 * pi * k / count
        x, z = cos(turn) * out, -sin(turn) * out
        shapes.append(round_bar(0.38, LEG_M + radius, c.CONCRETE, (x, 0, z), sides=sides))
        shapes.append(box(1.1, 0.3, 1.1, c.PLINTH, (x, 0, z)))
        on = 2 * pi * (k + 1) / count
        there = (cos(on) * out, LEG_M + radius * 0.7, -sin(on) * out)
        shapes.append(swept([(x, 0.6, z), there], 0.05, c.STEEL, 4))
    return shapes


def _rings(radius: float) -> list[Shape]:
    shapes = []
    for share in RINGS:
        y = LEG_M + 2 * radius * share
        off = radius * (2 * share - 1)
        shapes.append(ring(sqrt(radius * radius - off * off) + 0.25, 0.05, c.FIRE_WATER, y, 36, 5))
    riser = radius + 0.25
    shapes.append(round_bar(0.08, LEG_M + radius * 1.7, c.FIRE_WATER, (riser, 0, 0), sides=8))
    return shapes


def _top(radius: float) -> list[Shape]:
    y = LEG_M + 2 * radius
    return [
        round_bar(1.3, 0.12, c.STEEL, (0, y, 0), sides=14, caps=(True, True)),
        round_bar(0.14, 1.1, c.RED, (0.5, y + 0.1, 0), sides=10),
        round_bar(0.1, 2.2, c.ALUMINIUM, (0.5, y + 1.2, 0), sides=8),
        ring(1.25, 0.025, c.YELLOW, y + 1.1, 16, 4),
        *[round_bar(0.02, 1.1, c.YELLOW, (cos(a) * 1.25, y, -sin(a) * 1.25), sides=4) for a in np.arange(8) * pi / 4],
    ]


def _stair(radius: float) -> list[Shape]:
    """A stair that winds from the ground up to the crown, as two rails and its steps."""
    steps = 28
    share = np.linspace(0.0, 1.0, steps)
    y = 0.2 + share * (LEG_M + 2 * radius)
    off = np.clip(y - LEG_M - radius, -radius * 0.2, radius)
    r = np.maximum(np.sqrt(np.maximum(radius * radius - off * off, 0.0)), 0.9) + 0.7
    turn = 2.2 + 2.6 * share
    line = np.stack([np.cos(turn) * r, y, -np.sin(turn) * r], axis=1)
    treads = [box(0.8, 0.04, 0.4, c.STEEL, bottom=True).turned(t).at(*p) for t, p in zip(turn, line, strict=True)]
    return [*treads, *[swept(line + np.array([0.0, lift, 0.0]), 0.025, c.YELLOW, 4) for lift in (0.6, 1.1)]]


def _root() -> list[Shape]:
    """The outlet below: nozzle, flange, and the pipe that leaves."""
    return [
        round_bar(0.16, LEG_M, c.CAST, (0, 0.4, 0), sides=12, caps=(True, False)),
        round_bar(0.28, 0.08, c.CAST, (0, 1.2, 0), sides=14, caps=(True, True)),
    ]


def ring_valve(turns: float) -> Part:
    """The red gate valve of a spray ring or a curtain."""
    return gate_valve(DRAIN_R_M, 0.18, 1.0, 0.17, turns)


def water_monitor() -> Part:
    """A fixed water monitor: riser, lever, and a barrel that trains; no foam."""
    body = [
        box(1.0, 0.15, 1.0, c.PLINTH),
        round_bar(0.1, 1.0, c.FIRE_WATER, (0, 0.15, 0), sides=14),
        round_bar(0.17, 0.05, c.FIRE_WATER, (0, 0.6, 0), sides=16, caps=(True, True)),
    ]
    barrel = merged([
        swept([(0, 0, 0), (0, 0.4, 0), (0, 0.9, 1.2)], 0.07, c.FIRE_WATER, 10),
        wheel(0.14, c.BLACK, 14).turned(pi / 2, "x").at(0.0, 0.33, -0.13),
    ])  # fmt: skip
    lever = box(0.03, 0.03, 0.42, c.YELLOW, (0.0, -0.015, 0.2), bottom=True)
    moving = (
        Moving("barrel", {"paint": barrel}, (0, 1.15, 0), turns=1.0),
        Moving("lever", {"paint": lever}, (0.12, 0.62, 0), (1.0, 0.0, 0.0), turns=0.25),
    )
    far = [box(1.0, 0.15, 1.0, c.PLINTH), swept([(0, 0.1, 0), (0, 1.4, 0), (0, 2.2, 1.3)], 0.09, c.FIRE_WATER, 6)]
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving, far_m=60.0, gone_m=320.0)


def shut_down_button() -> Part:
    """The field button of the emergency shut-down: yellow box, red mushroom (GB/T 16754)."""
    body = [
        round_bar(0.04, 1.2, c.STEEL, sides=8),
        box(0.3, 0.3, 0.16, c.YELLOW, (0, 1.1, 0), bottom=True),
        box(0.36, 0.03, 0.3, c.YELLOW, (0, 1.46, 0.02), bottom=True),
    ]
    button = round_bar(0.07, 0.06, c.RED, axis="z", sides=14)
    moving = (
        Moving("button", {"paint": button}, (0, 1.25, 0.09), (0.0, 0.0, -1.0), travel_m=0.02),
        Moving("lamp", {"lamp": lamp(0.03, 0xE53935)}, (0.1, 1.34, 0.09)),
    )
    far = [round_bar(0.05, 1.2, c.STEEL, sides=5), box(0.3, 0.4, 0.2, c.YELLOW, (0, 1.1, 0))]
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving)


def lanyard() -> Part:
    """The post at which the line of a tanker's emergency cut-off ends, with the red handle that pulls it."""
    body = [
        round_bar(0.05, 1.3, c.YELLOW, sides=8),
        box(0.5, 0.12, 0.5, c.PLINTH),
        box(0.3, 0.36, 0.06, c.RED, (0, 1.0, -0.06), bottom=True),
    ]
    grip = round_bar(0.03, 0.16, c.RED, (-0.08, 0, 0.3), "x", 8)
    handle = merged([round_bar(0.02, 0.3, c.RED, (0, 0, 0), "z", 8), grip])
    moving = (Moving("lever", {"paint": handle}, (0, 1.15, 0), (1.0, 0.0, 0.0), turns=0.15),)
    far = [round_bar(0.06, 1.3, c.YELLOW, sides=5), box(0.3, 0.36, 0.1, c.RED, (0, 1.0, 0))]
    return small({"paint": merged(body)}, {"paint": merged(far)}, moving)


def transmitter() -> Part:
    """A pressure or temperature transmitter on its stub."""
    body = [
        round_bar(0.05, 0.3, c.STEEL, (0, -0.1, 0), sides=8),
        round_bar(0.09, 0.16, c.MOTOR, (0, 0.3, -0.08), "z", 12, caps=(True, True)),
        box(0.09, 0.06, 0.01, c.GLASS, (0, 0.27, 0.085)),
    ]
    return small({"paint": merged(body)}, {"paint": box(0.18, 0.45, 0.16, c.MOTOR)}, (), 30.0, 120.0)


def pump_pad() -> Part:
    """An open slab with its kerb and a light roof on four posts: gas shall not gather."""
    width, depth, height = 14.0, 8.0, 4.2
    slab = [box(width, 0.08, depth, c.CONCRETE)]
    slab += [box(width, 0.2, 0.2, c.KERB, (0, 0, z)) for z in (-depth / 2, depth / 2)]
    posts = [round_bar(0.12, height, c.BLUE, (x, 0, z), sides=6) for x in (-6.5, 6.5) for z in (-3.6, 3.6)]
    roof = [box(width, 0.12, depth, 0xB9C2C6, (0, height, 0), bottom=True)]
    look = {"paint": merged([*slab, *posts, *roof])}
    return Part((Level(0.0, look), Level(90.0, look)))
