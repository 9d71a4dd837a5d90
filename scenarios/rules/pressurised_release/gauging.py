"""Gauging: what the panel shows of vessels and water. A feedback that lies shows what was commanded."""

from collections.abc import Mapping

from scenarios.rules.ground import instruments
from scenarios.rules.ground.instruments import Reading
from scenarios.rules.pressurised_release import water
from scenarios.rules.pressurised_release.leaking import AMBIENT_PA, pressure_pa
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.plant.devices import FULL
from sim_core.site import Instrument

MAIN_MPA, SLACK_MPA = 1.0, 0.05
NOISE = {"level": 0.003, "pressure": 0.002, "temperature": 0.1, "weight": 0.05}
ICE_K = 273.15


def level(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """Level in a vessel; of absorber and bath the share of their liquid that still binds, per cent."""
    absorber = draft.hazard.absorber
    if absorber is not None and n.subject == rules.incident.absorber:
        return 100.0 * absorber.reagent_kg / rules.incident.reagent_full_kg
    bath = draft.hazard.bath
    if bath is not None and n.subject == rules.incident.bath_valve:
        return 100.0 * bath.reagent_kg / rules.incident.bath_full_kg
    return draft.tanks[rules.site.tank_index[n.subject]].level_m + NOISE["level"] * noise


def weight(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """What the scale below a vessel shows of its content, kg."""
    return draft.hazard.vessels[rules.site.tank_index[n.subject]].liquid_kg + NOISE["weight"] * noise


def pressure(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """MPa over ambient of a vessel; of anything else that of the fire-water main."""
    k = rules.site.tank_index.get(n.subject, -1)
    if k < 0:
        main = max(MAIN_MPA * water.head(draft, rules), SLACK_MPA)
        return main + NOISE["pressure"] * noise
    v = draft.hazard.vessels[k]
    if v.state == "burst":
        return 0.0
    return 1.0e-6 * (pressure_pa(rules.incident.substance, v) - AMBIENT_PA) + NOISE["pressure"] * noise


def temperature(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """Degrees of the shell of a vessel."""
    return draft.hazard.vessels[rules.site.tank_index[n.subject]].wall_k - ICE_K + NOISE["temperature"] * noise


def flow(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """What goes to the flare, kg/s."""
    flare = draft.hazard.flare
    return flare.now_kg_s if flare is not None else 0.0


def interface(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """Per cent of its water that the seal of a gasholder has."""
    return 100.0 * draft.hazard.seal


def position(draft: Draft, rules: PressurisedRelease, i: int, n: Instrument, noise: float) -> float:
    """How far open a valve is; one that lies shows its command at once."""
    if draft.gauges[i].fault == "lies":
        return 100.0 * FULL[draft.devices[rules.site.device_index[n.subject]].wanted]
    return instruments.position_percent(draft, rules, i, n, noise)


OF_VESSELS: Mapping[str, Reading] = {
    **instruments.READINGS,
    "level": level,  # type: ignore[dict-item]  # a rule module's readings are only ever asked with its own rules
    "weight": weight,  # type: ignore[dict-item]
    "pressure": pressure,  # type: ignore[dict-item]
    "temperature": temperature,  # type: ignore[dict-item]
    "flow": flow,  # type: ignore[dict-item]
    "interface": interface,  # type: ignore[dict-item]
    "position": position,  # type: ignore[dict-item]
}
