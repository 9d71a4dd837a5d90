"""Fire in an enclosure: what it takes and gives, how warm the gas becomes, what pressure a closed room feels."""

from dataclasses import dataclass
from math import sqrt

from sim_core.physics.enclosure import SPECIES, Fractions, mixed_step, stack_flow_m3_s
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CFAST = "CFAST 7, Technical Reference Guide, NIST TN 1889v1 (2016)"
CARBON_KG, HYDROGEN_KG, OXYGEN_KG = 0.012011, 0.001008, 0.015999
AIR_J_M3_K = 1206.0  # 1.2 kg/m3 of air outside, 1005 J/(kg K)
FILM_W_M2_K = 25.0  # EN 1991-1-2:2002, 3.2.1 (2): convection and radiation to a surface in a fire room
AIR_RATIO = 1.4
# k rho c in J2/(m4 s K2), conductivity and thickness: NUREG-1805 (2004) table 2-3; refractory: LLNL test cell.
WALLS = {
    "concrete": (2.9e6, 1.6, 0.2),
    "brick": (1.7e6, 0.8, 0.2),
    "gypsum": (0.18e6, 0.17, 0.016),
    "refractory": (0.5616e6, 0.39, 0.1),
    "steel": (1.97e8, 54.0, 0.01),
}
"""Thermal inertia J2/(m4 s K2), conductivity W/(m K), thickness m of the walls of a room."""
LEAKS = 0.17e-3  # leakage over wall area
OUTER_FILM_W_M2_K = 9.0  # EN 1991-1-2:2002, 3.1


@dataclass(frozen=True, slots=True)
class Burning:
    """What a fire takes and gives, mol/s: fuel and oxygen taken, carbon dioxide, carbon monoxide, steam given."""

    fuel_mol_s: float
    o2_mol_s: float
    co2_mol_s: float
    co_mol_s: float
    h2o_mol_s: float


@states(
    f"{CFAST} (species of combustion); SFPE Handbook 5th ed. 2016, ch. 36",
    Example("5 kW of methane, CFAST verification methane_flame_simple: 3.9895e-4 kg/s of O2 in 32 g/mol", {
        "heat_kw": 5.0, "heat_of_combustion_j_kg": 5.0e7, "carbon": 1.0, "hydrogen": 4.0, "oxygen": 0.0,
        "co_yield": 0.0}, {"o2_mol_s": 0.012467, "co2_mol_s": 0.0062337, "h2o_mol_s": 0.012467}),
    heat_kw=(0.0, 1.0e6), heat_of_combustion_j_kg=(1.0e6, 1.5e8), carbon=(0.0, 40.0), hydrogen=(0.0, 80.0),
    oxygen=(0.0, 20.0), co_yield=(0.0, 0.5),
)  # fmt: skip
def burning(
    heat_kw: float, heat_of_combustion_j_kg: float, carbon: float, hydrogen: float, oxygen: float, co_yield: float
) -> Burning:
    """What burning a fuel C_c H_h O_o takes and gives. n = Q / (dHc M); CO: co_yield kg a kg of fuel, the rest to CO2.

    O2 = n (c + h/4 - o/2) - CO/2; CO2 = n c - CO; H2O = n h/2.
    """
    molar = carbon * CARBON_KG + hydrogen * HYDROGEN_KG + oxygen * OXYGEN_KG
    fuel = 1000.0 * heat_kw / (heat_of_combustion_j_kg * molar)
    co = min(co_yield * molar / (CARBON_KG + OXYGEN_KG), carbon) * fuel
    o2 = fuel * (carbon + 0.25 * hydrogen - 0.5 * oxygen) - 0.5 * co
    return Burning(fuel, o2, fuel * carbon - co, co, 0.5 * fuel * hydrogen)


@states(
    "SFPE Handbook 5th ed. 2016, ch. 30 (conduction of McCaffrey et al.); EN 1991-1-2:2002, 3.2.1 (film)",
    Example("semi-infinite concrete at 500 s: sqrt(2.9e6/500) = 76.2 in series with 25", {
        "thermal_inertia": 2.9e6, "conductivity_w_m_k": 1.6, "thickness_m": 0.2, "since_s": 500.0}, 18.82),
    thermal_inertia=(1.0e4, 1.0e9), conductivity_w_m_k=(0.02, 500.0), thickness_m=(0.001, 5.0), since_s=(0.01, 1.0e6),
)  # fmt: skip
def wall_loss_w_m2_k(thermal_inertia: float, conductivity_w_m_k: float, thickness_m: float, since_s: float) -> float:
    """Heat that walls take, W/(m2 K). 1/U = 1/25 + 1/h, h = sqrt(k rho c / t), later at least through the wall.

    Through: 1 / (d/k + 1/9). thermal_inertia: k rho c, J2/(m4 s K2).
    """
    into = sqrt(thermal_inertia / since_s)
    through = 1.0 / (thickness_m / conductivity_w_m_k + 1.0 / OUTER_FILM_W_M2_K)
    return 1.0 / (1.0 / FILM_W_M2_K + 1.0 / max(into, through))


