"""Sensor: what a gas detector makes of the air at its head: lag, range, foreign gases, lack of oxygen, poison, drift.

Kinds: catalytic and infrared (%LEL), open path (LEL m), electrochemical (ppm).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

LN10 = 2.302585092994046
FULL_OXYGEN = 0.10  # a bead needs a tenth of oxygen by volume
POISON_HALF_PPM_S = 36_000.0
FAULTS = ("none", "dead", "frozen", "full_scale")
# %LEL shown for each %LEL of the gas by a head set with methane.
CATALYTIC = {
    "methane": 1.0, "lng": 1.0, "hydrogen": 1.1, "ammonia": 1.1, "carbon_monoxide": 0.8, "ethylene": 0.75,
    "methanol": 0.65, "ethanol": 0.55, "propane": 0.55, "lpg": 0.55, "butane": 0.55, "acetone": 0.5,
    "acrylonitrile": 0.5, "vinyl_chloride": 0.55, "hexane": 0.4, "heptane": 0.38, "petrol": 0.45, "naphtha": 0.42,
    "crude": 0.45, "benzene": 0.45, "toluene": 0.4, "xylene": 0.35, "kerosene": 0.3, "diesel": 0.25,
    "hydrogen_sulfide": 0.4,
}  # fmt: skip
INFRARED = {
    "propane": 1.0, "lpg": 1.0, "butane": 1.0, "hexane": 1.0, "heptane": 1.0, "petrol": 1.0, "naphtha": 1.0,
    "crude": 0.9, "methane": 0.6, "lng": 0.6, "ethylene": 0.4, "methanol": 0.7, "ethanol": 0.9, "acetone": 0.4,
    "benzene": 0.4, "toluene": 0.5, "xylene": 0.6, "vinyl_chloride": 0.4, "acrylonitrile": 0.2, "kerosene": 0.8,
    "diesel": 0.7, "hydrogen": 0.0, "carbon_monoxide": 0.0, "ammonia": 0.0, "hydrogen_sulfide": 0.0,
}  # fmt: skip
# cell -> gas -> ppm shown for each ppm of the gas; bounds of the table ("< 60 %") are taken as they stand.
CROSS = {
    "carbon_monoxide": {"carbon_monoxide": 1.0, "hydrogen_sulfide": 0.10, "sulfur_dioxide": 0.10, "chlorine": 0.10,
                        "hydrogen": 0.60, "ethylene": 0.50},
    "hydrogen_sulfide": {"hydrogen_sulfide": 1.0, "carbon_monoxide": 0.10, "sulfur_dioxide": 0.15, "chlorine": -0.25},
    "sulfur_dioxide": {"sulfur_dioxide": 1.0, "chlorine": 0.05},
    "chlorine": {"chlorine": 1.0, "hydrogen_sulfide": -0.20},
    "ammonia": {"ammonia": 1.0, "hydrogen_sulfide": 1.30, "sulfur_dioxide": 0.70, "chlorine": -0.50},
}  # fmt: skip
RELATIVE = Text(
    "催化与红外探头的相对响应为常见厂家数值的训练取值",
    "relative responses of catalytic and infrared heads are training values of the usual order",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a display shows. over_range: whether the truth of the head lies above its range."""

    shown: float
    over_range: bool


@states(
    "first-order lag, e.g. IEC 60079-29-1:2016, t90; time constant t90 / ln 10",
    Example("a whole t90", {"period_s": 30.0, "t90_s": 30.0}, 0.9, 1e-6),
    period_s=(0.0, 3600.0),
    t90_s=(0.1, 600.0),
)
def lag_share(period_s: float, t90_s: float) -> float:
    """Share of a step that shows after one period. s = 1 - exp(-ln 10 t / t90)."""
    return 1.0 - exact.exp(-LN10 * period_s / t90_s)


@states(
    "first-order lag, e.g. IEC 60079-29-1:2016, t90",
    Example("a quarter of the way", {"value": 10.0, "target": 50.0, "share": 0.25}, 20.0),
    value=(-1.0e6, 1.0e6),
    target=(-1.0e6, 1.0e6),
    share=(0.0, 1.0),
)
def lagged(value: float, target: float, share: float) -> float:
    """The value of the head one period later. v' = v + s (target - v)."""
    return value + share * (target - value)


@states(
    "form: what burns on the bead is bounded by the oxygen for it; IEC 60079-29-2:2015 on lack of oxygen",
    Example("methane at half its LEL in air", {"fraction": 0.025, "o2_fraction": 0.204, "oxygen_mol": 2.0,
                                               "lfl": 0.05, "relative": 1.0}, 50.0),
    assumes=Text("氧低于 10 % 时催化读数按比例下降", "below 10 % of oxygen a catalytic reading falls in proportion"),
    fraction=(0.0, 1.0),
    o2_fraction=(0.0, 1.0),
    oxygen_mol=(0.1, 30.0),
    lfl=(0.001, 0.5),
    relative=(0.0, 3.0),
)  # fmt: skip
def catalytic_lel(fraction: float, o2_fraction: float, oxygen_mol: float, lfl: float, relative: float) -> float:
    """Signal of a catalytic head, %LEL, not held to its range. S = 100 k min(c, O2 / nu) min(O2 / 0.1, 1) / LFL.

    oxygen_mol: nu, O2 burnt by a mol of gas; relative: of CATALYTIC. In rich gas the signal falls back to 0, which
    looks like clean air.
    """
    burns = min(fraction, o2_fraction / oxygen_mol)
    return 100.0 * relative * burns * min(o2_fraction / FULL_OXYGEN, 1.0) / lfl


