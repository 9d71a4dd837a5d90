"""Heat dose: what heat radiation and hot air do to people, as dose, probit and share of what disables."""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

EISENBERG = "Eisenberg, Lynch & Breeding, USCG CG-D-136-75 (1975)"
ISO_13571 = "ISO 13571:2012"
DOSE_EXPONENT = 4.0 / 3.0
PROBITS = {
    "eisenberg": (-38.48, 2.56, 1.0),  # fatality, mostly of nuclear flash data
    "tsao_perry": (-36.38, 2.56, 1.0),  # the same for infrared: LaChance et al., Int. J. Hydrogen Energy 36 (2011)
    "tno": (-37.23, 2.56, 1.0),  # TNO Green Book CPR 16E (1989), clothed
    "lees": (-29.02, 1.99, 0.5),  # Lees, Trans. IChemE 72B (1994): dose on half of the body
}
"""Intercept, slope and share of the dose that counts: Pr = a + b ln(f V)."""
LEAST_RADIANT_KW_M2 = 2.5  # ISO 13571:2012, 8.2: below it 5 min and more are borne
LEAST_AIR_K = 273.15 + 60.0


@states(
    f"{EISENBERG}, thermal dose",
    Example("HyRAM 6 test: 5 W/m2 for 30 s", {"heat_flux_w_m2": 5.0, "duration_s": 30.0}, 256.496392, 1.0e-6),
    heat_flux_w_m2=(0.0, 1.0e6), duration_s=(0.0, 36000.0),
)  # fmt: skip
def thermal_dose_w43_s(heat_flux_w_m2: float, duration_s: float) -> float:
    """Thermal dose, (W/m2)^(4/3) s. V = t q^(4/3)."""
    return duration_s * exact.power(heat_flux_w_m2, DOSE_EXPONENT) if heat_flux_w_m2 > 0.0 else 0.0


@states(
    "LaChance, Tchouvelev & Engebo, Int. J. Hydrogen Energy 36 (2011) 2381, table 3 (4 relations)",
    Example("HyRAM 6 test", {"relation": "eisenberg", "thermal_dose_w43_s": 1.0e7}, 2.7823249, 1.0e-7),
    thermal_dose_w43_s=(1.0, 1.0e12),
)  # fmt: skip
def thermal_probit(relation: str, thermal_dose_w43_s: float) -> float:
    """Probit of death by heat radiation. Pr = a + b ln(f V), by `relation` of PROBITS; V in (W/m2)^(4/3) s."""
    a, b, share = PROBITS[relation]
    return a + b * exact.log(share * thermal_dose_w43_s)


@states(
    "Finney, Probit Analysis, 3rd ed. 1971, ch. 3",
    Example("half of them", {"probit": 5.0}, 0.5),
    probit=(-200.0, 200.0),
)  # fmt: skip
def probability(probit: float) -> float:
    """Share of people to whom it happens, 0..1. P = (1 + erf((Pr - 5)/sqrt 2)) / 2."""
    return 0.5 * (1.0 + exact.erf((probit - 5.0) / sqrt(2.0)))


@states(
    f"{ISO_13571}, 8.2 (convection, fully clothed); NIST TN 1889v1 (CFAST) ch. 6; SFPE Handbook 5th ed. 2016, ch. 63",
    Example("100 C for 1 min: t = 4.1e8 x 100^-3.61 = 24.7 min", {"air_temperature_k": 373.15, "duration_s": 60.0},
            0.0404, 0.01),
    air_temperature_k=(273.15, 773.15), duration_s=(0.0, 36000.0),
)  # fmt: skip
def hot_air_fed(air_temperature_k: float, duration_s: float) -> float:
    """Share of what disables a clothed person by hot dry air. FED = t / (4.1e8 T^-3.61), t in min, T in C; 0 at 0 C."""
    celsius = air_temperature_k - 273.15
    return duration_s / 60.0 * exact.power(celsius, 3.61) / 4.1e8 if celsius > 0.0 else 0.0


@states(
    f"{ISO_13571}, 8.2 (convection, lightly clothed or bare); SFPE Handbook 5th ed. 2016, ch. 63",
    Example("100 C for 1 min: t = 5e7 x 100^-3.4 = 7.9 min", {"air_temperature_k": 373.15, "duration_s": 60.0},
            0.1262, 0.01),
    air_temperature_k=(273.15, 773.15), duration_s=(0.0, 36000.0),
)  # fmt: skip
def hot_air_bare_fed(air_temperature_k: float, duration_s: float) -> float:
    """Share of what disables a lightly clothed person by hot air. FED = t / (5e7 T^-3.4), t in min, T in C."""
    celsius = air_temperature_k - 273.15
    return duration_s / 60.0 * exact.power(celsius, 3.4) / 5.0e7 if celsius > 0.0 else 0.0


@states(
    f"{ISO_13571}, 8.2 (radiation to bare skin, second-degree burns)",
    Example("10 kW/m2 for 10 s: t = 6.9 x 10^-1.56 = 0.190 min", {"radiant_kw_m2": 10.0, "duration_s": 10.0},
            0.877, 0.01),
    radiant_kw_m2=(0.0, 100.0), duration_s=(0.0, 36000.0),
)  # fmt: skip
def radiant_fed(radiant_kw_m2: float, duration_s: float) -> float:
    """Share of what disables by heat radiation. FED = t / (6.9 q^-1.56), t in min, q in kW/m2; 0 below 2.5 kW/m2."""
    if radiant_kw_m2 < LEAST_RADIANT_KW_M2:
        return 0.0
    return duration_s / 60.0 * exact.power(radiant_kw_m2, 1.56) / 6.9


@states(
    f"{ISO_13571}, 8.2 (radiation, pain); SFPE Handbook 5th ed. 2016, ch. 63",
    Example("10 kW/m2 for 10 s: t = 4.2 x 10^-1.9 = 0.0529 min", {"radiant_kw_m2": 10.0, "duration_s": 10.0},
            3.152, 0.01),
    radiant_kw_m2=(0.0, 100.0), duration_s=(0.0, 36000.0),
)  # fmt: skip
def radiant_pain_fed(radiant_kw_m2: float, duration_s: float) -> float:
    """Share of what gives unbearable pain to bare skin. FED = t / (4.2 q^-1.9), t in min; 0 below 2.5 kW/m2."""
    if radiant_kw_m2 < LEAST_RADIANT_KW_M2:
        return 0.0
    return duration_s / 60.0 * exact.power(radiant_kw_m2, 1.9) / 4.2
