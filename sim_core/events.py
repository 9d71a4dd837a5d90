"""Events: what happened in a drill, in order. The only door of the core that scoring may use."""

from dataclasses import dataclass

KINDS = (
    "cue_revealed",  # seat perceived cue `subject` for the first time: clocks start here
    "ordered",  # seat told seat `to` to do `act` on `subject` (`detail`)
    "read_back",  # seat repeated the order of seat `to` (closed loop)
    "did",  # seat carried out `act` on `subject` (`detail`, `value`); `by` gave the order, "" = own act
    "refused",  # an act could not be done; `detail` says why
    "changed",  # equipment `subject` reached state `detail`
    "alarm",  # alarm `subject` became `detail` (raised, acknowledged, cleared)
    "told",  # seat received message `detail` about `subject` from seat `to`
    "fact",  # `subject` became true of the world (overflow, ignition, engine_in_cloud ...)
    "harm",  # person or group `subject` became `detail`; `value` = number of people
    "beyond",  # a law `subject` was asked outside its range, at `value`, and clamped: module.function.quantity
    "directed",  # staff did `act` to the drill (`subject`, `detail`, `value`)
    "ended",  # the drill is over; `detail` says why
)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    tick: 20 a second. kind: one of KINDS. seat: who did or perceived it, "" = nobody. act: kind of act.
    subject: device, place, person, cue or fact. detail: one word. value: SI or a count.
    to: the other seat. by: the seat whose order this carries out, "" = none.
    """

    tick: int
    kind: str
    seat: str = ""
    act: str = ""
    subject: str = ""
    detail: str = ""
    value: float = 0.0
    to: str = ""
    by: str = ""
