"""Space: a confined space, what was disturbed in it, and those who go in by themselves."""

from dataclasses import dataclass

Air = tuple[float, ...]  # volume fractions, aligned with `site.air`


@dataclass(frozen=True, slots=True)
class Stirring:
    """Sludge disturbed at `tick`: what it frees, kg of each gas of `site.air`, and how fast it comes and tails off."""

    tick: int
    freed_kg: Air
    rise_s: float
    decay_s: float


@dataclass(frozen=True, slots=True)
class Space:
    """A confined space. layers: air of each, lowest first; bound_kg: H2S that the next stirring from outside frees.

    tested_tick: when each layer was last tested from outside, -1 = never; stirred_tick: last stirring, likewise.
    methane_kg: likewise. walked: who has trodden the sludge. passing: how far the valves of its inlets let through.
    """

    id: str
    layers: tuple[Air, ...]
    bound_kg: float = 0.0
    methane_kg: float = 0.0
    stirrings: tuple[Stirring, ...] = ()
    stirred_tick: int = -1
    tested_tick: tuple[int, ...] = ()
    walked: tuple[str, ...] = ()
    passing: float = 1.0


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody of a crowd who goes into a confined space by himself. goes_tick: sets out, -1 = not of his own accord.

    helps: runs in after a mate who lies there. lined: his harness hangs on the winch. posture: how he will lie.
    hooked_tick: when he was hooked onto it; passed: edges of landings that he has been wound past; caught_tick: till
    then he hangs caught under one of them. lingers_ticks: how long he stays at the top before he climbs down.
    """

    id: str
    crowd: int
    goes_tick: int = -1
    helps: bool = False
    lined: bool = False
    posture: str = ""
    gone_tick: int = -1
    hooked_tick: int = 0
    passed: int = 0
    caught_tick: int = 0
    lingers_ticks: int = 0
