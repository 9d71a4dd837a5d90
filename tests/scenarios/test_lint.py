"""Lint: the catalogue is clean, and each kind of fault is found and named by its key."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785

from scenarios import Scenario, catalogue, from_canonical, lint, load

Change = Callable[[dict[str, Any]], None]


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda s: s.id)
def test_the_catalogue_is_clean(scenario: Scenario) -> None:
    assert lint(scenario) == ()


def found(change: Change) -> list[str]:
    file = json.loads(load("tank_overfill").canonical)
    change(file)
    faults = lint(from_canonical(rfc8785.dumps(file)))
    assert all(text.zh and text.en and "\n" not in text.zh + text.en for text in faults)
    return [text.en for text in faults]


def into(*path: str | int, to: Any) -> Change:
    def change(file: Any) -> None:
        for key in path[:-1]:
            file = file[key]
        file[path[-1]] = to

    return change


def ordered(step: str, seat: str) -> Change:
    def change(file: Any) -> None:
        next(row for row in file["policies"]["expert"]["steps"] if row["id"] == step)["act"]["to"] = seat

    return change


def dropped(*path: str | int) -> Change:
    def change(file: Any) -> None:
        for key in path[:-1]:
            file = file[key]
        del file[path[-1]]

    return change


def asked_of_people(item: str, **what: Any) -> Change:
    """Something for the machine is put to an item of human judgement."""

    def change(file: dict[str, Any]) -> None:
        next(row for row in file["rubric"]["items"] if row["id"] == item).update(what)

    return change


def judged(veto: str, key: str, **what: Any) -> Change:
    def change(file: dict[str, Any]) -> None:
        next(row for row in file["rubric"]["vetoes"] if row["id"] == veto)[key][0].update(what)

    return change


def runs(**what: Any) -> Change:
    """Somebody of the site may lose his head, but for what is given."""
    sound = {"crowd": "welders", "when": [[{"kind": "hears", "subject": "siren"}]], "near_m": 50, "came_in": "GT"}

    def change(file: dict[str, Any]) -> None:
        file["frightened"] = [{**sound, **what}]

    return change


def cut_off(file: dict[str, Any]) -> None:
    file["site"]["ways"] = [way for way in file["site"]["ways"] if "GT" not in way]


def named(*path: str, of: str, to: Any) -> Change:
    """What stands at a path below the row of this id, in whichever list it is; to None: the row is gone."""

    def change(file: dict[str, Any]) -> None:
        rows = next(r for r in (file["hidden"], file["rubric"]["items"]) if of in [row["id"] for row in r])
        row = next(row for row in rows if row["id"] == of)
        if to is None:
            rows.remove(row)
            return
        at: Any = row
        for key in path[:-1]:
            at = at[key] if isinstance(at, dict) else at[0]
        at[path[-1]] = to

    return change


STEPS = ("policies", "expert", "steps")
FAULTS: list[tuple[str, Change]] = [
    ("briefing.task.en: no text", into("briefing", "task", "en", to="")),
    ("site.ways: XX does not exist", into("site", "ways", 0, 0, to="XX")),
    ("site.ways: no way leads to GT", cut_off),
    ("site.places: FS is used 2 times", into("site", "places", 0, "id", to="FS")),
    ("site.devices.P-101.place: XX does not exist", into("site", "devices", 0, "place", to="XX")),
    ("site.devices.P-101.kind: engine does not exist", into("site", "devices", 0, "kind", to="engine")),
    ("site.instruments.LT-101.subject: T-9", into("site", "instruments", 0, "subject", to="T-9")),
    ("site.lines.0: MV-9 does not exist", into("site", "lines", 0, "valves", 0, to="MV-9")),
    ("site.tanks.T-101.bund: B9 does not exist", into("site", "tanks", 0, "bund", to="B9")),
    ("site.tanks.T-101.shape: cone does not exist", into("site", "tanks", 0, "shape", to="cone")),
    ("site.crowds.welders.place: XX does not exist", into("site", "crowds", 0, "place", to="XX")),
    ("incident.sources.workshop.place: XX does not exist", into("incident", "sources", 0, "place", to="XX")),
    ("roles.IC.place: XX does not exist", into("roles", 0, "place", to="XX")),
    ("hidden.gauge_stuck_s.fields: declares no field", into("hidden", 0, "fields", to=[])),
    ("hidden.gauge_stuck_s.fields: panel.LT-9", into("hidden", 0, "fields", 0, to="panel.LT-9")),
    ("hidden.gauge_stuck_s.fields: seen.ghost.*", into("hidden", 0, "fields", 0, to="seen.ghost.*")),
    ("hidden.gauge_stuck_s.cue.en: no text", into("hidden", 0, "cue", "en", to="")),
    ("hidden.gauge_stuck_s.decision.zh: no text", into("hidden", 0, "decision", "zh", to="")),
    ("hidden.gauge_stuck_s.range: low < high", into("hidden", 0, "range", "step", to=0)),
    ("hidden.switch_dead.range: as many weights", into("hidden", 3, "range", "weights", to=[1.0])),
    ("hidden.switch_dead.range: weights must not", into("hidden", 3, "range", "weights", to=[0, 0])),
    ("hidden.switch_dead.fault: maybe is not", into("hidden", 3, "normal", to="maybe")),
    ("hidden.gauge_stuck_s.fault: a continuous", into("hidden", 0, "fault", to=["*"])),
    ("hidden.switch_dead.hard: maybe is none of", into("hidden", 3, "hard", "maybe", to=1)),
    ("hidden.gauge_offset_m.hard: yes is none of", into("hidden", 1, "hard", "yes", to=1)),
    ("hidden.switch_dead.hard: points of difficulty must not", into("hidden", 3, "hard", "yes", to=-1)),
    ("hidden.switch_dead.spoils: NONE does not", into("hidden", 3, "spoils", to=["NONE"])),
    ("rubric.ALARM.instead: switch_dead spoils it", into("hidden", 3, "spoils", to=["ALARM"])),
    ("strata: the four bounds of difficulty are missing", dropped("strata")),
    ("strata: the four bounds must rise", into("strata", 1, to=1)),
    ("strata: L5 holds 0.0% of the draws", into("strata", 3, to=99)),
    ("false_alarm: is missing", dropped("false_alarm")),
    ("false_alarm.share: must lie between", into("false_alarm", "share", to=0.5)),
    ("false_alarm.shows: no instrument", into("false_alarm", "shows", to=[])),
    ("false_alarm.shows: LEL-99 does not", into("false_alarm", "shows", 0, to="LEL-99")),
    ("false_alarm.shows: OUT/lead does not", into("false_alarm", "shows", 0, to="OUT/lead")),
    ("false_alarm.to_s: it must begin", into("false_alarm", "to_s", to=900)),
    ("false_alarm.settings: nothing does not", into("false_alarm", "settings", "nothing", to=1)),
    ("false_alarm.clock: dawn does not", into("false_alarm", "clock", to=["dawn"])),
    ("false_alarm: VERIFY: an empty group", into("false_alarm", "items", 3, "done", to=[[]])),
    ("policies.expert.second_look: ATT does not", ordered("second_look", "ATT")),
    ("hidden.gauge_stuck_s.standard: U99", into("hidden", 0, "standard", "en", to="U99")),
    ("cues.gauge_still.any: LT-9 does not exist", into("cues", 0, "any", 0, "subject", to="LT-9")),
    ("cues.gauge_still.any: feels does not exist", into("cues", 0, "any", 0, "kind", to="feels")),
    ("cues.gauge_still.any: nothing by which", into("cues", 0, "any", to=[])),
    ("rubric: procedure: sums to 46", into("rubric", "items", 0, "points", to=4)),
    ("rubric.RECOG.clock: dawn does not exist", into("rubric", "items", 0, "clock", 0, to="dawn")),
    ("rubric.RECOG.limit_s: lies beyond", into("rubric", "items", 0, "limit_s", to=1501)),
    ("rubric.RECOG: pray does not exist", into("rubric", "items", 0, "done", 0, 0, "act", to="pray")),
    ("rubric.RECOG: XX does not exist", into("rubric", "items", 0, "done", 0, 0, "seat", to="XX")),
    ("rubric.PUMP_STOP: P-9 does not exist", into("rubric", "items", 4, "done", 0, 0, "subject", to="P-9")),
    ("rubric.id: must equal", into("rubric", "id", to="other")),
    ("rubric.no_evacuation: no policy", dropped("policies", "careless:no_evacuation")),
    ("rubric.no_evacuation: pray does not exist", judged("no_evacuation", "absent", act="pray")),
    ("rubric.no_evacuation: there is no stir at", judged("no_evacuation", "absent", act="stir")),
    ("rubric: CLARITY: a human item", asked_of_people("CLARITY", done=[[{"kind": "read_back"}]])),
    ("rubric: CLARITY: a human item", asked_of_people("CLARITY", never=[{"kind": "harm"}])),
    ("rubric: CLARITY: a human item", asked_of_people("CLARITY", target_s=60, limit_s=180, clock=["gas_alarm"])),
    ("managers.manager.place: XX does not", into("managers", 0, "place", to="XX")),
    ("managers.manager.when: feels does not", into("managers", 0, "when", 0, "kind", to="feels")),
    ("managers.manager.when: nothing that he", into("managers", 0, "when", to=[])),
    ("managers.manager.gives: P-9 does not", into("managers", 0, "gives", 1, "target", to="P-9")),
    ("managers.manager.gives: ATT does not", into("managers", 0, "gives", 0, "to", to="ATT")),
    ("managers.manager.gives: pray does not", into("managers", 0, "gives", 0, "kind", to="pray")),
    ("managers.manager.id: calls.manager holds no", dropped("calls", "manager", "answer")),
    ("managers.manager.asks: the sheet does not", into("managers", 0, "asks", to="rest_urged")),
    ("frightened.welder.crowd: welder does not", runs(crowd="welder")),
    ("frightened.welders.crowd: must be one", runs(crowd="welders")),
    ("frightened.welders.came_in: XX does not", runs(crowd="welders", came_in="XX")),
    ("frightened.welders.when: nothing that he", runs(crowd="welders", when=[])),
    ("frightened.welders.when: ghost does not", runs(crowd="welders", when=[[{"kind": "sees", "subject": "ghost"}]])),
    ("policies: idle does not exist", dropped("policies", "idle")),
    ("policies.expert.around: B9 does not exist", into("policies", "expert", "around", to="B9")),
    ("cues.gauge_still.any: LT-101 does not exist", into("cues", 0, "any", 0, "kind", to="muster")),
    ("policies.expert.stop_pump: P-9 does not exist", into(*STEPS, 1, "act", "target", to="P-9")),
    ("policies.expert.stop_pump: pray does not exist", into(*STEPS, 1, "act", "kind", to="pray")),
    ("policies.expert.stop_pump: XX does not exist", into(*STEPS, 1, "act", "to", to="XX")),
    ("policies.expert.stop_pump: YY does not exist", into(*STEPS, 1, "after", to=["YY"])),
    ("policies.expert.check_foam: OUT cannot do", into(*STEPS, 16, "act", "to", to="OUT")),
    ("policies.expert.stop_pump: P-101 knows no close; it knows: stop, start",
     into(*STEPS, 1, "act", "detail", to="close")),
    ("rubric.PUMP_STOP: P-101 knows no close", into("rubric", "items", 4, "done", 0, 0, "detail", to="close")),
    ("rubric.EVAC: FS does not exist", named("done", "group", "pattern", "subject", of="EVAC", to="FS")),
    ("rule_module: liquid_leak does not exist; there are: confined_space, liq", into("rule_module", to="liquid_leak")),
    ("incident: liquid_release asks for fall_height_m", dropped("incident", "params", "fall_height_m")),
    ("incident: liquid_release asks for NV-9", into("incident", "params", "nitrogen", to="NV-9")),
    ("incident: liquid_release asks for ignition_place", named(of="ignition_place", to=None)),
    ("incident: liquid_release cannot start (ValueError", into("incident", "traffic", to=[])),
    ("hidden.mist: liquid_release reads no such", named("id", of="fog", to="mist")),
    ("hidden.ignition_place.range: barn does not",
     named("range", "options", of="ignition_place", to=["workshop", "boiler", "switchroom", "gate", "barn"])),
    ("false_alarm.settings: T-101 would start below", into("false_alarm", "settings", "overflow_at_s", to=1e7)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "change"), FAULTS, ids=[said for said, _ in FAULTS])
def test_a_planted_fault_is_named(said: str, change: Change) -> None:
    assert any(text.startswith(f"tank_overfill.toml: {said}") for text in found(change))
