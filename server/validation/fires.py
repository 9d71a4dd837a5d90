"""Fires: the cohorts of pool fires, jet fires and fireballs."""

from typing import Any

from server.validation.cohort import ALL, Case, Cohort, Rival
from server.validation.data import measured
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

DISTANCE = Text("距离", "distance")
LENGTH = Text("火焰长度", "length of the flame")
SIDES = (
    (60.0, Text("下风侧（0–60°）", "downwind (0–60°)")),
    (120.0, Text("侧风侧（60–120°）", "across (60–120°)")),
    (180.0, Text("上风侧（120–180°）", "upwind (120–180°)")),
)
ANY_DISTANCE_M = 100.0  # the model asks for one; the flame does not depend on it


def _fire(test: dict[str, Any]) -> dict[str, Any]:
    return {
        "fuel": test["fuel"], "diameter_m": test["diameter_m"], "burning_flux_kg_m2_s": test["burning_flux_kg_m2_s"],
        "wind_m_s": test["wind_m_s"], "relative_humidity": test["relative_humidity"],
        "ambient_temperature_k": test["air_temperature_k"],
    }  # fmt: skip


def _side(bearing_deg: float) -> Text:
    return next(words for most, words in SIDES if bearing_deg <= most)


def _rays(test: dict[str, Any]) -> list[Case]:
    """One call for each ray of instruments of a test."""
    rays: dict[tuple[float, float], list[tuple[float, float]]] = {}
    for azimuth, bearing, distance, heat in test["heat"]:
        rays.setdefault((azimuth, bearing), []).append((distance, heat))
    return [
        Case(
            test["id"],
            {
                **_fire(test), "receiver": test["receiver"], "height_m": test["height_m"], "bearing_deg": bearing,
                "distance_m": [x for x, _ in rows],
            },
            tuple(x for x, _ in rows),
            tuple(heat for _, heat in rows),
            _side(bearing),
        )
        for (_, bearing), rows in sorted(rays.items(), key=lambda ray: ray[0][1])
    ]


def pool_fire() -> Cohort:
    """Heat at the ground around fires of LNG and diesel."""
    tests = measured("pool_fire")["test"]
    cases = tuple(case for test in tests for case in _rays(test))
    return Cohort(
        name="pool_fire",
        title=Text("LNG 与柴油池火：地面热辐射", "Pool fires of LNG and diesel: heat at the ground"),
        model="pool_fire",
        output="heat_flux_kw_m2",
        quantity=Text("热辐射", "heat"),
        unit="kW/m²",
        axis=DISTANCE,
        axis_unit="m",
        cases=cases,
        floor=0.1,
        floor_says=Text("0.1 kW/m²，数据的末位", "0.1 kW/m², the last digit of the data"),
        source="; ".join(dict.fromkeys(t["source"] for t in tests)),
        rivals=tuple(
            Rival(
                key, title, f"pool_fire, method={method}", "pool_fire", "heat_flux_kw_m2",
                tuple({**c.inputs, "method": method} for c in cases), (1.0,) * len(cases),
            )
            for key, title, method in (
                ("point source", Text("点源模型", "point source"), "point_source"),
                ("Shokri-Beyler", Text("Shokri-Beyler 关联式", "correlation of Shokri and Beyler"), "shokri_beyler"),
            )
        ),
    )  # fmt: skip


def pool_flame() -> Cohort:
    """The length of the same flames."""
    tests = measured("pool_fire")["test"]
    cases = tuple(
        Case(t["id"], {**_fire(t), "distance_m": ANY_DISTANCE_M}, (t["wind_m_s"],), (t["flame_length_m"],))
        for t in tests
    )
    by = tuple(
        {
            "heat_release_kw": 1.0e-3 * t["burning_flux_kg_m2_s"] * SUBSTANCES[t["fuel"]].heat_of_combustion_j_kg
            * 0.7853981633974483 * t["diameter_m"] * t["diameter_m"],
            "diameter_m": t["diameter_m"], "burning_flux_kg_m2_s": t["burning_flux_kg_m2_s"],
            "wind_m_s": t["wind_m_s"],
        }
        for t in tests
    )  # fmt: skip
    return Cohort(
        name="pool_flame",
        title=Text("LNG 与柴油池火：火焰长度", "Pool fires of LNG and diesel: length of the flame"),
        model="pool_fire",
        output="flame_length_m",
        quantity=LENGTH,
        unit="m",
        axis=Text("风速", "wind"),
        axis_unit="m/s",
        cases=cases,
        floor=1.0,
        floor_says=Text("1 m，数据的末位", "1 m, the last digit of the data"),
        source="; ".join(dict.fromkeys(t["source"] for t in tests)),
        tolerance=0.25,
        plot="",
        rivals=tuple(
            Rival(key, Text(key, key), f"flame_height, method={method}", "flame_height", "flame_length_m",
                  tuple({**i, "method": method} for i in by), (1.0,) * len(cases))
            for key, method in (("Heskestad", "heskestad"), ("Thomas", "thomas"), ("Thomas, wind", "thomas_windy"))
        ),
    )  # fmt: skip


