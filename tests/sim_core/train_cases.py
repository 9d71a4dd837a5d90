"""Air and gas for the tests of the train."""

from math import sqrt

from sim_core.physics import train, train_air, train_birth, train_motion
from sim_core.physics.train import Gas, Train
from sim_core.physics.train_air import Air

METHANE = Gas(0.01604, 2200.0)
CHLORINE = Gas(0.0709, 480.0)
PETROL = Gas(0.068, 1650.0)
NEUTRAL = Gas(train_air.AIR_KG_MOL, train_air.AIR_J_KG_K)
HEAVY = Gas(0.1, 1000.0)


def air(
    wind: float = 4.0, kind: str = "D", roughness: float = 0.03, toward: tuple[float, float] = (1.0, 0.0), **more: float
) -> Air:
    """Air of a class over a roughness; wind toward a direction."""
    k = train_air.per_obukhov_1_m(kind, roughness)
    friction = train_air.friction_velocity_m_s(max(wind, 0.05), roughness, k)
    exponent = train_air.wind_exponent(max(wind, 0.05), friction, k)
    long = sqrt(toward[0] ** 2 + toward[1] ** 2)
    layer = train_air.layer(kind, k, exponent, 293.15, 101325.0, **more)
    return Air(wind * toward[0] / long, wind * toward[1] / long, friction, layer)


def after(
    gas: Gas,
    winds: list[Air],
    kg_s: float = 20.0,
    emit_s: int = 10_000,
    diameter_m: float = 15.0,
    at_k: float = 293.15,
    begun: Train = train.EMPTY,
    where: tuple[float, float] = (0.0, 0.0),
) -> Train:
    """The train after one second in each of the winds, fed for the first emit_s."""
    now = begun
    for n, w in enumerate(winds):
        kg = kg_s if n < emit_s else 0.0
        heat = kg * gas.heat_capacity_j_kg_k * (at_k - w.layer.temperature_k)
        now = train_birth.feed(now, w, 0, where[0], where[1], diameter_m, kg, 0.0, heat)
        now = train_motion.advance(now, gas, w, 1.0, 1.0e-9)
    return now
