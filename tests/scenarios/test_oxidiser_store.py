"""What the store promises beyond what every scenario holds: Tianjin 2015, and the ways to it and past it."""

from collections.abc import Mapping

import pytest

from scenarios.drill import build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from scoring.marks import Sheet, prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from sim_core.cues import Condition
from tests.stores import PURE, SCENARIO

FAST: dict[str, float | str] = {"growth_kw_s2": 0.2, "contaminated": "yes", "oxidiser_t": 60.0}
KNOWN = (Condition("told", "goods:goods_an"),)


def played(policy: str | Policy, **hidden: float | str) -> tuple[Played, Sheet]:
    keys = drill_keys(3)
    given: Mapping[str, float | str] = {**PURE, **hidden}
    plan = SCENARIO.policies[policy] if isinstance(policy, str) else policy
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=given), plan)
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def lost(sheet: Sheet) -> list[str]:
    return [line.item_id for line in sheet.lines if line.points is not None and line.points < line.max_points]


def fact(done: Played, name: str) -> int:
    """The tick at which it became true, -1 = never."""
    return next((e.tick for e in done.events if e.kind == "fact" and e.subject == name), -1)


@pytest.mark.parametrize("hidden", [
    {**FAST, "cyanide": "yes", "reactive": "yes", "manifest": "wrong"},
    {**FAST, "radio_dead": "SAF", "night": "yes", "reply_s": 600.0},
    {**FAST, "radio_dead": "FF", "wind_speed_m_s": 1.0, "wind_from_deg": 225.0, "cyanide": "yes"},
    {"growth_kw_s2": 0.02},
])  # fmt: skip
def test_every_branch_can_be_won_with_nobody_hurt(hidden):
    done, sheet = played("expert", **hidden)
    assert sheet.passed, (sheet.score_raw, lost(sheet))
    assert not [e for e in done.events if e.kind == "harm"]


def test_the_retreat_is_due_only_where_a_sign_comes():
    slow, of_slow = played("expert", growth_kw_s2=0.02)
    fast, of_fast = played("expert", **FAST)
    assert fact(slow, "warning_sign") < 0 < fact(fast, "warning_sign")
    assert [e.act for e in slow.events if e.kind == "did" and e.act == "retreat"] == []
    assert "RETREAT" not in lost(of_slow) and "RETREAT" not in lost(of_fast)
    _, deaf = played(without("retreat"), **FAST)
    assert "RETREAT" in lost(deaf)


def without(*ids: str) -> Policy:
    expert = SCENARIO.policies["expert"]
    return Policy("less", tuple(s for s in expert.steps if s.id not in ids), expert.around)


def test_left_alone_it_explodes_within_15_to_45_minutes_or_thereabouts_and_takes_the_dormitory_with_it():
    done, _ = played("idle", **FAST)
    assert 700 * 20 < fact(done, "warning_sign") < fact(done, "explosion") < 1500 * 20
    assert {"dockers", "drivers", "lodgers"} <= {e.subject for e in done.events if e.kind == "harm"}


def test_who_forgets_the_dormitory_loses_it():
    done, sheet = played(without("call_neighbour"), **FAST)
    assert "lodgers" in {e.subject for e in done.events if e.kind == "harm"}
    assert {"NO_HARM", "NEIGHBOR"} <= set(lost(sheet))


def test_a_command_post_in_the_duty_room_is_within_its_reach():
    done, _ = played(without("leave"), **FAST)
    assert "IC" in {e.subject for e in done.events if e.kind == "harm"}


def test_once_known_and_fit_water_from_afar_keeps_it_from_exploding():
    """Optional: nothing but nitrate, and water in plenty before the sign."""
    water = (
        Step("water", Act("spray", "WM-1", "fog", to="FF"), all=KNOWN, after=("ff_reads",)),
        *without("ff_back").steps,
    )
    done, sheet = played(Policy("wet", water, "K-2"), growth_kw_s2=0.1)
    dry, _ = played("expert", growth_kw_s2=0.1)
    assert fact(dry, "explosion") > 0 > fact(done, "explosion")
    assert [v.veto_id for v in sheet.vetoes] == []


def test_water_on_the_unknown_is_a_veto_and_on_carbide_brings_the_end_nearer():
    done, sheet = played("careless:water_unfit", **FAST, reactive="yes")
    dry, _ = played("expert", **FAST, reactive="yes")
    assert [v.veto_id for v in sheet.vetoes] == ["water_unfit"]
    assert 0 < fact(done, "explosion") < fact(dry, "explosion")


def test_water_on_cyanide_poisons_who_stands_downwind():
    steps = (Step("water", Act("spray", "WM-1", "fog", to="FF"), wait_s=60.0),)
    wet, _ = played(Policy("wet", steps, "K-2"), cyanide="yes", wind_from_deg=315.0, wind_speed_m_s=1.0)
    dry, _ = played("idle", cyanide="yes", wind_from_deg=315.0, wind_speed_m_s=1.0, growth_kw_s2=0.02)
    assert fact(wet, "hcn_at_people") > 0 > fact(dry, "hcn_at_people")
