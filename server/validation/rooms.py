"""Rooms: oxygen in a closed or ventilated room with a burner, against the LLNL tests and CFAST."""

from typing import Any

from server.validation.cohort import Case, Cohort, Rival
from server.validation.data import measured, peer
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.text import Text

AIR_KG_MOL = 0.02897
METHANE_KW_S_G = 50.0
CO2_OF_AIR = 0.0004
SET_UPS = {
    "as NIST": Text("CFAST 8，NIST 的设置", "CFAST 8, set up as by NIST"),
    "mass matched": Text("CFAST 8，按实测质量流量抽风", "CFAST 8, the fan's mass as measured"),
}


def enclosure_o2() -> Cohort:
    """Oxygen read dry."""
    data = measured("enclosure")
    tests = data["test"]
    cases = tuple(
        Case(t["name"], _room(data, t, ("leakage_m2", "inlet_m2")), tuple(map(float, t["time_s"])), tuple(t["o2"]))
        for t in tests
    )
    kept = peer("cfast")["o2"]
    return Cohort(
        name="enclosure_o2",
        title=Text("LLNL 密闭间：燃烧时的氧（干基）", "LLNL enclosure: oxygen with a burner, dry"),
        model="enclosure",
        output="o2_fraction",
        quantity=Text("氧体积分数（干基）", "volume fraction of oxygen, dry"),
        unit="1",
        axis=Text("时间", "time"),
        axis_unit="s",
        cases=cases,
        floor=0.001,
        floor_says=Text("0.1 %，远低于所有读数", "0.1 %, far below every reading"),
        source=f"{data['source']}; {data['geometry']}",
        tolerance=0.05,
        plot="course",
        rivals=(
            Rival("leakage as measured",
                  Text("同一模型，只按实测缝隙漏风", "the same model with the measured cracks alone"),
                  "enclosure, leakage_area_m2 of 33 cm²", "enclosure", "o2_fraction",
                  tuple(_room(data, t, ("leakage_m2",)) for t in tests), (1.0,) * len(tests)),
            Rival("average walls",
                  Text("同一模型，未给出漏风（按一般外墙）", "the same model, no leakage given: as of average walls"),
                  "enclosure without leakage_area_m2", "enclosure", "o2_fraction",
                  tuple(_untold(_room(data, t, ())) for t in tests), (1.0,) * len(tests)),
            Rival("closed", Text("同一模型，无风机者按密闭", "the same model, closed where there is no fan"),
                  "enclosure, leakage_area_m2 of 0", "enclosure", "o2_fraction",
                  tuple(_room(data, t, ()) for t in tests), (1.0,) * len(tests)),
            *(
                Rival(f"CFAST, {key}", words, "server/validation/peers/cfast.json",
                      kept=tuple(x for t in tests for x in kept[key][t["name"]]))
                for key, words in SET_UPS.items()
            ),
        ),
    )  # fmt: skip


def _room(data: dict[str, Any], test: dict[str, Any], open_: tuple[str, ...]) -> dict[str, Any]:
    """The inputs of `enclosure`; open_: what lets air through in the tests without a fan, by its names in the data."""
    outside_k = test["outside_c"] + 273.15
    fan = test["exhaust_g_s"] > 0.0
    molar_m3 = GAS_CONSTANT * outside_k / data["pressure_pa"]
    return {
        "volume_m3": data["volume_m3"],
        "inflow_m3_s": 1.0e-3 * test["exhaust_g_s"] / AIR_KG_MOL * molar_m3,
        "initial": {"O2": test["o2_first"], "CO2": CO2_OF_AIR},
        "fire_kw": METHANE_KW_S_G * test["fuel_g_s"],
        "fuel": "methane",
        "radiant_fraction": data["radiant_fraction"],
        "leakage_area_m2": sum((data[name] for name in (("leakage_m2",) if fan else open_)), 0.0),
        "height_m": data["height_m"],
        "wall": data["wall"],
        "wall_area_m2": data["wall_area_m2"],
        "temperature_k": outside_k,
        "pressure_pa": data["pressure_pa"],
        "duration_s": test["time_s"],
        "basis": "dry",
    }


def _untold(inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs without the leakage where there is no fan."""
    return inputs if inputs["inflow_m3_s"] > 0.0 else {k: v for k, v in inputs.items() if k != "leakage_area_m2"}
