"""Fixtures: small things that every tank farm has and no scenario names, and the trees along the wall."""

from functools import cache
from itertools import combinations
from math import hypot, pi, sqrt

import numpy as np

from server.site_model import colours as c
from server.site_model.bunds import GOING_M, RISE_M, steps_over
from server.site_model.shapes import Array, Shape, box, made, merged, round_bar
from server.site_model.standing import Flat, Standing, unit

TREE_EVERY_M = 15.0
TREES_OFF_M = 55.0  # from a bund: GB 50160 4.2 wants no trees that hold vapour about a tank farm


def fixtures(standing: Standing) -> Shape | None:
    """Static posts and extinguisher chests where people go over a bund's wall or into the pump house."""
    shapes = []
    for bund in standing.site.bunds:
        for (x, y), out in steps_over(standing, bund):
            reach = bund.wall_m / RISE_M * GOING_M + 1.0
            foot = (x + out[0] * reach, y + out[1] * reach)
            shapes.append(_static_post().at(foot[0] + abs(out[1]) * 0.9, 0, -(foot[1] + abs(out[0]) * 0.9)))
            shapes.append(_chest(out).at(foot[0] - abs(out[1]) * 1.6, 0, -(foot[1] - abs(out[0]) * 1.6)))
    for place in standing.site.places:
        if place.kind == "pump_house":
            out = standing.nearest_way(place)
            x, y = place.x_m + out[0] * 7.2, place.y_m + out[1] * 7.2
            shapes.append(_static_post().at(x - out[1] * 1.6, 0, -(y - out[0] * 1.6)))
            shapes.append(_chest(out).at(x - out[1] * 3.0, 0, -(y - out[0] * 3.0)))
    return merged(shapes) if shapes else None


def _static_post() -> Shape:
    """A post with a bare ball that takes the charge off who touches it (GB 13348)."""
    ball = _ball(0.075, 0xD9DDDF, 2).at(0, 1.12, 0)
    plate = box(0.3, 0.16, 0.015, c.BLUE, (0, 0.78, 0.035), bottom=True)
    return merged([round_bar(0.03, 1.06, c.ALUMINIUM, sides=8), box(0.24, 0.05, 0.24, c.PLINTH), ball, plate])


def _chest(out: Flat) -> Shape:
    """A red chest with two extinguishers, white band in front."""
    body = [
        box(0.9, 0.62, 0.4, c.RED, (0, 0.12, 0), bottom=True),
        box(0.7, 0.2, 0.01, c.WHITE, (0, 0.3, 0.205), bottom=True),
        box(0.94, 0.04, 0.44, c.RED, (0, 0.74, 0), bottom=True),
        *[box(0.08, 0.12, 0.3, c.DARK_STEEL, (x, 0, 0)) for x in (-0.35, 0.35)],
    ]
    return merged(body).turned({(0, -1): 0.0, (1, 0): pi / 2, (0, 1): pi}.get((round(out[0]), round(out[1])), -pi / 2))


def _ball(radius: float, colour: int, rounds: int) -> Shape:
    corners, faces = _round(rounds)
    return made(corners * radius, corners, faces, colour)


@cache
def _round(rounds: int) -> tuple[Array, list[tuple[int, int, int]]]:
    """A ball of triangles: an icosahedron, each face parted so often less one."""
    golden = (1.0 + sqrt(5.0)) / 2.0
    signs = [(p, q) for p in (-1.0, 1.0) for q in (-golden, golden)]
    points = [(p, q, 0.0) for p, q in signs] + [(0.0, p, q) for p, q in signs] + [(q, 0.0, p) for p, q in signs]
    corners = [np.array(point) / sqrt(1.0 + golden * golden) for point in points]
    faces = _hull(corners)
    for _ in range(rounds - 1):
        corners, faces = _parted(corners, faces)
    return np.array(corners), faces


def _hull(corners: list[Array]) -> list[tuple[int, int, int]]:
    """The faces of an icosahedron: three corners that are next to each other, wound outward."""
    near = 8.0 / (5.0 + sqrt(5.0)) + 1e-6  # an edge, squared
    faces = []
    for i, j, k in combinations(range(len(corners)), 3):
        a, b, d = corners[i], corners[j], corners[k]
        if all(((p - q) * (p - q)).sum() < near for p, q in ((a, b), (b, d), (d, a))):
            faces.append((i, j, k) if (np.cross(b - a, d - a) * a).sum() > 0 else (i, k, j))
    return faces


def _parted(corners: list[Array], faces: list[tuple[int, int, int]]) -> tuple[list[Array], list[tuple[int, int, int]]]:
    """Each face in four, the new corners on the ball."""
    points, known = list(corners), dict[tuple[int, int], int]()

    def halfway(i: int, j: int) -> int:
        edge = (min(i, j), max(i, j))
        if edge not in known:
            middle = points[i] + points[j]
            known[edge] = len(points)
            points.append(middle / np.sqrt((middle * middle).sum()))
        return known[edge]

    found = []
    for i, j, k in faces:
        ij, jk, ki = halfway(i, j), halfway(j, k), halfway(k, i)
        found += [(i, ij, ki), (ij, j, jk), (ki, jk, k), (ij, jk, ki)]
    return points, found


def trees(standing: Standing, corners: tuple[float, float, float, float]) -> list[Shape]:
    """A row of trees inside the wall, far from the tanks; they are drawn with the grass."""
    x0, y0, x1, y1 = corners
    chance = np.random.Generator(np.random.PCG64(71))
    found = []
    edge = [(x0 + 6, y0 + 6), (x1 - 6, y0 + 6), (x1 - 6, y1 - 6), (x0 + 6, y1 - 6)]
    for a, b in zip(edge, [*edge[1:], edge[0]], strict=True):
        far = hypot(b[0] - a[0], b[1] - a[1])
        dx, dy = unit(b[0] - a[0], b[1] - a[1])
        for k in range(int(far / TREE_EVERY_M)):
            size, turn, lean, shade = chance.uniform(0.8, 1.25), chance.uniform(0, 2 * pi), *chance.uniform(-1, 1, 2)
            at = (k + 0.5) * TREE_EVERY_M + lean * 2
            x, y = a[0] + dx * at - dy * lean, a[1] + dy * at + dx * lean
            near = any(bund.within(x, y, TREES_OFF_M) for bund in standing.site.bunds)
            if not near and standing.clear_of_ways(x, y, 3.5):
                found.append(_tree(size, turn, shade).at(x, -0.14, -y))
    return found


def _tree(size: float, turn: float, shade: float) -> Shape:
    """A trunk and three clumps of leaves; their colour is times that of the grass."""
    green = int(215 + 35 * shade)
    leaves = (int(0.75 * green) << 16) | (green << 8) | int(0.62 * green)
    clumps = [
        _ball(1.5 * size, leaves, 2).at(0.2, 3.6 * size, 0),
        _ball(1.15 * size, leaves, 1).at(-0.8 * size, 3.0 * size, 0.5 * size),
        _ball(1.1 * size, leaves, 1).at(0.6 * size, 4.6 * size, -0.4 * size),
    ]
    return merged([round_bar(0.16, 2.6 * size, 0xA08468, sides=6, caps=(False, False)), *clumps]).turned(turn)
