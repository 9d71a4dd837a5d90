"""erf by Taylor series about the 97 points c = i/16 up to 6, beyond which erf is 1.0 in floating point.

With h = x - c, erf(c + h) = erf(c) + sum of a_k h^k. From erf'' = -2 x erf' the terms b_k of the derivative
obey b_{k+1} = -2 (c b_k + b_{k-1}) / (k + 1), b_0 = 2 / sqrt(pi) exp(-c^2), and a_{k+1} = b_k / (k + 1). The
table is made on import in 40-digit decimals and rounded once; ten terms leave less than 2e-17 at |h| = 1/32.
"""

from decimal import Context, Decimal, localcontext
from math import copysign

import numpy as np

from sim_core.exact.polynomial import SHIFT, FloatArray, shifted_integers

LARGEST = 6
PER_UNIT = 16
TERMS = 10


def _table() -> tuple[tuple[float, ...], ...]:
    """A row for each point: the coefficients of h, the highest power first."""
    with localcontext(Context(prec=40)):
        slope_0 = 2 / Decimal("3.141592653589793238462643383279502884197169").sqrt()
        points = (Decimal(i) / PER_UNIT for i in range(LARGEST * PER_UNIT + 1))
        return tuple(_row(point, slope_0) for point in points)


def _row(point: Decimal, slope_0: Decimal) -> tuple[float, ...]:
    slope = slope_0 * (-point * point).exp()
    terms = [_erf_series(point, slope), slope]
    before, term = Decimal(0), slope
    for k in range(TERMS - 1):
        before, term = term, -2 * (point * term + before) / (k + 1)
        terms.append(term / (k + 2))
    return tuple(float(term) for term in reversed(terms))


def _erf_series(x: Decimal, slope: Decimal) -> Decimal:
    """erf(x) = erf'(x) (x + 2 x^3 / 3 + 4 x^5 / 15 + ...), all terms positive."""
    term = total = x
    odd = 1
    while total + term != total:
        odd += 2
        term *= 2 * x * x / odd
        total += term
    return slope * total


TABLE = _table()
COLUMNS = tuple(np.array(column) for column in zip(*TABLE, strict=True))


def erf(x: float) -> float:
    """Error function, odd, from -1 to 1."""
    size = abs(x)
    if not size < LARGEST:
        return copysign(1.0, x) if size >= LARGEST else x
    point = size * PER_UNIT + SHIFT - SHIFT
    h = size - point / PER_UNIT
    value = 0.0
    for coefficient in TABLE[int(point)]:
        value = value * h + coefficient
    return copysign(value, x)


def erf_array(x: FloatArray, out: FloatArray | None = None) -> FloatArray:
    """Error function, elementwise, as `erf`."""
    size = np.abs(x)
    np.minimum(size, LARGEST, out=size)
    shifted = size * PER_UNIT
    shifted += SHIFT
    row = shifted_integers(shifted)
    h = (shifted - SHIFT) / -PER_UNIT
    h += size
    value = np.zeros_like(h)
    for column in COLUMNS:
        value *= h
        value += column.take(row, mode="clip")
    return np.copysign(value, x, out=value if out is None else out)
