"""exp, log and power.

exp: x = k ln 2 + r with |r| <= ln 2 / 2 (Cody and Waite: ln 2 in two parts, k times the first is exact), then
2^k (1 + (r + r^2 Q(r))). log: x = 2^k (1 + f) with 1 + f in [sqrt 1/2, sqrt 2), s = f / (2 + f), and
log(1 + f) = 2 artanh s = f - (f^2/2 - s (f^2/2 + s^2 L(s^2))). Q and L are Chebyshev interpolants of 10 and 7
terms, computed with 60 digits and rounded once; their relative errors are 1.6e-17 and 5e-18.
"""

from math import frexp, inf, ldexp

import numpy as np

from sim_core.exact.polynomial import (
    SHIFT,
    FloatArray,
    Number,
    constants,
    into,
    near_identity,
    shifted_integers,
    tail,
)

LOG2_E = 1.4426950408889634
LN2_HIGH = float.fromhex("0x1.62e42fef00000p-1")
LN2_LOW = float.fromhex("0x1.473de6af278edp-34")
SQRT_HALF = 0.7071067811865476

EXP_LOWEST = -708.39  # below it the result is subnormal or all but
EXP_HIGHEST = 709.78  # above it 2^1024 is near
EXP = (
    2.510038549551032e-08,
    2.7620088445409746e-07,
    2.7557268459997064e-06,
    2.4801521295954376e-05,
    0.00019841269863053618,
    0.0013888888917213717,
    0.008333333333330062,
    0.04166666666662413,
    0.16666666666666669,
    0.5000000000000001,
)
LOG = (
    0.14616585424888623,
    0.15331710618210773,
    0.18182889455674947,
    0.22222211130259878,
    0.2857142862600327,
    0.39999999999899444,
    0.666666666666667,
)
EXP_CONSTANTS = constants(EXP)
LOG_CONSTANTS = constants(LOG)


def exp(x: float) -> float:
    """e to the power x; 0.0 below -708.39 and inf above 709.78, next to the ends of the normal numbers."""
    if not EXP_LOWEST <= x <= EXP_HIGHEST:
        return inf if x > EXP_HIGHEST else 0.0 if x < EXP_LOWEST else x
    k, r = _ln2_multiples(x * LOG2_E + SHIFT, x)
    return ldexp(near_identity(EXP, r, r) + 1.0, int(k))


def exp_array(x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """e to the power x, elementwise, as `exp`."""
    overflow, underflow = x > EXP_HIGHEST, x < EXP_LOWEST
    inside = np.minimum(x, EXP_HIGHEST)
    np.maximum(inside, EXP_LOWEST, out=inside)
    shifted = inside * LOG2_E
    shifted += SHIFT
    _, r = _ln2_multiples(shifted, inside)
    value = near_identity(EXP_CONSTANTS, r, r)
    value += 1.0
    value = np.ldexp(value, shifted_integers(shifted), out=value if out is None else out)
    np.copyto(value, inf, where=overflow)
    np.copyto(value, 0.0, where=underflow)
    return value


def _ln2_multiples(shifted: Number, x: Number) -> tuple[Number, Number]:
    """k and r of x = k ln 2 + r, from x / ln 2 + SHIFT."""
    k = shifted - SHIFT
    r = x - k * LN2_HIGH
    r -= k * LN2_LOW
    return k, r


def log(x: float) -> float:
    """Natural logarithm; -inf at 0, ValueError below."""
    if not 0.0 < x < inf:
        if x < 0.0:
            raise ValueError(f"log needs x >= 0, got {x!r}")
        return -inf if x == 0.0 else x
    mantissa, exponent = frexp(x)
    if mantissa < SQRT_HALF:
        mantissa *= 2.0
        exponent -= 1
    return _log_of_parts(LOG, mantissa - 1.0, float(exponent))


def log_array(x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Natural logarithm, elementwise; -inf at 0, nan below."""
    regular = (x > 0.0) & (x < inf)
    if regular.all():
        return _log_regular(x, out)
    special = np.where(x > 0.0, x, np.where(x == 0.0, -inf, np.nan))
    value = _log_regular(np.where(regular, x, 1.0), out)
    np.copyto(value, special, where=~regular)
    return value


def _log_regular(x: FloatArray, out: FloatArray | None) -> FloatArray:
    mantissa, exponent = np.frexp(x)
    below = mantissa < SQRT_HALF
    mantissa += mantissa * below
    mantissa -= 1.0
    k = exponent.astype(np.float64)
    k -= below
    return into(out, _log_of_parts(LOG_CONSTANTS, mantissa, k))


def _log_of_parts(coefficients: tuple[Number, ...], f: Number, k: Number) -> Number:
    """log(2^k (1 + f)), the small terms added first."""
    s = f / (f + 2.0)
    half_square = f * f
    half_square *= 0.5
    correction = tail(coefficients, s * s)
    correction += half_square
    correction *= s
    correction += k * LN2_LOW
    half_square -= correction
    return k * LN2_HIGH - (half_square - f)


def power(x: float, y: float) -> float:
    """x to the power y for x >= 0 and finite y, as exp(y log x); ValueError for x < 0.

    Exactly 1.0 where x is 1 or y is 0. Relative error below 1e-13 for results in [1e-100, 1e100].
    """
    if x == 1.0 or y == 0.0:
        return 1.0
    return exp(y * log(x))


def power_array(x: FloatArray, y: FloatArray | float, out: FloatArray | None = None) -> FloatArray:
    """x to the power y, elementwise, as `power`; nan for x < 0."""
    one = (x == 1.0) | (y == 0.0)
    with np.errstate(over="ignore", invalid="ignore"):  # as with floats; 0 times inf is set below
        exponent = log_array(x) * y
    value = exp_array(exponent, out=out)
    np.copyto(value, 1.0, where=one)
    return value
