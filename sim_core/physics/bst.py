"""Baker-Strehlow-Tang: blast of a vapour cloud by the speed of its flame, as curves over scaled distance.

The charts of the source in the reading published with HyRAM+ 6.1 (Sandia), set at even steps of log R, within 5 %.
"""

from sim_core import exact
from sim_core.physics.table import linear, log_log, logs
from sim_core.physics.validity import Example, states
from sim_core.text import Text

TANG = "Tang and Baker, A new set of blast curves from vapor cloud explosion, Process Safety Progress 18 (1999) 235-240"
CCPS = "CCPS Guidelines for Vapor Cloud Explosion, Pressure Vessel Burst, BLEVE and Flash Fire Hazards, 2nd ed. 2010"
AMBIENT_PA = 101_325.0
SOUND_M_S = 340.0
# Scaled distance R, from 0.1 to 10: pressure at 40 steps a decade to 0.63, where it is steep, then 20; impulse at 10.
LN_10 = 2.302585092994046
LN_FAR = tuple((s / 40.0 - 1.0) * LN_10 for s in (*range(33), *range(34, 81, 2)))
LN_FAR_IMPULSE = tuple((k / 10.0 - 1.0) * LN_10 for k in range(21))
NEAR, FAR = 0.1, 10.0
# Overpressure / ambient by flame Mach number Mf.
PRESSURE = {
    0.2: (
        0.0676, 0.068, 0.0683, 0.0677, 0.0675, 0.0669, 0.0688, 0.0692, 0.0691, 0.0691, 0.0691, 0.069, 0.069, 0.069,
        0.069, 0.069, 0.069, 0.0685, 0.0682, 0.0682, 0.0682, 0.0677, 0.0666, 0.066, 0.0618, 0.0593, 0.057, 0.0546,
        0.0525, 0.05, 0.0479, 0.0456, 0.0423, 0.04, 0.0345, 0.0321, 0.0284, 0.0252, 0.0218, 0.0198, 0.0179, 0.0159,
        0.0149, 0.0125, 0.0112, 0.00976, 0.00904, 0.00797, 0.00713, 0.00633, 0.00574, 0.00496, 0.00437, 0.00407,
        0.00351, 0.00305, 0.00296,
    ),
    0.35: (
        0.215, 0.214, 0.214, 0.217, 0.219, 0.219, 0.214, 0.215, 0.219, 0.219, 0.221, 0.224, 0.224, 0.224, 0.222, 0.222,
        0.222, 0.222, 0.222, 0.222, 0.219, 0.212, 0.206, 0.2, 0.194, 0.19, 0.182, 0.176, 0.171, 0.165, 0.156, 0.147,
        0.137, 0.125, 0.116, 0.102, 0.0908, 0.0827, 0.0729, 0.065, 0.0574, 0.0519, 0.0464, 0.0411, 0.0368, 0.033,
        0.0304, 0.0261, 0.0235, 0.0214, 0.0188, 0.0161, 0.0149, 0.0133, 0.0118, 0.0105, 0.00992,
    ),
    0.7: (
        0.689, 0.689, 0.683, 0.673, 0.673, 0.681, 0.673, 0.673, 0.672, 0.672, 0.672, 0.672, 0.667, 0.675, 0.687, 0.688,
        0.688, 0.687, 0.683, 0.669, 0.646, 0.633, 0.625, 0.589, 0.557, 0.544, 0.541, 0.496, 0.467, 0.46, 0.437, 0.418,
        0.403, 0.376, 0.344, 0.325, 0.309, 0.289, 0.255, 0.217, 0.187, 0.163, 0.14, 0.118, 0.114, 0.0937, 0.0882,
        0.0714, 0.0662, 0.0555, 0.0496, 0.044, 0.0378, 0.0331, 0.0296, 0.0257, 0.0228,
    ),
    1.0: (
        1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.29, 1.27, 1.26, 1.22,
        1.21, 1.21, 1.17, 1.1, 1.06, 1.05, 1.01, 0.976, 0.948, 0.898, 0.848, 0.794, 0.752, 0.677, 0.635, 0.589, 0.453,
        0.413, 0.329, 0.292, 0.261, 0.218, 0.194, 0.173, 0.149, 0.136, 0.118, 0.104, 0.0884, 0.0772, 0.0677, 0.0595,
        0.0542, 0.0473, 0.0401, 0.0354, 0.0311, 0.0278, 0.0243,
    ),
    1.4: (
        2.04, 2.04, 2.05, 2.06, 2.06, 2.04, 2.04, 2.04, 2.04, 2.04, 2.04, 2.02, 2.01, 2.01, 2, 1.98, 1.97, 1.94, 1.9,
        1.81, 1.75, 1.73, 1.58, 1.56, 1.38, 1.24, 1.16, 1.04, 0.968, 0.874, 0.79, 0.725, 0.669, 0.584, 0.513, 0.444,
        0.389, 0.343, 0.297, 0.255, 0.228, 0.2, 0.177, 0.152, 0.13, 0.114, 0.102, 0.0871, 0.0778, 0.0677, 0.0596,
        0.0487, 0.042, 0.0366, 0.0325, 0.0278, 0.0253,
    ),
    2.0: (
        5.07, 5.18, 5.13, 5.3, 5.31, 5.36, 5.44, 5.58, 5.71, 5.95, 5.96, 5.85, 5.81, 5.67, 5.51, 5.34, 5.08, 4.73, 4.2,
        3.21, 2.97, 2.31, 2.08, 1.76, 1.54, 1.36, 1.23, 1.08, 0.992, 0.925, 0.826, 0.737, 0.676, 0.589, 0.545, 0.45,
        0.403, 0.334, 0.304, 0.257, 0.231, 0.195, 0.175, 0.151, 0.133, 0.118, 0.1, 0.0882, 0.0766, 0.0673, 0.0585,
        0.0512, 0.0443, 0.039, 0.0347, 0.0297, 0.026,
    ),
    3.0: (
        5.07, 5.19, 5.25, 5.25, 5.26, 5.38, 5.53, 5.61, 5.68, 5.82, 5.82, 5.82, 5.81, 5.66, 5.91, 5.3, 5.48, 4.74, 4.42,
        3.33, 2.82, 2.3, 2.01, 1.68, 1.46, 1.32, 1.18, 1.04, 0.945, 0.859, 0.794, 0.741, 0.683, 0.577, 0.5, 0.448,
        0.392, 0.34, 0.299, 0.257, 0.225, 0.202, 0.174, 0.15, 0.134, 0.114, 0.0944, 0.0823, 0.0725, 0.0651, 0.0574,
        0.0491, 0.0423, 0.0363, 0.0318, 0.0281, 0.0253,
    ),
    4.0: (
        14.8, 14.8, 14.8, 14.8, 14.8, 14.8, 14.8, 14.8, 14.7, 14.5, 14.1, 13.3, 11.8, 9.11, 7.17, 5.66, 4.86, 4.82,
        4.02, 3.25, 2.75, 2.32, 1.94, 1.67, 1.5, 1.25, 1.09, 1.02, 0.941, 0.873, 0.834, 0.754, 0.695, 0.573, 0.516,
        0.445, 0.393, 0.342, 0.293, 0.257, 0.221, 0.195, 0.169, 0.15, 0.133, 0.119, 0.101, 0.0845, 0.0765, 0.0659,
        0.0592, 0.0509, 0.0443, 0.0387, 0.0335, 0.0291, 0.0251,
    ),
    5.2: (
        19.6, 20.1, 20.2, 20.2, 20.7, 20.6, 21.5, 21.2, 20.2, 20.9, 17.5, 10.6, 8.74, 7.26, 6.04, 5.14, 4.64, 4.08,
        3.41, 2.78, 2.42, 2.3, 2.21, 1.85, 1.6, 1.4, 1.26, 1.13, 1.06, 0.889, 0.812, 0.773, 0.669, 0.567, 0.519, 0.448,
        0.395, 0.338, 0.294, 0.267, 0.224, 0.191, 0.171, 0.153, 0.132, 0.117, 0.1, 0.0883, 0.0771, 0.0663, 0.0586,
        0.0509, 0.0465, 0.0396, 0.0343, 0.0304, 0.026,
    ),
}  # fmt: skip
# Impulse i c0 / (E^(1/3) p0^(2/3)) by Mf.
IMPULSE = {
    0.2: (
        0.0832, 0.0789, 0.0766, 0.0671, 0.0649, 0.0511, 0.0451, 0.0363, 0.0293, 0.0244, 0.0183, 0.0156, 0.012, 0.00947,
        0.00762, 0.00615, 0.00476, 0.00376, 0.00294, 0.00241, 0.00187,
    ),
    0.35: (
        0.142, 0.133, 0.123, 0.111, 0.0973, 0.0756, 0.0606, 0.0515, 0.0404, 0.0329, 0.0266, 0.0209, 0.017, 0.0132,
        0.0106, 0.0084, 0.00658, 0.00515, 0.00418, 0.00326, 0.0025,
    ),
    0.7: (
        0.208, 0.2, 0.17, 0.15, 0.121, 0.0847, 0.0688, 0.0565, 0.0455, 0.0377, 0.0297, 0.0236, 0.0189, 0.0149, 0.012,
        0.00947, 0.00754, 0.00574, 0.00482, 0.00375, 0.00294,
    ),
    1.0: (
        0.265, 0.223, 0.21, 0.152, 0.12, 0.0884, 0.0684, 0.0571, 0.0472, 0.0363, 0.0302, 0.0242, 0.0188, 0.0158, 0.0122,
        0.0101, 0.00754, 0.00625, 0.00496, 0.00395, 0.00323,
    ),
    1.4: (
        0.29, 0.247, 0.218, 0.166, 0.116, 0.0898, 0.0693, 0.0577, 0.0455, 0.0368, 0.0293, 0.0235, 0.0189, 0.0149,
        0.0119, 0.00922, 0.00739, 0.00597, 0.00465, 0.0037, 0.00298,
    ),
    2.0: (
        0.324, 0.28, 0.218, 0.168, 0.119, 0.0872, 0.0715, 0.0577, 0.0457, 0.038, 0.0301, 0.0255, 0.019, 0.0162, 0.0119,
        0.0102, 0.00773, 0.00611, 0.00498, 0.00402, 0.00303,
    ),
    4.0: (
        0.327, 0.294, 0.22, 0.173, 0.122, 0.0908, 0.0748, 0.0597, 0.0485, 0.0402, 0.0311, 0.0261, 0.0201, 0.0156, 0.013,
        0.01, 0.00787, 0.00636, 0.00508, 0.00407, 0.00313,
    ),
    5.2: (
        0.353, 0.29, 0.228, 0.169, 0.127, 0.0893, 0.0758, 0.059, 0.0513, 0.0391, 0.033, 0.0262, 0.0205, 0.017, 0.0132,
        0.0106, 0.00823, 0.00663, 0.00538, 0.0042, 0.00333,
    ),
}  # fmt: skip
LN_PRESSURE = {mach: logs(row) for mach, row in PRESSURE.items()}
LN_IMPULSE = {mach: logs(row) for mach, row in IMPULSE.items()}
# Mf by (reactivity, congestion) of flames that spread in 2, 2.5 and 3 dimensions. 5.2: detonation.
FLAME_MACH = {
    ("high", "high"): (5.2, 5.2, 5.2), ("high", "medium"): (5.2, 5.2, 5.2), ("high", "low"): (0.59, 0.47, 0.36),
    ("medium", "high"): (1.6, 1.0, 0.5), ("medium", "medium"): (0.66, 0.55, 0.44),
    ("medium", "low"): (0.47, 0.29, 0.11), ("low", "high"): (0.66, 0.5, 0.34), ("low", "medium"): (0.47, 0.35, 0.23),
    ("low", "low"): (0.079, 0.053, 0.026),
}  # fmt: skip
FREEDOMS = (2.0, 2.5, 3.0)
BETWEEN = Text(
    "相邻马赫数曲线之间按对数插值；R<0.1 取 0.1 处的值，R>10 按 1/R 衰减",
    "log-linear between the curves of neighbouring Mf; flat nearer than R = 0.1, falling as 1/R beyond 10",
)


