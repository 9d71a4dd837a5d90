"""Drills of the sphere leak for tests: built with given hidden values, every seat in human hands."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.train import VAPOUR
from tests.drills import Stage

SCENARIO = load("lpg_sphere_leak")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PLAIN: dict[str, float | str] = {
    "hole_mm": 20.0, "jet": "down", "leak_at": "root", "root_valve": "free", "feedback_lies": "no",
    "wind_speed_m_s": 3.0, "wind_from_deg": 270.0, "wind_shift_s": 700.0, "wind_shift_deg": 0.0,
    "second_weep_s": "none", "pump_trip_s": "none", "ignition_place": "gate", "ignition_start_s": 690.0,
    "vehicle_start_s": 5400.0, "victim": "none", "night": "no",
}  # fmt: skip


def sphere(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A stage on which nothing is at fault but what is given."""
    keys = drill_keys(seed)
    assert set(hidden) <= set(PLAIN)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PLAIN, **hidden}))


def lit(stage: Stage) -> Stage:
    """The same, with its first leak alight and gas enough to burn."""
    hazard = stage.world.hazard
    first = replace(hazard.leaks[0], burning_s=0.0)
    stage.change(hazard=replace(hazard, leaks=(first, *hazard.leaks[1:]), ignited_tick=stage.tick))
    return stage


def set_device(stage: Stage, name: str, state: str, opening: float) -> None:
    """Set the stage: a device stands so."""
    devices, n = list(stage.world.devices), stage.site.device_index[name]
    devices[n] = replace(devices[n], state=state, opening=opening, wanted=state, until_tick=0, rate_per_s=0.0)
    stage.change(devices=tuple(devices))


def vessel(stage: Stage, n: int = 0, **what: float | str) -> None:
    """Set the stage: so it stands with a vessel."""
    vessels = list(stage.world.hazard.vessels)
    vessels[n] = replace(vessels[n], **what)  # type: ignore[arg-type]
    stage.change(hazard=replace(stage.world.hazard, vessels=tuple(vessels)))


def total(stage: Stage) -> float:
    """All there is of the gas, kg: in vessels, pools and cloud, flown off, burned, flared or bound."""
    hazard = stage.world.hazard
    return (
        sum(v.liquid_kg for v in hazard.vessels)
        + sum(p.mass_kg for p in hazard.pools)
        + float(hazard.train.puffs[VAPOUR].sum())
        + hazard.train.dispersed_kg
        + hazard.flashed_kg
        + hazard.burned_kg
        + (hazard.flare.taken_kg if hazard.flare is not None else 0.0)
        + (hazard.bath.taken_kg if hazard.bath is not None else 0.0)
        + (hazard.absorber.taken_kg if hazard.absorber is not None else 0.0)
    )
