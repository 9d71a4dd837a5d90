"""The crew's own acts: water from a monitor that is worked from afar; leaving, retreating, counting, in which those
beyond the fence have no part. Papers, placards and calls are the inquiry's."""

from dataclasses import replace

from scenarios.rules.ground.crew import drive
from scenarios.rules.store_fire import inquiry
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import command
from sim_core.world import TICKS_PER_S, DeviceState, Job


def spray(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """A monitor gives fog or a jet, or is shut. Water on goods that are not known, or must not meet it, is told."""
    seat, store = draft.people[i].seat, store_of(draft)
    state = {"stop": "closed", "jet": "jet"}.get(act.detail, "fog")
    n = rules.site.device_index[act.target]
    draft.devices[n] = DeviceState(
        state, 0.0 if state == "closed" else 1.0, draft.tick, wanted=state, by=by or seat
    )
    draft.event("did", seat=seat, act="spray", subject=act.target, detail=act.detail or "fog", by=by)
    if state != "closed" and (not store.known or any(r.kind == "reactive" for r in store.rows)):
        draft.fact("water_unfit", seat=seat, by=by)


def evacuate(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """It moves those on the site; who lives beyond the fence does not hear it."""
    n = _outside(rules)
    beyond = draft.crowds[n]
    command.evacuate(draft, rules, i, act, by)
    draft.crowds[n] = beyond


def retreat(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """The retreat is signalled: every colleague within the radius leaves what is at hand and goes to the place named;
    who is beyond it stays there."""
    seat = draft.people[i].seat
    for n, q in enumerate(draft.people):
        if q.colleague and q.state in ("fit", "hurt") and rules.near(draft, q, rules.incident.retreat_m):
            leaves = Job(seat, Act("go", target=act.target), "working", draft.tick + TICKS_PER_S)
            draft.people[n] = replace(q, jobs=(leaves,))
    value = rules.upwind(draft, act.target)
    draft.event("did", seat=seat, act="retreat", subject=act.target, value=value, by=by)


def count(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """Heads of those on the site, against its register."""
    n = _outside(rules)
    beyond = draft.crowds[n]
    draft.crowds[n] = replace(beyond, number=0, hurt=0)
    command.count(draft, rules, i, act, by)
    draft.crowds[n] = beyond


def _outside(rules: StoreFire) -> int:
    return [c.id for c in rules.site.crowds].index(rules.incident.outside)


EFFECTS = {
    "spray": spray,
    "drive": drive,
    "sds": inquiry.sds,
    "record": inquiry.record,
    "call": inquiry.call,
    "evacuate": evacuate,
    "retreat": retreat,
    "count": count,
}
