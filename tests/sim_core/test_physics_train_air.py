"""Air of the train: profile against the wind measured at field trials, limits of its parts."""

from math import gamma, log

import pytest

from sim_core.physics import train_air

# Wind (z m, m/s), u* m/s, L m: profiles of the LNG field trials in the FDS Validation Guide, table LNG_Dispersion.
PROFILES = (
    ("Burro3", ((1.0, 5.06), (10.0, 5.94)), 0.255, -9.49),
    ("Burro8", ((1.0, 1.63), (10.0, 2.40)), 0.074, 16.2),
    ("Coyote3", ((1.0, 6.12), (8.0, 7.33)), 0.31, -8.56),
    ("MaplinSands27", ((1.0, 4.8), (10.0, 5.5)), 0.19, -14.4),
)


@pytest.mark.parametrize(("name", "measured", "friction", "obukhov"), PROFILES)
def test_wind_low_down(name: str, measured: tuple[tuple[float, float], ...], friction: float, obukhov: float) -> None:
    (_, low), (z, high) = measured
    exponent = train_air.wind_exponent(high, friction, 1.0 / obukhov)
    assert high / z**exponent == pytest.approx(low, rel=0.12), name
    at_10m = high * (10.0 / z) ** exponent
    share = train_air.layer("D", 0.0, exponent, 293.0, 1e5).share_1m
    assert at_10m * share == pytest.approx(low, rel=0.12), name


def test_a_neutral_wind_is_logarithmic() -> None:
    friction = train_air.friction_velocity_m_s(6.0, 0.1, 0.0)
    assert friction == pytest.approx(0.41 * 6.0 / log(100.0), rel=1e-9)
    secant = log(log(100.0) / log(10.0)) / log(10.0)
    assert train_air.wind_exponent(6.0, friction, 0.0) == pytest.approx(secant, rel=0.05)


def test_stable_air_bends_the_wind_more_than_unstable_air() -> None:
    kinds = [1.0 / -10.0, 0.0, 1.0 / 30.0]
    exponents = [train_air.wind_exponent(5.0, 0.2, k) for k in kinds]
    assert exponents == sorted(exponents) and exponents[0] < exponents[-1]
    drags = [train_air.friction_velocity_m_s(5.0, 0.1, k) for k in kinds]
    assert drags == sorted(drags, reverse=True) and drags[0] > drags[-1]


@pytest.mark.parametrize("kind", train_air.STABILITIES)
def test_class_and_obukhov_length_agree_in_sign(kind: str) -> None:
    k = train_air.per_obukhov_1_m(kind, 0.03)
    assert (k < 0.0) == (kind in "ABC") and (k > 0.0) == (kind in "EF")


@pytest.mark.parametrize("obukhov", [5.0, 100.0, 1000.0, -1000.0, -30.0, -5.0])
def test_class_of_obukhov_length(obukhov: float) -> None:
    expected = {5.0: "F", 100.0: "E", 1000.0: "D", -1000.0: "D", -30.0: "C", -5.0: "B"}[obukhov]
    assert train_air.stability_of(1.0 / obukhov) == expected


@pytest.mark.parametrize("y", [0.5, 0.55, 0.7, 0.85, 1.0])
def test_gamma(y: float) -> None:
    assert train_air.gamma(y) == pytest.approx(gamma(y), rel=1e-6)


def test_longer_averaging_spreads_more_and_none_is_the_shortest() -> None:
    spread = [train_air.layer("D", 0.0, 0.2, 293.0, 1e5, t).spread for t in (0.0, 18.3, 600.0)]
    assert spread[0] == spread[1] < spread[2] == pytest.approx(0.136)


def test_large_eddies_count_in_a_long_average_only() -> None:
    acts = [train_air.layer("B", -0.1, 0.1, 293.0, 1e5, t).per_obukhov_1_m for t in (0.0, 60.0, 600.0, 3600.0)]
    assert acts[0] == 0.0 > acts[1] > acts[2] == acts[3] == -0.1
    assert train_air.layer("F", 0.05, 0.4, 293.0, 1e5).per_obukhov_1_m == 0.05
