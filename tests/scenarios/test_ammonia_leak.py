"""What the ammonia leak promises beyond what every scenario holds: its branches, and what leads to them."""

from dataclasses import replace

import pytest

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from tests.scenarios.ammonias import PLAIN, SCENARIO

ASKED = {  # act: target seconds, critical
    "RECOG": (45, False), "ALARM": (60, True), "WIND": (60, False), "PPE": (0, True), "ESD": (90, True),
    "EVAC": (120, True), "CURTAIN": (240, False), "RAINVALVE": (300, False), "VALVE_M": (480, False),
    "DECON": (60, True), "COUNT": (600, False), "CALL119": (180, False), "NEIGHBOR": (240, False),
    "REPORT_HEAD": (300, False),
}  # fmt: skip


def played(policy: str = "expert", seed: int = 3, without: tuple[str, ...] = (), until_s: float = 0.0, instead=None,
           **hidden: float | str):  # fmt: skip
    """A drill of a given draw, with a policy from which some steps are missing or act otherwise, and its sheet."""
    keys, table = drill_keys(seed), SCENARIO.policies[policy]
    steps = tuple(
        replace(s, act=(instead or {}).get(s.id, s.act), after=tuple(a for a in s.after if a not in without))
        for s in table.steps
        if s.id not in without
    )
    scenario = replace(SCENARIO, duration_s=until_s) if until_s else SCENARIO
    drill = build(scenario, keys.hidden, keys.world, hidden={**PLAIN, **hidden})
    done = play(drill, replace(table, steps=steps))
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
    assert (SCENARIO.code, SCENARIO.mandatory) == ("D07_NH3_RELEASE", False)
    assert {v.id for v in SCENARIO.rubric.vetoes} == {"water_into_pool", "unprotected_entry", "not_ex_fan"}


@pytest.mark.parametrize("hidden", [
    {"rosov_fails": "yes", "leak_at": "line", "room_lel": 15.0, "ignition_place": "spark"},
    {"leak_at": "nozzle", "hole_mm": 25.0, "outfall": "open"},
    {"main_share": "0.7", "hole_mm": 15.0, "wind_speed_m_s": 0.6, "night": "yes"},
    {"victim": "V2", "mask_fits": "poor", "wind_from_deg": 20.0, "wind_shift_s": 240.0, "wind_shift_deg": -60.0},
], ids=lambda h: "-".join(h))  # fmt: skip
def test_each_fault_is_found_and_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed and sheet.score_raw >= 90, (sheet.score_raw, sheet.vetoes, lost(sheet))
    assert "leak_stopped" in facts(done)
    assert not {"left_behind", "indoor_explosion", "river_spoiled"} & facts(done).keys()
    assert not any(e.kind == "harm" and e.detail == "dead" for e in done.events)


def test_left_alone_the_room_explodes_where_a_lamp_sparks_and_only_there():
    blast = facts(played("idle", ignition_place="spark", until_s=900.0)[0])
    assert 300.0 < blast["indoor_explosion"] < 900.0
    assert "indoor_explosion" not in facts(played("idle", ignition_place="none", until_s=900.0)[0])


def test_isolated_or_ventilated_or_darkened_it_does_not():
    drawn = {"ignition_place": "spark", "room_lel": 15.0, "until_s": 900.0}
    kept = ("esd", "hand_valve", "vent", "dark")
    for one in kept:
        others = tuple(k for k in kept if k != one)
        assert "indoor_explosion" not in facts(played(without=others, **drawn)[0]), one
    assert "indoor_explosion" in facts(played(without=kept, **drawn)[0])


def test_the_fan_that_is_not_ex_is_a_veto_though_no_lamp_sparks():
    none = ("esd", "hand_valve", "vent")
    calm, sheet = played(without=none, until_s=900.0)
    assert "indoor_explosion" not in facts(calm) and not sheet.vetoes
    at = {"draft": Act("operate", "FN-2", "start", to="DCS")}
    blown, sheet = played(without=(*none, "count"), until_s=900.0, room_lel=15.0, instead=at)
    assert [v.veto_id for v in sheet.vetoes] == ["not_ex_fan"]
    assert facts(blown)["not_ex_in_gas"] >= did(blown, "operate", "FN-2")[0]


def test_water_before_the_drain_is_shut_kills_the_fish():
    drawn = {"outfall": "open", "hole_mm": 15.0, "leak_at": "nozzle", "wind_from_deg": 270.0, "until_s": 900.0}
    done, sheet = played(without=("river_shut",), **drawn)
    assert facts(done)["river_spoiled"] > did(done, "operate", "CT-2")[0]
    assert {"RIVER", "RAINVALVE"} <= lost(sheet)
    for more in ({}, {"without": ("curtain_south", "curtain_east", "river_shut")}, {"outfall": "closed"}):
        assert "river_spoiled" not in facts(played(**{**drawn, **more})[0])


def test_a_solid_jet_into_the_pool_makes_more_gas_and_is_a_veto():
    clouds = {}
    for policy in ("expert", "careless:water_into_pool"):
        done, sheet = played(policy, hole_mm=15.0, leak_at="nozzle", until_s=300.0, without=("out_scba", "out_suit"))
        clouds[policy] = done.point.world.hazard.evaporated_kg
        assert [v.veto_id for v in sheet.vetoes] == (["water_into_pool"] if ":" in policy else [])
    assert clouds["careless:water_into_pool"] > 1.1 * clouds["expert"]


def test_warned_in_time_the_village_breathes_less():
    drawn = {"village_m": 400.0, "hole_mm": 25.0, "leak_at": "nozzle", "night": "yes", "wind_speed_m_s": 1.5}
    loads = []
    for without in ((), ("call_neighbour",)):
        done, sheet = played(without=without, **drawn)
        loads.append(done.point.world.hazard.offsite[0].load)
        assert ("NEIGHBOR" in lost(sheet)) is bool(without)
    assert loads[0] < 0.2 * loads[1]


def test_low_pressure_is_seen_and_made_good_before_anybody_goes_in():
    done, _ = played(main_share="0.7")
    assert len(did(done, "operate", "MV-1")) == 1
    assert did(done, "operate", "MV-1")[0] < did(done, "operate", "HV-101")[0]
    assert did(played()[0], "operate", "MV-1") == []


def test_who_is_brought_out_is_rinsed_before_anything_else():
    done, sheet = played(victim="V1", wind_from_deg=225.0)
    assert [e.value for e in done.events if e.kind == "did" and e.act == "decon"] == [1.0]
    out = facts(done)["W1_out"]
    assert did(done, "decon", "W1")[0] - out <= 75.0
    assert not {"DECON", "RESCUED"} & lost(sheet)


@pytest.mark.parametrize(("seed", "ran_on"), [(5, True), (12, False)])
def test_the_expert_finds_the_apprentice_and_the_last_count_at_the_muster_announced_is_full(seed, ran_on):
    """Seed 5: he runs on past where he is looked for first. Seed 12: the wind goes round before the last count."""
    keys = drill_keys(seed)
    done = play(build(SCENARIO, keys.hidden, keys.world), SCENARIO.policies["expert"])
    cleared = [(e.subject, e.value) for e in done.events if e.kind == "did" and e.act == "clear"]
    assert cleared == ([("CP-W", 0.0), ("MP-W", 1.0)] if ran_on else [("CP-W", 1.0)])
    counts = [(e.subject, e.value) for e in done.events if e.kind == "did" and e.act == "count"]
    muster = done.point.world.command.muster
    assert counts[-1] == (muster, 0.0) and counts[0][1] > 0.0
    assert {c.place for c in done.point.world.crowds} == {muster}
