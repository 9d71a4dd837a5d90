"""Facts: conduct held against the truth, once a second. Marks and vetoes read these."""

from scenarios.rules.confined_space.rules import ATTENDANT, ConfinedSpace, dressed, occupied
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.plant.devices import opening
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S, Person

VALID_S = 1800.0  # a test counts for 30 min: GB 30871-2022 6.3a
RICH = 0.235


def judge(draft: Draft, rules: ConfinedSpace) -> None:
    """Who is in the space and how; where the attendant is; what blows in."""
    for p in draft.people:
        if rules.within(p) >= 0:
            _is_in(draft, rules, p)
    _attends(draft, rules)
    bottle = draft.devices[rules.site.device_index[rules.incident.oxygen]]
    if opening(bottle, draft.tick) > 0.0:
        draft.fact("oxygen_blown_in", by=bottle.by)
    o2 = rules.site.species_index["oxygen"]
    if max(layer[o2] for layer in draft.hazard.spaces[0].layers) > RICH:
        draft.fact("oxygen_rich")


def _is_in(draft: Draft, rules: ConfinedSpace, p: Person) -> None:
    sent = next((job.author for job in p.jobs if job.author), "")
    if p.seat == ATTENDANT:
        draft.fact("attendant_entered", seat=p.seat, by=sent)
    if not dressed(p):
        if "filter" in p.worn and "scba" not in p.worn:
            draft.fact("filter_in_idlh", seat=p.seat, by=sent)
        else:
            draft.fact("bare_entry", seat=p.seat, by=sent)
    tested = draft.hazard.spaces[0].tested_tick
    if any(t < 0 or draft.tick - t > VALID_S * TICKS_PER_S for t in tested):
        draft.fact("entry_untested", seat=p.seat, by=sent)


def _attends(draft: Draft, rules: ConfinedSpace) -> None:
    """While anybody is inside the attendant stays at the mouth, whoever calls him away."""
    attendant = next((p for p in draft.people if p.seat == ATTENDANT), None)
    if attendant is None or attendant.state not in ("fit", "hurt") or not occupied(draft, rules):
        return
    if rules.within(attendant) >= 0:
        return
    far = distance_m(*position(attendant, draft.tick), *rules.centre_m)
    if far > rules.incident.tend_m and not _driven_off(attendant):
        sent = next((job.author for job in attendant.jobs if job.author), "")
        draft.fact("attendant_left", seat=attendant.seat, by=sent)


def _driven_off(p: Person) -> bool:
    """A colleague whom nobody sent: he withdraws from bad air by himself."""
    return p.colleague and not any(job.author for job in p.jobs)
