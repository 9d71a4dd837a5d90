"""Evaporation: what a pool gives off, boiling or not, by heat of ground, sky, sun and air; mass and energy kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor, pi, sqrt

from sim_core import exact
from sim_core.physics import properties
from sim_core.physics.properties import GAS_CONSTANT, Properties
from sim_core.physics.spreading import TRACE_KG, Pool
from sim_core.physics.validity import Example, states
from sim_core.text import Text

ATMOSPHERE_PA = 101325.0
AIR_KG_MOL = 0.02896
AIR_CAPACITY_J_KG_K = 1006.0
AIR_VISCOSITY_M2_S = 1.5e-5
PRANDTL = 0.71
STEFAN_BOLTZMANN = 5.670374419e-8
SURFACE_EMISSIVITY = 0.97
LEAST_WIND_M_S = 0.25
FOAM_HOLDS_BACK = 0.9
LNG_ON_WATER_KG_M2_S = 0.167
ROUNDS = 60
SUPERCOOLED = 0.85  # a pool that cools itself below melting is taken as liquid down to here
NEAR_W_M2 = 1.0e-4
FULLEST = 1.0 - 1.0e-9  # the film's logarithm ends here
# Emissivity of the sky a + b e (e: water vapour, Pa) at 0, 1, .. 10 tenths of cloud.
SKY_A = (0.740, 0.750, 0.760, 0.770, 0.783, 0.793, 0.800, 0.810, 0.820, 0.840, 0.870)
SKY_B = (44.3e-6, 44.3e-6, 44.3e-6, 44.2e-6, 40.7e-6, 40.5e-6, 39.9e-6, 38.4e-6, 35.4e-6, 31.0e-6, 26.6e-6)

ALOHA = "ALOHA 5.4.4 Technical Documentation, NOAA TM NOS OR&R 43, 2013, puddle model"
MACKAY = "Mackay and Matsugu, Can. J. Chem. Eng. 51 (1973) 434; Kawamura and Mackay, J. Hazard. Mater. 15 (1987) 343"
CCPS_BOIL = "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, p. 63"
LNG_TRIALS = "LNG field trials (Burro, Coyote, Maplin Sands) in the FDS Validation Guide, 6th ed., table LNG_Dispersion"
FOAM = Text(
    "泡沫覆盖率 c 使蒸发与气面传热降为 1 - 0.9c", "foam of cover c lets 1 - 0.9 c of vapour and surface heat through"
)
CALM = Text(
    "低于 0.25 m/s 的风按 0.25 m/s 计，约合静止空气中的蒸发（Mackay 与 van Wesenbeeck 2014）",
    "wind below 0.25 m/s counts as 0.25 m/s, about what still air takes up (Mackay and van Wesenbeeck 2014)",
)
ONE_SUBSTANCE = Text(
    "液池按单一组分、上下一温计算，不计结冻；土壤、砂地导热数据为典型值，待核",
    "the pool is one substance, one temperature, and does not freeze; soil and sand are typical, to be confirmed",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below a pool. film_w_m2_k: above 0 = water or the like, which gives heat so and never cools."""

    conductivity_w_m_k: float
    diffusivity_m2_s: float
    film_w_m2_k: float = 0.0


GROUNDS = {
    "concrete": Ground(1.28, 6.6e-7),  # Bejan and Kraus, Heat Transfer Handbook, 2003
    "soil": Ground(0.96, 4.59e-7),
    "sand": Ground(0.26, 1.98e-7),
    "wet_sand": Ground(0.59, 3.36e-7),
    "water": Ground(0.0, 1.0e-7, 500.0),  # ALOHA; the LNG protocol of 0.167 kg/(m2 s) comes to 490
    "insulated": Ground(0.0, 1.0e-7),
}


@dataclass(frozen=True, slots=True)
class Weather:
    """Air over a pool. solar_w_m2: what the pool takes up; cloud_tenths 0..10."""

    wind_10m_m_s: float
    ambient_k: float
    solar_w_m2: float = 0.0
    relative_humidity: float = 0.5
    cloud_tenths: float = 5.0


@dataclass(frozen=True, slots=True)
class GivenOff:
    """What a pool gave off in a step. heat_j: taken up from ground, sky, sun and air; temperature_k: of the vapour."""

    vapour_kg: float
    heat_j: float
    temperature_k: float


