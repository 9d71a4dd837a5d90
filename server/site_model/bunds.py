"""Bunds: walls, floor, and the steps over the wall where a way crosses it. About the bund's middle."""

from collections.abc import Sequence
from math import pi

from server.site_model import colours as c
from server.site_model.part import Level, Part
from server.site_model.shapes import Shape, box, merged, quad, round_bar, swept
from server.site_model.standing import Flat, Standing, apart
from sim_core.site import Bund

THICK_M = 0.36
RISE_M, GOING_M, WIDE_M = 0.25, 0.28, 1.1
CLEAR_M = 1.6  # between steps and what stands near the wall


def bund(plan: Bund, steps: Sequence[tuple[Flat, Flat]]) -> Part:
    """A bund. steps: points on its wall and the side of the wall each looks out to."""
    width, depth = plan.x1_m - plan.x0_m, plan.y1_m - plan.y0_m
    x, z, tall = width / 2, depth / 2, plan.wall_m
    walls = [
        box(width + THICK_M, tall, THICK_M, c.CONCRETE, (0, 0, z)),
        box(width + THICK_M, tall, THICK_M, c.CONCRETE, (0, 0, -z)),
        box(THICK_M, tall, depth - THICK_M, c.CONCRETE, (x, 0, 0)),
        box(THICK_M, tall, depth - THICK_M, c.CONCRETE, (-x, 0, 0)),
    ]
    coping = [
        box(width + THICK_M + 0.1, 0.08, THICK_M + 0.1, c.KERB, (0, tall, side * z), bottom=True) for side in (1, -1)
    ] + [box(THICK_M + 0.1, 0.08, depth - THICK_M, c.KERB, (side * x, tall, 0), bottom=True) for side in (1, -1)]
    floor = quad((-x, 0, z), (x, 0, z), (x, 0, -z), (-x, 0, -z), c.FLOOR)
    middle_x, middle_y = plan.middle_m
    stairs, rails = [], []
    for (sx, sy), out in steps:
        turn = {(0, -1): 0.0, (1, 0): pi / 2, (0, 1): pi, (-1, 0): -pi / 2}[round(out[0]), round(out[1])]
        over, rail = _steps(tall)
        stairs.append(merged(over).turned(turn).at(sx - middle_x, 0, -(sy - middle_y)))
        rails.append(merged(rail).turned(turn).at(sx - middle_x, 0, -(sy - middle_y)))
    near = {"concrete": merged([floor, *walls, *coping, *stairs])}
    if rails:
        near["paint"] = merged(rails)
    return Part((Level(0.0, near), Level(150.0, {"concrete": merged([floor, *walls, *stairs])})))


def _steps(tall: float) -> tuple[list[Shape], list[Shape]]:
    """Over a wall along x: concrete, handrails."""
    count = round(tall / RISE_M)
    half = THICK_M / 2 + 0.35  # of the landing
    concrete = [box(WIDE_M, tall + 0.1, 2 * half, c.KERB)]
    rails = []
    for side in (1, -1):
        for k in range(count):
            height = tall - (k + 1) * RISE_M + 0.1
            if height > 0.05:
                concrete.append(box(WIDE_M, height, GOING_M, c.KERB, (0, 0, side * (half + GOING_M * (k + 0.5)))))
        far = half + GOING_M * (count - 0.5)
        for x in (WIDE_M / 2, -WIDE_M / 2):
            for lift in (1.05, 0.55):
                line = [(x, tall + 0.1 + lift, 0), (x, tall + 0.1 + lift, side * half), (x, 0.2 + lift, side * far)]
                rails.append(swept(line, 0.022, c.YELLOW, 5))
            for z, foot in ((half, tall), ((half + far) / 2, tall / 2), (far, 0.0)):
                rails.append(round_bar(0.022, 1.2, c.YELLOW, (x, foot, side * z), sides=5))
    return concrete, rails


def steps_over(standing: Standing, plan: Bund) -> list[tuple[Flat, Flat]]:
    """Where ways cross the wall of a bund, a little aside if something stands there."""
    if plan.wall_m < RISE_M:
        return []  # who walks steps over a kerb
    found = []
    for p, q, _ in standing.segments():
        if _inside(plan, p.x_m, p.y_m) == _inside(plan, q.x_m, q.y_m):
            continue
        inner, outer = (p, q) if _inside(plan, p.x_m, p.y_m) else (q, p)
        x, y, out = _crossing(plan, (inner.x_m, inner.y_m), (outer.x_m, outer.y_m))
        found.append((_aside(standing, plan, x, y, out), out))
    return found


def _inside(plan: Bund, x: float, y: float) -> bool:
    return plan.x0_m < x < plan.x1_m and plan.y0_m < y < plan.y1_m


def _crossing(plan: Bund, inner: Flat, outer: Flat) -> tuple[float, float, Flat]:
    dx, dy = outer[0] - inner[0], outer[1] - inner[1]
    ways: list[tuple[float, Flat]] = []
    if dx:
        ways.append((((plan.x1_m if dx > 0 else plan.x0_m) - inner[0]) / dx, (1.0 if dx > 0 else -1.0, 0.0)))
    if dy:
        ways.append((((plan.y1_m if dy > 0 else plan.y0_m) - inner[1]) / dy, (0.0, 1.0 if dy > 0 else -1.0)))
    share, out = min(ways)
    return inner[0] + share * dx, inner[1] + share * dy, out


def _aside(standing: Standing, plan: Bund, x: float, y: float, out: Flat) -> Flat:
    site = standing.site
    near = [(n.x_m, n.y_m) for n in site.instruments if n.kind == "gas"]
    near += [(stand.x_m, stand.y_m) for stand in standing.devices.values()]
    reach = plan.wall_m / RISE_M * GOING_M + 1.5
    for shift in (0.0, 1.8, -1.8, 3.0, -3.0, 4.2, -4.2):
        ax, ay = x + shift * abs(out[1]), y + shift * abs(out[0])
        foot = (ax + out[0] * reach, ay + out[1] * reach)
        if all(apart(ox, oy, (ax, ay), foot) > CLEAR_M for ox, oy in near):
            return ax, ay
    return x, y
