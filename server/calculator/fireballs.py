"""The models of fireballs."""

from collections.abc import Mapping

from server.calculator.model import Input, Model
from sim_core.physics import fireball
from sim_core.text import Text


def _fireball(mass_kg: float, distance_m: float, emissive_power_kw_m2: float, fuel: str | None) -> Mapping[str, float]:
    diameter = fireball.diameter_m(mass_kg)
    seen = fireball.view_factor(diameter, distance_m)
    return {
        "diameter_m": diameter,
        "duration_s": fireball.duration_s(mass_kg),
        "view_factor": seen,
        "heat_flux_kw_m2": seen * emissive_power_kw_m2,
    }


MODELS = (
    Model(
        "fireball",
        Text("火球（BLEVE）", "fireball of a BLEVE"),
        (
            Input("mass_kg"),
            Input("distance_m", many=True),
            Input("emissive_power_kw_m2", fireball.EMISSIVE_KW_M2, limits=(50.0, 500.0)),
            Input("fuel", None, ("propane", "butane", "lpg", "lng", "methane")),
        ),
        ("diameter_m", "duration_s", "view_factor", "heat_flux_kw_m2"),
        (fireball.diameter_m, fireball.duration_s, fireball.view_factor),
        _fireball,
    ),
)