@states(
    CCPS_BOIL,
    Example(
        "butane on concrete after 600 s: 1.28 x 25.6 / (0.035271 x 385546), by hand",
        {"ground_conductivity_w_m_k": 1.28, "ground_diffusivity_m2_s": 6.6e-7, "ground_temperature_k": 298.15,
         "liquid_temperature_k": 272.55, "latent_heat_j_kg": 385546.0, "time_s": 600.0},
        2.4097e-3,
    ),
    ground_conductivity_w_m_k=(0.0, 500.0),
    ground_diffusivity_m2_s=(1.0e-8, 2.0e-4),
    ground_temperature_k=(200.0, 350.0),
    liquid_temperature_k=(15.0, 400.0),
    latent_heat_j_kg=(1.0e4, 3.0e6),
    time_s=(1.0e-3, 86400.0),
)  # fmt: skip
def ground_boiling_flux_kg_m2_s(
    ground_conductivity_w_m_k: float,
    ground_diffusivity_m2_s: float,
    ground_temperature_k: float,
    liquid_temperature_k: float,
    latent_heat_j_kg: float,
    time_s: float,
) -> float:
    """Flux of a liquid that boils on ground which cools below it, kg/(m2 s). G = k (Tg - Tl) / (L sqrt(pi a t))."""
    warmth = ground_conductivity_w_m_k * max(ground_temperature_k - liquid_temperature_k, 0.0)
    return warmth / (latent_heat_j_kg * sqrt(pi * ground_diffusivity_m2_s * time_s))


@states(
    MACKAY,
    Example(
        "5 m/s, 10 m, Sc 2: 0.0048 x 3.509 x 0.7762 x 0.6286, by hand",
        {"wind_10m_m_s": 5.0, "pool_diameter_m": 10.0, "schmidt": 2.0},
        8.218e-3,
        2e-3,
    ),
    assumes=CALM,
    wind_10m_m_s=(0.0, 40.0),
    pool_diameter_m=(0.1, 300.0),
    schmidt=(0.2, 5.0),
)
def transfer_m_s(wind_10m_m_s: float, pool_diameter_m: float, schmidt: float) -> float:
    """Mass transfer coefficient of the air over a pool, m/s. km = 0.0048 u^0.78 D^-0.11 Sc^-0.67."""
    wind = max(wind_10m_m_s, LEAST_WIND_M_S)
    return 0.0048 * exact.exp(0.78 * exact.log(wind) - 0.11 * exact.log(pool_diameter_m) - 0.67 * exact.log(schmidt))


@states(
    f"{MACKAY}; blowing at high vapour pressure: {ALOHA}",
    Example(
        "0.01 m/s, 0.1 kg/mol, 300 K, 20 kPa: 0.01 x 0.1/(8.3145 x 300) x 101325 x 0.21988, by hand",
        {"transfer_coefficient_m_s": 0.01, "kg_mol": 0.1, "temperature_k": 300.0, "vapour_pressure_pa": 20000.0,
         "ambient_pressure_pa": 101325.0},
        8.932e-3,
    ),
    transfer_coefficient_m_s=(0.0, 1.0),
    kg_mol=(0.002, 0.5),
    temperature_k=(15.0, 800.0),
    vapour_pressure_pa=(0.0, 1.0e8),
    ambient_pressure_pa=(1.0e4, 2.0e5),
)  # fmt: skip
def film_flux_kg_m2_s(
    transfer_coefficient_m_s: float,
    kg_mol: float,
    temperature_k: float,
    vapour_pressure_pa: float,
    ambient_pressure_pa: float,
) -> float:
    """Flux through the air's film, kg/(m2 s). G = km M P/(R T) (-ln(1 - pv/P)): km M pv/(R T) for small pv.

    Grows without bound towards boiling, where heat alone limits; its logarithm ends at pv/P = 1 - 1e-9.
    """
    share = min(vapour_pressure_pa / ambient_pressure_pa, FULLEST)
    blown = -exact.log(1.0 - share)
    return transfer_coefficient_m_s * kg_mol * ambient_pressure_pa / (GAS_CONSTANT * temperature_k) * blown


