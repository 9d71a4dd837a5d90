"""Burning rate: how fast a liquid pool burns away, by fuel and width."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states

SFPE = "SFPE Handbook of Fire Protection Engineering, 3rd ed. 2002, ch. 3-1 (Babrauskas)"
NUREG = "NUREG-1805, Fire Dynamics Tools, 2004, ch. 3"
REW = "Rew, Hulbert and Deaves, Process Saf. Environ. Prot. 75 (1997) 81-89"
NIST = "NIST fire experiments (firemodels/exp, 2026), Pool_Fires"


@dataclass(frozen=True, slots=True)
class Pool:
    """How one fuel burns as a pool. flux_kg_m2_s: of an infinitely wide pool; k_beta_1_m: how soon it is reached.

    smoke_kw_m2: emissive power of the smoke-covered flame, 0 = burns clean. radiant_fraction: of the heat released,
    of a clean flame.
    """

    flux_kg_m2_s: float
    k_beta_1_m: float
    smoke_kw_m2: float
    radiant_fraction: float
    source: str


BURGESS = "`burgess_flux_kg_m2_s` of its properties; k beta: training assumption 训练假设"
OIL_SMOKE = 20.0  # Mudan and Croce: petrol, kerosene, JP-4
LPG_SMOKE = 38.8  # so that a pool 20 m wide gives the 48 kW/m2 of Mizner and Eyre 1982 (Maplin and Cuxhaven)
# Radiant fractions: alcohols and acetone: NIST pool fires of 0.3 and 1 m (MaCFP database); oils: 0.35 of a pool before
# smoke hides it (NISTIR 6546, 2000), but of diesel 0.197 (NIST's input for fires of 3 to 6 m); LPG, hydrogen and the
# fuels by Burgess: training assumption 训练假设.
POOLS = {
    "petrol": Pool(0.055, 2.1, OIL_SMOKE, 0.35, SFPE),
    "naphtha": Pool(0.051, 3.6, OIL_SMOKE, 0.35, f"as JP-4, {SFPE}"),
    "crude": Pool(0.0335, 2.8, OIL_SMOKE, 0.35, f"{SFPE}, middle of 0.022-0.045"),
    "diesel": Pool(0.045, 2.1, OIL_SMOKE, 0.197, f"{NUREG}; radiant fraction: NIST, CERTEC fires of 3 to 6 m, 2026"),
    "kerosene": Pool(0.039, 3.5, OIL_SMOKE, 0.35, SFPE),
    "benzene": Pool(0.087, 2.7, OIL_SMOKE, 0.35, f"{NIST}; k beta {SFPE}"),
    "toluene": Pool(0.066, 3.37, OIL_SMOKE, 0.35, REW),
    "xylene": Pool(0.090, 1.4, OIL_SMOKE, 0.35, SFPE),
    "hexane": Pool(0.074, 1.9, OIL_SMOKE, 0.35, SFPE),
    "heptane": Pool(0.067, 1.1, OIL_SMOKE, 0.35, f"{NIST}; k beta {SFPE}"),
    "propane": Pool(0.099, 1.4, LPG_SMOKE, 0.30, SFPE),
    "butane": Pool(0.078, 2.7, LPG_SMOKE, 0.30, f"{NIST}; {SFPE}"),
    "lpg": Pool(0.099, 1.4, LPG_SMOKE, 0.30, SFPE),
    "lng": Pool(0.141, 0.136, 0.0, 0.21, f"{REW}; radiant fraction fitted on Phoenix 1 and Montoir 1"),
    "methane": Pool(0.141, 0.136, 0.0, 0.21, f"as LNG, {REW}"),
    "hydrogen": Pool(0.017, 6.1, 0.0, 0.20, SFPE),
    "methanol": Pool(0.022, 100.0, 0.0, 0.21, f"{NIST}; k beta {NUREG}"),
    "ethanol": Pool(0.030, 100.0, 0.0, 0.26, f"{NIST}; k beta {NUREG}"),
    "acrylonitrile": Pool(0.045, 2.0, OIL_SMOKE, 0.30, BURGESS),
    "vinyl_chloride": Pool(0.051, 2.0, OIL_SMOKE, 0.30, BURGESS),
    "ethylene": Pool(0.098, 2.0, LPG_SMOKE, 0.30, BURGESS),
    "acetone": Pool(0.040, 1.9, 0.0, 0.31, f"{NIST}; k beta {SFPE}"),
}


@states(
    f"{NUREG}; {SFPE}",
    Example("NUREG-1805, ch. 5 worksheet: 236.44 m2 of diesel, 472403.6 kW of 44.4 MJ/kg", {
        "infinite_flux_kg_m2_s": 0.045, "k_beta_1_m": 2.1, "diameter_m": 17.3507}, 0.045),
    infinite_flux_kg_m2_s=(0.001, 0.3),
    k_beta_1_m=(0.05, 200.0),
    diameter_m=(0.2, float("inf")),
)  # fmt: skip
def flux_kg_m2_s(infinite_flux_kg_m2_s: float, k_beta_1_m: float, diameter_m: float) -> float:
    """Mass burnt per area and time, kg/(m2 s). m = m_inf (1 - exp(-k beta D)); diameter_m may be inf."""
    if diameter_m == float("inf"):
        return infinite_flux_kg_m2_s
    return infinite_flux_kg_m2_s * (1.0 - exact.exp(-k_beta_1_m * diameter_m))


@states(
    "Burgess and Hertzberg 1974, as in TNO Yellow Book, CPR 14E, 3rd ed. 1997, ch. 6",
    Example("methanol: 19.9 MJ/kg, 1100 kJ/kg, 2.5 kJ/(kg K), 337.7 K against 293.15 K", {
        "heat_of_combustion_j_kg": 19.9e6, "latent_heat_j_kg": 1.10e6, "heat_capacity_j_kg_k": 2500.0,
        "boiling_k": 337.7, "liquid_k": 293.15}, 0.0164, 0.01),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    latent_heat_j_kg=(5.0e4, 2.5e6),
    heat_capacity_j_kg_k=(500.0, 1.0e4),
    boiling_k=(20.0, 600.0),
    liquid_k=(20.0, 600.0),
)  # fmt: skip
def burgess_flux_kg_m2_s(
    heat_of_combustion_j_kg: float,
    latent_heat_j_kg: float,
    heat_capacity_j_kg_k: float,
    boiling_k: float,
    liquid_k: float,
) -> float:
    """Mass burnt per area and time of a wide pool of a fuel nobody has measured, kg/(m2 s).

    m = 0.001 Hc / (L + cp (Tb - T)); a liquid that boils below its surroundings needs the heat of vaporisation alone.
    """
    warming = heat_capacity_j_kg_k * max(boiling_k - liquid_k, 0.0)
    return 0.001 * heat_of_combustion_j_kg / (latent_heat_j_kg + warming)


@states(
    f"{NUREG}, ch. 5",
    Example("NUREG-1805 FDT 05.1: 472403.6 kW", {
        "burning_flux_kg_m2_s": 0.045, "heat_of_combustion_j_kg": 44.4e6, "diameter_m": 17.3507}, 472403.6),
    burning_flux_kg_m2_s=(0.001, 0.3),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    diameter_m=(0.2, 300.0),
)  # fmt: skip
def heat_release_kw(burning_flux_kg_m2_s: float, heat_of_combustion_j_kg: float, diameter_m: float) -> float:
    """Heat released by a round pool, kW. Q = m Hc pi D^2 / 4."""
    return 0.7853981633974483e-3 * burning_flux_kg_m2_s * heat_of_combustion_j_kg * diameter_m * diameter_m
