"""Wind: a mean with slow wander, gusts and one shift."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CALM_M_S = 0.05
GUST = 0.15
STEADY_WANDER_RAD = 0.10
CALM_WANDER_M_S = 0.15
MOST_WANDER_RAD = 0.60
SHIFT_RAMP_TICKS = 1200  # a shift takes a minute


@dataclass(frozen=True, slots=True)
class Wind:
    """Wind at 10 m. bearing: compass, clockwise from north, toward which it blows; u east, v north."""

    speed_m_s: float
    bearing_rad: float
    u_m_s: float
    v_m_s: float


@states(
    "smooth step of third degree (Bronshtein and Semendyayev, Handbook of Mathematics, 6th ed. 2015)",
    Example("half way", {"tick": 200, "shift_tick": 100, "ramp_ticks": 200}, 0.5),
    Text("风向转变历时 1 min", "a shift of the wind takes a minute"),
)
def shift_share(tick: int, shift_tick: int, ramp_ticks: int) -> float:
    """How much of the shift has happened, 0..1, smooth at both ends. f = 3 s^2 - 2 s^3."""
    s = min(max((tick - shift_tick) / ramp_ticks, 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


@states(
    "gusts of the order of Davenport's spectrum for a 20 s mean; veering of light winds as in Pasquill 1974, ch. 2",
    Example(
        "by hand: 4 m/s, one sigma of gust",
        {"base_speed_m_s": 4.0, "base_bearing_rad": 0.0, "turned_rad": 0.0, "gust": 1.0, "wander": 0.0},
        {"speed_m_s": 4.6, "v_m_s": 4.6},
    ),
    Text(
        "阵风相对标准差 0.15；风向摆动 0.1 rad 加 0.15 m/s 除以风速，最多 0.6 rad；最小 0.05 m/s",
        "gusts with a relative deviation of 0.15; bearing wanders by 0.1 rad plus 0.15 m/s over the speed, at most 0.6;"
        " the air is never slower than 0.05 m/s",
    ),
    base_speed_m_s=(0.0, 30.0),
    base_bearing_rad=(-13.0, 13.0),
    turned_rad=(-7.0, 7.0),
    gust=(-10.0, 10.0),
    wander=(-10.0, 10.0),
)
def wind_at(base_speed_m_s: float, base_bearing_rad: float, turned_rad: float, gust: float, wander: float) -> Wind:
    """The wind now: mean, turned by (shift angle x shift_share), and two slow normal values held to +-3.

    speed = base (1 + 0.15 gust); bearing = base + turned + (0.1 + 0.15 / base) wander.
    """
    speed = max(base_speed_m_s * (1.0 + GUST * min(max(gust, -3.0), 3.0)), CALM_M_S)
    spread = min(STEADY_WANDER_RAD + CALM_WANDER_M_S / max(base_speed_m_s, CALM_M_S), MOST_WANDER_RAD)
    bearing = base_bearing_rad + turned_rad + spread * min(max(wander, -3.0), 3.0)
    return Wind(speed, bearing, speed * exact.sin(bearing), speed * exact.cos(bearing))
