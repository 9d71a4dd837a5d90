"""Overpressure harm: what a blast does to people, as probits of pressure and impulse."""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states

GREEN = "TNO Green Book CPR 16E, 1st ed. 1989, ch. 3"
LACHANCE = "LaChance, Tchouvelev & Engebo, Int. J. Hydrogen Energy 36 (2011) 2381, table 4"
PASCAL_PER_BAR = 1.0e5
ATMOSPHERE_PA = 101325.0
ADULT_KG = 70.0


@states(
    "Eisenberg, Lynch & Breeding, USCG CG-D-136-75 (1975): death by lung haemorrhage; " + LACHANCE,
    Example("HyRAM 6 test", {"overpressure_pa": 1.0e5}, 2.454315, 1.0e-5),
    overpressure_pa=(1.0, 1.0e7),
)  # fmt: skip
def eisenberg_probit(overpressure_pa: float) -> float:
    """Probit of death by lung haemorrhage. Pr = -77.1 + 6.91 ln P, P in Pa."""
    return -77.1 + 6.91 * exact.log(overpressure_pa)


@states(
    "HSE (Hurst, Nussey & Pape 1989), " + LACHANCE,
    Example("1 bar", {"overpressure_pa": 1.0e5}, 5.13, 1.0e-6),
    overpressure_pa=(1.0, 1.0e7),
)  # fmt: skip
def hse_probit(overpressure_pa: float) -> float:
    """Probit of death outdoors and in common buildings. Pr = 5.13 + 1.37 ln P, P in bar."""
    return 5.13 + 1.37 * exact.log(overpressure_pa / PASCAL_PER_BAR)


@states(
    f"{GREEN}: impact of the head; {LACHANCE}",
    Example("HyRAM 6 test", {"overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4}, 12.2786003, 1.0e-7),
    overpressure_pa=(1.0, 1.0e7), impulse_pa_s=(0.1, 1.0e6),
)  # fmt: skip
def tno_head_probit(overpressure_pa: float, impulse_pa_s: float) -> float:
    """Probit of death by impact of the head. Pr = 5 - 8.49 ln(2430/P + 4e8/(P i)), Pa and Pa s."""
    s = 2430.0 / overpressure_pa + 4.0e8 / (overpressure_pa * impulse_pa_s)
    return 5.0 - 8.49 * exact.log(s)


@states(
    f"{GREEN}: impact of the whole body; {LACHANCE}",
    Example("by hand: s = 0.0738 + 1.3", {"overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4}, 4.2250, 1.0e-4),
    overpressure_pa=(1.0, 1.0e7), impulse_pa_s=(0.1, 1.0e6),
)  # fmt: skip
def tno_body_probit(overpressure_pa: float, impulse_pa_s: float) -> float:
    """Probit of death by impact of the whole body. Pr = 5 - 2.44 ln(7380/P + 1.3e9/(P i)), Pa and Pa s."""
    s = 7380.0 / overpressure_pa + 1.3e9 / (overpressure_pa * impulse_pa_s)
    return 5.0 - 2.44 * exact.log(s)


@states(
    f"{GREEN}: collapse of the building; {LACHANCE}",
    Example("HyRAM 6 test", {"overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4}, 6.4917213, 1.0e-6),
    overpressure_pa=(1.0, 1.0e7), impulse_pa_s=(0.1, 1.0e6),
)  # fmt: skip
def tno_collapse_probit(overpressure_pa: float, impulse_pa_s: float) -> float:
    """Probit of collapse of the building around people. Pr = 5 - 0.22 ln((40000/P)^7.4 + (460/i)^11.3)."""
    v = exact.power(40000.0 / overpressure_pa, 7.4) + exact.power(460.0 / impulse_pa_s, 11.3)
    return 5.0 - 0.22 * exact.log(v)


@states(
    f"{GREEN}: lung damage",
    Example("by hand: P/p0 = 0.98692, i/(p0^0.5 m^(1/3)) = 7.6228", {
        "overpressure_pa": 1.0e5, "impulse_pa_s": 1.0e4, "body_kg": 70.0}, -3.5385),
    overpressure_pa=(1.0, 1.0e7), impulse_pa_s=(0.1, 1.0e6), body_kg=(5.0, 200.0),
)  # fmt: skip
def tno_lung_probit(overpressure_pa: float, impulse_pa_s: float, body_kg: float) -> float:
    """Probit of death by lung damage. Pr = 5 - 5.74 ln(4.2/(P/p0) + 1.3/(i/(p0^(1/2) m^(1/3)))); p0 = 101325 Pa."""
    pressure = overpressure_pa / ATMOSPHERE_PA
    impulse = impulse_pa_s / (sqrt(ATMOSPHERE_PA) * exact.power(body_kg, 1.0 / 3.0))
    return 5.0 - 5.74 * exact.log(4.2 / pressure + 1.3 / impulse)
