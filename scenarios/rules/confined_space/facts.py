"""Facts: conduct held against the truth, once a second. Marks and vetoes read these."""

from scenarios.rules.confined_space.meeting import at_mouth
from scenarios.rules.confined_space.rules import ATTENDANT, RICH, ConfinedSpace, dressed, occupied
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.plant.devices import opening
from sim_core.site import distance_m
from sim_core.world import TICKS_PER_S, Person

VALID_S = 1800.0  # a test counts for 30 min: GB 30871-2022 6.3a
LEAVES = 0.5  # of the way from clean air to a detector's alarm: training assumption 训练假设


def judge(draft: Draft, rules: ConfinedSpace) -> None:
    """Who is in the space and how; where the attendant is; what blows in."""
    for p in draft.people:
        if rules.within(p) >= 0:
            _is_in(draft, rules, p)
    _attends(draft, rules)
    for device, gas in rules.incident.bottles:
        bottle = draft.devices[rules.site.device_index[device]]
        if opening(bottle, draft.tick) > 0.0:
            draft.fact(f"{gas}_blown_in", by=bottle.by)
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
    space = draft.hazard.spaces[0]
    oldest = min(space.tested_tick)  # of still sludge no test counts once it has been stirred: GB 46768-2025 5.8.4
    if oldest <= space.stirred_tick or draft.tick - oldest > VALID_S * TICKS_PER_S:
        draft.fact("entry_untested", seat=p.seat, by=sent)


def _attends(draft: Draft, rules: ConfinedSpace) -> None:
    """While anybody is inside the attendant stays at the mouth, whoever calls him away."""
    attendant = next((p for p in draft.people if p.seat == ATTENDANT), None)
    if attendant is None or attendant.state not in ("fit", "hurt") or not occupied(draft, rules):
        return
    if rules.within(attendant) >= 0:
        return
    far = distance_m(*position(attendant, draft.tick), *rules.centre_m)
    if far > rules.incident.tend_m and not _driven_off(draft, rules, attendant):
        sent = next((job.author for job in attendant.jobs if job.author), "")
        draft.fact("attendant_left", seat=attendant.seat, by=sent)


def _driven_off(draft: Draft, rules: ConfinedSpace, p: Person) -> bool:
    """Whom nobody sent, and who has no set in bad air: a colleague withdraws from it by himself, a person may."""
    if any(job.author for job in p.jobs):
        return False
    return p.colleague or ("scba" not in p.worn and _foul(draft, rules))


def _foul(draft: Draft, rules: ConfinedSpace) -> bool:
    """Whether the air at the mouth is half-way and more to where a portable detector sounds."""
    site = rules.site
    air = at_mouth(site, rules.incident, draft.hazard.spaces[0].layers)
    for c in site.carried:
        n = site.species_index[c.species]
        clean, met = site.clean_air[n] / c.per_unit, air[n] / c.per_unit
        if (c.high > 0.0 and met - clean >= LEAVES * (c.high - clean)) or (
            c.low > 0.0 and clean - met >= LEAVES * (clean - c.low)
        ):
            return True
    return False
