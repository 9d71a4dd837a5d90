"""Facts: what became true of people's conduct, held against the physics. Marks and vetoes read these."""

from scenarios.rules.ground.crew import ENGINE
from scenarios.rules.ground.meeting import Met
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.people.bodies import position, protected, within_m
from sim_core.world import Person

DANGER_LEL = 0.2
BY_HAND = ("operate", "plug", "carry", "measure", "watch")


def judge(draft: Draft, rules: PressurisedRelease, met: Met) -> None:
    """Once a second, on what the gas has reached."""
    if rules.incident.hot > 0.0:
        _poisonous(draft, rules, met)
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
    near_m = rules.incident.no_engine_m
    leaking = near_m > 0.0 and engine.engine and any(k.escapes for k in draft.hazard.leaks)
    if leaking and within_m(*position(engine, draft.tick), *rules.centre_m, near_m):
        draft.fact("engine_near_leak", by=engine.by)


def _poisonous(draft: Draft, rules: PressurisedRelease, met: Met) -> None:
    """The hot zone of a gas that poisons: who walked in and how dressed, and who works there without a partner."""
    hot = rules.incident.hot
    if any(f >= hot for f in met.crowds):
        draft.fact("gas_at_people")
    dressed = [_dressed(draft, rules, p) for p in draft.people]
    for i, (p, step) in enumerate(zip(draft.people, met.steps, strict=True)):
        if p.state not in ("fit", "hurt"):
            continue
        if step.walked and step.before < hot <= step.here and step.here >= step.behind and not dressed[i]:
            _came_bare(draft, p, rules.incident.entry_gear)
        if step.here >= hot and p.doing is not None and p.doing.act.kind in BY_HAND:
            mates = [q for q, ready in zip(draft.people, dressed, strict=True) if ready and q.seat != p.seat]
            if not any(_near(draft, p, q, rules.incident.mate_m) for q in mates):
                draft.fact("alone_in_hot_zone", seat=p.seat, by=p.doing.by)


def _dressed(draft: Draft, rules: PressurisedRelease, p: Person) -> bool:
    return protected(p, draft.tick) and all(item in p.worn for item in rules.incident.entry_gear)


def _near(draft: Draft, p: Person, q: Person, reach_m: float) -> bool:
    (x, y), (u, v) = position(p, draft.tick), position(q, draft.tick)
    return within_m(x, y, u, v, reach_m) and q.state in ("fit", "hurt")


def _came_bare(draft: Draft, p: Person, entry_gear: tuple[str, ...]) -> None:
    """Of own will, or sent so. A colleague whom the gas meets on his way is not to blame, nor who sent him. Who lacks
    nothing but the detector went by the nose."""
    sent = next((j.author for j in p.jobs if ("ppe", "none") in j.act.words), "")
    if p.colleague and not sent:
        return
    lacks = [item for item in entry_gear if item not in p.worn]
    name = "filter_in_hot_zone" if "filter" in p.worn and "scba" not in p.worn else "unprotected_entry"
    if lacks == ["portable"] and protected(p, draft.tick):
        name = "went_by_the_nose"
    draft.fact(name, seat=p.seat, by=sent)


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
