"""The models of fireballs. Without relative_humidity the air lets all heat through, as in the CCPS example."""

from collections.abc import Mapping

from server.calculator.model import Input, Model
from sim_core.physics import fireball
from sim_core.text import Text


def _fireball(
    mass_kg: float,
    distance_m: float,
    emissive_power_kw_m2: float,
    fuel: str | None,
    relative_humidity: float | None,
    air_temperature_k: float,
    receiver: str,
) -> Mapping[str, float]:
    diameter = fireball.diameter_m(mass_kg)
    facing = receiver == "facing"
    seen = (fireball.facing_view_factor if facing else fireball.view_factor)(diameter, distance_m)
    if relative_humidity is None:
        received = seen * emissive_power_kw_m2
    else:
        received = fireball.heat_flux_kw_m2(
            mass_kg, distance_m, emissive_power_kw_m2, air_temperature_k, relative_humidity, facing
        )
    return {
        "diameter_m": diameter,
        "duration_s": fireball.duration_s(mass_kg),
        "view_factor": seen,
        "heat_flux_kw_m2": received,
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
            Input("relative_humidity", None),
            Input("air_temperature_k", 293.15),
            Input("receiver", "upright", ("upright", "facing")),
        ),
        ("diameter_m", "duration_s", "view_factor", "heat_flux_kw_m2"),
        (
            fireball.diameter_m,
            fireball.duration_s,
            fireball.view_factor,
            fireball.facing_view_factor,
            fireball.heat_flux_kw_m2,
        ),
        _fireball,
    ),
)
