"""Demand: how much foam and cooling water the standards ask for, each value with its clause and how well it is known.

Evidence: R read in the source, R2 read second-hand, B to be confirmed; all but R show as "to be confirmed".
"""

from dataclasses import dataclass
from math import pi

from sim_core.physics.validity import Example, states
from sim_core.text import Text

CONFIRM = Text("待确认", "to be confirmed")
CERTAIN = Text("已核对原文", "read in the source")
CLASS_C_K = 333.15  # GB 50160: class C liquids flash at 60 degC and above
NFPA_LOW_K = 310.95  # 37.8 degC
BIG_TANK_M = 20.0


@dataclass(frozen=True, slots=True)
class Demand:
    """What one clause asks. minutes 0: the standard sets none. most_m: largest diameter it holds for (0: none).

    perimeter_m: largest perimeter for one foam maker (0: none said). expansion: of the foam, "" when low.
    """

    rate_l_min_m2: float
    minutes: float
    clause: str
    evidence: str
    most_m: float = 0.0
    perimeter_m: float = 0.0
    expansion: str = ""

    @property
    def standing(self) -> Text:
        """How well it is known, in words."""
        return CERTAIN if self.evidence == "R" else CONFIRM


GB_2010 = "GB 50151-2010 表 4.2.2-1 (table of the 2021 edition not seen)"
USFA = "NFPA 11, as told by USFA FP-2011-37"
PROTEINS = ("protein",)
FOAM = {
    ("gb50151", "external_floating_roof"): Demand(12.5, 60.0, "GB 50151-2021 4.3.2", "R", perimeter_m=24.0),
    ("gb50151", "internal_floating_roof"): Demand(12.5, 60.0, "GB 50151-2021 4.4", "B"),
    ("gb50151", "fixed_roof_subsurface"): Demand(6.0, 60.0, "GB 50151-2021 4.2.2 (2)", "R"),
    ("gb50151", "lng_bund"): Demand(7.2, 40.0, "GB 50151-2021 5.3.5", "R", expansion="300-500"),
    ("gb50151", "spill_indoor"): Demand(4.0, 10.0, "GB 50151-2021 5.3.4", "R", expansion="medium"),
    ("gb50151", "spill_outdoor"): Demand(4.0, 15.0, "GB 50151-2021 5.3.4", "R", expansion="medium"),
    ("nfpa11", "external_floating_roof"): Demand(12.2, 20.0, "NFPA 11, seal area with foam dam", "B"),
    ("nfpa11", "spill_outdoor"): Demand(4.1, 15.0, "NFPA 11, portable protection of spills, AFFF", "B"),
    ("nfpa11", "spill_indoor"): Demand(4.1, 15.0, "NFPA 11, portable protection of spills, AFFF", "B"),
}
COOLING = {
    ("gb50160", "fixed_roof"): (2.5, "GB 50160-2008 (2018) 8.4.5", "B"),
    ("gb50160", "floating_roof"): (2.0, "GB 50160-2008 (2018) 8.4.5", "B"),
    ("gb50160", "neighbour"): (2.0, "GB 50160-2008 (2018) 8.4.5", "B"),
    ("gb50160", "sphere"): (9.0, "GB 50160-2008 (2018) 8.10", "B"),
    ("gb50160", "sphere_neighbour"): (9.0, "GB 50160-2008 (2018) 8.10", "B"),
    ("gb50974", "fixed_roof"): (2.5, "GB 50974-2014 3.4.2", "B"),
    ("gb50974", "floating_roof"): (2.0, "GB 50974-2014 3.4.2", "B"),
    ("gb50974", "neighbour"): (2.0, "GB 50974-2014 3.4.2", "B"),
    ("nfpa15", "vessel"): (10.2, "NFPA 15, exposure protection 0.25 gpm/ft2", "R2"),
    ("nfpa15", "ground"): (6.1, "NFPA 15, 0.15 gpm/ft2", "R2"),
    ("cfr46", "horizontal"): (10.0, "46 CFR 154.1115", "R"),
    ("cfr46", "vertical"): (4.0, "46 CFR 154.1115", "R"),
}
HALF_COOLED = ("neighbour", "sphere_neighbour")


