"""What the tanker at its arm promises beyond what every scenario holds: its case (Linyi), faults and branches."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import median

import pytest

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from sim_core.simulation import advance, jump
from tests.scenarios.tankers import PLAIN, SCENARIO

RELEASE_S, FLOOR_S, LONG_S = 20.0, 130.0, 600.0


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


@pytest.mark.parametrize("seed", [6, 10, 18])
def test_nothing_burns_before_the_floor(seed):
    assert FLOOR_S <= seconds_to_ignition(seed, 200.0) < float("inf")


@pytest.mark.soak
def test_soak_the_median_time_to_ignition_without_action_is_near_that_of_the_case():
    """Linyi: 2.2 min from the leak (domain, section 3), which is also the least that an examination gives."""
    with ProcessPoolExecutor() as pool:
        times = list(pool.map(seconds_to_ignition, range(1, 101), chunksize=2))
    print("median", median(times), "least", min(times), "ignited", sum(t < float("inf") for t in times))
    assert FLOOR_S <= median(times) <= 4 * 60
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
    {"hole_mm": 50.0, "excess_flow": "fails"},
    {"hole_mm": 50.0},
    {"driver": "BK1"},
    {"driver": "DR", "queue": "3"},
    {"earth_clamp": "off"},
    {"jet": "E", "wind_speed_m_s": 0.4, "night": "yes"},
], ids=lambda h: "-".join(map(str, h.values())))  # fmt: skip
def test_each_fault_is_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed, (sheet.score_raw, sheet.vetoes)
    found = facts(done)
    assert "leak_stopped" in found
    assert not {"ignition", "driver_started", "unloading_unattended"} & set(found)
    assert not any(e.kind == "harm" for e in done.events)


def test_the_lanyard_that_lies_upwind_is_pulled():
    for bearing, device in ((0.0, "EC-N"), (180.0, "EC-S")):
        done, _ = played(wind_from_deg=bearing)
        assert any(e.kind == "did" and e.act == "operate" and e.subject == device for e in done.events)


def test_left_alone_the_driver_lights_it_and_tankers_burst_in_turn():
    """Linyi: other tankers exploded one after another. In a calm the cloud lies about the cab."""
    drawn = {"hole_mm": 50.0, "excess_flow": "fails", "wind_speed_m_s": 0.8, "jet": "E"}
    done, sheet = played("idle", **drawn)
    found = facts(done)
    assert found["driver_started"] >= FLOOR_S + RELEASE_S
    lit = next(e.subject for e in done.events if e.kind == "changed" and e.detail == "ignited")
    assert lit.startswith("tk")
    assert found["ignition"] < found["bleve"]
    assert "neighbour_heated" in found
    assert sheet.score_raw < 60


def test_with_vehicles_stopped_alone_no_driver_starts():
    expert = SCENARIO.policies["expert"]
    steps = tuple(s for s in expert.steps if s.id in ("declare", "esd", "cut", "alarm", "stop_work"))
    keys = drill_keys(3)
    without_cut = replace(expert, steps=tuple(replace(s, after=("esd",)) if s.id == "alarm" else s
                                              for s in steps if s.id != "cut"))  # fmt: skip
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=PLAIN), without_cut)
    assert "driver_started" not in facts(done)
    bare = replace(without_cut, steps=tuple(s for s in without_cut.steps if s.id != "stop_work"))
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=PLAIN), bare)
    assert "driver_started" in facts(done)


def test_the_shut_down_alone_stops_one_end_only():
    expert = SCENARIO.policies["expert"]
    keys = drill_keys(3)
    only = replace(expert, steps=tuple(s for s in expert.steps if s.id in ("declare", "esd")))
    world = play(build(SCENARIO, keys.hidden, keys.world, hidden=PLAIN), only).point.world
    assert [k.flow_kg_s > 0.0 for k in world.hazard.leaks] == [True, False]
