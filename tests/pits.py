"""The sewage pit for tests: built with given hidden values, on the stage of `tests.drills`."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.world import Space
from tests.drills import Stage

SCENARIO = load("h2s_pit")
SEATS = tuple(role.seat for role in SCENARIO.roles)
QUIET: dict[str, float | str] = {
    "pre_h2s_ppm": 2.0, "post_h2s_ppm": 150.0, "o2_bottom_pct": 20.9, "ch4_lel": 0.0, "victims": "none",
    "worker_goes_s": 450.0, "posture": "on_back", "winch_attached": "yes", "scba_low": "none", "meter_dead": "none",
    "helper_runs": "no", "night": "no",
}  # fmt: skip


def pit(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given; by default nobody in it is a colleague."""
    assert set(hidden) <= set(QUIET)
    keys = drill_keys(seed)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**QUIET, **hidden}))


def space(stage: Stage) -> Space:
    """The pit now."""
    return stage.world.hazard.spaces[0]


def share(stage: Stage, layer: int, species: str) -> float:
    """Volume fraction of a gas in a layer, lowest 0."""
    return space(stage).layers[layer][stage.site.species_index[species]]


def fill(stage: Stage, **fractions: float) -> None:
    """Set the stage: so much of these gases in every layer."""
    clean = dict(zip(stage.site.air, stage.site.clean_air, strict=True))
    air = tuple({**clean, **fractions}[s] for s in stage.site.air)
    now = space(stage)
    filled = replace(now, layers=tuple(air for _ in now.layers))
    stage.change(hazard=replace(stage.world.hazard, spaces=(filled,)))


def facts(stage: Stage) -> dict[str, tuple[str, str]]:
    """What became true, with the seat and whose order it was."""
    return {e.subject: (e.seat, e.by) for e in stage.told("fact")}


def dress(stage: Stage, *seats: str) -> None:
    """Set the stage: these wear set and line."""
    for seat in seats:
        stage.put(seat, worn=("antistatic", "scba", "harness"), air_tick=stage.tick)
