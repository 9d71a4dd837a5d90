"""What the crude tank promises beyond what every scenario holds: the time fixed at the start, and the retreat."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from scoring.marks import Sheet, prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from tests.crudes import RIPE

SCENARIO = load("crude_boilover")
EXPERT = SCENARIO.policies["expert"]
REQUIRED = {
    "RECOG": (0, True), "ALARM": (60, True), "EVAC": (180, True), "COOL": (300, True), "FOAM_CHECK": (600, True),
    "FOAM": (1200, False), "RETREAT": (120, True), "ZONE": (600, False), "COUNT": (600, False),
    "RAINVALVE": (300, False), "CALL119": (180, True), "REPORT_HEAD": (300, False),
    "CMD": (300, False), "NEIGHBOR": (900, False),
}  # fmt: skip


def played(policy: str | Policy, **hidden: float | str) -> tuple[Played, Sheet]:
    keys = drill_keys(3)
    given: Mapping[str, float | str] = {**RIPE, **hidden}
    plan = SCENARIO.policies[policy] if isinstance(policy, str) else policy
    done = play(build(SCENARIO, keys.hidden, keys.world, hidden=given), plan)
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def points(sheet: Sheet) -> dict[str, float]:
    return {line.item_id: float(line.points) for line in sheet.lines if line.points is not None}


def without(*ids: str) -> Policy:
    return replace(EXPERT, steps=tuple(s for s in EXPERT.steps if s.id not in ids))


def test_every_act_that_is_asked_for_has_its_item_with_target_limit_floor_and_mark():
    items = {item.act: item for item in SCENARIO.rubric.items if item.act}
    for code, (target, critical) in REQUIRED.items():
        item = items[code]
        assert (item.target_s, item.critical) == (target, critical), code
        if target:
            assert item.limit_s == min(3 * target, SCENARIO.duration_s), code
            assert item.floor_s == pytest.approx(0.1 * target), code


@pytest.mark.parametrize("hidden", [
    {"foam_share": 0.6, "left_min": 18.0},
    {"foam_share": 0.6, "left_min": 30.0, "pressure": "yes"},
    {"foam_share": 0.6, "left_min": 24.0, "pressure": "yes", "thermal_camera": "no", "hot_zone_m_h": 0.3},
    {"left_min": 40.0},
    {"left_min": 20.0, "wind_from_deg": 270.0, "oil_m": 18.0, "water_m": 1.0},
    {"left_min": 42.0, "hot_zone_m_h": 0.3, "thermal_camera": "no"},
])  # fmt: skip
def test_every_branch_can_be_won_with_nobody_hurt(hidden):
    done, sheet = played("expert", **hidden)
    assert sheet.passed and sheet.score_raw >= 90, points(sheet)
    assert not [e for e in done.events if e.kind == "harm"]


def test_where_foam_is_short_it_boils_over_over_empty_ground():
    done, sheet = played("expert", foam_share=0.6, left_min=24.0)
    assert {"boil_over", "bund_fire", "warning_sign"} <= set(done.point.world.facts)
    assert points(sheet)["NO_HARM"] == 7.0 and points(sheet)["RETREAT"] == 6.0
    assert points(sheet)["FOAM"] == 4.0  # defence is justified


def test_where_foam_lasts_and_there_is_time_the_fire_goes_out_and_nothing_boils():
    done, sheet = played("expert", left_min=40.0)
    assert {"foam_attack", "fire_out", "no_warning_sign"} <= set(done.point.world.facts)
    assert points(sheet)["RETREAT"] == 6.0 and "boil_over" not in done.point.world.facts


def test_who_ignores_the_sign_loses_his_crew_to_the_wave():
    stay = ("retreat", "leave_now", "retreat_again", "pull_back", "foam", "withdraw", "count_again", "draft_late")
    done, sheet = played(without(*stay), foam_share=0.6, left_min=24.0, wind_from_deg=270.0)
    hurt = {e.subject: e.detail for e in done.events if e.kind == "harm"}
    assert hurt.get("FF") in ("dead", "down")
    assert [v.veto_id for v in sheet.vetoes] == ["crew_inside"]
    assert points(sheet)["NO_HARM"] == 0.0


def test_the_hose_crew_is_lost_where_nobody_is_called_out():
    done, sheet = played("idle", left_min=24.0, wind_from_deg=270.0)
    assert "hose_crew" in {e.subject for e in done.events if e.kind == "harm"}
    assert sheet.score_raw < 60


def test_who_is_urged_to_stay_must_be_ordered_out_in_person():
    """The second word makes the difference: without it he is still inside when the grace is over."""
    urged = {"foam_share": 0.6, "left_min": 24.0, "pressure": "yes"}
    once = without("leave_now", "retreat_again", "pull_back")
    once = replace(once, steps=(
        *once.steps,
        Step("again", Act("check_foam", "FR-2", to="FF"), after=("check_foam",), wait_s=100.0, times=5, confirm_s=25.0),
    ))  # fmt: skip
    _, sheet = played(once, **urged)
    assert [v.veto_id for v in sheet.vetoes] == ["crew_inside"]
    assert played("expert", **urged)[1].vetoes == ()


@pytest.mark.parametrize(("minutes", "earned"), [("within_5", 6.0), ("within_30", 0.0), ("within_60", 0.0)])
def test_a_time_fixed_too_late_earns_nothing_even_if_mended(minutes, earned):
    steps = tuple(s for s in EXPERT.steps if not s.id.startswith("be_out"))
    fixed = Step("fixed", Act("fix_time", detail=minutes), after=("alarm",))
    mended = Step("mended", Act("fix_time", detail="within_5"), after=("fixed",), wait_s=30.0)
    _, sheet = played(replace(EXPERT, steps=(fixed, mended, *steps)), left_min=20.0)
    assert points(sheet)["RECOG"] == earned


def test_water_on_the_oil_sets_the_bund_alight_and_the_neighbour_too_if_nobody_cools():
    done, sheet = played("careless:water_on_crude", left_min=40.0)
    assert {"water_on_crude", "bund_fire"} <= set(done.point.world.facts)
    assert points(sheet)["CONTAINED"] == 0.0
    assert "bund_fire" not in played("expert", left_min=40.0)[0].point.world.facts


def test_pumping_product_out_brings_the_boil_over_forward():
    kept = played(without("foam"), left_min=40.0)[0]
    pumped = played("careless:bottom_uncovered", left_min=40.0)[0]
    signs = [[e.tick for e in d.events if e.kind == "fact" and e.subject == "warning_sign"] for d in (kept, pumped)]
    when = [min(ticks, default=10**9) for ticks in signs]
    assert when[1] < when[0] - 20 * 300
