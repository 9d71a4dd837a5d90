"""An operation in a world: it is packed like everything else, and a world without one holds none."""

from dataclasses import fields, replace

from sim_core.pack import pack, unpack
from sim_core.work import Outflow, Paper, Work
from sim_core.world import World
from tests.drills import drill
from tests.works import now, work

OTHERS = {
    "stage": "working", "by": "IC", "since_tick": 3, "begun_tick": 4, "halted_tick": 5, "worked_s": 6.0, "grade": "x",
    "paper": (Paper("x", 1.0),), "tested_tick": (1, 2, 3), "tested": (1.0, 2.0, 3.0), "locked": ("PB-1",),
    "looked": ("x",),
    "flaws": ("x",), "signs": (("x", "y"),), "mended": ("x",), "outflows": (Outflow(1.0, 2.0, 3, 4.0),),
    "others_tick": 7, "wind_tick": 8, "wind_m_s": 9.0, "restores_tick": 10, "calls_tick": 11, "carries_kg": 12.0,
    "strength_kpa": 13.0, "depth_m": 14.0, "collapsed": True, "dropped": True, "fire_tick": 15, "fire_at": "x",
    "out_tick": 16, "slipped_s": 17.0, "leans_tick": 18, "held_tick": 19, "wrong_since": (("x", 20),),
}  # fmt: skip


def test_work_comes_back_from_its_bytes_and_every_field_counts():
    world = work("hot_work").world
    here = now(work("hot_work"))
    assert unpack(World, pack(world)).hazard.work == world.hazard.work == here
    assert set(OTHERS) == {f.name for f in fields(Work)}
    changed = (replace(here, **{name: value}) for name, value in OTHERS.items())  # type: ignore[arg-type]
    packed = {pack(replace(world, hazard=replace(world.hazard, work=w))) for w in (here, *changed)}
    assert len(packed) == len(OTHERS) + 1


def test_a_world_without_one_holds_none():
    assert drill().point.world.hazard.work is None
