"""Spreading: liquid on the ground: how wide it runs, what a bund holds, drains and lets over its wall."""

from dataclasses import dataclass, replace
from math import pi, sqrt

from sim_core.physics import properties
from sim_core.physics.outflow import GRAVITY_M_S2
from sim_core.physics.properties import Properties
from sim_core.physics.validity import Example, states
from sim_core.text import Text

YELLOW_BOOK = "Yellow Book (CPR 14E), 3rd ed. 1997/2005, ch. 3 (Shaw and Briscoe, SRD R100, 1978)"
WOODWARD = "CCPS/Woodward, Estimating the Flammable Mass of a Vapor Cloud, 1998, p. 57"
CCPS = "CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1"
LEAST_DEPTH_M = {"concrete": 0.005, "gravel": 0.02, "sand": 0.02, "soil": 0.01, "water": 0.0017}
START_RADIUS_M = 0.5
WATER_KG_M3 = 998.0
TRACE_KG = 1.0e-6  # less than this neither spreads nor stays
FRESH_GROUND = Text(
    "新旧接触地面按各自冷却时间的平方根倒数加权，合为一个等效接触时间",
    "old and fresh ground under a pool are kept as one contact time, weighted by the inverse root of their own",
)
THIN = Text(
    "最小液层厚度：光滑混凝土 5 mm、土壤 10 mm、砂砾 20 mm、水面 1.7 mm",
    "least depth of liquid: 5 mm on smooth concrete, 10 mm on soil, 20 mm on gravel and sand, 1.7 mm on water",
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Liquid on one piece of ground, one temperature.

    contact_s: how long the ground below has been wetted, as the mean that gives its heat flow.
    foam_cover: covered share, 0..1.
    """

    mass_kg: float
    temperature_k: float
    area_m2: float
    contact_s: float = 0.0
    foam_cover: float = 0.0


@states(
    WOODWARD,
    Example(
        "3.602 kg/s of butane (602.51 kg/m3), 30 s: 0.7854 sqrt(25.284 x 5.978e-3 x 27000), by hand",
        {"flow_kg_s": 3.602, "density_kg_m3": 602.51, "time_s": 30.0},
        50.176,
    ),
    flow_kg_s=(0.0, 1.0e5),
    density_kg_m3=(50.0, 3000.0),
    time_s=(0.0, 86400.0),
)
def free_area_m2(flow_kg_s: float, density_kg_m3: float, time_s: float) -> float:
    """Area of an unhindered pool fed evenly, m2. A = (pi/4) sqrt(2048/81 Q/rho t^3), as printed, in m and s.

    For screening: it keeps no mass balance and names no gravity. A drill takes `spread`.
    """
    return 0.25 * pi * sqrt(2048.0 / 81.0 * flow_kg_s / density_kg_m3 * time_s * time_s * time_s)


@states(
    "Mass balance of a pool that boils off what it is fed; FDS Validation Guide, 6th ed., LNG_Dispersion",
    Example(
        "Burro 3: 14712 kg in 167 s at 0.167 kg/(m2 s), 25.9 m",
        {"flow_kg_s": 14712.0 / 167.0, "flux_kg_m2_s": 0.167},
        25.9,
        0.004,
    ),
    flow_kg_s=(0.0, 1.0e5),
    flux_kg_m2_s=(1.0e-6, 1.0),
)
def steady_diameter_m(flow_kg_s: float, flux_kg_m2_s: float) -> float:
    """Diameter at which a pool gives off what it is fed, m. D = sqrt(4 m / (pi G))."""
    return sqrt(4.0 * flow_kg_s / (pi * flux_kg_m2_s))


@states(YELLOW_BOOK)
def depth_m(substance: Properties, pool: Pool) -> float:
    """Mean depth, m; 0 where there is no pool. h = m / (rho A). Example: tests/sim_core/test_physics_spreading.py."""
    if pool.area_m2 <= 0.0:
        return 0.0
    return pool.mass_kg / (properties.liquid_density_kg_m3(substance, pool.temperature_k) * pool.area_m2)


@states(
    YELLOW_BOOK,
    assumes=FRESH_GROUND,
    in_kg_s=(0.0, 1.0e5),
    in_temperature_k=(15.0, 1000.0),
    bund_area_m2=(0.01, 1.0e6),
    least_depth_m=(1.0e-4, 0.5),
    dt_s=(0.0, 60.0),
)
def spread(
    substance: Properties,
    pool: Pool,
    in_kg_s: float,
    in_temperature_k: float,
    bund_area_m2: float,
    least_depth_m: float,
    on_water: bool,
    dt_s: float,
) -> Pool:
    """The pool after dt of inflow: mass and enthalpy of both, as wide as gravity takes it within the bund.

    dR/dt = sqrt(2 g (h - hmin)), g (1 - rho/rho_w) on water, A <= bund, A <= V/hmin: what dries below hmin draws back.
    Example: tests/sim_core/test_physics_spreading.py.
    """
    added = in_kg_s * dt_s
    mass = pool.mass_kg + added
    if mass <= TRACE_KG:
        return replace(pool, mass_kg=mass)
    capacity = pool.mass_kg * properties.liquid_capacity_j_kg_k(substance, pool.temperature_k)
    gained = added * properties.liquid_capacity_j_kg_k(substance, in_temperature_k)
    temperature = (capacity * pool.temperature_k + gained * in_temperature_k) / (capacity + gained)
    density = properties.liquid_density_kg_m3(substance, temperature)
    volume = mass / density
    start = max(pool.area_m2, min(pi * START_RADIUS_M * START_RADIUS_M, bund_area_m2, volume / least_depth_m))
    head = max(volume / start - least_depth_m, 0.0)
    gravity = GRAVITY_M_S2 * max(1.0 - density / WATER_KG_M3, 0.0) if on_water else GRAVITY_M_S2
    radius = sqrt(start / pi) + sqrt(2.0 * gravity * head) * dt_s
    widest = max(pool.area_m2, min(pi * radius * radius, bund_area_m2))
    area = min(widest, volume / least_depth_m)
    contact = _contact_s(pool.area_m2, pool.contact_s, max(area, pool.area_m2), dt_s)
    return Pool(mass, temperature, area, contact, pool.foam_cover * min(pool.area_m2 / area, 1.0))


def _contact_s(old_m2: float, old_s: float, new_m2: float, dt_s: float) -> float:
    """Contact time at the start of a step in which fresh ground is wetted: the inverse roots of age add by area."""
    if old_m2 <= 0.0 or dt_s <= 0.0:
        return old_s if old_m2 > 0.0 else 0.0
    root = (old_m2 / sqrt(old_s + dt_s) + (new_m2 - old_m2) / sqrt(dt_s)) / new_m2
    return max(1.0 / (root * root) - dt_s, 0.0)


@states(
    YELLOW_BOOK,
    Example("smooth concrete", {"ground": "concrete"}, 0.005),
    assumes=THIN,
)
def least_depth_m(ground: str) -> float:
    """Depth below which a pool on this ground no longer runs, m (assumed from the order of the Yellow Book's table)."""
    return LEAST_DEPTH_M[ground]


@states(
    CCPS,
    opening_m2=(0.0, 100.0),
    discharge_coefficient=(0.1, 1.0),
    dt_s=(0.0, 60.0),
)
def drain(
    substance: Properties, pool: Pool, opening_m2: float, discharge_coefficient: float, dt_s: float
) -> tuple[Pool, float]:
    """The pool after dt with an opening in its floor, and mass lost, kg. sqrt(h) = sqrt(h0) - Cd (a/A) sqrt(g/2) dt.

    Example: tests/sim_core/test_physics_spreading.py.
    """
    depth = depth_m(substance, pool)
    if depth <= 0.0:
        return pool, 0.0
    fall = discharge_coefficient * opening_m2 / pool.area_m2 * sqrt(0.5 * GRAVITY_M_S2) * dt_s
    root = max(sqrt(depth) - fall, 0.0)
    left = pool.mass_kg * min(root * root / depth, 1.0)
    return replace(pool, mass_kg=left), pool.mass_kg - left


@states(
    YELLOW_BOOK,
    wall_m=(0.0, 30.0),
)
def overtop(substance: Properties, pool: Pool, wall_m: float) -> tuple[Pool, float]:
    """The pool cut to the height of the bund's wall, and mass over it, kg. m <= rho A hw.

    The dynamic wave of a bursting tank goes over more than this. Example: tests/sim_core/test_physics_spreading.py.
    """
    held = wall_m * pool.area_m2 * properties.liquid_density_kg_m3(substance, pool.temperature_k)
    left = min(pool.mass_kg, held)
    return replace(pool, mass_kg=left), pool.mass_kg - left
