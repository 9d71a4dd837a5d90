"""Drills of a methanol spill for tests: built with given hidden values, nobody in them a colleague unless named."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage, put

SCENARIO = load("methanol_fire")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "bund_fire": "yes", "night": "no", "foam_type": "right", "spill_m3": 20.0, "drain": "closed", "blanket": "sound",
    "wind_speed_m_s": 2.0, "wind_from_deg": 270.0, "wind_shift_s": 900.0, "wind_shift_deg": 0.0, "radio_dead": "none",
}  # fmt: skip


def spilled(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given: a burning pool by day. The feed pump runs, nothing is open."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))


def isolate(stage: Stage) -> None:
    """Feed and root valve are shut."""
    put(stage, P_301="stopped", XV_301="closed")
