"""The models of demand and ignition: foam and cooling water by standard with clause, chance of ignition by rate."""

from collections.abc import Mapping
from math import ceil, pi
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import demand, ignition_chance, suppression
from sim_core.physics.demand import Demand
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

TANKS = (
    "external_floating_roof", "internal_floating_roof", "fixed_roof", "fixed_roof_subsurface", "fixed_roof_mobile",
    "fixed_roof_monitor", "fixed_roof_handline", "lng_bund",
)  # fmt: skip
SPILLS = ("indoor", "outdoor")
RINGS = ("external_floating_roof", "internal_floating_roof")
FUELS = tuple(i for i, what in SUBSTANCES.items() if what.lfl > 0.0)
MIXTURES = ("petrol", "naphtha", "crude", "diesel", "kerosene")
LIGHT_K = 318.15
COOLED = (
    "fixed_roof", "floating_roof", "neighbour", "sphere", "sphere_neighbour", "vessel", "ground", "horizontal",
    "vertical",
)  # fmt: skip


def _foam(
    tank: str | None, spill: str | None, diameter_m: float | None, area_m2: float | None, dam_m: float, standard: str,
    flash_point_k: float, agent: str, proportion: float, fuel: str | None,
) -> Mapping[str, Any]:  # fmt: skip
    if (tank is None) == (spill is None):
        raise RefusedError("须给出 tank 或 spill 之一", "give one of tank and spill")
    _suits(fuel, tank)
    place = tank if tank is not None else f"spill_{spill}"
    asked = _clause(lambda: demand.foam(standard, place, flash_point_k, agent), standard, place)
    if asked.most_m and diameter_m is not None and diameter_m > asked.most_m:
        most = asked.most_m
        raise RefusedError(
            f"{asked.clause}：此法只适用于直径不超过 {most:g} m 的储罐，给出 {diameter_m:g} m",
            f"{asked.clause}: for tanks of at most {most:g} m this way, given {diameter_m:g} m",
        )
    if area_m2 is None and diameter_m is not None:
        area_m2 = demand.foam_area_m2(diameter_m, dam_m, place in RINGS)
    answer = _answer(asked, area_m2, asked.minutes or None)
    total = answer["total_m3"]
    makers = ceil(pi * diameter_m / asked.perimeter_m) if asked.perimeter_m and diameter_m is not None else None
    return answer | {
        "concentrate_m3": None if total is None else total * proportion,
        "max_perimeter_per_generator_m": asked.perimeter_m or None,
        "generators": makers,
        "max_diameter_m": asked.most_m or None,
        "expansion": asked.expansion or "low",
    }


def _suits(fuel: str | None, tank: str | None) -> None:
    """Refuse a fuel that these rates do not hold for: polar, or too light for air foam."""
    if fuel is None or tank == "lng_bund":
        return
    if SUBSTANCES[fuel].polar:
        raise RefusedError(
            f"{fuel} 为水溶性液体：须用抗溶泡沫，按 GB 50151-2021 表 4.2.2-2（待核对，此处无数值）",
            f"{fuel} mixes with water: alcohol-resistant foam, GB 50151-2021 table 4.2.2-2, not at hand here",
        )
    if fuel not in MIXTURES and SUBSTANCES[fuel].boiling_k < LIGHT_K:
        raise RefusedError(
            f"{fuel} 沸点低于 45 ℃，不宜用空气泡沫（GB 50151-2021 1.0.4）",
            f"{fuel} boils below 45 degC: air foam does not suit it (GB 50151-2021 1.0.4)",
        )


def _cooling(
    tank: str, diameter_m: float | None, height_m: float | None, area_m2: float | None, standard: str,
    minutes: float | None,
) -> Mapping[str, Any]:  # fmt: skip
    asked = _clause(lambda: demand.cooling(standard, tank, diameter_m or 1.0), standard, tank)
    timed = standard in ("gb50160", "gb50974")
    if timed and diameter_m is None:
        raise RefusedError(f"{tank} 须给出 diameter_m", f"{tank} needs diameter_m")
    if area_m2 is None and diameter_m is not None:
        if not tank.startswith("sphere") and height_m is None:
            raise RefusedError(f"{tank} 须给出 height_m 或 area_m2", f"{tank} needs height_m or area_m2")
        area_m2 = demand.cooled_area_m2(tank, diameter_m, height_m or diameter_m)
    return _answer(asked, area_m2, minutes if minutes is not None else asked.minutes or None)


