"""Lint of a plant: ids, places, ways, and that things stand where the drawing says."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sim_core.plant.devices import MACHINES, MOVED, VALVES
from sim_core.site import SHAPES, Site
from sim_core.text import Text

Fault = tuple[str, Text]  # key, reason

# Those that are operated, and those with acts of their own.
DEVICE_KINDS = (
    *VALVES, *MACHINES, *MOVED, "alarm_point", "blind", "esd", "monitor", "water_monitor", "winch",
)  # fmt: skip
INSTRUMENT_KINDS = (
    "level", "level_switch", "flow", "pressure", "temperature", "position", "gas", "wind_speed", "wind_direction",
    "running", "interface", "weight", "oxygen", "located",
)  # fmt: skip


def unknown(key: str, what: str) -> Fault:
    """Say that something named at a key does not exist."""
    return key, Text(f"{what} 不存在", f"{what} does not exist")


def repeated(key: str, ids: Iterable[str]) -> Iterator[Fault]:
    """Name the ids that are used more than once."""
    for name, times in Counter(ids).items():
        if times > 1:
            yield key, Text(f"{name} 重复 {times} 次", f"{name} is used {times} times")


def site_faults(site: Site) -> Iterator[Fault]:
    """Faults of the plant, each with its key."""
    yield from repeated("site.places", (p.id for p in site.places))
    yield from repeated("site.bunds", (b.id for b in site.bunds))
    yield from repeated("site.instruments", (n.tag for n in site.instruments))
    yield from repeated("site", (*site.tank_index, *site.device_index))
    yield from repeated("site.tanks", (t.id for t in site.tanks))
    yield from repeated("site.devices", (d.id for d in site.devices))
    yield from repeated("site.crowds", (c.id for c in site.crowds))
    yield from _ways(site)
    yield from _standing(site)
    yield from _lines(site)
    yield from _air(site)


def _ways(site: Site) -> Iterator[Fault]:
    loose = [end for way in site.ways for end in way if end not in site.place]
    yield from (unknown("site.ways", end) for end in loose)
    if loose:
        return
    for name in cut_off(site):
        yield "site.ways", Text(f"{name} 无路可达", f"no way leads to {name}")


def cut_off(site: Site) -> tuple[str, ...]:
    """Places to which no way leads from the first. Every way must join places that there are."""
    reached = dict.fromkeys([p.id for p in site.places[:1]], True)
    waiting = list(reached)
    while waiting:
        for there, _ in site.neighbours[waiting.pop()]:
            if there not in reached:
                reached[there] = True
                waiting.append(there)
    return tuple(p.id for p in site.places if p.id not in reached)


def _standing(site: Site) -> Iterator[Fault]:
    for tank in site.tanks:
        if tank.bund not in site.bund_index:
            yield unknown(f"site.tanks.{tank.id}.bund", tank.bund)
        if tank.shape not in SHAPES:
            yield unknown(f"site.tanks.{tank.id}.shape", tank.shape)
    for device in site.devices:
        if device.place not in site.place:
            yield unknown(f"site.devices.{device.id}.place", device.place)
        if device.kind not in DEVICE_KINDS:
            yield unknown(f"site.devices.{device.id}.kind", device.kind)
    for crowd in site.crowds:
        if crowd.place not in site.place:
            yield unknown(f"site.crowds.{crowd.id}.place", crowd.place)
    for n in site.instruments:
        if n.kind not in INSTRUMENT_KINDS:
            yield unknown(f"site.instruments.{n.tag}.kind", n.kind)
        known = site.channel if n.kind == "gas" else {**site.device_index, **site.tank_index, "": 0}
        if n.subject not in known:
            yield unknown(f"site.instruments.{n.tag}.subject", n.subject)


def _air(site: Site) -> Iterator[Fault]:
    """Channels measure a gas of the site; the portable detector has such channels; zones are looked into."""
    for c in site.channels:
        if c.species not in site.species_index:
            yield unknown(f"site.channels.{c.id}.species", c.species)
    yield from (unknown("site.portable", c) for c in site.portable if c not in site.channel)
    zones = [p.zone for p in site.places if p.zone]
    yield from (unknown(f"site.places.{p.id}.into", p.into) for p in site.places if p.into and p.into not in zones)
    shut_downs = [d.id for d in site.devices if d.kind == "esd"]
    yield from (unknown(f"site.devices.{d.id}.esd", d.esd) for d in site.devices if d.esd and d.esd not in shut_downs)


def _lines(site: Site) -> Iterator[Fault]:
    for i, line in enumerate(site.lines):
        for part in (line.pump, *line.valves, *line.suction):
            if part not in site.device_index:
                yield unknown(f"site.lines.{i}", part)
        if line.tank not in site.tank_index:
            yield unknown(f"site.lines.{i}.tank", line.tank)
        if line.source and line.source not in site.tank_index:
            yield unknown(f"site.lines.{i}.source", line.source)
