"""FED: fractional effective dose of smoke gases and of lack of oxygen: 1 disables half of the people exposed."""

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

PURSER = "Purser, SFPE Handbook 4th ed. 2008, ch. 2-6; FDS 6 User Guide, FED (NIST SP 1019)"
ISO_13571 = "ISO 13571:2012, 7.2"
PPM, PCT = 1.0e6, 100.0
AIR_O2_PCT = 20.9
LEAST_LACK_O2 = 0.20  # FDS counts lack of oxygen below 20 %
# Irritants: ppm that hinder escape at once (FIC), ppm min that kill by what they do to the lungs (FLD).
IRRITANTS = {
    "HCL": (900.0, 114000.0), "HBR": (900.0, 114000.0), "HF": (900.0, 87000.0), "SO2": (120.0, 12000.0),
    "NO2": (350.0, 1900.0), "ACROLEIN": (20.0, 4500.0), "HCHO": (30.0, 22500.0),
}  # fmt: skip
"""Species -> (FIC limit ppm, FLD ppm min): SFPE Handbook 4th ed. 2008, ch. 2-6, tables of the FDS 6 User Guide."""


@states(
    f"{PURSER}, carbon monoxide",
    Example("by hand: 3.317e-5 x 1281.8 x 25 x 1.6667/30", {
        "co_fraction": 0.000999611, "duration_s": 100.0, "rmv_l_min": 25.0, "cohb_pct": 30.0}, 0.05905, 0.002),
    co_fraction=(0.0, 0.1), duration_s=(0.0, 86400.0), rmv_l_min=(5.0, 100.0), cohb_pct=(5.0, 50.0),
)  # fmt: skip
def fed_co(co_fraction: float, duration_s: float, rmv_l_min: float, cohb_pct: float) -> float:
    """Share by carbon monoxide. F = 3.317e-5 C^1.036 V t / D; C ppm, V air breathed L/min, t min, D % COHb."""
    if co_fraction <= 0.0:
        return 0.0
    return 3.317e-5 * exact.power(PPM * co_fraction, 1.036) * rmv_l_min * (duration_s / 60.0) / cohb_pct


@states(
    f"{PURSER}, lack of oxygen",
    Example("FDS FED_Device, region 1", {"o2_fraction": 0.11842405, "duration_s": 100.0}, 0.065345083, 0.01),
    o2_fraction=(0.0, 1.0), duration_s=(0.0, 86400.0),
)  # fmt: skip
def fed_o2(o2_fraction: float, duration_s: float) -> float:
    """Share by lack of oxygen. F = t / exp(8.13 - 0.54 (20.9 - O2)), t min, O2 %; 0 from 20 % up."""
    if o2_fraction >= LEAST_LACK_O2:
        return 0.0
    return duration_s / 60.0 / exact.exp(8.13 - 0.54 * (AIR_O2_PCT - PCT * o2_fraction))


@states(
    f"{PURSER}, hyperventilation",
    Example("by hand: exp(0.1903 x 1.918864 + 2.0004)/7.1", {"co2_fraction": 0.01918864}, 1.5000),
    co2_fraction=(0.0, 0.12),
)  # fmt: skip
def hyperventilation(co2_fraction: float) -> float:
    """By how much carbon dioxide speeds breathing up. V = exp(0.1903 CO2 + 2.0004) / 7.1, CO2 in %."""
    return exact.exp(0.1903 * PCT * co2_fraction + 2.0004) / 7.1


@states(
    "Purser, SFPE Handbook 4th ed. 2008, ch. 2-6: carbon dioxide as a narcotic",
    Example("6 %: exp(6.1623 - 3.1134) = 21.1 min", {"co2_fraction": 0.06, "duration_s": 60.0}, 0.0474, 0.005),
    co2_fraction=(0.0, 0.5), duration_s=(0.0, 86400.0),
)  # fmt: skip
def fed_co2(co2_fraction: float, duration_s: float) -> float:
    """Share by carbon dioxide itself. F = t / exp(6.1623 - 0.5189 CO2), t min, CO2 %; 0 below 3 %."""
    if co2_fraction < 0.03:
        return 0.0
    return duration_s / 60.0 / exact.exp(6.1623 - 0.5189 * PCT * co2_fraction)


