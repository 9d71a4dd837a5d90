"""Breathing protection: how long the air of a set lasts, what a filter is good for, what gets inside."""

from sim_core.physics.validity import Example, states
from sim_core.text import Text

WORK_L_MIN = {"rest": 10.0, "light": 20.0, "moderate": 40.0, "heavy": 60.0, "very_heavy": 85.0}
"""Air breathed by work, L/min: ISO/TS 16976-1:2015 (classes of metabolic rate), rounded for a man."""
FILTER_MOST = {1: 0.001, 2: 0.005, 3: 0.01}
"""Most gas for a filter of class 1, 2, 3, by volume: EN 14387:2004+A1:2008, 4 and EN 529:2005, annex A."""
FILTER_LEAST_O2 = 0.17  # EN 529:2005; GB/T 18664-2002 asks for 0.195
FILTER_TEST_L_MIN = 30.0  # EN 14387:2004+A1:2008, 7.12
PROTECTION = {"none": 1.0, "half_mask": 10.0, "full_mask": 100.0, "powered": 1000.0, "scba": 10000.0}
"""Assigned protection factor: GB/T 18664-2002 table 3 (scba: above 1000, taken as 10000 of ANSI Z88.2-2015)."""
WHISTLE_BAR = 55.0  # EN 137:2006, 6.20.1; GA 124-2013, 5.14: (5.5 +- 0.5) MPa
ATMOSPHERE_BAR = 1.01325


@states(
    "EN 137:2006: air of a cylinder; ISO 4705 cylinders; compressibility of air at 300 bar 1.1 (NIST TN 1265)",
    Example("by hand: 6.8 L x (300/1.1 - 55) / 1.01325 / 40 L/min = 36.53 min", {
        "cylinder_l": 6.8, "pressure_bar": 300.0, "reserve_bar": 55.0, "use_l_min": 40.0}, 2191.8),
    assumes=Text("气瓶压缩系数在 200 bar 以上由 1 线性增至 1.1",
                 "compressibility of the air grows from 1 at 200 bar to 1.1 at 300 bar, in a straight line"),
    cylinder_l=(0.2, 20.0), pressure_bar=(0.0, 330.0), reserve_bar=(0.0, 200.0), use_l_min=(5.0, 200.0),
)  # fmt: skip
def air_left_s(cylinder_l: float, pressure_bar: float, reserve_bar: float, use_l_min: float) -> float:
    """How long the air of a breathing set lasts down to a reserve, s. t = V (p/z - pr/zr) / (p0 q)."""
    free = _free_bar(pressure_bar) - _free_bar(reserve_bar)
    return max(0.0, free) * cylinder_l / (ATMOSPHERE_BAR * use_l_min) * 60.0


def _free_bar(pressure_bar: float) -> float:
    """Pressure that an ideal gas of as much air would have."""
    return pressure_bar / (1.0 + 0.1 * max(0.0, pressure_bar - 200.0) / 100.0)


@states(
    "EN 137:2006: air of a cylinder",
    Example("1 min of 40 L/min out of 6.8 L", {"cylinder_l": 6.8, "use_l_min": 40.0, "dt_s": 60.0}, 5.96, 0.01),
    cylinder_l=(0.2, 20.0), use_l_min=(0.0, 200.0), dt_s=(0.0, 86400.0),
)  # fmt: skip
def pressure_drop_bar(cylinder_l: float, use_l_min: float, dt_s: float) -> float:
    """What breathing takes off the pressure of a cylinder, bar. dp = p0 q t / V; below 200 bar."""
    return ATMOSPHERE_BAR * use_l_min * dt_s / 60.0 / cylinder_l


@states(
    "EN 14387:2004+A1:2008 and EN 529:2005, annex A: classes of gas filters; least O2 17 %",
    Example("class 2 in 0.3 % of gas", {"o2_fraction": 0.20, "gas_fraction": 0.003, "filter_class": 2}, True),
    o2_fraction=(0.0, 1.0), gas_fraction=(0.0, 1.0),
)  # fmt: skip
def filter_allowed(o2_fraction: float, gas_fraction: float, filter_class: int) -> bool:
    """Whether a gas filter may be used: O2 >= 17 % and gas <= limit of its class (GB/T 18664 asks for 19.5 %)."""
    return o2_fraction >= FILTER_LEAST_O2 and gas_fraction <= FILTER_MOST[filter_class]


@states(
    "EN 14387:2004+A1:2008, table 2: breakthrough at 30 L/min, scaled by dose",
    Example("B2 in 0.1 % H2S, moderate work: 40 min of 0.5 % at 30 L/min", {
        "test_fraction": 0.005, "test_s": 2400.0, "gas_fraction": 0.001, "use_l_min": 40.0}, 9000.0),
    assumes=Text("滤毒时间与浓度和呼吸量成反比（同一吸附量）",
                 "the time of a filter goes with the inverse of concentration and flow (same mass held)"),
    test_fraction=(1.0e-5, 0.02), test_s=(60.0, 36000.0), gas_fraction=(1.0e-6, 0.02), use_l_min=(5.0, 200.0),
)  # fmt: skip
def filter_time_s(test_fraction: float, test_s: float, gas_fraction: float, use_l_min: float) -> float:
    """How long a gas filter holds, s. t = t_test (C_test 30)/(C q)."""
    return test_s * test_fraction * FILTER_TEST_L_MIN / (gas_fraction * use_l_min)


@states(
    "GB/T 18664-2002, table 3: assigned protection factor",
    Example("full mask", {"outside_fraction": 0.001, "protection": 100.0}, 1.0e-5),
    outside_fraction=(0.0, 1.0), protection=(1.0, 1.0e5),
)  # fmt: skip
def inside_fraction(outside_fraction: float, protection: float) -> float:
    """What of a gas gets inside a mask, by volume. C = C_outside / APF; lack of oxygen is not helped by a filter."""
    return outside_fraction / protection
