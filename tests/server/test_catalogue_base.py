from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from server.catalogue.base import Amount, Instant, new_id

DIALECT = sqlite.dialect()
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=zones)


@given(moments)
def test_a_moment_comes_back_in_utc(moment: datetime) -> None:
    stored = Instant().process_bind_param(moment, DIALECT)
    back = Instant().process_result_value(stored, DIALECT)
    assert stored.endswith("+00:00") and len(stored) == len("2026-03-01T08:00:00.000000+00:00")
    assert back == moment and back.utcoffset() == timedelta(0)


@given(moments, moments)
def test_text_order_is_order_in_time(one: datetime, other: datetime) -> None:
    texts = [Instant().process_bind_param(moment, DIALECT) for moment in (one, other)]
    assert (texts[0] < texts[1]) == (one < other)


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        Instant().process_bind_param(datetime(2026, 1, 1), DIALECT)


@given(st.decimals(-1000, 1000, places=2))
def test_an_amount_comes_back_with_two_decimals(amount: Decimal) -> None:
    stored = Amount().process_bind_param(amount, DIALECT)
    assert stored[-3] == "."
    assert Amount().process_result_value(stored, DIALECT) == amount


def test_an_amount_is_not_rounded_silently() -> None:
    with pytest.raises(ValueError, match="two decimals"):
        Amount().process_bind_param(Decimal("85.165"), DIALECT)


def test_nothing_stays_nothing() -> None:
    for kind in (Instant(), Amount()):
        assert kind.process_bind_param(None, DIALECT) is None
        assert kind.process_result_value(None, DIALECT) is None


def test_an_id_is_sixteen_hex_digits() -> None:
    assert new_id(lambda n: bytes(range(n))) == "0001020304050607"
