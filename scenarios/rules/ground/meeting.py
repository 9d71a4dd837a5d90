"""Meeting: what air reaches people, crowds, detectors, vehicles and sources, in one reading of a cloud."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.people.bodies import position, protected
from sim_core.physics import fluctuation
from sim_core.world import Air

Floats = NDArray[np.float64]
Reader = Callable[[Floats], Floats]
DETECTOR = "gas"
SWING_TICKS = 200  # swings last ten seconds: training assumption 训练假设
STRONG = 20.0  # a strong smell is this many times a faint one: training assumption 训练假设
DULLED = -1  # the nose smells nothing any more, for the rest of the drill: training assumption 训练假设


@dataclass(frozen=True, slots=True)
class Step:
    """Where a person came from in this second. before: fraction met a second ago; behind: fraction now at the spot of
    a second ago; here: fraction met now; walked: whether there was a step at all."""

    before: float
    behind: float
    here: float
    walked: bool


@dataclass(frozen=True, slots=True)
class Met:
    """Volume fractions of the released gas: each person's step, at each crowd, vehicle and source."""

    steps: tuple[Step, ...]
    crowds: tuple[float, ...]
    vehicles: tuple[float, ...]
    sources: tuple[float, ...]


def meet(
    draft: Draft, rules: Ground, species: str, read: Reader, smelt: float, fails: float = 0.0, low: Reader | None = None
) -> Met:
    """Read the cloud of one gas where somebody or something is. read: points (k, 2) -> fractions (k,).

    Shut doors keep the gas out: training assumption 训练假设. smelt: fraction at which a nose notices it;
    fails: at which it is dulled, 0 = never. low: the same for fixed detectors, if they hang at a height of their own.
    """
    tick, site, n = draft.tick, rules.site, rules.site.species_index[species]
    people = [position(p, tick) for p in draft.people]
    behind = list(draft.hazard.stood_m) or people
    crowds = [position(c, tick) for c in draft.crowds]
    gauges = [(g.x_m, g.y_m) for g in site.instruments if g.kind == DETECTOR]
    vehicles = [position(v, tick) for v in draft.vehicles]
    sources = [(s.x_m, s.y_m) for s in draft.sources]
    groups = (people, behind, crowds, gauges, vehicles, sources)
    found = read(np.array([at for group in groups for at in group])).tolist()
    parts, start = [], 0
    for group in groups:
        parts.append(found[start : start + len(group)])
        start += len(group)
    if low is not None and gauges:
        parts[3] = low(np.array(gauges)).tolist()
    before = [air[n] for air in draft.hazard.air_people] or [0.0] * len(people)
    here = [_outdoors(rules, p.place, v) for p, v in zip(draft.people, parts[0], strict=True)]
    around = [_outdoors(rules, c.place, v) for c, v in zip(draft.crowds, parts[2], strict=True)]
    detectors = [n for n, g in enumerate(site.instruments) if g.kind == DETECTOR]
    by_gauge = iter([_swings(draft, rules, n, v) for n, v in zip(detectors, parts[3], strict=True)])
    draft.hazard = replace(
        draft.hazard,
        stood_m=tuple(people),
        air_people=tuple(_mixed(rules, n, v) for v in here),
        air_crowds=tuple(_mixed(rules, n, v) for v in around),
        met_gauges=tuple(
            next(by_gauge) / site.channel[g.subject].per_unit if g.kind == DETECTOR else 0.0
            for g in site.instruments
        ),
    )
    _smell(draft, here, smelt, fails)
    steps = tuple(
        Step(was, now_behind, now, at != stood)
        for was, now_behind, now, at, stood in zip(before, parts[1], here, people, behind, strict=True)
    )
    return Met(steps, tuple(around), tuple(parts[4]), tuple(parts[5]))


def _swings(draft: Draft, rules: Ground, n: int, mean: float) -> float:
    """What a detector meets at this moment: concentrations swing about their mean, each detector by itself."""
    if mean <= 0.0:
        return 0.0
    knot, share = divmod(draft.tick, SWING_TICKS)
    before, after = (rules.chance.normal("meeting.swing", n, k) for k in (knot, knot + 1))
    normal = fluctuation.between_knots(before, after, share / SWING_TICKS)
    return min(mean * fluctuation.factor(normal, fluctuation.MOVING_INTENSITY), 1.0)


def _outdoors(rules: Ground, place: str, fraction: float) -> float:
    return 0.0 if place and rules.site.place[place].indoors else fraction


def _mixed(rules: Ground, n: int, fraction: float) -> Air:
    """Clean air with so much of gas n in it."""
    clean = rules.site.clean_air
    return tuple(fraction if i == n else share * (1.0 - fraction) for i, share in enumerate(clean))


def _smell(draft: Draft, here: list[float], smelt: float, fails: float) -> None:
    for i, (p, fraction) in enumerate(zip(draft.people, here, strict=True)):
        smell = 0 if fraction < smelt else 1 if fraction < STRONG * smelt else 2
        if p.smell == DULLED or (fails > 0.0 and fraction >= fails and not protected(p, draft.tick)):
            smell = DULLED
        if smell != p.smell:
            draft.people[i] = replace(p, smell=smell)
