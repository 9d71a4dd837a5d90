"""Incapacitation: one person in a mixture, second by second: fit, impaired, down or dead, of what, and recovery.

Doses add up as shares: 1 fells (or kills) the median person. Those that the body gets rid of fade in clean air.
"""

from dataclasses import dataclass, replace

from sim_core import exact
from sim_core.physics.fed import PPM, fed_co, fed_co2, fed_hcn, fed_o2, hyperventilation
from sim_core.physics.toxic_load import PROBITS, h2s_knock_down, toxic_load
from sim_core.physics.validity import Example, states
from sim_core.text import Text

FIT, IMPAIRED, DOWN, DEAD = "fit", "impaired", "down", "dead"
COHB_PCT = 30.0
IMPAIRING_SHARE = 0.3  # ISO 13571:2012: the more sensitive tenth
COMES_ROUND = 0.5
# How fast what is in the body fades in clean air, s (time constant): COHb half-life 320 min (Peterson & Stewart 1970).
FADES_S = {"carbon_monoxide": 27700.0, "hydrogen_sulfide": 300.0, "lack_of_oxygen": 60.0, "carbon_dioxide": 120.0,
           "hydrogen_cyanide": 3600.0}  # fmt: skip
NARCOSIS_S = 120.0  # uptake and release of vapour by the brain
NARCOSIS_DOWN, NARCOSIS_IMPAIRED = 0.02, 0.005
# Without oxygen the brain is harmed from some 4 min and dies from some 6 to 10 min (ERC Guidelines 2021).
ASPHYXIA_S = 420.0
ASPHYXIA_O2 = 0.08
# ppm at which eyes and airways leave no ordered act possible: IDLH, or what the NRC's AEGL volumes 2, 4, 6, 9 describe.
IRRITATING_PPM = {"hydrogen_sulfide": 100.0, "chlorine": 30.0, "ammonia": 700.0, "sulfur_dioxide": 100.0}
LEAST_O2_CLEAR = 0.16  # below it judgement and coordination suffer: OSHA 29 CFR 1910.134, preamble 1998; NFPA 53-2016
LETHAL = ("hydrogen_sulfide", "carbon_monoxide", "chlorine", "ammonia", "sulfur_dioxide", "hydrogen_cyanide")


@dataclass(frozen=True, slots=True)
class Air:
    """What a person breathes, fractions by volume. vapour: hydrocarbons as petrol vapour."""

    o2: float = 0.209
    co2: float = 0.0004
    carbon_monoxide: float = 0.0
    hydrogen_sulfide: float = 0.0
    chlorine: float = 0.0
    ammonia: float = 0.0
    sulfur_dioxide: float = 0.0
    hydrogen_cyanide: float = 0.0
    vapour: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """State of one person. condition: fit, impaired, down, dead; cause: of what, "" when fit.

    down_*: shares of what fells; narcosis: vapour in the brain, as the fraction in air that it balances; lethal: share
    of the dose that kills; asphyxia: share of the time without oxygen that kills.
    """

    condition: str = FIT
    cause: str = ""
    down_carbon_monoxide: float = 0.0
    down_hydrogen_sulfide: float = 0.0
    down_lack_of_oxygen: float = 0.0
    down_carbon_dioxide: float = 0.0
    down_hydrogen_cyanide: float = 0.0
    narcosis: float = 0.0
    lethal: float = 0.0
    lethal_of: str = ""
    asphyxia: float = 0.0


