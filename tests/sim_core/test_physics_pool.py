from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.physics.pool import (
    Pool,
    depth_m,
    drain,
    evaporate,
    evaporation_flux_kg_m2_s,
    overtop,
    spread,
)
from sim_core.physics.substance import AIR_KG_MOL, PETROL

POOL = Pool(2.0e5, 280.0, 3000.0)


@given(st.floats(0.0, 3.0e5), st.floats(0.1, 300.0), st.floats(260.0, 310.0), st.floats(0.1, 10.0))
@settings(max_examples=50)
def test_spreading_keeps_mass_and_enthalpy(mass: float, inflow: float, in_k: float, dt: float) -> None:
    pool = replace(POOL, mass_kg=mass)
    after = spread(PETROL, pool, inflow, in_k, 4000.0, dt)
    assert after.mass_kg == pytest.approx(mass + inflow * dt, rel=1e-12)
    enthalpy = mass * pool.temperature_k + inflow * dt * in_k
    assert after.mass_kg * after.temperature_k == pytest.approx(enthalpy, rel=1e-12)
    assert pool.area_m2 <= after.area_m2 <= 4000.0


def test_a_spill_spreads_at_one_centimetre_and_stops_at_the_walls() -> None:
    pool = Pool(0.0, 283.0, 0.0)
    areas = []
    for _ in range(600):
        pool = spread(PETROL, pool, 105.0, 275.0, 4000.0, 1.0)
        areas.append(pool.area_m2)
        assert depth_m(PETROL, pool) >= 0.01 - 1e-12
    assert areas == sorted(areas)
    assert areas[59] < 4000.0 == areas[-1]
    assert depth_m(PETROL, pool) == pytest.approx(600 * 105.0 / 740.0 / 4000.0, rel=1e-9)


def test_flux_of_mackay_and_matsugu() -> None:
    # Worked: u = 2, D = 50: 2^0.78 = 1.7171, 50^-0.11 = 0.65031, 2^-0.67 = 0.62850 -> k = 3.3687e-3 m/s;
    # M p / (R T) = 0.065 * 5e4 / (8.314463 * 293.15) = 1.33341 kg/m3.
    area = 3.141592653589793 * 625.0
    flux = evaporation_flux_kg_m2_s(PETROL, 293.15, area, 2.0, 1.0)
    assert flux == pytest.approx(3.3687e-3 * 1.33341, rel=1e-4)


@given(st.floats(10.0, 1e6), st.floats(250.0, 320.0), st.floats(0.0, 15.0), st.floats(0.0, 1.0))
@settings(max_examples=50)
def test_evaporation_closes_mass_and_energy(mass: float, k: float, wind: float, foam: float) -> None:
    pool = Pool(mass, k, 500.0, foam)
    after, gone = evaporate(PETROL, pool, wind, 283.15, 300.0, 1.0)
    assert after.mass_kg + gone.vapour_kg == pytest.approx(mass, rel=1e-12)
    stored = mass * 2100.0 * (after.temperature_k - k)
    assert stored + 3.3e5 * gone.vapour_kg == pytest.approx(gone.taken_j, rel=1e-9, abs=1e-3 * mass * 1e-3)


def test_foam_holds_back_nine_tenths_and_wind_helps() -> None:
    bare = evaporate(PETROL, POOL, 2.0, 283.0, 0.0, 1.0)[1].vapour_kg
    covered = evaporate(PETROL, replace(POOL, foam_cover=1.0), 2.0, 283.0, 0.0, 1.0)[1].vapour_kg
    assert covered == pytest.approx(0.1 * bare, rel=1e-12)
    assert evaporate(PETROL, POOL, 4.0, 283.0, 0.0, 1.0)[1].vapour_kg > bare
    assert evaporate(PETROL, POOL, 2.0, 283.0, 0.0, 1.0, 0.25)[1].vapour_kg == pytest.approx(0.25 * bare)


def test_a_bare_pool_left_alone_cools() -> None:
    pool = POOL
    for _ in range(300):
        pool, _ = evaporate(PETROL, pool, 3.0, 280.0, 0.0, 1.0)
    assert pool.temperature_k < 280.0


def test_drain_follows_torricelli_and_never_takes_more_than_there_is() -> None:
    pool = Pool(740.0 * 1000.0 * 0.2, 283.0, 1000.0)
    after, lost = drain(PETROL, pool, 0.05, 2.0)
    assert lost == pytest.approx(740.0 * 0.62 * 0.05 * (2 * 9.80665 * 0.2) ** 0.5 * 2.0, rel=1e-9)
    assert after.mass_kg + lost == pytest.approx(pool.mass_kg, rel=1e-12)
    assert drain(PETROL, replace(pool, mass_kg=1.0), 5.0, 1000.0) == (replace(pool, mass_kg=0.0), 1.0)


def test_what_stands_over_the_wall_runs_over() -> None:
    pool = Pool(740.0 * 1000.0 * 1.2, 283.0, 1000.0)
    after, over = overtop(PETROL, pool, 1.0)
    assert over == pytest.approx(740.0 * 200.0, rel=1e-9)
    assert depth_m(PETROL, after) == pytest.approx(1.0, rel=1e-12)
    assert overtop(PETROL, pool, 1.5) == (pool, 0.0)


def test_vapour_leaves_with_the_air_of_a_film_at_half_saturation() -> None:
    gone = evaporate(PETROL, Pool(2.0e5, 293.15, 3000.0), 2.0, 293.15, 0.0, 1.0)[1]
    moles = gone.vapour_kg / PETROL.vapour_kg_mol
    assert moles / (moles + gone.air_kg / AIR_KG_MOL) == pytest.approx(0.5 * 50.0e3 / 101325.0, rel=1e-9)
    assert gone.heat_j == 0.0
