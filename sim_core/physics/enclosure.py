"""Enclosure: what the air of a confined space is made of: well mixed or in layers, with a fan, sources, a leak.

Fractions are by volume, 0..1, one for each species in an order that the caller keeps. All volumes and flows of gas are
told at the temperature and pressure of the air outside, so that they add up: `volume_m3` of warm gas is less content.
"""

from math import sqrt

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

GRAVITY = 9.80665
GAS_CONSTANT = 8.314462618  # J/(mol K), CODATA 2018
MIXED = "NIOSH 80-106 (1979), purging of a well-mixed space; ASHRAE Fundamentals 2017 ch. 16, dilution"
ORIFICE = 0.61  # sharp-edged crack: CFAST 7 Technical Reference NIST TN 1889v1 (2016), sec. 6.1
MUNK_ANDERSON = 10.0 / 3.0
MOLAR_KG = {
    "O2": 0.031999, "N2": 0.028013, "CO2": 0.04401, "CO": 0.02801, "H2O": 0.018015, "CH4": 0.016043, "H2S": 0.03408,
    "NH3": 0.017031, "CL2": 0.070906, "SO2": 0.064064, "HCN": 0.027025, "H2": 0.002016, "C3H8": 0.044096,
    "C6H6": 0.078112, "VAPOUR": 0.068,
}  # fmt: skip
"""kg/mol, CIAAW 2021; VAPOUR: petrol vapour, EPA AP-42 (2020) ch. 7.1, table 7.1-2 (62 to 69 kg/kmol)."""
SPECIES = tuple(MOLAR_KG)

Fractions = tuple[float, ...]


@states(
    "ideal gas, CODATA 2018",
    Example("1 kg of air (0.02897 kg/mol) at 20 C", {
        "flow_kg_s": 1.0, "molar_kg": 0.02897, "temperature_k": 293.15, "pressure_pa": 101325.0}, 0.8304),
    flow_kg_s=(-1.0e4, 1.0e4), molar_kg=(0.002, 0.5), temperature_k=(200.0, 2000.0), pressure_pa=(5.0e4, 5.0e5),
)  # fmt: skip
def volume_flow_m3_s(flow_kg_s: float, molar_kg: float, temperature_k: float, pressure_pa: float) -> float:
    """Volume of a mass flow of gas, m3/s. V = m R T / (M p)."""
    return flow_kg_s * GAS_CONSTANT * temperature_k / (molar_kg * pressure_pa)


@states(
    "definition: an analyser behind a drier (EN 14789:2017, 6.3)",
    Example("17 % of O2 in a gas with 4 % of steam", {"fraction": 0.17, "steam_fraction": 0.04}, 0.177083),
    fraction=(0.0, 1.0), steam_fraction=(0.0, 0.99),
)  # fmt: skip
def dry_fraction(fraction: float, steam_fraction: float) -> float:
    """What an analyser that dries its sample reads, by volume. x = y / (1 - y_H2O)."""
    return fraction / (1.0 - steam_fraction)


@states(
    MIXED,
    Example("900 ft3 with 7 % O2, 300 cfm of air with 21 %, after 10 min", {
        "initial_fraction": 0.07, "inlet_fraction": 0.21, "inflow_m3_s": 1.0, "volume_m3": 180.0,
        "mixing_factor": 1.0, "duration_s": 600.0}, 0.2050, 1.0e-3),
    initial_fraction=(0.0, 1.0), inlet_fraction=(0.0, 1.0), inflow_m3_s=(0.0, 1.0e3), volume_m3=(0.1, 1.0e6),
    mixing_factor=(0.05, 1.0), duration_s=(0.0, 1.0e6),
)  # fmt: skip
def purged_fraction(
    initial_fraction: float, inlet_fraction: float, inflow_m3_s: float, volume_m3: float, mixing_factor: float,
    duration_s: float,
) -> float:  # fmt: skip
    """Fraction after so long of purging. C = Cin + (C0 - Cin) exp(-K Q t / V); K: share of the flow that mixes."""
    left = exact.exp(-mixing_factor * inflow_m3_s * duration_s / volume_m3)
    return inlet_fraction + (initial_fraction - inlet_fraction) * left


@states(
    MIXED,
    Example("100 m3 inerted with 10 m3/min of N2 to 8 % O2: 9.603 min", {
        "initial_fraction": 0.209, "inlet_fraction": 0.0, "wanted_fraction": 0.08, "inflow_m3_s": 1.0 / 6.0,
        "volume_m3": 100.0, "mixing_factor": 1.0}, 576.18),
    initial_fraction=(0.0, 1.0), inlet_fraction=(0.0, 1.0), wanted_fraction=(0.0, 1.0), inflow_m3_s=(1.0e-6, 1.0e3),
    volume_m3=(0.1, 1.0e6), mixing_factor=(0.05, 1.0),
)  # fmt: skip
def purge_time_s(
    initial_fraction: float, inlet_fraction: float, wanted_fraction: float, inflow_m3_s: float, volume_m3: float,
    mixing_factor: float,
) -> float:  # fmt: skip
    """How long a purge takes, s. t = V/(K Q) ln((C0 - Cin)/(C - Cin)).

    ValueError: the inlet does not lead there.
    """
    ratio = (initial_fraction - inlet_fraction) / (wanted_fraction - inlet_fraction)
    if ratio < 1.0:
        raise ValueError("this inlet does not lead to that fraction")
    return volume_m3 / (mixing_factor * inflow_m3_s) * exact.log(ratio)


