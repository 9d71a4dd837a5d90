"""Heated vessel: fire heat of API 521, water film, geometry, and an energy balance that closes step by step."""

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import vessel_fire as fire
from sim_core.physics.vessel_fire import Heated

BTU_H_W = 0.29307107
FT2_M2 = 0.09290304
TEMPERATURES = st.floats(250.0, 1200.0)


@pytest.mark.parametrize(("drained", "btu_h"), [(True, 3430636.0), (False, 5636046.0)])
def test_fire_heat(drained: bool, btu_h: float) -> None:
    """500 ft2 bare: 21,000 and 34,500 x 500^0.82 Btu/h."""
    assert fire.fire_heat_w(500.0 * FT2_M2, 1.0, drained) == pytest.approx(btu_h * BTU_H_W, rel=1e-4)
    assert fire.fire_heat_w(500.0 * FT2_M2, 0.3, drained) == pytest.approx(0.3 * btu_h * BTU_H_W, rel=1e-4)


@given(st.floats(0.0, 60.0), st.floats(275.0, 370.0), st.floats(0.0, 1.0), st.floats(0.0, 1e6))
def test_film_never_takes_more_than_comes_in(rate: float, water: float, evaporated: float, flux: float) -> None:
    taken = fire.film_removes_w_m2(rate, water, evaporated, flux)
    assert 0.0 <= taken <= flux
    full = rate / 60.0 * (4190.0 * (373.15 - water) + evaporated * 2.257e6)
    assert taken == pytest.approx(min(full, flux))


@given(st.floats(1.0, 25.0), st.floats(0.0, 1.0))
def test_sphere(diameter: float, share: float) -> None:
    """Full and half; the wetted wall is the derivative of nothing simple, but volumes above and below add up."""
    whole = pi * diameter**3 / 6.0
    below, above = (fire.sphere_volume_m3(diameter, h) for h in (share * diameter, (1.0 - share) * diameter))
    assert below + above == pytest.approx(whole, rel=1e-9)
    assert fire.sphere_wetted_m2(diameter, diameter) == pytest.approx(pi * diameter**2)


@given(st.floats(0.5, 5.0), st.floats(1.0, 50.0), st.floats(0.0, 1.0))
def test_bullet(diameter: float, length: float, share: float) -> None:
    below, above = (fire.bullet_volume_m3(diameter, length, h) for h in (share * diameter, (1.0 - share) * diameter))
    assert below + above == pytest.approx(pi * diameter**2 / 4.0 * length, rel=1e-9, abs=1e-9)
    wet, dry = (fire.bullet_wetted_m2(diameter, length, h) for h in (share * diameter, (1.0 - share) * diameter))
    assert wet + dry == pytest.approx(pi * diameter * length, rel=1e-9)


def test_a_quarter_of_the_height_of_a_bullet() -> None:
    """Half angle pi/3: L D^2/4 (pi/3 - sqrt(3)/4), wetted D L pi/3."""
    assert fire.bullet_volume_m3(2.0, 10.0, 0.5) == pytest.approx(10.0 * (pi / 3.0 - 3.0**0.5 / 4.0))
    assert fire.bullet_wetted_m2(2.0, 10.0, 0.5) == pytest.approx(20.0 * pi / 3.0)


@given(TEMPERATURES, st.floats(250.0, 360.0), st.floats(0.0, 5e5), st.floats(0.0, 1e7), st.floats(0.0, 50.0))
def test_energy_is_kept(wall: float, liquid: float, flux: float, into: float, vented: float) -> None:
    """Heat in = rise of liquid and wall + what vapour carries away + what the hot wall loses outside."""
    was = Heated(20_000.0, liquid, wall, 0.0)
    dry, thick, capacity, latent = 30.0, 0.012, 2600.0, 3.2e5
    now = fire.advance(was, into, flux, dry, thick, capacity, vented, latent, 1.0)
    steel = 7850.0 * 600.0 * thick * dry
    given_j = (into + 0.8 * flux * dry) * 1.0
    liquid_j = capacity * (now.liquid_kg * now.liquid_k - was.liquid_kg * was.liquid_k)
    carried_j = vented * (latent + capacity * was.liquid_k)
    wall_j = steel * (now.wall_k - was.wall_k)
    assert liquid_j + carried_j + wall_j + now.lost_j == pytest.approx(given_j, rel=1e-6, abs=10.0)


def test_a_dry_wall_outruns_the_liquid_and_settles() -> None:
    now = Heated(20_000.0, 293.15, 293.15, 0.0)
    for _ in range(600):
        now = fire.advance(now, 1.0e6, 1.0e5, 30.0, 0.012, 2600.0, 0.0, 3.2e5, 1.0)
    assert now.wall_k > 800.0 > now.liquid_k > 293.15
    for _ in range(20_000):
        now = fire.advance(now, 0.0, 1.0e5, 30.0, 0.012, 2600.0, 0.0, 3.2e5, 1.0)
    assert now.wall_k < (1.0e5 / 5.670374e-8 + 293.15**4) ** 0.25


def test_a_step_of_a_second_is_fine_enough() -> None:
    """Ten minutes in steps of 1 s and of 0.1 s end within 1 K."""
    ends = []
    for steps, dt in ((600, 1.0), (6000, 0.1)):
        now = Heated(20_000.0, 293.15, 293.15, 0.0)
        for _ in range(steps):
            now = fire.advance(now, 1.0e6, 1.0e5, 30.0, 0.012, 2600.0, 0.0, 3.2e5, dt)
        ends.append((now.wall_k, now.liquid_k))
    assert ends[0] == pytest.approx(ends[1], abs=1.0)
