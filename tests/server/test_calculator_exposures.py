"""The models of exposure under the names of the contract: every case of fed_probit_tox.json that is theirs."""

from typing import Any

import pytest

from server.calculator import MODELS, ask
from server.calculator.asking import RefusedError


def answer(model: str, **given: Any) -> dict[str, Any]:
    outputs: dict[str, Any] = ask(MODELS[model], given)["outputs"]
    return outputs


# FDS 6, Verification/Species, FED_Device and FED_FIC (public domain).
FED = [
    ({"o2_fraction": 0.11842405, "rmv_l_min": 25, "cohb_pct": 30}, 0.065345083, 0.01),
    ({"o2_fraction": 0.20700008, "co_fraction": 0.000999611}, 0.061542664, 0.01),
    ({"o2_fraction": 0.09772709, "co_fraction": 0.00324186, "co2_fraction": 0.03430594}, 0.5994, 0.02),
    ({"o2_fraction": 0.09021848, "co_fraction": 0.00245582, "co2_fraction": 0.01918864, "no_fraction": 0.00013487,
      "hcn_fraction": 0.00026533}, 0.97403, 0.02),
]  # fmt: skip
IRRITANTS = {"NO2": 1.14e-6, "HCl": 6.833e-5, "HBr": 6.833e-5, "HF": 5.215e-5, "SO2": 7.19e-6, "acrolein": 2.7e-6,
             "HCHO": 1.349e-5}  # fmt: skip


@pytest.mark.parametrize(("given", "expected", "rel"), FED)
def test_fed(given: dict[str, float], expected: float, rel: float) -> None:
    told = answer("fed", duration_s=100, **given)
    assert told["fed"] == pytest.approx(expected, rel=rel) and told["fic"] == 0.0


@pytest.mark.parametrize("given", [
    {"irritants": IRRITANTS}, {f"{k.lower()}_fraction": v for k, v in IRRITANTS.items()}])  # fmt: skip
def test_irritants(given: dict[str, Any]) -> None:
    told = answer("fed", o2_fraction=0.209, duration_s=100, **given)
    assert told["fed"] == pytest.approx(0.0082584, rel=0.02)
    assert told["fic"] == pytest.approx(0.8574, rel=0.02)


def test_iso_increment() -> None:
    """cfast_gas_fed_increment."""
    told = answer("fed", co_fraction=13.7e-6, co2_fraction=0.000223, duration_s=1, method="iso_13571")
    assert told["fed"] == pytest.approx(6.56e-6, rel=0.03)


def test_heat() -> None:
    """By hand: 4.1e8 x 100^-3.61 = 24.7 min; 6.9 x 10^-1.56 = 0.190 min; both add up."""
    air = answer("heat_fed", air_temperature_k=373.15, duration_s=1482.0)["fed"]
    shone = answer("heat_fed", radiant_kw_m2=10.0, duration_s=11.4)["fed"]
    assert (air, shone) == pytest.approx((1.0, 1.0), rel=0.01)
    both = answer("heat_fed", air_temperature_k=373.15, radiant_kw_m2=10.0, duration_s=11.4)["fed"]
    assert both == pytest.approx(shone + air * 11.4 / 1482.0)


@pytest.mark.parametrize(("given", "expected", "within"), [
    ({"relation": "eisenberg", "thermal_dose_w43_s": 1.0e7}, 2.7823249, 1.0e-6),
    ({"relation": "tsao_perry", "thermal_dose_w43_s": 1.0e7}, 4.8823249, 1.0e-6),
    ({"relation": "overpressure_eisenberg", "overpressure_pa": 1.0e5}, 2.454315, 1.0e-4),
    ({"relation": "overpressure_hse", "overpressure_pa": 1.0e5}, 5.13, 1.0e-6),
    ({"relation": "tno_head", "overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4}, 12.2786003, 1.0e-4),
    ({"relation": "tno_collapse", "overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4}, 6.4917213, 1.0e-4),
    ({"relation": "withers_lees_chlorine", "concentration_ppm": 433, "duration_s": 600}, 5.0, 0.02),
])  # fmt: skip
def test_probits(given: dict[str, Any], expected: float, within: float) -> None:
    assert answer("probit", **given)["probit"] == pytest.approx(expected, abs=within)


def test_thermal_dose_and_its_half() -> None:
    told = answer("probit", relation="eisenberg", heat_flux_w_m2=5.0, duration_s=30.0)
    assert told["dose_w43_s"] == pytest.approx(256.496392, rel=1.0e-6)
    told = answer("probit", relation="eisenberg", heat_flux_w_m2=15796.170691, duration_s=60.0)
    assert told["probability"] == pytest.approx(0.5, abs=1.0e-4)
    told = answer("probit", relation="overpressure_eisenberg", overpressure_pa=144542.867547)
    assert told["probability"] == pytest.approx(0.5, abs=1.0e-4)


@pytest.mark.parametrize(("model", "given", "says"), [
    ("probit", {"relation": "eisenberg"}, "needs the input heat_flux_w_m2, duration_s"),
    ("probit", {"relation": "tno_head", "overpressure_pa": 1.0e5}, "impulse_pa_s"),
    ("probit", {"relation": "chlorine", "concentration_ppm": 1.0}, "duration_s"),
    ("probit", {"relation": "magic"}, "one of"),
    ("heat_fed", {"duration_s": 1.0}, "air_temperature_k or radiant_kw_m2"),
    ("fed", {"co_fraction": 0.5, "duration_s": 1.0}, "range"),
    ("fed", {"duration_s": 1.0, "irritants": {"PHOSGENE": 1e-6}}, "irritants are of"),
    ("fed", {"duration_s": 1.0, "irritants": 3}, "mapping"),
])  # fmt: skip
def test_what_cannot_be_is_refused(model: str, given: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        answer(model, **given)


def test_every_relation_answers() -> None:
    relations = next(i.words for i in MODELS["probit"].inputs if i.name == "relation")
    for relation in relations:
        told = answer(
            "probit", relation=relation, thermal_dose_w43_s=1.0e7, overpressure_pa=1.0e5, impulse_pa_s=1.0e3,
            concentration_ppm=500, duration_s=600,
        )  # fmt: skip
        assert 0.0 <= told["probability"] <= 1.0, relation


def test_a_person_in_a_pit() -> None:
    """OSHA: collapse in 5 min at 500 ppm of hydrogen sulfide; fit at the Chinese limit of some 7 ppm."""
    told = answer("person", h2s_fraction=500.0e-6, duration_s=[60, 400])
    assert told["condition"] == ["impaired", "down"] and told["cause"] == ["hydrogen_sulfide"] * 2
    assert told["down_s"][0] is None and told["down_s"][1] == pytest.approx(300.0, abs=30.0)
    assert answer("person", h2s_fraction=7.0e-6, duration_s=3600)["condition"] == "fit"
    assert answer("person", h2s_fraction=0.01, duration_s=3600)["dead_s"] < 600.0


def test_a_breathing_set() -> None:
    """By hand: 6.8 L x (300/1.1 - 55) bar / 1.01325 bar / 40 L/min = 36.5 min."""
    told = answer("breathing_set")
    assert told["to_reserve_s"] == pytest.approx(36.53 * 60.0, rel=1.0e-3) and told["use_l_min"] == 40.0
    assert answer("breathing_set", use_l_min=80.0)["to_empty_s"] == pytest.approx(told["to_empty_s"] / 2.0)
