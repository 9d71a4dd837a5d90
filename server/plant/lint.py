"""Lint: what is wrong with a plant, told at the cell or the entity where it stands.

The lint of a scenario's `[site]` is run as it is; what it cannot see comes before it: tags told twice with the row of
the first, tanks outside their bund, things that overlap, devices in a state they cannot have, a plant nobody can enter.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from unicodedata import normalize

from scenarios.lint_site import cut_off, site_faults
from server.plant.cells import PARTING
from server.plant.columns import SHEETS, columns_of
from server.plant.faults import Fault, Where
from server.plant.tables import Row
from sim_core.plant.devices import states
from sim_core.site import Bund, Site, distance_m
from sim_core.text import Text

OTHER_STATES = {"blind": ("open", "closed"), "monitor": ("closed", "open"), "water_monitor": ("closed", "open")}
OFF = ("off",)  # alarm points, shut-downs, winches
ALONE = (("places",), ("bunds",), ("tanks", "devices"), ("instruments",), ("channels",), ("crowds",), ("casualties",))
Kept = Mapping[str, list[Row]]


def references(kept: Kept) -> Iterator[Fault]:
    """Tags told twice, and ways to places that are not there."""
    for family in ALONE:
        first: dict[str, Row] = {}
        for key in family:
            tag = SHEETS[key].columns[0].key
            for row in kept[key]:
                before = first.setdefault(row.text(tag), row)
                if before is not row:
                    same = Text(
                        f"{row.text(tag)} 与 {before.where} 相同", f"{row.text(tag)} is the same as {before.where}"
                    )
                    yield Fault(row.at(tag), same, Text("位号不得重复", "give each a tag of its own"))


def faults_of_plant(site: Site, kept: Kept) -> Iterator[Fault]:
    """Everything else: what a drill could not be played in."""
    yield from _ways(site, kept)
    yield from _scenario_lint(site, kept)
    yield from _bunds(site, kept)
    yield from _tanks(site, kept)
    yield from _devices(site, kept)
    yield from _people(site, kept)


def _ways(site: Site, kept: Kept) -> Iterator[Fault]:
    loose = False
    for row, way in zip(kept["ways"], site.ways, strict=True):
        for key, end in zip(("from", "to"), way, strict=True):
            if end not in site.place:
                loose = True
                yield Fault(row.at(key), _missing(end), _wanted("ways", key))
        if way[0] == way[1]:
            yield Fault(row.at("to"), Text("起止是同一地点", "it leads from a place to itself"), _wanted("ways", "to"))
    if loose:
        return
    away = dict.fromkeys(cut_off(site))
    for row, place in zip(kept["places"], site.places, strict=True):
        if place.id in away:
            first = site.places[0].id
            what = Text(f"{place.id} 与 {first} 之间无路可走", f"no way leads from {first} to {place.id}")
            do = Text(
                "在“道路”表补一行，连到旁边的地点", "add a row to the sheet of roads that joins it to a place beside it"
            )
            yield Fault(row.at("id"), what, do)


def _scenario_lint(site: Site, kept: Kept) -> Iterator[Fault]:
    """The lint of scenarios, each of its keys `site.<things>.<tag>.<field>` brought back to the cell."""
    for key, why in site_faults(site):
        _, *inner = key.split(".")
        if inner == ["portable"] and kept["site"]:
            yield Fault(kept["site"][0].at("portable"), why, _wanted("site", "portable"))
        elif inner[:1] == ["lines"]:
            yield from _line(site, kept["lines"][int(inner[1])], why)
        elif len(inner) >= 3:
            kind, tag, field = inner[0], ".".join(inner[1:-1]), inner[-1]
            own = SHEETS[kind].columns[0].key
            rows = [row for row in kept[kind] if row.text(own) == tag] or [Row(Where(SHEETS[kind].title), {})]
            for row in rows:
                empty = bool(row.cells) and not row.text(field)
                yield Fault(row.at(field), _empty(kind, field) if empty else why, _wanted(kind, field))
        # `site` and `site.places` (told twice) and `site.ways` have been told with their rows.


def _line(site: Site, row: Row, why: Text) -> Iterator[Fault]:
    """A pipe names several things; the cell is that which names what there is not."""
    missing = why.en.split()[0] if why.en.split() else ""
    for column in SHEETS["lines"].columns:
        if missing in PARTING.split(normalize("NFKC", row.text(column.key))):
            yield Fault(row.at(column.key), why, _wanted("lines", column.key))


def _bunds(site: Site, kept: Kept) -> Iterator[Fault]:
    rows = dict(zip(site.bunds, kept["bunds"], strict=True))
    for bund, row in rows.items():
        for low, high, key in ((bund.x0_m, bund.x1_m, "x1_m"), (bund.y0_m, bund.y1_m, "y1_m")):
            if low >= high:
                what = Text(f"{high:g} 不大于 {low:g}", f"{high:g} is not above {low:g}")
                yield Fault(row.at(key), what, Text("西小于东，南小于北", "west below east, south below north"))
    for one, other in combinations(rows, 2):
        if _overlap(one, other):
            what = Text(f"{one.id} 与 {other.id} 重叠", f"{one.id} and {other.id} overlap")
            yield Fault(rows[other].at("x0_m"), what, Text("改正坐标", "correct the coordinates"))


def _overlap(a: Bund, b: Bund) -> bool:
    return min(a.x1_m, b.x1_m) > max(a.x0_m, b.x0_m) and min(a.y1_m, b.y1_m) > max(a.y0_m, b.y0_m)


def _tanks(site: Site, kept: Kept) -> Iterator[Fault]:
    rows = list(zip(site.tanks, kept["tanks"], strict=True))
    for tank, row in rows:
        bund = site.bunds[site.bund_index[tank.bund]] if tank.bund in site.bund_index else None
        half = tank.diameter_m / 2.0
        if bund is not None and not (
            bund.x0_m <= tank.x_m - half
            and tank.x_m + half <= bund.x1_m
            and bund.y0_m <= tank.y_m - half
            and tank.y_m + half <= bund.y1_m
        ):
            what = Text(f"{tank.id} 不在防火堤 {bund.id} 之内", f"{tank.id} does not stand within bund {bund.id}")
            do = Text("改正坐标、直径或防火堤", "correct coordinates, diameter or bund")
            yield Fault(row.at("x_m"), what, do)
    for (one, _), (other, row) in combinations(rows, 2):
        if distance_m(one.x_m, one.y_m, other.x_m, other.y_m) < (one.diameter_m + other.diameter_m) / 2.0:
            what = Text(f"{one.id} 与 {other.id} 重叠", f"{one.id} and {other.id} overlap")
            yield Fault(row.at("y_m"), what, Text("改正坐标或直径", "correct coordinates or diameter"))


def _devices(site: Site, kept: Kept) -> Iterator[Fault]:
    for device, row in zip(site.devices, kept["devices"], strict=True):
        can = states(device.kind) or OTHER_STATES.get(device.kind, OFF)
        if device.normal and device.normal not in can:
            what = Text(f"{device.kind} 没有“{device.normal}”状态", f"a {device.kind} has no state {device.normal!r}")
            yield Fault(row.at("normal"), what, Text(f"应为 {'、'.join(can)}", f"wanted: {' or '.join(can)}"))
        if device.bund and device.bund not in site.bund_index:
            yield Fault(row.at("bund"), _missing(device.bund), _wanted("devices", "bund"))


def _people(site: Site, kept: Kept) -> Iterator[Fault]:
    if not site.places:
        return
    sheet = Where(sheet=SHEETS["places"].title)
    if all(place.indoors for place in site.places):
        what = Text("没有室外地点", "no place lies outdoors")
        yield Fault(sheet, what, Text("至少写一个室外地点", "give one place outdoors at least"))
    if not any(place.panel for place in site.places):
        what = Text("没有装有操作站的地点（中控室）", "no place has the panel (control room)")
        yield Fault(
            sheet, what, Text("给中控室的“有操作站”一栏填“是”", "write “yes” under “panel” for the control room")
        )


def _missing(what: str) -> Text:
    return Text(f"{what} 不存在", f"{what} does not exist")


def _empty(kind: str, field: str) -> Text:
    name = columns_of(kind)[field].name
    return Text(f"{name.zh}缺", f"{name.en} is missing")


def _wanted(kind: str, field: str) -> Text:
    what = columns_of(kind)[field].what
    return Text(f"应填：{what.zh}", f"wanted: {what.en}")


def notes_on(site: Site) -> tuple[Text, ...]:
    """What is allowed and yet seldom meant."""
    return tuple(_doubts(site))


def _doubts(site: Site) -> Iterator[Text]:
    wanted = (("muster", "集合点", "muster point"), ("gate", "门岗", "gate"), ("wind_sock", "风向袋", "wind sock"))
    for kind, zh, en in wanted:
        if not any(place.kind == kind for place in site.places):
            yield Text(f"没有{zh}（{kind}）", f"there is no {en} ({kind})")
    reach = max((abs(v) for v in _coordinates(site)), default=0.0)
    if reach > 3000.0:
        yield Text(
            f"最远的东西离原点 {reach:.0f} m：单位对吗",
            f"something lies {reach:.0f} m from the origin: is the unit right",
        )


def _coordinates(site: Site) -> Iterable[float]:
    yield from (v for p in site.places for v in (p.x_m, p.y_m))
    yield from (v for t in site.tanks for v in (t.x_m, t.y_m))
