"""TNT equivalence: the blast of a cloud as that of a charge of TNT on the ground. Good far off, too strong near by."""

from sim_core import exact
from sim_core.physics.table import log_log, logs
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CCPS = "CCPS Guidelines for Vapor Cloud Explosion, Pressure Vessel Burst, BLEVE and Flash Fire Hazards, 2nd ed. 2010"
SWISDAK = "Swisdak, Simplified Kingery Airblast Calculations, Naval Surface Warfare Center 1994, hemispherical burst"
BLAST_HEAT_J_KG = 4.68e6
AMBIENT_PA = 101_325.0
# Z = r / W^(1/3), m/kg^(1/3), from 0.1 at ten steps a decade -> overpressure / ambient: the chart as
# read in HyRAM+ 6.1 (Sandia).
LN_10 = 2.302585092994046
LN_FAR = tuple((k / 10.0 - 1.0) * LN_10 for k in range(27))
PRESSURE = (
    368.0, 291.0, 229.0, 171.0, 128.0, 92.5, 63.3, 46.2, 29.4, 19.2, 12.8, 7.66, 4.70, 2.65, 1.64, 1.00, 0.641, 0.405,
    0.284, 0.194, 0.142, 0.101, 0.0738, 0.0561, 0.0406, 0.0306, 0.0236,
)  # fmt: skip
LN_PRESSURE = logs(PRESSURE)
LAST = exact.exp(LN_FAR[-1])
FALL = -1.4066  # beyond the chart: slope of Kingery and Bulmash from Z = 23.8 on
# Polynomials in ln Z: (up to Z, coefficients); impulse in kPa ms/kg^(1/3), duration in ms/kg^(1/3).
IMPULSE = (
    (0.96, (5.522, 1.117, 0.600, -0.292, -0.087)),
    (2.38, (5.465, -0.308, -1.464, 1.362, -0.432)),
    (33.7, (5.2749, -0.4677, -0.2499, 0.0588, -0.00554)),
    (1.0e3, (5.9825, -1.062)),
)
DURATION = (
    (1.02, (0.5426, 3.2299, -1.5931, -5.9667, -4.0815, -0.9149)),
    (2.8, (0.5440, 2.7082, -9.7354, 14.3425, -9.7791, 2.8535)),
    (40.0, (-2.4608, 7.1639, -5.6215, 2.2711, -0.44994, 0.03486)),
)


@states(
    f"{CCPS}, ch. 6 (TNT equivalence); blast heat of TNT 4.68 MJ/kg",
    Example("1 kg of hydrogen, 3 %", {"mass_kg": 1.0, "heat_of_combustion_j_kg": 1.2e8, "efficiency": 0.03}, 0.76923),
    mass_kg=(1.0e-3, 1.0e8),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
    efficiency=(1.0e-3, 1.0),
)
def equivalent_kg(mass_kg: float, heat_of_combustion_j_kg: float, efficiency: float) -> float:
    """Mass of TNT of the same blast, kg. W = eta m Hc / 4.68e6; efficiency: 0.01 to 0.1, 0.03 by custom."""
    return efficiency * mass_kg * heat_of_combustion_j_kg / BLAST_HEAT_J_KG


@states(
    f"{SWISDAK}; Hopkinson scaling",
    Example("8 kg at 20 m", {"tnt_kg": 8.0, "distance_m": 20.0}, 10.0, 1e-9),
    tnt_kg=(1.0e-6, 1.0e9),
    distance_m=(0.1, 1.0e5),
)
def scaled_m_kg13(tnt_kg: float, distance_m: float) -> float:
    """Scaled distance, m/kg^(1/3). Z = r / W^(1/3)."""
    return distance_m / exact.power(tnt_kg, 1.0 / 3.0)


@states(
    f"{CCPS}, ch. 6, side-on overpressure of a TNT surface burst; beyond Z = 39.8 {SWISDAK}",
    Example("the chart at Z = 5", {"scaled": 5.0}, 0.4147 * AMBIENT_PA, 0.05),
    Text(
        "曲线由图读取，误差约 ±5 %；与 Kingery-Bulmash 拟合相差至多 8 %；Z<0.1 取 0.1 处的值",
        "read off the chart within 5 %, within 8 % of the fit to Kingery and Bulmash; flat nearer than Z = 0.1",
    ),
    scaled=(0.01, 1.0e3),
)
def overpressure_pa(scaled: float) -> float:
    """Peak side-on overpressure at Z, Pa. p = p0 chart(Z), beyond Z = 39.8 p ~ Z^-1.41; scaled: Z, m/kg^(1/3)."""
    chart = AMBIENT_PA * log_log(scaled, LN_FAR, LN_PRESSURE)
    return chart * exact.power(scaled / LAST, FALL) if scaled > LAST else chart


@states(
    f"{SWISDAK}, table of incident impulse",
    Example("10 t at 500 m: 295.877 kPa ms", {"scaled": 23.20794417, "tnt_kg": 1.0e4}, 295.877),
    scaled=(0.2, 158.7),
    tnt_kg=(1.0e-6, 1.0e9),
)
def impulse_pa_s(scaled: float, tnt_kg: float) -> float:
    """Side-on impulse of the positive phase, Pa s. i = W^(1/3) exp(polynomial of ln Z); scaled: Z, m/kg^(1/3)."""
    return _fit(IMPULSE, scaled) * exact.power(tnt_kg, 1.0 / 3.0)


@states(
    f"{SWISDAK}, table of positive phase duration",
    Example("10 t at 500 m: 133.233 ms", {"scaled": 23.20794417, "tnt_kg": 1.0e4}, 0.133233),
    scaled=(0.2, 40.0),
    tnt_kg=(1.0e-6, 1.0e9),
)
def positive_phase_s(scaled: float, tnt_kg: float) -> float:
    """How long the positive phase lasts, s. t = W^(1/3) exp(polynomial of ln Z) / 1000; scaled: Z, m/kg^(1/3).

    Beyond the fit, Z = 40, it holds its end value: a far wave hardly lengthens.
    """
    return _fit(DURATION, min(scaled, 40.0)) * exact.power(tnt_kg, 1.0 / 3.0) / 1000.0


def _fit(pieces: tuple[tuple[float, tuple[float, ...]], ...], scaled: float) -> float:
    ln_z = exact.log(max(scaled, 0.2))
    coefficients = next((c for up_to, c in pieces if scaled <= up_to), pieces[-1][1])
    value = 0.0
    for c in reversed(coefficients):
        value = value * ln_z + c
    return exact.exp(value)
