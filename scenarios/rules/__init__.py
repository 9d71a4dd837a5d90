"""Rule modules: what follows from what at one kind of incident. A rule module names no scenario.

`ground` is what all of them stand on.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from scenarios.model import Scenario
from scenarios.rules import (
    confined_space,
    liquid_release,
    pipeline_release,
    pressurised_release,
    special_work,
    store_fire,
    tank_fire,
)
from sim_core.rules import Rules
from sim_core.world import World

Build = Callable[[Scenario, Mapping[str, float | str], bytes, tuple[str, ...]], tuple[World, Rules]]


class RuleModule(NamedTuple):
    """build(scenario, hidden, world_key, humans): world at tick 0 and rules. effects: acts of its own."""

    build: Build
    effects: Mapping[str, Callable[..., Any]]


RULES: Mapping[str, RuleModule] = {
    "confined_space": RuleModule(confined_space.build, confined_space.EFFECTS),
    "liquid_release": RuleModule(liquid_release.build, liquid_release.EFFECTS),
    "pipeline_release": RuleModule(pipeline_release.build, pipeline_release.EFFECTS),
    "pressurised_release": RuleModule(pressurised_release.build, pressurised_release.EFFECTS),
    "special_work": RuleModule(special_work.build, special_work.EFFECTS),
    "store_fire": RuleModule(store_fire.build, store_fire.EFFECTS),
    "tank_fire": RuleModule(tank_fire.build, tank_fire.EFFECTS),
}
