"""Fireball against the propane truck and mass scaling; worked examples are run by tests/house/test_physics.py."""

import pytest

from sim_core.physics import fireball


@pytest.mark.parametrize(("mass_kg", "d_m", "t_s"), [(1000.0, 58.0, 4.5), (50_000.0, 213.67, 15.781)])
def test_diameter_and_duration(mass_kg: float, d_m: float, t_s: float) -> None:
    assert fireball.diameter_m(mass_kg) == pytest.approx(d_m, rel=1e-3)
    assert fireball.duration_s(mass_kg) == pytest.approx(t_s, rel=1e-3)


def test_view_factor_is_greatest_where_the_sphere_is_seen_half_up() -> None:
    seen = [fireball.view_factor(100.0, x) for x in (0.0, 20.0, 35.35, 60.0, 500.0)]
    assert seen[0] == 0.0 and max(seen) == seen[2] and seen[-1] < 0.01