@states(
    MIXED + "; mass balance of each species, solved exactly for constant flows",
    inflow_m3_s=(0.0, 1.0e3), content_m3=(0.01, 1.0e6), dt_s=(0.0, 1.0e6),
)  # fmt: skip
def mixed_step(
    fractions: Fractions, inlet: Fractions, sources_m3_s: Fractions, inflow_m3_s: float, content_m3: float, dt_s: float
) -> Fractions:
    """Fractions of a vented, well-mixed space dt later: what comes in displaces the mixture at constant pressure.

    N dy/dt = Q (x - y) + s - y sum(s): exact for constant N, Q, s; sources may be negative (what a fire takes); where
    they take more than the fan brings, `inlet` makes up. Never below 0.
    Example: tests/sim_core/test_physics_enclosure.py
    """
    produced = sum(sources_m3_s)
    inflow = max(inflow_m3_s, -produced)
    through = (inflow + produced) / content_m3
    if through * dt_s < 1.0e-9:
        return tuple(
            max(0.0, y + dt_s * (inflow * x + s - y * (inflow + produced)) / content_m3)
            for y, x, s in zip(fractions, inlet, sources_m3_s, strict=True)
        )
    left = exact.exp(-through * dt_s)
    share = (1.0 - left) / (inflow + produced)
    return tuple(
        max(0.0, y * left + share * (inflow * x + s)) for y, x, s in zip(fractions, inlet, sources_m3_s, strict=True)
    )


@states(
    "stack flow through two openings, CIBSE Guide A (2015) sec. 4; leakage spread evenly over the height",
    Example("33 cm2, 4.5 m, 100 K warmer: dp = 0.5 x 1.2 g H dT/T each way", {
        "leakage_m2": 0.0033, "height_m": 4.5, "warm_k": 393.15, "outside_k": 293.15}, 0.003372, 0.01),
    leakage_m2=(0.0, 100.0), height_m=(0.1, 100.0), warm_k=(200.0, 1500.0), outside_k=(200.0, 350.0),
)  # fmt: skip
def stack_flow_m3_s(leakage_m2: float, height_m: float, warm_k: float, outside_k: float) -> float:
    """Air that buoyancy draws through the leaks of a warm space, m3/s. Q = C A/2 sqrt(g H (T - Ta)/T), 0 when cold."""
    if warm_k <= outside_k:
        return 0.0
    return ORIFICE * 0.5 * leakage_m2 * sqrt(GRAVITY * height_m * (warm_k - outside_k) / warm_k)


@states(
    "stable: Munk & Anderson, J. Marine Res. 7 (1948) 276; unstable: Epstein, J. Heat Transfer 110 (1988) 885, "
    "counter-flow through a wide opening, Fr = 0.055",
    Example("neutral: as stirred", {
        "stirred_m3_s": 0.1, "lower_kg_m3": 1.2, "upper_kg_m3": 1.2, "depth_m": 1.0, "area_m2": 4.0}, 0.1),
    assumes=Text("相邻两层间的中性交换量由情景给定，并以其除以面积为混合速度",
                 "the exchange of neutral layers is given by the scenario, and over the area is the mixing velocity"),
    stirred_m3_s=(1.0e-6, 100.0), lower_kg_m3=(0.05, 20.0), upper_kg_m3=(0.05, 20.0), depth_m=(0.05, 50.0),
    area_m2=(0.01, 1.0e4),
)  # fmt: skip
def exchange_m3_s(stirred_m3_s: float, lower_kg_m3: float, upper_kg_m3: float, depth_m: float, area_m2: float) -> float:
    """Exchange of two layers of gas, m3/s each way; heavy gas below hinders, heavy gas above overturns.

    Stable: E = E0 (1 + 10/3 Ri)^(-3/2), Ri = g d (rho_l - rho_u)/rho / (E0/A)^2. Unstable: E0 + 0.055 sqrt(g' D^5).
    """
    mean = 0.5 * (lower_kg_m3 + upper_kg_m3)
    reduced = GRAVITY * (lower_kg_m3 - upper_kg_m3) / mean
    if reduced >= 0.0:
        speed = stirred_m3_s / area_m2
        damped = 1.0 + MUNK_ANDERSON * reduced * depth_m / (speed * speed)
        return stirred_m3_s / (damped * sqrt(damped))
    wide = sqrt(area_m2)
    return stirred_m3_s + 0.055 * area_m2 * sqrt(-reduced * wide)


