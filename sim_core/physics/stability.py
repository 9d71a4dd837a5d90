"""Stability: the Pasquill class of the air near the ground, from weather or from the Obukhov length, and back."""

from math import inf

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CLASSES = ("A", "B", "C", "D", "E", "F")
SKIES = ("strong", "moderate", "slight", "overcast", "cloudy_night", "clear_night")
WINDS_M_S = (2.0, 3.0, 5.0, 6.0)  # of Pasquill's table: a row holds below its wind
# Where the table names two classes (A-B), the more stable one: it gives the higher concentrations.
PASQUILL = ("ABBDFF", "BBCDEF", "BCCDDE", "CDDDDD", "CDDDDD")
SOLAR_W_M2 = (925.0, 675.0, 175.0)
SOLAR_WINDS_M_S = (2.0, 3.0, 5.0, 6.0)
SOLAR = ("AABD", "ABCD", "BBCD", "CCDD", "CDDD")
NIGHT_WINDS_M_S = (2.0, 2.5)
LAPSE_NIGHT, INVERSION_NIGHT = "EDD", "FED"
EPA_2000 = "US EPA-454/R-99-005, Meteorological Monitoring Guidance for Regulatory Modeling 2000, table 6-7"
GOLDER = "Golder 1972, Boundary-Layer Meteorology 3:47-58, as fitted in Pasquill, Atmospheric Diffusion, 2nd ed. 1974"
# 1/L = 1 / (a z0^b): class -> (a in m, b)
OBUKHOV = {"A": (-11.4, 0.10), "B": (-26.0, 0.17), "C": (-123.0, 0.30), "E": (123.0, 0.30), "F": (26.0, 0.17)}
YELLOW_BOOK = "TNO Yellow Book, CPR 14E, 3rd ed. 2005, ch. 4"
TNO_OBUKHOV = {  # L = a / lg(min(z0, 0.5) / b)
    "A": (33.162, 1117.0),
    "B": (32.258, 11.46),
    "C": (51.787, 1.324),
    "E": (-48.330, 1.262),
    "F": (-31.325, 19.36),
}
TNO_ROUGHEST_M = 0.5
LN10 = 2.302585092994046


@states(
    "Pasquill 1961, Meteorological Magazine 90:33-49, table 1; CCPS Guidelines for Consequence Analysis of Chemical "
    "Releases 1999",
    Example("Pasquill 1961: clear night, light wind", {"wind_10m_m_s": 2.5, "sky": "clear_night"}, "F"),
    assumes=Text("表中给出两级（如 A-B）处取较稳定的一级", "where the table names two classes, the more stable one"),
    wind_10m_m_s=(0.0, 60.0),
)
def class_of_sky(wind_10m_m_s: float, sky: str) -> str:
    """Pasquill class A-F = row of the wind, column of the sky, one of SKIES."""
    return PASQUILL[_row(WINDS_M_S, wind_10m_m_s)][SKIES.index(sky)]


@states(
    EPA_2000,
    Example("table 6-7: 4 m/s, 700 W/m2", {"wind_10m_m_s": 4.0, "solar_w_m2": 700.0}, "B"),
    wind_10m_m_s=(0.0, 60.0),
    solar_w_m2=(0.0, 1400.0),
)
def class_of_radiation(wind_10m_m_s: float, solar_w_m2: float) -> str:
    """Pasquill class A-D by day = row of the wind, column of the solar radiation on the ground (SRDT method)."""
    column = sum(1 for edge in SOLAR_W_M2 if solar_w_m2 < edge)
    return SOLAR[_row(SOLAR_WINDS_M_S, wind_10m_m_s)][column]


@states(
    EPA_2000,
    Example("table 6-7: inversion, 1.5 m/s", {"wind_10m_m_s": 1.5, "inversion": True}, "F"),
    wind_10m_m_s=(0.0, 60.0),
)
def class_of_night(wind_10m_m_s: float, inversion: bool) -> str:
    """Pasquill class D-F by night = column of the wind; inversion: whether the air warms between 2 and 10 m."""
    return (INVERSION_NIGHT if inversion else LAPSE_NIGHT)[_row(NIGHT_WINDS_M_S, wind_10m_m_s)]


@states(
    GOLDER,
    Example("GasDispersion.jl 2024, tests of the Obukhov length", {"stability": "B", "roughness_m": 1.2}, -26.81848),
    roughness_m=(1.0e-4, 2.0),
)
def obukhov_m(stability: str, roughness_m: float) -> float:
    """Obukhov length, m, inf in D. L = a z0^b."""
    if stability == "D":
        return inf
    a, b = OBUKHOV[stability]
    return a * exact.power(roughness_m, b)


@states(
    YELLOW_BOOK,
    Example("33.162 / lg(0.1 / 1117)", {"stability": "A", "roughness_m": 0.1}, -8.19210, 1e-5),
    roughness_m=(1.0e-4, 2.0),
)
def obukhov_tno_m(stability: str, roughness_m: float) -> float:
    """Obukhov length of the Yellow Book, m, inf in D. L = a / lg(min(z0, 0.5 m) / b)."""
    if stability == "D":
        return inf
    a, b = TNO_OBUKHOV[stability]
    return a * LN10 / exact.log(min(roughness_m, TNO_ROUGHEST_M) / b)


@states(
    GOLDER,
    Example("L of class E at this roughness", {"obukhov_m": 30.8, "roughness_m": 0.01}, "E"),
    assumes=Text("取 1/L 最接近的一级", "the class whose 1/L is nearest"),
    obukhov_m=(-inf, inf),
    roughness_m=(1.0e-4, 2.0),
)
def class_of_obukhov(obukhov_m: float, roughness_m: float) -> str:
    """Pasquill class A-F with the nearest 1/L; 1/L of a class = 1 / (a z0^b), 0 in D. obukhov_m: not 0."""
    inverse, nearest, least = 1.0 / obukhov_m, "D", abs(1.0 / obukhov_m)
    for stability, (a, b) in OBUKHOV.items():
        far = abs(inverse - 1.0 / (a * exact.power(roughness_m, b)))
        if far < least:
            nearest, least = stability, far
    return nearest


def _row(edges: tuple[float, ...], value: float) -> int:
    return sum(1 for edge in edges if value >= edge)
