"""Engines: vehicles of those beyond the fence, whose engines run until they are told, and the flash that meets them."""

from dataclasses import replace

from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics.flash_fire_zone import zone
from sim_core.world import TICKS_PER_S, OffSite

ACTS_S = 90.0  # from the call until doors are shut, engines off, or the road is closed: training assumption 训练假设
EMPTIES_S = 60.0  # until who was on the road has left it: training assumption 训练假设
ON_FOOT_S, DRIVING_S = 3.0, 12.0  # more for each who leaves a queue, walking and one lorry after the other 训练假设


def runs_s(o: OffSite) -> float:
    """How long after the call the last engine there runs."""
    return ACTS_S + (DRIVING_S * o.number if o.starts else 0.0)


def empty_s(rules: PressurisedRelease, o: OffSite) -> float:
    """How long after the call nobody is there any more, or all are indoors."""
    if o.stays:
        return ACTS_S
    on_foot = rules.incident.beyond[o.id].queues and not o.starts
    return EMPTIES_S + runs_s(o) + (ON_FOOT_S * o.number if on_foot else 0.0)


def since(draft: Draft, o: OffSite, seconds: float) -> bool:
    """Whether the call that warned them is so long ago."""
    return 0 <= o.warned_tick <= draft.tick - seconds * TICKS_PER_S


def lit_by_engines(draft: Draft, rules: PressurisedRelease) -> tuple[str, str] | None:
    """Which engines beyond the fence light the cloud now: half of LFL stands where they run."""
    for o in draft.hazard.offsite:
        burns = zone(o.met, rules.incident.substance.lfl)
        if burns and rules.incident.beyond[o.id].engines and not since(draft, o, runs_s(o)):
            return o.id, ""
    return None


def flash(draft: Draft, rules: PressurisedRelease) -> None:
    """The cloud burns: who is still outdoors where it stands beyond the fence is hurt."""
    after = []
    for o in draft.hazard.offsite:
        if zone(o.met, rules.incident.substance.lfl) and not since(draft, o, empty_s(rules, o)) and o.state != "hurt":
            draft.event("harm", subject=o.id, detail="hurt", value=float(o.number))
            draft.fact("offsite_flash", value=float(o.number))
            o = replace(o, state="hurt")
        after.append(o)
    draft.hazard = replace(draft.hazard, offsite=tuple(after))
