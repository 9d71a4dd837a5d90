"""Clouds: the cohorts of gas in the open: Prairie Grass and the LNG trials."""

from collections.abc import Iterable
from typing import Any

from server.validation.cohort import Case, Cohort, Rival
from server.validation.data import measured, peer
from sim_core.physics import stability, wind_profile
from sim_core.physics.properties import GAS_CONSTANT
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

DISTANCE = Text("下风距离", "distance downwind")
ATMOSPHERE_PA = 101325.0
# The train of puffs has no point sources; this is as near to one as its range comes.
POINT_M = 0.1
RELEASE_TAKES = (
    "mass_kg", "duration_s", "pool_diameter_m", "wind_10m_m_s", "friction_velocity_m_s", "obukhov_m", "roughness_m",
    "ambient_temperature_k", "ambient_pressure_pa", "distance_m",
)  # fmt: skip


def prairie_grass() -> Cohort:
    """The closed form of a passive plume."""
    data = measured("prairie_grass")
    cases = tuple(
        Case(_run(run), _plume(data, run), tuple(run["x_m"]), tuple(run["concentration_kg_m3"])) for run in data["runs"]
    )
    carried = tuple(
        {**_plume(data, run), "wind_height_m": data["wind_height_m"], "roughness_m": data["roughness_m"]}
        for run in data["runs"]
    )
    return Cohort(
        name="prairie_grass",
        title=Text("草原试验：二氧化硫，稳定排放", "Prairie Grass: sulphur dioxide, steady release"),
        model="plume",
        output="concentration_kg_m3",
        quantity=Text("弧上最大 10 min 平均浓度", "greatest 10 minute mean on the arc"),
        unit="kg/m³",
        axis=DISTANCE,
        axis_unit="m",
        cases=cases,
        floor=1.0e-8,
        floor_says=Text(
            "10 µg/m³；采样器的检测限未见原文，取为假设", "10 µg/m³; the samplers' limit was not read: an assumption"
        ),
        source=f"{data['source']}; {data['transcription']}",
        rivals=(
            Rival(
                "wind carried up",
                Text("同一模型，风速换算到烟羽高度", "the same model, the wind carried up to the plume's height"),
                "plume with wind_height_m and roughness_m",
                "plume", "concentration_kg_m3", carried, (1.0,) * len(cases),
            ),
        ),
    )  # fmt: skip


def _run(run: dict[str, Any]) -> str:
    return f"{run['id']} ({run['stability']})"


def _plume(data: dict[str, Any], run: dict[str, Any]) -> dict[str, Any]:
    return {
        "emission_kg_s": run["emission_kg_s"], "wind_m_s": run["wind_m_s"], "stability": run["stability"],
        "x_m": run["x_m"], "z_m": data["receptor_height_m"], "release_height_m": data["release_height_m"],
        "averaging_s": data["averaging_s"], "terrain": data["terrain"],
    }  # fmt: skip


def prairie_grass_release() -> Cohort:
    """The same runs by the train of puffs that drills run."""
    data = measured("prairie_grass")
    cases = []
    for run in data["runs"]:
        air_k = run["ambient_temperature_k"]
        length = stability.obukhov_m(run["stability"], data["roughness_m"])
        at_10_m, at = (
            wind_profile.businger_m_s(z, 1.0, data["roughness_m"], length) for z in (10.0, data["wind_height_m"])
        )
        inputs = {
            "substance": data["gas"], "mass_flow_kg_s": run["emission_kg_s"], "duration_s": data["averaging_s"],
            "pool_diameter_m": POINT_M, "temperature_k": air_k, "wind_10m_m_s": run["wind_m_s"] * at_10_m / at,
            "stability": run["stability"], "roughness_m": data["roughness_m"], "ambient_temperature_k": air_k,
            "averaging_s": data["averaging_s"], "distance_m": run["x_m"], "height_m": data["receptor_height_m"],
        }  # fmt: skip
        pure = ATMOSPHERE_PA * SUBSTANCES[data["gas"]].kg_mol / (GAS_CONSTANT * air_k)
        cases.append(Case(_run(run), inputs, tuple(run["x_m"]), tuple(c / pure for c in run["concentration_kg_m3"])))
    return Cohort(
        name="prairie_grass_release",
        title=Text("草原试验，演练模型", "Prairie Grass, the drills' cloud"),
        model="release",
        output="max_volume_fraction",
        quantity=Text("弧上最大体积分数", "greatest volume fraction on the arc"),
        unit="1",
        axis=DISTANCE,
        axis_unit="m",
        cases=tuple(cases),
        floor=4.0e-9,
        floor_says=Text("同上，10 µg/m³", "as above, 10 µg/m³"),
        source=data["source"],
    )