@states(
    "ISO 13571:2012 and SFPE Handbook 4th ed. 2008, ch. 2-6 for CO, O2, CO2, HCN; OSHA and NRC 2010 for H2S; CCPS 2000",
    assumes=Text(
        "人员失能：剂量份额 0.3 为受损、1 为倒地，降至 0.5 苏醒；恢复时间常数、"
        "烃类麻醉（0.5 % 受损、2 % 倒地、2 分钟）、缺氧 7 分钟致死均为训练取值",
        "a person: share 0.3 impairs, 1 fells, comes round at 0.5; how fast doses fade, narcosis by vapour "
        "(0.5 % impairs, 2 % fells, 2 min) and death after 7 min without oxygen are set for training",
    ),
    rmv_l_min=(5.0, 100.0), dt_s=(0.0, 60.0),
)  # fmt: skip
def breathe(body: Body, air: Air, rmv_l_min: float, dt_s: float) -> Body:
    """The person dt later in this air. share' = share e^(-dt/tau) + dose(dt), the worst counts; dead stays dead.

    rmv_l_min: air breathed by work. Example: tests/sim_core/test_physics_incapacitation.py
    """
    if body.condition == DEAD:
        return body
    faster = hyperventilation(min(air.co2, 0.1))
    co = fed_co(air.carbon_monoxide, dt_s, rmv_l_min, COHB_PCT) * faster
    cyanide = fed_hcn(air.hydrogen_cyanide, 0.0, dt_s) * faster
    lack = fed_o2(air.o2, dt_s)
    lethal, lethal_of = _lethal(body, air, dt_s)
    taken_up = dt_s / (NARCOSIS_S + dt_s)
    breathless = air.o2 < ASPHYXIA_O2 or body.down_hydrogen_sulfide >= 1.0
    later = replace(
        body,
        down_carbon_monoxide=_share(body.down_carbon_monoxide, co, "carbon_monoxide", dt_s),
        down_hydrogen_sulfide=_share(
            body.down_hydrogen_sulfide, h2s_knock_down(PPM * air.hydrogen_sulfide, dt_s), "hydrogen_sulfide", dt_s
        ),
        down_lack_of_oxygen=_share(body.down_lack_of_oxygen, lack, "lack_of_oxygen", dt_s),
        down_carbon_dioxide=_share(body.down_carbon_dioxide, fed_co2(air.co2, dt_s), "carbon_dioxide", dt_s),
        down_hydrogen_cyanide=_share(body.down_hydrogen_cyanide, cyanide, "hydrogen_cyanide", dt_s),
        narcosis=body.narcosis + taken_up * (air.vapour - body.narcosis),
        lethal=lethal,
        lethal_of=lethal_of,
        asphyxia=body.asphyxia + dt_s / ASPHYXIA_S if breathless and body.condition == DOWN else 0.0,
    )
    condition, cause = _condition(later, air)
    return replace(later, condition=condition, cause=cause)


def _share(before: float, dose: float, of: str, dt_s: float) -> float:
    """A share with its dose; what was there fades only while nothing comes. Never above 2: nobody is felled twice."""
    kept = before if dose > 0.0 else before / (1.0 + dt_s / FADES_S[of])
    return min(2.0, kept + dose)


def _lethal(body: Body, air: Air, dt_s: float) -> tuple[float, str]:
    """Share of the dose that kills half, of all gases, and the gas that gave most now."""
    most, of, total = 0.0, body.lethal_of, body.lethal
    for gas in LETHAL:
        fraction = getattr(air, gas)
        if fraction > 0.0:
            part = lethal_share(gas, PPM * fraction, dt_s)
            total += part
            if part > most:
                most, of = part, gas
    return total, of


@states(
    "CCPS Guidelines for CPQRA, 2nd ed. 2000, sec. 2.3.1: share of the load at probit 5",
    Example("chlorine, 433 ppm for 10 min", {"gas": "chlorine", "concentration_ppm": 433.0, "duration_s": 600.0},
            1.0, 0.01),
    concentration_ppm=(0.0, 1.0e6), duration_s=(0.0, 86400.0),
)  # fmt: skip
def lethal_share(gas: str, concentration_ppm: float, duration_s: float) -> float:
    """Share of the load that kills half of the people. F = C^n t / exp((5 - a)/b)."""
    p = PROBITS[gas]
    return toxic_load(concentration_ppm, p.n, duration_s) / LETHAL_LOADS[gas]


LETHAL_LOADS = {gas: exact.exp((5.0 - PROBITS[gas].a) / PROBITS[gas].b) for gas in LETHAL}


def _condition(body: Body, air: Air) -> tuple[str, str]:
    """The worst of all, and of what; who is down comes round at half the share that felled."""
    if body.asphyxia >= 1.0:
        return DEAD, body.cause
    if body.lethal >= 1.0:
        return DEAD, body.lethal_of
    shares = {
        "hydrogen_sulfide": body.down_hydrogen_sulfide,
        "lack_of_oxygen": body.down_lack_of_oxygen,
        "carbon_monoxide": body.down_carbon_monoxide + body.down_hydrogen_cyanide,
        "carbon_dioxide": body.down_carbon_dioxide,
        "vapour": body.narcosis / NARCOSIS_DOWN,
    }
    if body.lethal_of:
        shares[body.lethal_of] = max(shares.get(body.lethal_of, 0.0), body.lethal)
    total = body.down_lack_of_oxygen + body.down_carbon_monoxide + body.down_hydrogen_cyanide
    worst = max(shares, key=lambda of: shares[of])
    share = max(shares[worst], total)
    felled = COMES_ROUND if body.condition == DOWN else 1.0
    if share >= felled:
        return DOWN, worst
    if share >= IMPAIRING_SHARE:
        return IMPAIRED, worst
    if body.narcosis >= NARCOSIS_IMPAIRED:
        return IMPAIRED, "vapour"
    if air.o2 < LEAST_O2_CLEAR:
        return IMPAIRED, "lack_of_oxygen"
    irritating = [gas for gas, ppm in IRRITATING_PPM.items() if PPM * getattr(air, gas) >= ppm]
    return (IMPAIRED, irritating[0]) if irritating else (FIT, "")
