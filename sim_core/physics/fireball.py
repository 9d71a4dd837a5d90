"""Fireball: the burning cloud of a vessel that bursts hot (BLEVE): how large, how long, how hot afar."""

from math import pi, sqrt

from sim_core import exact
from sim_core.physics import transmissivity
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


@states(
    f"{CCPS}, ch. 8: a sphere that touches the ground, receiver that faces its middle",
    Example("by hand: 30^2 / (40^2 + 30^2)", {"diameter_m": 60.0, "distance_m": 40.0}, 0.36),
    diameter_m=(1.0, 600.0),
    distance_m=(0.0, 1.0e4),
)
def facing_view_factor(diameter_m: float, distance_m: float) -> float:
    """View factor of a receiver at distance_m on the ground that is turned toward the fireball's middle, 0..1.

    F = r^2 / (X^2 + r^2): the greatest that any receiver there has; X and r as in `view_factor`.
    """
    r2 = 0.25 * diameter_m * diameter_m
    return r2 / (distance_m * distance_m + r2)


@states(
    f"{CCPS}, ch. 8: fraction radiated 0.25 to 0.4; duration and diameter as above",
    Example("0.3 of 50.0 MJ/kg over pi (5.8 M^(1/3))^2 x 0.45 M^(1/3): 0.3 x 50000 / 47.558, below 350", {
        "mass_kg": 1000.0, "heat_of_combustion_j_kg": 50.0e6, "radiant_fraction": 0.3}, 315.4),
    mass_kg=(1.0, 1.0e6),
    heat_of_combustion_j_kg=(1.0e7, 1.5e8),
    radiant_fraction=(0.1, 0.5),
)  # fmt: skip
def emissive_power_kw_m2(mass_kg: float, heat_of_combustion_j_kg: float, radiant_fraction: float) -> float:
    """Emissive power that the radiated share of the heat gives, kW/m2, at most the 350 measured.

    E = X M Hc / (pi D^2 t), X: radiant_fraction of the heat released.
    """
    diameter, burning = diameter_m(mass_kg), duration_s(mass_kg)
    heat_kj = 1.0e-3 * radiant_fraction * mass_kg * heat_of_combustion_j_kg
    return min(heat_kj / (pi * diameter * diameter * burning), EMISSIVE_KW_M2)


@states(
    f"{CCPS}, ch. 8; transmissivity: Wayne 1991",
    Example("Shell LNG burst 3, about 1306 kg: 26.4 kW/m2 at 100 m", {
        "mass_kg": 1306.2, "distance_m": 100.0, "emissive_power_kw_m2": 350.0, "air_temperature_k": 288.0,
        "relative_humidity": 0.7}, 26.4, 0.5),
    mass_kg=(1.0, 1.0e6),
    distance_m=(0.0, 1.0e4),
    emissive_power_kw_m2=(50.0, 500.0),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)  # fmt: skip
def heat_flux_kw_m2(
    mass_kg: float,
    distance_m: float,
    emissive_power_kw_m2: float,
    air_temperature_k: float,
    relative_humidity: float,
    facing: bool = False,
) -> float:
    """Heat on an upright receiver at distance_m along the ground while the fireball burns, kW/m2. q = E F t.

    t: transmissivity from the fireball's surface; F: `view_factor`, or of a receiver that is facing the fireball
    `facing_view_factor`.
    """
    diameter = diameter_m(mass_kg)
    path = sqrt(distance_m * distance_m + 0.25 * diameter * diameter) - 0.5 * diameter
    through = transmissivity.transmissivity(air_temperature_k, relative_humidity, min(path, 2000.0))
    seen = facing_view_factor(diameter, distance_m) if facing else view_factor(diameter, distance_m)
    return emissive_power_kw_m2 * seen * through
