"""The proof of blindness: no seat's observation depends on a hidden parameter before its cue (architecture, R2)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from scenarios import catalogue
from sim_core.observation import Observation, observe
from sim_core.physics.burning_tank import TankFires
from sim_core.site import Site
from sim_core.work import Work
from sim_core.world import World
from tests.scenarios.twins import leaks, leaks_beside, pairs

CASES = [
    pytest.param(scenario, hidden, values, id=f"{scenario.id}-{hidden.id}-{values[0]}-{values[1]}")
    for scenario in catalogue()
    for hidden in scenario.hidden
    for values in pairs(hidden)
]

PARAMETERS = [
    pytest.param(scenario, hidden, id=f"{scenario.id}-{hidden.id}")
    for scenario in catalogue()
    for hidden in scenario.hidden
]


@pytest.mark.parametrize("policy", ["idle", "expert"])
@pytest.mark.parametrize(("scenario", "hidden"), PARAMETERS)
def test_no_seat_parts_from_its_twin_before_its_cue(scenario, hidden, policy):
    first_minutes = replace(scenario, duration_s=600.0)
    assert leaks_beside(first_minutes, hidden, scenario.policies[policy]) == ()


@pytest.mark.soak
@pytest.mark.parametrize("policy", ["idle", "expert"])
@pytest.mark.parametrize(("scenario", "hidden", "values"), CASES)
def test_soak_no_seat_parts_from_its_twin_before_its_cue_to_the_end_of_the_drill(scenario, hidden, values, policy):
    assert leaks(scenario, hidden, values, scenario.policies[policy]) == ()


def burning(world: World) -> TankFires:
    """The fires of a tank farm."""
    assert world.hazard.tank_fires is not None
    return world.hazard.tank_fires


def operation(world: World) -> Work:
    """An operation under a permit."""
    assert world.hazard.work is not None
    return world.hazard.work


def flawed(world: World) -> float:
    """What is not as it should be there."""
    return sum(map(ord, "".join(operation(world).flaws)))


# What each parameter leaves behind in the world, where it must not be seen.
TRACES: dict[str, Callable[[World], float]] = {
    "gauge_stuck_s": lambda w: sum(g.fault_tick for g in w.gauges),
    "gauge_offset_m": lambda w: sum(g.offset for g in w.gauges),
    "inflow_m3_h": lambda w: w.inflow_m3_h,
    "switch_dead": lambda w: sum(i for i, g in enumerate(w.gauges) if g.fault == "dead"),
    "wind_speed_m_s": lambda w: w.weather.base_speed_m_s,
    "wind_from_deg": lambda w: w.weather.base_bearing_rad,
    "wind_shift_s": lambda w: w.weather.shift_tick,
    "wind_shift_deg": lambda w: w.weather.shift_rad,
    "rosov_fails": lambda w: sum(d.stuck for d in w.devices),
    "dead_detectors": lambda w: sum(i for i, g in enumerate(w.gauges) if g.fault == "dead"),
    "ignition_place": lambda w: sum(s.x_m for s in w.sources),
    "ignition_start_s": lambda w: sum(s.start_tick for s in w.sources),
    "vehicle_start_s": lambda w: w.vehicles[0].start_tick,
    "night": lambda w: w.weather.night,
    "fog": lambda w: w.weather.fog,
    "foam": lambda w: w.foam_stock_l + len(w.foam_type),
    "pre_h2s_ppm": lambda w: 1.0e6 * w.hazard.spaces[0].layers[0][1],
    "post_h2s_ppm": lambda w: 1.0e6 * w.hazard.spaces[0].bound_kg,
    "o2_bottom_pct": lambda w: w.hazard.spaces[0].layers[0][0],
    "ch4_lel": lambda w: w.hazard.spaces[0].layers[0][3],
    "victims": lambda w: sum(p.goes_tick >= 0 for p in w.hazard.workers),
    "worker_goes_s": lambda w: w.hazard.workers[0].goes_tick,
    "posture": lambda w: sum(map(ord, w.hazard.workers[0].posture)),
    "winch_attached": lambda w: w.hazard.workers[0].lined,
    "scba_low": lambda w: sum((i + 1) * p.air_l for i, p in enumerate(w.people)),
    "meter_dead": lambda w: sum(len(p.dead_cells) for p in w.people),
    "helper_runs": lambda w: w.hazard.workers[-1].helps,
    "inlet_passing": lambda w: w.hazard.spaces[0].passing,
    "filter_handed": lambda w: sum(len(p.worn) for p in w.people),
    "side_cover": lambda w: sum(d.opening for d in w.devices),
    "lingers_s": lambda w: w.hazard.workers[0].lingers_ticks,
    "hole_mm": lambda w: w.hazard.leaks[0].hole_m,
    "jet": lambda w: sum(ord(c) for c in w.hazard.leaks[0].points),
    "leak_at": lambda w: len(w.hazard.leaks[0].closed_by),
    "root_valve": lambda w: sum(d.stuck + d.stiff for d in w.devices),
    "feedback_lies": lambda w: sum(d.stuck for d in w.devices),
    "second_weep_s": lambda w: sum(k.cold_s for k in w.hazard.leaks),
    "pump_trip_s": lambda w: sum(d.trips_tick for d in w.devices),
    "victim": lambda w: len(w.casualties),
    "radio_dead": lambda w: sum(i for i, p in enumerate(w.people) if p.radio_dead),
    "fire": lambda w: sum(len(b.was) for b in burning(w).tanks),
    "bund_fire": lambda w: burning(w).leaks + sum(w.hazard.fires_kw),
    "spill_m3": lambda w: w.hazard.pools[0].mass_kg,
    "drain": lambda w: sum(d.opening for d in w.devices),
    "seal_pct": lambda w: w.hazard.seal,
    "queue_number": lambda w: sum(o.number for o in w.hazard.offsite),
    "blanket": lambda w: w.tanks[0].roof_o2,
    "foam_share": lambda w: w.foam_stock_l,
    "foam_type": lambda w: len(w.foam_type),
    "riser": lambda w: burning(w).riser_lost,
    "fire_main": lambda w: burning(w).main_share,
    "neighbours": lambda w: sum(i * t.level_m for i, t in enumerate(w.tanks)),
    "reignition": lambda w: sum(b.hot_spot for b in burning(w).tanks),
    "contents": lambda w: len(burning(w).contents),
    "trap": lambda w: sum(2 * b.bottom_m - b.hatch for b in burning(w).tanks),
    "side": lambda w: w.hazard.leaks[0].gas,
    "orientation": lambda w: w.hazard.leaks[0].gas,
    "absorber_local": lambda w: sum(d.stuck for d in w.devices),
    "reagent_kg": lambda w: w.hazard.absorber.reagent_kg if w.hazard.absorber else 0.0,
    "saturated": lambda w: sum(i for i, g in enumerate(w.gauges) if g.fault == "saturates"),
    "school_m": lambda w: w.hazard.offsite[0].far_m,
    "leak_m3_h": lambda w: w.hazard.line.hole_m if w.hazard.line else 0.0,
    "leak_reach": lambda w: w.hazard.line.reach if w.hazard.line else 0.0,
    "location_error_m": lambda w: sum(g.offset for g in w.gauges),
    "culvert_lel": lambda w: sum(w.hazard.culvert.vapour) if w.hazard.culvert else flawed(w),
    "block_valve": lambda w: sum(2.0 * d.stuck + d.stiff for d in w.devices),
    "street_people": lambda w: sum(c.x_m for c in w.crowds),
    "contractor": lambda w: len(w.sources),
    "dig_s": lambda w: sum(s.start_tick for s in w.sources),
    "manifest": lambda w: len(w.hazard.store.papers) if w.hazard.store else 0.0,
    "reply_s": lambda w: w.hazard.store.reply_s if w.hazard.store else 0.0,
    "cyanide": lambda w: sum(r.kind == "cyanide" for r in w.hazard.store.rows) if w.hazard.store else 0.0,
    "reactive": lambda w: sum(r.kind == "reactive" for r in w.hazard.store.rows) if w.hazard.store else 0.0,
    "growth_kw_s2": lambda w: w.hazard.store.growth_kw_s2 if w.hazard.store else 0.0,
    "oxidiser_t": lambda w: sum(r.kg for r in w.hazard.store.rows) if w.hazard.store else 0.0,
    "contaminated": lambda w: w.hazard.store.faster if w.hazard.store else 0.0,
    "excess_flow": lambda w: sum(k.excess_kg_s for k in w.hazard.leaks),
    "driver": lambda w: w.crowds[0].x_m,
    "queue": lambda w: len(w.vehicles),
    "earth_clamp": lambda w: sum(d.opening for d in w.devices),
    "fill_pct": lambda w: sum(v.liquid_kg for v in w.hazard.vessels),
    "relief_pct": lambda w: sum(v.relief_share for v in w.hazard.vessels),
    "flame_kw_m2": lambda w: w.hazard.leaks[0].strikes_kw_m2,
    "ring_blocked": lambda w: sum(d.stuck for d in w.devices),
    "monitor_out": lambda w: sum(d.stuck for d in w.devices),
    "mask_fits": lambda w: sum(c.lets_in for c in w.casualties),
    "grade": flawed,
    "blind": flawed,
    "drain_lel": flawed,
    "sampling": flawed,
    "camera": flawed,
    **dict.fromkeys(
        ("list", "passing", "card", "anchor", "boards", "load", "ground", "box", "cable", "truck", "detour"), flawed
    ),
    "test_age_min": lambda w: sum(operation(w).tested_tick),
    "rise_s": lambda w: sum(out.start_tick for out in operation(w).outflows),
    "calls_s": lambda w: operation(w).calls_tick,
    "wind_s": lambda w: operation(w).wind_tick,
    "wind_to_m_s": lambda w: operation(w).wind_m_s,
    "passer_s": lambda w: operation(w).others_tick,
    "restores_s": lambda w: operation(w).restores_tick,
    "needed_s": lambda w: w.vehicles[1].start_tick,
    "room_lel": lambda w: w.hazard.spaces[0].layers[0][0],
    "outfall": lambda w: sum((i + 1) * d.opening for i, d in enumerate(w.devices)),
    "main_share": lambda w: sum(d.opening for d in w.devices),
    "village_m": lambda w: w.hazard.offsite[0].far_m,
    "flare_ready": lambda w: sum(d.stuck for d in w.devices),
    "drain_trap": lambda w: len(w.hazard.leaks),
    "smell_fatigue": lambda w: sum((i + 1) * p.smell for i, p in enumerate(w.people)),
}


@pytest.mark.parametrize(("scenario", "hidden"), PARAMETERS)
def test_a_planted_leak_of_each_parameter_is_found_in_every_seat(scenario, hidden):
    values = pairs(hidden)[0]
    trace = TRACES[hidden.id]

    def leaky(world: World, site: Site, seat: int) -> Observation:
        seen = observe(world, site, seat)
        return replace(seen, zone_m=seen.zone_m + 1.0e-9 * float(trace(world)))

    found = leaks(replace(scenario, duration_s=30.0), hidden, values, scenario.policies["idle"], leaky)
    assert {leak.seat for leak in found} == {role.seat for role in scenario.roles}
    assert all("zone_m" in leak.fields for leak in found)
