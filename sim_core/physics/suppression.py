"""Suppression: foam against a pool fire: knock-down, cover, burn-back, ageing, and how long the stock lasts.

No public law gives these rates. The shape is common teaching (a critical rate below which no fire goes out), the
constants are training assumptions, the rate of the code is `demand`.
"""

from math import inf

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

API_2021 = "API RP 2021, 4th ed. 2001 (foam attack); constants: none public"
CRITICAL_SHARE = 1.0 / 3.0
COVER_S = 60.0
BURN_BACK_S = 180.0
AGE_S = 2400.0
EVAPORATION_KEPT = 0.9
ON_HYDROCARBON = ("AFFF", "AFFF/AR", "FFFP", "FFFP/AR", "FP", "P")
ON_POLAR = ("AFFF/AR", "FFFP/AR")
KNOCK_DOWN = Text(
    "临界供给强度为规范值的 1/3，覆盖时间 60 s /（强度/临界 - 1）",
    "critical rate a third of the code's; a burning pool is covered in 60 s / (rate / critical - 1)",
)
BLANKET = Text(
    "未灭时低于临界强度则泡沫在 180 s 内被烧毁；静置泡沫以 2400 s 衰减",
    "below the critical rate a fire burns a blanket off in 180 s; left alone it ages with 2400 s",
)


@states(
    "GB 50151-2021, 4.2.2 (3): water-soluble liquids and others that destroy common foam",
    Example("AFFF on ethanol", {"foam": "AFFF", "polar": True}, False),
)
def works_on(foam: str, polar: bool) -> bool:
    """Whether this foam holds on this liquid. = foam in the list; polar solvents break all but AR foams."""
    return foam in (ON_POLAR if polar else ON_HYDROCARBON)


@states(
    API_2021,
    Example("code 6.5", {"code_l_min_m2": 6.5}, 2.16667),
    KNOCK_DOWN,
    code_l_min_m2=(1.0, 30.0),
)
def critical_l_min_m2(code_l_min_m2: float) -> float:
    """Rate below which no fire of this kind goes out, L/(min m2). c = code / 3."""
    return code_l_min_m2 * CRITICAL_SHARE


@states(
    API_2021,
    Example("at the code's rate: 60 s / 2", {"rate_l_min_m2": 6.5, "code_l_min_m2": 6.5}, 30.0),
    KNOCK_DOWN,
    rate_l_min_m2=(0.0, 60.0),
    code_l_min_m2=(1.0, 30.0),
)
def knock_down_s(rate_l_min_m2: float, code_l_min_m2: float) -> float:
    """Time to cover a burning pool, s; infinite at or below the critical rate. t = 60 / (rate / critical - 1)."""
    excess = rate_l_min_m2 / critical_l_min_m2(code_l_min_m2) - 1.0
    return COVER_S / excess if excess > 0.0 else inf


@states(
    API_2021,
    Example("one minute of the code's rate on a quiet pool", {
        "covered": 0.0, "rate_l_min_m2": 6.5, "code_l_min_m2": 6.5, "burning": False, "dt_s": 60.0}, 1.0),
    BLANKET,
    covered=(0.0, 1.0),
    rate_l_min_m2=(0.0, 60.0),
    code_l_min_m2=(1.0, 30.0),
    dt_s=(0.0, 60.0),
)  # fmt: skip
def cover(covered: float, rate_l_min_m2: float, code_l_min_m2: float, burning: bool, dt_s: float) -> float:
    """Foam cover after dt_s, 0..1. Quiet: dc/dt = rate / code / 60 s - c / 2400 s.

    Burning: dc/dt = (rate / critical - 1) / 60 s, below the critical rate / 180 s instead.
    rate_l_min_m2: of foam that holds on the liquid and reaches it; 0 for one that does not.
    """
    if burning:
        excess = rate_l_min_m2 / critical_l_min_m2(code_l_min_m2) - 1.0
        change = excess / (COVER_S if excess > 0.0 else BURN_BACK_S) * dt_s
    else:
        aged = covered * (1.0 - exact.exp(-dt_s / AGE_S))
        change = rate_l_min_m2 / code_l_min_m2 / COVER_S * dt_s - aged
    return min(max(covered + change, 0.0), 1.0)


@states(
    "no public source",
    Example("half covered", {"covered": 0.5}, 0.55),
    Text("完整泡沫层使蒸发减少 90 %", "a whole blanket cuts evaporation by 90 %"),
    covered=(0.0, 1.0),
)
def evaporation_share(covered: float) -> float:
    """Share of its evaporation that a covered pool keeps, 0..1. s = 1 - 0.9 c."""
    return 1.0 - EVAPORATION_KEPT * covered


@states(
    "Proportioning: GB 50151-2021, ch. 2 (mixing ratio)",
    Example("3 % of 6000 L/min for 1 min", {"solution_l_min": 6000.0, "proportion": 0.03, "dt_s": 60.0}, 180.0),
    solution_l_min=(0.0, 1.0e6),
    proportion=(0.001, 0.1),
    dt_s=(0.0, 1.0e6),
)
def concentrate_l(solution_l_min: float, proportion: float, dt_s: float) -> float:
    """Concentrate that foam solution takes, L. V = flow x proportion x t; proportion 0.03 for a 3 % concentrate."""
    return solution_l_min * proportion * dt_s / 60.0


@states(
    "Proportioning: GB 50151-2021, ch. 2 (mixing ratio)",
    Example("5400 L at 3 % of 6000 L/min", {"stock_l": 5400.0, "solution_l_min": 6000.0, "proportion": 0.03}, 1800.0),
    stock_l=(0.0, 1.0e7),
    solution_l_min=(1.0, 1.0e6),
    proportion=(0.001, 0.1),
)
def lasts_s(stock_l: float, solution_l_min: float, proportion: float) -> float:
    """How long a stock of concentrate lasts, s. t = stock / (flow x proportion)."""
    return stock_l / (solution_l_min * proportion) * 60.0
