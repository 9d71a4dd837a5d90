"""Facts: what became true of people's conduct, held against the physics. Marks and vetoes read these."""

from scenarios.rules.ground.crew import ENGINE
from scenarios.rules.ground.meeting import Met
from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.people.bodies import protected
from sim_core.physics import spreading
from sim_core.plant.devices import opening
from sim_core.world import TICKS_PER_S

DANGER_LEL = 20.0
RESET_GRACE_S = 120


def judge(draft: Draft, rules: LiquidRelease, met: Met) -> None:
    """Once a second, on what the vapour has reached."""
    danger = 0.01 * DANGER_LEL * rules.incident.substance.lfl
    if max(draft.hazard.met_gauges) >= DANGER_LEL:
        draft.fact("gas_out")
    _walked_in(draft, met, danger)
    for sent, there in zip(draft.vehicles[ENGINE:], met.vehicles[ENGINE:], strict=True):
        if sent.engine and there >= danger:
            draft.fact("engine_in_cloud", by=sent.by)
    _kept_filling(draft, rules)
    _drained(draft, rules)
    for n, bund in enumerate(rules.site.bunds):
        if spreading.depth_m(rules.incident.substance, draft.hazard.pools[n]) >= bund.wall_m:
            draft.fact("bund_overfull")


def _walked_in(draft: Draft, met: Met, danger: float) -> None:
    """Somebody walked, unprotected, from less into 20 %LEL and more, toward the vapour and not away from it: of own
    will, or sent so without a set."""
    for p, step in zip(draft.people, met.steps, strict=True):
        inward = step.walked and step.before < danger <= step.here and step.here >= step.behind
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
    """Somebody has opened a bund drain while the storm-water outfall is open too: it runs off the site. One that was
    left open before the drill is nobody's deed here."""
    outfall = draft.devices[rules.site.device_index[rules.incident.outfall]]
    if opening(outfall, draft.tick) == 0.0:
        return
    for i, device in enumerate(rules.site.devices):
        state = draft.devices[i]
        if device.kind == "drain_valve" and state.by and state.wanted == "open" and opening(state, draft.tick) > 0.0:
            draft.fact("dike_drain_opened", by=state.by)
