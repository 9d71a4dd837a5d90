"""Meeting: which air reaches people, crowds, vehicles and detectors: over a manhole something of what lies beneath,
elsewhere it is clean. Once a second."""

from dataclasses import replace

from scenarios.rules.pipeline_release.rules import PipelineRelease, culvert_of, line_of, mixed
from sim_core.draft import Draft
from sim_core.people.bodies import REACH_M, position, within_m
from sim_core.site import distance_m
from sim_core.world import Person

STRONG = 20.0  # a strong smell is this many times a faint one: training assumption 训练假设
SMELT_OF_LFL = 0.005


def over(draft: Draft, rules: PipelineRelease, x_m: float, y_m: float) -> float:
    """Fraction of vapour met at a point in the open: within reach of a manhole what rises through its cover."""
    incident, culvert = rules.incident, culvert_of(draft)
    for place, fraction in zip(incident.manholes, culvert.vapour, strict=True):
        here = rules.site.place[place]
        if within_m(x_m, y_m, here.x_m, here.y_m, REACH_M):
            return incident.mouth_share * fraction
    return 0.0


def meet(draft: Draft, rules: PipelineRelease) -> None:
    """The air of everybody now, and what noses make of it."""
    site = rules.site
    detectors = tuple(
        over(draft, rules, g.x_m, g.y_m) / site.channel[g.subject].per_unit if g.kind == "gas" else 0.0
        for g in site.instruments
    )
    people = [_of(draft, rules, p.place, *position(p, draft.tick)) for p in draft.people]
    crowds = [_of(draft, rules, c.place, *position(c, draft.tick)) for c in draft.crowds]
    draft.hazard = replace(
        draft.hazard,
        air_people=tuple(mixed(rules, f) if f > 0.0 else site.clean_air for f in people),
        air_crowds=tuple(mixed(rules, f) if f > 0.0 else site.clean_air for f in crowds),
        met_gauges=detectors,
    )
    for i, (p, fraction) in enumerate(zip(draft.people, people, strict=True)):
        smell = _smell(draft, rules, p, fraction)
        if smell != p.smell:
            draft.people[i] = replace(p, smell=smell)


def _of(draft: Draft, rules: PipelineRelease, place: str, x_m: float, y_m: float) -> float:
    return 0.0 if place and rules.site.place[place].indoors else over(draft, rules, x_m, y_m)


def _smell(draft: Draft, rules: PipelineRelease, p: Person, fraction: float) -> int:
    """Vapour about the face, or oil that stands on the ground not far off."""
    smelt = SMELT_OF_LFL * rules.incident.substance.lfl
    if fraction >= smelt:
        return 2 if fraction >= STRONG * smelt else 1
    indoors = bool(p.place) and rules.site.place[p.place].indoors
    n = rules.incident.kerbs[line_of(draft).reach]
    if indoors or draft.hazard.pools[n].mass_kg <= 1.0:
        return 0
    far = distance_m(*position(p, draft.tick), *rules.site.bunds[n].middle_m)
    return 1 if far <= rules.incident.smelt_m else 0
