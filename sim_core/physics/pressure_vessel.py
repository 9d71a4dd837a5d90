"""Pressure vessel: sphere or cylinder of liquefied gas: its level, the layer that a fire heats, its legs, its leaks."""

from dataclasses import dataclass
from math import sqrt

from sim_core.physics.validity import Example, states
from sim_core.physics.vessel_fire import STEEL_J_KG_K, STEEL_KG_M3, STEFAN_BOLTZMANN, sphere_volume_m3
from sim_core.text import Text

BOILS_OFF = Text(
    "先由受热层供给汽化热，再由全部液体均匀供给；器壁与环境的补热不计",
    "the warm layer gives the heat of vaporisation first, then all the liquid evenly; wall and surroundings none",
)
PUMP = Text(
    "离心泵特性取过零背压流量与关死扬程的抛物线",
    "a centrifugal pump's curve is a parabola through its flow against nothing and its head against a shut valve",
)
HALVINGS = 40
LAYER = Text(
    "火灾加热液面下一层：热分层使压力先于整体液温上升，层占液量的给定份额",
    "a fire heats a layer below the surface: by it the pressure rises before the bulk does; its share is given",
)
THIN_LEG = Text(
    "支腿（含防火层）按给定当量厚度的钢板单面受热计",
    "a leg, its fire-proofing counted in, is a plate of a given thickness heated on one face",
)
COVERED = Text(
    "火焰包覆球壁的份额：火焰长乘宽与球投影面积之比，不超过 1",
    "the share of the wall that a flame covers: its length times its width over D^2, at most 1",
)


@dataclass(frozen=True, slots=True)
class VesselState:
    """One vessel. liquid_kg: all of it; layer_k: its warm surface, which gives the pressure; wall_k: dry wall.

    leg_k: legs; water_m3: below the liquid; relief: its valve stands open; state: whole, glowing, bulging, burst.
    gas_pa: absolute pressure of one that holds gas alone, liquid_kg of it, at liquid_k; 0 = it holds liquefied gas.
    relief_share: of its valve's area that is free. warned_s: how long it has shown that it may burst.
    """

    liquid_kg: float
    liquid_k: float
    layer_k: float
    wall_k: float
    leg_k: float
    water_m3: float = 0.0
    relief: bool = False
    state: str = "whole"
    gas_pa: float = 0.0
    relief_share: float = 1.0
    warned_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Leak:
    """A hole. closed_by: valves upstream of it, any of which stops it. points: down, up or an octant N..NW.

    start_tick: from when on it is open, -1 = not yet; cold_s: seconds of cold from the first leak that open it yet.
    left: share of the hole that is open, less than 1 once plugged. flow, airborne, air (drawn in), heat (over ambient):
    of this second. burning_s: how long it has burned, -1 = it does not. hot_s: for how long yet its metal lights gas.
    gas: it lies on the gas side of the vessel, so that vapour escapes and no liquid. excess_kg_s: more than that, and
    the valve that stands before it shuts by itself, 0 = none does. strikes_kw_m2: what its flame gives to a wall in its
    way, 0 = as the incident says.
    """

    id: str
    vessel: int
    hole_m: float
    points: str
    closed_by: tuple[str, ...]
    start_tick: int
    cold_s: float = 0.0
    left: float = 1.0
    flow_kg_s: float = 0.0
    airborne_kg_s: float = 0.0
    air_kg_s: float = 0.0
    heat_w: float = 0.0
    burning_s: float = -1.0
    hot_s: float = 0.0
    gas: bool = False
    excess_kg_s: float = 0.0
    strikes_kw_m2: float = 0.0

    @property
    def escapes(self) -> bool:
        """Whether anything of it comes into the open: not behind a shut valve, nor where all of it is bound."""
        return self.flow_kg_s > 0.0 and self.airborne_kg_s > 0.0


@dataclass(frozen=True, slots=True)
class Flare:
    """What is vented to a flare. now_kg_s: in this second; taken_kg: since the start."""

    now_kg_s: float = 0.0
    taken_kg: float = 0.0


@dataclass(frozen=True, slots=True)
class Ball:
    """A fireball that burns. until_tick: its end."""

    x_m: float
    y_m: float
    mass_kg: float
    until_tick: int


@states(
    "zone of a sphere, inverted: V = pi h^2 (3 D/2 - h) / 3 (Bronshtein and Semendyayev, 6th ed. 2015)",
    Example("half of a sphere of 10 m", {"diameter_m": 10.0, "volume_m3": 261.79938779914943}, 5.0, 1e-6),
    diameter_m=(0.1, 100.0),
    volume_m3=(0.0, 5.3e5),
)
def sphere_level_m(diameter_m: float, volume_m3: float) -> float:
    """Level at which a sphere holds so much, m, at most its diameter. V(h) = volume_m3, by halving."""
    low, high = 0.0, diameter_m
    for _ in range(HALVINGS):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if sphere_volume_m3(diameter_m, middle) < volume_m3 else (low, middle)
    return 0.5 * (low + high)


