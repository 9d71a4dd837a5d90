"""The act codes of the assessment (domain notes, chapter 5): which act carries each, and where its effect is seen.

A code is carried by an act of its own, or by one that is done to something (`operate` a pump, `call` a number). For
each, one scenario in which the expert does it, what changes there, and the item of the sheet that is lost without it.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import pytest

from scenarios import load
from scenarios.drill import build
from scenarios.play import Played, play
from scenarios.policy import Policy, Step
from scoring.marks import prefill
from scoring.rubric import Pattern
from scoring.timeline import matches
from sim_core.acts import ACTS, Act
from sim_core.chance import drill_keys

SEEDS = range(1, 9)


def did(act: str, subject: str = "", detail: str = "", least: float | None = None) -> Pattern:
    return Pattern("did", act=act, subject=subject, detail=detail, value_min=least)


def worked(device: str, detail: str) -> Pattern:
    return did("operate", device, detail)


def changed(subject: str, detail: str) -> Pattern:
    return Pattern("changed", subject=subject, detail=detail)


def fact(subject: str) -> Pattern:
    return Pattern("fact", subject=subject)


@dataclass(frozen=True)
class Carried:
    """acts: any of these carries the code. scenario: where. shows: what comes of it, None = that it was done is all.
    unasked: the sheet there asks for none. policy: who does it; besides: steps that this policy does not take."""

    scenario: str
    acts: tuple[Pattern, ...]
    shows: Pattern | None = None
    unasked: bool = False
    policy: str = "expert"
    besides: tuple[Step, ...] = ()


PUMPED_OVER = (
    Step("line_in", Act("operate", "RV-101", "open", to="DCS"), after=("read_wind",)),
    Step("line_out", Act("operate", "RV-102", "open", to="DCS"), after=("line_in",), wait_s=10.0),
    Step("over", Act("operate", "P-102", "start", to="DCS"), after=("line_out",), wait_s=10.0),
)
CODES = {
    "RECOG": Carried("tank_overfill", (did("declare"),)),
    "ALARM": Carried("tank_overfill", (did("alarm"),), Pattern("cue_revealed", subject="siren")),
    "STOPWORK": Carried("lpg_sphere_leak", (did("stop_work"),), changed("tanker", "stopped")),
    "EVAC": Carried("tank_overfill", (did("evacuate"),), did("count", least=0.0)),
    "ESD": Carried("lpg_sphere_leak", (did("esd"),), changed("XV-201", "closed")),
    "VALVE_R": Carried("pipeline_culvert", (worked("BV-1", "close"),), changed("BV-1", "closed")),
    "VALVE_M": Carried("ammonia_leak", (worked("HV-101", "close"),), changed("HV-101", "closed")),
    "VALVE_ALT": Carried("tank_overfill", (worked("MV-1", "close"),), changed("MV-1", "closed")),
    "PUMP_STOP": Carried("tank_overfill", (worked("P-101", "stop"),), changed("P-101", "stopped")),
    "POWER": Carried("lpg_sphere_leak", (worked("PB-1", "stop"),), changed("lamps-root", "stopped")),
    "CALL119": Carried("tank_overfill", (did("call", "119"),)),
    "REPORT_HEAD": Carried("tank_overfill", (did("call", "head"),)),
    "REPORT_GOV": Carried("tank_overfill", (did("draft", "government"), did("call", "government"))),
    "NEIGHBOR": Carried("chlorine_leak", (did("call", "neighbour"),), fact("school_warned")),
    "WIND": Carried("tank_overfill", (did("read_wind"), did("set_post"))),
    "SDS": Carried("oxidiser_store", (did("sds"),), fact("contents_known")),
    "PPE": Carried("ammonia_leak", (did("wear", "gastight"), did("wear", "scba"))),
    "BUMP": Carried("h2s_pit", (did("bump"),)),
    "GASTEST": Carried("pipeline_culvert", (did("measure"),), fact("manholes_tested")),
    "MONITOR": Carried("lpg_sphere_leak", (did("record"),)),
    "ZONE": Carried("tank_overfill", (did("zone"),)),
    "COUNT": Carried("tank_overfill", (did("count"),)),
    "RAINVALVE": Carried("tank_overfill", (worked("OV-1", "close"), worked("AV-1", "open")), changed("AV-1", "open")),
    "COOL": Carried("tank_fire", (worked("CW-201", "open"), worked("CW-202", "open")), fact("shell_cooled")),
    "CURTAIN": Carried("ammonia_leak", (worked("CT-1", "open"), worked("CT-2", "open")), changed("CT-1", "open")),
    "FOAM_CHECK": Carried("methanol_fire", (did("check_foam"),)),
    "FOAM": Carried("methanol_fire", (did("foam", "", "start"),), fact("foam_attack")),
    "EXTING": Carried("hot_work", (did("extinguish", least=1.0),), fact("fire_out"), policy="careless:valve_for_blind"),
    "PLUG": Carried("ammonia_leak", (did("plug"),), fact("leak_ended"), unasked=True),
    "TRANSFER": Carried(
        "tank_overfill", (worked("P-102", "start"),), fact("transferred"), unasked=True, besides=PUMPED_OVER
    ),
    "VENT": Carried("h2s_pit", (worked("FN-1", "start"),), fact("oxygen_right")),
    "BLIND": Carried("h2s_pit", (did("isolate"),), changed("BL-1", "closed")),
    "PERMIT": Carried("hot_work", (did("permit"), did("approve"), did("grade"), did("inspect"))),
    "STIR": Carried("h2s_pit", (did("stir"),)),
    "WINCH": Carried("h2s_pit", (did("winch", least=1.0),), changed("W1", "brought_out")),
    "ENTRYRES": Carried("h2s_pit", (did("carry"), did("hook")), changed("W1", "brought_out"), unasked=True),
    "BACKUP": Carried("h2s_pit", (did("stand_by", least=1.0),)),
    "CPR": Carried("h2s_pit", (did("cpr"),)),
    "DECON": Carried("ammonia_leak", (did("decon"),)),
    "RETREAT": Carried("crude_boilover", (did("retreat"),)),
    "CMD": Carried("tank_overfill", (did("objectives"), did("sitrep"))),
    "WATCH": Carried("tank_overfill", (did("watch"),)),
    "HANDOVER": Carried("tank_overfill", (did("handover"),), Pattern("ended", detail="handover")),
    "CALL120": Carried("nitrogen_vessel", (did("call", "120"),)),
    "ABSORB": Carried("chlorine_leak", (worked("AB-1", "start"),), fact("absorbed")),
    "INTERVIEW": Carried("tank_overfill", ()),
}  # fmt: skip


@cache
def played(scenario_id: str, seed: int, policy: str, besides: tuple[Step, ...]) -> Played:
    scenario, keys = load(scenario_id), drill_keys(seed)
    plan = scenario.policies[policy]
    return play(build(scenario, keys.hidden, keys.world), Policy(plan.id, (*besides, *plan.steps), plan.around))


def drilled(carried: Carried, seed: int) -> Played:
    return played(carried.scenario, seed, carried.policy, carried.besides)


def carries(carried: Carried, event: object) -> bool:
    return any(matches(pattern, event) for pattern in carried.acts)  # type: ignore[arg-type]


def test_there_are_46_codes_and_every_act_that_bears_one_bears_one_of_them():
    assert len(CODES) == 46
    assert {kind.code for kind in ACTS.values()} - {""} <= set(CODES)


@pytest.mark.parametrize("code", [c for c in CODES if c != "INTERVIEW"])
def test_each_code_is_carried_by_an_act_of_the_vocabulary_with_an_effect_that_is_seen(code: str):
    """In one of a few draws the act is done, what comes of it comes after, and without it the item is lost."""
    carried = CODES[code]
    assert all(pattern.act in ACTS for pattern in carried.acts) and carried.acts
    why = "never done"
    for seed in SEEDS:
        events = drilled(carried, seed).events
        when = next((n for n, e in enumerate(events) if carries(carried, e)), -1)
        if when < 0:
            continue
        if carried.shows is not None and not any(
            matches(carried.shows, e) for e in events if e.tick >= events[when].tick
        ):
            why = "nothing comes of it"
            continue
        if carried.unasked or lost(carried, code, seed):
            return
        why = "the sheet asks for none"
    raise AssertionError(f"{code}: {why}")


def lost(carried: Carried, item_id: str, seed: int) -> bool:
    """Whether the item has its points, and fewer if the act is struck from what happened, with what came of it."""
    rubric, done = load(carried.scenario).rubric, drilled(carried, seed)

    def points(struck: bool) -> Decimal:
        all_of_it = (*carried.acts, carried.shows) if carried.shows is not None else carried.acts
        events = [e for e in done.events if not (struck and any(matches(p, e) for p in all_of_it))]
        sheet = prefill(events, rubric, ("IC",), done.point.world.tick)
        return next(line.points or Decimal(0) for line in sheet.lines if line.item_id == item_id)

    return points(False) > points(True)


def test_what_is_asked_in_person_is_for_people_to_judge():
    """INTERVIEW is carried by the examiner: an item of every sheet that the machine leaves open."""
    item = next(i for i in load("tank_overfill").rubric.items if i.id == "INTERVIEW")
    assert item.human and not item.done and not item.never


def test_a_code_that_nothing_carries_is_told():
    """Planted: a code whose act nobody does, and one whose effect never comes."""
    for broken in (replace(CODES["ALARM"], acts=(did("stir"),)), replace(CODES["ALARM"], shows=fact("dawn"))):
        CODES["PLANTED"] = broken
        try:
            with pytest.raises(AssertionError, match="PLANTED"):
                test_each_code_is_carried_by_an_act_of_the_vocabulary_with_an_effect_that_is_seen("PLANTED")
        finally:
            del CODES["PLANTED"]
