"""Oxidiser: goods in rows beside a fire: how the fire grows, what reaches a row, how it heats itself, when it goes."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

GAS_CONSTANT = 8.314462618  # J/(mol K), CODATA 2018
# Ammonium nitrate, overall first-order decomposition: of the order of published figures, to be confirmed [B].
RATE_1_S, ENERGY_J_MOL, HEAT_J_KG = 1.9e12, 157.7e3, 1.5e6
CAPACITY_J_KG_K, LATENT_J_KG = 1700.0, 7.3e4
MELTS_K, MELTS_OVER_K = 442.75, 10.0
RUNAWAY_K = 573.15
KINETICS = Text(
    "硝酸铵分解按一级反应，频率因子与活化能取文献量级；杂质（有机物、氯化物）使其加快的倍数由情景给定，待核",
    "ammonium nitrate decomposes in first order, factor and energy of the order of the literature; how much faster"
    " with organics or chlorides is given by the scenario; to be confirmed",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of goods. kind: packing, oxidiser, cyanide, reactive (must not meet water), plain. kg: of it; surface_k:
    of the layer that faces the fire."""

    kind: str
    kg: float
    surface_k: float


@dataclass(frozen=True, slots=True)
class Store:
    """Goods of which it is not known what they are. fire_s: age on its curve of growth; fire_kw: now; faster: times as
    fast as pure; papers: word of the manifest; truth: word of what there is.

    reply_s: how long the owner takes; asked_tick, asked_by: when and by whom he was asked; told: he has answered. read:
    placards read from each lookout; known: it is known what there is. sign_tick: first warning sign, -1 = none.
    wetted: whether water goes onto the rows now. hcn_kg_s: given off now. gone: it has exploded.
    """

    rows: tuple[Row, ...]
    growth_kw_s2: float
    faster: float
    papers: str
    truth: str
    reply_s: float
    fire_s: float = 0.0
    fire_kw: float = 0.0
    asked_tick: int = -1
    asked_by: str = ""
    told: bool = False
    read: tuple[bool, ...] = (False, False)
    known: bool = False
    sign_tick: int = -1
    wetted: bool = False
    hcn_kg_s: float = 0.0
    gone: bool = False


@states(
    "NFPA 92-2018, annex B: t-squared fires; NFPA 72-2019, annex B",
    Example("fast: 1055 kW after 150 s", {"growth_kw_s2": 0.0469, "age_s": 150.0, "most_kw": 1.0e5}, 1055.25),
    growth_kw_s2=(0.0, 1.0), age_s=(0.0, 1.0e5), most_kw=(0.0, 1.0e7),
)  # fmt: skip
def fire_kw(growth_kw_s2: float, age_s: float, most_kw: float) -> float:
    """Heat release of a growing fire, kW. Q = min(a t^2, most)."""
    return min(growth_kw_s2 * age_s * age_s, most_kw)


@states(
    "SFPE Handbook, 5th ed. 2016, ch. 66: point source",
    Example("30 MW, 35 % radiated, at 10 m", {"release_kw": 3.0e4, "radiated": 0.35, "distance_m": 10.0}, 8355.6),
    release_kw=(0.0, 1.0e7), radiated=(0.0, 1.0), distance_m=(0.5, 1.0e5),
)  # fmt: skip
def point_flux_w_m2(release_kw: float, radiated: float, distance_m: float) -> float:
    """Heat of a fire taken as a point, W/m2. q = 1000 X Q / (4 pi r^2)."""
    return 1000.0 * radiated * release_kw / (12.566370614359172 * distance_m * distance_m)


