"""Ignition: methane in the space meets what sparks in it. It burns once."""

from dataclasses import replace

from scenarios.rules.confined_space.gases import ATMOSPHERE_PA
from scenarios.rules.confined_space.rules import ConfinedSpace
from scenarios.rules.ground.exposure import strike
from sim_core.draft import Draft
from sim_core.physics import tnt
from sim_core.physics.enclosure import MOLAR_KG, held_kg
from sim_core.plant.devices import opening
from sim_core.site import distance_m
from sim_core.world import Air, Casualty

LEL_CH4 = 0.05
CAUGHT_LEL = 0.10  # bubbles burst with ten times the mean and more above the sludge: training assumption 训练假设
FLASH_M = 4.0  # how far a flame leaps out of the mouth: training assumption 训练假设
HEAT_J_KG = 50.0e6
EFFICIENCY = 0.03
NEAREST_M = 2.0


def look_for_spark(draft: Draft, rules: ConfinedSpace) -> None:
    """What is not explosion-proof runs in the space while there is a tenth of LEL and more."""
    hazard, incident = draft.hazard, rules.incident
    if hazard.ignited_tick >= 0:
        return
    n = rules.site.species_index["methane"]
    layers = hazard.spaces[0].layers
    if max(layer[n] for layer in layers) < CAUGHT_LEL * LEL_CH4:
        return
    for device in incident.not_ex:
        i = rules.site.device_index[device]
        if opening(draft.devices[i], draft.tick) > 0.0:
            _ignite(draft, rules, device, draft.devices[i].by)
            return


def _ignite(draft: Draft, rules: ConfinedSpace, device: str, by: str) -> None:
    """What methane there is burns; flame and blast strike who is in the space or at its mouth."""
    incident, site = rules.incident, rules.site
    space = draft.hazard.spaces[0]
    ch4 = site.species_index["methane"]
    fuel_kg = sum(
        held_kg(layer[ch4], incident.layer_m3, MOLAR_KG["CH4"], incident.ambient_k, ATMOSPHERE_PA)
        for layer in space.layers
    )
    draft.fact("explosion", by=by, value=fuel_kg)
    draft.event("changed", subject=device, detail="ignited")
    charge_kg = tnt.equivalent_kg(fuel_kg, HEAT_J_KG, EFFICIENCY)
    x0, y0 = rules.centre_m

    def blast(x: float, y: float) -> tuple[float, float]:
        far = max(distance_m(x, y, x0, y0), NEAREST_M)
        scaled = draft.held(tnt.overpressure_pa, "scaled", tnt.scaled_m_kg13(charge_kg, far))
        near = draft.held(tnt.impulse_pa_s, "scaled", scaled)
        return tnt.overpressure_pa(scaled), tnt.impulse_pa_s(near, charge_kg)

    here = [_zone(rules, rules.within(p) >= 0, p.x_m, p.y_m) for p in draft.people]
    strike(draft, rules, here, [_zone(rules, False, c.x_m, c.y_m) for c in draft.crowds], blast)
    draft.casualties = [_burned(draft, rules, c) for c in draft.casualties]
    burnt = replace(space, layers=tuple(_burnt(rules, layer) for layer in space.layers))
    draft.hazard = replace(draft.hazard, spaces=(burnt,), ignited_tick=draft.tick)


def _zone(rules: ConfinedSpace, inside: bool, x: float, y: float) -> str:
    if inside:
        return "burns"
    return "pockets" if distance_m(x, y, *rules.centre_m) <= FLASH_M else ""


def _burned(draft: Draft, rules: ConfinedSpace, c: Casualty) -> Casualty:
    if c.place not in rules.incident.layers or c.body.condition == "dead":
        return c
    draft.event("harm", subject=c.id, detail="dead", value=1.0)
    return replace(c, state="down", breathing=False, body=replace(c.body, condition="dead", cause="fire"))


def _burnt(rules: ConfinedSpace, air: Air) -> Air:
    """CH4 + 2 O2 -> CO2 + 2 H2O; the steam is left out of the account."""
    i = rules.site.species_index
    ch4, o2, co2 = i["methane"], i["oxygen"], i["carbon_dioxide"]
    burns = min(air[ch4], 0.5 * air[o2])
    change = {ch4: -burns, o2: -2.0 * burns, co2: burns}
    return tuple(y + change.get(k, 0.0) for k, y in enumerate(air))
