"""Doing: one pair of hands, one mouth; an act takes its seconds and has its effect at their end, once."""

import pytest

from sim_core.acts import ACTS
from tests.drills import Stage, drill

TIMED = {
    "declare": ("IC", ""), "read_wind": ("IC", ""), "set_post": ("IC", "CP-N"), "alarm": ("IC", ""),
    "stop_work": ("IC", ""), "evacuate": ("IC", "MP-N"), "call": ("LIA", "119"), "measure": ("OUT", ""),
    "bump": ("OUT", "portable"), "zone": ("SAF", ""), "decide": ("IC", ""), "objectives": ("IC", ""),
    "draft": ("LIA", ""), "watch": ("OUT", ""), "doff": ("OUT", "portable"), "handover": ("IC", ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", TIMED)
def test_an_act_takes_its_seconds_and_is_done_once(kind: str):
    stage, (seat, target) = Stage(drill()), TIMED[kind]
    assert stage.act(seat, kind, target) == ""
    ticks = round(ACTS[kind].seconds * 20)
    for _ in range(ticks - 1):
        assert stage.seen(seat).body.doing == kind
        stage.tick_with()
    assert not stage.told("did")
    stage.tick_with()
    assert stage.seen(seat).body.doing == ""
    stage.wait(1)
    assert [(e.seat, e.act, e.tick) for e in stage.told("did")] == [(seat, kind, ticks)]


def test_a_halt_frees_the_hands_and_undoes_the_act():
    stage = Stage(drill())
    stage.act("IC", "alarm", "PA")
    stage.wait(1)
    assert stage.act("IC", "halt") == ""
    assert stage.seen("IC").body.doing == ""
    stage.wait(5)
    assert stage.world.command.siren_tick < 0 and stage.act("IC", "declare") == ""


def test_a_halt_can_be_ordered():
    """An order to halt stops the one who is told, not the one who tells."""
    stage = Stage(drill(humans=("IC",)))
    stage.act("IC", "go", "OF")
    stage.tick_with()
    assert stage.person("IC").until_tick
    stage.act("IC", "go", "MP-N", to="OUT")
    stage.wait(12)
    assert stage.person("OUT").until_tick and stage.person("IC").until_tick
    stage.act("IC", "halt", to="OUT")
    assert stage.person("IC").doing is not None and stage.person("IC").until_tick
    stage.wait(15)
    assert not stage.person("OUT").until_tick and stage.person("OUT").place == ""
    assert stage.told("read_back", seat="OUT", act="halt")


def test_an_order_to_oneself_is_an_act():
    stage = Stage(drill())
    stage.act("DCS", "operate", "P-101", "stop", to="DCS")
    stage.wait(3)
    assert stage.told("did", seat="DCS", act="operate") and not stage.told("ordered")


@pytest.mark.parametrize("kind", sorted(set(ACTS) - {"safety_stop", "report", "sitrep", "read_back"}))
def test_anything_can_be_ordered(kind: str):
    stage = Stage(drill())
    assert stage.act("IC", kind, "T", to="SAF") == ""
    stage.wait(3.6)
    assert [(m.kind, m.topic, m.subject) for m in stage.seen("SAF").inbox] == [("order", kind, "T")]
    assert stage.person("SAF").doing is None and not stage.told("did")