@states(
    "Alpert, Fire Technology 8 (1972) 181: ceiling jet",
    Example("1 MW, 3 m under it, right above: 16.9 x 100 / 6.24", {
        "release_kw": 1000.0, "height_m": 3.0, "aside_m": 0.0}, 270.9, 1.0e-2),
    release_kw=(0.0, 1.0e6), height_m=(1.0, 30.0), aside_m=(0.0, 200.0),
)  # fmt: skip
def ceiling_rise_k(release_kw: float, height_m: float, aside_m: float) -> float:
    """How much warmer it is beneath a roof, K. dT = 16.9 Q^(2/3)/H^(5/3), from r = 0.18 H on 5.38 (Q/r)^(2/3)/H."""
    if release_kw <= 0.0:
        return 0.0
    if aside_m <= 0.18 * height_m:
        return 16.9 * exact.power(release_kw, 2.0 / 3.0) / exact.power(height_m, 5.0 / 3.0)
    return 5.38 * exact.power(release_kw / aside_m, 2.0 / 3.0) / height_m


@states(
    "Semenov 1928 (thermal explosion): heat of a first-order decomposition, Arrhenius 1889",
    Example("500 K, pure, by hand: 1.5e6/1700 x 1.9e12 exp(-157700 / (8.31446 x 500))", {
        "kelvin": 500.0, "faster": 1.0}, 0.05639, 5.0e-3),
    KINETICS,
    kelvin=(200.0, 2000.0), faster=(0.1, 1.0e3),
)  # fmt: skip
def self_heating_k_s(kelvin: float, faster: float) -> float:
    """How fast ammonium nitrate heats itself, K/s. dT/dt = f H/c A exp(-E / (R T))."""
    return faster * HEAT_J_KG / CAPACITY_J_KG_K * RATE_1_S * exact.exp(-ENERGY_J_MOL / (GAS_CONSTANT * kelvin))


@states(
    "heat balance of a layer; ammonium nitrate: melting at 169.6 degC, 73 kJ/kg (CRC Handbook, 97th ed. 2016)",
    Example("10 kW/m2 on 45 kg/m2 at 300 K, no losses", {
        "kelvin": 300.0, "flux_w_m2": 1.0e4, "layer_kg_m2": 45.0, "loss_w_m2_k": 0.0, "ambient_k": 300.0,
        "faster": 1.0, "reacts": False, "dt_s": 1.0}, 300.1307, 1.0e-5),
    KINETICS,
    kelvin=(200.0, 2000.0), flux_w_m2=(0.0, 1.0e6), layer_kg_m2=(1.0, 1.0e3), loss_w_m2_k=(0.0, 200.0),
    ambient_k=(220.0, 330.0), faster=(0.1, 1.0e3), dt_s=(0.0, 5.0),
)  # fmt: skip
def layer_k(
    kelvin: float, flux_w_m2: float, layer_kg_m2: float, loss_w_m2_k: float, ambient_k: float, faster: float,
    reacts: bool, dt_s: float,
) -> float:  # fmt: skip
    """Temperature of the layer that faces a fire dt later, K, no higher than 2000. m c dT = (q - h (T - Ta)) dt + self;
    melting takes its heat over 10 K."""
    melting = reacts and abs(kelvin - MELTS_K) <= 0.5 * MELTS_OVER_K
    capacity = CAPACITY_J_KG_K + (LATENT_J_KG / MELTS_OVER_K if melting else 0.0)
    gained = (flux_w_m2 - loss_w_m2_k * (kelvin - ambient_k)) / (layer_kg_m2 * capacity)
    own = self_heating_k_s(kelvin, faster) if reacts else 0.0
    return min(kelvin + dt_s * (gained + own), 2000.0)


@states(
    "Semenov 1928: beyond this no cooling holds it; 300 degC: order of reported explosions of confined melt [B]",
    Example("290 degC: not yet", {"kelvin": 563.15}, False),
    KINETICS,
    kelvin=(200.0, 2000.0),
)  # fmt: skip
def goes(kelvin: float) -> bool:
    """Whether hot, confined ammonium nitrate explodes. T >= 573 K."""
    return kelvin >= RUNAWAY_K
