"""What is known of a substance: limits of flammability and exposure, and properties at a temperature."""

from collections.abc import Mapping
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import properties
from sim_core.physics.properties import ExposureLimit, Properties
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.validity import Limits
from sim_core.text import Text

SAID = {
    "H2S": "hydrogen_sulfide", "CO": "carbon_monoxide", "CO2": "carbon_dioxide", "NH3": "ammonia", "Cl2": "chlorine",
    "SO2": "sulfur_dioxide", "H2": "hydrogen", "N2": "nitrogen", "O2": "oxygen", "CH4": "methane", "C2H4": "ethylene",
    "VCM": "vinyl_chloride", "LPG": "lpg", "LNG": "lng", "gasoline": "petrol", "kerosine": "kerosene",
    "natural gas": "methane", "crude oil": "crude",
    **{name: s.id for s in SUBSTANCES.values() for name in (s.id.replace("_", " "), *s.name) if name != s.id},
}  # fmt: skip
WORDS = (*SUBSTANCES, *SAID)
DURATIONS = {10.0: "10min", 30.0: "30min", 60.0: "60min", 240.0: "4h", 480.0: "8h"}
LEVELS = ("AEGL-1", "AEGL-2", "AEGL-3")
ELSEWHERE = ("IDLH", "AEGL", "ERPG")


def substance_of(word: str) -> Properties:
    """A substance by its id, or by a formula or common name of SAID. Raises KeyError."""
    return SUBSTANCES[SAID.get(word, word)]


def _first(substance: Properties, kind: str, minutes: float = 0.0) -> ExposureLimit | None:
    return next(iter(properties.limits_of(substance, kind, minutes)), None)


def _ppm(limit: ExposureLimit | None, substance: Properties) -> float | None:
    if limit is None:
        return None
    return limit.ppm or round(properties.share_ppm(limit.mg_m3, substance.kg_mol), 3)


def _told(limit: ExposureLimit, substance: Properties) -> dict[str, Any]:
    """One limit with where it comes from; ppm of a limit in mg/m3 is converted at 20 °C."""
    told: dict[str, Any] = {"kind": limit.kind, "minutes": limit.minutes or None, "ppm": _ppm(limit, substance)}
    told["mg_m3"] = limit.mg_m3 or None
    return {**told, **_whence(limit)}


def _whence(limit: ExposureLimit) -> dict[str, str]:
    return {"source": limit.source, "edition": limit.edition, "evidence": limit.evidence}


def _limits(substance: str) -> Mapping[str, Any]:
    s = substance_of(substance)
    aegl = {name: [_ppm(_first(s, level, minutes), s) for level in LEVELS] for minutes, name in DURATIONS.items()}
    known = any(x.kind in LEVELS for x in s.limits)
    erpg = [_ppm(_first(s, f"ERPG-{n}"), s) for n in (1, 2, 3)]
    idlh = _first(s, "IDLH")
    whence: dict[str, Any] = next((_whence(x) for x in properties.limits_of(s, "AEGL", 60.0)), {})
    sure = {n: x.evidence for m, n in DURATIONS.items() for x in properties.limits_of(s, "AEGL", m)}
    return {
        "LFL": s.lfl or None,
        "UFL": s.ufl or None,
        "LEL_ppm": round(1.0e6 * s.lfl, 3) or None,
        "UEL_ppm": round(1.0e6 * s.ufl, 3) or None,
        "flammability": {"flammable": s.lfl > 0.0, "source": s.lfl_source or None},
        "IDLH": _told(idlh, s) if idlh is not None else None,
        "IDLH_ppm": _ppm(idlh, s),
        "AEGL": {**aegl, **whence, "evidence": sure} if known else None,
        "AEGL_ppm": aegl if known else None,
        "AEGL_60min_ppm": aegl["60min"] if known else None,
        "ERPG_ppm": erpg if any(erpg) else None,
        "OEL": [_told(x, s) for x in s.limits if not x.kind.startswith(ELSEWHERE)],
    }


def _properties(substance: str, temperature_k: float, pressure_pa: float) -> Mapping[str, Any]:
    s = substance_of(substance)
    if temperature_k >= s.critical_k:
        raise RefusedError(
            f"{s.name.zh} 在 {temperature_k:g} K 高于临界温度 {s.critical_k:g} K，没有液体",
            f"{s.name.en} has no liquid at {temperature_k:g} K, above its critical {s.critical_k:g} K",
        )
    low, high = properties.VAPOUR_K
    fitted = low <= temperature_k <= high  # the vapour's heat capacity has a range of its own; beyond it: null
    return {
        "vapour_pressure_pa": properties.vapour_pressure_pa(s, temperature_k),
        "liquid_density_kg_m3": properties.liquid_density_kg_m3(s, temperature_k),
        "vapour_density_kg_m3": properties.vapour_density_kg_m3(s, temperature_k, pressure_pa),
        "latent_heat_j_kg": properties.latent_heat_j_kg(s, temperature_k),
        "liquid_heat_capacity_j_kg_k": properties.liquid_capacity_j_kg_k(s, temperature_k),
        "vapour_heat_capacity_j_kg_k": properties.vapour_capacity_j_kg_k(s, temperature_k) if fitted else None,
        "heat_capacity_ratio": properties.heat_capacity_ratio(s, temperature_k) if fitted else None,
        "molar_mass_kg_mol": s.kg_mol,
        "boiling_point_k": s.boiling_k,
        "critical_temperature_k": s.critical_k,
        "critical_pressure_pa": s.critical_pa,
        "diffusivity_m2_s": s.diffusivity_m2_s,
        "heat_of_combustion_j_kg": s.heat_of_combustion_j_kg,
    }


def _liquid_range(given: Mapping[str, Any]) -> Mapping[str, Limits]:
    return {"temperature_k": substance_of(given["substance"]).liquid_k}


MODELS = (
    Model(
        "limits",
        Text("可燃极限与接触限值（IDLH、AEGL、ERPG、职业接触限值）",
             "limits of flammability and exposure (IDLH, AEGL, ERPG, occupational)"),
        (Input("substance", words=WORDS),),
        ("LFL", "UFL", "LEL_ppm", "UEL_ppm", "flammability", "IDLH", "IDLH_ppm", "AEGL", "AEGL_ppm", "AEGL_60min_ppm",
         "ERPG_ppm", "OEL"),
        (properties.limits_of, properties.share_ppm),
        _limits,
    ),
    Model(
        "properties",
        Text("物性随温度的变化", "properties of a substance at a temperature"),
        (Input("substance", words=WORDS), Input("temperature_k", many=True), Input("pressure_pa", 101325.0)),
        ("vapour_pressure_pa", "liquid_density_kg_m3", "vapour_density_kg_m3", "latent_heat_j_kg",
         "liquid_heat_capacity_j_kg_k", "vapour_heat_capacity_j_kg_k", "heat_capacity_ratio", "molar_mass_kg_mol",
         "boiling_point_k", "critical_temperature_k", "critical_pressure_pa", "diffusivity_m2_s",
         "heat_of_combustion_j_kg"),
        (properties.vapour_pressure_pa, properties.liquid_density_kg_m3, properties.vapour_density_kg_m3,
         properties.latent_heat_j_kg, properties.liquid_capacity_j_kg_k),
        _properties,
        narrows=_liquid_range,
    ),
)  # fmt: skip
