"""Briggs rise against the cases of GasDispersion.jl (27ac3007, MIT)."""

import pytest

from sim_core.physics import plume_rise

AIR_K, WIND = 288.15, 4.0


def of(velocity: float, warm_k: float, stability: str) -> plume_rise.Rise:
    return plume_rise.rise(1.0, velocity, warm_k, WIND, AIR_K, stability)


def test_hot_plume_in_unstable_air() -> None:
    weak, strong = of(72.93819699672669, 400.0, "A"), of(87.52583639607202, 400.0, "A")
    assert plume_rise.rise_m(weak, 50.0) == pytest.approx(20.0)
    assert plume_rise.rise_m(weak, 2.0 * weak.final_at_m) == pytest.approx(100.71365158671999)
    assert (strong.final_m, strong.final_at_m) == (pytest.approx(112.8895989623143), pytest.approx(612.07897481385))


def test_fast_plume_in_unstable_air() -> None:
    fast = of(179.87751923862007, 325.0, "A")
    assert not fast.buoyant and fast.flux == pytest.approx(7171.814541070672)
    assert plume_rise.rise_m(fast, 50.0) == pytest.approx(81.01824072514351)
    assert plume_rise.rise_m(fast, 2e3) == pytest.approx(3.0 * 179.87751923862007 / WIND)


@pytest.mark.parametrize(
    ("stability", "at_m", "final_m"),
    [("E", 317.60677324769046, 68.59722859012221), ("F", 240.0881533494489, 56.92380039947288)],
)
def test_hot_plume_in_stable_air(stability: str, at_m: float, final_m: float) -> None:
    hot = of(72.93819699672669, 400.0, stability)
    assert hot.buoyant and (hot.final_at_m, hot.final_m) == (pytest.approx(at_m), pytest.approx(final_m))


def test_fast_plume_in_stable_air() -> None:
    """ISC3 divides by the wind, the case by the jet: F_m / (u sqrt s) against 19.045 (v / u)^(1/3)."""
    fast = of(240.91531595745576, 325.0, "E")
    assert not fast.buoyant and fast.flux == pytest.approx(12864.831225945449)
    assert fast.final_at_m == pytest.approx(240.83782417699823)
    assert fast.final_m == pytest.approx(19.04522445600697 * (240.91531595745576 / WIND) ** (1 / 3))
    assert plume_rise.rise_m(fast, 500.0) == fast.final_m >= plume_rise.rise_m(fast, 50.0) > 0.0


def test_cold_and_slow_release_does_not_soar() -> None:
    cold = plume_rise.rise(1.0, 1.0, 250.0, WIND, AIR_K, "D")
    assert plume_rise.rise_m(cold, 0.0) == 0.0 and plume_rise.rise_m(cold, 1e3) == pytest.approx(0.75)
    assert cold.final_at_m == pytest.approx(4.0 * 13.0 * 13.0 / 4.0)  # ISC3: 4 d (v + 3 u)^2 / (v u)
