"""Vessel fire: a tank, bullet or sphere in a fire: liquid and dry wall as two nodes, water film, fire heat by API 521.

The wall behind liquid stays near the liquid's temperature; the wall above it has only vapour behind and runs hot: its
temperature decides whether the vessel bursts (`wall_strength`), the liquid's decides the pressure.
"""

from dataclasses import dataclass
from math import pi, sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

API_521 = "API Std 521, 6th ed. 2014, 4.4.13 (wetted area up to 7.6 m above the flames)"
GEOMETRY = "Solid geometry (Bronshtein and Semendyayev, Handbook of Mathematics, 6th ed. 2015)"
# 21,000 and 34,500 Btu/h with A in ft2, as W with A in m2: x 0.293071 W h/Btu x 10.76391^0.82.
DRAINED_W, UNDRAINED_W = 43_192.9, 70_959.8
HIGHEST_M = 7.6
STEEL_KG_M3 = 7850.0
STEEL_J_KG_K = 600.0  # EN 1993-1-2, 3.4.1.2 (2), simple model
STEFAN_BOLTZMANN = 5.670374e-8
INSIDE_W_M2_K = 15.0
BOILS_K = 373.15
WATER_J_KG_K = 4190.0
WATER_LATENT_J_KG = 2.257e6
FILM = Text("水膜：升温到 100 ℃ 加蒸发份额 η", "water film: warmed to 100 degC, of which the share eta evaporates")
TWO_NODES = Text(
    "液体与干壁两个节点，各自温度均匀；干壁向内以 15 W/(m2 K) 和辐射传热给液体",
    "two nodes of even temperature, liquid and dry wall, which gives its heat inward at 15 W/(m2 K) and by radiation",
)


@dataclass(frozen=True, slots=True)
class Heated:
    """One vessel after a step. wall_k: dry wall; lost_j: from the hot wall to the surroundings in this step."""

    liquid_kg: float
    liquid_k: float
    wall_k: float
    lost_j: float


@states(
    API_521,
    Example("500 ft2: 3,430,636 Btu/h", {"wetted_m2": 46.4515, "environment": 1.0, "drained": True}, 1.00542e6),
    wetted_m2=(0.1, 2000.0),
    environment=(0.01, 1.0),
)
def fire_heat_w(wetted_m2: float, environment: float, drained: bool) -> float:
    """Heat that a pool fire gives to the liquid, W. Q = 43,193 F A^0.82 where it drains and is fought, else 70,960.

    environment: F, 1 bare, 0.3 and less with insulation that stays on.
    """
    return (DRAINED_W if drained else UNDRAINED_W) * environment * exact.power(wetted_m2, 0.82)


@states(
    "Heat balance of a water film (enthalpy of water: IAPWS-95)",
    Example("10.2 L/(min m2) at 20 degC, half evaporated: 0.17 (335.4 + 1128.5)",
            {"rate_l_min_m2": 10.2, "water_k": 293.1, "evaporated": 0.5, "flux_w_m2": 1.0e6}, 2.4886e5),
    FILM,
    rate_l_min_m2=(0.0, 60.0),
    water_k=(273.0, 373.15),
    evaporated=(0.0, 1.0),
    flux_w_m2=(0.0, 1.0e6),
)  # fmt: skip
def film_removes_w_m2(rate_l_min_m2: float, water_k: float, evaporated: float, flux_w_m2: float) -> float:
    """Heat that cooling water takes off a wall, W/m2. q = min(m (4.19 dT + eta 2257), q in); dT to 100 degC."""
    kept = WATER_J_KG_K * (BOILS_K - water_k) + evaporated * WATER_LATENT_J_KG
    return min(rate_l_min_m2 / 60.0 * kept, flux_w_m2)


@states(
    f"{GEOMETRY}: zone of a sphere",
    Example("half a sphere of 10 m", {"diameter_m": 10.0, "level_m": 5.0}, 157.0796),
    diameter_m=(0.1, 100.0),
    level_m=(0.0, 100.0),
)
def sphere_wetted_m2(diameter_m: float, level_m: float) -> float:
    """Wetted wall of a sphere, m2. A = pi D h."""
    return pi * diameter_m * min(max(level_m, 0.0), diameter_m)


@states(
    f"{GEOMETRY}: cap of a sphere",
    Example("half a sphere of 10 m", {"diameter_m": 10.0, "level_m": 5.0}, 261.799),
    diameter_m=(0.1, 100.0),
    level_m=(0.0, 100.0),
)
def sphere_volume_m3(diameter_m: float, level_m: float) -> float:
    """Liquid in a sphere, m3. V = pi h^2 (3 D/2 - h) / 3."""
    h = min(max(level_m, 0.0), diameter_m)
    return pi * h * h * (1.5 * diameter_m - h) / 3.0


