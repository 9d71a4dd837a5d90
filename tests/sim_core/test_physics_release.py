"""Whole releases: field trials, a neutral gas against Briggs, more puffs, other gases."""

import tomllib
from math import exp, log, pi, sqrt

import pytest

from sim_core.physics import release, train_air
from sim_core.physics.train import Gas
from tests.house.tree import ROOT
from tests.sim_core.train_cases import CHLORINE, METHANE, NEUTRAL, PETROL, air

TRIALS = tomllib.loads((ROOT / "server" / "validation" / "data" / "lng_field.toml").read_text("utf-8"))["trial"]
OPEN = [t for t in TRIALS if not t["fence"]]


def ratios(trial: dict) -> list[float]:
    """ln(observed / predicted) on each arc of a trial."""
    k = 1.0 / trial["obukhov_m"]
    wind, friction = trial["wind_10m_m_s"], trial["friction_velocity_m_s"]
    exponent = train_air.wind_exponent(wind, friction, k)
    layer = train_air.layer(
        train_air.stability_of(k), k, exponent, trial["ambient_temperature_k"], trial["ambient_pressure_pa"]
    )
    got = release.maxima(
        METHANE, train_air.Air(wind, 0.0, friction, layer), trial["mass_kg"] / trial["duration_s"], trial["duration_s"],
        trial["pool_diameter_m"], 111.7, tuple(trial["distance_m"]),
    )  # fmt: skip
    return [log(o / p) for o, p in zip(trial["observed_fraction"], got, strict=True)]


def test_field_trials_of_lng_in_the_open() -> None:
    """The bars of the cohort, and trial by trial: light-wind Coyote 6 is over-predicted by every slab model."""
    by_trial = {t["id"]: ratios(t) for t in OPEN}
    within = {name for name, r in by_trial.items() if 0.5 <= exp(sum(r) / len(r)) <= 2.0}
    assert within == set(by_trial) - {"Coyote6"}
    found = [r for rs in by_trial.values() for r in rs]
    n = len(found)
    assert n == 26
    assert sum(abs(r) <= log(2.0) for r in found) / n >= 0.65
    assert 0.8 <= exp(sum(found) / n) <= 1.25
    assert exp(sum(r * r for r in found) / n) <= 1.8


def test_twice_as_many_puffs_change_little(monkeypatch: pytest.MonkeyPatch) -> None:
    case = (METHANE, air(5.0), 40.0, 120.0, 20.0, 111.7, (50.0, 150.0, 400.0, 1000.0))
    coarse = release.maxima(*case)
    monkeypatch.setattr(release, "STEP_S", 0.5)
    assert release.maxima(*case) == pytest.approx(coarse, rel=0.1)


def briggs(flow_kg_s: float, wind: float, x: float) -> float:
    """Ground-level kg/m3 on the axis of Briggs' rural plume in class D, 10 min."""
    across = 0.08 * x / sqrt(1.0 + 1.0e-4 * x)
    up = 0.06 * x / sqrt(1.0 + 1.5e-3 * x)
    return flow_kg_s / (pi * wind * across * up)


@pytest.mark.parametrize("wind", [3.0, 5.0, 10.0])
def test_a_neutral_gas_far_away_is_the_passive_plume(wind: float) -> None:
    xs = (300.0, 1000.0, 2000.0)
    got = release.maxima(NEUTRAL, air(wind, averaging_s=600.0), 1.0, 3600.0, 2.0, 293.15, xs, 0.0)
    density = 101325.0 * 0.02896 / (8.314462618 * 293.15)
    for x, fraction in zip(xs, got, strict=True):
        assert 1.0 / 1.5 < fraction * density / briggs(1.0, wind, x) < 1.5


def test_a_short_release_is_less_far_away_and_the_same_near() -> None:
    xs = (20.0, 2000.0)
    long = release.maxima(METHANE, air(5.0), 20.0, 1200.0, 10.0, 111.7, xs)
    short = release.maxima(METHANE, air(5.0), 20.0, 20.0, 10.0, 111.7, xs)
    assert short[0] == pytest.approx(long[0], rel=0.05) and short[1] < 0.6 * long[1]


@pytest.mark.parametrize(
    ("gas", "at_k", "kind", "wind"),
    [(CHLORINE, 239.0, "F", 1.5), (CHLORINE, 239.0, "D", 5.0), (PETROL, 283.0, "F", 1.5), (METHANE, 111.7, "D", 8.0)],
)
def test_other_gases_are_sane(gas: Gas, at_k: float, kind: str, wind: float) -> None:
    w = air(wind, kind)
    some = release.maxima(gas, w, 5.0, 600.0, 10.0, at_k, (30.0, 100.0, 300.0, 1000.0), 0.5)
    more = release.maxima(gas, w, 10.0, 600.0, 10.0, at_k, (30.0, 100.0, 300.0, 1000.0), 0.5)
    assert 1.0 > some[0] > some[1] > some[2] > some[3] > 0.0
    assert all(m > s for m, s in zip(more, some, strict=True))


def test_the_wind_s_direction_does_not_matter() -> None:
    xs = (50.0, 200.0)
    east = release.maxima(METHANE, air(4.0), 20.0, 100.0, 10.0, 111.7, xs)
    north = release.maxima(METHANE, air(4.0, toward=(0.0, 1.0)), 20.0, 100.0, 10.0, 111.7, xs)
    assert north == pytest.approx(east, rel=1e-9)
