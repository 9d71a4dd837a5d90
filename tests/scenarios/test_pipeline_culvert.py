"""What the culvert promises beyond what every scenario holds: Qingdao 2013, and the ways to it and past it."""

from collections.abc import Mapping

import pytest

from scenarios.drill import build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from scoring.marks import Sheet, prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from tests.culverts import CALM, SCENARIO

WORST: dict[str, float | str] = {"leak_m3_h": 50.0, "culvert_lel": 80.0, "contractor": "digs", "dig_s": 780.0}


def played(policy: str | Policy, **hidden: float | str) -> tuple[Played, Sheet]:
    keys = drill_keys(3)
    given: Mapping[str, float | str] = {**CALM, **hidden}
    plan = SCENARIO.policies[policy] if isinstance(policy, str) else policy
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=given), plan)
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def lost(sheet: Sheet) -> list[str]:
    return [line.item_id for line in sheet.lines if line.points is not None and line.points < line.max_points]


def value(done: Played, fact: str) -> float:
    return next((e.value for e in done.events if e.kind == "fact" and e.subject == fact), -1.0)


@pytest.mark.parametrize("hidden", [
    {**WORST, "leak_reach": "MH-1", "street_people": "MK"},
    {**WORST, "leak_reach": "MH-5", "location_error_m": -200.0},
    {**WORST, "block_valve": "stuck", "radio_dead": "OUT", "night": "yes"},
    {**WORST, "block_valve": "slow", "radio_dead": "SAF", "wind_speed_m_s": 0.5},
    {"leak_m3_h": 2.0, "culvert_lel": 0.0, "radio_dead": "FF"},
])  # fmt: skip
def test_every_branch_can_be_won_with_nobody_hurt_and_the_culvert_whole(hidden):
    done, sheet = played("expert", **hidden)
    assert sheet.passed, (sheet.score_raw, lost(sheet))
    assert value(done, "explosion") < 0.0
    assert not [e for e in done.events if e.kind == "harm"]


@pytest.mark.parametrize(("reach", "long_m"), [("MH-1", 360.0), ("MH-3", 270.0), ("MH-5", -1.0)])
def test_left_alone_the_contractor_blows_up_what_lies_below_the_leak(reach, long_m):
    """Vapour goes down with the water: a leak above his breaker reaches it, one below does not."""
    done, sheet = played("idle", **{**WORST, "culvert_lel": 0.0}, leak_reach=reach)
    assert value(done, "explosion") == pytest.approx(long_m)
    assert "broke_untested" in [v.veto_id for v in sheet.vetoes]


def test_people_on_the_covers_are_hurt_by_it_and_none_after_the_order_to_leave():
    left, _ = played("idle", **WORST, street_people="MK")
    assert {e.subject for e in left.events if e.kind == "harm"} >= {"passers", "crew"}
    plan = Policy("cleared", (
        Step("evacuate", Act("evacuate", "MP-N"), wait_s=60.0),
    ), "MH-3")  # fmt: skip
    cleared, _ = played(plan, **WORST, street_people="MK")
    assert value(cleared, "explosion") > 0.0
    assert not [e for e in cleared.events if e.kind == "harm" and e.subject in ("passers", "crew")]


def test_a_shut_line_does_not_make_the_culvert_safe():
    """Pump and valves in time, work not stopped: it explodes all the same."""
    steps = (
        Step("pump", Act("operate", "P-1", "stop", to="DCS"), wait_s=60.0),
        Step("up", Act("operate", "BV-1", "close", to="DCS"), after=("pump",), wait_s=5.0),
        Step("down", Act("operate", "BV-2", "close", to="DCS"), after=("up",), wait_s=40.0),
    )
    done, sheet = played(Policy("isolated", steps, "MH-3"), **WORST)
    assert value(done, "line_isolated") == 0.0
    assert value(done, "explosion") > 0.0
    assert "NO_EXPLOSION" in lost(sheet)


def test_without_gate_and_pool_the_basin_is_polluted():
    steps = tuple(s for s in SCENARIO.policies["expert"].steps if s.id not in ("close_ov", "open_av"))
    done, sheet = played(Policy("open", steps, "MH-3"), **WORST, leak_reach="MH-5")
    assert value(done, "water_polluted") >= 200.0
    assert {"NO_POLLUTION", "RAINVALVE"} <= set(lost(sheet))


def test_who_tests_only_where_the_leak_is_said_to_be_has_not_tested():
    steps = tuple(s for s in SCENARIO.policies["expert"].steps if s.id not in ("test_1", "test_2", "test_3", "test_4"))
    _, sheet = played(Policy("one", steps, "MH-3"))
    assert "GASTEST" in lost(sheet)


def test_the_commanders_permit_to_break_is_a_veto_and_kills_who_obeys():
    done, sheet = played("careless:broke_untested", leak_m3_h=50.0, culvert_lel=80.0)
    assert [v.veto_id for v in sheet.vetoes] == ["broke_untested"]
    assert [e.by for e in done.events if e.kind == "fact" and e.subject == "broke_untested"] == ["IC"]
    assert ("OUT", "dead") in [(e.subject, e.detail) for e in done.events if e.kind == "harm"]
