"""What the sour gas release promises beyond what every scenario holds: its branches, and what leads to them."""

from dataclasses import replace

import pytest

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from sim_core.acts import Act
from sim_core.chance import drill_keys
from tests.scenarios.sour_gases import PLAIN, SCENARIO

ASKED = {  # act: target seconds, critical
    "RECOG": (30, False), "ALARM": (45, True), "EVAC": (60, True), "PPE": (0, True), "ESD": (90, True),
    "WIND": (60, True), "GASTEST": (0, False), "NEIGHBOR": (180, False), "COUNT": (480, False), "CPR": (60, False),
    "CALL119": (180, False), "REPORT_HEAD": (300, False),
}  # fmt: skip
BARE = (("ppe", "none"),)


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


def harmed(done) -> set[tuple[str, str]]:
    return {(e.subject, e.detail) for e in done.events if e.kind == "harm"}


def lost(sheet) -> set[str]:
    return {n.item_id for n in sheet.lines if n.points is not None and n.points < n.max_points}


def test_all_that_is_asked_is_marked_with_its_time():
    found = {item.act: (int(item.target_s), item.critical) for item in SCENARIO.rubric.items if item.act in ASKED}
    assert found == ASKED
    assert (SCENARIO.code, SCENARIO.mandatory) == ("D13_H2S_ACIDGAS", False)
    assert {v.id for v in SCENARIO.rubric.vetoes} == {"relies_on_smell", "unprotected_search", "downwind_muster"}


@pytest.mark.parametrize("hidden", [
    {"rosov_fails": "yes", "leak_at": "line"},
    {"leak_at": "nozzle", "flare_ready": "no", "hole_mm": 16.0},
    {"drain_trap": "dry", "wind_from_deg": 300.0, "smell_fatigue": "MED"},
    {"victim": "V2", "mask_fits": "none", "hole_mm": 16.0, "leak_at": "nozzle", "wind_from_deg": 225.0},
    {"ignition_place": "spark", "ignition_start_s": 240.0, "leak_at": "nozzle"},
], ids=lambda h: "-".join(h))  # fmt: skip
def test_each_fault_is_found_and_mastered_by_the_model_answer(hidden):
    done, sheet = played(**hidden)
    assert sheet.passed and sheet.score_raw >= 90, (sheet.score_raw, sheet.vetoes, lost(sheet))
    assert "leak_stopped" in facts(done)
    assert not {"left_behind", "ignition"} & facts(done).keys()
    assert not any(detail == "dead" for _, detail in harmed(done))


def test_two_who_search_without_sets_fall_one_after_the_other():
    """The branch of the entry: knock-down of the search pair."""
    bare = {"out_near": Act("go", "LK1", to="OUT", words=BARE), "ff_near": Act("go", "LK1", to="FF", words=BARE)}
    kept = tuple(s.id for s in SCENARIO.policies["expert"].steps if s.id in (
        "esd", "out_scba", "ff_scba", "out_test", "hand_valve", "rescue", "revive", "ff_back", "measure",
        "measure_after", "clamp", "clamp_again", "record", "watch"))  # fmt: skip
    done, sheet = played(without=kept, instead=bare, hole_mm=10.0, until_s=600.0)
    assert {("OUT", "down"), ("FF", "down")} <= harmed(done)
    assert [v.veto_id for v in sheet.vetoes] == ["unprotected_search"]
    safe, sheet = played(hole_mm=10.0, until_s=600.0)
    assert not harmed(safe) and not sheet.vetoes


def test_who_goes_by_the_nose_is_told_nothing_by_it():
    done, sheet = played("careless:relies_on_smell", hole_mm=10.0)
    assert [v.veto_id for v in sheet.vetoes] == ["relies_on_smell"]
    assert "went_by_the_nose" in facts(done)
    assert "went_by_the_nose" not in facts(played(hole_mm=10.0)[0])


@pytest.mark.parametrize("wind", [0.0, 90.0, 180.0, 270.0])
def test_mustered_downwind_is_a_veto_whichever_way_it_blows(wind):
    _, sheet = played("careless:downwind_muster", wind_from_deg=wind, until_s=90.0)
    assert [v.veto_id for v in sheet.vetoes] == ["downwind_muster"]
    assert "EVAC" in lost(sheet)


def test_a_lamp_lights_it_unless_work_is_stopped_and_the_power_cut():
    drawn = {"ignition_place": "spark", "ignition_start_s": 240.0, "leak_at": "nozzle", "flare_ready": "no",
             "until_s": 420.0}  # fmt: skip
    lit, sheet = played(without=("stop_work", "dark"), **drawn)
    assert 240.0 <= facts(lit)["ignition"] <= 420.0
    assert "NO_FIRE" in lost(sheet)
    assert "ignition" not in facts(played(**drawn)[0])
    assert "ignition" in facts(played("idle", **drawn)[0])
    assert "ignition" not in facts(played("idle", **{**drawn, "ignition_place": "gate"})[0])


def test_letting_down_stops_what_no_valve_can():
    drawn = {"leak_at": "nozzle", "hole_mm": 12.0}
    done, _ = played(**drawn)
    assert facts(done)["leak_ended"] < did(done, "operate", "HV-301")[0] + 60.0
    assert did(done, "plug", "LK1") == []
    done, _ = played(flare_ready="no", **drawn)
    assert facts(done)["leak_ended"] >= did(done, "plug", "LK1")[0]


def test_gas_of_a_dry_gully_ends_when_it_is_shut():
    done, sheet = played(drain_trap="dry", leak_at="line")
    assert facts(done)["leak_ended"] >= did(done, "operate", "DV-1")[0]
    open_, sheet = played(without=("gully_shut", "header_open", "let_down"), drain_trap="dry", leak_at="line")
    assert "DRAIN" in lost(sheet)
    assert open_.point.world.hazard.spilled_kg > 3.0 * done.point.world.hazard.spilled_kg


def test_a_man_without_an_escape_set_lives_only_if_he_is_brought_out_in_time():
    drawn = {"victim": "V1", "mask_fits": "none", "hole_mm": 16.0, "leak_at": "nozzle", "wind_from_deg": 300.0}
    saved, _ = played(**drawn)
    assert [e.value for e in saved.events if e.kind == "did" and e.act == "cpr"] == [1.0]
    assert saved.point.world.casualties[0].breathing
    left, _ = played("idle", until_s=800.0, **drawn)
    assert ("W1", "dead") in harmed(left)
    masked, _ = played("idle", until_s=800.0, **{**drawn, "mask_fits": "good"})  # it lasts a quarter of an hour
    assert ("W1", "dead") not in harmed(masked)


def test_warned_in_time_the_houses_breathe_less():
    drawn = {"village_m": 300.0, "hole_mm": 16.0, "leak_at": "nozzle", "flare_ready": "no", "night": "yes"}
    loads = []
    for without in ((), ("call_neighbour",)):
        done, sheet = played(without=without, **drawn)
        loads.append(done.point.world.hazard.offsite[0].load)
        assert ("NEIGHBOR" in lost(sheet)) is bool(without)
    assert loads[0] < 0.3 * loads[1]
