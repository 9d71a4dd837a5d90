"""Piping: product lines from pump through valves to tank, on the ground and over the rack, and roots of tanks.

Every run is square to the plane's axes. Between things far apart a line climbs to the rack, which keeps RACK_ASIDE_M
off the valves on the side away from the tank, so that people can walk under it.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, sqrt

from server.site_model import colours as c
from server.site_model.shapes import Shape, box, merged, round_bar, rounded, swept
from server.site_model.standing import Flat, Stand, Standing
from server.site_model.valves import DRAIN_R_M, PIPE_R_M, PIPE_Y_M
from sim_core.site import Device, Tank

RACK_Y_M = 5.0  # clear of a fire engine below (GB 50160: 5 m over roads)
RACK_ASIDE_M = 2.4
LONG_M = 15.0
SPAN_M = 7.0
RING_EVERY_M = 10.0  # GB 7231-2003 4.2: marks no farther apart than this matters; rings are 150 mm wide (4.1 b)
RING_WIDE_M = 0.15
Run = list[tuple[float, float, float]]  # x east, y north, height


@dataclass
class Piping:
    """What has been laid: shapes by glTF's axes, stretches on the rack that need posts."""

    standing: Standing
    shapes: list[Shape] = field(default_factory=list)
    racked: list[tuple[Flat, Flat]] = field(default_factory=list)
    laid: list[Run] = field(default_factory=list)

    def lay(self, run: Run, radius: float = PIPE_R_M, colour: int = c.FLAMMABLE_LIQUID) -> None:
        """A pipe, unless the very same is there already."""
        if run in self.laid:
            return
        self.laid.append(run)
        points = [(x, h, -y) for x, y, h in run]
        self.shapes.append(swept(rounded(points, 3.0 * radius), radius, c.ALUMINIUM, 10))
        for a, b in pairwise(points):
            self._rings(a, b, radius, colour)
        for (ax, ay, ah), (bx, by, bh) in pairwise(run):
            if ah == bh == RACK_Y_M:
                self.racked.append(((ax, ay), (bx, by)))
            elif ah == bh and abs(ax - bx) + abs(ay - by) > 5.0:
                self._sleepers((ax, ay), (bx, by), ah - radius)

    def _rings(self, a: tuple[float, float, float], b: tuple[float, float, float], radius: float, colour: int) -> None:
        far = sqrt(sum((p - q) * (p - q) for p, q in zip(a, b, strict=True)))
        if far < 1.5:
            return
        count = max(1, ceil(far / RING_EVERY_M))
        for k in range(count):
            t = (k + 0.5) / count
            half = RING_WIDE_M / 2 / far
            ends = [[p + (q - p) * s for p, q in zip(a, b, strict=True)] for s in (t - half, t + half)]
            self.shapes.append(swept(ends, radius + 0.006, colour, 10))

    def _sleepers(self, a: Flat, b: Flat, tall: float) -> None:
        far = abs(a[0] - b[0]) + abs(a[1] - b[1])
        count = int(far / 5.0)
        for k in range(count):
            t = (k + 0.5) / count
            x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
            self.shapes.append(box(0.3, tall, 0.3, c.PLINTH, (x, 0, -y)))


def piping(standing: Standing) -> Shape | None:
    """All pipes of a site and the rack that carries them; None where there are none."""
    work = Piping(standing)
    site = standing.site
    devices = {device.id: device for device in site.devices}
    stands = standing.devices
    for line in site.lines:
        tank = site.tanks[site.tank_index[line.tank]]
        stops = [line.pump, *line.valves]
        for before, after in pairwise(stops):
            _between(work, stands[before], stands[after], tank, devices[before].kind == "pump")
        _into(work, stands[line.valves[-1]], tank)
    on_lines = {valve for line in site.lines for valve in line.valves}
    for device in site.devices:
        if device.id not in on_lines and device.kind == "rosov":
            _root(work, device, stands[device.id])
        elif device.kind == "drain_valve":
            _drain(work, device, stands[device.id])
    _rack(work)
    return merged(work.shapes) if work.shapes else None


def _end(stand: Stand, towards: Flat, reach: float) -> Flat:
    """The flange of a valve or pump that looks towards a point; the pipe runs across its front."""
    fx, fy = stand.faces
    side = (-fy, fx)
    sense = 1.0 if side[0] * (towards[0] - stand.x_m) + side[1] * (towards[1] - stand.y_m) >= 0 else -1.0
    return stand.x_m + side[0] * sense * reach, stand.y_m + side[1] * sense * reach


