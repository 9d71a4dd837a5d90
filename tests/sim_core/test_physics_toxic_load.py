"""Toxic load: Withers & Lees on chlorine, the ladder of hydrogen sulfide, that relations invert."""

import pytest

from sim_core.physics import toxic_load as tox


@pytest.mark.parametrize(("minutes", "ppm"), [(10.0, 433.0), (30.0, 250.0)])
def test_chlorine_kills_half(minutes: float, ppm: float) -> None:
    """Withers & Lees 1985, abstract: regular population at the standard level of activity."""
    assert tox.toxic_probit("withers_lees_chlorine", ppm, 60.0 * minutes) == pytest.approx(5.0, abs=0.02)
    assert tox.lethal_half_ppm("withers_lees_chlorine", 60.0 * minutes) == pytest.approx(ppm, rel=0.01)


@pytest.mark.parametrize("relation", tox.PROBITS)
def test_every_relation_inverts_and_more_is_worse(relation: str) -> None:
    half = tox.lethal_half_ppm(relation, 1800.0)
    assert 1.0 < half < 60000.0
    assert tox.toxic_probit(relation, half, 1800.0) == pytest.approx(5.0, abs=1.0e-9)
    assert tox.toxic_probit(relation, 2.0 * half, 1800.0) > 5.0 > tox.toxic_probit(relation, half, 900.0)


def test_the_two_books_agree_within_a_factor_of_four() -> None:
    """LC50 at 30 min: the books differ (SO2 by 3.5), but a constant copied wrongly would be out by far more."""
    for gas in ("chlorine", "ammonia", "hydrogen_sulfide", "carbon_monoxide", "sulfur_dioxide", "hydrogen_cyanide"):
        ratio = tox.lethal_half_ppm(gas, 1800.0) / tox.lethal_half_ppm(f"purple_{gas}", 1800.0)
        assert 0.25 < ratio < 4.0, (gas, ratio)


LADDER = [(0.001, ""), (5.0, "smell"), (60.0, "eyes"), (150.0, "smell_fails"), (600.0, "collapse"), (5000.0, "instant")]


@pytest.mark.parametrize(("ppm", "effect"), LADDER)
def test_ladder_of_hydrogen_sulfide(ppm: float, effect: str) -> None:
    assert tox.h2s_effect(ppm) == effect


def test_ladder_climbs() -> None:
    steps = [rung.ppm for rung in tox.H2S_LADDER]
    assert steps == sorted(steps) and all(all(rung.text) for rung in tox.H2S_LADDER)


@pytest.mark.parametrize(
    ("ppm", "least_s", "most_s"), [(500.0, 240.0, 360.0), (700.0, 30.0, 120.0), (1000.0, 2.0, 30.0)]
)
def test_knock_down_is_where_osha_has_it(ppm: float, least_s: float, most_s: float) -> None:
    """OSHA: 500-700 ppm collapse in 5 min, 700-1000 within 1 to 2 min or breaths, 1000-2000 nearly at once."""
    took = 1.0 / tox.h2s_knock_down(ppm, 1.0)
    assert least_s <= took <= most_s


def test_100_ppm_fells_nobody_in_an_hour() -> None:
    assert tox.h2s_knock_down(100.0, 3600.0) < 0.02
