"""Transmissivity against the values tabulated for Wayne's formula; worked example by tests/house/test_physics.py."""

from math import exp, log10

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics.transmissivity import transmissivity, transmissivity_array

# As HyRAM's tests give them from the paper: two digits, so half a unit of the last digit is added to 1 %.
WAYNE = [
    (253.0, 10.0, 0.96), (253.0, 1000.0, 0.72), (273.0, 100.0, 0.78), (273.0, 1000.0, 0.61), (293.0, 10.0, 0.86),
    (293.0, 100.0, 0.71), (303.0, 10.0, 0.84), (303.0, 1000.0, 0.47),
]  # fmt: skip


@pytest.mark.parametrize(("air_k", "path_m", "share"), WAYNE)
def test_half_moist_air(air_k: float, path_m: float, share: float) -> None:
    assert transmissivity(air_k, 0.5, path_m) == pytest.approx(share, abs=0.01 * share + 0.005)


def test_all_but_the_longest_path_of_the_warmest_air_are_met_to_one_percent() -> None:
    off = [abs(transmissivity(t, 0.5, x) / share - 1.0) for t, x, share in WAYNE]
    assert [n for n, v in enumerate(off) if v > 0.01] == [7] and off[7] < 0.025


def test_no_vapour_pressure_of_water_meets_the_longest_path_of_the_warmest_air() -> None:
    """The fit itself gives 0.460: 303 K and 1000 m need 29.7 mmHg for 1 % of 0.47, and water has 31.4 to 31.9.

    Correlations: Magnus (WMO-8 2018), Antoine (NIST), Goff and Gratch 1946, and the one that is used.
    """

    def fit(mmhg: float) -> float:
        w, c = log10(500.0 * mmhg * 288.651 / 303.0), log10(273.0e3 / 303.0)
        return 1.006 - 0.01171 * w - 0.02368 * w * w - 0.03188 * c + 0.001164 * c * c

    goff = -7.90298 * (373.16 / 303.0 - 1.0) + 5.02808 * log10(373.16 / 303.0) + log10(1013.246)
    water = (
        6.112 * exp(17.62 * 29.85 / (243.12 + 29.85)) / 1.333224, 10.0 ** (8.07131 - 1730.63 / (233.426 + 29.85)),
        10.0 ** (goff + 8.1328e-3 * (10.0 ** (-3.49149 * (373.16 / 303.0 - 1.0)) - 1.0)) / 1.333224,
        exp(18.3036 - 3816.44 / (303.0 - 46.13)),
    )  # fmt: skip
    assert all(31.3 < p < 31.9 for p in water)
    assert all(fit(p) == pytest.approx(transmissivity(303.0, 0.5, 1000.0), abs=5e-4) for p in water)
    assert all(fit(p) < 0.47 * 0.99 < fit(29.7) for p in water) and fit(29.8) < 0.47 * 0.99


@given(st.floats(253.0, 313.0), st.floats(0.0, 1.0), st.floats(0.0, 1900.0), st.floats(1.0, 100.0))
def test_falls_with_the_path_and_with_moisture(air_k: float, humidity: float, path_m: float, more_m: float) -> None:
    here = transmissivity(air_k, humidity, path_m)
    assert 0.0 <= transmissivity(air_k, humidity, path_m + more_m) <= here <= 1.0
    assert transmissivity(air_k, 1.0, path_m) <= here


def test_both_doors_give_equal_bits() -> None:
    path = np.array([0.0, 0.5, 3.0, 77.0, 1500.0])
    assert transmissivity_array(288.0, 0.7, path).tolist() == [transmissivity(288.0, 0.7, x) for x in path.tolist()]
