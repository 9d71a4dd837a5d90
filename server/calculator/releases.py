"""The model that drills run: a release of vapour near the ground, dense or not, in a steady wind."""

from collections.abc import Mapping

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import release, train, train_air, train_birth, train_motion, train_reading
from sim_core.physics.properties import Properties, vapour_capacity_j_kg_k
from sim_core.physics.substances import SUBSTANCES
from sim_core.text import Text

ROUGHNESS_M = 0.0002  # open water (Wieringa 1992, the smoothest of Davenport's classes): mixes least
CARRIED_SHARE = 0.3  # a thin cloud goes so much slower than the wind at 10 m


def _release(
    substance: str,
    mass_kg: float | None,
    mass_flow_kg_s: float | None,
    duration_s: float,
    pool_diameter_m: float,
    temperature_k: float | None,
    wind_10m_m_s: float,
    stability: str | None,
    obukhov_m: float | None,
    friction_velocity_m_s: float | None,
    roughness_m: float,
    ambient_temperature_k: float,
    ambient_pressure_pa: float,
    averaging_s: float,
    distance_m: float | tuple[float, ...],
    height_m: float,
) -> Mapping[str, float | list[float]]:
    if (mass_kg is None) == (mass_flow_kg_s is None):
        raise RefusedError("须且只须给出 mass_kg 或 mass_flow_kg_s 之一", "give either mass_kg or mass_flow_kg_s")
    flow = mass_flow_kg_s if mass_flow_kg_s is not None else (mass_kg or 0.0) / duration_s
    air = _air(wind_10m_m_s, stability, obukhov_m, friction_velocity_m_s, roughness_m, ambient_temperature_k,
               ambient_pressure_pa, averaging_s)  # fmt: skip
    known = SUBSTANCES[substance]
    leaves_k = temperature_k if temperature_k is not None else min(known.boiling_k, ambient_temperature_k)
    gas = train.Gas(known.kg_mol, _mean_capacity(known, leaves_k, ambient_temperature_k))
    many = isinstance(distance_m, tuple)
    distances = distance_m if isinstance(distance_m, tuple) else (distance_m,)
    if max(distances) > CARRIED_SHARE * wind_10m_m_s * release.LONGEST_S:
        raise RefusedError(
            f"此风速下云团在 {release.LONGEST_S:g} s 内到不了该距离",
            f"distance_m: in this wind the cloud does not get there within {release.LONGEST_S:g} s",
        )
    found = release.maxima(gas, air, flow, duration_s, pool_diameter_m, leaves_k, distances, height_m)
    return {"max_volume_fraction": list(found) if many else found[0]}


def _air(
    wind: float,
    stability: str | None,
    obukhov_m: float | None,
    friction: float | None,
    roughness_m: float,
    ambient_k: float,
    pressure_pa: float,
    averaging_s: float,
) -> train_air.Air:
    """The air of the case: L from the class where only that is given, the class from L where only L is."""
    if obukhov_m is not None and abs(obukhov_m) < 1.0:
        raise RefusedError("obukhov_m 的绝对值须不小于 1 m", "obukhov_m must be at least 1 m, or at most -1 m")
    of_class = train_air.per_obukhov_1_m(stability or "D", roughness_m)
    per_obukhov = 1.0 / obukhov_m if obukhov_m is not None else of_class
    kind = stability or train_air.stability_of(per_obukhov)
    if friction is None:
        friction = train_air.friction_velocity_m_s(wind, roughness_m, per_obukhov)
    exponent = train_air.wind_exponent(wind, friction, per_obukhov)
    layer = train_air.layer(kind, per_obukhov, exponent, ambient_k, pressure_pa, averaging_s)
    return train_air.Air(wind, 0.0, friction, layer)


def _mean_capacity(known: Properties, from_k: float, to_k: float) -> float:
    """Heat that the vapour takes from from_k to to_k, over the difference (Simpson), J/(kg K)."""
    ends = vapour_capacity_j_kg_k(known, from_k) + vapour_capacity_j_kg_k(known, to_k)
    return (ends + 4.0 * vapour_capacity_j_kg_k(known, 0.5 * (from_k + to_k))) / 6.0


MODELS = (
    Model(
        "release",
        Text("蒸气泄放扩散（演练所用模型）", "release of vapour (the model that drills run)"),
        (
            Input("substance", words=tuple(SUBSTANCES)),
            Input("mass_kg", None, limits=(0.01, 1.0e7)),
            Input("mass_flow_kg_s", None, limits=(1.0e-3, 5000.0)),
            Input("duration_s"),
            Input("pool_diameter_m"),
            Input("temperature_k", None, limits=(20.0, 500.0)),
            Input("wind_10m_m_s", limits=(0.2, 25.0)),
            Input("stability", None, train_air.STABILITIES),
            Input("obukhov_m", None, limits=(-1.0e6, 1.0e6)),
            Input("friction_velocity_m_s", None),
            Input("roughness_m", ROUGHNESS_M),
            Input("ambient_temperature_k", 293.15, limits=(223.0, 333.0)),
            Input("ambient_pressure_pa", 101325.0, limits=(5.0e4, 1.1e5)),
            Input("averaging_s", 0.0),
            Input("distance_m", limits=(1.0, 1.0e4), many=True),
            Input("height_m", 1.0),
        ),
        ("max_volume_fraction",),
        (
            release.maxima,
            train_air.layer,
            train_air.wind_exponent,
            train_air.friction_velocity_m_s,
            train_air.per_obukhov_1_m,
            train_air.stability_of,
            train.mixture,
            train_birth.feed,
            train_motion.advance,
            train_reading.concentration,
        ),
        _release,
        whole=True,
    ),
)
