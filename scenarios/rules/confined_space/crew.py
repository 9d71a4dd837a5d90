"""The crew's acts at a confined space: permit, blinds, stirring, tests by level, winch, stand-by, first aid."""

from dataclasses import replace

from scenarios.rules.confined_space import gases
from scenarios.rules.confined_space.incident import LEVELS
from scenarios.rules.confined_space.meeting import at_mouth
from scenarios.rules.confined_space.rules import ConfinedSpace, dressed, occupied
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.observation import displayed
from sim_core.people import casualties, command
from sim_core.people.command import note
from sim_core.world import Air, DeviceState


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
    gases.stir(draft, rules, rules.incident)
    command.plain(draft, rules, i, act, by)


def measure(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """The air cell by cell: at the mouth by the pump's hose at a level of the space (detail), elsewhere at the spot.

    A dead cell shows nothing. Each cell is a note (word: the channel); the event tells the level.
    """
    p, site, incident = draft.people[i], rules.site, rules.incident
    here = site.place.get(p.place)
    level = -1
    if here is not None and here.into == incident.space:
        level = LEVELS.index(act.detail) if act.detail in LEVELS else len(LEVELS) - 1
    air = draft.hazard.spaces[0].layers[level] if level >= 0 else _at_spot(draft, rules, i)
    where = incident.layers[level] if level >= 0 else p.place
    for c in site.carried:
        true = air[site.species_index[c.species]] / c.per_unit
        shown = 0.0 if c.id in p.dead_cells else displayed(min(true, c.most), c.resolution)
        note(draft, i, "gas", where, shown, c.id)
    draft.event(
        "did", seat=p.seat, act=act.kind, subject=p.place, detail=LEVELS[level] if level >= 0 else "", by=by,
        value=draft.people[i].notes[-1].value,
    )  # fmt: skip
    if level >= 0:
        _tested(draft, p.seat, level, by)


def _at_spot(draft: Draft, rules: ConfinedSpace, i: int) -> Air:
    if draft.hazard.air_people:
        return draft.hazard.air_people[i]
    return at_mouth(rules.site, rules.incident, draft.hazard.spaces[0].layers)


def _tested(draft: Draft, seat: str, level: int, by: str) -> None:
    """Every level tested after the last stirring: that is a test."""
    space = draft.hazard.spaces[0]
    ticks = tuple(draft.tick if k == level else t for k, t in enumerate(space.tested_tick))
    draft.hazard = replace(draft.hazard, spaces=(replace(space, tested_tick=ticks),))
    if space.stirred_tick >= 0 and min(ticks) > space.stirred_tick:
        draft.fact("levels_tested", seat=seat, by=by)


def winch(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """The line is wound up: whoever hangs on it is laid down at the landing. value: 1 if somebody did."""
    incident, site = rules.incident, rules.site
    lined = [w.id for w in draft.hazard.workers if w.lined]
    up = 0.0
    for n, c in enumerate(draft.casualties):
        if c.id in lined and c.place in incident.layers:
            here = site.place[incident.landing]
            casualties.lay_down(draft, n, replace(c, x_m=here.x_m, y_m=here.y_m, place=here.id))
            up = 1.0
    draft.event("did", seat=draft.people[i].seat, act="winch", subject=act.target, value=up, by=by)


def stand_by(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """Ready to go in after those who go in. value: 1 if with set and line."""
    p = draft.people[i]
    value = 1.0 if dressed(p) else 0.0
    draft.event("did", seat=p.seat, act="stand_by", subject=act.target, value=value, by=by)


def cpr(draft: Draft, rules: ConfinedSpace, i: int, act: Act, by: str) -> None:
    """First aid; nobody brings back who is dead."""
    casualties.cpr(draft, rules, i, act, by)
    n = casualties.index(draft, act.target)
    if draft.casualties[n].body.condition == "dead":
        draft.casualties[n] = replace(draft.casualties[n], breathing=False)


EFFECTS = {
    "permit": command.plain,
    "isolate": isolate,
    "stir": stir,
    "measure": measure,
    "watch": measure,
    "record": command.plain,
    "winch": winch,
    "stand_by": stand_by,
    "cpr": cpr,
}
