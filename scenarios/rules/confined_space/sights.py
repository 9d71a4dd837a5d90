"""Sights: what is seen looking into the space from its mouth, what is heard at its lines, once a second."""

from collections.abc import Iterator

from scenarios.rules.confined_space.rules import ConfinedSpace
from sim_core.draft import Draft
from sim_core.world import Noise, Sight

BUBBLES_S = 90.0


def show(draft: Draft, rules: ConfinedSpace) -> None:
    """The winch's line, once somebody is down there; sludge that was stirred and bubbles."""
    found = []
    incident, site = rules.incident, rules.site
    bottom = site.place[incident.layers[0]]
    inside = [c for c in draft.casualties if c.place in incident.layers]
    if inside:
        hung = [w for w in draft.hazard.workers for c in inside if w.id == c.id and w.lined]
        word = "caught" if any(draft.tick < w.caught_tick for w in hung) else "taut" if hung else "loose"
        found.append(Sight("line", incident.winch, bottom.x_m, bottom.y_m, word, inside=incident.space))
    draft.noises = tuple(_hissing(draft, rules))
    if incident.sludge is None:
        draft.sights = tuple(found)
        return
    space = draft.hazard.spaces[0]
    bubbling = any(draft.tick - s.tick < BUBBLES_S * 20 for s in space.stirrings)
    state = "bubbling" if bubbling else "still"
    found.append(Sight("sludge", incident.space, bottom.x_m, bottom.y_m, state, inside=incident.space))
    draft.sights = tuple(found)


def _hissing(draft: Draft, rules: ConfinedSpace) -> Iterator[Noise]:
    """Gas that passes a closed valve is heard at the line, until that is blinded."""
    if not draft.hazard.spaces[0].passing or not rules.incident.hiss_m:
        return
    for blind in rules.incident.inlets:
        here = rules.site.place[rules.site.devices[rules.site.device_index[blind]].place]
        if rules.open(draft, blind) > 0.0:
            yield Noise("hiss", here.x_m, here.y_m, rules.incident.hiss_m)
