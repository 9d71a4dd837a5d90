"""The models `limits` and `properties` through the calculator's door, with the cases of the public tables."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask
from sim_core.physics.substances import SUBSTANCES

# H2S: PMC5777517 table 3 (NRC 2010, NIOSH, OSHA, ACGIH).
H2S_AEGL = {
    "10min": [0.75, 41, 76], "30min": [0.6, 32, 59], "60min": [0.51, 27, 50], "4h": [0.36, 20, 37], "8h": [0.33, 17, 31]
}  # fmt: skip
H2S_OEL = {"REL-C": 10, "PEL-C": 20, "PEL-peak": 50, "TLV-TWA": 1, "TLV-STEL": 5}
# IDLH, AEGL 60 min, LEL, UEL in ppm: pyeldqm 0.1.3, table of chemicals after ALOHA.
TABLE: dict[str, tuple[float | None, list[float | None] | None, float | None, float | None]] = {
    "hydrogen sulfide": (100, [0.51, 27, 50], 40000, 440000),
    "carbon_monoxide": (1200, [None, 83, 330], 125000, 742000),
    "ammonia": (300, [30, 160, 1100], 150000, 280000),
    "benzene": (500, [52, 800, 4000], 12000, 80000),
    "toluene": (500, [67, 560, 3700], 11000, 71000),
    "propane": (2100, [5500, 17000, 33000], 21000, 95000),
    "acrylonitrile": (85, [None, 1.7, 28], 30500, 170000),
    "chlorine": (10, [0.5, 2, 20], None, None),
    "sulfur_dioxide": (100, [0.2, 0.75, 30], None, None),
    "vinyl_chloride": (None, [250, 1200, 4800], 36000, 330000),
    "hexane": (1100, [None, 2900, 8600], 12000, 72000),
    "carbon_dioxide": (40000, None, None, None),
    "methane": (None, None, 50000, 150000),
    "hydrogen": (None, None, 40000, 750000),
}


def limits(substance: str) -> dict[str, Any]:
    found: dict[str, Any] = ask(MODELS["limits"], {"substance": substance})["outputs"]
    return found


@pytest.mark.parametrize("name", ["H2S", "hydrogen_sulfide", "hydrogen sulfide", "硫化氢"])
def test_hydrogen_sulfide_in_full(name: str) -> None:
    found = limits(name)
    assert found["AEGL_ppm"] == H2S_AEGL
    assert {k: v for k, v in found["AEGL"].items() if k in H2S_AEGL} == H2S_AEGL
    assert found["IDLH_ppm"] == found["IDLH"]["ppm"] == 100
    assert found["ERPG_ppm"] == [0.1, 30, 100]
    assert {x["kind"]: x["ppm"] for x in found["OEL"] if x["kind"] in H2S_OEL} == H2S_OEL
    assert (found["LFL"], found["UFL"]) == (0.04, 0.44)


@pytest.mark.parametrize("name", TABLE)
def test_the_table(name: str) -> None:
    idlh, aegl, lel, uel = TABLE[name]
    found = limits(name)
    assert (found["IDLH_ppm"], found["AEGL_60min_ppm"]) == (idlh, aegl)
    assert (found["LEL_ppm"], found["UEL_ppm"]) == (lel, uel)
    assert found["LFL"] == (None if lel is None else pytest.approx(lel / 1e6, rel=1e-9))


def test_chinese_limits_with_their_editions() -> None:
    """GBZ 2.1-2019, and benzene by its amendment 1; 10 mg/m3 of H2S are about 7 ppm."""
    (mac,) = [x for x in limits("H2S")["OEL"] if x["source"] == "GBZ 2.1"]
    assert (mac["kind"], mac["mg_m3"], mac["edition"]) == ("MAC", 10.0, "2019")
    assert mac["ppm"] == pytest.approx(7.06, abs=0.01)
    benzene = {(x["edition"], x["kind"]): x["mg_m3"] for x in limits("benzene")["OEL"] if x["source"] == "GBZ 2.1"}
    assert benzene[("2019", "PC-TWA")] == 6.0
    assert benzene[("2019 amendment 1 (2022)", "PC-TWA")] == 3.0


@pytest.mark.parametrize("name", SUBSTANCES)
def test_every_number_has_source_edition_and_evidence(name: str) -> None:
    found = limits(name)
    said = [*found["OEL"], *([found["IDLH"]] if found["IDLH"] is not None else [])]
    assert all(x["source"] and x["edition"] and x["evidence"] in ("R", "R2", "B") for x in said)
    if found["AEGL"] is not None:
        assert found["AEGL"]["source"] and found["AEGL"]["edition"]
        assert set(found["AEGL"]["evidence"]) == set(H2S_AEGL)
        assert set(found["AEGL"]["evidence"].values()) <= {"R", "R2", "B"}
    assert (found["LFL"] is None) == (found["flammability"]["source"] is None)


# Values that handbooks print, rounded; from general knowledge (the book was not open), so to be confirmed.
@pytest.mark.parametrize(
    ("substance", "temperature_k", "output", "expected", "rel"),
    [
        ("benzene", 293.15, "vapour_pressure_pa", 10.03e3, 0.01),
        ("benzene", 293.15, "liquid_density_kg_m3", 878.9, 0.01),
        ("toluene", 298.15, "vapour_pressure_pa", 3.79e3, 0.01),
        ("methanol", 298.15, "vapour_pressure_pa", 16.9e3, 0.01),
        ("methanol", 298.15, "liquid_density_kg_m3", 786.6, 0.01),
        ("methanol", 337.8, "latent_heat_j_kg", 1.100e6, 0.02),
        ("water", 298.15, "vapour_pressure_pa", 3169.9, 0.01),
        ("water", 373.15, "latent_heat_j_kg", 2.257e6, 0.02),
        ("water", 298.15, "liquid_heat_capacity_j_kg_k", 4181.0, 0.02),
        ("ammonia", 239.8, "latent_heat_j_kg", 1.370e6, 0.02),
        ("ammonia", 293.15, "vapour_pressure_pa", 857e3, 0.01),
        ("chlorine", 293.15, "vapour_pressure_pa", 673e3, 0.02),
        ("propane", 293.15, "vapour_pressure_pa", 836e3, 0.01),
        ("butane", 293.15, "vapour_pressure_pa", 208e3, 0.01),
        ("methane", 111.67, "latent_heat_j_kg", 510e3, 0.02),
        ("lng", 111.67, "liquid_density_kg_m3", 422.4, 0.01),
        ("propane", 298.15, "heat_capacity_ratio", 1.13, 0.01),
        ("methane", 170.0, "heat_capacity_ratio", 1.33, 0.02),
    ],
)
def test_properties_of_the_handbooks(
    substance: str, temperature_k: float, output: str, expected: float, rel: float
) -> None:
    answer = ask(MODELS["properties"], {"substance": substance, "temperature_k": temperature_k})
    assert answer["outputs"][output] == pytest.approx(expected, rel=rel)
    assert not answer["extrapolated"]


def test_properties_of_petrol_are_those_of_winter_petrol() -> None:
    """AP-42 table 7.1-2 has 5.2 psia of RVP 10 and 6.9 psia of RVP 13 at 60 °F: 6.3 between them at RVP 12."""
    found = ask(MODELS["properties"], {"substance": "gasoline", "temperature_k": 288.71})["outputs"]
    assert found["vapour_pressure_pa"] == pytest.approx(6.33 * 6894.8, rel=0.03)
    assert found["liquid_density_kg_m3"] == pytest.approx(742.0, rel=0.01)


# AP-42 table 7.1-2, distillate fuel oil no. 2, psia at 70 and 100 °F.
@pytest.mark.parametrize(("temperature_k", "psia"), [(294.26, 0.0090), (310.93, 0.022)])
def test_diesel_as_the_table_of_petroleum_liquids(temperature_k: float, psia: float) -> None:
    found = ask(MODELS["properties"], {"substance": "diesel", "temperature_k": temperature_k})["outputs"]
    assert found["vapour_pressure_pa"] == pytest.approx(psia * 6894.8, rel=0.05)


def test_each_substance_has_its_own_range() -> None:
    model = MODELS["properties"]
    with pytest.raises(RefusedError, match="temperature_k = 200 lies outside its range, 281 to 505 K"):
        ask(model, {"substance": "benzene", "temperature_k": 200.0})
    assert ask(model, {"substance": "propane", "temperature_k": 200.0})["range"]["temperature_k"] == [197.0, 332.0]
    beyond = {"substance": "benzene", "temperature_k": 270.0, "allow_extrapolation": True}
    assert ask(model, beyond)["extrapolated"] is True
    with pytest.raises(RefusedError, match="no liquid"):
        ask(model, {"substance": "methane", "temperature_k": 200.0, "allow_extrapolation": True})


@pytest.mark.parametrize(("substance", "temperature_k"), [("nitrogen", 77.4), ("water", 500.0)])
def test_a_heat_capacity_of_vapour_beyond_its_fit_is_not_told(substance: str, temperature_k: float) -> None:
    found = ask(MODELS["properties"], {"substance": substance, "temperature_k": temperature_k})["outputs"]
    assert found["vapour_heat_capacity_j_kg_k"] is None
    assert found["heat_capacity_ratio"] is None
    assert found["latent_heat_j_kg"] > 0.0


def test_lists_give_lists() -> None:
    found = ask(MODELS["properties"], {"substance": "benzene", "temperature_k": [290.0, 300.0]})["outputs"]
    low, high = found["vapour_pressure_pa"]
    assert low < high


def test_an_unknown_substance_is_refused() -> None:
    with pytest.raises(RefusedError, match="must be one of"):
        ask(MODELS["limits"], {"substance": "phlogiston"})