@states(
    f"{TANG}; {CCPS}, ch. 6 (Sachs scaling)",
    Example("1 kg of hydrogen at 120 MJ/kg, doubled by the ground", {"energy_j": 2.4e8, "distance_m": 1.0}, 0.0750185),
    energy_j=(1.0e3, 1.0e15),
    distance_m=(0.01, 1.0e5),
    ambient_pa=(5.0e4, 1.1e5),
)
def scaled_distance(energy_j: float, distance_m: float, ambient_pa: float = AMBIENT_PA) -> float:
    """Sachs distance. R = r (p0 / E)^(1/3); E: energy with the doubling by the ground, J; r from the middle, m."""
    return distance_m * exact.power(ambient_pa / energy_j, 1.0 / 3.0)


@states(
    f"{CCPS}, ch. 6: a burst at the ground acts as one of twice the energy in free air",
    Example("1 kg of hydrogen", {"mass_kg": 1.0, "heat_of_combustion_j_kg": 1.2e8}, 2.4e8, 1e-12),
    mass_kg=(1.0e-3, 1.0e7),
    heat_of_combustion_j_kg=(1.0e6, 1.5e8),
)
def ground_energy_j(mass_kg: float, heat_of_combustion_j_kg: float) -> float:
    """Energy of a burst at the ground, J. E = 2 m Hc; m: fuel within the congested part, kg."""
    return 2.0 * mass_kg * heat_of_combustion_j_kg


