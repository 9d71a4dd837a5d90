"""What the chlorine leak promises beyond what every scenario holds: Festus 2002, and its branches."""

from dataclasses import replace

import pytest

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.chance import drill_keys
from tests.scenarios.chlorines import PLAIN, SCENARIO

ASKED = {  # act: target seconds, critical
    "RECOG": (45, False), "WIND": (60, True), "ALARM": (60, True), "ESD": (60, True), "EVAC": (90, True),
    "PPE": (0, True), "NEIGHBOR": (180, True), "CALL119": (180, False), "VALVE_M": (420, False),
    "CURTAIN": (300, False), "ZONE": (300, False), "COUNT": (600, False), "DECON": (60, False), "CPR": (60, False),
    "MONITOR": (0, False), "REPORT_GOV": (0, False), "ABSORB": (300, False), "REPORT_HEAD": (300, False),
}  # fmt: skip


def played(policy: str = "expert", seed: int = 3, without: tuple[str, ...] = (), **hidden: float | str):
    """A drill of a given draw, with a policy from which some steps are missing, and its sheet."""
    keys, table = drill_keys(seed), SCENARIO.policies[policy]
    drill = build(SCENARIO, keys.hidden, keys.world, hidden={**PLAIN, **hidden})
    done = play(drill, replace(table, steps=tuple(s for s in table.steps if s.id not in without)))
    return done, prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)


def facts(done) -> dict[str, float]:
    return {e.subject: e.tick / 20.0 for e in done.events if e.kind == "fact"}


def did(done, kind: str, target: str) -> list[float]:
    return [e.tick / 20.0 for e in done.events if e.kind == "did" and e.act == kind and e.subject == target]


def lost(sheet) -> set[str]:
    return {n.item_id for n in sheet.lines if n.points is not None and n.points < n.max_points}


def test_all_that_is_asked_is_marked_with_its_time():
    found = {item.act: (int(item.target_s), item.critical) for item in SCENARIO.rubric.items if item.act in ASKED}
    assert found == ASKED


@pytest.mark.parametrize("hidden", [
    {"rosov_fails": "yes", "leak_at": "line"},
    {"absorber_local": "yes"},
    {"leak_at": "nozzle", "hole_mm": 10.0},
    {"leak_at": "nozzle", "side": "gas", "orientation": "rolled", "hole_mm": 6.0},
    {"reagent_kg": 60.0, "hole_mm": 9.0},
    {"saturated": "CL-1,CL-2"},
    {"victim": "V2", "night": "yes", "wind_speed_m_s": 0.7},
    {"victim": "V1", "mask_fits": "poor", "wind_from_deg": 20.0, "wind_shift_s": 240.0, "wind_shift_deg": -50.0},
], ids=lambda h: "-".join(h))  # fmt: skip
def test_each_fault_is_found_and_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed and sheet.score_raw >= 90, (sheet.score_raw, sheet.vetoes, lost(sheet))
    assert "leak_stopped" in facts(done)
    assert not any(e.kind == "harm" and e.detail == "dead" for e in done.events)
    assert "left_behind" not in facts(done)
    if hidden.get("leak_at") != "nozzle":  # the valves have stopped it: nobody has to cap it
        assert did(done, "plug", "LK1") == []


def test_a_dead_shut_off_valve_is_made_good_by_hand():
    """Festus: every shut-off valve failed."""
    done, _ = played(rosov_fails="yes", leak_at="line")
    (shut,) = did(done, "operate", "HV-1")
    assert facts(done)["leak_ended"] >= shut
    done, _ = played(leak_at="line")
    assert facts(done)["leak_ended"] < did(done, "operate", "HV-1")[0]


def test_at_the_cylinder_s_own_valve_only_turning_and_capping_help():
    done, _ = played(leak_at="nozzle", hole_mm=10.0)
    (turned,) = did(done, "operate", "RL-1")
    capped = did(done, "plug", "LK1")
    assert len(capped) == 2
    assert facts(done)["leak_ended"] >= max(capped) > did(done, "operate", "HV-1")[0]
    assert turned < facts(done)["leak_ended"]
    unturned, _ = played(leak_at="nozzle", hole_mm=10.0, without=("turn",))
    assert unturned.point.world.hazard.spilled_kg > 1.15 * done.point.world.hazard.spilled_kg
    left, sheet = played(leak_at="nozzle", hole_mm=10.0, without=("turn", "cap", "cap_again"))
    assert left.point.world.hazard.spilled_kg > 700.0  # it ends because the cylinder is empty
    assert "STOPPED" in lost(sheet)


