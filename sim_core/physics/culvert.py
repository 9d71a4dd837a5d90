"""Culvert: a leaking line in the ground, oil that floats through a covered drain, and the vapour under its cover."""

from dataclasses import dataclass

from sim_core.physics.outflow import GRAVITY_M_S2
from sim_core.physics.spreading import Pool
from sim_core.physics.validity import Example, states
from sim_core.text import Text

AIR_O2 = 0.209
BALANCE = "Mass balance of a well mixed reach of a channel; Chapra, Surface Water-Quality Modeling, 1997, ch. 9"
STATIC = "Bernoulli 1738, as in CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1"


@dataclass(frozen=True, slots=True)
class BuriedLine:
    """A line between two block valves with a hole. reach: of the culvert, beneath the hole; left_m3: what can still
    run out of the shut-in part; flow_kg_s: out of the hole now; pressure_pa: over ambient, at the hole."""

    hole_m: float
    reach: int
    left_m3: float
    flow_kg_s: float = 0.0
    pressure_pa: float = 0.0


@dataclass(frozen=True, slots=True)
class Culvert:
    """A covered drain in reaches, upstream first. oil: what floats in each; vapour: volume fraction above it.

    tested_tick: when each was last tested through its manhole, -1 = never; found: what stood there then. burst: its
    cover has been blown off.
    """

    oil: tuple[Pool, ...]
    vapour: tuple[float, ...]
    tested_tick: tuple[int, ...]
    found: tuple[float, ...]
    burst: bool = False


@states(
    STATIC,
    Example("both valves open, the pump runs: 1.6 MPa", {
        "driven": 1.0, "upstream": 1.0, "downstream": 1.0, "run_pa": 1.6e6, "shut_in_pa": 2.4e6, "up_pa": 2.0e5,
        "down_pa": 1.0e5, "left_pa": 5.0e4}, 1.6e6, 1.0e-9),
    Text("阀门半开时按开度线性过渡，不计水击", "a valve half-way counts by its opening; surge is left out"),
    driven=(0.0, 1.0), upstream=(0.0, 1.0), downstream=(0.0, 1.0), run_pa=(0.0, 2.0e7), shut_in_pa=(0.0, 2.0e7),
    up_pa=(0.0, 5.0e6), down_pa=(0.0, 5.0e6), left_pa=(0.0, 5.0e6),
)  # fmt: skip
def hole_pressure_pa(
    driven: float, upstream: float, downstream: float, run_pa: float, shut_in_pa: float, up_pa: float, down_pa: float,
    left_pa: float,
) -> float:  # fmt: skip
    """Pressure over ambient at a hole between two block valves, Pa. driven: share of the pump's speed; upstream,
    downstream: how far the valves stand open. p = max(d u (run + (shut_in - run)(1 - w)), u up, w down, left).

    A pump that drives against a shut valve downstream raises the pressure; heads on either side come through open
    valves; what is shut in runs out by its own head.
    """
    pumped = driven * upstream * (run_pa + (shut_in_pa - run_pa) * (1.0 - downstream))
    return max(pumped, upstream * up_pa, downstream * down_pa, left_pa)


@states(
    STATIC,
    Example("12 m of crude above the hole, half run out", {"left_share": 0.5, "head_m": 12.0, "density_kg_m3": 860.0},
            50602.3, 1.0e-4),
    left_share=(0.0, 1.0), head_m=(0.0, 500.0), density_kg_m3=(400.0, 1200.0),
)  # fmt: skip
def left_head_pa(left_share: float, head_m: float, density_kg_m3: float) -> float:
    """Pressure of what is left in a shut-in line that runs empty evenly, Pa. p = s rho g h."""
    return left_share * density_kg_m3 * GRAVITY_M_S2 * head_m


@states(
    BALANCE,
    Example("0.3 m/s through 90 m, a second", {"speed_m_s": 0.3, "length_m": 90.0, "dt_s": 1.0}, 0.0033333, 1.0e-4),
    speed_m_s=(0.0, 5.0), length_m=(1.0, 1.0e4), dt_s=(0.0, 60.0),
)  # fmt: skip
def carried_share(speed_m_s: float, length_m: float, dt_s: float) -> float:
    """Share of what floats in a reach that the water carries out of it in dt. s = min(1, v dt / L)."""
    return min(1.0, speed_m_s * dt_s / length_m)


@states(
    "Yellow Book (CPR 14E), 3rd ed. 1997/2005, ch. 3: least depth of oil on water",
    Example("100 kg of 860 kg/m3, 1.7 mm", {
        "mass_kg": 100.0, "density_kg_m3": 860.0, "least_depth_m": 0.0017, "surface_m2": 200.0}, 68.40, 1.0e-3),
    mass_kg=(0.0, 1.0e7), density_kg_m3=(400.0, 1200.0), least_depth_m=(1.0e-4, 0.5), surface_m2=(0.01, 1.0e6),
)  # fmt: skip
def floating_area_m2(mass_kg: float, density_kg_m3: float, least_depth_m: float, surface_m2: float) -> float:
    """Area that oil covers on the water of a reach, m2. A = min(m / (rho hmin), surface)."""
    return min(mass_kg / (density_kg_m3 * least_depth_m), surface_m2)


@states(
    "Fick 1855: the driving difference of fractions; Mackay and Matsugu, Can. J. Chem. Eng. 51 (1973) 434",
    Example("half of what saturates", {"fraction": 0.05, "saturated": 0.10}, 0.5),
    fraction=(0.0, 1.0), saturated=(1.0e-6, 1.0),
)  # fmt: skip
def takes_up(fraction: float, saturated: float) -> float:
    """How much vapour the air under a cover still takes up, as a share of what clean air would. s = max(1 - y/ys, 0).
    """
    return max(1.0 - fraction / saturated, 0.0)


@states(
    "stoichiometry of complete combustion; oxygen 20.9 % of air (ISO 2533:1975)",
    Example("8 % of a vapour that burns with 5.6 mol of O2", {"fraction": 0.08, "oxygen_mol": 5.6}, 0.034336, 1.0e-4),
    fraction=(0.0, 1.0), oxygen_mol=(0.5, 30.0),
)  # fmt: skip
def burns_fraction(fraction: float, oxygen_mol: float) -> float:
    """Fraction of the vapour in a closed space that finds oxygen to burn. f = min(y, 0.209 (1 - y) / n)."""
    return min(fraction, AIR_O2 * (1.0 - fraction) / oxygen_mol)
