"""The crew's acts at a confined space: permit, blinds, stirring, records, hook, winch, carrying, stand-by."""

from dataclasses import replace

from scenarios.rules.confined_space import gases
from scenarios.rules.confined_space.rules import ConfinedSpace, dressed, hanging, occupied
from sim_core.acts import ACTS, Act
from sim_core.draft import Draft
from sim_core.people import casualties, command
from sim_core.people.walking import within_reach
from sim_core.world import TICKS_PER_S, DeviceState, Doing

OPEN_ENOUGH = 0.99  # of a cover, for somebody to be brought out by it
LIFT_TICKS = int(ACTS["winch"].seconds * TICKS_PER_S)


def isolate(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """A blind is in the line, locked and tagged: nothing comes through any more."""
    n = rules.site.device_index[act.target]
    draft.devices[n] = DeviceState("closed", 0.0, draft.tick, wanted="closed", by=by or draft.people[i].seat)
    draft.event("changed", subject=act.target, detail="closed", by=by)
    command.plain(draft, rules, i, act, by)


def stir(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """The sludge is stirred with a pole from the mouth. Whoever is inside is in what comes out."""
    if occupied(draft, rules):
        draft.fact("stirred_occupied", seat=draft.people[i].seat, by=by)
    if rules.incident.sludge is not None:
        gases.stir(draft, rules, rules.incident.sludge)
    command.plain(draft, rules, i, act, by)


def winch(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """The line is wound up: whoever hangs on it is laid down at the landing. value: 1 if somebody did.

    Who hangs free swings, and may catch under the edge of a landing: he is let down a little, swung clear and wound on.
    Who was hooked on meanwhile takes all the time that winding takes.
    """
    incident, site = rules.incident, rules.site
    hung, up = hanging(draft, rules), 0.0
    until = max((w.hooked_tick + LIFT_TICKS for w in draft.hazard.workers if w.id in hung), default=0)
    if until <= draft.tick and _caught(draft, rules, i):
        until = draft.tick + int(incident.catch_s * TICKS_PER_S)
    if until > draft.tick:
        draft.people[i] = replace(draft.people[i], doing=Doing(act, until, by))
        return
    for n, c in enumerate(draft.casualties):
        if c.id in hung:
            here = site.place[incident.landing]
            casualties.lay_down(draft, n, replace(c, x_m=here.x_m, y_m=here.y_m, place=here.id))
            up = 1.0
    draft.event("did", seat=draft.people[i].seat, act="winch", subject=act.target, value=up, by=by)


def hook(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """Who goes in hangs somebody who lies there on the winch's line, to be wound up from the mouth. value: 1 if he
    still lay there and the line was free."""
    free = casualties.within_reach(draft, draft.people[i], act.target) and not hanging(draft, rules)
    if free:
        workers = (
            replace(w, lined=True, hooked_tick=draft.tick) if w.id == act.target else w for w in draft.hazard.workers
        )
        draft.hazard = replace(draft.hazard, workers=tuple(workers))
    draft.event("did", seat=draft.people[i].seat, act="hook", subject=act.target, value=float(free), by=by)


def carry(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """Taken up, and in the space heaved up the ladder by two, layer by layer, before he is carried off. Nothing if he
    has been wound up meanwhile."""
    if not casualties.within_reach(draft, draft.people[i], act.target):
        return
    n, seat = casualties.index(draft, act.target), draft.people[i].seat
    c = draft.casualties[n]
    level = rules.incident.level(c.place)
    if level < 0:
        casualties.carry(draft, rules, i, act, by)
        return
    ticks = int(rules.incident.heave_s * heaves(draft, rules, level) * TICKS_PER_S)
    if c.by == seat and draft.tick - c.tick >= ticks:
        casualties.carry_off(draft, rules, i, act)
        return
    draft.casualties[n] = replace(c, by=seat, tick=draft.tick)
    draft.people[i] = replace(draft.people[i], doing=Doing(act, draft.tick + ticks, by))
    draft.event("did", seat=seat, act="carry", subject=act.target, detail=act.detail, by=by)


def heaves(draft: Draft, rules: ConfinedSpace, level: int) -> int:
    """How often somebody in a layer is heaved up: to the mouth, or out of a second opening if that is nearer."""
    incident = rules.incident
    up = len(incident.layers) - level
    if not incident.side or rules.open(draft, incident.side) < OPEN_ENOUGH:
        return up
    return min(up, 1 + abs(level - int(incident.side_layer)))


def _caught(draft: Draft, rules: ConfinedSpace, i: int) -> bool:
    """Whether who hangs on the line catches under the next edge. Each edge is passed once."""
    incident = rules.incident
    steady = steadied(draft, rules, i)
    workers = list(draft.hazard.workers)
    for n, w in enumerate(workers):
        level = next((incident.level(c.place) for c in draft.casualties if c.id == w.id), -1)
        edges = len(incident.layers) - 1 - level if w.lined and level >= 0 else 0
        for edge in range(w.passed + 1, edges + 1):
            catches = rules.chance.uniform("load.catches", n, edge) < incident.catch_share and not steady
            till = draft.tick + int(incident.catch_s * TICKS_PER_S) if catches else w.caught_tick
            workers[n] = replace(workers[n], passed=edge, caught_tick=till)
            if catches:
                draft.hazard = replace(draft.hazard, workers=tuple(workers))
                draft.event("changed", subject=incident.winch, detail="caught")
                draft.fact("load_caught")
                return True
    draft.hazard = replace(draft.hazard, workers=tuple(workers))
    return False


def steadied(draft: Draft, rules: ConfinedSpace, i: int) -> bool:
    """Whether a tag line is on the winch's and somebody else at the mouth has a hand free for it."""
    line = draft.devices[rules.site.device_index[rules.incident.tag_line]]
    mouth = rules.site.place[rules.incident.mouth]
    return line.state == "attached" and any(
        k != i and q.state in ("fit", "hurt") and q.doing is None and rules.within(q) < 0
        and within_reach(q, mouth, draft.tick)
        for k, q in enumerate(draft.people)
    )  # fmt: skip


def stand_by(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """Ready to go in after those who go in. value: 1 if with set and line."""
    p = draft.people[i]
    value = 1.0 if dressed(p) else 0.0
    draft.event("did", seat=p.seat, act="stand_by", subject=act.target, value=value, by=by)


EFFECTS = {
    "permit": command.plain,
    "isolate": isolate,
    "stir": stir,
    "record": command.plain,
    "hook": hook,
    "winch": winch,
    "carry": carry,
    "stand_by": stand_by,
}
