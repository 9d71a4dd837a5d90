"""Holding: a wet gasholder. A bell stands out of its basin of water between guide posts, ring of water all round."""

from math import cos, pi, sin

from server.site_model import colours as c
from server.site_model.part import Level, Part
from server.site_model.shapes import Shape, box, merged, ring, round_bar, swept

DOME = 0.12  # rise of the bell's crown, of its radius
BASIN, BELL = 0.42, 0.86  # of the height of the posts: the basin's wall, the bell as it mostly stands
CLEAR_M = 0.45  # of water between wall and bell
POSTS = 12


def gasholder(diameter_m: float, rim_m: float) -> Part:
    """A gasholder of this width; rim_m: height of its posts."""
    radius = diameter_m / 2
    near = [*_basin(radius, rim_m, 48), *_bell(radius, rim_m, 48), *_posts(radius, rim_m, 8), *_rollers(radius, rim_m)]
    far = [*_basin(radius, rim_m, 20), *_bell(radius, rim_m, 20), *_posts(radius, rim_m, 5)]
    return Part((Level(0.0, {"paint": merged(near)}), Level(110.0, {"paint": merged(far)})))


def crown_m(diameter_m: float, rim_m: float, from_middle_m: float) -> float:
    """Height of the bell's crown at a distance from its middle."""
    inner = diameter_m / 2 - CLEAR_M
    return BELL * rim_m + DOME * max(inner - from_middle_m, 0.0)


def _basin(radius: float, high_m: float, sides: int) -> list[Shape]:
    wall = BASIN * high_m
    return [
        round_bar(radius + 0.5, 0.3, c.PLINTH, sides=sides),
        round_bar(radius, wall, c.SHELL, sides=sides),
        round_bar(radius - 0.02, 0.03, c.POOL, (0, wall - 0.15, 0), sides=sides, caps=(False, True)),
        ring(radius + 0.04, 0.09, c.ALUMINIUM, wall, sides, 5),
    ]


def _bell(radius: float, high_m: float, sides: int) -> list[Shape]:
    inner, top = radius - CLEAR_M, BELL * high_m
    return [
        round_bar(inner, top - BASIN * high_m + 0.5, c.BELL, (0, BASIN * high_m - 0.5, 0), sides=sides),
        round_bar(inner, DOME * inner, c.BELL, (0, top, 0), sides=sides, top=0.3, caps=(False, True)),
        ring(inner + 0.05, 0.1, c.ALUMINIUM, top, sides, 5),
    ]


def _around(radius: float) -> list[tuple[float, float, float]]:
    turns = [2 * pi * (k + 0.5) / POSTS for k in range(POSTS)]
    return [(radius * cos(t), radius * sin(t), t) for t in turns]


def _posts(radius: float, high_m: float, sides: int) -> list[Shape]:
    posts = [round_bar(0.16, high_m, c.STEEL, (x, 0, z), sides=sides, caps=(False, True))
             for x, z, _ in _around(radius + 0.35)]  # fmt: skip
    girders = [ring(radius + 0.35, 0.14, c.STEEL, share * high_m, POSTS * 2, 5) for share in (0.7, 0.985)]
    return [*posts, *girders]


def _rollers(radius: float, high_m: float) -> list[Shape]:
    """What the bell runs up and down the posts on, and the ladder to the basin's edge."""
    high = BELL * high_m + 0.1
    arms = [swept([(0.93 * x, high, 0.93 * z), (x, high + 0.2, z)], 0.09, c.DARK_STEEL, 6)
            for x, z, _ in _around(radius + 0.2)]  # fmt: skip
    rungs = [box(0.5, 0.03, 0.05, c.YELLOW, (0, 0.3 * k, radius + 0.12)) for k in range(1, int(BASIN * high_m / 0.3))]
    rails = [box(0.04, BASIN * high_m + 0.9, 0.04, c.YELLOW, (x, 0, radius + 0.12)) for x in (-0.27, 0.27)]
    return [*arms, *rungs, *rails]
