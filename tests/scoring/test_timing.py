from dataclasses import replace
from decimal import ROUND_DOWN, Decimal, localcontext

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.rubric import Item, Rubric, Text
from scoring.timing import time_score, time_shares

TARGET, LIMIT, FLOOR = Decimal(55), Decimal(180), Decimal("5.5")


@pytest.mark.parametrize(
    ("seconds", "score"),
    [
        ("75", "73.84"),  # the worked figures of exams §4: 74 and 58
        ("90", "58.46"),
        ("55", "100.00"),
        ("5.5", "100.00"),
        ("5.45", "0.00"),
        ("180", "0.00"),
        ("400", "0.00"),
    ],
)
def test_worked_figures(seconds, score):
    assert str(time_score(Decimal(seconds), TARGET, LIMIT, FLOOR)) == score


@settings(max_examples=60, deadline=None)
@given(st.integers(1101, 3599))
def test_against_mpmath(ticks):
    expected = 100 * mpmath.log(180 / mpmath.mpf(ticks) * 20) / mpmath.log(mpmath.mpf(180) / 55)
    assert abs(float(time_score(Decimal(ticks) / 20, TARGET, LIMIT, FLOOR)) - expected) <= 0.00501


def test_the_callers_decimal_context_does_not_matter():
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert time_score(Decimal(75), TARGET, LIMIT, FLOOR) == Decimal("73.84")


def test_shares_follow_the_weights_and_sum_to_15(rubric):
    shares = {item_id: str(points) for item_id, points in time_shares(rubric).items()}
    assert shares == {"alarm": "7.50", "stop": "3.75", "isolate": "3.75"}


@settings(max_examples=50, deadline=None)
@given(weights=st.lists(st.decimals("0.1", 9, places=1), min_size=1, max_size=40))
def test_shares_always_sum_to_15(weights):
    item = Item("", Text("", ""), "procedure", Decimal(1))
    items = tuple(replace(item, id=str(place), timing_weight=weight) for place, weight in enumerate(weights))
    shares = time_shares(Rubric("sample", "1", items, ()))
    assert sum(shares.values()) == 15
    assert all(share >= 0 and share == round(share, 2) for share in shares.values())
