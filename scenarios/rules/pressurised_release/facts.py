"""Facts: what became true of people's conduct, held against the physics. Marks and vetoes read these."""

from scenarios.rules.ground.crew import ENGINE
from scenarios.rules.ground.meeting import Met
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.people.bodies import protected

DANGER_LEL = 0.2


def judge(draft: Draft, rules: PressurisedRelease, met: Met) -> None:
    """Once a second, on what the gas has reached."""
    lfl = rules.incident.substance.lfl
    if lfl <= 0.0:
        return
    danger = DANGER_LEL * lfl
    if any(f >= danger for f in met.crowds):
        draft.fact("gas_at_people")
    _walked_in(draft, met, danger)
    engine = draft.vehicles[ENGINE]
    if engine.engine and met.vehicles[ENGINE] >= danger:
        draft.fact("engine_in_cloud", by=engine.by)


def _walked_in(draft: Draft, met: Met, danger: float) -> None:
    """Somebody walked from less into 20 %LEL and more, toward the gas, without a set or without antistatic clothes: of
    own will, or sent so."""
    for p, step in zip(draft.people, met.steps, strict=True):
        inward = step.walked and step.before < danger <= step.here and step.here >= step.behind
        bare = not protected(p, draft.tick)
        if inward and (bare or "antistatic" not in p.worn):
            sent = next((j.author for j in p.jobs if ("ppe", "none") in j.act.words), "")
            if not p.colleague or sent or not bare:
                draft.fact("unprotected_entry", seat=p.seat, by=sent)
