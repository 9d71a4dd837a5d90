"""Measures of the physics: what all phenomena of a drill cost a tick, and what its dearest parts cost a call."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import thread_time
from typing import Any

import numpy as np

from scenarios import catalogue
from scenarios.drill import build
from scenarios.play import play
from server.cli.measure import Measure
from sim_core.chance import drill_keys
from sim_core.physics import enclosure, train_air, train_birth, train_motion, train_reading
from sim_core.physics.properties import vapour_capacity_j_kg_k
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.train import EMPTY, Gas
from sim_core.rules import Phenomenon

ROUNDS = 40
PUFFS, POINTS = 128, 32


def tick_us(seeds: range, reference_s: float) -> list[Measure]:
    """All phenomena of each scenario over the ticks of its expert's and its idle drill, instruments included."""
    rows = []
    for scenario in catalogue():
        spent, ticks = 0.0, 0
        for seed in seeds:
            for policy in ("expert", "idle"):
                keys = drill_keys(seed)
                drill = build(scenario, keys.hidden, keys.world)
                clock = [0.0]
                rules: Any = drill.rules
                timed = replace(rules, phenomena=tuple(_timed(p, clock) for p in rules.phenomena))
                played = play(replace(drill, rules=timed), scenario.policies[policy])
                spent, ticks = spent + clock[0], ticks + played.point.world.tick
        name, value = f"physics_tick_us.{scenario.id}", spent / ticks * 1.0e6
        rows.append(Measure(name, value, "us", "python_loop", reference_s * 1.0e6, 60.0, 30.0))
    return rows


def _timed(phenomenon: Phenomenon, clock: list[float]) -> Phenomenon:
    def work(*given: Any) -> None:
        start_s = thread_time()
        phenomenon.work(*given)
        clock[0] += thread_time() - start_s

    return replace(phenomenon, work=work)


def train_us(reference_s: float) -> list[Measure]:
    """One gas step of a full train: fed, moved, read at 32 points."""
    petrol = SUBSTANCES["petrol"]
    gas = Gas(petrol.kg_mol, vapour_capacity_j_kg_k(petrol, 288.15))
    layer = train_air.layer("D", 0.0, 0.2, 288.15, 101325.0)
    air = train_air.Air(3.0, 0.5, 0.2, layer)
    points = np.column_stack((np.linspace(10.0, 600.0, POINTS), np.linspace(-40.0, 140.0, POINTS)))
    heights = np.full(POINTS, 1.0)
    train = EMPTY

    def step() -> None:
        nonlocal train
        train = train_birth.feed(train, air, 0, 0.0, 0.0, 30.0, 20.0, 0.0, -1.0e6)
        train = train_motion.advance(train, gas, air, 1.0, 1.0e-9)
        train_reading.concentration(train, gas, air, points, heights)

    while train.puffs.shape[1] < PUFFS - 8 and train.puffs[4:5].sum() < 1.0e6:
        step()
    value = _median_us(step)
    return [Measure("train_step_us", value, "us", "python_loop", reference_s * 1.0e6, 1000.0, 500.0)]


def enclosure_us(reference_s: float) -> list[Measure]:
    """One second of four layers with seven gases and a fan."""
    air = (0.209, 0.79, 0.0004, 0.0, 0.0, 0.0, 0.0)
    foul = (0.15, 0.82, 0.01, 0.0001, 0.0001, 0.01, 0.0098)
    nothing = (0.0,) * 7
    made = ((0.0, 0.0, 0.0, 1.0e-4, 0.0, 0.0, 0.0), nothing, nothing, nothing)

    def step() -> None:
        enclosure.column_step(
            (foul, foul, air, air), (5.0, 5.0, 5.0, 5.0), (0.01, 0.01, 0.02), (0.1, 0.0, 0.0, 0.0), air, air, made, 1.0
        )

    return [Measure("enclosure_step_us", _median_us(step), "us", "python_loop", reference_s * 1.0e6, 40.0, 20.0)]


def _median_us(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start_s = thread_time()
        work()
        taken.append(thread_time() - start_s)
    return median(taken) * 1.0e6
