"""Shapes: triangles with normals and colours, and the few solids of which every part is made. y up, metres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Point = Sequence[float]


@dataclass(frozen=True, slots=True)
class Shape:
    """Triangles. uv: None = laid on later, by the size of the material's tile."""

    vertices: Array
    normals: Array
    colours: Array
    faces: Array
    uv: Array | None = None

    def at(self, x: float, y: float, z: float) -> "Shape":
        """The same, moved."""
        return replace(self, vertices=self.vertices + np.array([x, y, z]))

    def turned(self, radians: float, axis: str = "y") -> "Shape":
        """The same, turned about an axis through the origin, right-handed."""
        matrix = turn(radians, axis)
        return replace(self, vertices=self.vertices @ matrix.T, normals=self.normals @ matrix.T)


def turn(radians: float, axis: str = "y") -> Array:
    """The 3x3 matrix of a right-handed turn."""
    c, s = cos(radians), sin(radians)
    rows = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }
    return np.array(rows[axis], dtype=float)


def linear(colour: int) -> tuple[int, int, int, int]:
    """A colour as people write it, 0xRRGGBB, as glTF wants it of a vertex: linear."""
    parts = [((colour >> shift) & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (round(255 * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)) for c in parts)
    return red, green, blue, 255


def made(vertices: Any, normals: Any, faces: Any, colour: int, uv: Any = None) -> Shape:
    """A shape of one colour."""
    points = np.asarray(vertices, dtype=float).reshape(-1, 3)
    colours = np.tile(np.array(linear(colour), dtype=np.uint8), (len(points), 1))
    laid = None if uv is None else np.asarray(uv, dtype=float)
    triangles = np.asarray(faces, dtype=np.int64).reshape(-1, 3)
    return Shape(points, np.asarray(normals, dtype=float).reshape(-1, 3), colours, triangles, laid)


def merged(shapes: Iterable[Shape]) -> Shape:
    """All in one. Either all have their own uv or none."""
    found = list(shapes)
    starts = np.cumsum([0, *(len(shape.vertices) for shape in found)])
    uvs = [shape.uv for shape in found if shape.uv is not None]
    return Shape(
        np.concatenate([shape.vertices for shape in found]),
        np.concatenate([shape.normals for shape in found]),
        np.concatenate([shape.colours for shape in found]),
        np.concatenate([shape.faces + start for shape, start in zip(found, starts, strict=False)]),
        np.concatenate(uvs) if uvs else None,
    )


def quad(a: Point, b: Point, c: Point, d: Point, colour: int, uv: Any = None) -> Shape:
    """Four corners, counter-clockwise to who looks at it."""
    corners = np.array([a, b, c, d], dtype=float)
    normal = np.cross(corners[1] - corners[0], corners[3] - corners[0])
    normals = np.tile(normal / np.sqrt((normal * normal).sum()), (4, 1))
    return made(corners, normals, [[0, 1, 2], [0, 2, 3]], colour, uv)


# faces of a box of half a unit to each side, standing on 0: four corners each, counter-clockwise from outside
_FACES = np.array(
    [
        [(-1, 0, 1), (1, 0, 1), (1, 1, 1), (-1, 1, 1)],
        [(1, 0, 1), (1, 0, -1), (1, 1, -1), (1, 1, 1)],
        [(1, 0, -1), (-1, 0, -1), (-1, 1, -1), (1, 1, -1)],
        [(-1, 0, -1), (-1, 0, 1), (-1, 1, 1), (-1, 1, -1)],
        [(-1, 1, 1), (1, 1, 1), (1, 1, -1), (-1, 1, -1)],
        [(-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1)],
    ],
    dtype=float,
)
_OUT = np.array([(0, 0, 1), (1, 0, 0), (0, 0, -1), (-1, 0, 0), (0, 1, 0), (0, -1, 0)], dtype=float)
_TWO = np.array([[0, 1, 2], [0, 2, 3]])


def box(width: float, height: float, depth: float, colour: int, at: Point = (0, 0, 0), bottom: bool = False) -> Shape:
    """A box standing on `at`, x by y by z. bottom: whether its underside can be seen."""
    count = 6 if bottom else 5
    vertices = _FACES[:count].reshape(-1, 3) * np.array([width / 2, height, depth / 2]) + np.array(at, dtype=float)
    faces = (_TWO[None, :, :] + 4 * np.arange(count)[:, None, None]).reshape(-1, 3)
    return made(vertices, np.repeat(_OUT[:count], 4, axis=0), faces, colour)


def round_bar(
    radius: float,
    length: float,
    colour: int,
    at: Point = (0, 0, 0),
    axis: str = "y",
    sides: int = 16,
    top: float | None = None,
    caps: tuple[bool, bool] = (False, True),
) -> Shape:
    """A cylinder, or a cone to the radius `top`, from `at` along an axis. caps: at its foot, at its head."""
    end = radius if top is None else top
    angles = np.arange(sides + 1) * (2 * pi / sides)
    out = np.stack([np.cos(angles), np.zeros(sides + 1), -np.sin(angles)], axis=1)
    rise = (radius - end) / length
    normals = (out + np.array([0.0, rise, 0.0])) / np.sqrt(1 + rise * rise)
    vertices = np.concatenate([out * radius, out * end + np.array([0.0, length, 0.0])])
    faces = []
    for i in range(sides):
        j, k = i + sides + 1, i + sides + 2
        faces += [[i, i + 1, k], [i, k, j]]
    shapes = [made(vertices, np.concatenate([normals, normals]), faces, colour)]
    if caps[0] and radius > 0:
        shapes.append(disc(radius, colour, sides).turned(pi, "x"))
    if caps[1] and end > 0:
        shapes.append(disc(end, colour, sides).at(0, length, 0))
    shape = merged(shapes)
    if axis == "x":
        shape = shape.turned(-pi / 2, "z")
    elif axis == "z":
        shape = shape.turned(pi / 2, "x")
    return shape.at(*at)


def disc(radius: float, colour: int, sides: int = 16) -> Shape:
    """A round face looking up."""
    angles = np.arange(sides) * (2 * pi / sides)
    rim = np.stack([np.cos(angles) * radius, np.zeros(sides), -np.sin(angles) * radius], axis=1)
    vertices = np.concatenate([[[0.0, 0.0, 0.0]], rim])
    faces = [[0, i + 1, (i + 1) % sides + 1] for i in range(sides)]
    return made(vertices, np.tile([0.0, 1.0, 0.0], (sides + 1, 1)), faces, colour)


def swept(points: Sequence[Point] | Array, radius: float, colour: int, sides: int = 8, closed: bool = False) -> Shape:
    """A bar along a line: pipes, rails, rims. Bends are mitred; see `rounded`."""
    path = np.asarray(points, dtype=float)
    count = len(path)
    ahead = np.roll(path, -1, axis=0) - path
    if not closed:
        ahead[-1] = ahead[-2]
    ahead /= np.sqrt((ahead * ahead).sum(axis=1, keepdims=True))
    behind = np.roll(ahead, 1, axis=0)
    if not closed:
        behind[0] = ahead[0]
    tangent = ahead + behind
    tangent /= np.sqrt((tangent * tangent).sum(axis=1, keepdims=True))
    side, vertices, normals = _across(tangent[0]), [], []
    angles = np.arange(sides + 1) * (2 * pi / sides)
    for at, along in zip(path, tangent, strict=True):
        side = side - along * (side @ along)
        side /= np.sqrt(side @ side)
        over = np.cross(along, side)
        ring = np.cos(angles)[:, None] * side + np.sin(angles)[:, None] * over
        vertices.append(at + ring * radius)
        normals.append(ring)
    if closed:
        vertices.append(vertices[0])
        normals.append(normals[0])
    rows = np.arange(count if closed else count - 1)[:, None] * (sides + 1)
    a = (rows + np.arange(sides)[None, :]).ravel()
    b = a + sides + 1
    faces = np.stack([a, a + 1, b + 1, a, b + 1, b], axis=1)
    return made(np.concatenate(vertices), np.concatenate(normals), faces, colour)


def _across(along: Array) -> Array:
    other = np.array([0.0, 1.0, 0.0]) if abs(along[1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    return np.cross(along, other)


def rounded(points: Sequence[Point], radius: float, parts: int = 3) -> Array:
    """The line with its corners rounded."""
    path = [np.asarray(point, dtype=float) for point in points]
    bent = [path[0]]
    for before, at, after in zip(path, path[1:], path[2:], strict=False):
        back, on = before - at, after - at
        far_back, far_on = np.sqrt(back @ back), np.sqrt(on @ on)
        reach = min(radius, 0.45 * far_back, 0.45 * far_on)
        start, end = at + back / far_back * reach, at + on / far_on * reach
        for step in range(parts + 1):
            t = step / parts
            bent.append((1 - t) * (1 - t) * start + 2 * t * (1 - t) * at + t * t * end)
    bent.append(path[-1])
    return np.array(bent)


def ring(radius: float, thickness: float, colour: int, y: float, parts: int = 24, sides: int = 6) -> Shape:
    """A round rail about the y axis."""
    angles = np.arange(parts) * (2 * pi / parts)
    circle = np.stack([np.cos(angles) * radius, np.full(parts, y), -np.sin(angles) * radius], axis=1)
    return swept(circle, thickness, colour, sides, closed=True)


def extruded(outline: Sequence[tuple[float, float]], depth: float, colour: int) -> Shape:
    """A convex outline in x and y, counter-clockwise, drawn out along z, centred."""
    z, count = depth / 2, len(outline)
    front = [(x, y, z) for x, y in outline]
    back = [(x, y, -z) for x, y in outline]
    shapes = [quad(back[i], back[(i + 1) % count], front[(i + 1) % count], front[i], colour) for i in range(count)]
    fan = [[0, i, i + 1] for i in range(1, count - 1)]
    shapes.append(made(front, np.tile([0.0, 0.0, 1.0], (count, 1)), fan, colour))
    shapes.append(flipped(made(back, np.tile([0.0, 0.0, 1.0], (count, 1)), fan, colour)))
    return merged(shapes)


def flipped(shape: Shape) -> Shape:
    """The same, seen from its other side."""
    return replace(shape, normals=-shape.normals, faces=shape.faces[:, ::-1])


def framed_on(radius: float, width: float, height: float, uv: tuple[float, float, float, float], sides: int) -> Shape:
    """A label bent round the y axis, centred to the south (+z), from y = 0. uv: left, bottom, right, top."""
    left, bottom, right, top = uv
    half = width / radius / 2
    rows = []
    for i in range(sides + 1):
        t = i / sides
        angle = -half + 2 * half * t
        rows.append((sin(angle), cos(angle), left + (right - left) * t))
    vertices = [(x * radius, y, z * radius) for x, z, _ in rows for y in (0.0, height)]
    normals = [(x, 0.0, z) for x, z, _ in rows for _ in (0, 1)]
    laid = [(u, v) for _, _, u in rows for v in (bottom, top)]
    faces = []
    for i in range(sides):
        a = 2 * i
        faces += [[a, a + 2, a + 3], [a, a + 3, a + 1]]
    return made(vertices, normals, faces, 0xFFFFFF, laid)
