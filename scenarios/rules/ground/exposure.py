"""Exposure: what air, heat, flash and blast do to people: seats and crowds. One law for every incident."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position, protected
from sim_core.people.doing import perform
from sim_core.physics import flash_fire_zone, heat_dose, incapacitation, overpressure_harm
from sim_core.physics.breathing import filter_allowed
from sim_core.physics.incapacitation import DEAD, DOWN
from sim_core.site import CLEAN_AIR
from sim_core.world import UNHARMED, Air, CrowdState, Person

PERIOD_S = 1.0
AT_REST_L_MIN, AT_WORK_L_MIN = 12.0, 25.0  # ISO 13571:2012: 25 L/min in light work
FILTER_CLASS = 2
PURE_AIR = incapacitation.Air()
VAPOURS = (  # hydrocarbons and solvents that dull as petrol vapour does: training assumption 训练假设
    "petrol", "naphtha", "crude", "diesel", "propane", "butane", "lpg", "hexane", "heptane", "benzene", "toluene",
    "methanol", "vinyl_chloride",
)  # fmt: skip
GASES = ("carbon_monoxide", "hydrogen_sulfide", "chlorine", "ammonia", "sulfur_dioxide", "hydrogen_cyanide")
# One in a hundred has second-degree burns: -43.14 + 3.0186 ln V = 2.67, TNO Green Book CPR 16E, 1st ed. 1989, ch. 1.
HURT_DOSE = 3.9e6
DOWN_RISK = 0.5  # probability of death at which somebody falls: training assumption 训练假设
FIRE_SUIT_PASSES = 0.3  # share of the heat that reaches who is dressed for it: training assumption 训练假设
BLAST_HURTS_PA = 7000.0  # glass and ear drums (CCPS table of damage)

Floats = NDArray[np.float64]
Flux = Callable[[Floats], Floats]
Blast = Callable[[float, float], tuple[float, float]]


def breathe(draft: Draft, rules: Ground) -> None:
    """Everybody's second in the air that `hazard.air_*` says they meet; who carries a casualty shares its air."""
    hazard = draft.hazard
    for i, p in enumerate(draft.people):
        if p.state == "dead" or not hazard.air_people:
            continue
        air = PURE_AIR if protected(p, draft.tick) else _air(rules, p, hazard.air_people[i])
        if air is PURE_AIR and p.body == UNHARMED:
            continue
        rate_l_min = AT_WORK_L_MIN if p.until_tick or p.doing else AT_REST_L_MIN
        body = incapacitation.breathe(p.body, air, rate_l_min, PERIOD_S)
        if body != p.body:
            _felled(draft, rules, i, replace(p, body=body))
    for i, c in enumerate(draft.crowds):
        if c.number and hazard.air_crowds:
            _crowd_breathes(draft, rules, i, c, mixture(rules, hazard.air_crowds[i]))


def _air(rules: Ground, p: Person, met: Air) -> incapacitation.Air:
    """What gets through: a filter keeps gas out where oxygen and concentration allow it, and only there."""
    if met == rules.site.clean_air:
        return PURE_AIR
    if "filter" in p.worn:
        o2 = _share(rules, met, "oxygen")
        gas = max((_share(rules, met, g) for g in GASES if g != "carbon_monoxide"), default=0.0)
        if filter_allowed(o2, gas, FILTER_CLASS):
            return replace(PURE_AIR, o2=o2, carbon_monoxide=_share(rules, met, "carbon_monoxide"))
    return mixture(rules, met)


def _share(rules: Ground, met: Air, species: str) -> float:
    n = rules.site.species_index.get(species, -1)
    return met[n] if n >= 0 else CLEAN_AIR.get(species, 0.0)


def mixture(rules: Ground, met: Air) -> incapacitation.Air:
    """The air met, as the body's law names it. Where oxygen is no species of the site, what is there displaces it."""
    if met == rules.site.clean_air:
        return PURE_AIR
    strange = sum(f for s, f in zip(rules.site.air, met, strict=True) if s not in CLEAN_AIR)
    known = "oxygen" in rules.site.species_index
    o2 = _share(rules, met, "oxygen") if known else PURE_AIR.o2 * (1.0 - min(strange, 1.0))
    toxic = {g: _share(rules, met, g) for g in GASES if g in rules.site.species_index}
    vapour = sum(f for s, f in zip(rules.site.air, met, strict=True) if s in VAPOURS)
    return incapacitation.Air(o2=o2, co2=_share(rules, met, "carbon_dioxide"), vapour=vapour, **toxic)