def _between(work: Piping, a: Stand, b: Stand, tank: Tank, pumped: bool) -> None:
    reach = 0.5 if pumped else 0.24
    if abs(a.x_m - b.x_m) + abs(a.y_m - b.y_m) < 2 * LONG_M and abs(a.y_m - b.y_m) < 0.05:
        start, end = _end(a, (b.x_m, b.y_m), reach), _end(b, (a.x_m, a.y_m), 0.24)
        work.lay([(*start, PIPE_Y_M), (*end, PIPE_Y_M)])
        return
    # Out of `a` on the side away from where it comes from, up, along the rack, and down before `b`.
    away = 1.0 if b.x_m > a.x_m else -1.0
    start = _end(a, (a.x_m + away, a.y_m), reach)
    rise_x = start[0] + away * 0.7
    aside = RACK_ASIDE_M if tank.y_m < b.y_m else -RACK_ASIDE_M
    rack_y = b.y_m + aside
    drop_x = b.x_m - 0.72  # before the valve; the run goes on eastward through it
    end_x = b.x_m - 0.24
    work.lay(
        [
            (*start, PIPE_Y_M),
            (rise_x, a.y_m, PIPE_Y_M),
            (rise_x, a.y_m, RACK_Y_M),
            (rise_x, rack_y, RACK_Y_M),
        ]
    )
    work.lay([(rise_x, rack_y, RACK_Y_M), (drop_x, rack_y, RACK_Y_M)])
    work.lay(
        [
            (drop_x, rack_y, RACK_Y_M),
            (drop_x, b.y_m, RACK_Y_M),
            (drop_x, b.y_m, PIPE_Y_M),
            (end_x, b.y_m, PIPE_Y_M),
        ]
    )


def _into(work: Piping, valve: Stand, tank: Tank) -> None:
    """From the last valve through the bund's wall into the shell."""
    x, y = valve.x_m + 0.24, valve.y_m
    turn_x = x + 1.0
    radius = tank.diameter_m / 2
    aside = turn_x - tank.x_m
    if abs(aside) > 0.85 * radius:
        turn_x = tank.x_m + (0.7 * radius if aside > 0 else -0.7 * radius)
        aside = turn_x - tank.x_m
    sense = 1.0 if tank.y_m > y else -1.0
    shell_y = tank.y_m - sense * sqrt(radius * radius - aside * aside)
    work.lay([(x, y, PIPE_Y_M), (turn_x, y, PIPE_Y_M), (turn_x, shell_y, PIPE_Y_M)])
    work.shapes.append(
        round_bar(
            PIPE_R_M * 1.6,
            0.06,
            c.STEEL,
            (turn_x, PIPE_Y_M, -shell_y + sense * 0.35 - 0.03),
            "z",
            12,
            caps=(True, True),
        )
    )


def _root(work: Piping, device: Device, stand: Stand) -> None:
    """A root valve: from its tank's shell to the rack. Far from any bund: both ends go into the ground."""
    bund = next((b for b in work.standing.site.bunds if b.within(stand.x_m, stand.y_m, 12.0)), None)
    tanks = [t for t in work.standing.site.tanks if bund is not None and t.bund == bund.id]
    if not tanks:
        for sense in (1.0, -1.0):
            x = stand.x_m + 0.24 * sense
            work.lay(
                [(x, stand.y_m, PIPE_Y_M), (x + sense, stand.y_m, PIPE_Y_M), (x + sense, stand.y_m, 0.0)],
                colour=c.DRAIN,
            )
            work.shapes.append(box(0.7, 0.12, 0.7, c.PLINTH, (x + sense, 0, -stand.y_m)))
        return
    tank = min(tanks, key=lambda t: abs(t.x_m - stand.x_m) + abs(t.y_m - stand.y_m))
    radius = tank.diameter_m / 2
    x = max(tank.x_m - 0.8 * radius, min(tank.x_m + 0.8 * radius, stand.x_m - 0.24))
    x, end = stand.x_m - 0.24, stand.x_m - 1.1
    sense = 1.0 if tank.y_m > stand.y_m else -1.0
    aside = min(0.9 * radius, max(-0.9 * radius, end - tank.x_m))
    shell_y = tank.y_m - sense * sqrt(radius * radius - aside * aside)
    work.lay([(x, stand.y_m, PIPE_Y_M), (end, stand.y_m, PIPE_Y_M), (end, shell_y, PIPE_Y_M)])
    out = stand.x_m + 0.24
    down = stand.y_m - sense * (RACK_ASIDE_M - 0.75)
    work.lay(
        [
            (out, stand.y_m, PIPE_Y_M),
            (out + 0.2, stand.y_m, PIPE_Y_M),
            (out + 0.2, down, PIPE_Y_M),
            (out + 0.2, down, -0.1),
        ]
    )


