"""The draft: all of a world comes in and goes out again; facts and events."""

from dataclasses import fields, replace

from sim_core.draft import Draft
from sim_core.pack import digest
from sim_core.world import World
from tests.drills import Stage, drill


def test_every_field_of_a_world_passes_through():
    stage = Stage(drill(overflow_at_s=2.0))
    stage.wait(10)
    world = replace(stage.world, ended="x", facts=("a", "b"), foam_type="X", foam_stock_l=3.0, inflow_m3_h=5.0)
    assert digest(Draft(world).world(world.tick)) == digest(world)
    assert {f.name for f in fields(World)} == {*Draft.__slots__} - {"events"}


def test_the_world_of_a_draft_is_untouched_by_it():
    world = drill().point.world
    draft, before = Draft(world), digest(world)
    draft.people[0] = replace(draft.people[0], state="dead")
    draft.devices.clear()
    draft.fact("overflow")
    assert digest(world) == before


def test_a_fact_becomes_true_once():
    draft = Draft(drill().point.world)
    draft.fact("ignition", by="FF", value=3.0)
    draft.fact("ignition", by="IC")
    assert draft.facts == ("ignition",)
    assert [(e.kind, e.subject, e.by, e.value) for e in draft.events] == [("fact", "ignition", "FF", 3.0)]


def test_events_carry_the_tick():
    draft = Draft(replace(drill().point.world, tick=77))
    draft.event("alarm", subject="LT-101", detail="raised")
    assert (draft.events[0].tick, draft.events[0].subject) == (77, "LT-101")