def jet_mass_flow() -> Cohort:
    """What comes out of a hole at 60 bar."""
    data = measured("jet_outflow")
    given = {k: v for k, v in data.items() if k not in ("source", "test")}
    return Cohort(
        name="jet_mass_flow",
        title=Text("Loughborough 喷射火：质量流量", "Loughborough jet fires: mass flow"),
        model="gas_orifice",
        output="mass_flow_kg_s",
        quantity=Text("质量流量", "mass flow"),
        unit="kg/s",
        axis=Text("孔径", "hole"),
        axis_unit="m",
        cases=tuple(
            Case(t["id"], {**given, "diameter_m": t["diameter_m"]}, (t["diameter_m"],), (t["mass_flow_kg_s"],))
            for t in data["test"]
        ),
        floor=0.1,
        floor_says=Text("0.1 kg/s，数据的末位", "0.1 kg/s, the last digit of the data"),
        source=data["source"],
        tolerance=0.15,
        plot="",
    )


def _jet(name: str, title: Text, output: str, quantity: Text, unit: str, floor: float, **more: Any) -> Cohort:
    """A quantity of the Loughborough jets."""
    tests = measured("jet_fire")["test"]
    return Cohort(
        name=name,
        title=title,
        model="jet_fire",
        output=output,
        quantity=quantity,
        unit=unit,
        axis=Text("孔径", "hole"),
        axis_unit="m",
        cases=tuple(
            Case(
                f"{1000.0 * t['hole_m']:g} mm",
                {"fuel": t["fuel"], "mass_flow_kg_s": t["mass_flow_kg_s"], "wind_m_s": t["wind_m_s"],
                 "pressure_pa": t["pressure_pa"], "distance_m": ANY_DISTANCE_M},
                (t["hole_m"],), (t[output],), ALL,
            )
            for t in tests
        ),
        floor=floor,
        floor_says=Text("数据的末位", "the last digit of the data"),
        source=tests[0]["source"],
        plot="",
        **more,
    )  # fmt: skip


def jet_fire() -> Cohort:
    """The length of the flame from the hole."""
    return _jet("jet_fire", Text("Loughborough 喷射火：火焰长度", "Loughborough jet fires: length of the flame"),
                "flame_length_m", LENGTH, "m", 0.1, tolerance=0.2,
                )  # fmt: skip


def jet_radiant_fraction() -> Cohort:
    """The share of its heat that a jet radiates."""
    return _jet("jet_radiant_fraction", Text("Loughborough 喷射火：辐射份额", "Loughborough jet fires: share radiated"),
                "radiant_fraction", Text("辐射份额", "share radiated"), "1", 0.001)  # fmt: skip


def jet_lift_off() -> Cohort:
    """How far from the hole the flame begins."""
    return _jet("jet_lift_off", Text("Loughborough 喷射火：抬离距离", "Loughborough jet fires: lift-off"),
                "lift_off_m", Text("抬离距离", "lift-off"), "m", 0.1,)  # fmt: skip


def fireball() -> Cohort:
    """Heat of burst vessels with LNG."""
    data = measured("fireball")
    cases = tuple(
        Case(t["id"], {"mass_kg": t["mass_kg"], "fuel": "lng", "distance_m": t["distance_m"],
                       "relative_humidity": 0.7}, tuple(t["distance_m"]), tuple(t["heat_flux_kw_m2"]))
        for t in data["test"]
    )  # fmt: skip
    return Cohort(
        name="fireball",
        title=Text("壳牌 LNG 火球：最大热辐射", "Shell LNG fireballs: greatest heat"),
        model="fireball",
        output="heat_flux_kw_m2",
        quantity=Text("最大热辐射", "greatest heat"),
        unit="kW/m²",
        axis=DISTANCE,
        axis_unit="m",
        cases=cases,
        floor=0.1,
        floor_says=Text("0.1 kW/m²，数据的末位", "0.1 kW/m², the last digit of the data"),
        source=data["source"],
        rivals=(
            Rival(
                "facing", Text("同一模型，接收面正对火球", "the same model, a receiver that faces the fireball"),
                "fireball, receiver=facing", "fireball", "heat_flux_kw_m2",
                tuple({**c.inputs, "receiver": "facing"} for c in cases), (1.0,) * len(cases),
            ),
        ),
    )  # fmt: skip