def _drain(work: Piping, device: Device, stand: Stand) -> None:
    bund = work.standing.site.bunds[work.standing.site.bund_index[device.bund]]
    wall = bund.x1_m if stand.x_m > bund.middle_m[0] else bund.x0_m
    sense = 1.0 if stand.x_m > wall else -1.0
    near, far = stand.x_m - 0.18 * sense, stand.x_m + 0.18 * sense
    work.lay([(wall, stand.y_m, PIPE_Y_M), (near, stand.y_m, PIPE_Y_M)], DRAIN_R_M, c.DRAIN)
    work.lay(
        [(far, stand.y_m, PIPE_Y_M), (far + sense * 0.8, stand.y_m, PIPE_Y_M), (far + sense * 0.8, stand.y_m, 0)],
        DRAIN_R_M,
        c.DRAIN,
    )
    work.shapes.append(box(0.9, 0.15, 0.9, c.PLINTH, (far + sense * 0.8, 0, -stand.y_m)))


def _rack(work: Piping) -> None:
    """Posts and beams under what is on the rack; a fire-water main and a return line run beside it."""
    for a, b in _joined(work.racked):
        along_x = abs(a[0] - b[0]) > abs(a[1] - b[1])
        far = abs(a[0] - b[0]) + abs(a[1] - b[1])
        if far < 5.0:
            continue
        for aside, radius, colour in ((0.55, 0.11, c.FIRE_WATER), (-0.55, 0.09, c.WATER)):
            shift = (0.0, aside) if along_x else (aside, 0.0)
            ends = [(p[0] + shift[0], RACK_Y_M, -(p[1] + shift[1])) for p in (a, b)]
            body = colour if colour == c.FIRE_WATER else c.ALUMINIUM
            work.shapes.append(swept(ends, radius, body, 8))
            if colour != c.FIRE_WATER:
                work._rings(ends[0], ends[1], radius, colour)
        count = max(1, round(far / SPAN_M))
        for k in range(count + 1):
            t = k / count
            x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
            if work.standing.clear_of_ways(x, y, 1.4):
                work.shapes.append(_frame(along_x).at(x, 0, -y))


def _frame(along_x: bool) -> Shape:
    top = RACK_Y_M - PIPE_R_M
    shapes = [box(0.2, top, 0.2, c.DARK_STEEL, (0, 0, z)) for z in (-1.0, 1.0)]
    shapes += [box(0.45, 0.25, 0.45, c.PLINTH, (0, 0, z)) for z in (-1.0, 1.0)]
    shapes.append(box(0.18, 0.2, 2.4, c.DARK_STEEL, (0, top - 0.2, 0), bottom=True))
    frame = merged(shapes)
    return frame if along_x else frame.turned(1.5707963267948966)


def _joined(stretches: list[tuple[Flat, Flat]]) -> list[tuple[Flat, Flat]]:
    """Stretches on one line, put together where they overlap."""
    rows: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for a, b in stretches:
        along_x = abs(a[0] - b[0]) > abs(a[1] - b[1])
        key = (along_x, round(a[1] if along_x else a[0], 3))
        low, high = sorted((a[0], b[0]) if along_x else (a[1], b[1]))
        rows.setdefault(key, []).append((low, high))
    found: list[tuple[Flat, Flat]] = []
    for (along_x, at), spans in rows.items():
        spans.sort()
        low, high = spans[0]
        for start, end in [*spans[1:], (float("inf"), 0.0)]:
            if start <= high:
                high = max(high, end)
                continue
            found.append(((low, at), (high, at)) if along_x else ((at, low), (at, high)))
            low, high = start, end
    return found
