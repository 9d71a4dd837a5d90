"""Devices: valves with strokes and hand wheels, pumps with run-down; what a command does, and when."""

from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.command import note
from sim_core.people.walking import within_reach
from sim_core.rules import Rules
from sim_core.site import Device
from sim_core.world import TICKS_PER_S, DeviceState, Person

PRESS_S = 3.0
WORDS = {
    "close": "closed", "open": "open", "stop": "stopped", "start": "running", "turn": "turned", "sink": "sunk",
    "lower": "lowered", "haul": "hauled", "attach": "attached", "stow": "stowed",
    "place": "placed", "lay": "laid",
}  # fmt: skip
FULL = {
    "closed": 0.0, "open": 1.0, "stopped": 0.0, "running": 1.0, "lying": 0.0, "turned": 1.0, "sunk": 1.0,
    "hauled": 0.0, "lowered": 1.0, "stowed": 0.0, "attached": 1.0, "placed": 1.0, "laid": 1.0,
}  # fmt: skip
# Kinds that are operated, by the two states between which they move; the others have acts of their own.
VALVES = (
    "rosov", "hand_valve", "drain_valve", "curtain", "cooling", "riser", "oxygen", "cover", "remote_monitor", "lanyard",
)  # fmt: skip
MACHINES = ("pump", "breaker", "fan", "scrubber", "lamp", "hammer")
MOVED = {
    "cradle": ("turned", "lying"),  # rollers that turn a cylinder until its leaking valve is on top
    "hoist": ("sunk", "lying"),  # what lifts a cylinder off its bed and lets it down into a bath
    "duct": ("lowered", "hauled"),  # the end of a fan's duct, let down into a space or hauled up
    "guard": ("placed", "stowed"),  # barrier, cover, blanket, lifeline, shoring: what is put up for the time of a work
    "tag_line": ("attached", "stowed"),  # a line by which somebody outside steadies what hangs on a winch
    "boom": ("laid", "stowed"),  # a floating barrier before an outfall, with absorbents behind it
}
KEEPS = ("scrubber",)  # those that may not obey the panel and yet the hand at their own switch
SAFE = {"rosov": "closed", "pump": "stopped"}  # what an emergency shut-down makes of them
IN_SCBA = 1.3
JAMMED = 0.5  # of the time of its turns one tries a wheel that does not move: training assumption 训练假设
PANEL = "DCS"


def opening(s: DeviceState, tick: int) -> float:
    """How far open (or how fast running) a device is, 0..1."""
    if s.rate_per_s == 0.0:
        return s.opening
    return min(1.0, max(0.0, s.opening + s.rate_per_s * (min(tick, s.until_tick) - s.tick) / TICKS_PER_S))


def why_not(draft: Draft, rules: Rules, p: Person, act: Act) -> str:
    """Why this person cannot operate this device now, or ""."""
    at_panel = bool(p.place) and rules.site.place[p.place].panel
    if act.target == PANEL:
        return "" if at_panel and act.detail in ("acknowledge", "reset") else "not_at_panel"
    if act.target not in rules.site.device_index or act.detail not in WORDS:
        return "unknown_device"
    device = rules.site.devices[rules.site.device_index[act.target]]
    if WORDS[act.detail] not in states(device.kind):
        return "unknown_device"
    if at_panel and device.remote:
        return ""
    return (
        "" if device.local and within_reach(p, rules.site.place[device.place], draft.tick) else "out_of_reach"
    )


def states(kind: str) -> tuple[str, ...]:
    """The two states between which such a device is operated, () for one that is not."""
    if kind in MACHINES:
        return "running", "stopped"
    return ("open", "closed") if kind in VALVES else MOVED.get(kind, ())


def seconds(draft: Draft, rules: Rules, p: Person, act: Act) -> float:
    """How long the hands are busy: a key press on the panel, or what is left of the wheel's turns."""
    if act.target == PANEL:
        return PRESS_S
    i = rules.site.device_index[act.target]
    device = rules.site.devices[i]
    if not by_hand(rules, p, device):
        return PRESS_S
    state = draft.devices[i]
    left = abs(FULL[WORDS[act.detail]] - opening(state, draft.tick))
    stiff = JAMMED if jammed(device, state) else state.stiff if device.kind != "rosov" else 1.0
    return max(PRESS_S, device.turns * device.turn_s * left * stiff * (IN_SCBA if "scba" in p.worn else 1.0))


