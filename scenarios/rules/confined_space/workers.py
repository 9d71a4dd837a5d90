"""Workers: people of the crew who go into the space by themselves, those who come out again on their feet, and the mate
who runs in after who fell."""

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
    if _called_tick(draft) >= 0:
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
    """From layer to layer, as long as he is on his feet; at the bottom he treads the sludge."""
    n = next((n for n, c in enumerate(draft.casualties) if c.id == w.id), -1)
    if n < 0 or draft.casualties[n].state != "inside":
        return
    c = draft.casualties[n]
    layers = rules.incident.layers
    level = _level(draft, rules, w)
    if level == len(layers):
        _comes_out(draft, rules, w, n)
        return
    here = rules.site.place[layers[level]]
    if here.id != c.place:
        draft.casualties[n] = replace(c, place=here.id, x_m=here.x_m, y_m=here.y_m)
    if here.id == layers[0]:
        tread(draft, rules, w.id)


def _level(draft: Draft, rules: ConfinedSpace, w: Worker) -> int:
    """Which layer he is in by now, one above the top once he is out again. He lingers on top, then climbs down; where
    it is said when he turns back, he has stayed long enough at the bottom, or a shorter while and has been called."""
    layers, going, climb = len(rules.incident.layers), rules.incident.going, int(CLIMB_S * TICKS_PER_S)
    starts = w.gone_tick + w.lingers_ticks
    below = starts + (layers - 1) * climb
    if going is not None:
        turns, called = below + int(going.lower_s * TICKS_PER_S), _called_tick(draft)
        if called >= 0:
            turns = min(turns, max(called, below + int(going.heeds_s * TICKS_PER_S)))
        if draft.tick >= turns:
            return min(layers, 1 + int((draft.tick - turns) / climb))
    return max(0, layers - 1 - max(0, int((draft.tick - starts) / climb)))


def _called_tick(draft: Draft) -> int:
    """When all were first called back: alarm, order to leave or stop of work; -1 = not yet."""
    command = draft.command
    called = [t for t in (command.siren_tick, command.evacuate_tick, command.stop_work_tick) if t >= 0]
    return min(called, default=-1)


def _comes_out(draft: Draft, rules: ConfinedSpace, w: Worker, n: int) -> None:
    """He climbs out on his own feet and stands with the crew again."""
    del draft.casualties[n]
    crowd = draft.crowds[w.crowd]
    draft.crowds[w.crowd] = replace(crowd, number=crowd.number + 1)
    draft.fact(f"{w.id}_back")
    if not draft.casualties and "somebody_down" not in draft.facts:
        draft.fact("came_back")


def tread(draft: Draft, rules: ConfinedSpace, who: str) -> None:
    """The first step of somebody on the sludge breaks its crust and frees a pocket of gas that no pole had reached."""
    space, sludge = draft.hazard.spaces[0], rules.incident.sludge
    if sludge is None or who in space.walked:
        return
    kg = {"hydrogen_sulfide": sludge.pocket_kg}
    gases.disturb(draft, rules, kg, sludge.pocket_rise_s, sludge.pocket_decay_s)
    trodden = replace(draft.hazard.spaces[0], walked=(*space.walked, who))
    draft.hazard = replace(draft.hazard, spaces=(trodden,))
