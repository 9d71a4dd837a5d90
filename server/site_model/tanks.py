"""Tanks: a vertical tank with a low cone roof over its inner floating roof, as petrol is kept; stair, vents, foam."""

from math import cos, pi, sin

import numpy as np

from server.site_model import colours as c
from server.site_model.part import Level, Part
from server.site_model.shapes import Shape, box, made, merged, quad, ring, round_bar, swept

BASE_M = 0.3  # foundation; the rim's height is counted from the ground, like the level
ROOF_SLOPE = 1 / 14
RISE_M, GOING_M, TREAD_M = 0.2, 0.24, 0.75
STAIR_FROM = -0.35  # radians from the east, where the stair starts; it climbs counter-clockwise
COURSE_M = (8.0, 3.6)  # what one tile of the shell's texture shows


def tank(diameter_m: float, rim_m: float) -> Part:
    """A tank of this size."""
    radius = diameter_m / 2
    near = [*_roof(radius, rim_m, 48), *_stair(radius, rim_m), *_fittings(radius, rim_m), _foundation(radius, 48)]
    far = [*_roof(radius, rim_m, 24), _stair_band(radius, rim_m), _foundation(radius, 24)]
    return Part(
        (
            Level(0.0, {"plates": _shell(radius, rim_m, 64), "paint": merged(near)}),
            Level(110.0, {"plates": _shell(radius, rim_m, 32), "paint": merged(far)}),
        )
    )


def roof_y_m(diameter_m: float, rim_m: float, from_middle_m: float) -> float:
    """Height of the roof at a distance from its middle."""
    return rim_m + 0.08 + (diameter_m / 2 - from_middle_m) * ROOF_SLOPE


def _shell(radius: float, rim: float, sides: int) -> Shape:
    around = 2 * pi * radius
    tiles = round(around / COURSE_M[0])
    vertices, normals, uv, faces = [], [], [], []
    for i in range(sides + 1):
        angle = 2 * pi * i / sides
        for y in (BASE_M, rim):
            vertices.append((cos(angle) * radius, y, -sin(angle) * radius))
            normals.append((cos(angle), 0, -sin(angle)))
            uv.append((tiles * i / sides, (y - BASE_M) / COURSE_M[1]))
    for i in range(sides):
        a = 2 * i
        faces += [[a, a + 2, a + 3], [a, a + 3, a + 1]]
    return made(vertices, normals, faces, c.SHELL, uv)


def _foundation(radius: float, sides: int) -> Shape:
    return round_bar(radius + 0.7, BASE_M, c.PLINTH, sides=sides, top=radius + 0.3)


def _roof(radius: float, rim: float, sides: int) -> list[Shape]:
    return [
        ring(radius + 0.04, 0.07, c.ALUMINIUM, rim, sides, 5),  # rim angle
        round_bar(radius + 0.03, radius * ROOF_SLOPE, c.SHELL, (0, rim + 0.05, 0), sides=sides, top=0.25),
        _girder(radius, rim * 0.72, sides),
    ]


def _girder(radius: float, y: float, sides: int) -> Shape:
    """A flat ring that stiffens the shell against wind."""
    return round_bar(radius + 0.28, 0.08, c.ALUMINIUM, (0, y, 0), sides=sides, top=radius + 0.24, caps=(False, True))


def _around(shape: Shape, radius: float, angle: float, y: float) -> Shape:
    """A piece moved out to the shell; its own x looks outward."""
    return shape.turned(angle).at(cos(angle) * radius, y, -sin(angle) * radius)


