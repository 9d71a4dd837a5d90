"""Amounts that decide an exam: Decimal in one fixed context, so that all machines round alike."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

FIXED = Context(prec=28, rounding=ROUND_HALF_EVEN)  # for `with localcontext(FIXED)`
HUNDRED = Decimal(100)


def hundredths(amount: Decimal) -> Decimal:
    """Round to two decimals, half up (exams §1)."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP, context=FIXED)


def tenths(amount: Decimal) -> Decimal:
    """Round to one decimal, half up."""
    return amount.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP, context=FIXED)


def exact(value: float) -> Decimal:
    """Give the Decimal that was written in the scenario file, not the binary neighbour the float holds."""
    return Decimal(str(value))


def plain(amount: Decimal) -> str:
    """Write an amount as a person would: no exponent, no trailing zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
