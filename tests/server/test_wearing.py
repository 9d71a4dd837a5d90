from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from server.catalogue.headsets import Wear
from server.trainees.wearing import DAY_MOST, Worn, minutes, used, warnings, worn

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


def test_a_wear_counts_from_when_it_is_within_the_window() -> None:
    wears = [
        Wear("h", "a", ago(hours=25), ago(hours=23.5)),
        Wear("h", "a", ago(hours=7), ago(hours=5.5)),
        Wear("g", "a", ago(minutes=10), None),
        Wear("g", "b", ago(hours=1), ago(minutes=30)),
    ]
    had = worn(wears, "a", NOW)
    assert (minutes(had.now), minutes(had.block), minutes(had.day)) == (10, 40, 30 + 90 + 10)
    assert minutes(had.left) == 20
    assert minutes(used(wears, "g", NOW)) == 40 and minutes(used(wears, "h", NOW)) == 120


def test_limits_are_told_when_they_are_reached() -> None:
    fresh = Worn(timedelta(), timedelta(), timedelta())
    assert warnings(fresh, None, None, None) == []
    at_block = Worn(timedelta(), timedelta(hours=2), timedelta(hours=2))
    assert ["6 hours" in one.en for one in warnings(at_block, None, None, None)] == [True]
    at_day = Worn(timedelta(), timedelta(hours=1), DAY_MOST)
    assert ["24 hours" in one.en for one in warnings(at_day, None, None, None)] == [True]
    assert at_day.left == timedelta()


def test_a_headset_is_cleaned_between_two_heads() -> None:
    fresh = Worn(timedelta(), timedelta(), timedelta())
    assert "cleaned" in warnings(fresh, None, ago(hours=1), None)[0].en
    assert "cleaned" in warnings(fresh, ago(hours=2), ago(hours=1), None)[0].en
    assert warnings(fresh, ago(minutes=5), ago(hours=1), 30) == []
    assert "29 %" in warnings(fresh, ago(minutes=5), ago(hours=1), 29)[0].en


spans = st.tuples(st.floats(0, 100), st.floats(0, 100))


@given(st.lists(spans, max_size=8))
def test_no_window_holds_more_than_itself_or_less_than_a_shorter_one(hours: list[tuple[float, float]]) -> None:
    """Wears that follow one another, as the routes allow no others."""
    at, wears = NOW, []
    for pause, length in hours:
        end = at - timedelta(hours=pause)
        at = end - timedelta(hours=length)
        wears.append(Wear("h", "a", at, end))
    had = worn(wears, "a", NOW)
    assert timedelta() <= had.block <= had.day <= timedelta(hours=24) and had.block <= timedelta(hours=6)
