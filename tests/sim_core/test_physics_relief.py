"""Relief valves: API 520 against figures of another implementation, flow as its inverse, pop and reseat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import relief


def test_area_of_api_520() -> None:
    """fluids 1.3.1, API520_A_g, for the same data."""
    area = relief.area_m2(6.741666666666666, 348.0, 0.9, 51.0, 1.11, 6.7e5)
    assert area == pytest.approx(0.0036990460646834414, rel=1e-6)


TEMPERATURES, RATIOS, PRESSURES = st.floats(200.0, 500.0), st.floats(1.05, 1.6), st.floats(3e5, 1e7)


@given(st.floats(0.01, 100.0), TEMPERATURES, st.floats(2.0, 100.0), RATIOS, PRESSURES)
def test_flow_undoes_area(flow: float, temperature: float, molar: float, k: float, pressure: float) -> None:
    area = relief.area_m2(flow, temperature, 0.9, molar, k, pressure)
    assert relief.flow_kg_s(area, temperature, 0.9, molar, k, pressure) == pytest.approx(flow, rel=1e-9)


@given(RATIOS, TEMPERATURES, PRESSURES)
def test_it_is_the_choked_nozzle(k: float, temperature: float, pressure: float) -> None:
    """G = P sqrt(k M / (Z R T) (2/(k+1))^((k+1)/(k-1))), rounding of 0.03948 apart."""
    nozzle = pressure * (k * 0.044 / (8.314462618 * temperature) * (2 / (k + 1)) ** ((k + 1) / (k - 1))) ** 0.5
    assert relief.flow_kg_s(1.0, temperature, 1.0, 44.0, k, pressure, 1.0) == pytest.approx(nozzle, rel=1e-4)


def test_pop_and_reseat() -> None:
    set_pa, ambient = 1.0e6, 101_325.0
    closed = [relief.is_open(p * 1e6 + ambient, set_pa, False) for p in (0.92, 0.94, 0.99, 1.01)]
    opened = [relief.is_open(p * 1e6 + ambient, set_pa, True) for p in (0.92, 0.94, 0.99, 1.01)]
    assert closed == [False, False, False, True] and opened == [False, True, True, True]


def test_fire_load() -> None:
    assert relief.fire_load_kg_s(1.0e6, 2.5e5) == 4.0
