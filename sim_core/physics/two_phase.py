"""Two-phase: liquid held above its boiling point: what flashes, what stays airborne as drops, what a pipe passes."""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

GRAVITY_M_S2 = 9.80665
EQUILIBRIUM_PIPE_M = 0.1  # liquid needs so much pipe to boil in it
CRITICAL_WEBER = 12.0
SPREAD = 1.8  # geometric standard deviation of drop diameters
JET_TANGENT = 0.0779993  # tan 4.46 deg, the jet's half angle
SURELY_AIRBORNE = 15.0  # RELEASE calls all of it airborne for dc / dp above this times e^1.8
BISECTIONS = 60
RELEASE = "CCPS RELEASE: A Model with Data to Predict Aerosol Rainout in Accidental Releases, 1999, ch. 5"
WOODWARD = "CCPS/Woodward, Estimating the Flammable Mass of a Vapor Cloud, 1998, ch. 3"
FAUSKE = "Fauske and Epstein, J. Loss Prev. Process Ind. 1 (1988) 75-83; Crowl and Louvar, 3rd ed. 2011, ch. 4 flashing"
CHEAP = Text("气溶胶取闪蒸量的一至二倍", "aerosol taken as one to two times what flashes")


@states(
    "CCPS Guidelines for Use of Vapor Cloud Dispersion Models, 2nd ed. 1996, eq. 4-14 (p. 31)",
    Example(
        "water from 150 C: 4220 x 50 / 2257e3, by hand",
        {
            "heat_capacity_j_kg_k": 4220.0,
            "temperature_k": 423.15,
            "boiling_point_k": 373.15,
            "latent_heat_j_kg": 2257e3,
        },
        0.09349,
    ),
    heat_capacity_j_kg_k=(500.0, 20000.0),
    temperature_k=(15.0, 1000.0),
    boiling_point_k=(15.0, 800.0),
    latent_heat_j_kg=(1.0e4, 3.0e6),
)
def flash_fraction(
    heat_capacity_j_kg_k: float, temperature_k: float, boiling_point_k: float, latent_heat_j_kg: float
) -> float:
    """Share of the liquid that flashes at once, by mass, 0..1. f = cp (T - Tb) / L."""
    return min(max(heat_capacity_j_kg_k * (temperature_k - boiling_point_k) / latent_heat_j_kg, 0.0), 1.0)


@states(
    f"{WOODWARD} (p. 49), critical Weber number 12",
    Example(
        "butane from a sphere, 79.46 m/s: 21.9 micrometres",
        {"surface_tension_n_m": 0.014917, "gas_density_kg_m3": 1.2955, "velocity_m_s": 79.457},
        2.1886e-5,
        0.01,
    ),
    surface_tension_n_m=(0.0005, 0.1),
    gas_density_kg_m3=(0.05, 20.0),
    velocity_m_s=(0.5, 300.0),
)
def aerodynamic_drop_m(surface_tension_n_m: float, gas_density_kg_m3: float, velocity_m_s: float) -> float:
    """Drop diameter left by the wind of its own flight, m. d = We sigma / (rho_gas u^2), We = 12."""
    return CRITICAL_WEBER * surface_tension_n_m / (gas_density_kg_m3 * velocity_m_s * velocity_m_s)


@states(
    f"{WOODWARD} (p. 50)",
    Example("25 K of superheat: 0.03 / 110, by hand", {"superheat_k": 25.0}, 2.7273e-4),
    superheat_k=(0.0, 300.0),
)
def flashing_drop_m(superheat_k: float) -> float:
    """Drop diameter left by boiling within, m. d = 0.03 / (10 + 4 (T - Tb))."""
    return 0.03 / (10.0 + 4.0 * superheat_k)


@states(
    "Perry's Chemical Engineers' Handbook, 8th ed. 2008, table 2-312 (air)",
    Example("air at 300 K: 18.5 micro Pa s (CRC Handbook)", {"temperature_k": 300.0}, 1.85e-5, 0.02),
    temperature_k=(80.0, 2000.0),
)
def air_viscosity_pa_s(temperature_k: float) -> float:
    """Dynamic viscosity of air, Pa s. mu = 1.425e-6 T^0.5039 / (1 + 108.3 / T)."""
    return 1.425e-6 * exact.power(temperature_k, 0.5039) / (1.0 + 108.3 / temperature_k)


