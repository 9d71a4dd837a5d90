"""What a physics function states is attached, read, and held against values."""

import pytest

from sim_core.physics.validity import Example, OutOfRangeError, check, states, validity_of
from sim_core.text import Text


@states("Book 2005, eq. 1", Example("Book p. 1", {"x_m": 2.0}, 4.0), Text("甲", "a"), x_m=(0.0, 9.0))
def twice(x_m: float) -> float:
    """Twice x. y = 2 x."""
    return 2.0 * x_m


def test_states_attaches_and_changes_nothing() -> None:
    assert twice(100.0) == 200.0
    assert validity_of(twice).limits == {"x_m": (0.0, 9.0)}
    with pytest.raises(AttributeError):
        validity_of(len)


def test_check_names_quantity_limit_and_source() -> None:
    check(twice, x_m=9.0, other=1e9)
    for value in (9.1, -0.1, float("nan")):
        with pytest.raises(OutOfRangeError) as told:
            check(twice, x_m=value)
        assert "x_m" in told.value.text.en and "0 to 9" in told.value.text.en and "Book 2005" in told.value.text.en
        assert "Book 2005" in told.value.text.zh
