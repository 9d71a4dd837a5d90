"""Foam: what is applied, what stock it costs, and how a blanket grows, ages and is burnt back."""

from sim_core.physics.substance import Substance

# Training assumption 训练假设 for all of these; the code rate is 6.5 L/(min m2), NFPA 11 monitors, spill
# fires.
CODE_RATE_L_MIN_M2 = 6.5
CRITICAL_SHARE = 1.0 / 3.0
COVER_S = 60.0  # to cover a quiet pool at the code rate; a burning one at twice the critical rate
BURN_BACK_S = 180.0  # a whole blanket under fire and without foam
AGE_S = 2400.0  # e-fold of a blanket that is left alone
ON_HYDROCARBON = frozenset({"AFFF", "AFFF/AR", "FFFP", "FP", "P"})
ON_POLAR = frozenset({"AFFF/AR"})


def works_on(substance: Substance, foam_type: str) -> bool:
    """Whether this foam holds on this liquid; polar solvents break all but alcohol-resistant (AR) foam."""
    return foam_type in (ON_POLAR if substance.polar else ON_HYDROCARBON)


def rate_l_min_m2(solution_l_min: float, area_m2: float) -> float:
    """Application rate of foam solution on an area, L/(min m2)."""
    return solution_l_min / area_m2


def use_concentrate(stock_l: float, solution_l_min: float, proportion: float, dt_s: float) -> tuple[float, float]:
    """Stock left (L) and share of dt for which foam was made; proportion 0.03 for a 3 % concentrate."""
    wanted_l = solution_l_min * proportion * dt_s / 60.0
    if wanted_l <= 0.0:
        return stock_l, 0.0
    made = min(stock_l / wanted_l, 1.0)
    return stock_l - made * wanted_l, made


def cover(cover_now: float, rate: float, effective: bool, burning: bool, dt_s: float) -> float:
    """Foam cover after dt, 0..1. rate in L/(min m2); a foam that is not effective counts as none.

    Quiet: (rate / code) / 60 s - cover / 2400 s. Burning: (rate / critical - 1) / 60 s, where critical is
    a third of the code rate; below it burn-back, (rate / critical - 1) / 180 s. Training assumption 训练假设.
    """
    applied = rate if effective else 0.0
    if burning:
        excess = applied / (CODE_RATE_L_MIN_M2 * CRITICAL_SHARE) - 1.0
        change = excess / (COVER_S if excess > 0.0 else BURN_BACK_S)
    else:
        change = applied / CODE_RATE_L_MIN_M2 / COVER_S - cover_now / AGE_S
    return min(max(cover_now + change * dt_s, 0.0), 1.0)
