"""The models of what exposure does to people: smoke gases, heat, probits."""

from collections.abc import Mapping
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import breathing, fed, heat_dose, incapacitation, overpressure_harm, toxic_load
from sim_core.physics.incapacitation import DEAD, DOWN, Air, Body
from sim_core.text import Text

PRESSURE_ALONE = {
    "overpressure_eisenberg": overpressure_harm.eisenberg_probit,
    "overpressure_hse": overpressure_harm.hse_probit,
}
PRESSURE_AND_IMPULSE = {
    "tno_head": overpressure_harm.tno_head_probit,
    "tno_body": overpressure_harm.tno_body_probit,
    "tno_collapse": overpressure_harm.tno_collapse_probit,
}
RELATIONS = (*heat_dose.PROBITS, *PRESSURE_ALONE, *PRESSURE_AND_IMPULSE, "tno_lung", *toxic_load.PROBITS)
ALSO = {"FORMALDEHYDE": "HCHO", "CH2O": "HCHO", "C3H4O": "ACROLEIN", "HYDROGEN_CHLORIDE": "HCL",
        "HYDROGEN_BROMIDE": "HBR", "HYDROGEN_FLUORIDE": "HF", "SULFUR_DIOXIDE": "SO2", "NITROGEN_DIOXIDE": "NO2",
        "NITRIC_OXIDE": "NO", "HYDROGEN_CYANIDE": "HCN"}  # fmt: skip
TRACE = ("hcn", "no", "no2", "hcl", "hbr", "hf", "so2", "acrolein", "hcho")


def _traces(given: Mapping[str, Any]) -> dict[str, float]:
    """Fractions of trace gases by species, of the single inputs and of `irritants`."""
    found = {name.upper(): given[f"{name}_fraction"] for name in TRACE}
    irritants = given["irritants"]
    if not isinstance(irritants, Mapping):
        raise RefusedError("irritants 须为组分到分数的映射", "irritants must be a mapping of species to fractions")
    for word, value in irritants.items():
        name = word.upper().removesuffix("_FRACTION")
        name = ALSO.get(name, name)
        if name not in found or not 0.0 <= value <= 0.1:
            known = ", ".join(found)
            raise RefusedError(
                f"irritants 可用：{known}，分数 0 至 0.1", f"irritants are of {known}, fractions of 0 to 0.1"
            )
        found[name] = value
    return found


def _fed(**given: Any) -> Mapping[str, float]:
    t, traces = given["duration_s"], _traces(given)
    irritants = {name: traces[name] for name in fed.IRRITANTS}
    hindered = sum(fed.irritant_share(name, value) for name, value in irritants.items())
    if given["method"] == "iso_13571":
        whole = fed.iso_fed(given["co_fraction"], traces["HCN"], given["co2_fraction"], t)
        return {"fed": whole, "fic": hindered, "fed_co": whole, "fed_o2": 0.0, "fed_irritant": 0.0}
    nox = traces["NO"] + traces["NO2"]
    faster = fed.hyperventilation(given["co2_fraction"])
    co = fed.fed_co(given["co_fraction"], t, given["rmv_l_min"], given["cohb_pct"])
    lack = fed.fed_o2(given["o2_fraction"], t)
    dose = sum(fed.irritant_dose(name, value, t) for name, value in irritants.items())
    whole = fed.total_fed(co, fed.fed_hcn(traces["HCN"], nox, t), fed.fed_nox(nox, t), lack, dose, faster)
    return {"fed": whole, "fic": hindered, "fed_co": co * faster, "fed_o2": lack, "fed_irritant": dose}