@states(
    f"{GEOMETRY}: segment of a circle, ends flat and left out",
    Example("half full", {"diameter_m": 2.0, "length_m": 10.0, "level_m": 1.0}, 31.4159),
    diameter_m=(0.1, 20.0),
    length_m=(0.1, 200.0),
    level_m=(0.0, 20.0),
)
def bullet_wetted_m2(diameter_m: float, length_m: float, level_m: float) -> float:
    """Wetted wall of a lying cylinder, m2. A = D L acos(1 - 2 h / D)."""
    return diameter_m * length_m * _half_angle(diameter_m, level_m)


@states(
    f"{GEOMETRY}: segment of a circle",
    Example("half full", {"diameter_m": 2.0, "length_m": 10.0, "level_m": 1.0}, 15.70796),
    diameter_m=(0.1, 20.0),
    length_m=(0.1, 200.0),
    level_m=(0.0, 20.0),
)
def bullet_volume_m3(diameter_m: float, length_m: float, level_m: float) -> float:
    """Liquid in a lying cylinder, m3. V = L D^2 / 4 (a - sin a cos a), a = acos(1 - 2 h / D)."""
    a = _half_angle(diameter_m, level_m)
    return length_m * diameter_m * diameter_m / 4.0 * (a - exact.sin(a) * exact.cos(a))


@states(
    "Energy balance of two nodes (heat capacity and emissivity of steel: EN 1993-1-2:2005, 3.4.1.2 and 2.2)",
    Example("no fire, all at ambient: nothing changes", {
        "was": Heated(1000.0, 293.15, 293.15, 0.0), "into_liquid_w": 0.0, "flux_dry_w_m2": 0.0, "dry_m2": 20.0,
        "thickness_m": 0.012, "capacity_j_kg_k": 2500.0, "vented_kg": 0.0, "latent_j_kg": 3.5e5, "dt_s": 1.0,
    }, {"liquid_k": 293.15, "wall_k": 293.15, "lost_j": 0.0}),
    TWO_NODES,
    into_liquid_w=(0.0, 1.0e9),
    flux_dry_w_m2=(0.0, 5.0e5),
    dry_m2=(0.0, 1.0e4),
    thickness_m=(0.002, 0.2),
    capacity_j_kg_k=(500.0, 1.0e4),
    vented_kg=(0.0, 1.0e4),
    latent_j_kg=(0.0, 2.5e6),
    dt_s=(0.01, 10.0),
    ambient_k=(230.0, 330.0),
    emissivity=(0.0, 1.0),
)  # fmt: skip
def advance(
    was: Heated, into_liquid_w: float, flux_dry_w_m2: float, dry_m2: float, thickness_m: float,
    capacity_j_kg_k: float, vented_kg: float, latent_j_kg: float, dt_s: float, ambient_k: float = 293.15,
    emissivity: float = 0.8,
) -> Heated:  # fmt: skip
    """The vessel after dt_s. m c dT/dt = Q wet + q inward A - vent L; rho c d dTw/dt = e q in - q out - q inward.

    q out = e s (Tw^4 - Ta^4); q inward = h (Tw - T) + e s (Tw^4 - T^4).
    into_liquid_w: through the wetted wall. flux_dry_w_m2: on the dry wall, less what its film takes. vented_kg: vapour
    that leaves in this step and takes its latent heat along. Energy is kept to rounding.
    """
    hot4, cool4 = _fourth(was.wall_k), _fourth(was.liquid_k)
    inward = INSIDE_W_M2_K * (was.wall_k - was.liquid_k) + emissivity * STEFAN_BOLTZMANN * (hot4 - cool4)
    lost = emissivity * STEFAN_BOLTZMANN * (hot4 - _fourth(ambient_k))
    steel_j_m2_k = STEEL_KG_M3 * STEEL_J_KG_K * thickness_m
    wall_k = was.wall_k + (emissivity * flux_dry_w_m2 - lost - inward) * dt_s / steel_j_m2_k
    left = max(was.liquid_kg - vented_kg, 1.0e-3)
    gone = was.liquid_kg - left
    heat = (into_liquid_w + inward * dry_m2) * dt_s - gone * latent_j_kg
    return Heated(left, was.liquid_k + heat / (left * capacity_j_kg_k), wall_k, lost * dry_m2 * dt_s)


def _half_angle(diameter_m: float, level_m: float) -> float:
    """Half the angle that the liquid's surface is seen under from the axis: acos(1 - 2 h / D), 0..pi."""
    u = 1.0 - 2.0 * min(max(level_m / diameter_m, 0.0), 1.0)
    return exact.atan2(sqrt((1.0 - u) * (1.0 + u)), u)


def _fourth(value: float) -> float:
    return value * value * value * value
