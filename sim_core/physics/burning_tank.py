"""Burning tank: what a burning or heated atmospheric tank is, second by second: its dry shell, its vapour, its foam.

The heat of a fire on others is `pool_fire` and `tank_fire`, the shell's energy `vessel_fire`, foam `suppression`.
"""

from dataclasses import dataclass

from sim_core.physics import vessel_fire
from sim_core.physics.validity import Example, states
from sim_core.physics.vessel_fire import Heated
from sim_core.text import Text

GB_50974 = "GB 50974-2014, commentary on 3.4.2: about 500 degC after 5 min, no bearing capacity after 8 to 10 min"
OWN_KW_M2 = {"full": 90.0, "rim": 45.0}
NAPHTHA_J_KG_K = 2200.0
STILL_KG = 1.0e9  # a liquid that does not warm: the burning tank's, below its surface
ATMOSPHERE_PA = 101_325.0
FILM_EVAPORATES = 0.2
SEAL_M_S = 0.02
EATEN_S = 300.0
OWN_FLAME = Text(
    "自身火焰对液面以上罐壁的热流取 90 kW/m2（全面积）、45 kW/m2（密封圈），使 8 mm 罐壁 5 分钟约 500 ℃、9 分钟失稳",
    "its own flame gives the shell above the liquid 90 kW/m2 (whole surface) or 45 (rim seal), so that 8 mm of steel"
    " reach about 500 degC in 5 min and give way at 9 min",
)
SURPLUS = Text(
    "水膜未用尽的冷量把罐壁拉向水温，利用率 100 %",
    "what the film could still take cools the wall toward the water, all of it",
)


@dataclass(frozen=True, slots=True)
class Blaze:
    """One tank in a fire. fire: "", rim (its seal) or full (its surface). share: of the seal that burns.

    was: the last fire that it had. covered: with foam, 0..1; spot: likewise, at the hottest metal. layer_k: of the
    liquid near the surface, which the walls warm. pressure_pa: gauge, in a vapour space that cannot breathe; hatch: it
    can. bottom_m: water under the product; roof_m: on its roof. hot_k: metal in the flame, which can light it again
    where it stays hot (hot_spot). sound: the shell stands; fold_m: how far its rim has come down. held: gas in a vapour
    space that can only breathe in, over what it was filled with.
    """

    fire: str = ""
    was: str = ""
    share: float = 0.0
    covered: float = 0.0
    spot: float = 1.0
    layer_k: float = 288.15
    pressure_pa: float = 0.0
    hatch: bool = True
    bottom_m: float = 0.0
    roof_m: float = 0.0
    hot_k: float = 288.15
    hot_spot: bool = False
    sound: bool = True
    fold_m: float = 0.0
    held: float = 1.0


@dataclass(frozen=True, slots=True)
class TankFires:
    """Fires of a tank farm and what fights them; tuples aligned with `site.tanks`.

    contents: light (boils below 45 degC) or stable. main_share: of the fire pumps that are sound. applied_l_min_m2:
    cooling water on each shell. heat_kw_m2: of all fires on each shell, as last worked. leak_kg_s: from the flange
    into the bund. run_off_m3: fire water that left the site; product_out_kg: product that did; flushed_m3: water thrown
    on a spill while the way off the site was open. looked_tick: when the thermal camera last looked, -1 = never;
    foam_checked: somebody has read the type of the concentrate. sign_tick: since when a warning sign stands, -1 = none;
    retreat_tick: when the retreat was last signalled.
    """

    tanks: tuple[Blaze, ...]
    contents: str = "stable"
    main_share: float = 1.0
    main_mpa: float = 0.8
    leaks: bool = False
    leak_kg_s: float = 0.0
    riser_lost: bool = False
    applied_l_min_m2: tuple[float, ...] = ()
    heat_kw_m2: tuple[float, ...] = ()
    run_off_m3: float = 0.0
    sign_tick: int = -1
    watched_tick: int = -1
    retreat_tick: int = -1
    product_out_kg: float = 0.0
    flushed_m3: float = 0.0
    looked_tick: int = -1
    foam_checked: bool = False


