"""Trench: how deep a vertical cut in clay stands without support."""

from sim_core.physics.validity import Example, states
from sim_core.text import Text


@states(
    "Terzaghi, Theoretical Soil Mechanics 1943, art. 13: vertical bank, undrained (phi = 0), Rankine",
    Example("by hand: (4 x 15 - 2 x 10) / 18", {
        "strength_kpa": 15.0, "unit_weight_kn_m3": 18.0, "surcharge_kpa": 10.0}, 2.2222, 1.0e-4),
    Text(
        "均质黏性土，短时，裂缝无水；坡顶荷载按 2q 折减",
        "one clay, short term, no water in cracks; a load on the edge takes off 2 q",
    ),
    strength_kpa=(1.0, 200.0),
    unit_weight_kn_m3=(10.0, 25.0),
    surcharge_kpa=(0.0, 100.0),
)  # fmt: skip
def critical_height_m(strength_kpa: float, unit_weight_kn_m3: float, surcharge_kpa: float) -> float:
    """Depth at which a vertical wall gives way, m. H = (4 c - 2 q) / gamma, at least 0; c: undrained shear strength."""
    return max(4.0 * strength_kpa - 2.0 * surcharge_kpa, 0.0) / unit_weight_kn_m3
