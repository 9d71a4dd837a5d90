"""Flaring: vapour let go to the flare. What boils off cools the liquid, and with the pressure the leak falls."""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.leaking import AMBIENT_PA, GAS_HOLE, pressure_pa
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics import outflow, properties
from sim_core.physics.pressure_vessel import Flare, VesselState, boiled_off_k

PERIOD_S = 1.0
LEAST_KG = 1000.0  # with less liquid left the vessel is taken as empty: training assumption 训练假设


def vent(draft: Draft, rules: PressurisedRelease) -> None:
    """Once a second: what the open vents of the vessel that leaks let go, and what that does to it.

    The pressure in the header is taken as ambient, and its flame as far from all gas on the ground: 训练假设.
    """
    hazard, n = draft.hazard, rules.incident.tank
    if hazard.flare is None:
        return
    v = hazard.vessels[n]
    rate = _flow_kg_s(draft, rules, v)
    if rate <= 0.0:
        if hazard.flare.now_kg_s > 0.0:
            draft.hazard = replace(hazard, flare=replace(hazard.flare, now_kg_s=0.0))
        return
    vessels = list(hazard.vessels)
    vessels[n] = cooled = _cooled(rules, v, rate * PERIOD_S)
    flare = Flare(rate, hazard.flare.taken_kg + rate * PERIOD_S)
    draft.hazard = replace(hazard, vessels=tuple(vessels), flare=flare)
    draft.fact("flaring")
    if rate > rules.incident.flare_most_kg_s:
        draft.fact("flare_overloaded", by=_opened_by(draft, rules), value=rate)
    if cooled.liquid_k < rules.incident.shell_least_k:
        draft.fact("shell_chilled", by=_opened_by(draft, rules), value=cooled.liquid_k)


def _flow_kg_s(draft: Draft, rules: PressurisedRelease, v: VesselState) -> float:
    """Gas through the seats of all vents that stand open, the header's valve open too."""
    header = water.open_share(draft, rules, rules.incident.header)
    least_kg = 0.0 if v.gas_pa > 0.0 else LEAST_KG
    if header <= 0.0 or v.state == "burst" or v.liquid_kg <= least_kg:
        return 0.0
    s, pressure = rules.incident.substance, pressure_pa(rules.incident.substance, v)
    if pressure <= AMBIENT_PA:
        return 0.0
    density = properties.vapour_density_kg_m3(s, v.layer_k, pressure)
    ratio = properties.heat_capacity_ratio(s, v.layer_k)
    seat_m = 0.1  # the flow through a seat of this width is worked once and scaled by area
    flow = outflow.gas_flow(pressure, v.layer_k, density, ratio, seat_m, GAS_HOLE, AMBIENT_PA).mass_flow_kg_s
    area = sum(water.open_share(draft, rules, id_) * wide_m * wide_m for id_, wide_m in rules.incident.vents)
    return min(flow * area * header / (seat_m * seat_m), v.liquid_kg - least_kg)


def _cooled(rules: PressurisedRelease, v: VesselState, vapour_kg: float) -> VesselState:
    if v.gas_pa > 0.0:
        return replace(v, liquid_kg=v.liquid_kg - vapour_kg)
    s = rules.incident.substance
    bulk, layer = boiled_off_k(
        v.liquid_kg, v.liquid_k, v.layer_k, rules.incident.layer_share, vapour_kg,
        properties.latent_heat_j_kg(s, min(v.layer_k, s.critical_k - 5.0)),
        properties.liquid_capacity_j_kg_k(s, min(v.liquid_k, s.liquid_k[1])),
    )  # fmt: skip
    left = v.liquid_kg - vapour_kg
    return replace(v, liquid_kg=left, liquid_k=max(bulk, s.boiling_k), layer_k=max(layer, s.boiling_k))


def _opened_by(draft: Draft, rules: PressurisedRelease) -> str:
    """Who opened the widest vent that stands open."""
    wide = max(
        (id_ for id_, _ in rules.incident.vents if water.open_share(draft, rules, id_) > 0.0),
        key=lambda id_: dict(rules.incident.vents)[id_],
    )
    return draft.devices[rules.site.device_index[wide]].by
