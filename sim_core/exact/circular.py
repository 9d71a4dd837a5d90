"""sin, cos and atan2.

sin, cos: x = n pi + r with |r| <= pi/2, pi in four parts, of which the products of the first three with n
are exact (Cody and Waite); then r + r z S(z), z = r^2, so that one polynomial serves both. atan2: the
quotient q in [0, 1] is turned back by the nearest of nine known angles, atan(i/8), to
r = (q - i/8) / (1 + q i/8), then r + r z A(z). S and A are Chebyshev interpolants of 8 and 5 terms, computed
with 60 digits and rounded once; their relative errors are 4e-17 and 6e-19.
"""

from math import copysign, nan, pi

import numpy as np

from sim_core.exact.polynomial import (
    SHIFT,
    SMALLEST_NORMAL,
    FloatArray,
    Number,
    constants,
    into,
    near_identity,
    shifted_integers,
)

LARGEST_ANGLE_RAD = 1e6  # up to here n has 19 bits, and its products with 33 bits of pi are exact
HALF_PI = 0.5 * pi
PER_PI = float.fromhex("0x1.45f306dc9c883p-2")
PI_1 = float.fromhex("0x1.921fb54400000p+1")
PI_2 = float.fromhex("0x1.0b4611a600000p-33")
PI_3 = float.fromhex("0x1.3198a2e000000p-68")
PI_4 = float.fromhex("0x1.b839a252049c1p-103")
SIN = (
    2.7314368769379893e-15,
    -7.643969663988074e-13,
    1.6058977292642743e-10,
    -2.505210761669045e-08,
    2.7557319219160833e-06,
    -0.00019841269841254966,
    0.008333333333333316,
    -0.16666666666666666,
)
ATAN = (
    -0.09016192818212565,
    0.11110856154900323,
    -0.14285713930271424,
    0.19999999999826487,
    -0.3333333333333332,
)
SIN_CONSTANTS = constants(SIN)
ATAN_CONSTANTS = constants(ATAN)


# atan(i / 8) for i = 0..8.
EIGHTHS_RAD = (
    0.0,
    0.12435499454676144,
    0.24497866312686414,
    0.3587706702705722,
    0.4636476090008061,
    0.5585993153435624,
    0.6435011087932844,
    0.7188299996216245,
    0.7853981633974483,
)
EIGHTHS_RAD_ARRAY = np.array(EIGHTHS_RAD)


def sin(x: float) -> float:
    """Sine of x in radians, |x| <= 1e6."""
    return _circular(x, 0.0)


def cos(x: float) -> float:
    """Cosine of x in radians, |x| <= 1e6."""
    return _circular(x, 0.5)


def sin_array(x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Sine of x in radians, elementwise; nan for |x| > 1e6."""
    return _circular_array(x, 0.0, out)


def cos_array(x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Cosine of x in radians, elementwise; nan for |x| > 1e6."""
    return _circular_array(x, 0.5, out)


def _circular(x: float, lead: float) -> float:
    """sin(x + lead pi); the half turns n alternate its sign."""
    if not -LARGEST_ANGLE_RAD <= x <= LARGEST_ANGLE_RAD:
        if x != x:
            return x
        raise ValueError(f"sin and cos need |x| <= {LARGEST_ANGLE_RAD:g} rad, got {x!r}")
    n = x * PER_PI + lead + SHIFT - SHIFT
    value = min(max(_sin_about(SIN, x, n - lead), -1.0), 1.0)
    return -value if int(n) & 1 else value


def _circular_array(x: FloatArray, lead: float, out: FloatArray | None) -> FloatArray:
    regular = np.abs(x) <= LARGEST_ANGLE_RAD
    if not regular.all():
        value = _circular_array(np.where(regular, x, 0.0), lead, out)
        np.copyto(value, nan, where=~regular)
        return value
    shifted = x * PER_PI
    shifted += lead
    shifted += SHIFT
    value = _sin_about(SIN_CONSTANTS, x, shifted - SHIFT - lead)
    np.maximum(value, -1.0, out=value)
    np.minimum(value, 1.0, out=value)
    sign = shifted.view(np.int64) << 63
    sign ^= value.view(np.int64)
    return into(out, sign.view(np.float64))


def _sin_about(coefficients: tuple[Number, ...], x: Number, turns: Number) -> Number:
    """sin(x - turns pi) for |x - turns pi| <= pi/2, at the crest perhaps an ulp above 1."""
    r = x - turns * PI_1
    r -= turns * PI_2
    r -= turns * PI_3
    r -= turns * PI_4
    return near_identity(coefficients, r * r, r)


def atan2(y: float, x: float) -> float:
    """Angle of the vector (x, y) in (-pi, pi] rad; signed zeros as in C, nan where both are infinite."""
    across, up = abs(x), abs(y)
    low, high = (up, across) if up <= across else (across, up)
    quotient = low / max(high, SMALLEST_NORMAL)
    if quotient != quotient:
        return nan
    eighths = quotient * 8.0 + SHIFT - SHIFT
    angle_rad = _atan_beyond(ATAN, quotient, eighths * 0.125) + EIGHTHS_RAD[int(eighths)]
    if angle_rad < SMALLEST_NORMAL:
        angle_rad = 0.0
    if up > across:
        angle_rad = HALF_PI - angle_rad
    if copysign(1.0, x) < 0.0:
        angle_rad = pi - angle_rad
    return copysign(angle_rad, y)


def atan2_array(y: FloatArray, x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Angle of the vectors (x, y) in (-pi, pi] rad, elementwise, as `atan2`."""
    across, up = np.abs(x), np.abs(y)
    high = np.maximum(across, up)
    np.maximum(high, SMALLEST_NORMAL, out=high)
    with np.errstate(invalid="ignore"):  # inf / inf
        quotient = np.minimum(across, up) / high
    shifted = quotient * 8.0
    shifted += SHIFT
    angle_rad = _atan_beyond(ATAN_CONSTANTS, quotient, (shifted - SHIFT) * 0.125)
    angle_rad += EIGHTHS_RAD_ARRAY.take(shifted_integers(shifted), mode="clip")
    np.copyto(angle_rad, 0.0, where=angle_rad < SMALLEST_NORMAL)
    np.subtract(HALF_PI, angle_rad, out=angle_rad, where=up > across)
    np.subtract(pi, angle_rad, out=angle_rad, where=np.signbit(x))
    return np.copysign(angle_rad, y, out=angle_rad if out is None else out)


def _atan_beyond(coefficients: tuple[Number, ...], quotient: Number, known: Number) -> Number:
    """atan(quotient) - atan(known), exact for known = 0."""
    r = (quotient - known) / (quotient * known + 1.0)
    return near_identity(coefficients, r * r, r)
