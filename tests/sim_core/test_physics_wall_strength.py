"""Wall strength: the table of EN 1993-1-2, hoop stress, and when it bursts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import wall_strength as wall


@pytest.mark.parametrize(
    ("degc", "kept"), [(20, 1.0), (400, 1.0), (450, 0.89), (500, 0.78), (600, 0.47), (700, 0.23), (1200, 0.0)]
)
def test_the_table(degc: float, kept: float) -> None:
    assert wall.kept(degc + 273.15) == pytest.approx(kept, abs=1e-9)


@given(st.floats(200.0, 1500.0), st.floats(0.0, 300.0))
def test_hotter_is_weaker(temperature: float, hotter: float) -> None:
    assert wall.kept(min(temperature + hotter, 1500.0)) <= wall.kept(temperature)


def test_hoop_stress_and_margin() -> None:
    assert wall.hoop_pa(2.0e6, 2.4, 0.012, False) == pytest.approx(2.0e8)
    assert wall.hoop_pa(2.0e6, 2.4, 0.012, True) == pytest.approx(1.0e8)
    assert wall.margin(293.15, 2.0e8) == pytest.approx(2.425)
    assert wall.margin(873.15, 2.0e8) > 1.0 > wall.margin(923.15, 2.0e8)


def test_a_tank_shell_without_water() -> None:
    """Half after 5 min, none after 8 to 10 min."""
    assert [wall.shell_kept(t) for t in (0.0, 300.0, 600.0)] == [1.0, 0.5, 0.0]
    assert wall.shell_kept(480.0) > 0.0
