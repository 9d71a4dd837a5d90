"""Flame of a pool: how long it is, how far the wind leans it, how far it drags its foot.

Length: clean flames (LNG, alcohols) by Heskestad, which meets the large LNG fires that Thomas falls short of by 15 to
35 %; wind shortens them as Thomas found. Smoky flames by Thomas, without wind or with it, whichever is shorter.
Tilt: LNG by Johnson, who fitted the large land fires; other fuels by Rew and Hulbert.
"""

from math import pi, sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

GRAVITY_M_S2 = 9.81
AIR_KG_M3 = 1.2
AIR_KJ_M3 = 1.2 * 1.005 * 293.0  # heat of a cubic metre of air above absolute zero, 20 degC
AIR_VISCOSITY_M2_S = 1.5e-5
DEG = 180.0 / pi
THOMAS = "Thomas, 9th Symposium on Combustion 1963; SFPE Handbook, 3rd ed. 2002, ch. 3-11"
MUDAN = "Mudan, Prog. Energy Combust. Sci. 10 (1984) 59-80"


@states(
    "Heskestad, SFPE Handbook of Fire Protection Engineering, 3rd ed. 2002, ch. 2-1",
    Example("NIST Heskestad_Correlation_2: Q* = 1, 2.70 D", {"heat_release_kw": 1106.7, "diameter_m": 1.0}, 2.70, 0.01),
    heat_release_kw=(1.0, 5.0e8),
    diameter_m=(0.05, 300.0),
)
def heskestad_length_m(heat_release_kw: float, diameter_m: float) -> float:
    """Mean length of a flame in still air, m. L = D (3.718 Q*^0.4 - 1.02), Q* = Q / (rho cp T sqrt(g D) D^2); least 0.

    Handbooks round the factor to 3.7; 3.718 is that of the values which NIST gives.
    """
    q_star = heat_release_kw / (AIR_KJ_M3 * sqrt(GRAVITY_M_S2 * diameter_m) * diameter_m * diameter_m)
    return diameter_m * max(3.718 * exact.power(q_star, 0.4) - 1.02, 0.0)


@states(
    THOMAS,
    Example("LNG 35 m, 0.13 kg/(m2 s): physics reference, Montoir 2", {
        "burning_flux_kg_m2_s": 0.13, "diameter_m": 35.0}, 64.0, 0.03),
    burning_flux_kg_m2_s=(0.001, 0.3),
    diameter_m=(0.2, 300.0),
)  # fmt: skip
def thomas_length_m(burning_flux_kg_m2_s: float, diameter_m: float) -> float:
    """Length of a flame in still air, m. L = 42 D (m / (rho sqrt(g D)))^0.61."""
    return 42.0 * diameter_m * exact.power(_burning_number(burning_flux_kg_m2_s, diameter_m), 0.61)


@states(
    THOMAS,
    Example("1 m: m = rho sqrt(g D) / 1000 in a wind of u* = 1: 55 x 0.001^0.67", {
        "burning_flux_kg_m2_s": 0.0037585, "diameter_m": 1.0, "wind_m_s": 0.31323}, 0.5374, 2e-3),
    burning_flux_kg_m2_s=(0.001, 0.3),
    diameter_m=(0.2, 300.0),
    wind_m_s=(0.0, 25.0),
)  # fmt: skip
def thomas_windy_length_m(burning_flux_kg_m2_s: float, diameter_m: float, wind_m_s: float) -> float:
    """Length along the axis of a flame in wind, m. L = 55 D (m / (rho sqrt(g D)))^0.67 u*^-0.21, u* = `wind_number`.

    In still air the formula has no bound: `length_m` takes the shorter of this and the one without wind.
    """
    slowed = exact.power(max(wind_number(burning_flux_kg_m2_s, diameter_m, wind_m_s), 1.0e-6), -0.21)
    return 55.0 * diameter_m * exact.power(_burning_number(burning_flux_kg_m2_s, diameter_m), 0.67) * slowed


@states(
    f"{MUDAN}, with the density of air",
    Example("1 m, 0.12 kg/(m2 s): (9.81 x 0.12 / 1.2)^(1/3) = 0.99363 m/s", {
        "burning_flux_kg_m2_s": 0.12, "diameter_m": 1.0, "wind_m_s": 2.0}, 2.01282),
    burning_flux_kg_m2_s=(0.001, 0.3),
    diameter_m=(0.2, 300.0),
    wind_m_s=(0.0, 25.0),
)  # fmt: skip
def wind_number(burning_flux_kg_m2_s: float, diameter_m: float, wind_m_s: float) -> float:
    """Wind against the rise of the flame. u* = u / (g m D / rho)^(1/3)."""
    rise = exact.power(GRAVITY_M_S2 * burning_flux_kg_m2_s * diameter_m / AIR_KG_M3, 1.0 / 3.0)
    return wind_m_s / rise


