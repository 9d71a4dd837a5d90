"""What the bullet in a fire promises beyond what every scenario holds: its clock, its faults and its branches."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from statistics import median

import pytest

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from sim_core.simulation import advance, jump
from tests.scenarios.bullets import PLAIN, SCENARIO

LONG_S = 3600.0


def clock(seed: int) -> tuple[float, float]:
    """From the fire to the first sign, and to the first burst, when nobody acts; infinite if it does not come."""
    keys = drill_keys(seed)
    drill = build(replace(SCENARIO, duration_s=LONG_S), keys.hidden, keys.world)
    point, at = drill.point, dict.fromkeys(("warning_sign", "bleve"), float("inf"))
    while not point.world.ended and "bleve" not in point.world.facts:
        point, events = advance(point, drill.rules)
        at.update({e.subject: e.tick / 20.0 - 10.0 for e in events if e.kind == "fact" and e.subject in at})
        point = jump(point, drill.rules, drill.rules.limit_tick)
    return at["warning_sign"], at["bleve"]


@pytest.mark.soak
def test_soak_a_bare_bullet_bursts_after_some_minutes_to_an_hour_and_shows_it_before():
    """Domain 1.7: one minute to several hours in 127 cases; median of 15 to 25 min proposed."""
    with ProcessPoolExecutor() as pool:
        times = list(pool.map(clock, range(1, 81), chunksize=2))
    bursts = sorted(burst for _, burst in times)
    print("median", median(bursts) / 60.0, "least", bursts[0] / 60.0, "of them", sum(b < LONG_S for b in bursts))
    assert 8 * 60 <= median(bursts) <= 30 * 60
    assert all(burst - sign >= 45.0 for sign, burst in times if burst < LONG_S)


def played(policy: str = "expert", seed: int = 3, **hidden: float | str):
    """A drill of a given draw, and its sheet."""
    keys = drill_keys(seed)
    drill = build(SCENARIO, keys.hidden, keys.world, hidden={**PLAIN, **hidden})
    done = play(drill, SCENARIO.policies[policy])
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def facts(done) -> dict[str, float]:
    return {e.subject: e.tick / 20.0 for e in done.events if e.kind == "fact"}


@pytest.mark.parametrize("hidden", [
    {"ring_blocked": "yes"},
    {"monitor_out": "RM-1", "flame_kw_m2": 220.0},
    {"jet": "E", "monitor_out": "RM-3", "flame_kw_m2": 220.0, "hole_mm": 18.0},
    {"leak_at": "line", "rosov_fails": "yes", "night": "yes"},
    {"relief_pct": 15.0, "fill_pct": 85.0},
], ids=lambda h: "-".join(map(str, h.values())))  # fmt: skip
def test_each_fault_is_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed, (sheet.score_raw, sheet.vetoes)
    assert not {"bleve", "crew_inside"} & set(facts(done))
    assert not any(e.kind == "harm" for e in done.events)


def test_behind_the_shut_off_valve_the_fire_goes_out_by_itself():
    done, _ = played(leak_at="line")
    found = facts(done)
    assert found["leak_ended"] < 60.0
    assert "put_out_leaking" not in found


def test_where_water_cannot_hold_it_the_sign_comes_and_everybody_withdraws():
    drawn = {"flame_kw_m2": 220.0, "ring_blocked": "yes", "monitor_out": "RM-1", "relief_pct": 15.0, "hole_mm": 16.0}
    done, sheet = played(**drawn)
    found = facts(done)
    told = next(e.tick / 20.0 for e in done.events if e.kind == "cue_revealed" and e.seat == "IC"
                and e.subject in ("pitch_rises", "shell_weak"))  # fmt: skip
    signal = next(e.tick / 20.0 for e in done.events if e.kind == "did" and e.act == "retreat")
    assert found["warning_sign"] <= told <= signal <= told + 60.0
    assert "crew_inside" not in found
    assert sheet.passed, sheet.score_raw


def test_left_alone_it_warns_bursts_and_may_take_its_neighbour_along():
    done, sheet = played("idle", flame_kw_m2=180.0, fill_pct=60.0)
    found = facts(done)
    assert found["relief_opened"] < found["warning_sign"] < found["bleve"]
    assert found["bleve"] - found["warning_sign"] >= 45.0
    assert "crew_inside" in found
    assert any(e.kind == "harm" for e in done.events)
    assert sheet.score_raw < 60


def test_the_clock_runs_slower_the_softer_the_flame():
    times = [facts(played("idle", flame_kw_m2=kw)[0])["bleve"] for kw in (220.0, 160.0, 120.0)]
    assert times == sorted(times)
    assert times[-1] - times[0] > 120.0


def test_put_out_with_the_source_open_it_explodes():
    done, sheet = played("careless:put_out_leaking")
    found = facts(done)
    assert found["put_out_leaking"] < found["explosion"] <= found["put_out_leaking"] + 60.0
    assert [v.veto_id for v in sheet.vetoes] == ["put_out_leaking"]
