"""Multi-energy: published fits, order of the strengths, and agreement with the flame-speed curves where both hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import bst, multi_energy


@pytest.mark.parametrize(
    ("strength", "scaled", "ratio"),
    [(1.0, 0.3, 0.01), (1.0, 5.0, 6.4e-3 * 5.0**-0.97), (4.0, 2.0, 6.44e-2 * 2.0**-0.99),
     (5.0, 10.0, 0.117 * 10.0**-0.99),
     (6.0, 0.5, 0.5), (6.0, 20.0, 0.301 * 20.0**-1.11)],
)  # fmt: skip
def test_the_published_fits(strength: float, scaled: float, ratio: float) -> None:
    assert multi_energy.overpressure(strength, scaled) == pytest.approx(ratio, rel=1e-6)


@given(st.floats(1.0, 10.0), st.floats(0.23, 20.0), st.floats(0.01, 3.0))
def test_stronger_is_worse_and_farther_is_weaker(strength: float, scaled: float, more: float) -> None:
    here = multi_energy.overpressure(strength, scaled)
    assert multi_energy.overpressure(min(strength + more, 10.0), scaled) >= here * (1.0 - 1e-9)
    assert multi_energy.overpressure(strength, scaled * (1.0 + more)) <= here * (1.0 + 1e-9)


@pytest.mark.parametrize("scaled", [1.0, 2.0, 5.0])
def test_a_detonation_by_both_methods(scaled: float) -> None:
    """Strength 10 with E against Mf 5.2 with 2 E: the chart of TNO lies up to a third below that of Tang and Baker."""
    ratio = multi_energy.overpressure(10.0, scaled) / bst.overpressure(5.2, scaled * 0.5 ** (1.0 / 3.0))
    assert 0.65 < ratio < 1.1


def test_weak_waves_last_longer() -> None:
    lasts = [multi_energy.positive_phase_s(s, 2.0, 1.0e9) for s in (1.0, 2.0, 4.0, 6.0)]
    assert lasts == sorted(lasts, reverse=True)
    assert lasts[0] / lasts[1] == pytest.approx(2.0**0.5)
    one, eight = (multi_energy.positive_phase_s(3.0, 2.0, e) for e in (1.0e9, 8.0e9))
    assert eight == pytest.approx(2.0 * one)


def test_between_two_strengths_it_is_their_geometric_mean() -> None:
    below, above = 0.117 * 3.0**-0.99, 0.301 * 3.0**-1.11
    assert multi_energy.overpressure(5.5, 3.0) == pytest.approx((below * above) ** 0.5)
