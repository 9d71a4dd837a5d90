"""Flames against the NIST values of Heskestad's correlation and against the LNG fires of Montoir and Phoenix."""

from math import asin, degrees, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import flame

# firemodels/exp, Heskestad_Correlation_2.csv: Q*, L/D.
HESKESTAD = [
    (0.1, 0.46), (0.2, 0.93), (1.0, 2.70), (2.0, 3.89), (10.0, 8.32), (20.0, 11.30), (50.0, 16.76), (200.0, 29.93),
    (500.0, 43.63), (1000.0, 57.90), (2000.0, 76.73), (5000.0, 111.15), (10000.0, 146.98),
]  # fmt: skip
# Montoir (35 m) and Phoenix 1 (20.7 m): kg/(m2 s), wind m/s, width m; length m, tilt deg, drag ratio.
SEEN = {
    "montoir_1_p1": (0.12, 2.5, 35.0, 89.0, 40.0, 1.10),
    "montoir_1_p2": (0.13, 4.8, 35.0, 72.0, 54.0, 1.20),
    "montoir_3_p1": (0.11, 1.9, 35.0, 74.0, 39.0, 1.05),
    "montoir_3_p2": (0.13, 3.5, 35.0, 72.0, 41.0, 1.14),
    "montoir_3_p3": (0.13, 4.2, 35.0, 68.0, 42.0, 1.07),
    "phoenix_1": (0.147, 4.77, 20.7, 70.0, 50.0, 0.0),
}


@pytest.mark.parametrize(("q_star", "lengths"), HESKESTAD)
def test_heskestad(q_star: float, lengths: float) -> None:
    """Air at 20 degC: the sources differ by 1 % in its heat, so Q is made with 1.2 kg/m3, 1.0 kJ/(kg K), 293 K."""
    heat_kw = q_star * 1.2 * 1.0 * 293.0 * sqrt(9.81 * 2.0) * 4.0
    found = flame.heskestad_length_m(heat_kw, 2.0) / 2.0
    assert found == pytest.approx(lengths, abs=0.02 + 0.002 * lengths)


@pytest.mark.parametrize("test", SEEN)
def test_large_lng_flames(test: str) -> None:
    flux, wind, width, length, tilt, drag = SEEN[test]
    heat_kw = flux * 50.0e3 * 0.785398 * width * width
    assert flame.length_m(heat_kw, flux, width, wind, smoky=False) == pytest.approx(length, rel=0.25)
    assert degrees(asin(flame.tilt_sine(width, wind, smoky=False))) == pytest.approx(tilt, abs=15.0)
    if drag:
        assert flame.drag_ratio(width, wind) == pytest.approx(drag, rel=0.2)


@given(st.floats(0.005, 0.15), st.floats(0.5, 100.0), st.floats(0.0, 24.0))
def test_wind_shortens_and_leans(flux: float, width: float, wind: float) -> None:
    heat_kw = flux * 44.0e3 * 0.785398 * width * width
    for smoky in (False, True):
        here = flame.length_m(heat_kw, flux, width, wind, smoky)
        assert flame.length_m(heat_kw, flux, width, wind + 1.0, smoky) <= here * (1.0 + 1e-12)
        assert 0.0 <= flame.tilt_sine(width, wind, smoky) < flame.tilt_sine(width, wind + 1.0, smoky) < 1.0


def test_tilt_solves_its_equation() -> None:
    sine = flame.tilt_sine(10.0, 5.0, smoky=True)
    assert sine / (1.0 - sine * sine) == pytest.approx(3.13 * (25.0 / 98.1) ** 0.431, rel=1e-9)


def test_still_air_leaves_the_flame_upright_and_round() -> None:
    assert flame.tilt_sine(20.0, 0.0, smoky=False) == 0.0 and flame.drag_ratio(20.0, 0.0) == 1.0
    assert flame.length_m(1e5, 0.05, 8.0, 0.0, smoky=True) == flame.thomas_length_m(0.05, 8.0)
