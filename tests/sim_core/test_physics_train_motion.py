"""The train's motion against the steady slab, against a slumping circle, and what must not depend on the axes."""

from math import cos, pi, sin, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import train, train_motion, train_reading
from sim_core.physics.train import AIR, DISTANCE, HALF_WIDTH, HEAD_X, HEAT, TAIL_X, VAPOUR, Gas, Train
from tests.sim_core.steady_slab import Case, march
from tests.sim_core.train_cases import CHLORINE, HEAVY, METHANE, NEUTRAL, PETROL, after, air

ARCS = [60.0, 150.0, 400.0]


def on_axis(now: Train, gas: Gas, w: train.Air, xs: list[float], height: float = 1.0) -> np.ndarray:
    points = np.array([[x, 0.0] for x in xs])
    return train_reading.concentration(now, gas, w, points, np.full(len(xs), height))


@pytest.mark.parametrize(
    ("gas", "at_k", "wind", "kind", "kg_s", "diameter"),
    [
        (METHANE, 111.7, 6.0, "C", 80.0, 25.0),
        (METHANE, 111.7, 4.0, "E", 60.0, 25.0),
        (CHLORINE, 239.0, 5.0, "D", 10.0, 6.0),
        (PETROL, 283.0, 3.0, "D", 15.0, 40.0),
        (NEUTRAL, 293.15, 5.0, "D", 1.0, 2.0),
    ],
)
def test_a_steady_release_is_the_steady_slab(
    gas: Gas, at_k: float, wind: float, kind: str, kg_s: float, diameter: float
) -> None:
    w = air(wind, kind)
    layer = w.layer
    case = Case(
        kg_s, sqrt(pi) / 4.0 * diameter, gas.kg_mol, gas.heat_capacity_j_kg_k, at_k, wind * layer.share_1m,
        layer.exponent, w.friction_velocity_m_s, wind, layer.temperature_k, layer.pressure_pa, layer.spread,
        layer.per_obukhov_1_m,
    )  # fmt: skip
    now = after(gas, [w] * 500, kg_s=kg_s, diameter_m=diameter, at_k=at_k)
    assert on_axis(now, gas, w, ARCS) == pytest.approx(march(case, ARCS), rel=0.12)


def test_in_a_calm_a_heavy_gas_slumps_as_a_circle() -> None:
    """A = A0 + 2 sqrt(pi) 1.15 sqrt(g' V0) t, as g' V is kept: the box model's own law, R ~ sqrt t."""
    calm, one = air(0.0), np.zeros((train.ROWS, 1))
    one[HEAD_X], one[TAIL_X], one[HALF_WIDTH], one[VAPOUR] = 10.0, -10.0, 10.0, 2000.0
    now, areas = Train(one), []
    m = train.mixture(one, HEAVY, calm)
    volume = float(m.depth[0]) * 400.0
    air_kg_m3 = 101325.0 * 0.02896 / (8.314462618 * 293.15)
    reduced = 9.80665 * (2000.0 / volume / air_kg_m3 - 1.0)
    for _ in range(120):
        now = train_motion.advance(now, HEAVY, calm, 0.25)
        areas.append(float(2.0 * now.puffs[HALF_WIDTH, 0] * train.mixture(now.puffs, HEAVY, calm).length[0]))
    growth = 2.0 * sqrt(pi) * 1.15 * sqrt(reduced * volume)
    assert now.puffs.shape[1] == 1
    assert areas[39] == pytest.approx(400.0 + growth * 10.0, rel=0.03)
    assert areas[119] == pytest.approx(400.0 + growth * 30.0, rel=0.03)
    middle = 0.5 * (now.puffs[HEAD_X, 0] + now.puffs[TAIL_X, 0])
    assert abs(middle) < 2.0


