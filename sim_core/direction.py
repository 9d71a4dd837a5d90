"""Direction: what staff do to a drill, as acts of the seat STAFF: recorded and re-executed like any other.

Freezing, speed and the like change no world and stand in the record as evidence; an injection changes the world, and
only in one of the ways of INJECTIONS.
"""

from collections.abc import Callable
from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.doing import well_formed
from sim_core.physics.wind import SHIFT_RAMP_TICKS, shift_share
from sim_core.text import Text
from sim_core.world import Message

STAFF, OUTSIDE, TUTOR = "@staff", "outside", "tutor"
FULL_TURN_RAD, HALF_TURN_RAD = 6.283185307179586, 3.141592653589793
RAD_PER_DEG = 0.017453292519943295

Effect = Callable[[Draft, Act], str]


def direct(draft: Draft, act: Act) -> None:
    """Staff do something to the drill. What does not fit is noted as refused and changes nothing."""
    if not well_formed(act):
        draft.event("refused", seat=STAFF, detail="malformed")
        return
    work = DIRECTIONS.get(act.kind)
    why = "unknown_act" if work is None else work(draft, act)
    if why:
        draft.event("refused", seat=STAFF, act=act.kind, subject=act.target, detail=why)
    else:
        draft.event("directed", seat=STAFF, act=act.kind, subject=act.target, detail=act.detail, value=act.value)


def _note(draft: Draft, act: Act) -> str:
    return ""


def _finish(draft: Draft, act: Act) -> str:
    draft.ended = "finished"
    return ""


def _annul(draft: Draft, act: Act) -> str:
    draft.ended = "annulled"
    return ""


def _safety_stop(draft: Draft, act: Act) -> str:
    draft.ended = "safety_stop"
    return ""


def _take_over(draft: Draft, act: Act) -> str:
    """A colleague takes a seat over from a person, or hands it to one. Orders heard before are done with."""
    i = _seat(draft, act.target)
    if i < 0 or act.detail not in ("colleague", "person"):
        return "unknown_seat"
    p = draft.people[i]
    draft.people[i] = replace(p, colleague=act.detail == "colleague", jobs=(), handled=p.heard)
    return ""


def _inject(draft: Draft, act: Act) -> str:
    work = INJECTIONS.get(act.target)
    return "unknown_injection" if work is None else work[1](draft, act)


def _radio(draft: Draft, act: Act) -> str:
    i = _seat(draft, act.detail)
    if i < 0:
        return "unknown_seat"
    draft.people[i] = replace(draft.people[i], radio_dead=act.target == "radio_dies")
    return ""


def _wind(draft: Draft, act: Act) -> str:
    """The wind begins to turn, over a minute and by the shorter way, until it blows from `value` degrees."""
    if not 0.0 <= act.value < 360.0:
        return "bad_value"
    w = draft.weather
    mean = w.base_bearing_rad + w.shift_rad * shift_share(draft.tick, w.shift_tick, SHIFT_RAMP_TICKS)
    turn = ((act.value + 180.0) * RAD_PER_DEG - mean) % FULL_TURN_RAD
    turn = turn - FULL_TURN_RAD if turn > HALF_TURN_RAD else turn
    draft.weather = replace(w, base_bearing_rad=mean, shift_tick=draft.tick, shift_rad=turn)
    return ""


def _rain(draft: Draft, act: Act) -> str:
    draft.weather = replace(draft.weather, rain=act.target == "rain_begins")
    return ""


def _fog(draft: Draft, act: Act) -> str:
    draft.weather = replace(draft.weather, fog=act.target == "fog_comes")
    return ""


def _message(draft: Draft, act: Act) -> str:
    """A seat's phone rings: someone outside asks or tells something (words: topic, text)."""
    words = dict(act.words)
    if _seat(draft, act.detail) < 0:
        return "unknown_seat"
    topic, text = words.get("topic", "call"), words.get("text", "")
    draft.messages.append(Message(draft.tick + 1, OUTSIDE, act.detail, "report", topic, text, via="phone"))
    return ""


def _hint(draft: Draft, act: Act) -> str:
    """The tutor says something to a seat. target: the step or veto it is about; words: the text, by language."""
    if _seat(draft, act.detail) < 0:
        return "unknown_seat"
    draft.messages.append(Message(draft.tick + 1, TUTOR, act.detail, "hint", act.target, act=act, via="voice"))
    return ""


def _seat(draft: Draft, seat: str) -> int:
    return next((i for i, p in enumerate(draft.people) if p.seat == seat), -1)


DIRECTIONS: dict[str, Effect] = {
    "brief": _note,
    "start": _note,
    "freeze": _note,
    "resume": _note,
    "speed": _note,
    "interrupted": _note,  # the power failed or the server was killed; value: seconds until it was up again
    "inject": _inject,
    "takeover": _take_over,
    "hint": _hint,
    "finish": _finish,  # training: enough was seen; what there is can be debriefed
    "annul": _annul,
    "safety_stop": _safety_stop,
}

# The safe list: what a director may do to a training drill. `detail` names a seat, `value` degrees.
INJECTIONS: dict[str, tuple[Text, Effect]] = {
    "radio_dies": (Text("对讲机失灵", "a seat's radio goes dead"), _radio),
    "radio_mended": (Text("对讲机恢复", "a seat's radio works again"), _radio),
    "wind": (Text("风向转为来自某方位", "the wind turns to blow from a bearing"), _wind),
    "rain_begins": (Text("开始下雨", "it begins to rain"), _rain),
    "rain_ends": (Text("雨停", "the rain ends"), _rain),
    "fog_comes": (Text("起雾", "fog comes up"), _fog),
    "fog_lifts": (Text("雾散", "the fog lifts"), _fog),
    "message": (Text("外部来电", "someone outside calls a seat"), _message),
}
