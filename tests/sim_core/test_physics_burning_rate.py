"""Burning rates against measured large pools, the NUREG-1805 worksheet and Burgess' rule."""

import pytest

from sim_core.physics import burning_rate
from sim_core.physics.burning_rate import POOLS
from sim_core.physics.substances import SUBSTANCES

# NIST fire experiments, Pool_Fires_Exp.csv: large pools, kg/(m2 s).
MEASURED = {"acetone": 0.040, "benzene": 0.087, "butane": 0.078, "ethanol": 0.030, "heptane": 0.067, "methanol": 0.022}
INF = float("inf")


@pytest.mark.parametrize("fuel", MEASURED)
def test_wide_pools_burn_as_measured(fuel: str) -> None:
    pool = POOLS[fuel]
    assert burning_rate.flux_kg_m2_s(pool.flux_kg_m2_s, pool.k_beta_1_m, INF) == pytest.approx(MEASURED[fuel], rel=1e-9)


def test_heat_of_the_nureg_worksheet() -> None:
    flux = burning_rate.flux_kg_m2_s(0.045, 2.1, 17.3507)
    assert burning_rate.heat_release_kw(flux, 44.4e6, 17.3507) == pytest.approx(472403.6, rel=1e-3)


def test_large_lng_fires_burn_as_seen() -> None:
    """Montoir, 35 m: 0.11 to 0.13 kg/(m2 s)."""
    pool = POOLS["lng"]
    assert burning_rate.flux_kg_m2_s(pool.flux_kg_m2_s, pool.k_beta_1_m, 35.0) == pytest.approx(0.125, rel=0.25)


def test_wider_burns_faster_up_to_the_limit() -> None:
    rates = [burning_rate.flux_kg_m2_s(0.055, 2.1, d) for d in (0.2, 0.5, 1.0, 3.0, 30.0, INF)]
    assert rates == sorted(rates) and rates[0] == pytest.approx(0.0189, rel=0.01) and rates[-1] == 0.055


def test_every_fuel_is_a_substance_that_burns_and_has_a_source() -> None:
    for fuel, pool in POOLS.items():
        assert SUBSTANCES[fuel].heat_of_combustion_j_kg > 0.0 and pool.source
        assert 0.0 < pool.radiant_fraction < 0.5 and pool.smoke_kw_m2 >= 0.0


def test_a_cold_liquid_needs_no_warming() -> None:
    cold = burning_rate.burgess_flux_kg_m2_s(50.0e6, 510.0e3, 3500.0, 111.7, 293.0)
    assert cold == pytest.approx(0.098, rel=0.01)
