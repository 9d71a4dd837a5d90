"""Facts: conduct held against the store, once a second. Marks and vetoes read these."""

from scenarios.rules.ground.crew import ENGINE
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.draft import Draft
from sim_core.world import TICKS_PER_S


def judge(draft: Draft, rules: StoreFire) -> None:
    """Who is near while the goods are unknown; who still is once the sign has stood for so long."""
    incident, store = rules.incident, store_of(draft)
    if store.gone:
        return
    if not store.known:
        for p in draft.people:
            if p.state in ("fit", "hurt") and rules.near(draft, p, incident.hot_m):
                draft.fact("entered_unknown", seat=p.seat, by=next((j.author for j in p.jobs if j.author), ""))
        for v in draft.vehicles[ENGINE:]:
            if v.by and rules.near(draft, v, incident.hot_m):
                draft.fact("entered_unknown", by=v.by)
    since = draft.tick - store.sign_tick
    if store.sign_tick >= 0 and since >= incident.clear_s * TICKS_PER_S:
        for p in draft.people:
            if p.state in ("fit", "hurt") and rules.near(draft, p, incident.retreat_m):
                draft.fact("crew_inside", seat=p.seat, by=next((j.author for j in p.jobs if j.author), ""))