@states(
    f"{PURSER}, cyanide (the term of the 4th ed.; later editions use a power of C)",
    Example("by hand: (exp(130.46/43)/220 - 0.0045) x 1.6667", {
        "hcn_fraction": 0.00026533, "nox_fraction": 0.00013487, "duration_s": 100.0}, 0.14992, 0.002),
    hcn_fraction=(0.0, 0.002), nox_fraction=(0.0, 0.01), duration_s=(0.0, 86400.0),
)  # fmt: skip
def fed_hcn(hcn_fraction: float, nox_fraction: float, duration_s: float) -> float:
    """Share by cyanide, against which nitrogen oxides protect. F = (exp(C/43)/220 - 0.0045) t, C = HCN - NOx ppm."""
    ppm = PPM * (hcn_fraction - nox_fraction)
    return (exact.exp(ppm / 43.0) / 220.0 - 0.0045) * duration_s / 60.0 if ppm > 0.0 else 0.0


@states(
    f"{PURSER}, nitrogen oxides",
    Example("by hand: 134.87/1500 x 1.6667", {"nox_fraction": 0.00013487, "duration_s": 100.0}, 0.14986),
    nox_fraction=(0.0, 0.01), duration_s=(0.0, 86400.0),
)  # fmt: skip
def fed_nox(nox_fraction: float, duration_s: float) -> float:
    """Share by nitrogen oxides. F = C t / 1500, C ppm of NO + NO2, t min."""
    return PPM * nox_fraction * duration_s / 60.0 / 1500.0


@states(
    f"{PURSER}, irritants: lethal dose to the lungs",
    Example("by hand: 2 min of 570 ppm HCl", {"species": "HCL", "fraction": 570.0e-6, "duration_s": 120.0}, 0.01),
    fraction=(0.0, 0.1), duration_s=(0.0, 86400.0),
)  # fmt: skip
def irritant_dose(species: str, fraction: float, duration_s: float) -> float:
    """Share of the lethal dose by one irritant of IRRITANTS. F = C t / D, C ppm, t min."""
    return PPM * fraction * duration_s / 60.0 / IRRITANTS[species][1]


@states(
    f"{PURSER}, irritants: fractional irritant concentration",
    Example("by hand: 90 ppm HCl of 900", {"species": "HCL", "fraction": 90.0e-6}, 0.1),
    fraction=(0.0, 0.1),
)  # fmt: skip
def irritant_share(species: str, fraction: float) -> float:
    """Share of what hinders escape at once by one irritant of IRRITANTS. FIC = C / F, C ppm; they add up."""
    return PPM * fraction / IRRITANTS[species][0]


@states(
    PURSER,
    Example("FDS FED_FIC, asphyxiants", {
        "co_share": 0.14985, "hcn_share": 0.14992, "nox_share": 0.14986, "o2_share": 0.29969, "irritant_dose": 0.0,
        "ventilation": 1.5}, 0.97403, 0.001),
    assumes=Text("刺激物剂量不乘呼吸加快系数，与 FDS 的 FED 输出一致",
                 "the dose of irritants is not multiplied by hyperventilation, as the FED that FDS puts out shows"),
    co_share=(0.0, 1.0e6), hcn_share=(0.0, 1.0e6), nox_share=(0.0, 1.0e6), o2_share=(0.0, 1.0e6),
    irritant_dose=(0.0, 1.0e6), ventilation=(1.0, 20.0),
)  # fmt: skip
def total_fed(
    co_share: float, hcn_share: float, nox_share: float, o2_share: float, irritant_dose: float, ventilation: float
) -> float:
    """Shares put together. FED = (F_CO + F_CN + F_NOx) V_CO2 + F_irr + F_O2."""
    return (co_share + hcn_share + nox_share) * ventilation + irritant_dose + o2_share


@states(
    f"{ISO_13571}, eq. of asphyxiants",
    Example("CFAST verification gas_tenability (NIST TN 1889v3): one second", {
        "co_fraction": 13.7e-6, "hcn_fraction": 0.0, "co2_fraction": 0.000223, "duration_s": 1.0}, 6.56e-6, 0.03),
    co_fraction=(0.0, 0.1), hcn_fraction=(0.0, 0.002), co2_fraction=(0.0, 0.12), duration_s=(0.0, 86400.0),
)  # fmt: skip
def iso_fed(co_fraction: float, hcn_fraction: float, co2_fraction: float, duration_s: float) -> float:
    """Share by asphyxiants after ISO 13571. FED = (CO/35000 + HCN^2.36/1.2e6) v t, v = exp(CO2/5); ppm, min, %.

    The standard takes v above 2 % of CO2 only; here it always counts, as in CFAST: on the safe side.
    """
    faster = exact.exp(PCT * co2_fraction / 5.0)
    cyanide = exact.power(PPM * hcn_fraction, 2.36) / 1.2e6 if hcn_fraction > 0.0 else 0.0
    return (PPM * co_fraction / 35000.0 + cyanide) * faster * duration_s / 60.0
