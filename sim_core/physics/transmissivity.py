"""Transmissivity: the share of a flame's radiation that the moist air lets through."""

from sim_core import exact
from sim_core.exact.polynomial import FloatArray
from sim_core.physics.validity import Example, states

WAYNE = "Wayne, J. Loss Prev. Process Ind. 4 (1991) 86-92, fit for a black body of 1500 K"
PER_LN_10 = 0.4342944819032518  # log10 x = ln x / ln 10
LEAST_WATER = 0.567  # here the fit is greatest; below it would fall again
LEAST_CO2 = 1.0


@states(
    f"{WAYNE}; saturation pressure: Reid, Prausnitz and Sherwood, Properties of Gases and Liquids, 3rd ed. 1977",
    Example("Wayne 1991 as tabulated in HyRAM's tests, 293 K, 50 %, 100 m", {
        "air_temperature_k": 293.0, "relative_humidity": 0.5, "path_m": 100.0}, 0.71, 0.01),
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
    path_m=(0.0, 2000.0),
)  # fmt: skip
def transmissivity(air_temperature_k: float, relative_humidity: float, path_m: float) -> float:
    """Share let through over path_m, 0..1.

    t = 1.006 - 0.01171 w - 0.02368 w^2 - 0.03188 c + 0.001164 c^2, w and c = log10 of the paths of water and CO2:
    X_H2O = RH L S 288.651 / T with S the saturation pressure in mmHg, X_CO2 = 273 L / T. RH: relative_humidity, 0..1.
    """
    water = _log10(max(relative_humidity * path_m * _water_per_m(air_temperature_k), LEAST_WATER))
    carbon_dioxide = _log10(max(273.0 * path_m / air_temperature_k, LEAST_CO2))
    share = 1.006 - water * (0.01171 + 0.02368 * water) - carbon_dioxide * (0.03188 - 0.001164 * carbon_dioxide)
    return min(max(share, 0.0), 1.0)


@states(
    WAYNE,
    air_temperature_k=(253.0, 313.0),
    relative_humidity=(0.0, 1.0),
)
def transmissivity_array(air_temperature_k: float, relative_humidity: float, path_m: FloatArray) -> FloatArray:
    """`transmissivity` for many paths in one air; the formula is the same: t = fit(log10 of the paths).

    Example: tests/sim_core/test_physics_transmissivity.py
    """
    air = relative_humidity * _water_per_m(air_temperature_k)
    water = PER_LN_10 * exact.log_array((path_m * air).clip(LEAST_WATER, None))
    carbon_dioxide = PER_LN_10 * exact.log_array((path_m * (273.0 / air_temperature_k)).clip(LEAST_CO2, None))
    share = 1.006 - water * (0.01171 + 0.02368 * water) - carbon_dioxide * (0.03188 - 0.001164 * carbon_dioxide)
    return share.clip(0.0, 1.0)


def _water_per_m(air_temperature_k: float) -> float:
    """Path of water in one metre of saturated air. Below 284 K the pressure lies between that over ice and water."""
    saturated_mmhg = exact.exp(18.3036 - 3816.44 / (air_temperature_k - 46.13))
    return saturated_mmhg * 288.651 / air_temperature_k


def _log10(value: float) -> float:
    return PER_LN_10 * exact.log(value)