@states(
    f"{TANG}, pressure chart",
    Example("chart, Mf 0.7 at R = 1", {"flame_mach": 0.7, "scaled": 1.0}, 0.3085, 0.05),
    BETWEEN,
    flame_mach=(0.2, 5.2),
    scaled=(1.0e-3, 1.0e4),
)
def overpressure(flame_mach: float, scaled: float) -> float:
    """Peak side-on overpressure as a share of ambient pressure. p/p0 = chart(Mf, R)."""
    return _read(flame_mach, scaled, LN_FAR, LN_PRESSURE)


@states(
    f"{TANG}, impulse chart",
    Example("chart, Mf 1.0 at R = 1", {"flame_mach": 1.0, "scaled": 1.0}, 0.0300, 0.05),
    BETWEEN,
    flame_mach=(0.2, 5.2),
    scaled=(1.0e-3, 1.0e4),
)
def impulse(flame_mach: float, scaled: float) -> float:
    """Side-on impulse of the positive phase, scaled. i c0 / (E^(1/3) p0^(2/3)) = chart(Mf, R)."""
    return _read(flame_mach, scaled, LN_FAR_IMPULSE, LN_IMPULSE)


@states(
    f"{TANG}; {CCPS}, ch. 6: the positive phase as a triangle",
    Example("2 i / p of the two charts at Mf 1, R 1", {"flame_mach": 1.0, "scaled": 1.0, "energy_j": 1.0e9}, 0.01158,
            0.05),
    flame_mach=(0.2, 5.2),
    scaled=(1.0e-3, 1.0e4),
    energy_j=(1.0e3, 1.0e15),
)  # fmt: skip
def positive_phase_s(flame_mach: float, scaled: float, energy_j: float) -> float:
    """How long the positive phase lasts, s. t = 2 i / p, i and p from the charts, a triangular pulse."""
    length_m = exact.power(energy_j / AMBIENT_PA, 1.0 / 3.0)
    return 2.0 * impulse(flame_mach, scaled) / overpressure(flame_mach, scaled) * length_m / SOUND_M_S


