"""Course: a record run again from its start, held against every payload, and sampled once a second on the way."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from server.debrief.proven import Proven
from server.debrief.shapes import CourseOut, Curve, Said, Track
from server.debrief.words import both
from sim_core.people.bodies import AIR_L_PER_S, air_left_l, position
from sim_core.record.reexecute import Moment, reexecute
from sim_core.site import Channel, Site
from sim_core.world import TICKS_PER_S, Person, World

HUNDREDTHS, TENTHS = 100.0, 10.0
NO_SET = -1.0
SHOWN = {"gas": "gas_shown", "level": "level_shown"}


def run_again(proven: Proven) -> CourseOut:
    """Run the record again. What is found is given also where a payload disagrees: up to the fault."""
    rules = proven.drill.rules
    rows: list[list[float]] = []
    places: list[list[float]] = []

    def watch(moment: Moment) -> None:
        if moment.before.world.tick % TICKS_PER_S == 0:
            rows.append([value for _, value in _values(moment.before.world, rules.site)])
            places.append(
                [metres for p in moment.before.world.people for metres in position(p, moment.before.world.tick)]
            )

    faults = reexecute(proven.record, proven.drill.point, rules, watch)
    heads = [head for head, _ in _values(proven.drill.point.world, rules.site)]
    columns = _whole(np.array(rows), HUNDREDTHS).T
    for n, (kind, *_) in enumerate(heads):
        if kind in SHOWN.values() and len(rows) > 1:
            columns[n][0] = columns[n][1]  # at tick 0 nothing has been read yet
    curves = tuple(Curve(*head, _thinned(column)) for head, column in zip(heads, columns, strict=True))
    at = _whole(np.array(places), TENTHS).T
    tracks = tuple(
        Track(p.seat, at[2 * n].tolist(), at[2 * n + 1].tolist()) for n, p in enumerate(proven.drill.point.world.people)
    )
    return CourseOut(tuple(Said(fault.zh, fault.en) for fault in faults), curves, tracks)


Head = tuple[str, str, Said, str]


def _values(world: World, site: Site) -> Iterator[tuple[Head, float]]:
    """Every quantity with what it is, always in the same order."""
    for n, instrument in enumerate(site.instruments):
        if instrument.kind == "gas":
            yield ("gas", instrument.tag, both(instrument.name), instrument.unit), _met(world.hazard.met_gauges, n)
        if instrument.kind in SHOWN:
            kind, unit = SHOWN[instrument.kind], instrument.unit
            yield (kind, instrument.tag, both(instrument.name), unit), world.panel.readings[n]
    for n, p in enumerate(world.people):
        for channel in site.carried:
            yield ("gas_person", p.seat, Said(p.seat, p.seat), channel.unit), _breathed(world, site, channel, n)
        yield ("air", p.seat, Said(p.seat, p.seat), "min"), _air_min(p, world.tick)
    for tank, state in zip(site.tanks, world.tanks, strict=True):
        yield ("level", tank.id, both(tank.name), "m"), state.level_m
        yield ("wall", tank.id, both(tank.name), "°C"), state.wall_k - 273.15
    for bund, fire_kw in zip(site.bunds, world.hazard.fires_kw, strict=True):
        yield ("fire", bund.id, Said(bund.id, bund.id), "MW"), fire_kw / 1000.0


def _met(gauges: tuple[float, ...], n: int) -> float:
    """What stands at a detector; before the first second nothing has been worked."""
    return gauges[n] if gauges else 0.0


def _breathed(world: World, site: Site, channel: Channel, n: int) -> float:
    """The air about a person, in the unit of a channel."""
    air = world.hazard.air_people[n] if world.hazard.air_people else site.clean_air
    return air[site.species_index[channel.species]] / channel.per_unit


def _air_min(p: Person, tick: int) -> float:
    """Minutes of air left in the set that is worn."""
    return air_left_l(p, tick) / (AIR_L_PER_S * 60.0) if "scba" in p.worn else NO_SET


def _whole(values: NDArray[np.float64], steps: float) -> NDArray[np.int64]:
    return np.floor(values * steps + 0.5).astype(np.int64)


def _thinned(column: NDArray[np.int64]) -> list[int]:
    whole: list[int] = column.tolist()
    return whole[:1] if len(set(whole)) == 1 else whole