def jammed(device: Device, state: DeviceState) -> bool:
    """Whether a hand wheel does not turn at all."""
    return state.stuck and device.kind == "hand_valve"


def by_hand(rules: Rules, p: Person, device: Device) -> bool:
    """Whether this person would turn the wheel rather than press a key on the panel."""
    return not (device.remote and bool(p.place) and rules.site.place[p.place].panel)


def begin(draft: Draft, rules: Rules, p: Person, act: Act, until_tick: int, by: str) -> None:
    """A wheel begins to turn under the hand at once; a key does nothing before it is pressed."""
    if act.target == PANEL:
        return
    i = rules.site.device_index[act.target]
    device = rules.site.devices[i]
    if by_hand(rules, p, device) and device.turns and not jammed(device, draft.devices[i]):
        _move(draft, i, WORDS[act.detail], until_tick, by or p.seat)


def finish(draft: Draft, rules: Rules, n: int, act: Act, by: str) -> None:
    """The key is pressed or the wheel is round. Of a wheel that does not turn the hands keep a note."""
    p = draft.people[n]
    draft.event("did", seat=p.seat, act="operate", subject=act.target, detail=act.detail, by=by)
    if act.target == PANEL:
        _panel(draft, act.detail, by or p.seat)
        return
    i = rules.site.device_index[act.target]
    device, state = rules.site.devices[i], draft.devices[i]
    if jammed(device, state):
        note(draft, n, "jammed", act.target)
    elif not by_hand(rules, p, device) or not device.turns:
        local = by_hand(rules, p, device)
        if state.stuck and (device.kind == "rosov" or (device.kind in KEEPS and not local)):
            draft.devices[i] = replace(state, wanted=WORDS[act.detail])
        else:
            until = draft.tick + int(device.stroke_s * state.stiff * TICKS_PER_S)
            _move(draft, i, WORDS[act.detail], until, by or p.seat)


def shut_down(draft: Draft, rules: Rules, n: int, act: Act, by: str) -> None:
    """The emergency shut-down is pressed: every device tied to it goes to its safe state, if it obeys."""
    seat = draft.people[n].seat
    draft.event("did", seat=seat, act="esd", subject=act.target, by=by)
    for i, device in enumerate(rules.site.devices):
        if device.esd != act.target:
            continue
        wanted, state = SAFE[device.kind], draft.devices[i]
        if state.stuck:
            draft.devices[i] = replace(state, wanted=wanted)
        elif state.state != wanted:
            _move(draft, i, wanted, draft.tick + int(device.stroke_s * state.stiff * TICKS_PER_S), by or seat)


def _panel(draft: Draft, detail: str, by: str) -> None:
    alarms = tuple(2 if a == 1 else a for a in draft.panel.alarms)
    if detail == "reset":
        alarms = tuple(0 for _ in alarms)
        draft.command = replace(draft.command, reset_tick=draft.tick, reset_by=by)
    draft.panel = replace(draft.panel, alarms=alarms, horn=False)


def _move(draft: Draft, i: int, wanted: str, until_tick: int, by: str) -> None:
    state = draft.devices[i]
    now = opening(state, draft.tick)
    ticks = max(1, until_tick - draft.tick)
    rate = (FULL[wanted] - now) * TICKS_PER_S / ticks
    draft.devices[i] = replace(
        state, state="moving", opening=now, tick=draft.tick, rate_per_s=rate, until_tick=draft.tick + ticks,
        wanted=wanted, by=by,
    )  # fmt: skip


def let_go(draft: Draft, rules: Rules, p: Person, act: Act) -> None:
    """The hands leave a half-turned wheel: it stays where it is. A powered stroke goes on without them."""
    i = rules.site.device_index.get(act.target, -1)
    if i < 0 or act.kind != "operate" or act.to not in ("", p.seat):
        return
    device, s = rules.site.devices[i], draft.devices[i]
    if s.state == "moving" and device.turns and by_hand(rules, p, device):
        draft.devices[i] = replace(
            s, opening=opening(s, draft.tick), tick=draft.tick, rate_per_s=0.0, until_tick=0
        )


def settle(draft: Draft, rules: Rules) -> None:
    """Strokes that end at this tick."""
    for i, s in enumerate(draft.devices):
        if s.until_tick and s.until_tick <= draft.tick:
            draft.devices[i] = replace(
                s, state=s.wanted, opening=FULL[s.wanted], tick=draft.tick, rate_per_s=0.0, until_tick=0
            )
            draft.event("changed", subject=rules.site.devices[i].id, detail=s.wanted, by=s.by)
