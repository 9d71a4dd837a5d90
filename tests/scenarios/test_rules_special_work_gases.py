"""Outflows: when they come, how fast they rise, whom the wind brings them to."""

from dataclasses import replace

import pytest

from scenarios.rules.special_work.plumes import fraction
from sim_core.draft import Draft
from tests.drills import Stage, put
from tests.works import now, set_work, work


def lel(stage: Stage, x_m: float, y_m: float) -> float:
    """%LEL at a point."""
    return 100.0 * fraction(Draft(stage.world), stage.rules, x_m, y_m) / stage.rules.incident.lfl  # type: ignore[arg-type, attr-defined]


def leaking(kg_s: float, **hidden: float | str) -> Stage:
    stage = work("hot_work", **hidden)
    out = list(now(stage).outflows)
    out[0] = replace(out[0], full_kg_s=kg_s, kg_s=kg_s, start_tick=0)
    set_work(stage, outflows=tuple(out))
    stage.wait(1.1)
    return stage


def test_the_plume_by_hand():
    """9 m downwind on the axis: C = Q / (pi u sy sz), the curves of CCPS read at 9 + 3 m, vapour of 2.64 kg/m3."""
    stage = leaking(0.3, wind_speed_m_s=3.0)
    w = stage.world.weather
    along = 9.0 / w.speed_m_s
    x, y = 39.0 + w.u_m_s * along, 5.0 + w.v_m_s * along
    sy, sz = 0.128 * 12.0**0.9, 0.093 * 12.0**0.85
    by_hand = 0.3 / (3.141592653589793 * w.speed_m_s * sy * sz) / 2.64 / 0.014 * 100.0
    assert lel(stage, x, y) == pytest.approx(by_hand, rel=0.35)


def test_upwind_there_is_none_but_beside_the_leak():
    stage = leaking(0.3)
    assert lel(stage, 45.0, 5.0) == 0.0 < lel(stage, 40.0, 5.0)


def test_more_wind_thins_it_and_twice_the_gas_is_twice_as_thick():
    slow, fast, twice = (
        leaking(0.1, wind_speed_m_s=2.0),
        leaking(0.1, wind_speed_m_s=4.5),
        leaking(0.2, wind_speed_m_s=2.0),
    )
    w = slow.world.weather
    x, y = 39.0 + 9.0 * w.u_m_s / w.speed_m_s, 5.0 + 9.0 * w.v_m_s / w.speed_m_s
    assert lel(slow, x, y) == pytest.approx(0.5 * lel(twice, x, y))
    v = fast.world.weather
    assert lel(fast, 39.0 + 9.0 * v.u_m_s / v.speed_m_s, 5.0 + 9.0 * v.v_m_s / v.speed_m_s) < 0.6 * lel(slow, x, y)


def test_it_comes_at_its_time_rises_and_ends_when_its_valve_is_shut():
    stage = work("hot_work", rise_s=690.0)
    set_work(
        stage, outflows=tuple(replace(o, start_tick=100) if n == 0 else o for n, o in enumerate(now(stage).outflows))
    )
    stage.wait(4.9)
    assert now(stage).outflows[0].kg_s == 0.0
    stage.wait(120)
    half = now(stage).outflows[0].kg_s
    assert half == pytest.approx(0.1, rel=0.03)  # half of 0.2 kg/s after half of 240 s
    put(stage, HV_1="closed")
    stage.wait(60)
    assert now(stage).outflows[0].kg_s < half - 0.04


def test_sampling_gives_gas_only_while_somebody_samples():
    stage = work("hot_work", sampling="yes")
    here = stage.site.place["SP"]
    stage.change(crowds=(stage.world.crowds[0], replace(stage.world.crowds[1], place="SP", x_m=here.x_m, y_m=here.y_m)))
    stage.wait(31)
    assert now(stage).outflows[1].kg_s == pytest.approx(0.05)
    stage.change(crowds=(stage.world.crowds[0], replace(stage.world.crowds[1], place="OF", x_m=140.0, y_m=8.0)))
    stage.wait(31)
    assert now(stage).outflows[1].kg_s == 0.0


def test_what_stands_in_the_pipe_is_more_once_it_is_warmed_by_the_work():
    stage = work("hot_work", blind="missing")
    rules, draft = stage.rules, Draft(stage.world)
    assert rules.standing_lel(draft, "PI") == 8.0  # type: ignore[attr-defined]
    set_work(stage, stage="working")
    assert rules.standing_lel(Draft(stage.world), "PI") == 60.0  # type: ignore[attr-defined]
    put(stage, BL_2="closed")
    assert rules.standing_lel(Draft(stage.world), "PI") == 0.0  # type: ignore[attr-defined]
