"""Drills of a gasholder for tests: built with given hidden values, nobody in them a colleague unless named."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import Stage

SCENARIO = load("vcm_gasholder")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "seal_pct": 80.0, "wind_speed_m_s": 2.0, "wind_from_deg": 0.0, "wind_shift_s": 900.0, "wind_shift_deg": 0.0,
    "queue_number": 20.0, "night": "yes", "radio_dead": "none",
}  # fmt: skip


def leaking(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill at night with a northerly wind: gas blows through a seal that has lost a fifth of its water."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))
