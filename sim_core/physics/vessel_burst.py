"""Vessel burst: blast of a vessel that fails hot (BLEVE): flash of its liquid, energy of expansion, retreat.

The fire that follows is `fireball`; the pressure over distance is that of the equivalent TNT (`tnt`).
"""

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

PRUGH = "Prugh, Quantitative evaluation of BLEVE hazards, J. Fire Protection Engineering 3 (1991) 9-24"
CASAL = "Casal, Evaluation of the Effects and Consequences of Major Accidents, 2nd ed. 2018, ch. 5"
BIRK = "Emergency Response Guidebook 2020, BLEVE safety precautions (after Birk)"
AMBIENT_PA = 101_325.0
DUCTILE = 0.4
LEAST_RETREAT_M = 90.0


@states(
    f"{PRUGH}; {CASAL}",
    Example("propane at 328 K: 1 - exp(-2.63 x 2230/4.257e5 x 138.9 x (1 - (41.9/138.9)^0.38))",
            {"temperature_k": 328.0, "boiling_k": 231.0, "critical_k": 369.9, "capacity_j_kg_k": 2230.0,
             "latent_j_kg": 4.257e5}, 0.5034, 1e-3),
    temperature_k=(150.0, 700.0),
    boiling_k=(100.0, 500.0),
    critical_k=(150.0, 800.0),
    capacity_j_kg_k=(500.0, 1.0e4),
    latent_j_kg=(1.0e4, 2.5e6),
)  # fmt: skip
def flash_share(
    temperature_k: float, boiling_k: float, critical_k: float, capacity_j_kg_k: float, latent_j_kg: float
) -> float:
    """Share of the liquid that flashes to vapour, 0..1. f = 1 - exp(-2.63 cp/L (Tc-Tb) (1 - ((Tc-T)/(Tc-Tb))^0.38)).

    capacity and latent heat at the boiling point. 0 at and below it.
    """
    span = critical_k - boiling_k
    if temperature_k <= boiling_k:
        return 0.0
    left = max(critical_k - temperature_k, 0.0) / span
    kept = exact.power(left, 0.38) if left > 0.0 else 0.0
    return 1.0 - exact.exp(-2.63 * capacity_j_kg_k / latent_j_kg * span * (1.0 - kept))


@states(
    f"{PRUGH}; {CASAL}: isentropic expansion of an ideal gas",
    Example("10 m3 at 17 bar, k 1.14: 17e5 x 10 / 0.14 x (1 - (1.01325/17)^0.1228)",
            {"pressure_pa": 1.7e6, "volume_m3": 10.0, "heat_capacity_ratio": 1.14}, 3.5544e7, 1e-3),
    pressure_pa=(1.1e5, 1.0e7),
    volume_m3=(0.0, 1.0e6),
    heat_capacity_ratio=(1.01, 1.7),
)  # fmt: skip
def expansion_j(pressure_pa: float, volume_m3: float, heat_capacity_ratio: float) -> float:
    """Energy of vapour that expands to the ambient, J. E = p V / (k-1) (1 - (p0/p)^((k-1)/k)).

    volume_m3: vapour space and, at the burst's pressure, the vapour that the liquid flashes to.
    """
    k = heat_capacity_ratio
    spent = 1.0 - exact.power(AMBIENT_PA / pressure_pa, (k - 1.0) / k)
    return pressure_pa * volume_m3 / (k - 1.0) * spent


@states(
    CASAL,
    Example("100 MJ, ductile steel", {"energy_j": 1.0e8}, 4.0e7),
    Text("韧性破裂：能量的 40 % 成为冲击波", "ductile failure: 40 % of the energy goes into the blast"),
    energy_j=(0.0, 1.0e13),
    share=(0.0, 1.0),
)
def blast_j(energy_j: float, share: float = DUCTILE) -> float:
    """Energy in the blast wave, J. E = share x energy; 0.4 for a ductile failure, 0.8 for a brittle one."""
    return share * energy_j


@states(
    BIRK,
    Example("10 t: 4 x 2.9 x 21.544", {"mass_kg": 1.0e4, "times": 4.0}, 249.9),
    Text("撤离距离待确认：救援 4R（不小于 90 m），公众 15–30R，R = 2.9 m^(1/3)",
         "to be confirmed: responders 4 R, at least 90 m; the public 15 to 30 R, R = 2.9 m^(1/3)"),
    mass_kg=(1.0, 1.0e6),
    times=(1.0, 30.0),
)  # fmt: skip
def retreat_m(mass_kg: float, times: float) -> float:
    """How far to keep away from a vessel that may burst, m. r = max(n 2.9 m^(1/3), 90); n: times R of the fireball."""
    return max(times * 2.9 * exact.power(mass_kg, 1.0 / 3.0), LEAST_RETREAT_M)
