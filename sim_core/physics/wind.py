"""Wind: a mean with slow wander, gusts and one shift; its friction at the ground."""

from dataclasses import dataclass

from sim_core import exact

CALM_M_S = 0.05
GUST = 0.15  # training assumption 训练假设: relative standard deviation of a 20 s mean
STEADY_WANDER_RAD = 0.10  # training assumption 训练假设: slow wander in a strong wind ...
CALM_WANDER_M_S = 0.15  # ... plus this over the speed, the veering of light winds
MOST_WANDER_RAD = 0.60
SHIFT_RAMP_TICKS = 1200  # a shift takes a minute
# Friction velocity over wind at 10 m by stability A-F: 0.4 / ln(10 / 0.1) = 0.087 in D over a plant with
# a roughness of 0.1 m; more in sun, less at night: training assumption 训练假设.
DRAG_OF = {"A": 0.110, "B": 0.105, "C": 0.097, "D": 0.087, "E": 0.070, "F": 0.055}


@dataclass(frozen=True, slots=True)
class Wind:
    """Wind at 10 m. bearing: compass, clockwise from north, toward which it blows; u east, v north."""

    speed_m_s: float
    bearing_rad: float
    u_m_s: float
    v_m_s: float


def shift_share(tick: int, shift_tick: int, ramp_ticks: int) -> float:
    """How much of the shift has happened, 0..1, smooth at both ends (3 s^2 - 2 s^3)."""
    s = min(max((tick - shift_tick) / ramp_ticks, 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


def wind_at(base_speed_m_s: float, base_bearing_rad: float, turned_rad: float, gust: float, wander: float) -> Wind:
    """The wind now: mean, turned by (shift angle x shift_share), and two slow normal values held to +-3.

    Speed (1 + 0.15 gust), at least 0.05 m/s; bearing + (0.1 + 0.15 / speed, at most 0.6 rad) wander.
    """
    speed = max(base_speed_m_s * (1.0 + GUST * min(max(gust, -3.0), 3.0)), CALM_M_S)
    spread = min(STEADY_WANDER_RAD + CALM_WANDER_M_S / max(base_speed_m_s, CALM_M_S), MOST_WANDER_RAD)
    bearing = base_bearing_rad + turned_rad + spread * min(max(wander, -3.0), 3.0)
    return Wind(speed, bearing, speed * exact.sin(bearing), speed * exact.cos(bearing))


def friction_velocity_m_s(wind_10m_m_s: float, stability: str) -> float:
    """Friction velocity u* over a plant, m/s; stability A-F (Pasquill)."""
    return wind_10m_m_s * DRAG_OF[stability]
