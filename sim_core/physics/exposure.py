"""Exposure: what heat, blast and vapour do to people, as doses and probabilities."""

from math import sqrt

from sim_core import exact

PASCAL_PER_BAR = 1.0e5
# Petrol vapour, volume fraction and what it does within minutes: order of the ACGIH documentation (0.05 %
# dizziness in an hour, 0.3 % in 15 min, 1 % drunk within 5 min, 2 % collapse); training assumption 训练假设.
NARCOSIS = ((0.02, "collapse"), (0.005, "drunk"), (0.001, "irritated"))
# Side-on overpressure, Pa, and what it does to people outdoors: order of TNO Green Book; training
# assumption 训练假设.
BLAST = ((100.0e3, "killed"), (35.0e3, "hurt"), (7.0e3, "knocked down"))


def thermal_dose(flux_w_m2: float, dt_s: float) -> float:
    """Thermal dose in dt, (W/m2)^(4/3) s: t q^(4/3), Eisenberg 1975."""
    return dt_s * exact.power(flux_w_m2, 4.0 / 3.0) if flux_w_m2 > 0.0 else 0.0


def probability(probit: float) -> float:
    """Share of people harmed at a probit value, 0..1. (1 + erf((Pr - 5) / sqrt 2)) / 2."""
    return 0.5 * (1.0 + exact.erf((probit - 5.0) / sqrt(2.0)))


def death_by_heat(dose: float) -> float:
    """Probability of death for a thermal dose in (W/m2)^(4/3) s. Pr = -38.48 + 2.56 ln V, Eisenberg 1975."""
    return probability(-38.48 + 2.56 * exact.log(dose)) if dose > 0.0 else 0.0


def death_by_blast(overpressure_pa: float) -> float:
    """Probability of death outdoors and in common buildings. Pr = 5.13 + 1.37 ln(P / bar), HSE."""
    return probability(5.13 + 1.37 * exact.log(overpressure_pa / PASCAL_PER_BAR)) if overpressure_pa > 0.0 else 0.0


def blast_harm(overpressure_pa: float) -> str:
    """What a blast does to a person outdoors: BLAST, or "" below it."""
    return next((word for least, word in BLAST if overpressure_pa >= least), "")


def vapour_harm(fraction: float) -> str:
    """What petrol vapour does within minutes, by volume: NARCOSIS, or "" below it."""
    return next((word for least, word in NARCOSIS if fraction >= least), "")
