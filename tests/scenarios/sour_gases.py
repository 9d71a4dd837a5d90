"""Drills of the sour gas release for tests: built with given hidden values, every seat in human hands."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage

SCENARIO = load("sour_gas")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "hole_mm": 8.0, "leak_at": "root", "rosov_fails": "no", "flare_ready": "yes", "drain_trap": "full",
    "smell_fatigue": "none", "victim": "none", "mask_fits": "good", "ignition_place": "gate", "ignition_start_s": 300.0,
    "wind_speed_m_s": 3.0, "wind_from_deg": 270.0, "wind_shift_s": 780.0, "wind_shift_deg": 0.0, "village_m": 600.0,
    "night": "no",
}  # fmt: skip


def unit(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A stage on which nothing is at fault but what is given."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))