def _heat_fed(
    air_temperature_k: float | None, radiant_kw_m2: float | None, duration_s: float, clothing: str, effect: str
) -> Mapping[str, float]:
    if air_temperature_k is None and radiant_kw_m2 is None:
        raise RefusedError("须给出 air_temperature_k 或 radiant_kw_m2", "give air_temperature_k or radiant_kw_m2")
    hot = heat_dose.hot_air_fed if clothing == "clothed" else heat_dose.hot_air_bare_fed
    shone = heat_dose.radiant_fed if effect == "burn" else heat_dose.radiant_pain_fed
    by_air = hot(air_temperature_k, duration_s) if air_temperature_k is not None else 0.0
    by_radiation = shone(radiant_kw_m2, duration_s) if radiant_kw_m2 is not None else 0.0
    return {"fed": by_air + by_radiation, "fed_air": by_air, "fed_radiant": by_radiation}


def _needed(relation: str, **values: float | None) -> list[float]:
    missing = [name for name, value in values.items() if value is None]
    if missing:
        names = ", ".join(missing)
        raise RefusedError(f"{relation} 缺少输入 {names}", f"{relation} needs the input {names}")
    return [value for value in values.values() if value is not None]


def _probit(
    relation: str, thermal_dose_w43_s: float | None, heat_flux_w_m2: float | None, overpressure_pa: float | None,
    impulse_pa_s: float | None, body_kg: float, concentration_ppm: float | None, duration_s: float | None,
) -> Mapping[str, float | None]:  # fmt: skip
    dose = thermal_dose_w43_s
    if relation in heat_dose.PROBITS:
        if dose is None:
            flux, seconds = _needed(relation, heat_flux_w_m2=heat_flux_w_m2, duration_s=duration_s)
            dose = heat_dose.thermal_dose_w43_s(flux, seconds)
        value = heat_dose.thermal_probit(relation, dose)
    elif relation in PRESSURE_ALONE:
        value = PRESSURE_ALONE[relation](*_needed(relation, overpressure_pa=overpressure_pa))
    elif relation in PRESSURE_AND_IMPULSE:
        both = _needed(relation, overpressure_pa=overpressure_pa, impulse_pa_s=impulse_pa_s)
        value = PRESSURE_AND_IMPULSE[relation](*both)
    elif relation == "tno_lung":
        both = _needed(relation, overpressure_pa=overpressure_pa, impulse_pa_s=impulse_pa_s)
        value = overpressure_harm.tno_lung_probit(both[0], both[1], body_kg)
    else:
        both = _needed(relation, concentration_ppm=concentration_ppm, duration_s=duration_s)
        value = toxic_load.toxic_probit(relation, *both)
    return {"probit": value, "probability": heat_dose.probability(value), "dose_w43_s": dose}


def _person(duration_s: float, rmv_l_min: float, **fractions: float) -> Mapping[str, Any]:
    body, fell_s, died_s = Body(), None, None
    air = Air(
        o2=fractions["o2_fraction"], co2=fractions["co2_fraction"], carbon_monoxide=fractions["co_fraction"],
        hydrogen_sulfide=fractions["h2s_fraction"], chlorine=fractions["cl2_fraction"],
        ammonia=fractions["nh3_fraction"], sulfur_dioxide=fractions["so2_fraction"],
        hydrogen_cyanide=fractions["hcn_fraction"], vapour=fractions["vapour_fraction"],
    )  # fmt: skip
    for second in range(1, int(duration_s) + 1):
        body = incapacitation.breathe(body, air, rmv_l_min, 1.0)
        fell_s = float(second) if fell_s is None and body.condition in (DOWN, DEAD) else fell_s
        if body.condition == DEAD:
            died_s = float(second)
            break
    return {"condition": body.condition, "cause": body.cause, "down_s": fell_s, "dead_s": died_s}


def _breathing_set(
    cylinder_litres: float, pressure_bar: float, reserve_bar: float, work: str, use_l_min: float | None
) -> Mapping[str, float]:
    use = breathing.WORK_L_MIN[work] if use_l_min is None else use_l_min
    return {
        "use_l_min": use,
        "to_reserve_s": breathing.air_left_s(cylinder_litres, pressure_bar, reserve_bar, use),
        "to_empty_s": breathing.air_left_s(cylinder_litres, pressure_bar, 0.0, use),
    }