@states(
    f"{CFAST} (energy of a zone at constant pressure), one zone, implicit step",
    Example("steady, 1 h: 30 C warmer by 100 kW, 1 m3/s and 2127 W/K of wall", {
        "temperature_k": 323.2, "outside_k": 293.2, "heat_w": 1.0e5, "volume_m3": 100.0, "flow_m3_s": 1.0,
        "loss_w_k": 2127.33, "dt_s": 3600.0}, 323.2),
    assumes=Text("室内气体温度取单一平均值；墙面积按同体积立方体估算（未给出时）",
                 "one mean temperature of the gas; wall area of a cube of the same volume where none is given"),
    temperature_k=(200.0, 2000.0), outside_k=(200.0, 350.0), heat_w=(0.0, 1.0e9), volume_m3=(0.1, 1.0e6),
    flow_m3_s=(0.0, 1.0e3), loss_w_k=(0.0, 1.0e7), dt_s=(0.0, 3600.0),
)  # fmt: skip
def gas_temperature_k(
    temperature_k: float, outside_k: float, heat_w: float, volume_m3: float, flow_m3_s: float, loss_w_k: float,
    dt_s: float,
) -> float:  # fmt: skip
    """Mean temperature of the gas of a vented room dt later, K. C dT/dt = q - (rho cp Q + U A)(T - Ta).

    C = rho cp V Ta/T. flow_m3_s: of outside air that comes in, and the gas made.
    """
    capacity = AIR_J_M3_K * volume_m3 * outside_k / temperature_k
    carried = AIR_J_M3_K * flow_m3_s + loss_w_k
    return (capacity * temperature_k + dt_s * (heat_w + carried * outside_k)) / (capacity + dt_s * carried)


@states(
    f"{CFAST}: dp/dt = (k - 1) Q / V; verification case sealed_test (NIST TN 1889v3)",
    Example("100 kW for 60 s in 125 m3: 19200 Pa", {"heat_kw": 100.0, "volume_m3": 125.0, "duration_s": 60.0}, 19200.0),
    heat_kw=(0.0, 1.0e6), volume_m3=(0.1, 1.0e6), duration_s=(0.0, 36000.0),
)  # fmt: skip
def sealed_overpressure_pa(heat_kw: float, volume_m3: float, duration_s: float) -> float:
    """Overpressure of a sealed adiabatic room that is heated, Pa. dp = (k - 1) Q t / V, k = 1.4."""
    return (AIR_RATIO - 1.0) * 1000.0 * heat_kw * duration_s / volume_m3


@states(
    "ideal gas at constant volume (Gay-Lussac); CFAST verification case sealed_test (NIST TN 1889v3)",
    Example("after 60 s of it: 75.27 C", {"outside_k": 293.15, "overpressure_pa": 19200.0, "pressure_pa": 101325.0},
            348.42),
    outside_k=(200.0, 350.0), overpressure_pa=(0.0, 1.0e6), pressure_pa=(5.0e4, 5.0e5),
)  # fmt: skip
def sealed_temperature_k(outside_k: float, overpressure_pa: float, pressure_pa: float) -> float:
    """Temperature of a sealed room that has come to an overpressure, K. T = Ta (1 + dp/p)."""
    return outside_k * (1.0 + overpressure_pa / pressure_pa)


@states(
    "orifice: dp = (m/(C A))^2 / (2 rho); CFAST verification cases ventilation_1 and Leakage_Flow (NIST TN 1889v3)",
    Example("0.01 m3/s through 1 cm2: 11042 Pa", {
        "flow_m3_s": 0.01, "vent_area_m2": 1.0e-4, "discharge_coefficient": 0.7, "density_kg_m3": 1.2041,
        "pressure_pa": 101325.0}, 11042.0, 0.01),
    flow_m3_s=(0.0, 1.0e3), vent_area_m2=(1.0e-7, 1.0e3), discharge_coefficient=(0.3, 1.0), density_kg_m3=(0.05, 20.0),
    pressure_pa=(5.0e4, 5.0e5),
)  # fmt: skip
def vent_overpressure_pa(
    flow_m3_s: float, vent_area_m2: float, discharge_coefficient: float, density_kg_m3: float, pressure_pa: float
) -> float:
    """Overpressure of a room that a fan blows into and a hole lets out of, Pa. dp (1 + dp/p) = (rho Q/(C A))^2/(2 rho).

    flow_m3_s: at the density outside; the gas inside is denser by dp/p, isothermal.
    """
    speed = flow_m3_s / (discharge_coefficient * vent_area_m2)
    head = 0.5 * density_kg_m3 * speed * speed
    return 0.5 * pressure_pa * (sqrt(1.0 + 4.0 * head / pressure_pa) - 1.0)