@states(
    f"{ALOHA}, longwave radiation (coefficients read second-hand)",
    Example(
        "clear, 293 K, half humid: 0.74 + 44.3e-6 x 1136 (Magnus: 1169)",
        {"ambient_k": 293.15, "relative_humidity": 0.5, "cloud_tenths": 0.0},
        0.7918,
        0.01,
    ),
    ambient_k=(223.0, 323.0),
    relative_humidity=(0.0, 1.0),
    cloud_tenths=(0.0, 10.0),
)
def sky_emissivity(ambient_k: float, relative_humidity: float, cloud_tenths: float) -> float:
    """Emissivity of the sky, 0..1, as seen from the ground at air temperature.

    B = a + b e, e = 99.89 RH exp(21.66 - 5431.3/T) Pa; a, b by tenths of cloud, linear between.
    """
    water_pa = 99.89 * relative_humidity * exact.exp(21.66 - 5431.3 / ambient_k)
    low = min(floor(cloud_tenths), 9)
    share = cloud_tenths - low
    a = SKY_A[low] + share * (SKY_A[low + 1] - SKY_A[low])
    b = SKY_B[low] + share * (SKY_B[low + 1] - SKY_B[low])
    return min(a + b * water_pa, 1.0)


@states(
    LNG_TRIALS,
    Example("0.167 x 510 kJ/kg", {"latent_heat_j_kg": 510.0e3}, 85170.0),
    latent_heat_j_kg=(1.0e5, 1.0e6),
)
def lng_on_water_w_m2(latent_heat_j_kg: float) -> float:
    """Heat that water gives to LNG on it, W/m2, by the trials' protocol. q = 0.167 L."""
    return LNG_ON_WATER_KG_M2_S * latent_heat_j_kg


@states(
    "Carslaw and Jaeger, Conduction of Heat in Solids, 2nd ed. 1959, ch. 2: half space, step at its face",
    Example(
        "concrete, first second: 2 x 1.28 / sqrt(pi 6.6e-7), by hand",
        {"ground_conductivity_w_m_k": 1.28, "ground_diffusivity_m2_s": 6.6e-7, "contact_s": 0.0, "dt_s": 1.0},
        1777.8,
    ),
    ground_conductivity_w_m_k=(0.0, 500.0),
    ground_diffusivity_m2_s=(1.0e-8, 2.0e-4),
    contact_s=(0.0, 1.0e7),
    dt_s=(1.0e-3, 1.0e6),
)
def ground_film_w_m2_k(
    ground_conductivity_w_m_k: float, ground_diffusivity_m2_s: float, contact_s: float, dt_s: float
) -> float:
    """Mean heat of ground over the next dt, W/(m2 K). h = 2 k (sqrt(t + dt) - sqrt(t)) / (dt sqrt(pi a))."""
    roots = sqrt(contact_s + dt_s) - sqrt(contact_s)
    return 2.0 * ground_conductivity_w_m_k * roots / (dt_s * sqrt(pi * ground_diffusivity_m2_s))


@dataclass(frozen=True, slots=True)
class _Exchange:
    """Heat to a pool, W/m2 = fixed + (h + hg) (Ta - T) - e sigma T^4, and vapour's way out."""

    fixed_w_m2: float
    air_w_m2_k: float
    ground_w_m2_k: float
    emissivity: float
    transfer_m_s: float
    open_share: float

    def heat_w_m2(self, weather: Weather, t: float) -> float:
        warmth = (self.air_w_m2_k + self.ground_w_m2_k) * (weather.ambient_k - t)
        return self.fixed_w_m2 + warmth - self.emissivity * STEFAN_BOLTZMANN * t * t * t * t


def _exchange(substance: Properties, pool: Pool, weather: Weather, ground: Ground, dt_s: float) -> _Exchange:
    open_share = 1.0 - FOAM_HOLDS_BACK * pool.foam_cover
    schmidt = AIR_VISCOSITY_M2_S / substance.diffusivity_m2_s
    transfer = transfer_m_s(weather.wind_10m_m_s, sqrt(4.0 * pool.area_m2 / pi), schmidt)
    # Chilton-Colburn: what carries vapour carries heat.
    air_kg_m3 = ATMOSPHERE_PA * AIR_KG_MOL / (GAS_CONSTANT * weather.ambient_k)
    film = transfer * air_kg_m3 * AIR_CAPACITY_J_KG_K * exact.power(schmidt / PRANDTL, 0.67)
    sky = sky_emissivity(weather.ambient_k, weather.relative_humidity, weather.cloud_tenths)
    ta2 = weather.ambient_k * weather.ambient_k
    emissivity = SURFACE_EMISSIVITY * open_share
    below = ground.film_w_m2_k
    if below <= 0.0:
        below = ground_film_w_m2_k(ground.conductivity_w_m_k, ground.diffusivity_m2_s, pool.contact_s, dt_s)
    fixed = open_share * weather.solar_w_m2 + emissivity * STEFAN_BOLTZMANN * sky * ta2 * ta2
    return _Exchange(fixed, film * open_share, below, emissivity, transfer, open_share)


