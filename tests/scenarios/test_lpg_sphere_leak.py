"""What the sphere leak promises beyond what every scenario holds: its cases (San Juan, Rizhao) and its branches."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import median

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from sim_core.simulation import advance, jump
from tests.scenarios.spheres import PLAIN

RELEASE_S = 20.0
FLOOR_S = 130.0
LONG_S = 3600.0
SCENARIO = load("lpg_sphere_leak")


def seconds_to_ignition(seed: int, duration_s: float = LONG_S) -> float:
    """From the leak to ignition when nobody acts; infinite if it does not come."""
    keys = drill_keys(seed)
    drill = build(replace(SCENARIO, duration_s=duration_s), keys.hidden, keys.world)
    point = drill.point
    while not point.world.ended and point.world.hazard.ignited_tick < 0:
        point, _ = advance(point, drill.rules)
        point = jump(point, drill.rules, drill.rules.limit_tick)
    lit = point.world.hazard.ignited_tick
    return lit / 20.0 - RELEASE_S if lit >= 0 else float("inf")


@pytest.mark.parametrize("seed", range(1, 5))
def test_nothing_burns_before_the_floor(seed):
    assert seconds_to_ignition(seed, FLOOR_S + RELEASE_S) == float("inf")


@pytest.mark.soak
def test_soak_the_median_time_to_ignition_without_action_is_that_of_the_cases():
    """San Juan 5 to 10 min from the leak (domain, section 3)."""
    with ProcessPoolExecutor() as pool:
        times = list(pool.map(seconds_to_ignition, range(1, 101), chunksize=2))
    print("median", median(times), "least", min(times), "ignited", sum(t < float("inf") for t in times))
    assert 5 * 60 <= median(times) <= 10 * 60
    assert min(times) >= FLOOR_S


def played(policy: str = "expert", seed: int = 3, **hidden: float | str):
    """A drill of a given draw, and its sheet."""
    keys = drill_keys(seed)
    drill = build(SCENARIO, keys.hidden, keys.world, hidden={**PLAIN, **hidden})
    done = play(drill, SCENARIO.policies[policy])
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def facts(done) -> dict[str, float]:
    return {e.subject: e.tick / 20.0 for e in done.events if e.kind == "fact"}


@pytest.mark.parametrize("hidden", [
    {"feedback_lies": "yes", "leak_at": "line"},
    {"root_valve": "stuck", "leak_at": "root"},
    {"leak_at": "nozzle", "hole_mm": 48.0, "second_weep_s": "180"},
    {"pump_trip_s": "150"},
    {"victim": "PP", "night": "yes"},
], ids=lambda h: "-".join(h))  # fmt: skip
def test_each_fault_is_found_and_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed, (sheet.score_raw, sheet.vetoes)
    assert "leak_stopped" in facts(done)
    assert not any(e.kind == "harm" for e in done.events)
    assert "left_behind" not in facts(done)


def test_the_stand_by_pump_is_started_when_the_first_trips():
    done, _ = played(pump_trip_s="300")
    assert any(e.kind == "did" and e.subject == "FP-2" and e.by == "IC" for e in done.events)


def test_lit_in_spite_of_all_the_model_answer_cools_and_no_sphere_bursts():
    done, sheet = played(leak_at="nozzle", hole_mm=40.0, jet="up", ignition_place="static", ignition_start_s=150.0)
    found = facts(done)
    assert "ignition" in found
    assert "bleve" not in found
    opened = next(e.tick / 20.0 for e in done.events if e.kind == "did" and e.subject == "WR-201")
    assert opened - found["ignition"] <= 120.0
    assert sheet.passed, sheet.score_raw


def test_lit_and_left_alone_it_warns_and_then_bursts():
    drawn = {"leak_at": "nozzle", "hole_mm": 40.0, "jet": "up", "ignition_place": "static", "ignition_start_s": 150.0}
    done, sheet = played("idle", **drawn)
    found = facts(done)
    assert found["ignition"] < found["relief_opened"] < found["bleve"]
    shown = [e.tick / 20.0 for e in done.events if e.kind == "changed" and e.detail in ("glowing", "bulging")]
    assert shown
    assert shown[0] <= found["bleve"] - 30.0
    assert [v.veto_id for v in sheet.vetoes] == ["no_cooling"]


def drawn(seed: int, policy: str):
    """A drill of the draw that belongs to a seed, and its sheet."""
    keys = drill_keys(seed)
    done = play(build(SCENARIO, keys.hidden, keys.world), SCENARIO.policies[policy])
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def test_nobody_is_sent_to_the_flange_to_try_a_detector_that_others_bear_out():
    done, sheet = drawn(45, "expert")  # LEL-1 alone is in alarm, LEL-3 is just below it; it burns soon after
    assert not [e for e in done.events if e.kind == "ordered" and e.act == "bump"]
    assert not [e for e in done.events if e.kind == "harm" and e.subject == "SAF"]
    assert sheet.passed, sheet.score_raw


def test_the_engine_is_in_the_cloud_before_the_jet_lights_itself():
    done, sheet = drawn(45, "careless:jet_or_engine")
    assert facts(done)["engine_in_cloud"] < FLOOR_S + RELEASE_S
    assert [v.veto_id for v in sheet.vetoes] == ["jet_or_engine"]


def test_the_flame_is_put_out_though_the_pump_tripped_at_the_first_try():
    done, sheet = drawn(66, "careless:put_out_leaking")
    assert facts(done)["pump_tripped"] < facts(done)["put_out_leaking"]
    assert [v.veto_id for v in sheet.vetoes] == ["put_out_leaking"]