@states(
    "share of the volume times the diameter",
    Example("half of a cylinder of 0.8 m, 1.6 m long", {"diameter_m": 0.8, "length_m": 1.6,
                                                        "volume_m3": 0.40212385965949354}, 0.4, 1e-6),
    assumes=Text(
        "卧式小钢瓶按等截面计液位，误差不超过直径的 6 %",
        "a small cylinder that lies is taken as of one width: the level is off by 6 % of the diameter at most",
    ),
    diameter_m=(0.1, 10.0),
    length_m=(0.1, 100.0),
    volume_m3=(0.0, 8.0e3),
)  # fmt: skip
def lying_level_m(diameter_m: float, length_m: float, volume_m3: float) -> float:
    """Level in a cylinder that lies, m, at most its diameter. h = D V / (pi D^2 L / 4)."""
    return min(volume_m3 / (0.7853981633974483 * diameter_m * length_m), diameter_m)


@states(
    "no source at hand",
    Example("a flame 10 m long and 2 m wide on a sphere of 10 m", {
        "length_m": 10.0, "width_m": 2.0, "diameter_m": 10.0}, 0.2),
    assumes=COVERED,
    length_m=(0.0, 500.0),
    width_m=(0.0, 200.0),
    diameter_m=(0.1, 100.0),
)  # fmt: skip
def covered_share(length_m: float, width_m: float, diameter_m: float) -> float:
    """Share of the wall that a flame covers, 0..1. s = min(L W / D^2, 1)."""
    return min(length_m * width_m / (diameter_m * diameter_m), 1.0)


@states(
    "no source at hand",
    Example("a tenth of 200 t", {"liquid_kg": 2.0e5, "share": 0.1}, 2.0e4),
    assumes=LAYER,
    liquid_kg=(0.0, 1.0e7),
    share=(0.01, 1.0),
)
def layer_kg(liquid_kg: float, share: float) -> float:
    """Liquid of the warm layer, kg. m = share x liquid, at least 1 kg."""
    return max(liquid_kg * share, 1.0)


@states(
    "Energy balance of a plate (heat capacity and emissivity of steel: EN 1993-1-2:2005, 3.4.1.2 and 2.2)",
    Example("50 kW/m2 on 12 mm at ambient for 1 s: 0.8 x 5e4 / (7850 x 600 x 0.012)", {
        "leg_k": 293.15, "flux_w_m2": 5.0e4, "thickness_m": 0.012, "ambient_k": 293.15, "dt_s": 1.0,
        "emissivity": 0.8}, 293.15 + 0.70771, 1e-6),
    assumes=THIN_LEG,
    leg_k=(200.0, 2000.0),
    flux_w_m2=(0.0, 5.0e5),
    thickness_m=(0.002, 0.2),
    ambient_k=(230.0, 330.0),
    dt_s=(0.01, 10.0),
    emissivity=(0.0, 1.0),
)  # fmt: skip
def leg_after_k(
    leg_k: float, flux_w_m2: float, thickness_m: float, ambient_k: float, dt_s: float, emissivity: float = 0.8
) -> float:
    """Temperature of a leg after dt, K. rho c d dT/dt = e q - e s (T^4 - Ta^4)."""
    lost = STEFAN_BOLTZMANN * (leg_k * leg_k * leg_k * leg_k - ambient_k * ambient_k * ambient_k * ambient_k)
    return leg_k + emissivity * (flux_w_m2 - lost) * dt_s / (STEEL_KG_M3 * STEEL_J_KG_K * thickness_m)


@states(
    "Energy balance: m c dT = -L dm",
    Example("1000 kg out of 100 t at one temperature: 1000 x 3.5e5 / (1e5 x 2600)", {
        "liquid_kg": 1.0e5, "liquid_k": 293.15, "layer_k": 293.15, "share": 0.08, "vapour_kg": 1000.0,
        "latent_j_kg": 3.5e5, "capacity_j_kg_k": 2600.0}, (293.15 - 1.3461538, 293.15 - 1.3461538), 1e-6),
    assumes=BOILS_OFF,
    liquid_kg=(1.0, 1.0e7),
    liquid_k=(100.0, 500.0),
    layer_k=(100.0, 500.0),
    share=(0.01, 1.0),
    vapour_kg=(0.0, 1.0e6),
    latent_j_kg=(1.0e4, 2.5e6),
    capacity_j_kg_k=(500.0, 1.0e4),
)  # fmt: skip
def boiled_off_k(
    liquid_kg: float, liquid_k: float, layer_k: float, share: float, vapour_kg: float, latent_j_kg: float,
    capacity_j_kg_k: float,
) -> tuple[float, float]:  # fmt: skip
    """Temperatures of bulk and warm layer once so much vapour has left, K. m c dT = -L dm; the layer first."""
    lost_k = vapour_kg * latent_j_kg / (liquid_kg * capacity_j_kg_k)  # by which it would cool all of the liquid
    above_k = share * (layer_k - liquid_k)
    if lost_k <= above_k:
        return liquid_k, layer_k - lost_k / share
    even = liquid_k + above_k - lost_k
    return even, even


@states(
    "no source at hand",
    Example("80 m3/h against half of its shut-off head: 80 sqrt(1/2)", {
        "free_m3_h": 80.0, "back_pa": 8.0e5, "shut_off_pa": 1.6e6}, 56.568542, 1e-6),
    assumes=PUMP,
    free_m3_h=(0.0, 1.0e4),
    back_pa=(0.0, 2.0e7),
    shut_off_pa=(1.0, 2.0e7),
)
def pumped_m3_h(free_m3_h: float, back_pa: float, shut_off_pa: float) -> float:
    """What a pump delivers against a pressure over ambient, m3/h. Q = Q0 sqrt(1 - p/p0), none from p0 on."""
    return free_m3_h * sqrt(max(1.0 - back_pa / shut_off_pa, 0.0))
