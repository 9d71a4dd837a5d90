"""Ground: grass, the paved plant, roads and paths along the ways, the wall round it all, lamps and hydrants."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from server.site_model import colours as c
from server.site_model.fixtures import trees
from server.site_model.shapes import Shape, box, disc, merged, quad, round_bar, swept
from server.site_model.standing import PATH_M, ROAD_M, Flat, Standing, apart, unit
from sim_core.site import Place, Site

GRASS_Y_M, PAVED_Y_M, PATH_Y_M, ROAD_Y_M, LINE_Y_M = -0.14, -0.07, -0.02, 0.0, 0.02
HORIZON_M = 900.0
HOLE_M = 0.95  # of the mouth of a pit
MARGIN_M = 22.0
WALL_M = 2.5  # GB 50160 4.2: a plant is walled in
HYDRANT_EVERY_M = 40.0  # GB 50160 8.5: no more than 60 m apart round a tank farm
LAMP_EVERY_M = 38.0


@dataclass(frozen=True, slots=True)
class Yard:
    """The rectangle within the wall. gates: openings in it, (x, y, half width)."""

    x0_m: float
    y0_m: float
    x1_m: float
    y1_m: float
    gates: tuple[tuple[float, float, float], ...]


def outward(standing: Standing, place: Place) -> Flat:
    """Which way the road leaves the plant at a gate: away from the middle of all places, squared."""
    site = standing.site
    x = place.x_m - sum(p.x_m for p in site.places) / len(site.places)
    y = place.y_m - sum(p.y_m for p in site.places) / len(site.places)
    if abs(x) >= abs(y):
        return (1.0 if x > 0 else -1.0, 0.0)
    return (0.0, 1.0 if y > 0 else -1.0)


def yard(standing: Standing) -> Yard:
    """What the wall goes round: all places but those beyond a gate."""
    site = standing.site
    gates = [(p, outward(standing, p)) for p in site.places if p.kind == "gate"]

    def beyond(p: Place) -> bool:
        return any((p.x_m - g.x_m) * out[0] + (p.y_m - g.y_m) * out[1] > 5.0 for g, out in gates)

    within = [p for p in site.places if not beyond(p)]
    bounds = [min(p.x_m for p in within) - MARGIN_M, min(p.y_m for p in within) - MARGIN_M]
    bounds += [max(p.x_m for p in within) + MARGIN_M, max(p.y_m for p in within) + MARGIN_M]
    openings = []
    for gate, out in gates:
        wall = 4.0  # the gate's portal stands this far out
        if out[0]:
            bounds[2 if out[0] > 0 else 0] = gate.x_m + out[0] * wall
        else:
            bounds[3 if out[1] > 0 else 1] = gate.y_m + out[1] * wall
        openings.append((gate.x_m + out[0] * wall, gate.y_m + out[1] * wall, 5.0))
    for street, edge in _streets(site, bounds):
        openings.append((*edge, 4.0))
        del street
    return Yard(bounds[0], bounds[1], bounds[2], bounds[3], tuple(openings))


def _streets(site: Site, bounds: list[float]) -> list[tuple[Flat, Flat]]:
    """Ends of the longest straight street, which runs on through the wall: from its last place to the wall."""
    roads = [p for p in site.places if p.kind in ("road", "fire_station")]
    rows: dict[float, list[Place]] = {}
    for place in roads:
        rows.setdefault(place.y_m, []).append(place)
    if not rows:
        return []
    y, row = max(rows.items(), key=lambda item: (max(p.x_m for p in item[1]) - min(p.x_m for p in item[1]), item[0]))
    west, east = min(p.x_m for p in row), max(p.x_m for p in row)
    if len(row) < 3 or east - west < 150.0:
        return []
    return [((west, y), (bounds[0], y)), ((east, y), (bounds[2], y))]


def _strip(a: Flat, b: Flat, width: float, y: float, colour: int) -> Shape:
    dx, dy = unit(b[0] - a[0], b[1] - a[1])
    nx, ny = -dy * width / 2, dx * width / 2
    return quad(
        (a[0] - nx, y, -(a[1] - ny)),
        (b[0] - nx, y, -(b[1] - ny)),
        (b[0] + nx, y, -(b[1] + ny)),
        (a[0] + nx, y, -(a[1] + ny)),
        colour,
    )


def _sheet(x0: float, y0: float, x1: float, y1: float, y: float, holes: Sequence[Flat] = ()) -> Shape:
    """A level rectangle with square openings of HOLE_M about these points, which lie inside it."""
    if not holes:
        return quad((x0, y, -y0), (x1, y, -y0), (x1, y, -y1), (x0, y, -y1), 0xFFFFFF)
    (hx, hy), rest = holes[0], holes[1:]
    half = HOLE_M / 2
    west, east, south, north = hx - half, hx + half, hy - half, hy + half
    sides = [(x0, y0, x1, south), (x0, north, x1, y1), (x0, south, west, north), (east, south, x1, north)]
    return merged([_sheet(*s, y, [h for h in rest if s[0] < h[0] < s[2] and s[1] < h[1] < s[3]]) for s in sides])


def _holes(site: Site) -> list[Flat]:
    """Where the ground is open: mouths that one looks into a pit from."""
    deep = {p.zone for p in site.places if p.z_m < 0.0}
    return [(p.x_m, p.y_m) for p in site.places if p.kind == "mouth" and p.into in deep]


def _short_of(a: Flat, b: Flat, holes: Sequence[Flat]) -> tuple[Flat, Flat]:
    """A path that ends before a mouth, not over it."""
    dx, dy = unit(b[0] - a[0], b[1] - a[1])
    if a in holes:
        a = a[0] + dx * HOLE_M, a[1] + dy * HOLE_M
    if b in holes:
        b = b[0] - dx * HOLE_M, b[1] - dy * HOLE_M
    return a, b


def ground(standing: Standing) -> dict[str, Shape]:
    """The floor of everything, by material."""
    site, walled = standing.site, yard(standing)
    middle_x, middle_y = (walled.x0_m + walled.x1_m) / 2, (walled.y0_m + walled.y1_m) / 2
    holes = _holes(site)
    edges = (middle_x - HORIZON_M, middle_y - HORIZON_M, middle_x + HORIZON_M, middle_y + HORIZON_M)
    grass = [_sheet(*edges, GRASS_Y_M, holes)]
    grass += trees(standing, (walled.x0_m, walled.y0_m, walled.x1_m, walled.y1_m))
    gravel = [_paved(site, 20.0)]
    asphalt, concrete, lines = [], [], []
    bounds = [walled.x0_m, walled.y0_m, walled.x1_m, walled.y1_m]
    roads = [((p.x_m, p.y_m), (q.x_m, q.y_m)) for p, q, road in standing.segments() if road]
    roads += [(a, (b[0] + (60.0 if b[0] > a[0] else -60.0), b[1])) for a, b in _streets(site, bounds)]
    for place in site.places:
        if place.kind == "gate":
            out = outward(standing, place)
            roads.append(((place.x_m, place.y_m), (place.x_m + out[0] * 260.0, place.y_m + out[1] * 260.0)))
    for a, b in roads:
        asphalt.append(_strip(a, b, ROAD_M, ROAD_Y_M, 0xFFFFFF))
        asphalt += [disc(ROAD_M / 2, 0xFFFFFF, 20).at(p[0], ROAD_Y_M, -p[1]) for p in (a, b)]
        lines += _dashes(a, b)
    for p, q, road in standing.segments():
        if not road:
            a, b = _short_of((p.x_m, p.y_m), (q.x_m, q.y_m), holes)
            concrete.append(_strip(a, b, PATH_M, PATH_Y_M, c.KERB))
            ends = [at for at in (p, q) if (at.x_m, at.y_m) not in holes]
            concrete += [disc(PATH_M / 2, c.KERB, 12).at(at.x_m, PATH_Y_M, -at.y_m) for at in ends]
    for place in site.places:
        if place.kind in ("muster", "post", "monitor"):
            concrete.append(
                disc(5.0 if place.kind == "muster" else 2.6, c.KERB, 24).at(place.x_m, PATH_Y_M, -place.y_m)
            )
    found = {"grass": merged(grass), "gravel": merged(gravel), "asphalt": merged(asphalt)}
    found["concrete"] = merged([*concrete, *_wall(walled)]) if concrete else merged(_wall(walled))
    if lines:
        found["paint"] = merged(lines)
    return found


def _paved(site: Site, margin: float) -> Shape:
    """Gravel about bunds, machines and valves."""
    xs = [b.x0_m for b in site.bunds] + [b.x1_m for b in site.bunds]
    ys = [b.y0_m for b in site.bunds] + [b.y1_m for b in site.bunds]
    kinds = ("valve_station", "manifold", "pump_house", "switchroom", "alarm_point")
    xs += [p.x_m for p in site.places if p.kind in kinds]
    ys += [p.y_m for p in site.places if p.kind in kinds]
    if not xs:
        xs, ys = [p.x_m for p in site.places], [p.y_m for p in site.places]
    edges = (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)
    return _sheet(
        *edges, PAVED_Y_M, [h for h in _holes(site) if edges[0] < h[0] < edges[2] and edges[1] < h[1] < edges[3]]
    )


def _dashes(a: Flat, b: Flat) -> list[Shape]:
    far = hypot(b[0] - a[0], b[1] - a[1])
    dx, dy = unit(b[0] - a[0], b[1] - a[1])
    found, at = [], ROAD_M / 2 + 1.5
    while at + 2.5 < far - ROAD_M / 2:
        start, end = (a[0] + dx * at, a[1] + dy * at), (a[0] + dx * (at + 2.5), a[1] + dy * (at + 2.5))
        found.append(_strip(start, end, 0.14, LINE_Y_M, c.YELLOW))
        at += 7.0
    return found


def _wall(walled: Yard) -> list[Shape]:
    corners = [
        (walled.x0_m, walled.y0_m),
        (walled.x1_m, walled.y0_m),
        (walled.x1_m, walled.y1_m),
        (walled.x0_m, walled.y1_m),
    ]
    shapes = []
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        far = hypot(b[0] - a[0], b[1] - a[1])
        dx, dy = unit(b[0] - a[0], b[1] - a[1])
        cuts = sorted(
            ((x - a[0]) * dx + (y - a[1]) * dy, half) for x, y, half in walled.gates if apart(x, y, a, b) < 0.5
        )
        at = 0.0
        for middle, half in [*cuts, (far, 0.0)]:
            end = middle - half
            if end > at:
                shapes.append(_panel(a, (dx, dy), at, end))
            at = middle + half
    return shapes


def _panel(a: Flat, along: Flat, start: float, end: float) -> Shape:
    middle = (start + end) / 2
    x, y = a[0] + along[0] * middle, a[1] + along[1] * middle
    long = end - start
    size = (long, 0.24) if along[1] == 0 else (0.24, long)
    cap = (size[0] + 0.1, size[1] + 0.1)
    parts = [box(size[0], WALL_M, size[1], c.WALL), box(cap[0], 0.12, cap[1], c.KERB, (0, WALL_M, 0), bottom=True)]
    count = max(1, round(long / 12.0))
    for k in range(count + 1):
        off = -long / 2 + long * k / count
        parts.append(box(0.45, WALL_M + 0.3, 0.45, c.KERB, (off * along[0], 0, -off * along[1])))
    return merged(parts).at(x, GRASS_Y_M, -y)


def along_ring(standing: Standing, every_m: float, aside_m: float, first_m: float) -> list[tuple[Flat, Flat]]:
    """Points beside the ring road on the side away from the bunds, and the direction to the road."""
    bunds = standing.site.bunds
    if not bunds:
        return []
    middle = (
        sum(b.middle_m[0] for b in bunds) / len(bunds),
        sum(b.middle_m[1] for b in bunds) / len(bunds),
    )
    found: list[tuple[Flat, Flat]] = []
    carried = first_m
    for p, q in standing.ring():
        far = hypot(q.x_m - p.x_m, q.y_m - p.y_m)
        dx, dy = unit(q.x_m - p.x_m, q.y_m - p.y_m)
        nx, ny = -dy, dx
        if (p.x_m - middle[0]) * nx + (p.y_m - middle[1]) * ny < 0:
            nx, ny = -nx, -ny
        at = carried
        while at < far:
            x, y = p.x_m + dx * at + nx * aside_m, p.y_m + dy * at + ny * aside_m
            if standing.clear_of_ways(x, y, 0.8) and not any(hypot(x - ox, y - oy) < 12.0 for (ox, oy), _ in found):
                found.append(((x, y), (-nx, -ny)))
            at += every_m
        carried = max(2.0, at - far)
    return found


def lamps(standing: Standing) -> tuple[Shape, Shape] | None:
    """Road lamps round the farm: posts, and the glasses that shine."""
    posts, glasses = [], []
    for (x, y), (ix, iy) in along_ring(standing, LAMP_EVERY_M, ROAD_M / 2 + 1.4, 14.0):
        reach = 1.6
        tip = (x + ix * reach, 7.6, -(y + iy * reach))
        posts += [
            round_bar(0.09, 7.3, c.STEEL, (x, 0, -y), sides=8, top=0.055),
            swept([(x, 7.25, -y), (x + ix * 0.5, 7.6, -(y + iy * 0.5)), tip], 0.04, c.STEEL, 5),
            box(0.5, 0.14, 0.5, c.DARK_STEEL, (tip[0], 7.55, tip[2]), bottom=True),
            box(0.4, 0.3, 0.4, c.PLINTH, (x, 0, -y)),
        ]
        glasses.append(box(0.4, 0.05, 0.4, 0xFFF3D6, (tip[0], 7.5, tip[2]), bottom=True))
    return (merged(posts), merged(glasses)) if posts else None
