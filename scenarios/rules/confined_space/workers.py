"""Workers: people of the contractor's crew who go into the space by themselves, and the mate who runs in after them."""

from dataclasses import replace

from scenarios.rules.confined_space import gases
from scenarios.rules.confined_space.rules import ConfinedSpace
from sim_core.draft import Draft
from sim_core.world import TICKS_PER_S, Casualty, Worker

CLIMB_S = 4.0  # from one layer to the next, on the ladder: training assumption 训练假设
HESITATES_S, SPREAD_S = 25.0, 20.0  # before a mate runs in: training assumption 训练假设


def go_in(draft: Draft, rules: ConfinedSpace) -> None:
    """Who sets out, who climbs, who treads the sludge."""
    for n, w in enumerate(draft.hazard.workers):
        if w.gone_tick < 0 and _goes(draft, rules, n, w):
            _set_out(draft, rules, n, w)
        elif w.gone_tick >= 0:
            _climb(draft, rules, w)
    for i, p in enumerate(draft.people):
        if p.place == rules.incident.layers[0]:
            tread(draft, rules, draft.people[i].seat)


def _goes(draft: Draft, rules: ConfinedSpace, n: int, w: Worker) -> bool:
    if 0 <= w.goes_tick <= draft.tick:
        return draft.crowds[w.crowd].number > 0
    return w.helps and w.goes_tick < 0 and _runs_in(draft, rules, n, w)


def _runs_in(draft: Draft, rules: ConfinedSpace, n: int, w: Worker) -> bool:
    """A mate lies down there, and nobody has called all back: no alarm, no order to leave, no stop of work."""
    command = draft.command
    if command.siren_tick >= 0 or command.evacuate_tick >= 0 or command.stop_work_tick >= 0:
        return False
    fallen = [c.tick for c in draft.casualties if c.state == "down" and c.place in rules.incident.layers]
    if not fallen or draft.crowds[w.crowd].number == 0:
        return False
    hesitates = HESITATES_S + SPREAD_S * rules.chance.uniform("worker.hesitates", n, 0)
    return draft.tick >= min(fallen) + hesitates * TICKS_PER_S


def _set_out(draft: Draft, rules: ConfinedSpace, n: int, w: Worker) -> None:
    """He leaves the crew and is on the ladder."""
    crowd = draft.crowds[w.crowd]
    draft.crowds[w.crowd] = replace(crowd, number=crowd.number - 1)
    workers = list(draft.hazard.workers)
    workers[n] = replace(w, gone_tick=draft.tick)
    draft.hazard = replace(draft.hazard, workers=tuple(workers))
    top = rules.site.place[rules.incident.layers[-1]]
    draft.casualties.append(Casualty(w.id, top.x_m, top.y_m, top.id, "inside", tick=draft.tick))
    draft.fact(f"{w.id}_in")


def _climb(draft: Draft, rules: ConfinedSpace, w: Worker) -> None:
    """Down one layer every few seconds, as long as he is on his feet; at the bottom he treads the sludge."""
    n = next(n for n, c in enumerate(draft.casualties) if c.id == w.id)
    c = draft.casualties[n]
    if c.state != "inside":
        return
    layers = rules.incident.layers
    steps = int((draft.tick - w.gone_tick) / (CLIMB_S * TICKS_PER_S))
    here = rules.site.place[layers[max(0, len(layers) - 1 - steps)]]
    if here.id != c.place:
        draft.casualties[n] = replace(c, place=here.id, x_m=here.x_m, y_m=here.y_m)
    if here.id == layers[0]:
        tread(draft, rules, w.id)


def tread(draft: Draft, rules: ConfinedSpace, who: str) -> None:
    """The first step of somebody on the sludge breaks its crust and frees a pocket of gas that no pole had reached."""
    space, incident = draft.hazard.spaces[0], rules.incident
    if who in space.walked:
        return
    kg = {"hydrogen_sulfide": incident.pocket_kg}
    gases.disturb(draft, rules, kg, incident.pocket_rise_s, incident.pocket_decay_s)
    trodden = replace(draft.hazard.spaces[0], walked=(*space.walked, who))
    draft.hazard = replace(draft.hazard, spaces=(trodden,))
