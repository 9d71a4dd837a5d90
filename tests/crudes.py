"""The crude farm for tests: built with given hidden values, on the stage of `tests.drills`."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.burning_tank import Blaze, TankFires
from tests.drills import Stage

SCENARIO = load("crude_boilover")
SEATS = tuple(role.seat for role in SCENARIO.roles)
RIPE: dict[str, float | str] = {
    "oil_m": 10.0, "water_m": 0.5, "hot_zone_m_h": 1.0, "left_min": 20.0, "thermal_camera": "yes", "foam_share": 1.2,
    "pressure": "no", "wind_speed_m_s": 3.0, "wind_from_deg": 270.0, "night": "no",
}  # fmt: skip
BURN_M_H = 0.14


def crude(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill whose zone is 20 min off the water; by default nobody in it is a colleague."""
    assert set(hidden) <= set(RIPE)
    keys = drill_keys(seed)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**RIPE, **hidden}))


def bring(stage: Stage, left_s: float) -> None:
    """Set the stage: the hot zone is so long off the water, at its own rate."""
    now = fires(stage)
    gap = (now.tanks[0].zone_m_s + BURN_M_H / 3600.0) * left_s
    tank = replace(now.tanks[0], hot_m=now.tanks[0].bottom_m + gap)
    stage.change(hazard=replace(stage.world.hazard, tank_fires=replace(now, tanks=(tank, *now.tanks[1:]))))


def fires(stage: Stage) -> TankFires:
    """The fires of the farm."""
    found = stage.world.hazard.tank_fires
    assert found is not None
    return found


def blaze(stage: Stage) -> Blaze:
    """The tank that burns."""
    return fires(stage).tanks[0]


def gap_m(stage: Stage) -> float:
    """Oil between hot zone and water."""
    return blaze(stage).hot_m - blaze(stage).bottom_m
