"""Laying: pipes with their rings of colour, what they rest on, and the rack that carries them over roads."""

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, sqrt

from server.site_model import colours as c
from server.site_model.shapes import Shape, box, merged, rounded, swept
from server.site_model.standing import Flat, Standing
from server.site_model.valves import PIPE_R_M

RACK_Y_M = 5.0  # clear of a fire engine below (GB 50160: 5 m over roads)
SPAN_M = 7.0
RING_EVERY_M = 10.0  # GB 7231-2003 4.2: marks 10 m apart; rings are 150 mm wide (4.1 b)
RING_WIDE_M = 0.15
Run = list[tuple[float, float, float]]  # along, across, height


@dataclass
class Laid:
    """What has been laid: shapes by glTF's axes, stretches on the rack that need posts. swapped: runs are given
    north and east instead of east and north, so that a valve that looks west is piped like one that looks south."""

    standing: Standing
    shapes: list[Shape] = field(default_factory=list)
    racked: list[tuple[Flat, Flat]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    swapped: bool = False

    def lay(self, run: Run, radius: float = PIPE_R_M, colour: int = c.FLAMMABLE_LIQUID) -> None:
        """A pipe, unless the very same is there already."""
        run = [(y, x, h) for x, y, h in run] if self.swapped else run
        if run in self.runs:
            return
        self.runs.append(run)
        points = [(x, h, -y) for x, y, h in run]
        self.shapes.append(swept(rounded(points, 3.0 * radius), radius, c.ALUMINIUM, 10))
        for a, b in pairwise(points):
            self._rings(a, b, radius, colour)
        for (ax, ay, ah), (bx, by, bh) in pairwise(run):
            if ah == bh == RACK_Y_M:
                self.racked.append(((ax, ay), (bx, by)))
            elif ah == bh and abs(ax - bx) + abs(ay - by) > 5.0:
                self._sleepers((ax, ay), (bx, by), ah - radius)

    def block(self, size: float, tall: float, x: float, y: float) -> None:
        """A plinth where a pipe goes into the ground."""
        x, y = (y, x) if self.swapped else (x, y)
        self.shapes.append(box(size, tall, size, c.PLINTH, (x, 0, -y)))

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

    def rack(self) -> None:
        """Posts and beams under what is on the rack; a fire-water main and a water line run beside it."""
        for a, b in _joined(self.racked):
            along_x = abs(a[0] - b[0]) > abs(a[1] - b[1])
            far = abs(a[0] - b[0]) + abs(a[1] - b[1])
            if far < 5.0:
                continue
            self._beside(a, b, along_x)
            count = max(1, round(far / SPAN_M))
            for k in range(count + 1):
                t = k / count
                x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
                if self.standing.clear_of_ways(x, y, 1.4):
                    self.shapes.append(_frame(along_x).at(x, 0, -y))

    def _beside(self, a: Flat, b: Flat, along_x: bool) -> None:
        for aside, radius, colour in ((0.55, 0.11, c.FIRE_WATER), (-0.55, 0.09, c.WATER)):
            shift = (0.0, aside) if along_x else (aside, 0.0)
            ends = [(p[0] + shift[0], RACK_Y_M, -(p[1] + shift[1])) for p in (a, b)]
            body = colour if colour == c.FIRE_WATER else c.ALUMINIUM
            size = 3 * radius  # a blind flange at each end
            self.shapes.append(swept(ends, radius, body, 8))
            self.shapes += [box(size, size, size, body, (x, y - size / 2, z), bottom=True) for x, y, z in ends]
            if colour != c.FIRE_WATER:
                self._rings(ends[0], ends[1], radius, colour)


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
