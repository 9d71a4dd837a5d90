"""Air of the puff train: the wind over height near the ground, how it mixes and how it spreads what it carries."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

AIR_KG_MOL = 0.02896
AIR_J_KG_K = 1006.0
GAS_CONSTANT = 8.314462618
GRAVITY_M_S2 = 9.80665
KARMAN = 0.41
STABILITIES = ("A", "B", "C", "D", "E", "F")
FIT_HEIGHTS = tuple(exact.power(10.0, n / 8.0) for n in range(9))  # 1 to 10 m, where a heavy cloud lies
# delta of sigma_y = delta x^0.9 over 10 min, and the shortest time for which it may be scaled, s.
SPREAD = {"A": 0.423, "B": 0.313, "C": 0.210, "D": 0.136, "E": 0.102, "F": 0.0674}
SHORTEST_S = {"A": 18.4, "B": 18.4, "C": 18.4, "D": 18.3, "E": 11.4, "F": 4.6}
# Along the wind: sigma_x = a x^b (Beals 1971).
ALONG = {
    "A": (0.02, 1.22),
    "B": (0.02, 1.22),
    "C": (0.02, 1.22),
    "D": (0.04, 1.14),
    "E": (0.17, 0.97),
    "F": (0.17, 0.97),
}
# L = a z0^b, Pasquill's classes.
OBUKHOV = {"A": (-11.4, 0.10), "B": (-26.0, 0.17), "C": (-123.0, 0.30), "E": (123.0, 0.30), "F": (26.0, 0.17)}
DEGADIS = "DEGADIS 2.1 User's Guide, EPA-450/4-89-019 (1989)"


@dataclass(frozen=True, slots=True)
class Layer:
    """The air near the ground, but for the speed of its wind; made once for a weather by `layer`.

    exponent: a of u = u1 z^a. gamma: Gamma(1 / (1 + a)). share_1m: wind at 1 m over wind at 10 m. spread: delta of
    sigma_y = delta x^0.9. along: a, b of sigma_x = a x^b. per_obukhov_1_m: as far as it acts on mixing.
    """

    temperature_k: float
    pressure_pa: float
    exponent: float
    gamma: float
    share_1m: float
    per_obukhov_1_m: float
    spread: float
    along: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Air:
    """The air now: wind at 10 m (u east, v north), its friction at the ground, the layer near the ground."""

    u_m_s: float
    v_m_s: float
    friction_velocity_m_s: float
    layer: Layer


@states(
    "Pasquill, Atmospheric Diffusion, 2nd ed. 1974, as in " + DEGADIS,
    Example("by hand: -26.0 0.01^0.17", {"stability": "B", "roughness_m": 0.01}, 1.0 / -11.884),
    roughness_m=(1.0e-5, 3.0),
)
def per_obukhov_1_m(stability: str, roughness_m: float) -> float:
    """1/L, 1/m, of a Pasquill class A-F over ground of a roughness; 0 in D. L = a z0^b."""
    if stability == "D":
        return 0.0
    a, b = OBUKHOV[stability]
    return 1.0 / (a * exact.power(roughness_m, b))


@states(
    "Golder, Boundary-Layer Meteorol. 3 (1972) 47; bounds rounded",
    Example("Burro 8: L = 16.2 m", {"per_obukhov_1_m": 1.0 / 16.2}, "E"),
    Text("等级按奥布霍夫长度的圆整界限划分", "classes by rounded bounds of the Obukhov length"),
    per_obukhov_1_m=(-1.0, 1.0),
)
def stability_of(per_obukhov_1_m: float) -> str:
    """Pasquill class of 1/L. L > 0: F below 15 m, E below 150 m; L < 0: B above -10 m, C above -60 m; else D.

    That A is never given, and the bounds for bare ground: assumption.
    """
    if per_obukhov_1_m > 0.0:
        return "F" if per_obukhov_1_m > 1.0 / 15.0 else "E" if per_obukhov_1_m > 1.0 / 150.0 else "D"
    return "B" if per_obukhov_1_m < -1.0 / 10.0 else "C" if per_obukhov_1_m < -1.0 / 60.0 else "D"


def _psi(z_over_l: float) -> float:
    """Stability part of the wind profile (Businger-Dyer, Paulson 1970), -5 z/L when stable."""
    if z_over_l >= 0.0:
        return -5.0 * min(z_over_l, 1.0)
    x2 = exact.power(1.0 - 16.0 * z_over_l, 0.5)
    x = exact.power(x2, 0.5)
    lift = 2.0 * exact.log(0.5 + 0.5 * x) + exact.log(0.5 + 0.5 * x2)
    return lift - 2.0 * exact.atan2(x, 1.0) + 1.5707963267948966


@states(
    "Businger et al., J. Atmos. Sci. 28 (1971) 181; Paulson, J. Appl. Meteorol. 9 (1970) 857",
    Example(
        "by hand, neutral: 5 x 0.41 / ln(1000)",
        {"wind_10m_m_s": 5.0, "roughness_m": 0.01, "per_obukhov_1_m": 0.0},
        0.29677,
    ),
    wind_10m_m_s=(0.05, 40.0),
    roughness_m=(1.0e-5, 3.0),
    per_obukhov_1_m=(-1.0, 1.0),
)
def friction_velocity_m_s(wind_10m_m_s: float, roughness_m: float, per_obukhov_1_m: float) -> float:
    """u*, m/s, from the wind at 10 m. u* = k u10 / (ln(10/z0) - psi(10/L) + psi(z0/L))."""
    rise = exact.log(10.0 / roughness_m) - _psi(10.0 * per_obukhov_1_m) + _psi(roughness_m * per_obukhov_1_m)
    return KARMAN * wind_10m_m_s / max(rise, 1.0)


@states(
    "Businger et al., J. Atmos. Sci. 28 (1971) 181; power law fitted to it as in " + DEGADIS,
    Example(
        "by hand: neutral, u*/u10 = 0.04, u(1 m) = 0.7754 u10; the fit is close to the secant",
        {"wind_10m_m_s": 10.0, "friction_velocity_m_s": 0.4, "per_obukhov_1_m": 0.0},
        0.1105,
        0.03,
    ),
    wind_10m_m_s=(0.05, 40.0),
    friction_velocity_m_s=(0.001, 4.0),
    per_obukhov_1_m=(-1.0, 1.0),
)
def wind_exponent(wind_10m_m_s: float, friction_velocity_m_s: float, per_obukhov_1_m: float) -> float:
    """a of u = u1 z^a, at least 0.02: least squares of log u over log z on u(z) from 1 to 10 m, Businger-Dyer.

    u(z) = u10 - u*/k (ln(10/z) - psi(10/L) + psi(z/L)), held to at least a twentieth of u10.
    """
    xs = [exact.log(z) for z in FIT_HEIGHTS]
    ys = []
    for z, x in zip(FIT_HEIGHTS, xs, strict=True):
        less = (xs[-1] - x - _psi(10.0 * per_obukhov_1_m) + _psi(z * per_obukhov_1_m)) / KARMAN
        ys.append(exact.log(max(wind_10m_m_s - friction_velocity_m_s * less, 0.05 * wind_10m_m_s)))
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return min(max(over / sum((x - mean_x) * (x - mean_x) for x in xs), 0.02), 0.8)


@states(
    "Abramowitz & Stegun, Handbook of Mathematical Functions 1964, eq. 6.1.36",
    Example("Gamma(1/2) = sqrt(pi)", {"y": 0.5}, 1.7724538509, 1.0e-6),
    y=(0.1, 1.0),
)
def gamma(y: float) -> float:
    """Gamma(y), no unit. Gamma(y) = Gamma(1 + y) / y, a polynomial of eight terms for Gamma(1 + y)."""
    terms = (-0.577191652, 0.988205891, -0.897056937, 0.918206857, -0.756704078, 0.482199394, -0.193527818, 0.035868343)
    value = 0.0
    for term in reversed(terms):
        value = (value + term) * y
    return (1.0 + value) / y


@states(
    DEGADIS + "; Beals 1971 along the wind",
    Example(
        "by hand: 0.136 (18.3/600)^0.2; 10^-0.2",
        {
            "stability": "D",
            "per_obukhov_1_m": 0.0,
            "exponent": 0.2,
            "ambient_temperature_k": 293.15,
            "ambient_pressure_pa": 101325.0,
        },
        {"spread": 0.06769, "share_1m": 0.63096},
    ),
    Text(
        "不稳定空气的大涡短时只移动云团而不稀释：最短平均时间不计，10 分钟全计",
        "the large eddies of unstable air move a cloud about before they thin it: not counted in the shortest average, "
        "in full in that of 10 minutes",
    ),
    per_obukhov_1_m=(-1.0, 1.0),
    exponent=(0.0, 1.0),
    ambient_temperature_k=(223.0, 333.0),
    ambient_pressure_pa=(5.0e4, 1.1e5),
    averaging_s=(0.0, 3600.0),
)
def layer(
    stability: str,
    per_obukhov_1_m: float,
    exponent: float,
    ambient_temperature_k: float,
    ambient_pressure_pa: float,
    averaging_s: float = 0.0,
) -> Layer:
    """The layer of a weather. delta = delta10 (t / 600)^0.2, t >= the shortest of the class, which averaging_s 0 means.

    1/L < 0 acts on mixing with the share ln(t / shortest) / ln(600 / shortest).
    """
    shortest = SHORTEST_S[stability]
    time_s = max(averaging_s, shortest)
    share = min(exact.log(time_s / shortest) / exact.log(600.0 / shortest), 1.0)
    return Layer(
        temperature_k=ambient_temperature_k,
        pressure_pa=ambient_pressure_pa,
        exponent=exponent,
        gamma=gamma(1.0 / (1.0 + exponent)),
        share_1m=exact.power(10.0, -exponent),
        per_obukhov_1_m=per_obukhov_1_m * (share if per_obukhov_1_m < 0.0 else 1.0),
        spread=SPREAD[stability] * exact.power(time_s / 600.0, 0.2),
        along=ALONG[stability],
    )
