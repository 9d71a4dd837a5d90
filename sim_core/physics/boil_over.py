"""Boil-over: a hot zone sinks through burning crude until it meets the water below, which throws the oil out."""

from sim_core.physics.validity import Example, states
from sim_core.text import Text

LASTFIRE = "LASTFIRE Boilover Research, Position Paper and Practical Lessons Learned, issue 3, December 2016"
API_2021 = "API RP 2021 Management of Atmospheric Storage Tank Fires, 4th ed. 2001"
HOUR_S = 3600.0
HOT_ZONE_M_S = (0.3 / HOUR_S, 1.2 / HOUR_S)  # usual spread; up to 2 m/h seen
RETREAT_DIAMETERS = 10.0
STEAM_EXPANSION = 1500.0
# Seconds before the hot zone meets water, longest first -> what is seen and heard.
SIGNS = (
    (3600.0, Text("热像仪可见罐壁热线接近罐底", "thermal camera: the hot line on the shell nears the bottom")),
    (900.0, Text("液面发出油炸声，水蒸气间歇冒出", "a frying noise, puffs of steam")),
    (300.0, Text("火焰突然变亮变高，油沫溢出罐壁", "flames suddenly brighter and higher, slop-over at the rim")),
)
NONE = Text("无", "none")


@states(
    API_2021,
    Example("crude over water", {"wide_boiling": True, "full_surface": True, "water_m": 0.1}, True),
    water_m=(0.0, 10.0),
)
def can_happen(wide_boiling: bool, full_surface: bool, water_m: float) -> bool:
    """Whether a tank can boil over. = wide-boiling oil and a full-surface fire and water below."""
    return wide_boiling and full_surface and water_m > 0.0


@states(
    f"{API_2021}; {LASTFIRE}: the hot zone outruns the sinking surface",
    Example("0.8 + 0.2 m/h for 3 h", {"burning_s": 1.08e4, "hot_zone_m_s": 2.2222e-4, "burn_m_s": 5.5556e-5}, 3.0),
    burning_s=(0.0, 1.0e6),
    hot_zone_m_s=(0.0, 6.0e-4),
    burn_m_s=(0.0, 3.0e-4),
)
def front_m(burning_s: float, hot_zone_m_s: float, burn_m_s: float) -> float:
    """Depth of the hot front below the first surface, m. z = (hot zone + burn rate) t."""
    return (hot_zone_m_s + burn_m_s) * burning_s


@states(
    f"{API_2021}; {LASTFIRE}",
    Example("12 m at 0.8 + 0.2 m/h", {"oil_m": 12.0, "hot_zone_m_s": 2.2222e-4, "burn_m_s": 5.5556e-5}, 43200.0),
    Text(
        "热区下降 0.3–1.2 m/h（待确认），最高约 2 m/h；水层以上油深除以（热区速度 + 燃烧速度）",
        "hot zone 0.3 to 1.2 m/h (to be confirmed), at most about 2; water at the bottom alone, no pockets higher up",
    ),
    oil_m=(0.0, 30.0),
    hot_zone_m_s=(1.0e-5, 6.0e-4),
    burn_m_s=(0.0, 3.0e-4),
)
def time_s(oil_m: float, hot_zone_m_s: float, burn_m_s: float) -> float:
    """Time from full-surface fire to boil-over, s. t = oil depth over the water / (hot zone + burn rate)."""
    return oil_m / (hot_zone_m_s + burn_m_s)


@states(
    "Mass balance of the surface (ISO 80000-3:2019)",
    Example("0.045 kg/(m2 s) of 860 kg/m3", {"flux_kg_m2_s": 0.045, "density_kg_m3": 860.0}, 5.2326e-5),
    flux_kg_m2_s=(0.0, 0.2),
    density_kg_m3=(400.0, 1200.0),
)
def burn_m_s(flux_kg_m2_s: float, density_kg_m3: float) -> float:
    """How fast the surface burns down, m/s. v = m / rho."""
    return flux_kg_m2_s / density_kg_m3


@states(
    f"{LASTFIRE}; UK National Operational Guidance, boil-over",
    Example("ten minutes before", {"left_s": 600.0}, {"en": "a frying noise, puffs of steam"}),
    Text("征兆出现的时刻：前 60、15、5 分钟", "when the signs show: 60, 15 and 5 min before"),
    left_s=(0.0, 1.0e6),
)
def sign(left_s: float) -> Text:
    """What a watcher sees and hears left_s before it boils over. sign = the last whose time has come."""
    shown = [text for before, text in SIGNS if left_s <= before]
    return shown[-1] if shown else NONE


@states(
    f"{LASTFIRE}: burning oil may go ten tank diameters, farther downwind",
    Example("60 m tank", {"diameter_m": 60.0}, 600.0),
    Text("撤离半径 10 倍罐径（待确认）", "retreat of ten tank diameters (to be confirmed)"),
    diameter_m=(1.0, 150.0),
)
def retreat_m(diameter_m: float) -> float:
    """How far everybody must be away before it happens, m. r = 10 D."""
    return RETREAT_DIAMETERS * diameter_m
