"""Policy: a plan table played by one engine. It knows what the seat perceives and the plant's drawing."""

from dataclasses import dataclass, replace

from sim_core.acts import Act
from sim_core.cues import Condition, holds, upwind, wind_from_deg
from sim_core.observation import Observation
from sim_core.site import Place, Site
from sim_core.world import TICKS_PER_S

OCTANTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
UPWIND = "@upwind_"  # and a kind of device or place: the one of that kind that lies best upwind
WIND_WORD = "@wind"
MUSTER = "@muster"  # the muster point last announced; before that the one that lies best upwind
ALARMING = "@alarming"  # the gas detector whose alarm stands, the first one if there are several or none
BREATH_TICKS = TICKS_PER_S  # from one act to the next, so that the first can show in `body.doing`
MAX_RUNNERS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the plan. Due once any of `any` (empty: nothing asked) and all of `all` have held together.

    unless: not while one of these holds. after: steps that must have been given; without: steps that must
    not. wait_s: from the moment that the conditions first held to the act, and between repeats. confirm_s: an
    order without read-back for so long is sent again by runner, 0 = never. times: how often the act is given.
    """

    id: str
    act: Act
    any: tuple[Condition, ...] = ()
    all: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    after: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    wait_s: float = 0.0
    confirm_s: float = 0.0
    times: int = 1


@dataclass(frozen=True, slots=True)
class Policy:
    """A plan table; earlier steps go first. around: the bund or place that "upwind" is taken from."""

    id: str
    steps: tuple[Step, ...] = ()
    around: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one step has come. held_tick: conditions first held; given_tick: act last given, runner or not."""

    held_tick: int = -1
    given_tick: int = -1
    given: int = 0
    runners: int = 0
    act: Act | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What a player carries from one look to the next. wind_from_deg: last wind seen, -1 = none yet."""

    progress: tuple[Progress, ...] = ()
    wind_from_deg: float = -1.0
    free_tick: int = 0


def decide(policy: Policy, seen: Observation, memory: Memory, site: Site) -> tuple[tuple[Act, ...], Memory]:
    """Give the next act, at most one, and only when hands and mouth are free. Pure."""
    wind = _wind_from_deg(seen, site, memory.wind_from_deg)
    before = memory.progress or tuple(Progress() for _ in policy.steps)
    given = {step.id for step, p in zip(policy.steps, before, strict=True) if p.given}
    progress = [_notice(step, p, seen, site, given) for step, p in zip(policy.steps, before, strict=True)]
    if not seen.body.doing and seen.tick >= memory.free_tick:
        for i, step in enumerate(policy.steps):
            if any(other in given for other in step.without):
                continue
            p = _give(policy, step, progress[i], seen, site, wind)
            if p is not None and p.act is not None:
                progress[i] = p
                return (p.act,), Memory(tuple(progress), wind, seen.tick + BREATH_TICKS)
    return (), Memory(tuple(progress), wind, memory.free_tick)


def _notice(step: Step, p: Progress, seen: Observation, site: Site, given: set[str]) -> Progress:
    """Note when the step's conditions first hold, and whether its order has been read back."""
    if p.held_tick < 0:
        if not all(earlier in given for earlier in step.after):
            return p
        some = not step.any or any(holds(c, seen, site) for c in step.any)
        return replace(p, held_tick=seen.tick) if some and all(holds(c, seen, site) for c in step.all) else p
    if p.act is not None and p.act.to and not p.closed and _read_back(p.act, p.given_tick, seen):
        return replace(p, closed=True)
    return p


def _read_back(act: Act, given_tick: int, seen: Observation) -> bool:
    return any(
        m.kind == "read_back"
        and m.sender == act.to
        and m.topic == act.kind
        and m.subject == act.target
        and m.tick >= given_tick
        for m in seen.inbox
    )


def _give(
    policy: Policy, step: Step, p: Progress, seen: Observation, site: Site, wind: float
) -> Progress | None:
    """Give the step's act anew, or send its unanswered order by runner; None if neither is due."""
    if p.held_tick < 0 or any(holds(c, seen, site) for c in step.unless):
        return None
    if p.given < step.times:
        if seen.tick < (p.given_tick if p.given else p.held_tick) + step.wait_s * TICKS_PER_S:
            return None
        act = _resolve(policy, _mustered(step.act, seen), site, wind)
        if act.target == ALARMING:
            act = replace(act, target=_alarming(seen, site))
        return replace(p, act=act, given=p.given + 1, given_tick=seen.tick, runners=0, closed=False)
    waiting = p.act is not None and p.act.to and step.confirm_s > 0.0 and not p.closed
    if p.act is None or not waiting or p.runners == MAX_RUNNERS:
        return None
    if seen.tick < p.given_tick + step.confirm_s * TICKS_PER_S:
        return None
    return replace(p, act=replace(p.act, via="runner"), runners=p.runners + 1, given_tick=seen.tick)


def _wind_from_deg(seen: Observation, site: Site, remembered: float) -> float:
    """Bearing the wind blows from: vane, else sock, else as last seen."""
    now = wind_from_deg(seen, site)
    return now if now >= 0.0 else remembered


def _resolve(policy: Policy, act: Act, site: Site, wind: float) -> Act:
    """Put real places and words where the plan has `@` names."""
    words = tuple((key, _octant(wind) if word == WIND_WORD else word) for key, word in act.words)
    detail = _target(policy, act.detail, site, wind)
    return replace(act, target=_target(policy, act.target, site, wind), detail=detail, words=words)


def _mustered(act: Act, seen: Observation) -> Act:
    """Put the muster point that was announced where the plan names it."""
    return replace(act, target=seen.muster or f"{UPWIND}muster") if act.target == MUSTER else act


def _alarming(seen: Observation, site: Site) -> str:
    detectors = [i for i, n in enumerate(site.instruments) if n.kind == "gas"]
    standing = [i for i in detectors if seen.panel is not None and seen.panel.alarms[i] > 0]
    return site.instruments[(standing or detectors)[0]].tag


def _target(policy: Policy, target: str, site: Site, wind: float) -> str:
    if not target.startswith(UPWIND):
        return target
    kind = target.removeprefix(UPWIND)
    devices = [(d.id, site.place[d.place]) for d in site.devices if d.kind == kind]
    found = devices or [(p.id, p) for p in site.places if p.kind == kind]
    return found[_most_upwind(policy, tuple(place for _, place in found), site, wind)][0]


def _most_upwind(policy: Policy, places: tuple[Place, ...], site: Site, wind: float) -> int:
    """Position of the place that lies best upwind; the first one when no wind is known."""
    if wind < 0.0:
        return 0
    middle = _middle(policy.around, site)
    along = [upwind(place.x_m - middle[0], place.y_m - middle[1], wind) for place in places]
    return along.index(max(along))


def _middle(around: str, site: Site) -> tuple[float, float]:
    """The middle of a bund, or where a place is."""
    if around in site.bund_index:
        return site.bunds[site.bund_index[around]].middle_m
    return site.place[around].x_m, site.place[around].y_m


def _octant(wind: float) -> str:
    return "unknown" if wind < 0.0 else OCTANTS[int(wind / 45.0 + 0.5) % len(OCTANTS)]
