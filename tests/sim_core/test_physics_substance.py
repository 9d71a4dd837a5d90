import pytest

from sim_core.physics.substance import (
    PETROL,
    air_density_kg_m3,
    vapour_density_kg_m3,
    vapour_pressure_pa,
)


def test_vapour_pressure_is_the_reference_there_and_halves_some_17_k_below() -> None:
    assert vapour_pressure_pa(PETROL, 293.15) == pytest.approx(50.0e3, rel=1e-12)
    # Worked: S = 3.3e5 * 0.065 / 8.314463 = 2579.8 K; S (1/276.15 - 1/293.15) = 0.54177; exp(-0.54177) = 0.58172.
    assert vapour_pressure_pa(PETROL, 276.15) == pytest.approx(29086.0, rel=1e-3)


def test_densities_are_those_of_ideal_gases() -> None:
    assert air_density_kg_m3(288.15) == pytest.approx(1.2248, rel=1e-3)
    assert vapour_density_kg_m3(PETROL, 293.15) == pytest.approx(2.7021, rel=1e-3)
