"""Staff's view: the true state of a drill as named cells, to the precision of a plan on a screen.

Never for a trainee's eyes: it tells what no instrument has revealed. Cells, with tenths as integers:
`wind` [u, v]; `sky` [night, fog, rain]; `command` [siren, stop-work and evacuation tick, muster, post]; `zone_m`;
`ignited_tick`; `totals_kg` [spilled, evaporated, burned, drained], whole; `foam` [type, litres]; `panel.horn`;
`person.SEAT` [x, y, place, doing, state, worn, litres of air or -1, colleague, radio dead]; `crowd.ID` [x, y, number,
hurt, place]; `vehicle.ID` [x, y, moving]; `device.ID` [state, % open, stuck]; `tank.ID` [level in mm, spill in kg/s,
wall in K]; `bund.ID` [pool in m2, % foam, fire in kW]; `instrument.TAG` [reading, alarm, fault]; `source.ID` [x, y,
kind, start tick, stopped tick]; `cloud` puffs [x, y, radius, height, vapour in kg];
`casualty.ID` [x, y, place, state, breathing, soiled]; `beyond` laws that were asked outside their range and clamped;
`sights` of the incident [kind, id, x, y, state, zone]; `noises`; `head.SEAT` where a seat's head is
and looks, as `Pose` of the protocol has it: only what its holder's client tells, nothing of the world.
"""

from collections.abc import Mapping
from math import floor, pi, sqrt
from typing import Any

from sim_core.people.bodies import air_left_l, position
from sim_core.physics import train, train_air
from sim_core.plant.devices import opening
from sim_core.site import Site
from sim_core.world import Person, World

MOL_M3 = train_air.GAS_CONSTANT / 101325.0  # volume of a mol, over temperature: the height drawn is that of warm gas
Head = tuple[int, int, int, int, int, int, int]  # as in `Pose`
NO_HEADS: Mapping[str, Head] = {}


def encode(world: World, site: Site, heads: Mapping[str, Head] = NO_HEADS) -> dict[str, Any]:
    """Write the whole state. heads: of the seats that tell where they look."""
    tick, w, command = world.tick, world.weather, world.command
    cells: dict[str, Any] = {
        "wind": [_tenths(w.u_m_s), _tenths(w.v_m_s)],
        "sky": [w.night, w.fog, w.rain],
        "command": [command.siren_tick, command.stop_work_tick, command.evacuate_tick, command.muster, command.post],
        "zone_m": _tenths(command.zone_m),
        "ignited_tick": world.hazard.ignited_tick,
        "totals_kg": [
            floor(kg + 0.5)
            for kg in (
                world.hazard.spilled_kg,
                world.hazard.evaporated_kg,
                world.hazard.burned_kg,
                world.hazard.drained_kg,
            )
        ],
        "foam": [world.foam_type, floor(world.foam_stock_l + 0.5)],
        "panel.horn": world.panel.horn,
    }
    for p in world.people:
        cells[f"person.{p.seat}"] = _person(p, tick)
    for crowd, c in zip(site.crowds, world.crowds, strict=True):
        cells[f"crowd.{crowd.id}"] = [*_at(*position(c, tick)), c.number, c.hurt, c.place]
    for v in world.vehicles:
        cells[f"vehicle.{v.id}"] = [*_at(*position(v, tick)), v.until_tick > 0]
    for device, d in zip(site.devices, world.devices, strict=True):
        cells[f"device.{device.id}"] = [d.state, floor(100.0 * opening(d, tick) + 0.5), d.stuck]
    for one in world.casualties:
        cells[f"casualty.{one.id}"] = [*_at(one.x_m, one.y_m), one.place, one.state, one.breathing, one.soiled]
    cells["beyond"] = list(world.beyond)
    cells["sights"] = [[s.kind, s.id, *_at(s.x_m, s.y_m), s.state, s.inside] for s in world.sights]
    cells["noises"] = [n.kind for n in world.noises]
    _plant(cells, world, site)
    for seat, head in heads.items():
        cells[f"head.{seat}"] = head
    return cells


def _plant(cells: dict[str, Any], world: World, site: Site) -> None:
    for tank, t in zip(site.tanks, world.tanks, strict=True):
        cells[f"tank.{tank.id}"] = [floor(1000.0 * t.level_m + 0.5), _tenths(t.spill_kg_s), _tenths(t.wall_k)]
    for bund, pool, fire_kw in zip(site.bunds, world.hazard.pools, world.hazard.fires_kw, strict=True):
        area_m2, foam = floor(pool.area_m2 + 0.5), floor(100.0 * pool.foam_cover + 0.5)
        cells[f"bund.{bund.id}"] = [area_m2, foam, floor(fire_kw + 0.5)]
    for n, instrument in enumerate(site.instruments):
        gauge = world.gauges[n]
        cells[f"instrument.{instrument.tag}"] = [world.panel.readings[n], world.panel.alarms[n], gauge.fault]
    for s in world.sources:
        cells[f"source.{s.id}"] = [*_at(s.x_m, s.y_m), s.kind, s.start_tick, s.stopped_tick]
    cells["cloud"] = [[_tenths(value) for value in puff] for puff in _puffs(world)]


def _puffs(world: World) -> list[tuple[float, float, float, float, float]]:
    """Each puff of the train as a round one of equal area: x, y, radius, height, vapour in kg."""
    puffs = world.hazard.train.puffs
    mol = MOL_M3 * world.weather.ambient_k
    rows = []
    for n in range(puffs.shape[1]):
        hx, hy, tx, ty, half, vapour, air = (float(v) for v in puffs[: train.HEAT, n])
        length = max(sqrt((hx - tx) * (hx - tx) + (hy - ty) * (hy - ty)), train.LEAST_LENGTH_M)
        area = 2.0 * half * length
        height = (vapour + air) / train_air.AIR_KG_MOL * mol / area
        rows.append((0.5 * (hx + tx), 0.5 * (hy + ty), sqrt(area / pi), height, vapour))
    return rows


def _person(p: Person, tick: int) -> list[Any]:
    doing = "" if p.doing is None else p.doing.act.kind
    air_l = floor(air_left_l(p, tick) + 0.5) if "scba" in p.worn else -1
    return [*_at(*position(p, tick)), p.place, doing, p.state, list(p.worn), air_l, p.colleague, p.radio_dead]


def _at(x_m: float, y_m: float) -> tuple[int, int]:
    return _tenths(x_m), _tenths(y_m)


def _tenths(value: float) -> int:
    return floor(10.0 * value + 0.5)
