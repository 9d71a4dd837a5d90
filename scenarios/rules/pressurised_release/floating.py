"""Floating: a bell that floats on its gas, at the pressure of its weight, and the water that seals it. Once a second.

What the plant feeds and sends back lifts it, what is drawn off and leaks lets it sink. Where gas blows through, it
throws the water out; what is sent back blows harder. Made up with water, the seal holds again.
"""

from dataclasses import replace

from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft

PERIOD_S = 1.0
AMBIENT_PA = 101325.0


def float_bell(draft: Draft, rules: PressurisedRelease) -> None:
    """The bell and its seal a second later, and how much of the leak the seal leaves open."""
    bell, n = rules.incident.bell, rules.incident.tank
    if bell is None:
        return

    def stands(device: str) -> float:
        return water.open_share(draft, rules, device)

    v, full_kg = draft.hazard.vessels[n], rules.incident.bell_kg(rules.site.tanks[n])
    fed_kg = PERIOD_S * (bell.feed_kg_s * stands(bell.feed) + bell.back_kg_s * stands(bell.back))
    kg = min(v.liquid_kg + fed_kg, full_kg)
    least_kg = bell.least_share * full_kg
    if kg > least_kg:
        kg = max(kg - PERIOD_S * bell.draw_kg_s * stands(bell.draw), least_kg)
    floats = kg > bell.lands_share * full_kg
    if stands(bell.back) > 0.0:
        draft.fact("bell_raised", by=draft.devices[rules.site.device_index[bell.back]].by)
    begun = draft.tick >= draft.hazard.leaks[0].start_tick
    seal = draft.hazard.seal + PERIOD_S * stands(bell.make_up) / bell.fill_s
    if begun and floats and draft.hazard.seal < 1.0:
        seal -= PERIOD_S * (bell.harder if stands(bell.back) > 0.0 else 1.0) / bell.lose_s
    seal = min(max(seal, 0.0), 1.0)
    if seal >= 1.0 > draft.hazard.seal:
        draft.fact("seal_holds")
    vessels, leaks = list(draft.hazard.vessels), list(draft.hazard.leaks)
    vessels[n] = replace(v, liquid_kg=kg, gas_pa=AMBIENT_PA + (bell.over_pa if floats else 0.0))
    leaks[0] = replace(leaks[0], left=1.0 - seal)
    draft.hazard = replace(draft.hazard, vessels=tuple(vessels), leaks=tuple(leaks), seal=seal)
