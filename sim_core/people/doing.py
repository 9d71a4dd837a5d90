"""Doing: every act of every seat goes through `perform`, takes its time, and has its effect in `finish`."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from sim_core.acts import ACTS, Act, ActKind
from sim_core.draft import Draft
from sim_core.people import casualties, command, gear, talking, walking
from sim_core.plant import devices
from sim_core.rules import Rules
from sim_core.world import TICKS_PER_S, Doing, Person

Effect = Callable[[Draft, Rules, int, Act, str], None]
AT_ONCE = {"go": walking.go, "steer": walking.steer, "halt": walking.halt}
EFFECTS: dict[str, Effect] = {
    "wear": gear.wear,
    "doff": gear.doff,
    "operate": devices.finish,
    "esd": devices.shut_down,
    "sds": command.plain,
    "retreat": command.retreat,
    "carry": casualties.carry,
    "cpr": casualties.cpr,
    "decon": casualties.decon,
    "alarm": command.alarm,
    "stop_work": command.stop_work,
    "evacuate": command.evacuate,
    "set_post": command.set_post,
    "read_wind": command.read_wind,
    "zone": command.zone,
    "count": command.count,
    "measure": command.measure,
    "watch": command.measure,
    "bump": command.bump,
    "check_foam": command.check_foam,
    "handover": command.handover,
    "call": talking.call,
    "report": talking.report,
    "sitrep": talking.report,
    "read_back": talking.read_back,
    "declare": command.plain,
    "decide": command.plain,
    "objectives": command.plain,
    "draft": command.plain,
}
PORTABLE = "portable"
SPOKEN = ("report", "sitrep", "read_back")
LONGEST_NAME, LONGEST_TEXT, MOST_WORDS, GREATEST = 64, 200, 40, 1.0e6


def perform(draft: Draft, rules: Rules, i: int, act: Act, by: str = "") -> str:
    """A seat begins an act. Returns "" or the word why not (also noted as an event `refused`)."""
    p = draft.people[i]
    if not well_formed(act):
        draft.event("refused", seat=p.seat, detail="malformed", by=by)
        return "malformed"
    why = _begin(draft, rules, i, p, act, by)
    if why:
        draft.event("refused", seat=p.seat, act=act.kind, subject=act.target, detail=why, by=by)
    return why


def well_formed(act: Act) -> bool:
    """Whether the act may enter a world at all: a finite value of sane size, texts of sane length in UTF-8."""
    names = (act.kind, act.target, act.to, act.via)
    texts = (act.detail, *(text for pair in act.words for text in pair))
    if not abs(act.value) <= GREATEST or len(act.words) > MOST_WORDS:
        return False
    if any(len(n) > LONGEST_NAME for n in names) or any(len(t) > LONGEST_TEXT for t in texts):
        return False
    return not any("\ud800" <= c <= "\udfff" for text in (*names, *texts) for c in text)


def _begin(draft: Draft, rules: Rules, i: int, p: Person, act: Act, by: str) -> str:
    if act.kind == "safety_stop":
        draft.ended = "safety_stop"
        return ""
    kind = ACTS.get(act.kind)
    if kind is None:
        return "unknown_act"
    if p.state not in ("fit", "hurt"):
        return "not_able"
    ordered = act.to not in ("", p.seat) and act.kind not in SPOKEN
    if act.kind == "halt" and not ordered:
        if p.doing is not None:
            devices.let_go(draft, rules, p, p.doing.act)
        return walking.halt(draft, rules, i, act)
    if p.doing is not None:
        return "busy"
    if ordered:
        return _speak(draft, i, p, act, by)
    if kind.seats and p.seat not in kind.seats:
        return "not_your_seat"
    if act.kind in AT_ONCE:
        return AT_ONCE[act.kind](draft, rules, i, act)
    why = _cannot(draft, rules, p, act, kind)
    if not why:
        until = draft.tick + max(1, ceil(_seconds(draft, rules, p, act, kind) * TICKS_PER_S))
        draft.people[i] = replace(p, doing=Doing(act, until, by))
        if act.kind == "operate":
            devices.begin(draft, rules, p, act, until, by)
    return why


def _speak(draft: Draft, i: int, p: Person, act: Act, by: str) -> str:
    why = _cannot_say(draft, p, act)
    if not why:
        until = draft.tick + int(talking.SPEAK_S * TICKS_PER_S)
        draft.people[i] = replace(p, doing=Doing(act, until, by))
    return why


def _cannot_say(draft: Draft, p: Person, act: Act) -> str:
    """An order goes to one other seat; what is told may go to all."""
    to_all = act.to == talking.ALL and act.kind in SPOKEN
    if not to_all and act.to not in [q.seat for q in draft.people if q.seat != p.seat]:
        return "unknown_seat"
    return "" if act.via in talking.DELAY_S else "unknown_way"


def _cannot(draft: Draft, rules: Rules, p: Person, act: Act, kind: ActKind) -> str:
    """Why hands, place or things do not allow it, or ""."""
    if act.kind in SPOKEN:
        return _cannot_say(draft, p, act)
    if p.until_tick:
        return "walking"
    if act.kind == "operate":
        return devices.why_not(draft, rules, p, act) or rules.why_not(draft, p, act)
    if act.kind == "wear":
        return _cannot_wear(rules, p, act)
    if act.kind == "doff" and act.target not in p.worn:
        return "not_worn"
    if act.kind in ("read_wind", "measure", "watch", "bump"):
        return _cannot_find_out(draft, rules, p, act)
    if act.kind in ("evacuate", "set_post", "retreat", "count") and act.target not in rules.site.place:
        return "unknown_place"
    if act.kind == "zone" and act.value < 0.0:
        return "bad_value"
    if act.kind == "call" and act.target not in rules.calls:
        return "unknown_number"
    if act.kind == "alarm":
        at_panel = bool(p.place) and rules.site.place[p.place].panel
        return "" if at_panel or _at_device(draft, rules, p, act.target, "alarm_point") else "out_of_reach"
    if act.kind not in EFFECTS and act.kind not in rules.effects:
        return "not_here"
    if act.kind == "esd" and act.target not in [d.id for d in rules.site.devices if d.kind == "esd"]:
        return "not_an_esd"
    if kind.where == "target" and not _can_reach(draft, rules, p, act, kind):
        return "out_of_reach"
    return rules.why_not(draft, p, act)


def _can_reach(draft: Draft, rules: Rules, p: Person, act: Act, kind: ActKind) -> bool:
    """Whether the hands reach what the act is done to. An emergency shut-down is on the panel too."""
    if "casualty" in kind.aims:
        return casualties.within_reach(draft, p, act.target)
    if act.kind == "esd" and p.place and rules.site.place[p.place].panel:
        return True
    return _at_device(draft, rules, p, act.target, "")


def _cannot_find_out(draft: Draft, rules: Rules, p: Person, act: Act) -> str:
    """Wind wants a view of sock or meter, gas an instrument in the hand, test gas a detector within reach."""
    here = rules.site.place.get(p.place)
    if act.kind == "read_wind":
        return "no_sock_here" if here is not None and here.indoors and not here.panel else ""
    if act.kind == "bump" and act.target == PORTABLE:
        return "" if PORTABLE in p.worn else "no_instrument"
    if act.kind == "bump":
        n = rules.site.tag_index.get(act.target, -1)
        if n < 0 or rules.site.instruments[n].kind != "gas":
            return "unknown_device"
        return "" if walking.at_instrument(p, rules.site, rules.site.instruments[n], draft.tick) else "out_of_reach"
    return "" if PORTABLE in p.worn else "no_instrument"


def _cannot_wear(rules: Rules, p: Person, act: Act) -> str:
    if act.target not in gear.WEAR_S:
        return "unknown_gear"
    if act.target in p.worn:
        return "already_worn"
    if act.target in gear.AT_KIT[:3] and not (p.place and rules.site.place[p.place].scba):
        return "no_set_here"
    return ""


def _at_device(draft: Draft, rules: Rules, p: Person, target: str, kind: str) -> bool:
    place = target
    if target in rules.site.device_index:
        device = rules.site.devices[rules.site.device_index[target]]
        if kind and device.kind != kind:
            return False
        place = device.place
    elif kind:
        return False
    return place in rules.site.place and walking.within_reach(p, rules.site.place[place], draft.tick)


def _seconds(draft: Draft, rules: Rules, p: Person, act: Act, kind: ActKind) -> float:
    if act.kind == "operate":
        return devices.seconds(draft, rules, p, act)
    return gear.wear_s(p.seat, act.target) if act.kind == "wear" else kind.seconds


def finish(draft: Draft, rules: Rules) -> None:
    """Arrivals and hands that are done at this tick; who is carried has arrived with the carrier."""
    for i, p in enumerate(draft.people):
        if p.until_tick and p.until_tick <= draft.tick:
            draft.people[i] = walking.arrive(p, rules.site, draft.tick)
        done = draft.people[i].doing
        if done is not None and done.until_tick <= draft.tick:
            draft.people[i] = replace(draft.people[i], doing=None)
            if done.act.to and done.act.to != p.seat and done.act.kind not in SPOKEN:
                talking.order(draft, rules, i, done.act)
            else:
                effect = rules.effects.get(done.act.kind) or EFFECTS[done.act.kind]
                effect(draft, rules, i, done.act, done.by)
    casualties.follow(draft, rules)
