"""The crew's own acts at such an incident: plug, spray, put out. The engine is the ground's."""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.site import distance_m
from sim_core.world import DeviceState


def plug(draft: Draft, rules: PressurisedRelease, i: int, act: Act, by: str) -> None:
    """A clamp is set on a leak. A large hole is not closed at once: what is left takes another. value: share left."""
    seat, incident = draft.people[i].seat, rules.incident
    leaks = list(draft.hazard.leaks)
    n = next((n for n, k in enumerate(leaks) if k.id == act.target), -1)
    left = 0.0
    if n >= 0:
        k = leaks[n]
        wide = k.hole_m * k.hole_m * k.left > incident.plug_most_m * incident.plug_most_m
        left = k.left * incident.plug_leaves if wide else 0.0
        leaks[n] = replace(k, left=left)
        draft.hazard = replace(draft.hazard, leaks=tuple(leaks))
    draft.event("did", seat=seat, act="plug", subject=act.target, value=left, by=by)


def spray(draft: Draft, rules: PressurisedRelease, i: int, act: Act, by: str) -> None:
    """A monitor gives fog or a solid jet, or is shut. A solid jet on boiling liquid, or one that blows out a flame."""
    seat, detail = draft.people[i].seat, act.detail or "fog"
    n = rules.site.device_index[act.target]
    state = "closed" if detail == "stop" else detail
    draft.devices[n] = DeviceState(
        state, 0.0 if state == "closed" else 1.0, draft.tick, wanted=state, by=by or seat
    )
    draft.event("did", seat=seat, act="spray", subject=act.target, detail=detail, by=by)
    works = water.flows(draft, rules) and water.reaches(draft, rules, rules.site.devices[n].place)
    if state != "closed" and _at_an_end(draft, rules, rules.site.devices[n].place):
        draft.fact("manned_at_end", seat=seat, by=by)
    if state != "jet" or not works:
        return
    if rules.incident.no_water:
        wet = draft.hazard.pools[rules.incident.bund].mass_kg > 0.0
        if wet or any(k.escapes for k in draft.hazard.leaks):
            draft.fact("water_on_leak", seat=seat, by=by)
    elif any(k.burning_s >= 0.0 for k in draft.hazard.leaks):
        _put_out(draft, rules, by or seat)
    elif draft.hazard.pools[rules.incident.bund].mass_kg > 0.0:
        draft.fact("solid_jet_on_pool", seat=seat, by=by)


def _at_an_end(draft: Draft, rules: PressurisedRelease, place: str) -> bool:
    """Whether a monitor stands before an end of the cylinder in the fire: that way its pieces fly."""
    cosine, (x, y), here = rules.incident.end_cosine, rules.centre_m, rules.site.place[place]
    if cosine <= 0.0 or draft.hazard.ignited_tick < 0:
        return False
    return abs(here.y_m - y) >= cosine * distance_m(here.x_m, here.y_m, x, y)


def extinguish(draft: Draft, rules: PressurisedRelease, i: int, act: Act, by: str) -> None:
    """The flame at a leak is put out; what escapes there no longer burns."""
    seat = draft.people[i].seat
    _put_out(draft, rules, by or seat)
    draft.event("did", seat=seat, act="extinguish", subject=act.target, by=by)


def _put_out(draft: Draft, rules: PressurisedRelease, by: str) -> None:
    """No flame any more at leaks and pool. Where gas still escapes, the cloud forms again."""
    hazard = draft.hazard
    if any(k.burning_s >= 0.0 and k.flow_kg_s > 0.0 for k in hazard.leaks):
        draft.fact("put_out_leaking", by=by)
    leaks = tuple(replace(k, burning_s=-1.0) for k in hazard.leaks)
    fires = list(hazard.fires_kw)
    fires[rules.incident.bund] = 0.0
    draft.hazard = replace(hazard, leaks=leaks, fires_kw=tuple(fires))
    draft.fact("fire_out")