@states(
    "GB 50151-2021, GB 50151-2010 and NFPA 11: each value with its clause",
    Example("GB 50151-2021 4.3.2", {"standard": "gb50151", "place": "external_floating_roof", "flash_k": 253.15,
            "agent": "afff"}, {"rate_l_min_m2": 12.5, "minutes": 60.0, "perimeter_m": 24.0}),
    flash_k=(150.0, 500.0),
)  # fmt: skip
def foam(standard: str, place: str, flash_k: float, agent: str) -> Demand:
    """Foam solution asked for. rate, minutes = clause(standard, place, flash point, agent).

    place: external_floating_roof, internal_floating_roof, fixed_roof (foam makers), fixed_roof_subsurface,
    fixed_roof_mobile (vehicles), fixed_roof_monitor, fixed_roof_handline, lng_bund, spill_indoor, spill_outdoor.
    agent: protein, fluoroprotein, afff, fffp. Raises KeyError where the standard has no such clause.
    """
    if standard == "gb50151" and place in ("fixed_roof", "fixed_roof_mobile"):
        return _gb_fixed_roof(place, flash_k, agent)
    if standard == "nfpa11" and place in ("fixed_roof_monitor", "fixed_roof_handline"):
        minutes = 65.0 if flash_k < NFPA_LOW_K else 50.0
        return Demand(6.5, minutes, USFA, "R2", 18.3 if place == "fixed_roof_monitor" else 9.2)
    if standard == "nfpa11" and place == "fixed_roof":
        minutes = 55.0 if flash_k < NFPA_LOW_K else 30.0
        return Demand(4.1, minutes, "NFPA 11, fixed discharge outlets, type II", "B")
    return FOAM[standard, place]


@states(
    "GB 50151-2021, 4.2.1 (cross-section of a fixed roof) and 4.3.1 (ring between shell and foam dam)",
    Example("60 m tank, dam 0.9 m from the shell", {"diameter_m": 60.0, "dam_m": 0.9, "ring": True}, 167.1),
    diameter_m=(0.5, 150.0),
    dam_m=(0.3, 3.0),
)
def foam_area_m2(diameter_m: float, dam_m: float, ring: bool) -> float:
    """Area to be covered, m2. A = pi s (D - s) for the ring of a floating roof, dam at s, else pi D^2 / 4."""
    return pi * dam_m * (diameter_m - dam_m) if ring else 0.25 * pi * diameter_m * diameter_m


@states(
    "GB 50160-2008 (2018), GB 50974-2014, NFPA 15, 46 CFR 154.1115: each value with its clause",
    Example("46 CFR 154.1115, horizontal", {"standard": "cfr46", "place": "horizontal", "diameter_m": 1.0},
            {"rate_l_min_m2": 10.0, "minutes": 0.0}),
    diameter_m=(0.5, 150.0),
)  # fmt: skip
def cooling(standard: str, place: str, diameter_m: float) -> Demand:
    """Cooling water asked for. rate, minutes = clause(standard, place, diameter).

    place: fixed_roof and floating_roof (burning), neighbour (within 1.5 D, half its shell), sphere, sphere_neighbour,
    vessel, ground, horizontal, vertical. Raises KeyError where the standard has no such clause.
    """
    rate, clause, evidence = COOLING[standard, place]
    return Demand(rate, _hours(standard, place, diameter_m) * 60.0, clause, evidence)


@states(
    "Solid geometry; half of a neighbour: GB 50974-2014 3.4.2",
    Example("shell of a 20 m by 15 m tank", {"place": "fixed_roof", "diameter_m": 20.0, "height_m": 15.0}, 942.478),
    diameter_m=(0.5, 150.0),
    height_m=(0.5, 100.0),
)
def cooled_area_m2(place: str, diameter_m: float, height_m: float) -> float:
    """Wall to be cooled, m2. A = pi D H of a shell, pi D^2 of a sphere; half of either for a neighbour."""
    whole = pi * diameter_m * (diameter_m if place.startswith("sphere") else height_m)
    return 0.5 * whole if place in HALF_COOLED else whole


def _gb_fixed_roof(place: str, flash_k: float, agent: str) -> Demand:
    light, protein = flash_k < CLASS_C_K, agent in PROTEINS
    if place == "fixed_roof_mobile":
        rate = 8.0 if agent in ("protein", "fluoroprotein") else 6.5
        return Demand(rate, 60.0 if light else 45.0, GB_2010, "B")
    if protein:
        return Demand(6.0, 40.0 if light else 30.0, GB_2010, "B")
    return Demand(5.0, 45.0 if light else 30.0, GB_2010, "B")


def _hours(standard: str, place: str, diameter_m: float) -> float:
    """How long the standard wants water, h; 0 where it sets no time."""
    if standard == "gb50160":
        return 6.0 if place.startswith("sphere") or place == "floating_roof" or diameter_m <= BIG_TANK_M else 9.0
    if standard == "gb50974":
        return 6.0 if place != "floating_roof" and diameter_m > BIG_TANK_M else 4.0
    return 0.0