def lng_field() -> Cohort:
    """LNG on water and open ground, without a fence: the bar of dense gas."""
    data = measured("lng_field")
    trials = [t for t in data["trial"] if not t["fence"]]
    return Cohort(
        name="lng_field",
        title=Text("LNG 现场试验，无围堰", "LNG field trials without fence"),
        **_lng(trials),
        rivals=_lng_rivals(trials),
    )


def lng_fence() -> Cohort:
    """Falcon, inside a vapour fence, by a model of open ground: apart, without a bar."""
    trials = [t for t in measured("lng_field")["trial"] if t["fence"]]
    return Cohort(
        name="lng_fence",
        title=Text("LNG 现场试验，有围堰（Falcon）", "LNG field trials inside a vapour fence (Falcon)"),
        **_lng(trials),
    )


def _lng(trials: list[dict[str, Any]]) -> dict[str, Any]:
    """What both cohorts of LNG have in common."""
    data = measured("lng_field")
    cases = tuple(
        Case(
            t["id"],
            {"substance": data["gas"], "temperature_k": data["temperature_k"], "height_m": data["height_m"]}
            | {name: t[name] for name in RELEASE_TAKES},
            tuple(t["distance_m"]),
            tuple(t["observed_fraction"]),
        )
        for t in trials
    )
    return {
        "model": "release",
        "output": "max_volume_fraction",
        "quantity": Text("1 m 高处弧上最大体积分数", "greatest volume fraction on the arc at 1 m"),
        "unit": "1",
        "axis": DISTANCE,
        "axis_unit": "m",
        "cases": cases,
        "floor": 1.0e-4,
        "floor_says": Text("0.01 %，所公布的最小值", "0.01 %, the least that was published"),
        "source": "NIST firemodels/exp (public domain), 2026-06-30, LNG_Dispersion; conditions: FDS Validation Guide",
    }


def _lng_rivals(trials: list[dict[str, Any]]) -> tuple[Rival, ...]:
    """Other models on the same arcs: two of the calculator, and DEGADISx as it was run."""
    gas = SUBSTANCES[measured("lng_field")["gas"]].kg_mol
    cold_k = measured("lng_field")["temperature_k"]
    dense = tuple(
        {
            "mass_flow_kg_s": t["mass_kg"] / t["duration_s"], "vapour_temperature_k": cold_k,
            "vapour_density_kg_m3": t["ambient_pressure_pa"] * gas / (GAS_CONSTANT * cold_k),
            "wind_10m_m_s": t["wind_10m_m_s"], "ambient_temperature_k": t["ambient_temperature_k"],
            "ambient_pressure_pa": t["ambient_pressure_pa"], "x_m": t["distance_m"],
        }
        for t in trials
    )  # fmt: skip
    null = tuple(
        {
            "emission_kg_s": t["mass_kg"] / t["duration_s"], "wind_m_s": t["wind_10m_m_s"], "stability": "D",
            "x_m": t["distance_m"], "z_m": 1.0,
        }
        for t in trials
    )  # fmt: skip
    pure = tuple(t["ambient_pressure_pa"] * gas / (GAS_CONSTANT * t["ambient_temperature_k"]) for t in trials)
    kept = peer("degadis")
    return (
        Rival("DEGADISx at 1 m", Text("DEGADISx 0.1.4 稳态，1 m 高处", "DEGADISx 0.1.4, steady, read at 1 m"),
              "server/validation/peers/degadis.json", kept=_degadis(kept["rows"], trials, "at_1_m_fraction")),
        Rival("DEGADISx at the ground", Text("DEGADISx 0.1.4 稳态，地面", "DEGADISx 0.1.4, steady, read at the ground"),
              "server/validation/peers/degadis.json", kept=_degadis(kept["rows"], trials, "ground_fraction")),
        Rival("Britter-McQuaid", Text("Britter-McQuaid 关联式", "the correlation of Britter and McQuaid"),
              "dense_plume", "dense_plume", "volume_fraction", dense, (1.0,) * len(trials)),
        Rival("null model", Text("零模型：高斯烟羽，一律 D 类", "null model: Gaussian plume, class D always"),
              "plume", "plume", "concentration_kg_m3", null, pure),
    )  # fmt: skip


def _degadis(rows: list[dict[str, Any]], trials: Iterable[dict[str, Any]], what: str) -> tuple[float, ...]:
    """The kept values in the order of the measurements; KeyError if one is not there."""
    kept = {(r["trial"], r["distance_m"]): r[what] for r in rows}
    return tuple(kept[t["id"], x] for t in trials for x in t["distance_m"])
