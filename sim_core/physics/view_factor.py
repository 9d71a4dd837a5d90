"""View factor: how much of a receiver's sky a leaning flame fills.

The flame is a cylinder whose axis leans downwind and whose level sections are ellipses, long along the wind (drag).
By Stokes' theorem the vector view factor of what is seen is an integral along its outline: two straight edges in
closed form, two arcs by Gauss' rule. Its length is the greatest view factor over all orientations, its level part
that of the best vertical receiver, its upright part that of one that lies flat.
"""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np

from sim_core import exact
from sim_core.exact.polynomial import FloatArray
from sim_core.physics.validity import Example, states

SOURCE = (
    "Howell, Catalog of Radiation Heat Transfer Configuration Factors, 3rd ed., sec. 'contour integration'; "
    "Mudan, Fire Safety J. 12 (1987) 89-96 (the leaning cylinder)"
)
# Gauss-Legendre, 16 points on (-1, 1): the positive half.
HALF_NODES = (
    0.0950125098376374402, 0.2816035507792589132, 0.4580167776572273863, 0.6178762444026437484,
    0.7554044083550030339, 0.8656312023878317439, 0.9445750230732325761, 0.9894009349916499326,
)  # fmt: skip
HALF_WEIGHTS = (
    0.1894506104550684963, 0.1826034150449235889, 0.1691565193950025382, 0.1495959888165767321,
    0.1246289712555338720, 0.0951585116824927848, 0.0622535239386478929, 0.0271524594117540949,
)  # fmt: skip
WHOLE = [(-x, w) for x, w in zip(HALF_NODES, HALF_WEIGHTS, strict=True)]
WHOLE += [(x, w) for x, w in zip(HALF_NODES, HALF_WEIGHTS, strict=True)]
# Each half of an arc by itself, so that the nodes crowd at its middle, the point nearest to the receiver.
NODES = np.array([0.5 * (x + side) for side in (-1.0, 1.0) for x, _ in WHOLE])
WEIGHTS = np.array([0.5 * w for _ in (-1.0, 1.0) for _, w in WHOLE])
Vector = tuple[FloatArray, FloatArray, FloatArray]


@dataclass(frozen=True, slots=True)
class Cylinder:
    """A leaning flame. Its foot is an ellipse of half widths along_m (downwind) and across_m, its middle at offset_m
    downwind of the pool's middle and base_m above the ground; the axis is length_m long and leans by asin(tilt_sine).
    """

    along_m: float
    across_m: float
    length_m: float
    tilt_sine: float
    offset_m: float = 0.0
    base_m: float = 0.0


@states(
    SOURCE,
    Example("SFPE Handbook, 3rd ed. 2002, ch. 3-11: upright, 1 m wide, 2 m long, seen from 3 m: vertical, horizontal", {
        "width_m": 1.0, "length_m": 2.0, "tilt_sine": 0.0, "downwind_m": 3.0, "crosswind_m": 0.0, "height_m": 0.0},
        (0.060519, 0.019901, 0.063707)),
    width_m=(0.05, 500.0),
    length_m=(0.05, 1000.0),
    tilt_sine=(0.0, 0.99),
    downwind_m=(-1.0e4, 1.0e4),
    crosswind_m=(-1.0e4, 1.0e4),
    height_m=(0.0, 200.0),
)  # fmt: skip
def view_factors(
    width_m: float, length_m: float, tilt_sine: float, downwind_m: float, crosswind_m: float, height_m: float
) -> tuple[float, float, float]:
    """Of a flame with a round foot: (vertical, horizontal, greatest), each 0..1. F = |integral of r x dr / (2 pi r^2)|.

    The receiver is at height_m above the foot, its distances from the middle of the pool; inside the flame all are 1.
    """
    flame = Cylinder(0.5 * width_m, 0.5 * width_m, length_m, tilt_sine)
    at = np.array([downwind_m]), np.array([crosswind_m]), np.array([height_m])
    vertical, horizontal, greatest = (float(v[0]) for v in view_factors_array(flame, *at))
    return vertical, horizontal, greatest