def _clause(look_up: Any, standard: str, place: str) -> Demand:
    try:
        found: Demand = look_up()
    except KeyError as error:
        raise RefusedError(f"{standard} 无 {place} 的条文", f"{standard} has no clause for {place}") from error
    return found


def _answer(asked: Demand, area_m2: float | None, minutes: float | None) -> dict[str, Any]:
    flow = None if area_m2 is None else asked.rate_l_min_m2 * area_m2
    return {
        "rate_l_min_m2": asked.rate_l_min_m2,
        "minutes": minutes,
        "area_m2": area_m2,
        "flow_l_min": flow,
        "total_m3": None if flow is None or minutes is None else flow * minutes / 1000.0,
        "clause": asked.clause,
        "evidence": asked.evidence,
        "standing": asked.standing.en,
        "standing_zh": asked.standing.zh,
    }


def _ignition(flow_kg_s: float, scene: str, kind: str | None) -> Mapping[str, float | None]:
    ever = ignition_chance.total(flow_kg_s, scene)
    at_once = 0.5 * ever if kind is None else ignition_chance.direct(flow_kg_s, kind)
    return {"total": max(ever, at_once), "immediate": at_once, "delayed": max(ever - at_once, 0.0)}


def _foam_attack(rate_l_min_m2: float, code_l_min_m2: float, foam: str, polar: bool) -> Mapping[str, Any]:
    holds = suppression.works_on(foam, polar)
    applied = rate_l_min_m2 if holds else 0.0
    critical = suppression.critical_l_min_m2(code_l_min_m2)
    wins = applied > critical
    return {
        "holds": holds,
        "critical_l_min_m2": critical,
        "extinguishes": wins,
        "knock_down_s": suppression.knock_down_s(applied, code_l_min_m2) if wins else None,
    }


ANSWERS = (
    "rate_l_min_m2", "minutes", "total_m3", "clause", "area_m2", "flow_l_min", "evidence", "standing", "standing_zh",
)  # fmt: skip

MODELS = (
    Model(
        "foam_demand",
        Text("泡沫用量（按标准条文）", "foam demand by standard"),
        (
            Input("tank", None, TANKS),
            Input("spill", None, SPILLS),
            Input("diameter_m", None),
            Input("area_m2", None, limits=(0.1, 2.0e4)),
            Input("dam_m", 0.9),
            Input("standard", "gb50151", ("gb50151", "nfpa11")),
            Input("flash_point_k", 253.15, limits=(150.0, 500.0)),
            Input("agent", "afff", ("protein", "fluoroprotein", "afff", "fffp")),
            Input("proportion", 0.03),
            Input("fuel", None, FUELS),
        ),
        (*ANSWERS, "concentrate_m3", "max_perimeter_per_generator_m", "generators", "max_diameter_m", "expansion"),
        (demand.foam, demand.foam_area_m2, suppression.concentrate_l),
        _foam,
    ),
    Model(
        "cooling_demand",
        Text("冷却水用量（按标准条文）", "cooling water demand by standard"),
        (
            Input("tank", "fixed_roof", COOLED),
            Input("diameter_m", None),
            Input("height_m", None),
            Input("area_m2", None, limits=(0.1, 2.0e4)),
            Input("standard", "gb50160", ("gb50160", "gb50974", "nfpa15", "cfr46")),
            Input("minutes", None, limits=(1.0, 2880.0)),
        ),
        ANSWERS,
        (demand.cooling, demand.cooled_area_m2),
        _cooling,
    ),
    Model(
        "foam_attack",
        Text("泡沫进攻：能否灭火、多快", "foam attack: whether it puts the fire out, and how soon"),
        (
            Input("rate_l_min_m2"),
            Input("code_l_min_m2", 6.5),
            Input("foam", "AFFF", suppression.ON_HYDROCARBON),
            Input("polar", False),
        ),
        ("holds", "critical_l_min_m2", "extinguishes", "knock_down_s"),
        (suppression.works_on, suppression.critical_l_min_m2, suppression.knock_down_s),
        _foam_attack,
    ),
    Model(
        "ignition_chance",
        Text("点火概率（按泄放速率）", "chance of ignition by release rate"),
        (
            Input("flow_kg_s", many=True),
            Input("scene", "plant", tuple(ignition_chance.TOTAL)),
            Input("kind", None, tuple(ignition_chance.DIRECT)),
        ),
        ("total", "immediate", "delayed"),
        (ignition_chance.total, ignition_chance.direct),
        _ignition,
    ),
)
