"""Confined spaces in a world: they are packed like everything else, and a world without one holds none."""

from dataclasses import replace

from sim_core.pack import pack, unpack
from sim_core.space import Space, Stirring, Worker
from sim_core.world import World
from tests.drills import Stage, drill
from tests.pits import pit


def test_a_space_comes_back_from_its_bytes_and_every_field_counts():
    world = pit(victims="two").world
    back = unpack(World, pack(world)).hazard
    assert (back.spaces, back.workers) == (world.hazard.spaces, world.hazard.workers)
    stirring = Stirring(20, (0.0, 0.01, 0.0, 0.0, 0.0, 0.0), 25.0, 90.0)
    space = world.hazard.spaces[0]
    others: list[Space] = [
        replace(space, bound_kg=1.0),
        replace(space, methane_kg=1.0),
        replace(space, stirrings=(stirring,)),
        replace(space, stirred_tick=20),
        replace(space, tested_tick=(1, 2, 3)),
        replace(space, walked=("W1",)),
        replace(space, layers=space.layers[::-1]),
    ]
    packed = {pack(replace(world, hazard=replace(world.hazard, spaces=(s,)))) for s in (space, *others)}
    assert len(packed) == len(others) + 1
    worker: Worker = replace(world.hazard.workers[0], gone_tick=5)
    assert pack(replace(world, hazard=replace(world.hazard, workers=(worker,)))) not in packed


def test_elsewhere_there_is_none():
    hazard = Stage(drill()).world.hazard
    assert hazard.spaces == () and hazard.workers == ()
