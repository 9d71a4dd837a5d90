"""Tables: a value between the points of a constant table, straight or straight on logarithmic axes.

Beyond its ends a table holds its end value: the function that owns it says where it holds (`limits`). Points ascend in
x and are never fewer than two. Float and array doors give equal bits.
"""

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from sim_core import exact
from sim_core.exact.polynomial import FloatArray


def linear(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """y at x. y = y0 + (y1 - y0) (x - x0) / (x1 - x0) between the neighbours of x."""
    n, share = _place(x, xs)
    return ys[n] + (ys[n + 1] - ys[n]) * share


def logs(values: Sequence[float]) -> tuple[float, ...]:
    """ln of each value: a table for `log_log`, made once. Raises ValueError for a value that is not positive."""
    if min(values) <= 0.0:
        raise ValueError("a logarithmic table takes positive values alone")
    return tuple(exact.log(v) for v in values)


def log_log(x: float, ln_xs: Sequence[float], ln_ys: Sequence[float]) -> float:
    """y at x > 0, straight between points on two logarithmic axes: ln y is linear in ln x. Tables are `logs`."""
    return exact.exp(linear(exact.log(x), ln_xs, ln_ys))


def bilinear(x: float, y: float, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[float]]) -> float:
    """z at (x, y): linear in y along the rows next to x, then in x. rows[i][j] is z(xs[i], ys[j])."""
    i, part = _place(x, xs)
    j, share = _place(y, ys)
    low = rows[i][j] + (rows[i][j + 1] - rows[i][j]) * share
    high = rows[i + 1][j] + (rows[i + 1][j + 1] - rows[i + 1][j]) * share
    return low + (high - low) * part


def linear_array(x: FloatArray, xs: FloatArray, ys: FloatArray) -> FloatArray:
    """`linear` for each x; xs and ys are float64 arrays of one dimension. nan in, nan out."""
    n = np.clip(np.searchsorted(xs, x, side="right") - 1, 0, len(xs) - 2)
    low = np.take(xs, n)
    share = np.clip((x - low) / (np.take(xs, n + 1) - low), 0.0, 1.0)
    start = np.take(ys, n)
    found: FloatArray = start + (np.take(ys, n + 1) - start) * share
    return found


def log_log_array(x: FloatArray, ln_xs: FloatArray, ln_ys: FloatArray) -> FloatArray:
    """`log_log` for each x > 0."""
    return exact.exp_array(linear_array(exact.log_array(x), ln_xs, ln_ys))


def _place(x: float, xs: Sequence[float]) -> tuple[int, float]:
    """The point below x, and how far x lies on the way to the next one, 0..1."""
    n = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
    share = (x - xs[n]) / (xs[n + 1] - xs[n])
    return n, min(max(share, 0.0), 1.0)