@states(
    "White, Viscous Fluid Flow, 1974, drag of a sphere, Reynolds number below 2e5",
    Example("Re = 100: 0.24 + 6/11 + 0.4, by hand", {"reynolds": 100.0}, 1.18545),
    reynolds=(1.0e-6, 2.0e5),
)
def sphere_drag(reynolds: float) -> float:
    """Drag coefficient of a sphere. CD = 24/Re + 6/(1 + sqrt(Re)) + 0.4."""
    return 24.0 / reynolds + 6.0 / (1.0 + sqrt(reynolds)) + 0.4


@states(
    f"{RELEASE} (p. 63), with White's drag",
    Example(
        "butane from a sphere, the balance by hand: Re 5745, CD 0.4823, d = 36.11 / 5883",
        {
            "velocity_m_s": 79.454,
            "liquid_density_kg_m3": 602.51,
            "vapour_density_kg_m3": 2.5995,
            "viscosity_pa_s": 1.7208e-5,
        },
        6.138e-3,
    ),
    velocity_m_s=(0.5, 300.0),
    liquid_density_kg_m3=(50.0, 3000.0),
    vapour_density_kg_m3=(0.05, 20.0),
    viscosity_pa_s=(1.0e-6, 1.0e-4),
)
def critical_drop_m(
    velocity_m_s: float, liquid_density_kg_m3: float, vapour_density_kg_m3: float, viscosity_pa_s: float
) -> float:
    """Largest drop that the widening jet carries, m: larger ones rain out.

    (rho_l - rho_v) g d = 3/4 CD rho_v uc^2, uc = u tan 4.46 deg. Solved by halving in log d over 1 um .. 1 m.
    """
    climb = velocity_m_s * JET_TANGENT
    low, high = 1.0e-6, 1.0
    for _ in range(BISECTIONS):
        d = sqrt(low * high)
        drag = 0.75 * sphere_drag(vapour_density_kg_m3 * climb * d / viscosity_pa_s) * vapour_density_kg_m3
        falls = (liquid_density_kg_m3 - vapour_density_kg_m3) * GRAVITY_M_S2 * d > drag * climb * climb
        low, high = (low, d) if falls else (d, high)
    return sqrt(low * high)


@states(
    f"{RELEASE} (pp. 58-60), log-normal drops, sigma_G 1.8",
    Example(
        "butane from a sphere: 0.9228",
        {"drop_m": 2.188550597862162e-05, "critical_drop_m": 1.4250630981793824e-4},
        0.9227949810754577,
        1e-6,
    ),
    drop_m=(1.0e-7, 0.1),
    critical_drop_m=(1.0e-7, 1.0),
)
def aerosol_fraction(drop_m: float, critical_drop_m: float) -> float:
    """Share of the liquid left after flashing that stays in the air as drops, 0..1.

    F = (1 + erf((ln(dc / dp) - 3 s^2) / (sqrt(2) s))) / 2, s = ln 1.8; 0 and 1 at the ends as RELEASE has them.
    """
    edge, ratio = exact.exp(SPREAD), critical_drop_m / drop_m
    if ratio * edge <= 1.0:
        return 0.0
    if ratio >= SURELY_AIRBORNE * edge:
        return 1.0
    s = exact.log(SPREAD)
    return 0.5 * (1.0 + exact.erf((exact.log(ratio) - 3.0 * s * s) / (sqrt(2.0) * s)))


@states(
    "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1, aerosol rule of thumb",
    Example("10 % flashes, twice as much is drops: 0.2 of 0.9", {"flash_fraction": 0.1, "factor": 2.0}, 0.22222),
    assumes=CHEAP,
    flash_fraction=(0.0, 1.0),
    factor=(1.0, 2.0),
)
def aerosol_from_flash(flash_fraction: float, factor: float) -> float:
    """Cheap stand-in for RELEASE: share of the liquid left that stays in the air, 0..1. F = min(a f / (1 - f), 1)."""
    left = 1.0 - flash_fraction
    return min(factor * flash_fraction / left, 1.0) if left > 0.0 else 1.0


