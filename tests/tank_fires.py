"""Drills of a tank fire for tests: built with given hidden values, nobody in them a colleague unless named."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.burning_tank import Blaze, TankFires
from tests.drills import Stage, put

SCENARIO = load("tank_fire")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "fire": "full", "bund_fire": "no", "foam_share": 1.2, "foam_type": "right", "riser": "sound",
    "fire_main": "sound", "neighbours": "T-202", "reignition": "no", "contents": "stable", "trap": "none",
    "wind_speed_m_s": 3.0, "wind_from_deg": 270.0, "wind_shift_s": 1200.0, "wind_shift_deg": 0.0, "night": "no",
    "radio_dead": "none",
}  # fmt: skip


def burning(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given. The feed pump runs and nothing is open on the fire main."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))


def isolate(stage: Stage) -> None:
    """Feed and root valve are shut, the storm drain too."""
    put(stage, P_201="stopped", XV_201="closed", OV_1="closed", AV_1="open")


def fires(stage: Stage) -> TankFires:
    found = stage.world.hazard.tank_fires
    assert found is not None
    return found


def blaze(stage: Stage, tank: str = "T-201") -> Blaze:
    return fires(stage).tanks[stage.site.tank_index[tank]]


def change_blaze(stage: Stage, tank: str, **what: object) -> None:
    """Set the stage: change one tank's fire by hand."""
    now, n = fires(stage), stage.site.tank_index[tank]
    tanks = (*now.tanks[:n], replace(now.tanks[n], **what), *now.tanks[n + 1 :])  # type: ignore[arg-type]
    stage.change(hazard=replace(stage.world.hazard, tank_fires=replace(now, tanks=tanks)))


def level(stage: Stage, tank: str = "T-201") -> float:
    return stage.world.tanks[stage.site.tank_index[tank]].level_m


def wall_k(stage: Stage, tank: str = "T-201") -> float:
    return stage.world.tanks[stage.site.tank_index[tank]].wall_k
