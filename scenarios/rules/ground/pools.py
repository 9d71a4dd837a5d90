"""Pools: what a still pool gives to the wind, the same for every liquid that lies in a bund. Once a second."""

from dataclasses import replace
from math import pi, sqrt

from sim_core.draft import Draft
from sim_core.physics import evaporation, train_birth
from sim_core.physics.evaporation import GROUNDS, Weather
from sim_core.physics.properties import Properties
from sim_core.physics.spreading import Pool
from sim_core.physics.train import Gas
from sim_core.physics.train_air import Air

PERIOD_S = 1.0
SOLAR_W_M2 = 400.0
HUMIDITY = 0.6
OPEN_SKY, COVERED = 2.0, 10.0  # tenths of cloud


def sky(draft: Draft, ambient_k: float) -> Weather:
    """Wind, sun and cloud over a pool now."""
    w = draft.weather
    covered = w.fog or w.rain
    return Weather(
        wind_10m_m_s=w.speed_m_s,
        ambient_k=ambient_k,
        solar_w_m2=0.0 if w.night or covered else SOLAR_W_M2,
        relative_humidity=HUMIDITY,
        cloud_tenths=COVERED if covered else OPEN_SKY,
    )


def give_off(
    draft: Draft, liquid: Properties, gas: Gas, n: int, pool: Pool, at_m: tuple[float, float], over: Weather, air: Air,
    pressure_share: float,
) -> Pool:  # fmt: skip
    """What a pool with its middle at at_m gives to the train in this second, as source n; the pool that is left.

    pressure_share: of the pure liquid's vapour pressure, what lost light ends leave.
    """
    hazard = draft.hazard
    left, given = evaporation.evaporate(liquid, pool, over, GROUNDS["concrete"], PERIOD_S, pressure_share)
    wide_m = draft.held(train_birth.feed, "diameter_m", sqrt(4.0 * pool.area_m2 / pi))
    chill_j = given.vapour_kg * gas.heat_capacity_j_kg_k * (given.temperature_k - over.ambient_k)
    train = train_birth.feed(hazard.train, air, n, *at_m, wide_m, given.vapour_kg, 0.0, chill_j)
    draft.hazard = replace(hazard, train=train, evaporated_kg=hazard.evaporated_kg + given.vapour_kg)
    return left
