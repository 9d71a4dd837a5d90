"""Wall strength: how much of its strength steel keeps when hot, and when a vessel bursts or a tank shell gives way."""

from sim_core.physics.table import linear
from sim_core.physics.validity import Example, states
from sim_core.text import Text

EN_STEEL = "EN 1993-1-2:2005, table 3.1, k y (carbon steel)"
GB_50974 = "GB 50974-2014, commentary on 3.4.2: half the strength gone in 5 min, all after 8 to 10 min"
ICE_K = 273.15
HOT_C = (20.0, 400.0, 500.0, 600.0, 700.0, 800.0, 900.0, 1000.0, 1100.0, 1200.0)
KEPT = (1.0, 1.0, 0.78, 0.47, 0.23, 0.11, 0.06, 0.04, 0.02, 0.0)
TENSILE_PA = 4.85e8  # SA-516 grade 70, ASME BPVC Section II Part D: 485 MPa at room temperature
SHELL_S = (0.0, 300.0, 540.0)
SHELL_KEPT = (1.0, 0.5, 0.0)
BURSTS = Text(
    "环向应力超过抗拉强度乘以 EN 1993-1-2 折减系数时破裂；不计蠕变与局部鼓胀",
    "bursts when hoop stress passes tensile strength x the factor of EN 1993-1-2; neither creep nor bulging",
)


@states(EN_STEEL, Example("650 degC, between 0.47 and 0.23", {"wall_k": 923.15}, 0.35), wall_k=(200.0, 1500.0))
def kept(wall_k: float) -> float:
    """Share of its strength that carbon steel keeps, 0..1. k = table of degC, straight between: 0.47 at 600."""
    return linear(wall_k - ICE_K, HOT_C, KEPT)


@states(
    "Thin shells (Roark's Formulas for Stress and Strain, 8th ed. 2012, ch. 13)",
    Example("sphere of 12 m, 40 mm, 18 bar", {"overpressure_pa": 1.8e6, "diameter_m": 12.0, "thickness_m": 0.04,
            "sphere": True}, 1.35e8),
    overpressure_pa=(0.0, 2.0e7),
    diameter_m=(0.1, 100.0),
    thickness_m=(0.002, 0.2),
)  # fmt: skip
def hoop_pa(overpressure_pa: float, diameter_m: float, thickness_m: float, sphere: bool) -> float:
    """Stress in the wall, Pa. s = p D / (2 d) around a cylinder, p D / (4 d) in a sphere; p: gauge."""
    return overpressure_pa * diameter_m / ((4.0 if sphere else 2.0) * thickness_m)


@states(
    f"{EN_STEEL}; tensile strength of SA-516 grade 70: ASME BPVC Section II Part D 2021",
    Example("485 MPa x 0.47 / 135 MPa", {"wall_k": 873.15, "stress_pa": 1.35e8}, 1.6885),
    BURSTS,
    wall_k=(200.0, 1500.0),
    stress_pa=(1.0, 1.0e9),
    tensile_pa=(2.0e8, 8.0e8),
)
def margin(wall_k: float, stress_pa: float, tensile_pa: float = TENSILE_PA) -> float:
    """Strength left over stress; it bursts at 1 and below. m = k(T) x tensile / stress."""
    return kept(wall_k) * tensile_pa / stress_pa


@states(
    GB_50974,
    Example("five minutes in the fire without water", {"uncooled_s": 300.0}, 0.5),
    Text("直线插值；9 分钟时丧失承载力", "straight between these; the shell gives way at 9 min"),
    uncooled_s=(0.0, 1.0e5),
)
def shell_kept(uncooled_s: float) -> float:
    """Share of its strength that an atmospheric tank's shell keeps in fire, 0..1. k = 1 - t / 600 s, 0 at 540 s."""
    return linear(uncooled_s, SHELL_S, SHELL_KEPT)