@states(
    "Pierorazio et al., An update to the Baker-Strehlow-Tang vapor cloud explosion prediction methodology flame speed"
    " table, Process Safety Progress 24 (2005) 59-65, table 2; 2-D: Baker et al. 1996",
    Example("table 2", {"reactivity": "medium", "congestion": "medium", "freedom": 3.0}, 0.44),
    freedom=(2.0, 3.0),
)
def flame_mach(reactivity: str, congestion: str, freedom: float) -> float:
    """Mach number of the flame. Mf = table(reactivity, congestion: high, medium, low; freedom: 2, 2.5 or 3 dimensions).

    Straight between the columns; a result below 0.2 has no curve: take 0.2. Raises KeyError for other words.
    """
    return linear(freedom, FREEDOMS, FLAME_MACH[reactivity, congestion])


def _read(mach: float, scaled: float, ln_xs: tuple[float, ...], curves: dict[float, tuple[float, ...]]) -> float:
    """The chart at (Mf, R), log-linear in both."""
    machs = tuple(curves)
    n = min(max(sum(m <= mach for m in machs) - 1, 0), len(machs) - 2)
    low, high = machs[n], machs[n + 1]
    held = min(max(scaled, NEAR), FAR)
    below, above = log_log(held, ln_xs, curves[low]), log_log(held, ln_xs, curves[high])
    share = min(max(exact.log(mach / low) / exact.log(high / low), 0.0), 1.0)
    value = below * exact.power(above / below, share)
    return value * FAR / scaled if scaled > FAR else value
