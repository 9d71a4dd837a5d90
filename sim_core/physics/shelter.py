"""Shelter: people beyond the fence, and what of a gas outside comes into the building where they shut the doors."""

from dataclasses import dataclass

from sim_core.physics.validity import Example, states

SECONDS_PER_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class OffSite:
    """People beyond the fence: a school, a road. points_m: where the air is read. stays: they shelter in a building
    when warned; else they are kept away. warned_tick: -1 = not yet.

    met: volume fraction outdoors now; inside: indoors; load: what they have breathed, ppm^n min. state: well,
    irritated, hurt. starts: they have been told to drive off.
    """

    id: str
    points_m: tuple[tuple[float, float], ...]
    far_m: float
    number: int
    stays: bool
    warned_tick: int = -1
    met: float = 0.0
    inside: float = 0.0
    load: float = 0.0
    state: str = "well"
    starts: bool = False


@states(
    "balance of a well mixed room: dC/dt = n (C_outside - C); TNO Purple Book CPR 18E, 3rd ed. 2005, ch. 5.3",
    Example("half an air change an hour, 5 s, by hand: 100 x 0.5 x 5 / (3600 + 0.5 x 5)", {
        "inside": 0.0, "outside": 100.0, "changes_per_h": 0.5, "dt_s": 5.0}, 0.0693963, 1e-4),
    inside=(0.0, 1.0e6),
    outside=(0.0, 1.0e6),
    changes_per_h=(0.0, 100.0),
    dt_s=(0.0, 60.0),
)  # fmt: skip
def inside_after(inside: float, outside: float, changes_per_h: float, dt_s: float) -> float:
    """Concentration indoors dt later, in the unit of the outside. C' = (C + k Co) / (1 + k), k = n dt / 3600."""
    k = changes_per_h * dt_s / SECONDS_PER_HOUR
    return (inside + k * outside) / (1.0 + k)