@states(
    MIXED + "; layers as boxes in a row, implicit step (backward Euler), stable at any dt",
    dt_s=(0.0, 3600.0),
)  # fmt: skip
def column_step(
    zones: tuple[Fractions, ...], contents_m3: Fractions, exchange_m3_s: Fractions, inflow_m3_s: Fractions,
    inlet: Fractions, outside: Fractions, sources_m3_s: tuple[Fractions, ...], dt_s: float,
) -> tuple[Fractions, ...]:  # fmt: skip
    """Fractions of 2 to 4 layers, lowest first, dt later; the opening is at the top, the fan may blow in or draw out.

    exchange_m3_s: between neighbours (one less than zones). inflow_m3_s: of the fan into each, negative: drawn out.
    (V_i/dt + out_i) y_i' - in_(i+-1) y_(i+-1)' = V_i/dt y_i + q_i x + s_i; what a zone has too much moves up, what it
    lacks comes down, from `outside` through the opening. Keeps sums at 1.
    Example: tests/sim_core/test_physics_enclosure.py
    """
    top = len(zones) - 1
    below, diagonal, above, right = [0.0] * (top + 1), [0.0] * (top + 1), [0.0] * (top + 1), []
    rising = under = 0.0  # net flow up out of the zone below, exchange with it
    for i, zone in enumerate(zones):
        blown, made, kept = inflow_m3_s[i], sources_m3_s[i], contents_m3[i] / dt_s
        over = exchange_m3_s[i] if i < top else 0.0
        whole = kept + under + over - min(rising, 0.0) - min(blown, 0.0)
        below[i] = -under - max(rising, 0.0)
        rising += blown + sum(made)
        diagonal[i] = whole + max(rising, 0.0)
        above[i] = -over + min(rising, 0.0)
        row = [kept * y + s for y, s in zip(zone, made, strict=True)]
        if blown > 0.0:
            row = [r + blown * x for r, x in zip(row, inlet, strict=True)]
        if i == top and rising < 0.0:
            row = [r - rising * x for r, x in zip(row, outside, strict=True)]
        right.append(row)
        under = over
    for i in range(1, top + 1):
        factor = below[i] / diagonal[i - 1]
        diagonal[i] -= factor * above[i - 1]
        right[i] = [r - factor * b for r, b in zip(right[i], right[i - 1], strict=True)]
    over_it = [r / diagonal[top] for r in right[top]]
    solved = [over_it]
    for i in range(top - 1, -1, -1):
        factor, whole = above[i], diagonal[i]
        over_it = [(r - factor * o) / whole for r, o in zip(right[i], over_it, strict=True)]
        solved.append(over_it)
    return tuple(tuple([v if v > 0.0 else 0.0 for v in zone]) for zone in reversed(solved))


@states(
    "mass balance of the gas freed: rises within 20-120 s of stirring and tails off, 1 source of 1 scenario",
    Example("all of 1 kg comes out: the integral's rate at its peak", {
        "freed_kg": 1.0, "since_s": 55.452, "rise_s": 30.0, "decay_s": 120.0}, 0.0052497),
    assumes=Text("淤泥被搅动后硫化氢的释放：双指数形状、约 20 至 120 秒达峰，依据事故调查而定，非实测定律",
                 "H2S freed by stirred sludge: two exponentials that peak after some 20 to 120 s, after reports of "
                 "accidents; not a measured law"),
    freed_kg=(0.0, 1.0e3), since_s=(0.0, 1.0e6), rise_s=(1.0, 600.0), decay_s=(2.0, 36000.0),
)  # fmt: skip
def sludge_flow_kg_s(freed_kg: float, since_s: float, rise_s: float, decay_s: float) -> float:
    """H2S out of stirred sludge since_s after it, kg/s. S = M (e^(-t/td) - e^(-t/tr)) / (td - tr), td > tr."""
    return freed_kg * (exact.exp(-since_s / decay_s) - exact.exp(-since_s / rise_s)) / (decay_s - rise_s)


@states(
    MIXED,
    Example("5 m3 pit to 150 ppm", {"fraction": 150.0e-6, "volume_m3": 5.0, "molar_kg": 0.03408,
                                    "temperature_k": 293.15, "pressure_pa": 101325.0}, 1.0625e-3),
    fraction=(0.0, 1.0), volume_m3=(0.01, 1.0e6), molar_kg=(0.002, 0.5), temperature_k=(200.0, 2000.0),
    pressure_pa=(5.0e4, 5.0e5),
)  # fmt: skip
def held_kg(fraction: float, volume_m3: float, molar_kg: float, temperature_k: float, pressure_pa: float) -> float:
    """Mass of a gas that a space holds at a fraction, kg. m = y V p M / (R T)."""
    return fraction * volume_m3 * pressure_pa * molar_kg / (GAS_CONSTANT * temperature_k)
