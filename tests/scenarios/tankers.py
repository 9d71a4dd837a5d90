"""Drills of the tanker that comes off its arm, for tests: built with given hidden values, every seat in human hands."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage

SCENARIO = load("lpg_tanker_unloading")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "hole_mm": 24.0, "excess_flow": "works", "driver": "BA", "queue": "1", "earth_clamp": "on", "jet": "down",
    "wind_speed_m_s": 3.0, "wind_from_deg": 180.0, "wind_shift_s": 600.0, "wind_shift_deg": 0.0,
    "ignition_place": "workshop", "ignition_start_s": 260.0, "vehicle_start_s": 600.0, "night": "no",
}  # fmt: skip


def tanker(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A stage on which nothing is at fault but what is given."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))
