"""Fireball: the burning cloud of a vessel that bursts hot (BLEVE): how large, how long, how hot afar."""

from sim_core import exact
from sim_core.physics.validity import Example, states

CCPS = "CCPS Guidelines for Vapor Cloud Explosion, Pressure Vessel Burst, BLEVE and Flash Fire Hazards, 2nd ed. 2010"
LARGE_KG = 30_000.0
EMISSIVE_KW_M2 = 350.0


@states(
    f"{CCPS}, ch. 8",
    Example("CCPS propane truck: 22.7 m3 of 585.3 kg/m3, 90 % full", {"mass_kg": 11957.7}, 132.6),
    mass_kg=(1.0, 1.0e6),
)
def diameter_m(mass_kg: float) -> float:
    """Greatest diameter of the fireball, m. D = 5.8 M^(1/3); M: flammable mass, kg."""
    return 5.8 * exact.power(mass_kg, 1.0 / 3.0)


@states(
    f"{CCPS}, ch. 8; exponent 1/6 above 30 t",
    Example("CCPS propane truck", {"mass_kg": 11957.7}, 10.3, 0.01),
    mass_kg=(1.0, 1.0e6),
)
def duration_s(mass_kg: float) -> float:
    """How long the fireball burns, s. t = 0.45 M^(1/3) below 30 t, else 2.6 M^(1/6); M: flammable mass, kg."""
    if mass_kg < LARGE_KG:
        return 0.45 * exact.power(mass_kg, 1.0 / 3.0)
    return 2.6 * exact.power(mass_kg, 1.0 / 6.0)


@states(
    f"{CCPS}, ch. 8: a sphere that touches the ground, receiver vertical",
    Example("CCPS propane truck at 100 m", {"diameter_m": 132.6, "distance_m": 100.0}, 0.255, 0.01),
    diameter_m=(1.0, 600.0),
    distance_m=(0.0, 1.0e4),
)
def view_factor(diameter_m: float, distance_m: float) -> float:
    """Vertical view factor at distance_m on the ground from below the centre, 0..1.

    F = X r^2 / (X^2 + r^2)^1.5, r = D/2, X the distance along the ground, m.
    """
    r2 = 0.25 * diameter_m * diameter_m
    far2 = distance_m * distance_m + r2
    return distance_m * r2 / (far2 * exact.power(far2, 0.5))
