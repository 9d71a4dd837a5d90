import math

import pytest

from sim_core.physics.fire import Fire, heat_wall, pool_fire, radiant_flux_w_m2, transmissivity
from sim_core.physics.substance import PETROL

AREA = math.pi * 15.0 * 15.0


def burning(foam: float = 0.0, wind: float = 0.0) -> Fire:
    fire = pool_fire(PETROL, AREA, foam, wind, 288.15)
    assert fire is not None
    return fire


def test_thirty_metre_petrol_fire_by_thomas() -> None:
    fire = burning()
    assert fire.burning_kg_s == pytest.approx(0.055 * AREA)
    assert fire.heat_release_w == pytest.approx(1.699e9, rel=1e-3)
    expected = 42.0 * 30.0 * (0.055 / (1.2248 * math.sqrt(9.80665 * 30.0))) ** 0.61
    assert fire.flame_length_m == pytest.approx(expected, rel=1e-3)
    assert fire.tilt_rad == 0.0


def test_wind_tilts_by_the_aga_rule() -> None:
    u = 6.0 / (9.80665 * 0.055 * 30.0 / 1.2248) ** (1.0 / 3.0)
    assert math.cos(burning(wind=6.0).tilt_rad) == pytest.approx(u**-0.5, rel=1e-3)


def test_foam_takes_fuel_away_until_the_fire_is_out() -> None:
    assert burning(0.5).burning_kg_s == pytest.approx(0.5 * burning().burning_kg_s)
    assert pool_fire(PETROL, AREA, 1.0, 0.0, 288.15) is None


def test_point_source_flux() -> None:
    fire = burning()
    tau = transmissivity(100.0, 0.7, 288.15)
    water = 0.7 * 610.78 * math.exp(17.27 * 15.0 / (288.15 - 35.85))
    assert tau == pytest.approx(2.02 * (water * 100.0) ** -0.09, rel=1e-9)
    flux = radiant_flux_w_m2(PETROL, fire, 100.0, 0.7, 288.15)
    assert flux == pytest.approx(0.2 * fire.heat_release_w * tau / (4.0 * math.pi * 1.0e4), rel=1e-9)
    near, far = (radiant_flux_w_m2(PETROL, fire, d, 0.7, 288.15) for d in (50.0, 200.0))
    assert near > flux > far
    assert radiant_flux_w_m2(PETROL, fire, 0.0, 0.7, 288.15) == radiant_flux_w_m2(PETROL, fire, 15.0, 0.7, 288.15)


def heated(flux: float, wetted: bool, cooling: float, seconds: int) -> float:
    wall = 293.15
    for _ in range(seconds):
        wall = heat_wall(wall, flux, wetted, cooling, 293.15, 1.0)
    return wall


def test_a_dry_wall_under_fire_passes_500_c_in_about_five_minutes() -> None:
    assert 700.0 < heated(60.0e3, False, 0.0, 300) < 900.0


def test_liquid_behind_or_water_on_the_wall_keeps_it_cool() -> None:
    assert heated(20.0e3, True, 0.0, 1800) < 350.0
    assert heated(20.0e3, False, 2.5, 1800) == pytest.approx(293.15, abs=0.01)
    assert heated(0.0, False, 10.0, 100) == pytest.approx(293.15, abs=1e-9)
