"""Exploding: what the oxidiser does when nothing holds it any more, and what that does to people. Once a second."""

from dataclasses import replace

from scenarios.rules.ground.exposure import strike
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.physics import oxidiser, tnt
from sim_core.site import distance_m

NEAREST_M = 3.0


def watch(draft: Draft, rules: StoreFire) -> None:
    """The warning sign first, then what it warned of."""
    store = store_of(draft)
    if store.gone:
        return
    hottest = max(r.surface_k for r in store.rows if r.kind == "oxidiser")
    if hottest >= rules.incident.fumes_k and store.sign_tick < 0:
        draft.fact("warning_sign")
        store = replace(store, sign_tick=draft.tick)
        draft.hazard = replace(draft.hazard, store=store)
    if oxidiser.goes(hottest):
        _explode(draft, rules)


def charge_kg(draft: Draft, rules: StoreFire) -> float:
    """TNT of the same blast."""
    incident = rules.incident
    kg = sum(r.kg for r in store_of(draft).rows if r.kind == "oxidiser")
    return tnt.equivalent_kg(kg, incident.heat_j_kg, incident.share)


def _explode(draft: Draft, rules: StoreFire) -> None:
    charge, (x0, y0), reach = charge_kg(draft, rules), rules.centre_m, rules.incident.flame_m
    draft.fact("explosion", value=charge)
    draft.event("changed", subject=rules.site.bunds[rules.incident.rows[1]].id, detail="burst")

    def blast(x: float, y: float) -> tuple[float, float]:
        far = max(distance_m(x, y, x0, y0), NEAREST_M)
        scaled = draft.held(tnt.overpressure_pa, "scaled", tnt.scaled_m_kg13(charge, far))
        near = draft.held(tnt.impulse_pa_s, "scaled", scaled)
        return tnt.overpressure_pa(scaled), tnt.impulse_pa_s(near, charge)

    def zone(at: tuple[float, float]) -> str:
        return "burns" if within_m(*at, x0, y0, reach) else ""

    strike(
        draft, rules, [zone(position(p, draft.tick)) for p in draft.people],
        [zone(position(c, draft.tick)) for c in draft.crowds], blast,
    )  # fmt: skip
    draft.hazard = replace(
        draft.hazard, store=replace(store_of(draft), gone=True), ignited_tick=draft.tick
    )
