"""The world: frozen, packed and read back bit for bit, its tuples aligned with the site."""

from dataclasses import FrozenInstanceError, fields, is_dataclass

import numpy as np
import pytest

from sim_core.pack import pack, unpack
from sim_core.world import World
from tests.drills import Stage, drill


@pytest.fixture(scope="module")
def spilled() -> Stage:
    stage = Stage(drill(humans=("IC",), overflow_at_s=3.0))
    stage.act("IC", "operate", "MV-1", "close", to="OUT")
    stage.act("SAF", "zone", value=100.0)
    stage.wait(40)
    return stage


def test_a_world_is_read_back_from_its_bytes(spilled: Stage):
    data = pack(spilled.world)
    assert pack(unpack(World, data)) == data
    assert spilled.world.hazard.train.puffs.shape[1] > 0 and spilled.world.people[2].jobs


def parts(value: object):
    yield value
    if is_dataclass(value):
        for f in fields(value):
            yield from parts(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def test_nothing_in_a_world_can_be_changed(spilled: Stage):
    for part in parts(spilled.world):
        assert not isinstance(part, list | dict | set | bytearray), part
        if isinstance(part, np.ndarray):
            assert not part.flags.writeable
        elif is_dataclass(part):
            with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
                setattr(part, fields(part)[0].name, None)


def test_tuples_are_aligned_with_the_site(spilled: Stage):
    world, site = spilled.world, spilled.site
    assert len(world.devices) == len(site.devices) and len(world.tanks) == len(site.tanks)
    assert len(world.gauges) == len(site.instruments) == len(world.panel.readings)
    assert len(world.panel.alarms) == len(world.panel.moved_tick) == len(site.instruments)
    assert len(world.hazard.pools) == len(world.hazard.fires_kw) == len(site.bunds)
    assert len(world.hazard.air_people) == len(world.people) and len(world.crowds) == len(site.crowds)
    assert len(world.hazard.met_gauges) == len(site.instruments)
    assert all(len(p.cues) == len(spilled.rules.cues) for p in world.people)


def test_working_a_tick_leaves_the_world_before_as_it_was(spilled: Stage):
    before, data = spilled.world, pack(spilled.world)
    spilled.wait(2)
    assert pack(before) == data
