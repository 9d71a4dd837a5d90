"""Shelter: what of a gas outside comes into a building, by how often its air is changed."""

from sim_core.physics.validity import Example, states

SECONDS_PER_HOUR = 3600.0


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