MODELS = (
    Model(
        "fed",
        Text("烟气失能份额（FED）", "fractional effective dose of smoke gases"),
        (
            Input("o2_fraction", 0.209),
            Input("co_fraction", 0.0),
            Input("co2_fraction", 0.0),
            Input("duration_s", many=True),
            Input("rmv_l_min", 25.0),
            Input("cohb_pct", 30.0),
            *(Input(f"{name}_fraction", 0.0, limits=(0.0, 0.002 if name == "hcn" else 0.01)) for name in TRACE),
            Input("irritants", {}),
            Input("method", "purser", ("purser", "iso_13571")),
        ),
        ("fed", "fic", "fed_co", "fed_o2", "fed_irritant"),
        (fed.fed_co, fed.fed_o2, fed.hyperventilation, fed.fed_hcn, fed.fed_nox, fed.irritant_dose, fed.irritant_share,
         fed.total_fed, fed.iso_fed),
        _fed,
    ),
    Model(
        "heat_fed",
        Text("热失能份额", "fractional effective dose of heat"),
        (
            Input("air_temperature_k", None),
            Input("radiant_kw_m2", None),
            Input("duration_s", many=True),
            Input("clothing", "clothed", ("clothed", "bare")),
            Input("effect", "burn", ("burn", "pain")),
        ),
        ("fed", "fed_air", "fed_radiant"),
        (heat_dose.hot_air_fed, heat_dose.hot_air_bare_fed, heat_dose.radiant_fed, heat_dose.radiant_pain_fed),
        _heat_fed,
    ),
    Model(
        "probit",
        Text("伤害概率单位", "probit and probability of harm"),
        (
            Input("relation", words=RELATIONS),
            Input("thermal_dose_w43_s", None, many=True),
            Input("heat_flux_w_m2", None, many=True),
            Input("overpressure_pa", None, many=True),
            Input("impulse_pa_s", None, many=True),
            Input("body_kg", 70.0),
            Input("concentration_ppm", None, many=True),
            Input("duration_s", None, many=True),
        ),
        ("probit", "probability", "dose_w43_s"),
        (heat_dose.thermal_dose_w43_s, heat_dose.thermal_probit, heat_dose.probability,
         overpressure_harm.eisenberg_probit, overpressure_harm.hse_probit, overpressure_harm.tno_head_probit,
         overpressure_harm.tno_body_probit, overpressure_harm.tno_collapse_probit, overpressure_harm.tno_lung_probit,
         toxic_load.toxic_probit),
        _probit,
    ),
    Model(
        "person",
        Text("一人在混合气中的状态", "one person in a mixture of gases"),
        (
            Input("o2_fraction", 0.209, limits=(0.0, 1.0)),
            Input("co2_fraction", 0.0004, limits=(0.0, 0.5)),
            Input("co_fraction", 0.0, limits=(0.0, 0.1)),
            *(Input(f"{gas}_fraction", 0.0, limits=(0.0, 0.1)) for gas in ("h2s", "cl2", "nh3", "so2")),
            Input("hcn_fraction", 0.0, limits=(0.0, 0.002)),
            Input("vapour_fraction", 0.0, limits=(0.0, 1.0)),
            Input("rmv_l_min", 25.0),
            Input("duration_s", limits=(1.0, 14400.0), many=True),
        ),
        ("condition", "cause", "down_s", "dead_s"),
        (incapacitation.breathe, incapacitation.lethal_share, toxic_load.h2s_knock_down),
        _person,
    ),
    Model(
        "breathing_set",
        Text("空气呼吸器可用时间", "how long the air of a breathing set lasts"),
        (
            Input("cylinder_litres", 6.8, limits=(0.2, 20.0)),
            Input("pressure_bar", 300.0),
            Input("reserve_bar", breathing.WHISTLE_BAR),
            Input("work", "moderate", tuple(breathing.WORK_L_MIN)),
            Input("use_l_min", None),
        ),
        ("use_l_min", "to_reserve_s", "to_empty_s"),
        (breathing.air_left_s,),
        _breathing_set,
    ),
)  # fmt: skip
