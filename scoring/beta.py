"""Beta distribution in Decimal: its quantiles without any float, so that all machines draw one band."""

from decimal import Decimal, localcontext
from functools import cache
from itertools import pairwise

from scoring.amounts import FIXED

CELLS = 400


@cache
def _logarithms() -> tuple[Decimal, ...]:
    """Logarithms of the inner grid points 1/CELLS .. (CELLS-1)/CELLS."""
    with localcontext(FIXED):
        return tuple((Decimal(cell) / CELLS).ln() for cell in range(1, CELLS))


def _densities(a: Decimal, b: Decimal) -> list[Decimal]:
    logs = _logarithms()
    inner = [
        ((a - 1) * log + (b - 1) * mirrored).exp() for log, mirrored in zip(logs, reversed(logs), strict=True)
    ]
    return [Decimal(0), *inner, Decimal(0)]


def quantiles(a: Decimal, b: Decimal, shares: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Give the quantiles of Beta(a, b) at rising shares of probability; a, b >= 2.

    The distribution function is the trapezoid sum over CELLS cells, inverted linearly: within 2e-4 of the
    inverse of the regularised incomplete beta function for a + b up to 100.
    """
    with localcontext(FIXED):
        density = _densities(a, b)
        strips = [left + right for left, right in pairwise(density)]
        whole = sum(strips, Decimal(0))
        found: list[Decimal] = []
        below = Decimal(0)
        for cell, strip in enumerate(strips):
            while len(found) < len(shares) and below + strip >= shares[len(found)] * whole:
                part = (shares[len(found)] * whole - below) / strip
                found.append((cell + part) / CELLS)
            below += strip
        return tuple(found)
