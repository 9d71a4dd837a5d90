"""The crew's acts at a confined space: permit, blinds, stirring, records, winch, stand-by."""

from dataclasses import replace

from scenarios.rules.confined_space import gases
from scenarios.rules.confined_space.rules import ConfinedSpace, dressed, occupied
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import casualties, command
from sim_core.world import DeviceState


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


EFFECTS = {
    "permit": command.plain,
    "isolate": isolate,
    "stir": stir,
    "record": command.plain,
    "winch": winch,
    "stand_by": stand_by,
}