@states(
    f"{GB_50974}; two nodes: `vessel_fire.advance` (EN 1993-1-2:2005, 3.4.1.2 and 2.2)",
    Example("cold shell, no fire, no water: nothing changes", {
        "wall_k": 288.15, "liquid_k": 288.15, "liquid_kg": 1.0e9, "dry_m2": 100.0, "flux_kw_m2": 0.0, "into_kw": 0.0,
        "rate_l_min_m2": 0.0, "thickness_m": 0.008, "ambient_k": 288.15, "dt_s": 1.0}, (288.15, 288.15)),
    SURPLUS,
    wall_k=(200.0, 1500.0),
    liquid_k=(230.0, 600.0),
    liquid_kg=(1.0, 1.0e10),
    dry_m2=(0.0, 1.0e4),
    flux_kw_m2=(0.0, 500.0),
    into_kw=(0.0, 1.0e6),
    rate_l_min_m2=(0.0, 60.0),
    thickness_m=(0.002, 0.2),
    ambient_k=(230.0, 330.0),
    dt_s=(0.01, 10.0),
)  # fmt: skip
def shell_after(
    wall_k: float, liquid_k: float, liquid_kg: float, dry_m2: float, flux_kw_m2: float, into_kw: float,
    rate_l_min_m2: float, thickness_m: float, ambient_k: float, dt_s: float,
) -> tuple[float, float]:  # fmt: skip
    """(dry wall, warmed layer of liquid) after dt_s, K. As `vessel_fire.advance` with flux less film; m c dT = Q.

    The film takes up to m (4.19 dT + 0.2 x 2257); what it could still take cools the wall: m c (Tw - Twater).
    """
    flux = 1000.0 * flux_kw_m2
    film = vessel_fire.film_removes_w_m2(rate_l_min_m2, ambient_k, FILM_EVAPORATES, flux)
    was = Heated(liquid_kg, liquid_k, wall_k, 0.0)
    now = vessel_fire.advance(
        was, 1000.0 * into_kw, flux - film, dry_m2, thickness_m, NAPHTHA_J_KG_K, 0.0, 3.3e5, dt_s, ambient_k
    )
    spare = 1.0 if flux <= 0.0 else max(0.0, 1.0 - film / _film_most(rate_l_min_m2, ambient_k))
    per_k = spare * rate_l_min_m2 / 60.0 * vessel_fire.WATER_J_KG_K
    steel_j_m2_k = vessel_fire.STEEL_KG_M3 * vessel_fire.STEEL_J_KG_K * thickness_m
    share = min(per_k * dt_s / steel_j_m2_k, 1.0)
    return now.wall_k - share * max(now.wall_k - ambient_k, 0.0), now.liquid_k


def _film_most(rate_l_min_m2: float, ambient_k: float) -> float:
    """All that a film can take, W/m2."""
    return max(vessel_fire.film_removes_w_m2(rate_l_min_m2, ambient_k, FILM_EVAPORATES, 1.0e6), 1.0)


@states(
    GB_50974,
    Example("full surface", {"fire": "full"}, 90.0),
    OWN_FLAME,
)
def own_flux_kw_m2(fire: str) -> float:
    """Heat of a tank's own flame on its shell above the liquid, kW/m2. q = 90 (full), 45 (rim), else 0."""
    return OWN_KW_M2.get(fire, 0.0)


@states(
    "ideal gas in a closed space (ISO 80000-5:2019)",
    Example("from 288.15 K to 291.03 K: 1 % of an atmosphere", {"gas_k": 291.0315, "filled_k": 288.15}, 1013.25),
    gas_k=(230.0, 1500.0),
    filled_k=(230.0, 330.0),
    room=(0.1, 20.0),
    held=(0.1, 20.0),
)
def sealed_pa(gas_k: float, filled_k: float, room: float = 1.0, held: float = 1.0) -> float:
    """Overpressure of a vapour space whose hatch is jammed, Pa. p = 101325 (n T / (T0 V) - 1); 0 while that is less.

    room, held: volume and gas of the space over those with which it was filled.
    """
    return max(ATMOSPHERE_PA * (held * gas_k / (filled_k * room) - 1.0), 0.0)


