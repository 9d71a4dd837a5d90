"""The scores by hand, and what must hold of them for any pairs."""

from math import e, exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.validation.scores import scores

VALUES = st.floats(1e-3, 1e3)
PAIRS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=20)


def test_by_hand() -> None:
    """ln ratios 0, ln 4, -ln 2: their mean is ln 2 / 3, the mean of their squares 5/3 ln^2 2; sums 7 and 11/2."""
    s = scores([2.0, 4.0, 1.0], [2.0, 1.0, 2.0], 0.01)
    assert (s.n, s.fac2, s.within_1_5) == (3, pytest.approx(2 / 3), pytest.approx(1 / 3))
    assert s.mg == pytest.approx(2.0 ** (1 / 3)) and s.vg == pytest.approx(exp(5 / 3 * log(2.0) ** 2))
    assert s.fb == pytest.approx(2.0 * (7.0 - 5.0) / (7.0 + 5.0))
    assert s.within_tolerance is None


def test_a_model_that_is_low_by_a_constant_factor() -> None:
    """Chang and Hanna 2004: MG is the factor, VG = exp(ln^2 MG), FB = 2 (k - 1) / (k + 1)."""
    s = scores([e, 2 * e, 7 * e], [1.0, 2.0, 7.0], 0.01)
    assert s.mg == pytest.approx(e) and s.vg == pytest.approx(e) and s.fb == pytest.approx(2 * (e - 1) / (e + 1))
    assert s.fac2 == 0.0


def test_a_factor_of_exactly_two_is_within() -> None:
    assert scores([1.0, 3.0, 0.7], [2.0, 1.5, 1.4], 1e-6).fac2 == 1.0
    assert scores([1.0], [2.0 + 1e-9], 1e-6).fac2 == 0.0


def test_what_is_too_small_counts_as_the_floor_and_is_counted() -> None:
    s = scores([0.0, 4.0], [0.5, 0.0], 1.0)
    assert s.n == 2 and s.raised == 2 and s.mg == pytest.approx(2.0) and s.fac2 == 0.5
    assert s.fb == pytest.approx(2.0 * (4.0 - 0.5) / 4.5)  # by the values as they are


def test_what_is_refused_stays_in_n_and_outside_every_factor() -> None:
    s = scores([1.0, 1.0], [1.0, None], 1.0, 0.5)
    assert (s.n, s.refused, s.raised, s.fac2, s.within_1_5, s.within_tolerance) == (2, 1, 0, 0.5, 0.5, 0.5)


def test_tolerance_is_of_the_observed() -> None:
    assert scores([100.0] * 2, [125.0, 75.0], 1.0, 0.25).within_tolerance == 1.0
    assert scores([100.0] * 2, [126.0, 74.0], 1.0, 0.25).within_tolerance == 0.0


@given(PAIRS)
def test_the_other_way_round(pairs: list[tuple[float, float]]) -> None:
    o, p = (list(side) for side in zip(*pairs, strict=True))
    there, back = scores(o, p, 1e-6), scores(p, o, 1e-6)
    assert there.mg * back.mg == pytest.approx(1.0) and there.vg == pytest.approx(back.vg)
    assert there.fb == pytest.approx(-back.fb) and there.fac2 == back.fac2


@given(PAIRS)
def test_bounds(pairs: list[tuple[float, float]]) -> None:
    o, p = (list(side) for side in zip(*pairs, strict=True))
    s = scores(o, p, 1e-6)
    assert s.vg >= exp(log(s.mg) ** 2) * (1 - 1e-9) and -2.0 <= s.fb <= 2.0 and 0.0 <= s.within_1_5 <= s.fac2 <= 1.0
    assert scores(o, o, 1e-6).vg == 1.0 == scores(o, o, 1e-6).fac2


@pytest.mark.parametrize(("o", "p", "floor"), [([], [], 1.0), ([1.0], [1.0, 2.0], 1.0), ([1.0], [1.0], 0.0)])
def test_what_cannot_be_scored(o: list[float], p: list[float], floor: float) -> None:
    with pytest.raises(ValueError, match="as many"):
        scores(o, p, floor)
