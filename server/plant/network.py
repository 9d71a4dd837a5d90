"""Network: roads of a plan as places joined by ways, and what a drawn pipe meets on its course."""

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from server.plant.drawing import Point

SNAP_M = 1.0  # ends of roads that are meant to meet
STAND_M = 2.0  # a device this near to a place stands there
MEET_M = 0.75  # of a pipe's course to what it passes


class Network:
    """Places and road nodes by id, and the stretches of road between them."""

    def __init__(self) -> None:
        self._at: dict[str, Point] = {}
        self._stretches: list[tuple[str, str]] = []
        self._walks: list[tuple[str, str]] = []
        self._roads = 0

    def place(self, name: str, at: Point) -> None:
        """A place that has a name."""
        self._at.setdefault(name, at)

    def near(self, at: Point, within_m: float = STAND_M) -> str:
        """The nearest place within reach, "" = none."""
        name = min(self._at, key=lambda n: dist(self._at[n], at), default="")
        return name if name and dist(self._at[name], at) <= within_m else ""

    def node(self, at: Point) -> str:
        """The place at the end or corner of a road."""
        return self.near(at, SNAP_M)

    def road(self, points: list[Point], closed: bool) -> Iterator[Point]:
        """Add a road; each corner that is no place yet becomes one, and is given."""
        names: list[str] = []
        for at in points:
            name = self.node(at)
            if not name:
                name = self._new()
                self._at[name] = at
                yield at
            names.append(name)
        ring = [*names, names[0]] if closed else names
        self._stretches += [(a, b) for a, b in pairwise(ring) if a != b]

    def _new(self) -> str:
        self._roads += 1
        while f"R{self._roads}" in self._at:
            self._roads += 1
        return f"R{self._roads}"

    def joined(self) -> list[tuple[str, str, float]]:
        """Join what lies on no road to the nearest place that does. The walks, with their length in metres."""
        on_road = {name: True for way in self.ways() for name in way}
        walks = []
        for name, at in self._at.items():
            if on_road and name not in on_road:
                other = min(on_road, key=lambda n: dist(self._at[n], at))
                self._walks.append((name, other))
                walks.append((name, other, dist(self._at[other], at)))
        return walks

    def ways(self) -> list[tuple[str, str]]:
        """Every stretch, parted where another place lies on it, each pair once."""
        pairs: dict[tuple[str, str], bool] = {}
        for a, b in self._stretches:
            line = [self._at[a], self._at[b]]
            inner = [
                (far, name)
                for name, at in self._at.items()
                if name not in (a, b) and (far := along(line, at, 0.0, SNAP_M)) is not None
            ]
            for one, other in pairwise([a, *(name for _, name in sorted(inner)), b]):
                pairs.setdefault((min(one, other), max(one, other)), True)
        return [*pairs, *self._walks]


def along(course: list[Point], at: Point, radius_m: float, reach_m: float = MEET_M) -> float | None:
    """How far along a course a point lies, None if it lies further from it than its radius and the reach."""
    best: tuple[float, float] | None = None
    gone = 0.0
    for a, b in pairwise(course):
        length = dist(a, b)
        if length > 0.0:
            share = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / (length * length)
            share = min(max(share, 0.0), 1.0)
            away = dist((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])), at)
            if away <= radius_m + reach_m and (best is None or away < best[0]):
                best = (away, gone + share * length)
        gone += length
    return None if best is None else best[1]


def pipe(met: list[tuple[float, str, str]]) -> dict[str, str] | None:
    """A row of the sheet of pipes, from what the course meets in order (pump, valve, tank); None if it is no pipe."""
    if met and met[-1][1] != "tank":
        met = met[::-1]  # drawn against the flow
    pumps = [i for i, (_, kind, _) in enumerate(met) if kind == "pump"]
    inner = met[1:-1] if met and met[0][1] == "tank" else met[:-1]
    if len(pumps) != 1 or met[-1][1] != "tank" or any(kind == "tank" for _, kind, _ in inner):
        return None
    before, after = met[: pumps[0]], met[pumps[0] + 1 : -1]
    return {
        "pump": met[pumps[0]][2],
        "valves": ", ".join(tag for _, _, tag in after),
        "tank": met[-1][2],
        "source": before[0][2] if before and before[0][1] == "tank" else "",
        "suction": ", ".join(tag for _, kind, tag in before if kind == "valve"),
    }