@states(
    f"{MACKAY}; {ALOHA}; conduction: Carslaw and Jaeger 1959",
    assumes=ONE_SUBSTANCE,
    pressure_share=(0.0, 1.0),
    dt_s=(1.0e-3, 60.0),
)
def evaporate(
    substance: Properties, pool: Pool, weather: Weather, ground: Ground, dt_s: float, pressure_share: float
) -> tuple[Pool, GivenOff]:
    """The pool after dt and what it gave off; one rule for still, warm and boiling liquid.

    m cp (T - T0) = A dt (q(T) - L G(T)) solved for T (implicit, T <= boiling); vapour is what the heat
    balance leaves, so energy closes to rounding. At boiling all heat boils. pressure_share: what lost light ends
    leave of the vapour pressure. Example: tests/sim_core/test_physics_evaporation.py.
    """
    mass = pool.mass_kg
    if mass <= 0.0 or pool.area_m2 <= 0.0:
        return pool, GivenOff(0.0, 0.0, pool.temperature_k)
    by = _exchange(substance, pool, weather, ground, dt_s)
    t0, latent = pool.temperature_k, properties.latent_heat_j_kg(substance, pool.temperature_k)
    stored = mass * properties.liquid_capacity_j_kg_k(substance, t0) / (pool.area_m2 * dt_s)  # W/(m2 K)

    def spare(t: float) -> float:
        """Heat left over once vapour has taken its own and the liquid is at t, W/m2; falls with t."""
        pressure = pressure_share * properties.vapour_pressure_pa(substance, t)
        flux = film_flux_kg_m2_s(by.transfer_m_s, substance.kg_mol, t, pressure, ATMOSPHERE_PA) * by.open_share
        return by.heat_w_m2(weather, t) - stored * (t - t0) - latent * flux

    high = min(substance.boiling_k, substance.liquid_k[1])
    t = _balanced(spare, t0, stored + by.air_w_m2_k + by.ground_w_m2_k, SUPERCOOLED * substance.liquid_k[0], high)
    warmed = stored * (t - t0)
    vapour = min(max(by.heat_w_m2(weather, t) - warmed, 0.0) * pool.area_m2 * dt_s / latent, mass)
    vapour = mass if vapour >= mass - TRACE_KG else vapour
    off = GivenOff(vapour, vapour * latent + warmed * pool.area_m2 * dt_s, t)
    if vapour >= mass:
        return Pool(0.0, t, 0.0), off
    return replace(pool, mass_kg=mass - vapour, temperature_k=t, contact_s=pool.contact_s + dt_s), off


def _balanced(spare: Callable[[float], float], start: float, slope: float, low: float, high: float) -> float:
    """Where spare is nought between low and high, or the end that it is beyond. slope: spare falls at least so fast.

    So the root lies between start and start + spare / slope; false position with halving (Illinois) finds it.
    """
    a = min(max(start, low), high)
    fa = spare(a)
    b = min(max(a + fa / slope, low), high)
    fb = spare(b)
    if fa * fb >= 0.0:
        return b
    for _ in range(ROUNDS):
        t = (a * fb - b * fa) / (fb - fa)
        f = spare(t)
        if abs(f) <= NEAR_W_M2:
            return t
        if f * fb < 0.0:
            a, fa = b, fb
        else:
            fa *= 0.5
        b, fb = t, f
    return b


@states(
    "Training assumption, no source",
    Example("half covered", {"foam_cover": 0.5}, 0.55),
    assumes=FOAM,
    foam_cover=(0.0, 1.0),
)
def foam_lets_through(foam_cover: float) -> float:
    """Share of vapour and surface heat that foam lets through, 0..1. s = 1 - 0.9 c."""
    return 1.0 - FOAM_HOLDS_BACK * foam_cover
