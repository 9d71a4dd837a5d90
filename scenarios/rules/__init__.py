"""Rule modules: what follows from what at one kind of incident. A rule module names no scenario.

Each offers build(scenario, hidden, world_key, humans) -> (World, Rules).
"""

from scenarios.rules import liquid_release

RULES = {"liquid_release": liquid_release.build}