def test_a_calm_source_spreads_all_round_and_the_wind_then_carries_it() -> None:
    calm = after(PETROL, [air(0.0)] * 120, kg_s=10.0, at_k=283.0)
    around = np.array([[20.0, 0.0], [-20.0, 0.0], [0.0, 20.0], [0.0, -20.0]])
    seen = train_reading.concentration(calm, PETROL, air(0.0), around, np.full(4, 0.2))
    assert seen.min() > 0.3 * seen.max() > 0.0
    blown = after(PETROL, [air(4.0)] * 60, emit_s=0, begun=calm)
    assert on_axis(blown, PETROL, air(4.0), [-60.0])[0] < 1e-4 < on_axis(blown, PETROL, air(4.0), [200.0])[0]


@given(st.lists(st.floats(0.5, 10.0), min_size=5, max_size=40), st.floats(0.0, 2.0 * pi))
def test_no_direction_is_special(speeds: list[float], turn: float) -> None:
    straight = after(METHANE, [air(s, toward=(1.0, 0.3)) for s in speeds], at_k=111.7)
    c, s = cos(turn), sin(turn)
    turned = [air(v, toward=(c - 0.3 * s, s + 0.3 * c)) for v in speeds]
    turned = after(METHANE, turned, at_k=111.7, where=(900.0, -70.0))
    for row in (HALF_WIDTH, VAPOUR, AIR, HEAT, DISTANCE):
        assert turned.puffs[row] == pytest.approx(straight.puffs[row], rel=1e-6)
    here = np.array([[30.0, 4.0], [80.0, 30.0]])
    there = np.column_stack((900.0 + c * here[:, 0] - s * here[:, 1], -70.0 + s * here[:, 0] + c * here[:, 1]))
    low = np.full(2, 0.5)
    assert train_reading.concentration(turned, METHANE, air(), there, low) == pytest.approx(
        train_reading.concentration(straight, METHANE, air(), here, low), rel=1e-5, abs=1e-12
    )


@given(st.lists(st.floats(0.0, 10.0), min_size=5, max_size=60))
def test_heat_balances(speeds: list[float]) -> None:
    now = after(METHANE, [air(s) for s in speeds], kg_s=5.0, at_k=111.7)
    given_j = 5.0 * len(speeds) * 2200.0 * (111.7 - 293.15)
    assert float(now.puffs[HEAT].sum()) + now.dispersed_j - now.warmed_j == pytest.approx(given_j, rel=1e-9)
    assert now.warmed_j > 0.0 and (now.puffs[HEAT] <= 0.0).all()


def test_the_wind_turns_and_the_train_bends() -> None:
    east, north = air(4.0), air(4.0, toward=(0.0, 1.0))
    now = after(PETROL, [east] * 60 + [north] * 40, kg_s=10.0)
    seen = train_reading.concentration(
        now, PETROL, north, np.array([[0.0, 60.0], [100.0, 100.0], [100.0, 0.0], [-60.0, 0.0]]), np.full(4, 1.0)
    )
    assert seen[0] > 1e-3 and seen[1] > 1e-4 and seen[2] < 0.2 * seen[1] and seen[3] == 0.0


def test_arrival_is_the_wind_s() -> None:
    w = air(5.0)
    now, arrived = train.EMPTY, 0
    while arrived < 300 and (arrived == 0 or on_axis(now, NEUTRAL, w, [400.0])[0] < 1e-4):
        now, arrived = after(NEUTRAL, [w], kg_s=1.0, diameter_m=2.0, begun=now), arrived + 1
    assert 400.0 / 5.0 * 0.8 < arrived < 400.0 / 5.0 * 1.6


def test_a_faint_puff_is_let_go() -> None:
    now = after(NEUTRAL, [air(8.0)] * 60, kg_s=1.0, emit_s=5)
    gone = train_motion.advance(now, NEUTRAL, air(8.0), 1.0, 0.1)
    assert gone.puffs.shape[1] == 0 and gone.dispersed_kg == pytest.approx(5.0)


def test_the_same_winds_give_the_same_bits() -> None:
    winds = [air(3.0 + 0.1 * n, toward=(1.0, 0.02 * n)) for n in range(80)]
    assert after(METHANE, winds, at_k=111.7).puffs.tobytes() == after(METHANE, winds, at_k=111.7).puffs.tobytes()
