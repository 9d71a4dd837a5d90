"""Command: what is declared, announced, zoned, counted and handed over."""

from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.observation import displayed
from sim_core.people.walking import send_crowd
from sim_core.rules import Rules
from sim_core.sensing import cell, lies
from sim_core.world import Job, Note

NOTES = 12


def note(draft: Draft, i: int, topic: str, subject: str, value: float = 0.0, word: str = "") -> None:
    """A person keeps what was found out."""
    p = draft.people[i]
    found = Note(draft.tick, topic, subject, value, word)
    draft.people[i] = replace(p, notes=(*p.notes, found)[-NOTES:])


def plain(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """An act whose whole effect is that it was done."""
    p = draft.people[i]
    draft.event(
        "did", seat=p.seat, act=act.kind, subject=act.target, detail=act.detail, value=act.value, by=by
    )


def alarm(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """The site siren sounds."""
    if draft.command.siren_tick < 0:
        draft.command = replace(draft.command, siren_tick=draft.tick)
    plain(draft, rules, i, act, by)


def stop_work(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Permits are suspended, hot work stops, traffic stands still with engines off."""
    if draft.command.stop_work_tick < 0:
        draft.command = replace(draft.command, stop_work_tick=draft.tick)
    plain(draft, rules, i, act, by)


def evacuate(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """All without a task go to a muster point; the event's value says how far upwind it lies."""
    draft.command = replace(draft.command, evacuate_tick=draft.tick, muster=act.target)
    for n, crowd in enumerate(draft.crowds):
        draft.crowds[n] = send_crowd(crowd, rules.site, act.target, draft.tick)
    p = draft.people[i]
    value = rules.upwind(draft, act.target)
    draft.event("did", seat=p.seat, act="evacuate", subject=act.target, value=value, by=by)


def retreat(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """The retreat is signalled: every colleague leaves what is at hand and goes to the place named."""
    p = draft.people[i]
    for n, q in enumerate(draft.people):
        if q.colleague and q.state in ("fit", "hurt") and not (q.place and rules.site.place[q.place].panel):
            draft.people[n] = replace(q, jobs=(Job(p.seat, Act("go", target=act.target), "working", draft.tick + 20),))
    value = rules.upwind(draft, act.target)
    draft.event("did", seat=p.seat, act="retreat", subject=act.target, value=value, by=by)


def set_post(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """The command post is named."""
    draft.command = replace(draft.command, post=act.target)
    p = draft.people[i]
    value = rules.upwind(draft, act.target)
    draft.event("did", seat=p.seat, act="set_post", subject=act.target, value=value, by=by)


def read_wind(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Look at sock or meter and keep what it said, to a whole m/s."""
    note(draft, i, "wind", "", float(int(draft.weather.speed_m_s + 0.5)))
    plain(draft, rules, i, act, by)


def zone(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """A cordon is set at a radius from the release."""
    draft.command = replace(draft.command, zone_m=act.value)
    plain(draft, rules, i, act, by)


def count(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Heads at this place against the register; who is missing is the event's value."""
    here = rules.site.place[act.target]
    present = sum(c.number for c in draft.crowds if c.place == act.target)
    expected = sum(c.number + c.hurt for c in draft.crowds)
    missing = float(expected - present + sum(c.state not in ("out", "treated") for c in draft.casualties))
    note(draft, i, "missing", here.id, missing)
    p = draft.people[i]
    draft.event("did", seat=p.seat, act="count", subject=act.target, value=missing, by=by)


def measure(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """The air at the spot, or where the pump's hose hangs, cell by cell, as the portable instrument shows it settled.

    A dead cell shows nothing. Each cell is a note (word: the channel); the event tells the first one, the place, and at
    which level of a space the hose hung.
    """
    p, site = draft.people[i], rules.site
    air, where, level = rules.sample(draft, i, act, by)
    first = 0.0
    for k, c in enumerate(site.carried):
        met = cell(p, c.id, air[site.species_index[c.species]] / c.per_unit, draft.tick)
        shown = displayed(min(met, c.most), c.resolution)
        first = shown if k == 0 else first
        note(draft, i, "gas", where, shown, "" if c.id == "lel" else c.id)
    draft.event("did", seat=p.seat, act=act.kind, subject=p.place, detail=level, value=first, by=by)


def bump(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Clean air and test gas on a fixed detector, or on every cell of the portable one that is carried: alive, no
    response, or one that reads in clean air what is not there."""
    fixed = rules.site.tag_index.get(act.target, -1)
    if fixed >= 0:
        dead, false = draft.gauges[fixed].fault == "dead", lies(draft.gauges[fixed], draft.tick)
    else:
        own = draft.people[i].spurious
        dead, false = bool(draft.people[i].dead_cells), own is not None and lies(own[1], draft.tick)
    word = "no_response" if dead else "not_zero" if false else "alive"
    note(draft, i, "bump", act.target, 0.0, word)
    plain(draft, rules, i, act, by)


def check_foam(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Read type and stock of the concentrate off the tank."""
    note(draft, i, "foam", act.target, draft.foam_stock_l, draft.foam_type)
    p = draft.people[i]
    draft.event(
        "did",
        seat=p.seat,
        act="check_foam",
        subject=act.target,
        detail=draft.foam_type,
        value=draft.foam_stock_l,
        by=by,
    )


def handover(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """The incident is handed over: the drill's natural end."""
    plain(draft, rules, i, act, by)
    draft.ended = "handover"
