"""Splits: where the time of a response went. What the record holds of it, and no more; else "not measured".

For an item that runs against a clock, four moments:

cue      the first of its cues is revealed to an examined seat (event `cue_revealed`), as on the sheet.
seen     recognition: the first deed by which an examined seat shows that it has taken the cue in. From the cue on: its
         first `declare`, its first report, or the first act or order of its own that any item of the sheet counts.
         Walking, looking and dressing oneself are no sign of it. It is the moment at which the act is begun.
begun    the deciding act is begun, or the order for it: the moment at which the seat's act was stamped, the first such
         since the cue. (What decides an item is the event that the sheet names.)
effect   a device has reached the state it was driven to (event `changed`, of the deciding act's device, before that act
         is done again); for every other act, the deed itself (event `did`).

perceive = seen - cue, decide = begun - seen, act = effect - begun. The response time of the sheet ends with the deed,
so a valve's stroke is in `act` and not in the response time. Not measured: whatever lacks one of its two moments, and
all of it where the act was begun before its cue (foresight and luck look alike) or was nobody's act or order.
"""

from collections.abc import Collection, Iterator, Sequence

from scoring.rubric import Item, Pattern, Rubric
from scoring.timeline import TICKS_PER_S, Response
from server.debrief.shapes import Said, Split
from sim_core.events import Event
from sim_core.record.drill import TimedAct

PANEL = "DCS"  # where alarms are acknowledged: no device that moves
TALK = ("declare", "report", "sitrep")
NO_CUE = Said("征兆未被考核席位察觉", "no cue reached an examined seat")
FORESIGHT = Said("先于征兆动手", "begun before its cue")
NO_SIGN = Said("征兆之后没有任何认出险情的举动", "nothing after the cue shows that it was taken in")
NOT_BEGUN = Said("没有下令，也没有动手", "neither ordered nor begun")
NO_EFFECT = Said("设备没有到位", "the device never reached that state")
NOT_DONE = Said("已开始，未完成", "begun, not done")
NO_ACT = Said("记录中没有与之对应的动作或命令", "the record holds no act or order that led to it")


class Splits:
    """Reads the splits of a drill's items."""

    def __init__(
        self, rubric: Rubric, acts: Sequence[TimedAct], events: Sequence[Event], examined: Collection[str]
    ) -> None:
        self._events = events
        self._acts = [timed for timed in acts if timed.act.seat in examined]
        self._counted = {(p.act, p.subject) for item in rubric.items for p in _patterns(item) if p.kind == "did"}

    def of(self, response: Response) -> Split | None:
        """The split of one item; None: it does not run against a clock."""
        if not response.item.clock:
            return None
        cue = response.start_tick
        if cue is None:
            return Split(None, None, None, None, None, None, None, NO_CUE)
        seen, begun, effect = self._seen(cue), self._begun(response, cue), self._effect(response.done)
        missing = self._missing(response, cue, seen, begun, effect)
        if missing in (FORESIGHT, NO_ACT):
            return Split(cue, None, begun, effect, None, None, None, missing)
        perceive, decide, act = _seconds(cue, seen), _seconds(seen, begun), _seconds(begun, effect)
        return Split(cue, seen, begun, effect, perceive, decide, act, missing)

    def _seen(self, cue: int) -> int | None:
        return next((timed.tick for timed in self._acts if timed.tick >= cue and self._shows(timed)), None)

    def _shows(self, timed: TimedAct) -> bool:
        act = timed.act.act
        if act.kind in TALK:
            return True
        if act.kind == "wear" and not act.to:
            return False
        return any(
            act.kind == kind and (not subject or subject == act.target or _prefix(subject, act.target))
            for kind, subject in self._counted
        )

    def _begun(self, response: Response, cue: int) -> int | None:
        """When the deciding act or its order was begun. An act that was never done: its first order since the cue."""
        done = response.done
        if done is None:
            wanted = {(p.act, p.subject, p.detail) for p in _patterns(response.item) if p.kind == "did"}
            fits = (t.tick for t in self._acts if t.tick >= cue and _asks(t, wanted))
            return next(fits, None)
        mine = [t.tick for t in self._acts if t.tick <= done.tick and _leads(t, done)]
        since = [tick for tick in mine if tick >= cue]
        return since[0] if since else mine[-1] if mine else None

    def _effect(self, done: Event | None) -> int | None:
        if done is None:
            return None
        if done.act != "operate" or done.subject == PANEL:
            return done.tick
        for event in self._events:
            if event.tick < done.tick or event is done or event.subject != done.subject:
                continue
            if event.kind == "changed":
                return event.tick
            if event.kind == "did" and event.act == "operate":
                break
        return None

    @staticmethod
    def _missing(response: Response, cue: int, seen: int | None, begun: int | None, effect: int | None) -> Said | None:
        if response.done is not None and begun is None:
            return NO_ACT
        if begun is not None and begun < cue:
            return FORESIGHT
        if seen is None:
            return NO_SIGN
        if begun is None:
            return NOT_BEGUN
        if response.done is None:
            return NOT_DONE
        return NO_EFFECT if effect is None else None


def _patterns(item: Item) -> Iterator[Pattern]:
    for group in (*item.done, *item.instead):
        yield from group


def _prefix(subject: str, target: str) -> bool:
    return subject.endswith("*") and target.startswith(subject[:-1])


def _asks(timed: TimedAct, wanted: Collection[tuple[str, str, str]]) -> bool:
    """Whether this is one of the acts that an item asks for."""
    act = timed.act.act
    return any(
        act.kind == kind and (not subject or subject == act.target) and (not detail or detail == act.detail)
        for kind, subject, detail in wanted
    )


def _leads(timed: TimedAct, done: Event) -> bool:
    """Whether this act, or order, is what the deed carried out."""
    act, seat = timed.act.act, timed.act.seat
    if (done.kind, act.kind) != ("did", done.act) or act.target != done.subject:
        return False
    if act.kind == "operate" and act.detail != done.detail:
        return False
    own = seat == done.seat and act.to in ("", seat)
    return own or (seat == done.by and act.to == done.seat)


def _seconds(start: int | None, end: int | None) -> float | None:
    if start is None or end is None or end < start:
        return None
    return (end - start) / TICKS_PER_S
