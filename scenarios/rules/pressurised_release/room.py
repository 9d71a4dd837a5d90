"""Room: a leak within walls. Its air, fans that draw it out, what in it sparks, and the blast. Once a second."""

from dataclasses import replace

from scenarios.rules.ground import exposure
from scenarios.rules.ground.air import ATMOSPHERE_PA, air_now
from scenarios.rules.ground.sparks import active
from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.ignition import CONGESTION_FREEDOM
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from scenarios.rules.pressurised_release.surroundings import Room
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.physics import bst, enclosure, flash_fire_zone, train_birth
from sim_core.site import distance_m

PERIOD_S = 1.0
SOURCE = 12  # what leaves the room drifts as a source of its own
WIDE_M = 4.0
DANGER_LEL = 0.1
SLOWEST = 0.2  # Mach number of the slowest flame that the charts know


def fill(draft: Draft, rules: PressurisedRelease) -> None:
    """The air of the room a second later, well mixed; what is drawn or pressed out of it goes into the cloud."""
    room = rules.incident.room
    if room is None:
        return
    n, here = rules.site.species_index[rules.incident.species], fraction(draft, rules)
    given_kg = PERIOD_S * sum(k.airborne_kg_s for k in draft.hazard.leaks if rules.in_room(k.id))
    if given_kg <= 0.0 and here <= 0.0:
        return
    given_m3_s = _m3(rules, given_kg) / PERIOD_S
    after = enclosure.mixed_step((here,), (0.0,), (given_m3_s,), _through_m3_s(draft, rules, room), room.volume_m3, 1.0)
    gas = min(after[0], 1.0)
    out_kg = max(given_kg - (gas - here) * room.volume_m3 / _m3(rules, 1.0), 0.0)
    clean = rules.site.clean_air
    air = tuple(gas if i == n else share * (1.0 - gas) for i, share in enumerate(clean))
    middle = rules.site.place[room.place]
    train = train_birth.feed(
        draft.hazard.train, air_now(draft, rules), SOURCE, middle.x_m, middle.y_m, WIDE_M, out_kg
    )
    draft.hazard = replace(draft.hazard, spaces=(replace(draft.hazard.spaces[0], layers=(air,)),), train=train)
    _look(draft, rules, room, gas)


def fraction(draft: Draft, rules: PressurisedRelease) -> float:
    """Of the gas in the room, by volume."""
    return draft.hazard.spaces[0].layers[0][rules.site.species_index[rules.incident.species]]


def _m3(rules: PressurisedRelease, kg: float) -> float:
    """Volume of so much of the gas at the temperature of the air."""
    incident = rules.incident
    return enclosure.volume_flow_m3_s(kg, incident.substance.kg_mol, incident.ambient_k, ATMOSPHERE_PA)


def _through_m3_s(draft: Draft, rules: PressurisedRelease, room: Room) -> float:
    """Air through leaks and fans; a room that has burst stands open."""
    if "indoor_explosion" in draft.facts:
        return room.volume_m3
    return room.air_m3_s + room.fan_m3_s * sum(water.open_share(draft, rules, fan) for fan in room.fans)


def _look(draft: Draft, rules: PressurisedRelease, room: Room, gas: float) -> None:
    """A fan that is not Ex in a tenth of LFL is a fault of who started it; at LFL what sparks sets the room off."""
    s = rules.incident.substance
    if s.lfl <= 0.0 or gas < DANGER_LEL * s.lfl:
        return
    fans = [draft.devices[rules.site.device_index[fan]] for fan in room.not_ex]
    turning = [d for d, fan in zip(fans, room.not_ex, strict=True) if water.open_share(draft, rules, fan) > 0.0]
    for d in turning:
        draft.fact("not_ex_in_gas", by=d.by, value=100.0 * gas / s.lfl)
    if not s.lfl <= gas <= s.ufl or "indoor_explosion" in draft.facts:
        return
    lit = [x for x in draft.sources if room.inside(x.x_m, x.y_m) and active(x, draft.tick)]
    if turning or lit:
        _burst(draft, rules, room, gas, turning[0].by if turning else "")


def _burst(draft: Draft, rules: PressurisedRelease, room: Room, gas: float, by: str) -> None:
    """All gas of the room burns at once; its walls hold nothing back: training assumption 训练假设."""
    s, middle = rules.incident.substance, rules.site.place[room.place]
    kg = gas * room.volume_m3 / _m3(rules, 1.0)
    energy = bst.ground_energy_j(kg, s.heat_of_combustion_j_kg)
    draft.fact("indoor_explosion", by=by, value=energy)
    draft.event("changed", subject=room.place, detail="ignited")
    mach = max(bst.flame_mach(s.reactivity, room.congestion, CONGESTION_FREEDOM), SLOWEST)

    def blast(x: float, y: float) -> tuple[float, float]:
        far = max(distance_m(x, y, middle.x_m, middle.y_m), 1.0)
        scaled = draft.held(bst.overpressure, "scaled", bst.scaled_distance(energy, far))
        pressure = bst.AMBIENT_PA * bst.overpressure(mach, scaled)
        return pressure, 0.5 * pressure * bst.positive_phase_s(mach, scaled, energy)

    burns = flash_fire_zone.zone(gas, s.lfl)
    people = [burns if room.inside(*position(p, draft.tick)) else "" for p in draft.people]
    crowds = [burns if room.inside(*position(c, draft.tick)) else "" for c in draft.crowds]
    exposure.strike(draft, rules, people, crowds, blast)
    draft.hazard = replace(draft.hazard, ignited_tick=draft.tick)
