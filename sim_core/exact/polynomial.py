"""What the functions share: Horner's scheme for a float or an array, and rounding by addition."""

from collections.abc import Iterable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
Number = TypeVar("Number", float, FloatArray)

# x + SHIFT - SHIFT is x rounded half to even for |x| < 2**31, and the low 32 bits of x + SHIFT are that
# integer.
SHIFT = 1.5 * 2**52
SMALLEST_NORMAL = 2.0**-1022


def tail(coefficients: tuple[Number, ...], x: Number) -> Number:
    """Sum of c_k x^k without a constant term, the coefficient of the highest power first.

    Augmented assignment rebinds a float and works in place on an array: one source, equal bits, one buffer.
    """
    powers = iter(coefficients)
    value = x * next(powers)
    for coefficient in powers:
        value += coefficient
        value *= x
    return value


def near_identity(coefficients: tuple[Number, ...], z: Number, r: Number) -> Number:
    """r + r (c_1 z + c_2 z^2 + ...); the largest term comes last, its rounding is nearly all the error."""
    value = tail(coefficients, z)
    value *= r
    value += r
    return value


def constants(coefficients: Iterable[float]) -> tuple[FloatArray, ...]:
    """The same numbers as arrays without dimensions: NumPy takes these in half the time of a float."""
    return tuple(np.array(coefficient) for coefficient in coefficients)


def shifted_integers(shifted: FloatArray) -> npt.NDArray[np.int32]:
    """The integers in an array that SHIFT was added to; nan gives any integer and no warning."""
    return shifted.view(np.int64).astype(np.int32)


def into(out: FloatArray | None, value: FloatArray) -> FloatArray:
    """The value, in `out` if there is one."""
    if out is None:
        return value
    np.copyto(out, value)
    return out