@states(
    "NFPA 92:2021, annex A, typical leakage areas of walls: exterior walls, average",
    Example("138 m2 of walls: 0.17e-3 of it", {"wall_area_m2": 138.0}, 0.02346),
    assumes=Text("未给出漏风面积、室内着火而无风机的房间：按一般外墙漏风",
                 "a room with a fire and no fan, whose leakage is not given, leaks as average exterior walls do"),
    wall_area_m2=(0.1, 1.0e6),
)  # fmt: skip
def typical_leakage_m2(wall_area_m2: float) -> float:
    """Leakage of a room as rooms are built, m2. A = 0.17e-3 Aw; tight walls have 0.05e-3, loose ones 0.35e-3."""
    return LEAKS * wall_area_m2


O2, CO2, CO, H2O = (SPECIES.index(name) for name in ("O2", "CO2", "CO", "H2O"))


@dataclass(frozen=True, slots=True)
class Room:
    """A well-mixed room as it is arranged: what flows in, what is let out, what burns. Flows at outside conditions.

    inlet, sources_m3_s: by SPECIES, or by its first five where no other gas is there. fire_m3_s, fire_w: what the fire
    takes (below 0) and gives, and its heat, at full burning; radiant_share of it goes to the walls, past the gas.
    leakage_m2: cracks and openings, sharp-edged, spread over the height. wall: of WALLS. extinction_o2: wet
    fraction at which the fire goes out.
    From a room with neither fan nor leak only what its sources make escapes; warming expels nothing.
    """

    volume_m3: float
    inflow_m3_s: float
    inlet: Fractions
    sources_m3_s: Fractions
    fire_m3_s: Fractions
    fire_w: float = 0.0
    leakage_m2: float = 0.0
    height_m: float = 3.0
    wall_area_m2: float = 1.0
    wall: str = "concrete"
    outside_k: float = 293.15
    extinction_o2: float = 0.0
    radiant_share: float = 0.0


@dataclass(frozen=True, slots=True)
class RoomAir:
    """The air of a room: fractions by SPECIES, content at outside conditions, mean temperature, share burning, age."""

    fractions: Fractions
    content_m3: float
    temperature_k: float
    burnt_s: float = 0.0
    since_s: float = 0.0


@states(
    f"{CFAST}, species and energy, as one zone; species exact for constant flows, temperature implicit",
    assumes=Text("既无风机又无缝隙的房间：只排出源所产生的气量，升温不排气",
                 "from a room with neither fan nor leak only what its sources make escapes; warming expels nothing"),
    dt_s=(0.0, 3600.0),
)  # fmt: skip
def room_step(room: Room, air: RoomAir, dt_s: float) -> RoomAir:
    """The air of the room dt later. N dy/dt = Q (x - y) + s - y sum(s); N = V Ta/T where a fan or a leak relieves it.

    Example: tests/sim_core/test_physics_enclosure_fire.py
    """
    burns = _burning_share(room, air, dt_s)
    sources = room.sources_m3_s
    if burns > 0.0:
        sources = tuple(s + burns * f for s, f in zip(sources, room.fire_m3_s, strict=True))
    since = air.since_s + dt_s
    inflow, warm = room.inflow_m3_s, air.temperature_k
    if room.leakage_m2 > 0.0:
        inflow += stack_flow_m3_s(room.leakage_m2, room.height_m, warm, room.outside_k)
    if room.fire_w > 0.0:
        loss = room.wall_area_m2 * wall_loss_w_m2_k(*WALLS[room.wall], max(since, 1.0))
        flow = max(0.0, inflow + sum(sources))
        heat = burns * room.fire_w * (1.0 - room.radiant_share)
        warm = gas_temperature_k(warm, room.outside_k, heat, room.volume_m3, flow, loss, dt_s)
    relieved = room.inflow_m3_s > 0.0 or room.leakage_m2 > 0.0
    content = room.volume_m3 * room.outside_k / warm if relieved else room.volume_m3
    fractions = mixed_step(air.fractions, room.inlet, sources, inflow, 0.5 * (content + air.content_m3), dt_s)
    return RoomAir(fractions, content, warm, air.burnt_s + burns * dt_s, since)


def _burning_share(room: Room, air: RoomAir, dt_s: float) -> float:
    """0..1: how much of the fire the oxygen at hand lets burn in this step."""
    wanted = -room.fire_m3_s[O2] * dt_s
    if room.fire_w <= 0.0 or wanted <= 0.0 or air.fractions[O2] <= room.extinction_o2:
        return 0.0
    at_hand = air.fractions[O2] * air.content_m3 + room.inflow_m3_s * room.inlet[O2] * dt_s
    return min(1.0, at_hand / wanted)
