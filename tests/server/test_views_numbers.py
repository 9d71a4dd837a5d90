"""Floats on the wire and back."""

import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server.views.numbers import from_wire, to_wire


@given(st.floats())
@example(-0.0)
@example(2.0**53 / 100)
@example(0.29)
def test_every_bit_comes_back(value: float) -> None:
    back = from_wire(to_wire(value))
    assert isinstance(back, float)
    assert struct.pack("<d", back) == struct.pack("<d", value)


@given(st.integers(-(10**12), 10**12))
def test_steps_of_a_display_are_small_integers(hundredths: int) -> None:
    assert to_wire(hundredths / 100) == hundredths
    assert isinstance(to_wire(hundredths / 100), int)


@pytest.mark.parametrize(
    ("value", "wire"),
    [(0.0, 0), (12.5, 1250), (-0.01, -1), (0.001, 0.001), (float("inf"), float("inf")), (1e300, 1e300)],
)
def test_examples(value: float, wire: float) -> None:
    assert (to_wire(value), type(to_wire(value))) == (wire, type(wire))
