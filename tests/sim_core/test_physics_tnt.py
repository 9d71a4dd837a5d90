"""TNT equivalence against a reading of the chart and against published figures of the Kingery-Bulmash fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import tnt

# Overpressure / ambient at Z, a digitised reading of the CCPS chart.
READ = [(1.0, 12.8341), (2.0, 2.6915), (5.0, 0.4147), (10.0, 0.1418), (20.0, 0.0559), (39.0, 0.0240)]


@pytest.mark.parametrize(("scaled", "ratio"), READ)
def test_the_chart(scaled: float, ratio: float) -> None:
    assert tnt.overpressure_pa(scaled) / 101_325.0 == pytest.approx(ratio, rel=0.05)


@pytest.mark.parametrize("scaled", [0.3, 1.0, 3.0, 10.0, 23.0, 39.0])
def test_it_stays_near_kingery_and_bulmash(scaled: float) -> None:
    """Swisdak 1994, metric: kPa = exp(polynomial in ln Z)."""
    fits = ((2.9, (7.2106, -2.1069, -0.3229, 0.1117, 0.0685)), (23.8, (7.5938, -3.0523, 0.40977, 0.0261, -0.01267)),
            (198.5, (6.0536, -1.4066)))  # fmt: skip
    assert tnt.overpressure_pa(scaled) == pytest.approx(1000.0 * tnt._fit(fits, scaled), rel=0.12)


def test_ten_tonnes_at_500_m() -> None:
    """Published worked figures: 295.8769 kPa ms, 133.2334 ms."""
    scaled = tnt.scaled_m_kg13(1.0e4, 500.0)
    assert tnt.impulse_pa_s(scaled, 1.0e4) == pytest.approx(295.87689, rel=1e-6)
    assert tnt.positive_phase_s(scaled, 1.0e4) == pytest.approx(0.13323345, rel=1e-6)


@given(st.floats(0.1, 900.0), st.floats(1.01, 2.0))
def test_pressure_falls_and_is_smooth_at_the_end_of_the_chart(scaled: float, further: float) -> None:
    assert tnt.overpressure_pa(scaled * further) < tnt.overpressure_pa(scaled)
    assert tnt.overpressure_pa(tnt.LAST * 1.0001) == pytest.approx(tnt.overpressure_pa(tnt.LAST), rel=1e-3)


@given(st.floats(0.3, 38.0), st.floats(1.0, 1e5))
def test_impulse_lies_below_the_rectangle(scaled: float, mass: float) -> None:
    assert tnt.impulse_pa_s(scaled, mass) < 1.2 * tnt.overpressure_pa(scaled) * tnt.positive_phase_s(scaled, mass)
