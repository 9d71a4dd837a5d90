"""Drills of the bullet in a fire for tests: built with given hidden values, every seat in human hands."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage

SCENARIO = load("lpg_bullet_fire")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "flame_kw_m2": 110.0, "jet": "up", "hole_mm": 14.0, "fill_pct": 50.0, "relief_pct": 100.0, "ring_blocked": "no",
    "monitor_out": "none", "leak_at": "nozzle", "rosov_fails": "no", "wind_speed_m_s": 2.0, "wind_from_deg": 180.0,
    "wind_shift_s": 720.0, "wind_shift_deg": 0.0, "night": "no",
}  # fmt: skip
OWN = 1  # the vessel that leaks


def bullet(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A stage on which nothing is at fault but what is given."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))


def heated(stage: Stage, n: int = OWN, **what: float | str | bool) -> None:
    """Set the stage: so it stands with a vessel."""
    vessels = list(stage.world.hazard.vessels)
    vessels[n] = replace(vessels[n], **what)  # type: ignore[arg-type]
    stage.change(hazard=replace(stage.world.hazard, vessels=tuple(vessels)))
