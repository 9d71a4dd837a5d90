"""Meeting: which air reaches seats, crowds, fixed detectors and fans. In the space it is that of the layer, at the
mouth a little of the top layer, beside a fan that draws out something of what it blows off, elsewhere it is clean."""

from dataclasses import replace

from scenarios.rules.confined_space.incident import Incident
from scenarios.rules.confined_space.rules import ConfinedSpace
from sim_core.draft import Draft
from sim_core.people.bodies import REACH_M, position, within_m
from sim_core.physics.toxic_load import h2s_effect
from sim_core.plant.devices import opening
from sim_core.site import Place, Site
from sim_core.world import Air, Casualty, Person

SMELT = ("smell", "discomfort", "eyes")  # rungs of the ladder at which the nose still works
H2S = "hydrogen_sulfide"
DETECTOR = "gas"


def meet(draft: Draft, rules: ConfinedSpace) -> None:
    """The air of everybody and of every fixed detector now."""
    site, incident = rules.site, rules.incident
    layers = draft.hazard.spaces[0].layers
    mouth = at_mouth(site, incident, layers)
    blown_off = discharges(draft, rules)
    people = [_of_person(draft, rules, p, layers, mouth, blown_off) for p in draft.people]
    gauges = tuple(
        mouth[site.species_index[site.channel[g.subject].species]] / site.channel[g.subject].per_unit
        if g.kind == DETECTOR
        else 0.0
        for g in site.instruments
    )
    draft.hazard = replace(
        draft.hazard,
        air_people=tuple(people),
        air_crowds=tuple(site.clean_air for _ in draft.crowds),
        met_gauges=gauges,
    )
    n = site.species_index[H2S]
    for i, (p, air) in enumerate(zip(draft.people, people, strict=True)):
        smell = smells(air[n])
        if smell != p.smell:
            draft.people[i] = replace(p, smell=smell)


def at_mouth(site: Site, incident: Incident, layers: tuple[Air, ...]) -> Air:
    """What rises out of the space and is met with the face over its mouth."""
    share = incident.mouth_share
    return tuple(out + share * (top - out) for out, top in zip(site.clean_air, layers[-1], strict=True))


def discharges(draft: Draft, rules: ConfinedSpace) -> tuple[tuple[Place, Air], ...]:
    """Where fans blow off what they draw out of the bottom, and what is met there."""
    site, bottom, found = rules.site, draft.hazard.spaces[0].layers[0], []
    for fan in rules.incident.exhaust:
        n = site.device_index[fan]
        share = rules.incident.discharge_share * opening(draft.devices[n], draft.tick)
        if share > 0.0:
            air = tuple(out + share * (low - out) for out, low in zip(site.clean_air, bottom, strict=True))
            found.append((site.place[site.devices[n].place], air))
    return tuple(found)


def beside(blown_off: tuple[tuple[Place, Air], ...], x_m: float, y_m: float) -> Air | None:
    """What is met at a point within reach of such a fan; None out of reach of them."""
    return next((air for place, air in blown_off if within_m(x_m, y_m, place.x_m, place.y_m, REACH_M)), None)


def _of_person(
    draft: Draft, rules: ConfinedSpace, p: Person, layers: tuple[Air, ...], mouth: Air,
    blown_off: tuple[tuple[Place, Air], ...],
) -> Air:  # fmt: skip
    level = rules.within(p)
    if level >= 0:
        return layers[level]
    x, y = position(p, draft.tick)
    if (foul := beside(blown_off, x, y)) is not None:
        return foul
    return mouth if within_m(x, y, *rules.centre_m, REACH_M) else rules.site.clean_air


def of_casualty(draft: Draft, rules: ConfinedSpace, c: Casualty) -> Air:
    """The air of somebody without a seat; who is carried breathes what the carrier meets, who lingers before he climbs
    down sits in the mouth."""
    layers = draft.hazard.spaces[0].layers
    level = rules.incident.level(c.place)
    if level >= 0 and c.state == "inside":
        w = next(w for w in draft.hazard.workers if w.id == c.id)
        if draft.tick < w.gone_tick + w.lingers_ticks:
            return at_mouth(rules.site, rules.incident, layers)
    if level >= 0:
        return layers[level]
    if c.state == "carried" and draft.hazard.air_people:
        n = next((n for n, p in enumerate(draft.people) if p.seat == c.by), -1)
        return draft.hazard.air_people[n] if n >= 0 else rules.site.clean_air
    return rules.site.clean_air


def smells(fraction: float) -> int:
    """1 where hydrogen sulfide is smelt; 0 below, and where it has put the nose to sleep."""
    return 1 if h2s_effect(1.0e6 * fraction) in SMELT else 0
