"""Standing: where each thing stands and which way it faces, from the site's places, ways and bunds alone.

A person who works at a place stands on its point, so a device stands half a pace further on along the way that leads
there, beside others of that place. Everything here is in the site's own plane: x east, y north.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, hypot, pi, sin

from sim_core.site import Place, Site

STEP_M = 0.5
BESIDE_M = 1.7  # two devices at one place
AT_KERB_M = 0.95  # what is handled at a mouth stands on either side of the tripod
ROAD_KINDS = frozenset({"road", "gate", "fire_station"})
ROAD_M, PATH_M = 6.0, 1.6
Flat = tuple[float, float]
NORTH, EAST, SOUTH, WEST = (0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)
SIDES = (NORTH, EAST, SOUTH, WEST)


@dataclass(frozen=True, slots=True)
class Stand:
    """A point of the plane and a bearing: `yaw` turns a part's front (south) to where it faces, in glTF's sense."""

    x_m: float
    y_m: float
    faces: Flat = SOUTH

    @property
    def yaw(self) -> float:
        """Turn about the upward axis."""
        return atan2(self.faces[0], -self.faces[1])

    def off(self, along: float, sideways: float = 0.0) -> Flat:
        """The point so far before the front, and so far to the right of who looks out of it."""
        fx, fy = self.faces
        return self.x_m + fx * along + fy * sideways, self.y_m + fy * along - fx * sideways


def unit(x: float, y: float) -> Flat:
    """Of length one; south for nothing."""
    far = hypot(x, y)
    return (x / far, y / far) if far > 1e-9 else SOUTH


def squared(direction: Flat) -> Flat:
    """The nearest of the four sides."""
    return max(SIDES, key=lambda side: side[0] * direction[0] + side[1] * direction[1])


@dataclass(frozen=True)
class Standing:
    """The standings of one site."""

    site: Site

    @cached_property
    def devices(self) -> dict[str, Stand]:
        """Of each device."""
        found = {}
        for place in self.site.places:
            here = [self.site.devices[i] for i in self.site.devices_at[place.id]]
            ahead = squared(self.onward(place))
            across = NORTH if ahead[0] else EAST
            for k, device in enumerate(here):
                aside = (len(here) - 1) / 2 - k
                # a tripod stands over a mouth: of three devices there it is the middle one
                step, apart_m = (0.0, AT_KERB_M) if place.kind == "mouth" else (STEP_M, BESIDE_M)
                x = place.x_m + ahead[0] * step + across[0] * aside * apart_m
                y = place.y_m + ahead[1] * step + across[1] * aside * apart_m
                found[device.id] = Stand(x, y, (-ahead[0], -ahead[1]))
        return found

    def onward(self, place: Place) -> Flat:
        """Away from where the ways come from."""
        x = y = 0.0
        for other, _ in self.site.neighbours[place.id]:
            towards = self.site.place[other]
            dx, dy = unit(place.x_m - towards.x_m, place.y_m - towards.y_m)
            x, y = x + dx, y + dy
        return unit(x, y) if hypot(x, y) > 0.05 else NORTH

    def nearest_way(self, place: Place) -> Flat:
        """The side on which the nearest other place lies: where people come from first."""
        near = sorted(self.site.neighbours[place.id], key=lambda way: way[1])
        if not near:
            return SOUTH
        other = self.site.place[near[0][0]]
        return squared((other.x_m - place.x_m, other.y_m - place.y_m))

    def segments(self) -> Iterator[tuple[Place, Place, bool]]:
        """Each way on the ground, and whether it is a road."""
        for a, b in self.site.ways:
            p, q = self.site.place[a], self.site.place[b]
            if p.z_m < 0.0 or q.z_m < 0.0:
                continue
            yield p, q, p.kind in ROAD_KINDS and q.kind in ROAD_KINDS

    def ring(self) -> list[tuple[Place, Place]]:
        """The pieces of road that run round the bunds."""
        near = {p.id for p in self.site.places if any(b.within(p.x_m, p.y_m, 22.0) for b in self.site.bunds)}
        return [(p, q) for p, q, road in self.segments() if road and p.id in near and q.id in near]

    def free(self, x: float, y: float, width: float, depth: float, but: str) -> bool:
        """Whether an upright rectangle about a point keeps off ways, bunds, tanks and places other than `but`."""
        for p, q, road in self.segments():
            own = but in (p.id, q.id) and not road  # the path to its own door touches its front
            margin = 0.2 if own else 1.0 + (ROAD_M if road else PATH_M) / 2
            if crosses((p.x_m, p.y_m), (q.x_m, q.y_m), x, y, width / 2 + margin, depth / 2 + margin):
                return False
        for bund in self.site.bunds:
            apart = x + width / 2 < bund.x0_m - 6 or x - width / 2 > bund.x1_m + 6
            if not apart and not (y + depth / 2 < bund.y0_m - 6 or y - depth / 2 > bund.y1_m + 6):
                return False
        return not any(abs(p.x_m - x) < width / 2 + 0.7 and abs(p.y_m - y) < depth / 2 + 0.7 for p in self.site.places)

    def beside(self, place: Place, width: float, depth: float) -> Stand:
        """Where a house of so much front and depth stands by its place, which is before its door."""
        away = self.onward(place)
        sides = sorted(SIDES, key=lambda side: -(side[0] * away[0] + side[1] * away[1]))
        for step in range(24):
            for side in sides:
                for aside in (0.0, 0.3, -0.3):
                    gap = 1.2 + step * 0.8 + depth / 2
                    x = place.x_m + side[0] * gap - side[1] * aside * width
                    y = place.y_m + side[1] * gap + side[0] * aside * width
                    across = (width, depth) if side[0] == 0 else (depth, width)
                    if self.free(x, y, *across, but=place.id):
                        return Stand(x, y, (-side[0], -side[1]))
        return Stand(place.x_m + away[0] * depth, place.y_m + away[1] * depth, squared((-away[0], -away[1])))

    def clear_of_ways(self, x: float, y: float, reach_m: float) -> bool:
        """Whether nobody walks or drives within reach of a point."""
        return all(
            apart(x, y, (p.x_m, p.y_m), (q.x_m, q.y_m)) > reach_m + (ROAD_M if road else PATH_M) / 2
            for p, q, road in self.segments()
        )


def apart(x: float, y: float, a: Flat, b: Flat) -> float:
    """From a point to a piece of line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = 0.0 if square == 0 else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / square))
    return hypot(a[0] + t * dx - x, a[1] + t * dy - y)


def crosses(a: Flat, b: Flat, x: float, y: float, half_x: float, half_y: float) -> bool:
    """Whether a piece of line touches an upright rectangle (Liang-Barsky)."""
    low, high = 0.0, 1.0
    for start, span, middle, half in ((a[0], b[0] - a[0], x, half_x), (a[1], b[1] - a[1], y, half_y)):
        if abs(span) < 1e-12:
            if abs(start - middle) > half:
                return False
            continue
        one, two = (middle - half - start) / span, (middle + half - start) / span
        low, high = max(low, min(one, two)), min(high, max(one, two))
    return low <= high


def bearing(radians: float) -> Flat:
    """A direction, counter-clockwise from the east."""
    return cos(radians), sin(radians)


QUARTER = pi / 2
