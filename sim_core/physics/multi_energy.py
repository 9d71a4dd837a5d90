"""Multi-energy: blast of the vapour inside one congested part, by a strength of 1 (open) to 10 (detonation)."""

from sim_core import exact
from sim_core.physics import bst
from sim_core.physics.validity import Example, states
from sim_core.text import Text

YELLOW = "TNO Yellow Book CPR 14E, 3rd ed. 2005, ch. 5 (van den Berg, The multi-energy method, 1985)"
ALONSO = "Diaz Alonso et al., J. Hazardous Materials 137 (2006), fits of strength 1, 4, 5, 6"
# strength -> (overpressure / ambient inside the cloud, a, b) of min(inside, a R^b).
CURVES = {
    1: (0.01, 6.4e-3, -0.97), 2: (0.02, 1.28e-2, -0.97), 3: (0.05, 3.2e-2, -0.98), 4: (0.1, 6.44e-2, -0.99),
    5: (0.2, 0.117, -0.99), 6: (0.5, 0.301, -1.11), 7: (1.0, 0.406, -1.2), 8: (2.0, 0.406, -1.2),
    9: (5.0, 0.406, -1.2), 10: (10.0, 0.406, -1.2),
}  # fmt: skip
NEAR_SLOPE = {7: -1.2, 8: -1.7, 9: -2.2, 10: -2.5}
CHART = Text(
    "强度 2、3、7–10 的曲线按图形状给出（±30 %），正相时间取自内部压力相同的 BST 曲线",
    "strengths 2, 3 and 7 to 10 are drawn in the shape of the chart, +-30 %; the positive phase is that of the BST"
    " curve with the same pressure inside",
)


@states(
    f"{YELLOW}; {ALONSO}",
    Example("fit of strength 6 at R = 2: 0.301 x 2^-1.11", {"strength": 6.0, "scaled": 2.0}, 0.13946),
    CHART,
    strength=(1.0, 10.0),
    scaled=(1.0e-3, 1.0e4),
)
def overpressure(strength: float, scaled: float) -> float:
    """Peak side-on overpressure as a share of ambient. p/p0 = min(p inside, a R^b); log-linear between strengths.

    scaled: r (p0 / E)^(1/3) with E the energy of the vapour in the congested part, which lies on the ground already.
    """
    low = min(int(strength), 9)
    below, above = _curve(low, scaled), _curve(low + 1, scaled)
    return below * exact.power(above / below, strength - low)


@states(
    f"{YELLOW}, positive phase chart",
    Example("0.69 inside as Mf 0.7: 2 x 0.0377 / 0.344", {"strength": 6.46, "scaled": 1.0, "energy_j": 1.0e9},
            0.01742, 0.01),
    CHART,
    strength=(1.0, 10.0),
    scaled=(1.0e-3, 1.0e4),
    energy_j=(1.0e3, 1.0e15),
)  # fmt: skip
def positive_phase_s(strength: float, scaled: float, energy_j: float) -> float:
    """How long the positive phase lasts, s. t = t_BST(Mf of equal pressure inside, 2 E), for weak flames longer.

    A flame of constant speed gives p ~ Mf^2 and burns for r / (Mf c0): below Mf 0.2, t ~ 1 / sqrt(p).
    """
    inside = overpressure(strength, 0.2)
    far = scaled * exact.power(0.5, 1.0 / 3.0)
    weakest = bst.PRESSURE[0.2][0]
    longer = exact.power(weakest / inside, 0.5) if inside < weakest else 1.0
    return bst.positive_phase_s(_flame(inside), far, 2.0 * energy_j) * longer


def _curve(strength: int, scaled: float) -> float:
    inside, a, b = CURVES[strength]
    slope = NEAR_SLOPE.get(strength, b) if scaled < 1.0 else b
    return min(inside, a * exact.power(scaled, slope))


def _flame(inside: float) -> float:
    """Flame Mach number whose BST curve has this pressure inside the cloud, by bisection in 40 halvings."""
    low, high = 0.2, 5.2
    for _ in range(40):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if bst.overpressure(middle, bst.NEAR) < inside else (low, middle)
    return 0.5 * (low + high)
