"""The nitrogen kettle for tests: built with given hidden values, on the stage of `tests.drills`."""

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.world import Casualty
from tests.drills import Stage

SCENARIO = load("nitrogen_vessel")
SEATS = tuple(role.seat for role in SCENARIO.roles)
QUIET: dict[str, float | str] = {
    "o2_bottom_pct": 4.0, "inlet_passing": "no", "meter_dead": "none", "filter_handed": "none", "side_cover": "closed",
    "lingers_s": 0.0, "worker_goes_s": 30.0, "winch_attached": "yes", "helper_runs": "no",
}  # fmt: skip


def kettle(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given; by default nobody in it is a colleague."""
    assert set(hidden) <= set(QUIET)
    keys = drill_keys(seed)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**QUIET, **hidden}))


def worker(stage: Stage, name: str = "W1") -> Casualty:
    """Somebody who went in."""
    return next(c for c in stage.world.casualties if c.id == name)
