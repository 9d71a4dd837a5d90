"""Birth and merging: nothing is lost, the train stays whole and small."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import train, train_birth
from sim_core.physics.train import EMPTY, HEAD_X, HEAD_Y, HEAT, LINK, TAIL_X, TAIL_Y, VAPOUR
from tests.sim_core.train_cases import METHANE, PETROL, after, air

WINDS = st.lists(st.tuples(st.floats(0.0, 12.0), st.floats(-3.0, 3.0)), min_size=3, max_size=40)


def test_first_puff_covers_the_pool() -> None:
    one = train_birth.feed(EMPTY, air(), 0, 5.0, 0.0, 20.0, 7.0)
    half = 20.0 * np.pi**0.5 / 4.0
    assert one.puffs.shape == (train.ROWS, 1) and one.puffs[VAPOUR, 0] == 7.0
    assert one.puffs[TAIL_X, 0] == pytest.approx(5.0 - half) and one.puffs[HEAD_X, 0] == pytest.approx(5.0 + half)


def test_nothing_given_nothing_born() -> None:
    assert train_birth.feed(EMPTY, air(), 0, 0.0, 0.0, 20.0, 0.0) is EMPTY


@given(WINDS)
def test_vapour_is_kept_whatever_the_wind_does(winds: list[tuple[float, float]]) -> None:
    flow = [air(speed, toward=(1.0, side)) for speed, side in winds]
    now = after(PETROL, flow, kg_s=3.0)
    held = float(now.puffs[VAPOUR].sum()) + now.dispersed_kg
    assert held == pytest.approx(3.0 * len(flow), rel=1e-9)
    assert now.puffs.shape[1] <= train.CAPACITY and np.isfinite(now.puffs).all()


@given(WINDS)
def test_linked_puffs_touch(winds: list[tuple[float, float]]) -> None:
    p = after(PETROL, [air(speed, toward=(1.0, side)) for speed, side in winds]).puffs
    linked = p[LINK, :-1] > 0.0
    assert np.abs(p[TAIL_X, :-1] - p[HEAD_X, 1:])[linked] == pytest.approx(0.0, abs=1e-6)
    assert np.abs(p[TAIL_Y, :-1] - p[HEAD_Y, 1:])[linked] == pytest.approx(0.0, abs=1e-6)
    assert p[LINK, -1] == 0.0


def test_two_sources_are_two_trains_and_capacity_holds() -> None:
    now, w = EMPTY, air(3.0)
    for n in range(90):
        for source in range(4):
            now = train_birth.feed(now, w, source, 40.0 * (n % 7), 60.0 * source, 2.0, 1.0)
            now = after(METHANE, [w], kg_s=0.0, begun=now)
    assert now.puffs.shape[1] <= train.CAPACITY
    assert float(now.puffs[VAPOUR].sum()) + now.dispersed_kg == pytest.approx(360.0)
    assert list(now.puffs[train.SOURCE]) == sorted(now.puffs[train.SOURCE])


def test_a_pause_starts_a_train_anew() -> None:
    w = air(4.0)
    now = after(METHANE, [w] * 40, emit_s=10)
    again = train_birth.feed(now, w, 0, 0.0, 0.0, 15.0, 20.0)
    assert again.puffs.shape[1] == now.puffs.shape[1] + 1 and again.puffs[LINK, -2] == 0.0


def test_what_is_let_go_is_tallied() -> None:
    now = after(METHANE, [air()] * 20, at_k=111.7)
    gone = np.arange(now.puffs.shape[1]) == 1
    less = train_birth.let_go(now, gone)
    assert less.dispersed_kg == now.puffs[VAPOUR, 1] and less.dispersed_j == now.puffs[HEAT, 1]
    assert less.puffs.shape[1] == now.puffs.shape[1] - 1 and less.puffs[LINK, 0] == 0.0


def test_a_long_puff_is_split_and_keeps_what_it_holds() -> None:
    long = np.zeros((train.ROWS, 1))
    long[HEAD_X], long[train.HALF_WIDTH], long[VAPOUR], long[train.AIR] = 100.0, 5.0, 8.0, 20.0
    two = train_birth.fitted(train.Train(long), np.full(1, 30.0)).puffs
    assert two.shape[1] == 2 and list(two[VAPOUR]) == [4.0, 4.0]
    assert two[TAIL_X, 0] == two[HEAD_X, 1] == 50.0 and list(two[LINK]) == [1.0, 0.0]


def test_neighbours_far_out_become_one() -> None:
    pair = np.zeros((train.ROWS, 2))
    pair[HEAD_X], pair[TAIL_X], pair[LINK] = (210.0, 205.0), (205.0, 201.0), (1.0, 0.0)
    pair[train.HALF_WIDTH], pair[VAPOUR], pair[train.AIR], pair[train.DISTANCE] = (20.0, 18.0), 2.0, 9.0, 200.0
    one = train_birth.fitted(train.Train(pair), np.full(2, 30.0)).puffs
    assert one.shape[1] == 1 and one[VAPOUR, 0] == 4.0
    assert one[train.HALF_WIDTH, 0] == pytest.approx((20.0 * 5.0 + 18.0 * 4.0) / 9.0)


def test_a_calm_that_veers_bears_no_more_puffs_than_one_that_does_not() -> None:
    veering = [air(0.05, toward=(1.0, 0.0) if n % 2 else (-1.0, 0.2)) for n in range(60)]
    now, steady = after(PETROL, veering, kg_s=5.0), after(PETROL, [air(0.05)] * 60, kg_s=5.0)
    assert now.puffs.shape[1] == steady.puffs.shape[1]
    assert float(now.puffs[VAPOUR].sum()) == pytest.approx(300.0)


def test_a_wind_that_turns_back_carries_the_vapour_the_other_way() -> None:
    now = after(PETROL, [air(4.0)] * 20 + [air(4.0, toward=(-1.0, 0.0))] * 60, kg_s=5.0)
    middle = 0.5 * (now.puffs[HEAD_X] + now.puffs[TAIL_X])
    assert float((middle * now.puffs[VAPOUR]).sum()) < 0.0 and middle.min() < -100.0