@states(
    "Beer-Lambert, linearised by the instrument; IEC 60079-29-2:2015",
    Example("propane at half its LEL", {"fraction": 0.0105, "lfl": 0.021, "relative": 1.0}, 50.0),
    assumes=RELATIVE,
    fraction=(0.0, 1.0),
    lfl=(0.001, 0.5),
    relative=(0.0, 3.0),
)
def infrared_lel(fraction: float, lfl: float, relative: float) -> float:
    """Signal of an infrared head, %LEL, whatever the oxygen. S = 100 k c / LFL; relative: of INFRARED."""
    return 100.0 * relative * fraction / lfl


@states(
    "definition: IEC 60079-29-4:2009, integral concentration; rule of the mean over equal steps",
    path_m=(0.1, 500.0),
    lfl=(0.001, 0.5),
    relative=(0.0, 3.0),
)
def open_path_lel_m(fractions: Sequence[float], path_m: float, lfl: float, relative: float) -> float:
    """Signal of an open path, LEL m. S = k L mean(c) / LFL; fractions: at places evenly spread over the path.

    Example: tests/sim_core/test_physics_sensor.py
    """
    return relative * path_m * sum(fractions) / (len(fractions) * lfl)


@states(
    "Biosystems PhD reference manual 13-027, appendix E, from City Technology, Product Data Handbook 1992",
)
def electrochemical_ppm(cell: str, ppm: Mapping[str, float]) -> float:
    """Signal of an electrochemical cell, ppm, which may be below 0. S = sum of k_i c_i; cell: a key of CROSS.

    ppm: gas -> concentration; gases that the table does not know leave the cell cold.
    Example: tests/sim_core/test_physics_sensor.py
    """
    answers = CROSS[cell]
    return sum(answers[gas] * ppm[gas] for gas in answers if gas in ppm)


@states(
    "no source",
    Example("half is left after 36 000 ppm s", {"sensitivity": 1.0, "poison_ppm": 600.0, "period_s": 60.0}, 0.5),
    assumes=Text(
        "催化探头每受 36 000 ppm·s 的硅酮等毒物，灵敏度减半",
        "a catalytic head loses half of its sensitivity for each 36 000 ppm s of silicones and the like",
    ),
    sensitivity=(0.0, 1.0),
    poison_ppm=(0.0, 1.0e6),
    period_s=(0.0, 3600.0),
)
def poisoned(sensitivity: float, poison_ppm: float, period_s: float) -> float:
    """Sensitivity of a bead after a period in poison, 0..1. k' = k 2^(-c t / 36 000 ppm s)."""
    return sensitivity * exact.power(2.0, -poison_ppm * period_s / POISON_HALF_PPM_S)


@states(
    "form: linear in the days since calibration, IEC 60079-29-1:2016 on long-term stability",
    Example("50 seen by a head that lost 10 % and stands 2 too high", {"value": 50.0, "zero": 2.0, "span": 0.9}, 47.0),
    value=(-1.0e6, 1.0e6),
    zero=(-1.0e4, 1.0e4),
    span=(0.0, 2.0),
)
def drifted(value: float, zero: float, span: float) -> float:
    """Signal of a head that has drifted. S = zero + span S0."""
    return zero + span * value


@states(
    "form: faults of a fixed detector, IEC 60079-29-3:2014",
    Example("a dead head stands at zero", {"value": 40.0, "last": 12.0, "most": 100.0, "fault": "dead"}, 0.0),
    value=(-1.0e6, 1.0e6),
    last=(-1.0e6, 1.0e6),
    most=(0.0, 1.0e6),
)
def with_fault(value: float, last: float, most: float, fault: str) -> float:
    """Signal of a head with a fault: dead = 0, frozen = as it was last, full_scale = most, none = value."""
    return {"none": value, "dead": 0.0, "frozen": last, "full_scale": most}[fault]


@states(
    "form: range and over-range indication, IEC 60079-29-1:2016",
    Example("130 %LEL on a range of 100", {"signal": 130.0, "resolution": 1.0, "most": 100.0},
            {"shown": 100.0, "over_range": True}),
    signal=(-1.0e6, 1.0e6),
    resolution=(1.0e-3, 100.0),
    most=(0.1, 1.0e6),
)  # fmt: skip
def reading(signal: float, resolution: float, most: float) -> Reading:
    """What the display shows: shown = resolution floor(S / resolution + 1/2), held to 0..most."""
    steps = floor(signal / resolution + 0.5)
    return Reading(min(max(steps * resolution, 0.0), most), signal > most)