@states(
    FAUSKE,
    Example(
        "Crowl and Louvar, saturated propylene at 25 C through 1 cm: 0.774 kg/s",
        {"latent_heat_j_kg": 3.34e5, "volume_change_m3_kg": 0.042, "temperature_k": 298.0,
         "heat_capacity_j_kg_k": 2.18e3, "liquid_density_kg_m3": 500.0, "pressure_pa": 1.15e6,
         "ambient_pressure_pa": 101325.0, "saturation_pressure_pa": 1.15e6, "pipe_length_m": 0.1,
         "discharge_coefficient": 0.61},
        0.774 / 7.854e-5,
        0.01,
    ),
    latent_heat_j_kg=(1.0e4, 3.0e6),
    volume_change_m3_kg=(1.0e-4, 10.0),
    temperature_k=(15.0, 1000.0),
    heat_capacity_j_kg_k=(500.0, 20000.0),
    liquid_density_kg_m3=(50.0, 3000.0),
    pressure_pa=(1.0e4, 1.0e8),
    ambient_pressure_pa=(1.0e4, 1.0e7),
    saturation_pressure_pa=(0.0, 1.0e8),
    pipe_length_m=(0.0, 50.0),
    discharge_coefficient=(0.1, 1.0),
)  # fmt: skip
def flashing_flux_kg_m2_s(
    latent_heat_j_kg: float,
    volume_change_m3_kg: float,
    temperature_k: float,
    heat_capacity_j_kg_k: float,
    liquid_density_kg_m3: float,
    pressure_pa: float,
    ambient_pressure_pa: float,
    saturation_pressure_pa: float,
    pipe_length_m: float,
    discharge_coefficient: float,
) -> float:
    """Mass flux of a saturated or subcooled liquid that boils on its way out, kg/(m2 s), friction left out.

    G^2 = 2 Cd^2 rho (p - ps) + GE^2 / N, GE = L / (vfg sqrt(T cp)), N = l / le + GE^2 / Gl^2, at most 1, le = 0.1 m,
    Gl = Cd sqrt(2 rho (ps - pa)): without pipe it is the liquid's. Cold liquid (ps <= pa): the liquid's. Never more.
    """
    twice = 2.0 * discharge_coefficient * discharge_coefficient * liquid_density_kg_m3
    liquid2 = twice * max(pressure_pa - ambient_pressure_pa, 0.0)
    boiling2 = twice * max(min(saturation_pressure_pa, pressure_pa) - ambient_pressure_pa, 0.0)
    if boiling2 <= 0.0:
        return sqrt(liquid2)
    rate = latent_heat_j_kg / volume_change_m3_kg
    equilibrium2 = rate * rate / (temperature_k * heat_capacity_j_kg_k)
    share = min(pipe_length_m / EQUILIBRIUM_PIPE_M, 1.0)
    slowing = min(share + equilibrium2 / boiling2, 1.0)  # the printed form falls below the long pipe's flux, then jumps
    return sqrt(min(liquid2 - boiling2 + equilibrium2 / slowing, liquid2))


@states(
    "CCPS Guidelines for Use of Vapor Cloud Dispersion Models, 2nd ed. 1996, p. 37; Yellow Book, 3rd ed., ch. 2",
    Example(
        "saturated liquid through 0.5 m of pipe",
        {"saturation_pressure_pa": 9.0e5, "ambient_pressure_pa": 1.0e5, "pipe_length_m": 0.5, "in_vapour": False},
        "two_phase",
    ),
    saturation_pressure_pa=(0.0, 1.0e8),
    ambient_pressure_pa=(1.0e4, 1.0e7),
    pipe_length_m=(0.0, 1.0e5),
)
def regime(saturation_pressure_pa: float, ambient_pressure_pa: float, pipe_length_m: float, in_vapour: bool) -> str:
    """How it leaves: gas, liquid or two_phase, = gas from the vapour space, two_phase where liquid boils in a pipe.

    Through the hole of a wall (pipe below 0.1 m) even superheated liquid has no time to boil: liquid.
    """
    if in_vapour:
        return "gas"
    boils = saturation_pressure_pa > ambient_pressure_pa
    return "two_phase" if boils and pipe_length_m >= EQUILIBRIUM_PIPE_M else "liquid"
