from decimal import Decimal

import mpmath
import pytest

from scoring.beta import quantiles

SHARES = (Decimal("0.025"), Decimal("0.5"), Decimal("0.975"))


SHAPES = [("2", "2"), ("5", "2"), ("2", "14.5"), ("4.46076", "2.03924"), ("60", "40"), ("90", "2")]


@pytest.mark.parametrize(("a", "b"), SHAPES)
def test_quantiles_invert_the_incomplete_beta_function(a, b):
    for share, x in zip(SHARES, quantiles(Decimal(a), Decimal(b), SHARES), strict=True):
        below, above = (
            mpmath.betainc(mpmath.mpf(a), mpmath.mpf(b), 0, float(x) + step, regularized=True)
            for step in (-2e-4, 2e-4)
        )
        assert below < float(share) < above


def test_the_prior_is_symmetric():
    low, middle, high = quantiles(Decimal(2), Decimal(2), SHARES)
    assert middle == Decimal("0.5")
    assert abs(low + high - 1) < Decimal("1e-20")