def _stair(radius: float, rim: float) -> list[Shape]:
    count = int((rim - BASE_M + 0.1) / RISE_M)
    middle = radius + 0.12 + TREAD_M / 2
    step = GOING_M / middle
    treads = [
        _around(
            box(TREAD_M, 0.03, 0.27, c.STEEL, bottom=True), middle, STAIR_FROM + k * step, BASE_M + RISE_M * (k + 1)
        )
        for k in range(count)
    ]
    outer, inner = radius + 0.12 + TREAD_M, radius + 0.12
    angles = STAIR_FROM + np.arange(0, count + 1, 2) * step
    heights = BASE_M + RISE_M * (1 + np.arange(0, count + 1, 2))

    def line(r: float, lift: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.stack([np.cos(angles) * r, heights + lift, -np.sin(angles) * r], axis=1)

    rails = [swept(line(outer, lift), 0.022, c.YELLOW, 4) for lift in (0.55, 1.05)]
    stringers = [swept(line(r, -0.08), 0.05, c.STEEL, 4) for r in (outer, inner)]
    posts = [round_bar(0.018, 1.05, c.YELLOW, (x, y, z), sides=4) for x, y, z in line(outer, 0.0)[::2]]
    end = STAIR_FROM + count * step
    landing = _around(box(1.3, 0.05, 1.5, c.STEEL, bottom=True), radius + 0.35, end + 0.07, rim + 0.02)
    return [*treads, *rails, *stringers, *posts, landing]


def _stair_band(radius: float, rim: float) -> Shape:
    """The stair from afar: a strip that climbs."""
    count = int((rim - BASE_M + 0.1) / RISE_M)
    step = GOING_M / (radius + 0.5)
    angles = STAIR_FROM + np.linspace(0, count, 10) * step
    heights = np.linspace(BASE_M + 0.4, rim + 0.3, 10)
    r = radius + 0.5
    return swept(np.stack([np.cos(angles) * r, heights, -np.sin(angles) * r], axis=1), 0.32, c.STEEL, 4)


def _walkway(radius: float, rim: float) -> list[Shape]:
    """From the landing over the roof to the gauges in its middle, with rails on both sides."""
    angle = STAIR_FROM + (int((rim - BASE_M + 0.1) / RISE_M) * GOING_M) / (radius + 0.12 + TREAD_M / 2) + 0.07
    shapes = []
    edge, middle = (radius + 0.2, rim + 0.16), (1.3, rim + 0.2 + radius * ROOF_SLOPE)
    deck = [(r, y, z) for r, y in (edge, middle) for z in (-0.4, 0.4)]
    shapes.append(quad(deck[0], deck[1], deck[3], deck[2], c.STEEL))
    for z in (-0.4, 0.4):
        for lift in (0.55, 1.05):
            shapes.append(swept([(r, y + lift, z) for r, y in (edge, middle)], 0.02, c.YELLOW, 4))
        for k in range(8):
            t = k / 7
            r, y = (edge[0] + (middle[0] - edge[0]) * t, edge[1] + (middle[1] - edge[1]) * t)
            shapes.append(round_bar(0.018, 1.05, c.YELLOW, (r, y, z), sides=4))
    return [shape.turned(angle) for shape in shapes]


def _fittings(radius: float, rim: float) -> list[Shape]:
    shapes = [ring(radius - 0.15, 0.022, c.YELLOW, rim + lift, 40, 4) for lift in (0.65, 1.15)]
    shapes += [
        _around(round_bar(0.02, 1.15, c.YELLOW, sides=4), radius - 0.15, 2 * pi * k / 26, rim) for k in range(26)
    ]
    for k in range(10):  # vents round the edge
        hood = [
            round_bar(0.14, 0.35, c.ALUMINIUM, sides=8),
            round_bar(0.24, 0.1, c.ALUMINIUM, (0, 0.35, 0), sides=8, top=0.12, caps=(True, True)),
        ]
        shapes.append(_around(merged(hood), radius - 0.9, 2 * pi * (k + 0.5) / 10, rim + 0.1))
    top = radius * ROOF_SLOPE + rim
    shapes += _walkway(radius, rim)
    shapes += [
        round_bar(0.2, 0.5, c.ALUMINIUM, (0, top, 0), sides=12),
        round_bar(0.36, 0.16, c.ALUMINIUM, (0, top + 0.5, 0), sides=12, top=0.16, caps=(True, True)),
    ]
    for k in range(16):  # openings under the roof, where it runs over
        angle = 2 * pi * (k + 0.25) / 16
        shapes.append(_around(box(0.06, 0.16, 0.5, c.BLACK, bottom=True), radius, angle, rim - 0.32))
    for k in range(3):  # foam chambers, each with its riser
        angle = pi * (0.75 + 0.5 * k)
        shapes.append(_around(box(0.5, 0.7, 0.4, c.FIRE_WATER, bottom=True), radius + 0.28, angle, rim - 0.95))
        shapes.append(_around(round_bar(0.06, rim - 1.2, c.FIRE_WATER, sides=8), radius + 0.3, angle, 0.3))
    shapes.append(ring(radius + 0.2, 0.045, c.FIRE_WATER, rim - 0.55, 48, 6))  # cooling water
    shapes.append(_around(round_bar(0.06, rim - 0.6, c.FIRE_WATER, sides=8), radius + 0.2, pi * 0.62, 0.1))
    for angle, size in ((pi * 1.62, 0.34), (pi * 0.4, 0.34)):  # manholes
        hole = merged(
            [
                round_bar(size, 0.28, c.STEEL, (-0.05, 0, 0), "x", 16),
                round_bar(size + 0.09, 0.06, c.STEEL, (0.2, 0, 0), "x", 16, caps=(True, True)),
            ]
        )
        shapes.append(_around(hole, radius, angle, 1.05))
    shapes.append(
        _around(box(0.08, rim - 0.6, 0.34, c.WHITE, bottom=True), radius + 0.03, STAIR_FROM - 0.16, 0.6)
    )  # level board
    return shapes
