"""Air: the layer near the ground in the weather of this second, as the puff train wants it."""

from functools import lru_cache

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.physics import train_air
from sim_core.physics.train_air import Air, Layer

ATMOSPHERE_PA = 101325.0
OVERCAST = "D"  # neutral under a closed cover, day and night (Pasquill 1961). Rain washes no vapour out 训练假设.
ROUGHNESS_M = 0.1  # plant with low obstacles, edge of a tank farm (Davenport class 5)
REFERENCE_M_S = 5.0  # the profile's shape depends on the stability, not on the speed


@lru_cache(maxsize=64)
def _layer(stability: str, ambient_k: float) -> tuple[Layer, float]:
    """The layer, and friction velocity over wind at 10 m."""
    per_obukhov = train_air.per_obukhov_1_m(stability, ROUGHNESS_M)
    friction = train_air.friction_velocity_m_s(REFERENCE_M_S, ROUGHNESS_M, per_obukhov)
    exponent = train_air.wind_exponent(REFERENCE_M_S, friction, per_obukhov)
    return train_air.layer(stability, per_obukhov, exponent, ambient_k, ATMOSPHERE_PA), friction / REFERENCE_M_S


def air_now(draft: Draft, rules: Ground) -> Air:
    """The air of this second."""
    w = draft.weather
    layer, share = _layer(OVERCAST if w.rain else w.stability, w.ambient_k)
    return Air(w.u_m_s, w.v_m_s, share * w.speed_m_s, layer)
