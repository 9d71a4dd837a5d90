"""Transfer: what is being unloaded, who must stay by it, and the drivers who wait. Once a second."""

from scenarios.rules.ground import drivers
from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m


def attend(draft: Draft, rules: PressurisedRelease) -> None:
    """Nobody within reach of what is still being unloaded; drivers heed what they hear."""
    incident = rules.incident
    drivers.heed(draft, rules, incident.drivers)
    if not incident.transfer or water.open_share(draft, rules, incident.transfer) <= 0.0:
        return
    x, y = rules.centre_m
    near = (
        within_m(*position(p, draft.tick), x, y, incident.attend_m) for p in draft.people if p.state in ("fit", "hurt")
    )
    if not any(near):
        draft.fact("unloading_unattended")