@states(
    f"{THOMAS}; Heskestad, SFPE Handbook, 3rd ed. 2002, ch. 2-1",
    assumes=Text(
        "清洁火焰（LNG、醇类）的长度取 Heskestad，风使其缩短 u*^-0.21（Thomas 的风指数）；"
        "冒烟火焰取 Thomas 无风与有风两式中较短者",
        "A clean flame (LNG, alcohols) is as long as Heskestad says, shortened by wind as u*^-0.21 (the exponent of"
        " Thomas); a smoky one is the shorter of Thomas without and with wind",
    ),
    heat_release_kw=(1.0, 5.0e8),
    burning_flux_kg_m2_s=(0.001, 0.3),
    diameter_m=(0.2, 300.0),
    wind_m_s=(0.0, 25.0),
    example=Example("Montoir 1 in a wind of 4.8 m/s: 72 m seen", {
        "heat_release_kw": 6.2537e6, "burning_flux_kg_m2_s": 0.13, "diameter_m": 35.0, "wind_m_s": 4.8,
        "smoky": False}, 72.0, 0.25),
)  # fmt: skip
def length_m(
    heat_release_kw: float, burning_flux_kg_m2_s: float, diameter_m: float, wind_m_s: float, smoky: bool
) -> float:
    """Length along the axis, m, by the correlation that suits the fuel; never shorter than a tenth of the width.

    clean: L = Heskestad max(u*, 1)^-0.21; smoky: L = min(Thomas, Thomas in wind).
    """
    if smoky:
        still = thomas_length_m(burning_flux_kg_m2_s, diameter_m)
        length = min(still, thomas_windy_length_m(burning_flux_kg_m2_s, diameter_m, wind_m_s))
    else:
        wind = max(wind_number(burning_flux_kg_m2_s, diameter_m, wind_m_s), 1.0)
        length = heskestad_length_m(heat_release_kw, diameter_m) * exact.power(wind, -0.21)
    return max(length, 0.1 * diameter_m)


@states(
    "clean: Johnson, 24th Symposium on Combustion 1992 (LNG on land); smoky: Rew, Hulbert and Deaves 1997",
    Example("Phoenix LNG 1: 50 deg seen in 4.77 m/s over 20.7 m, sin 50 deg", {
        "diameter_m": 20.7, "wind_m_s": 4.77, "smoky": False}, 0.766, 0.06),
    diameter_m=(0.2, 300.0),
    wind_m_s=(0.0, 25.0),
)  # fmt: skip
def tilt_sine(diameter_m: float, wind_m_s: float, smoky: bool) -> float:
    """Sine of the angle between the axis and the vertical. tan a / cos a = c, so sin a = (sqrt(1 + 4 c^2) - 1) / (2 c).

    c = 0.7 Re^0.109 Fr^0.428 (clean) or 3.13 Fr^0.431 (smoky), Fr = u^2 / (g D), Re = u D / nu, u at 10 m.
    """
    froude = wind_m_s * wind_m_s / (GRAVITY_M_S2 * diameter_m)
    if froude <= 1.0e-9:
        return 0.0
    if smoky:
        lean = 3.13 * exact.power(froude, 0.431)
    else:
        reynolds = wind_m_s * diameter_m / AIR_VISCOSITY_M2_S
        lean = 0.7 * exact.power(reynolds, 0.109) * exact.power(froude, 0.428)
    return (sqrt(1.0 + 4.0 * lean * lean) - 1.0) / (2.0 * lean)


@states(
    "Moorhouse, IChemE Symp. Ser. 71 (1982) 165, cylinder; at least 1",
    Example("Montoir 1 in 4.8 m/s: 1.2 seen", {"diameter_m": 35.0, "wind_m_s": 4.8}, 1.2, 0.15),
    diameter_m=(0.2, 300.0),
    wind_m_s=(0.0, 25.0),
)
def drag_ratio(diameter_m: float, wind_m_s: float) -> float:
    """Length of the flame's foot along the wind over the width of the pool. D'/D = max(1, 1.5 Fr^0.069)."""
    froude = wind_m_s * wind_m_s / (GRAVITY_M_S2 * diameter_m)
    return max(1.0, 1.5 * exact.power(froude, 0.069)) if froude > 1.0e-9 else 1.0


def _burning_number(burning_flux_kg_m2_s: float, diameter_m: float) -> float:
    return burning_flux_kg_m2_s / (AIR_KG_M3 * sqrt(GRAVITY_M_S2 * diameter_m))