def test_the_tower_is_started_at_its_own_panel_where_the_key_does_nothing():
    done, _ = played(absorber_local="yes")
    assert len(did(done, "operate", "AB-1")) == 2
    assert facts(done)["absorbing"] >= did(done, "operate", "AB-1")[1]


def test_alkali_runs_out_only_where_there_is_little():
    assert "reagent_spent" in facts(played(reagent_kg=60.0, hole_mm=10.0, leak_at="nozzle")[0])
    assert "reagent_spent" not in facts(played(reagent_kg=300.0)[0])


def test_the_road_is_reached_unless_it_was_closed():
    drawn = {"wind_from_deg": 0.0, "hole_mm": 10.0, "leak_at": "nozzle", "wind_speed_m_s": 2.0}
    open_road, sheet = played(without=("call_traffic",), **drawn)
    assert "cloud_at_road" in facts(open_road)
    assert {"ROAD", "OFFSITE"} <= lost(sheet)
    closed, sheet = played(**drawn)
    assert "road_warned" in facts(closed)
    assert "ROAD" not in lost(sheet)
    breathed = [next(o.load for o in d.point.world.hazard.offsite if o.id == "road") for d in (open_road, closed)]
    assert breathed[1] < 0.8 * breathed[0]


def test_warned_in_time_the_school_breathes_less():
    drawn = {"school_m": 600.0, "hole_mm": 10.0, "leak_at": "nozzle", "night": "yes", "wind_speed_m_s": 1.5}
    loads = []
    for without in ((), ("call_neighbour",)):
        done, sheet = played(without=without, **drawn)
        loads.append(next(o.load for o in done.point.world.hazard.offsite if o.id == "school"))
        assert ("downwind_or_silent" in {v.veto_id for v in sheet.vetoes}) is bool(without)
    assert loads[0] < 0.1 * loads[1]


def test_sent_down_the_wind_is_a_veto_though_the_neighbours_are_warned():
    wrong = {0.0: "MP-S", 180.0: "MP-N", 90.0: "MP-W", 270.0: "MP-E"}
    for wind, muster in wrong.items():
        sent = tuple(s if s.id != "evacuate" else replace(s, act=replace(s.act, target=muster))
                     for s in SCENARIO.policies["expert"].steps)  # fmt: skip
        keys = drill_keys(3)
        drawn = {**PLAIN, "wind_from_deg": wind}
        drill = build(replace(SCENARIO, duration_s=120.0), keys.hidden, keys.world, hidden=drawn)
        done = play(drill, replace(SCENARIO.policies["expert"], steps=sent))
        sheet = prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)
        assert [v.veto_id for v in sheet.vetoes] == ["downwind_or_silent"]
        assert "EVAC" in lost(sheet)


def test_left_alone_it_harms_and_nobody_beyond_the_fence_is_told():
    done, sheet = played("idle", hole_mm=8.0, victim="V1", school_m=800.0)
    assert [v.veto_id for v in sheet.vetoes] == ["downwind_or_silent"]
    assert {"offsite_unwarned", "left_behind"} <= facts(done).keys()
    assert sheet.score_raw < 60


def test_a_late_injury_of_the_lungs_that_is_ignored_costs_its_marks():
    sent = tuple(s if s.id != "call_120" else replace(s, act=replace(s.act, words=(
        ("place", "CY-1"), ("access", "main_gate"), ("care", "released"))))
        for s in SCENARIO.policies["expert"].steps)  # fmt: skip
    keys = drill_keys(3)
    drill = build(SCENARIO, keys.hidden, keys.world, hidden=PLAIN)
    done = play(drill, replace(SCENARIO.policies["expert"], steps=sent))
    sheet = prefill(done.events, SCENARIO.rubric, ("IC",), done.point.world.tick)
    assert "OBSERVE" in lost(sheet)
    assert "OBSERVE" not in lost(played()[1])


def test_who_is_brought_out_is_washed_and_revived_within_the_limit():
    done, sheet = played(victim="V1", wind_from_deg=225.0)
    assert [e.value for e in done.events if e.kind == "did" and e.act == "decon"] == [1.0]
    assert not done.point.world.casualties[0].soiled
    assert not {"DECON", "CPR", "RESCUED"} & lost(sheet)
