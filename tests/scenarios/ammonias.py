"""Drills of the ammonia leak for tests: built with given hidden values, every seat in human hands."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage

SCENARIO = load("ammonia_leak")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "hole_mm": 8.0, "side": "liquid", "leak_at": "root", "rosov_fails": "no", "room_lel": 5.0, "ignition_place": "none",
    "outfall": "closed", "main_share": "1", "wind_speed_m_s": 3.0, "wind_from_deg": 270.0, "wind_shift_s": 720.0,
    "wind_shift_deg": 0.0, "village_m": 800.0, "victim": "none", "mask_fits": "good", "night": "no",
}  # fmt: skip


def yard(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A stage on which nothing is at fault but what is given."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))