@states(SOURCE)
def view_factors_array(
    flame: Cylinder, downwind_m: FloatArray, crosswind_m: FloatArray, height_m: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """For many receivers: (vertical, horizontal, greatest); F = |integral of r x dr / (2 pi r^2)| along the outline.

    Arrays of one dimension, m, heights above the ground. Inside the leaning column the factor is 1, but 0 below the
    foot, which hides the flame. A flame's top end (smoke) is not seen. Part of a flame that leans over a receiver lies
    behind the best plane and is counted against it: near such flames F is low by a few percent.

    Example: tests/sim_core/test_physics_view_factor.py
    """
    up = flame.length_m * sqrt(1.0 - flame.tilt_sine * flame.tilt_sine)
    lean = flame.length_m * flame.tilt_sine
    foot: Vector = flame.offset_m - downwind_m, -crosswind_m, flame.base_m - height_m
    # The column's axis at the receiver's height, in a frame in which its section is a unit circle.
    x = (foot[0] - foot[2] * (lean / up)) / flame.along_m
    y = foot[1] / flame.across_m
    away = np.sqrt(x * x + y * y)
    inside = away <= 1.0 + 1.0e-9
    safe = np.where(inside, 2.0, away)
    toward = np.where(inside, 1.0, x / safe), np.where(inside, 0.0, y / safe)
    reach = np.sqrt((safe - 1.0) / (safe + 1.0))  # tan of half the angle of the arc that is seen, halved
    top: Vector = foot[0] + lean, foot[1], foot[2] + up
    ends = [_rim(flame, toward, s * reach) for s in (-1.0, 1.0)]
    low, high = [[_sum(c, e) for e in ends] for c in (foot, top)]
    parts = (
        _arc(flame, foot, toward, reach, 1.0), _edge(low[1], high[1]),
        _arc(flame, top, toward, reach, -1.0), _edge(high[0], low[0]),
    )  # fmt: skip
    fx, fy, fz = ((a + b + c + d) * (-0.5 / pi) for a, b, c, d in zip(*parts, strict=True))
    within = np.where(foot[2] > 0.0, 0.0, 1.0)
    vertical = np.where(inside, within, np.minimum(np.sqrt(fx * fx + fy * fy), 1.0))
    horizontal = np.where(inside, within, np.clip(fz, 0.0, 1.0))
    greatest = np.where(inside, within, np.minimum(np.sqrt(fx * fx + fy * fy + fz * fz), 1.0))
    return vertical, horizontal, greatest


def _rim(flame: Cylinder, toward: tuple[FloatArray, FloatArray], t: FloatArray) -> Vector:
    """The point of a section's rim, from its middle, at angle 2 atan t from the side that faces the receiver."""
    scale = 1.0 / (1.0 + t * t)
    cos, sin = (1.0 - t * t) * scale, 2.0 * t * scale
    x = -flame.along_m * (toward[0] * cos - toward[1] * sin)
    y = -flame.across_m * (toward[1] * cos + toward[0] * sin)
    return x, y, np.zeros_like(x)


def _arc(
    flame: Cylinder, middle: Vector, toward: tuple[FloatArray, FloatArray], reach: FloatArray, sense: float
) -> Vector:
    """Integral of r x dr / r^2 along the arc that is seen, from -reach to reach (sense 1) or back (-1)."""
    t = reach[:, None] * NODES
    along = toward[0][:, None], toward[1][:, None]
    px, py, _ = _rim(flame, along, t)
    scale = 1.0 / (1.0 + t * t)
    turn = 2.0 * scale * (reach[:, None] * WEIGHTS) * sense  # the angle that one node stands for
    # dr is the rim's point turned by a right angle in the unit circle.
    dx = -py * (flame.along_m / flame.across_m) * turn
    dy = px * (flame.across_m / flame.along_m) * turn
    rx, ry, rz = middle[0][:, None] + px, middle[1][:, None] + py, middle[2][:, None]
    per = 1.0 / (rx * rx + ry * ry + rz * rz)
    return -np.sum(rz * dy * per, axis=1), np.sum(rz * dx * per, axis=1), np.sum((rx * dy - ry * dx) * per, axis=1)


def _edge(start: Vector, end: Vector) -> Vector:
    """Integral of r x dr / r^2 along a straight edge: the angle it subtends, along the normal of its plane."""
    nx = start[1] * end[2] - start[2] * end[1]
    ny = start[2] * end[0] - start[0] * end[2]
    nz = start[0] * end[1] - start[1] * end[0]
    size = np.sqrt(nx * nx + ny * ny + nz * nz)
    inner = start[0] * end[0] + start[1] * end[1] + start[2] * end[2]
    per = exact.atan2_array(size, inner) / np.maximum(size, 1.0e-12)
    return nx * per, ny * per, nz * per


def _sum(a: Vector, b: Vector) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]
