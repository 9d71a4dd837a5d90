"""Line: friction against Colebrook, a line in series with its hole, a closing valve, what drains behind it."""

from math import log10, pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import line


def colebrook(reynolds: float, rough: float) -> float:
    f = 0.02
    for _ in range(50):
        f = (-2.0 * log10(rough / 3.7 + 2.51 / (reynolds * sqrt(f)))) ** -2
    return f


@given(st.floats(4.0e3, 1.0e8), st.floats(0.0, 0.05))
def test_friction_within_two_per_cent_of_colebrook(reynolds: float, rough: float) -> None:
    assert line.friction_factor(reynolds, rough) == pytest.approx(colebrook(reynolds, rough), rel=0.02)


def test_friction_is_steady_through_the_transition() -> None:
    assert line.friction_factor(1000.0, 0.0) == 0.064
    for edge in (2000.0, 4000.0):
        below, above = (line.friction_factor(edge * s, 1.0e-3) for s in (1.0 - 1e-9, 1.0 + 1e-9))
        assert below == pytest.approx(above, rel=1e-6)


@given(st.floats(1.0e4, 1.0e7), st.floats(0.0, 2000.0), st.floats(1.0e-4, 0.1))
def test_all_pressure_is_spent(drop: float, length: float, viscosity: float) -> None:
    flow = line.line_flow_kg_s(drop, 750.0, viscosity, length, 0.15, 4.6e-5, 4.0, 0.05, 0.61)
    reynolds = 4.0 * flow / (pi * 0.15 * viscosity)
    in_pipe = line.pressure_loss_pa(flow, 750.0, line.friction_factor(reynolds, 4.6e-5 / 0.15), length, 0.15, 4.0)
    through = flow / (0.61 * pi * 0.05 * 0.05 / 4.0)
    assert in_pipe + through * through / (2.0 * 750.0) == pytest.approx(drop, rel=1e-6)


def test_no_drive_no_flow() -> None:
    assert line.line_flow_kg_s(0.0, 750.0, 1e-3, 10.0, 0.1, 0.0, 0.0, 0.05, 0.61) == 0.0


def test_a_valve_closes() -> None:
    assert [line.valve_open_share(t, 4.0) for t in (0.0, 1.0, 4.0, 9.0)] == [1.0, 0.75, 0.0, 0.0]
    assert line.valve_open_share(0.0, 0.0) == 0.0


@given(st.floats(0.0, 5000.0), st.integers(1, 30))
def test_hold_up_drains_alike_in_one_step_or_many(held: float, steps: int) -> None:
    one = line.hold_up_after_kg(held, 5000.0, 4.0, 700.0, 0.002, 0.61, 60.0)
    many = held
    for _ in range(steps):
        many = line.hold_up_after_kg(many, 5000.0, 4.0, 700.0, 0.002, 0.61, 60.0 / steps)
    assert many == pytest.approx(one, abs=1e-6) and 0.0 <= one <= held


def test_a_full_line_starts_at_torricelli() -> None:
    lost = 5000.0 - line.hold_up_after_kg(5000.0, 5000.0, 4.0, 700.0, 0.002, 0.61, 0.1)
    assert lost == pytest.approx(0.1 * 0.61 * 700.0 * 0.002 * sqrt(2.0 * 9.80665 * 4.0), rel=1e-3)
