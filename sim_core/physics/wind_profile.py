"""Wind profile: wind at one height from the wind at another, by power law or by similarity in the surface layer."""

from math import inf, pi

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

# Exponents of the classes A to F.
EXPONENTS = {
    "rural": (0.07, 0.07, 0.10, 0.15, 0.35, 0.55),
    "urban": (0.15, 0.15, 0.20, 0.25, 0.30, 0.30),
    "urban_ccps": (0.15, 0.15, 0.20, 0.25, 0.40, 0.60),
    "degadis": (0.108, 0.112, 0.120, 0.142, 0.203, 0.253),
}
BUSINGER_KARMAN = 0.35
TNO_KARMAN = 0.4


@states(
    "US EPA-454/B-95-003b, ISC3 User's Guide vol. 2 1995, sec. 1.1.3 (rural, urban); CCPS Guidelines for Consequence "
    "Analysis of Chemical Releases 1999 (urban_ccps); Spicer and Havens 1989, DEGADIS 2.1 (degadis)",
    Example(
        "GasDispersion.jl 2024, tests of the power law",
        {"wind_m_s": 3.0, "from_height_m": 1.0, "height_m": 10.0, "stability": "F", "terrain": "degadis"},
        5.371817562,
        1e-6,
    ),
    wind_m_s=(0.0, 60.0),
    from_height_m=(0.3, 200.0),
    height_m=(0.3, 200.0),
)
def power_law_m_s(wind_m_s: float, from_height_m: float, height_m: float, stability: str, terrain: str) -> float:
    """Wind at height_m, m/s. u = u1 (z / z1)^p; terrain: of EXPONENTS."""
    exponent = EXPONENTS[terrain]["ABCDEF".index(stability)]
    return wind_m_s * exact.power(height_m / from_height_m, exponent)


@states(
    "Businger et al. 1971, J. Atmospheric Sciences 28:181-189; Paulson 1970, J. Applied Meteorology 9:857-861",
    Example(
        "stable: 3 / 0.35 (ln 10 + 4.7 x 10 / 123)",
        {"height_m": 10.0, "friction_velocity_m_s": 3.0, "roughness_m": 1.0, "obukhov_m": 123.0},
        23.01171,
    ),
    height_m=(0.01, 200.0),
    friction_velocity_m_s=(0.0, 3.0),
    roughness_m=(1.0e-4, 2.0),
    obukhov_m=(-inf, inf),
)
def businger_m_s(height_m: float, friction_velocity_m_s: float, roughness_m: float, obukhov_m: float) -> float:
    """Wind at height_m, m/s. u = u*/0.35 (ln(z/z0) - psi(z/L)), psi = -4.7 z/L, unstable as of Paulson; L: inf in D."""
    if height_m <= roughness_m:  # the profile begins at z0
        return 0.0
    shape = exact.log(height_m / roughness_m) - _psi(height_m / obukhov_m, 15.0, 4.7)
    return friction_velocity_m_s / BUSINGER_KARMAN * shape


@states(
    "as businger_m_s, solved for u*: Businger et al. 1971; Paulson 1970",
    Example(
        "neutral: 0.35 x 10 / ln 100",
        {"wind_m_s": 10.0, "height_m": 10.0, "roughness_m": 0.1, "obukhov_m": 1e9},
        0.760012,
    ),
    wind_m_s=(0.0, 60.0),
    height_m=(0.1, 200.0),
    roughness_m=(1.0e-4, 2.0),
    obukhov_m=(-inf, inf),
)
def friction_velocity_m_s(wind_m_s: float, height_m: float, roughness_m: float, obukhov_m: float) -> float:
    """Friction velocity from the wind at height_m, m/s. u* = 0.35 u / (ln(z/z0) - psi(z/L))."""
    return wind_m_s / businger_m_s(height_m, 1.0, roughness_m, obukhov_m)


@states(
    "TNO Yellow Book, CPR 14E, 3rd ed. 2005, eq. 4.32",
    Example(
        "neutral: 1 / 0.4 x ln 100",
        {"height_m": 10.0, "friction_velocity_m_s": 1.0, "roughness_m": 0.1, "obukhov_m": inf},
        11.512925,
    ),
    height_m=(0.01, 200.0),
    friction_velocity_m_s=(0.0, 3.0),
    roughness_m=(1.0e-4, 2.0),
    obukhov_m=(-inf, inf),
)
def tno_m_s(height_m: float, friction_velocity_m_s: float, roughness_m: float, obukhov_m: float) -> float:
    """Wind at height_m, m/s. u = u*/0.4 (ln(z/z0) - psi(z/L) + psi(z0/L)), psi = -5 z/L; L: inf in D."""
    if height_m <= roughness_m:
        return 0.0
    above, below = _psi(height_m / obukhov_m, 16.0, 5.0), _psi(roughness_m / obukhov_m, 16.0, 5.0)
    return friction_velocity_m_s / TNO_KARMAN * (exact.log(height_m / roughness_m) - above + below)


@states(
    "van Ulden 1978, Atmospheric Environment 12:2125-2129: a plume at the ground moves with the wind at 0.6 of its "
    "mean height",
    Example("no deeper than the instrument", {"sigma_z_m": 1.0, "wind_height_m": 2.0, "release_height_m": 0.5}, 2.0),
    assumes=Text("取羽流平均高度 = 0.8 sigma_z", "mean height of the plume = 0.8 sigma_z, that of half a bell curve"),
    sigma_z_m=(1.0e-3, 5000.0),
    wind_height_m=(0.3, 200.0),
    release_height_m=(0.0, 500.0),
)
def transport_height_m(sigma_z_m: float, wind_height_m: float, release_height_m: float) -> float:
    """Height whose wind carries the plume, m. z = 0.6 sqrt(2/pi) sz, not below the instrument or the release."""
    return max(0.47873 * sigma_z_m, wind_height_m, release_height_m)


def _psi(share: float, bend: float, slope: float) -> float:
    """psi(z/L): -slope z/L in stable air, Paulson's form with (1 - bend z/L)^(1/4) in unstable air."""
    if share >= 0.0:
        return -slope * share
    y = exact.power(1.0 - bend * share, 0.25)
    half, square = 0.5 * (1.0 + y), 0.5 * (1.0 + y * y)
    return 2.0 * exact.log(half) + exact.log(square) - 2.0 * exact.atan2(y, 1.0) + 0.5 * pi
