"""Facts: what became true of people's conduct, held against the physics. Marks and vetoes read these."""

from typing import NamedTuple

from scenarios.rules.liquid_release.crew import ENGINE
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.people.bodies import protected
from sim_core.physics import pool
from sim_core.plant.devices import opening
from sim_core.world import TICKS_PER_S

DANGER_LEL = 20.0
RESET_GRACE_S = 120


class Step(NamedTuple):
    """Where a person came from in this second. before_lel: vapour met a second ago; behind_lel: vapour now at the
    spot of a second ago; walked: whether there was a step at all."""

    before_lel: float
    behind_lel: float
    walked: bool


def judge(draft: Draft, rules: LiquidRelease, steps: list[Step], vehicles_lel: list[float]) -> None:
    """Once a second. steps: of each person; vehicles_lel: vapour at each vehicle."""
    if max(draft.hazard.lel_gauges) >= DANGER_LEL:
        draft.fact("gas_out")
    _walked_in(draft, steps)
    engine = draft.vehicles[ENGINE]
    if engine.engine and vehicles_lel[ENGINE] >= DANGER_LEL:
        draft.fact("engine_in_cloud", by=engine.by)
    _kept_filling(draft, rules)
    _drained(draft, rules)
    for n, bund in enumerate(rules.site.bunds):
        if pool.depth_m(rules.incident.substance, draft.hazard.pools[n]) >= bund.wall_m:
            draft.fact("bund_overfull")


def _walked_in(draft: Draft, steps: list[Step]) -> None:
    """Somebody walked, unprotected, from less into 20 %LEL and more, toward the vapour and not away from it: of own
    will, or sent so without a set."""
    for i, p in enumerate(draft.people):
        step, here = steps[i], draft.hazard.lel_people[i]
        inward = step.walked and step.before_lel < DANGER_LEL <= here and here >= step.behind_lel
        if inward and not protected(p, draft.tick):
            sent = next((j.author for j in p.jobs if ("ppe", "none") in j.act.words), "")
            if not p.colleague or sent:
                draft.fact("unprotected_entry", seat=p.seat, by=sent)


def _kept_filling(draft: Draft, rules: LiquidRelease) -> None:
    """Alarms were reset, and two minutes later liquid still runs into the tank."""
    reset = draft.command.reset_tick
    late = reset >= 0 and draft.tick - reset >= RESET_GRACE_S * TICKS_PER_S
    if late and draft.tanks[rules.incident.tank].inflow_kg_s > 0.0:
        draft.fact("filling_after_reset", by=draft.command.reset_by)


def _drained(draft: Draft, rules: LiquidRelease) -> None:
    """A bund drain stands open while the storm-water outfall is open too: it runs off the site."""
    outfall = draft.devices[rules.site.device_index[rules.incident.outfall]]
    if opening(outfall, draft.tick) == 0.0:
        return
    for i, device in enumerate(rules.site.devices):
        if device.kind == "drain_valve" and opening(draft.devices[i], draft.tick) > 0.0:
            draft.fact("dike_drain_opened", by=draft.devices[i].by)