def _felled(draft: Draft, rules: Ground, i: int, p: Person) -> None:
    """The state of a seat after its second: who falls lets go of everything; who comes round is hurt."""
    before, condition = draft.people[i].state, p.body.condition
    state = before
    if condition == DEAD:
        state = "dead"
    elif condition == DOWN:
        state = "down"
    elif before == "down" and draft.people[i].body.condition == DOWN:
        state = "hurt"
    if state in ("down", "dead") and before in ("fit", "hurt"):
        perform(draft, rules, i, Act("halt"))
        now = draft.people[i]
        draft.people[i] = replace(now, body=p.body, state=state)
    else:
        draft.people[i] = replace(p, state=state)
    if state != before:
        draft.event("harm", subject=p.seat, detail=state, value=1.0)


def _crowd_breathes(draft: Draft, rules: Ground, i: int, c: CrowdState, air: incapacitation.Air) -> None:
    if air is PURE_AIR and c.body == UNHARMED:
        return
    body = incapacitation.breathe(c.body, air, AT_WORK_L_MIN, PERIOD_S)
    if body.condition in (DOWN, DEAD):
        _crowd_hurt(draft, rules, i, replace(c, body=body))
    else:
        draft.crowds[i] = replace(c, body=body)


def _crowd_hurt(draft: Draft, rules: Ground, i: int, c: CrowdState) -> None:
    draft.event("harm", subject=rules.site.crowds[i].id, detail="hurt", value=float(c.number))
    draft.crowds[i] = replace(c, hurt=c.hurt + c.number, number=0)


def radiate(draft: Draft, rules: Ground, flux_w_m2: Flux) -> None:
    """A second of heat on everybody outdoors. flux_w_m2: points (k, 2) -> what arrives there (k,)."""
    points = [position(p, draft.tick) for p in draft.people]
    points += [position(c, draft.tick) for c in draft.crowds]
    arriving = flux_w_m2(np.array(points)).tolist()
    for i, p in enumerate(draft.people):
        if p.state not in ("fit", "hurt") or _inside(rules, p.place):
            continue
        flux = arriving[i] * (FIRE_SUIT_PASSES if "fire_suit" in p.worn else 1.0)
        dose = p.dose + heat_dose.thermal_dose_w43_s(flux, PERIOD_S)
        state = "down" if _heat_risk(dose) >= DOWN_RISK else "hurt" if dose >= HURT_DOSE else p.state
        if state != p.state:
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
        if state == "down":
            perform(draft, rules, i, Act("halt"))
        draft.people[i] = replace(draft.people[i], dose=dose, state=state)
    for i, c in enumerate(draft.crowds):
        if c.number == 0 or _inside(rules, c.place):
            continue
        dose = c.dose + heat_dose.thermal_dose_w43_s(arriving[len(draft.people) + i], PERIOD_S)
        if dose >= HURT_DOSE:
            _crowd_hurt(draft, rules, i, replace(c, dose=dose))
        else:
            draft.crowds[i] = replace(c, dose=dose)


def _inside(rules: Ground, place: str) -> bool:
    return bool(place) and (rules.site.place[place].indoors or bool(rules.site.place[place].zone))


def _heat_risk(dose: float) -> float:
    return heat_dose.probability(heat_dose.thermal_probit("tno", dose)) if dose > 1.0 else 0.0


def strike(draft: Draft, rules: Ground, people: Sequence[str], crowds: Sequence[str], blast: Blast) -> None:
    """The moment that a cloud burns. people, crowds: zone of the flash that each stands in (`flash_fire_zone.zone`);
    blast(x, y): overpressure and impulse there, Pa and Pa s."""
    for i, p in enumerate(draft.people):
        chance = rules.chance.uniform("strike.people", i, draft.tick)
        state = _struck(people[i], "fire_suit" in p.worn, blast(*position(p, draft.tick)), chance)
        if state and p.state != "dead" and not (state == "hurt" and p.state == "down"):
            perform(draft, rules, i, Act("halt"))
            draft.people[i] = replace(draft.people[i], state=state)
            draft.event("harm", subject=p.seat, detail=state, value=1.0)
    for i, c in enumerate(draft.crowds):
        chance = rules.chance.uniform("strike.crowds", i, draft.tick)
        if c.number and _struck(crowds[i], False, blast(*position(c, draft.tick)), chance):
            _crowd_hurt(draft, rules, i, c)


def _struck(zone: str, fire_suit: bool, blast: tuple[float, float], chance: float) -> str:
    """dead, hurt or "" for someone in this zone and blast. chance: 0..1."""
    pressure_pa, impulse_pa_s = blast
    survives = 1.0 - flash_fire_zone.death(zone, fire_suit)
    if pressure_pa > 1.0:
        survives *= 1.0 - heat_dose.probability(overpressure_harm.hse_probit(pressure_pa))
        survives *= 1.0 - heat_dose.probability(
            overpressure_harm.tno_head_probit(pressure_pa, max(impulse_pa_s, 0.1))
        )
    if chance >= survives:
        return "dead"
    return "hurt" if zone or pressure_pa >= BLAST_HURTS_PA else ""