@states(
    "ideal gas at the pressure outside (ISO 80000-5:2019)",
    Example("a space a tenth larger", {"gas_k": 288.15, "filled_k": 288.15, "room": 1.1, "held": 1.0}, 1.1),
    Text("呼吸阀卡住的只是呼气侧，吸气侧仍能进气", "only the outlet of the hatch is jammed: it still lets air in"),
    gas_k=(230.0, 1500.0),
    filled_k=(230.0, 330.0),
    room=(0.1, 20.0),
    held=(0.1, 20.0),
)
def breathed_in(gas_k: float, filled_k: float, room: float, held: float) -> float:
    """Gas in such a space once it has drawn in what it lacks, over what it was filled with. n = max(n, V T0 / T)."""
    return max(held, room * filled_k / gas_k)


@states(
    "no public source",
    Example("half a minute round a rim of 75 m", {"share": 0.25, "rim_m": 75.0, "dt_s": 30.0}, 0.266),
    Text("密封圈火沿两个方向各以 0.02 m/s 蔓延", "fire runs along a seal both ways at 0.02 m/s"),
    share=(0.0, 1.0),
    rim_m=(3.0, 400.0),
    dt_s=(0.0, 60.0),
)
def seal_share(share: float, rim_m: float, dt_s: float) -> float:
    """Share of the seal that burns after dt_s, 0..1. s' = min(s + 2 v dt / rim, 1)."""
    return min(share + 2.0 * SEAL_M_S * dt_s / rim_m, 1.0)


@states(
    "no public source",
    Example(
        "quiet blanket, hot metal at 600 K, nobody watches",
        {"covered": 1.0, "hot_k": 600.0, "lights_k": 505.0, "watched": False, "dt_s": 30.0},
        0.9,
    ),
    Text("热金属旁的泡沫层以 300 s 消蚀，有人监护则不消蚀", "hot metal eats a blanket in 300 s unless it is watched"),
    covered=(0.0, 1.0),
    hot_k=(230.0, 1500.0),
    lights_k=(400.0, 1000.0),
    dt_s=(0.0, 60.0),
)
def eaten(covered: float, hot_k: float, lights_k: float, watched: bool, dt_s: float) -> float:
    """Foam cover at hot metal after dt_s, 0..1. c' = c - dt / 300 s while the metal can light vapour."""
    if hot_k < lights_k or watched:
        return covered
    return max(covered - dt_s / EATEN_S, 0.0)


@states(
    "pump curve of one fire main, sharing by demand",
    Example("15,000 asked of 12,000", {"capacity_l_min": 12000.0, "demand_l_min": 15000.0}, 0.8),
    Text("需求超过能力时各出口按比例分配", "when more is asked than the pumps give, all outlets get the same share"),
    capacity_l_min=(0.0, 1.0e6),
    demand_l_min=(0.0, 1.0e6),
)
def shared(capacity_l_min: float, demand_l_min: float) -> float:
    """Share of its nominal flow that each open outlet gets, 0..1. s = min(1, capacity / demand)."""
    return 1.0 if demand_l_min <= capacity_l_min else capacity_l_min / demand_l_min


@states(
    "affinity laws of pumps (pressure as the square of the flow; ISO 9906:2012)",
    Example("sound pumps, nothing open", {"shut_mpa": 0.8, "sound": 1.0, "share": 1.0, "drawn": 0.0}, 0.8),
    Text("满负荷时压力降到关闭压力的 60 %", "at full load the pressure falls to 60 % of that with all shut"),
    shut_mpa=(0.1, 3.0),
    sound=(0.1, 1.0),
    share=(0.0, 1.0),
    drawn=(0.0, 1.0),
)
def main_mpa(shut_mpa: float, sound: float, share: float, drawn: float) -> float:
    """Pressure of the fire main, MPa. p = p0 sound (1 - 0.4 drawn^2) share^2; drawn: of the pumps' capacity."""
    return shut_mpa * sound * (1.0 - 0.4 * drawn * drawn) * share * share
