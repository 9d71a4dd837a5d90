"""The vocabulary: every kind has an effect, is refused with the right word, and no content of an act does harm."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.rules import RULES
from sim_core.acts import ACTS, Act, SeatAct
from sim_core.acts import SEATS as ALL_SEATS
from sim_core.pack import digest, pack, unpack
from sim_core.people.doing import AT_ONCE, EFFECTS, LONGEST_NAME, LONGEST_TEXT, MOST_WORDS
from sim_core.step import step
from sim_core.world import World
from tests.drills import NOBODY, SCENARIO, SEATS, Stage, drill

# Acts of which an incident may have an effect of its own beside the common one.
OWN = {"call", "carry", "check_foam", "count", "evacuate", "retreat", "sds", "watch"}


def test_every_kind_has_one_effect():
    """Of the core or of rule modules; what a rule module puts before the core's is named, and no kind is without."""
    common = [*AT_ONCE, *EFFECTS, "safety_stop"]
    own = {kind for module in RULES.values() for kind in module.effects}
    assert len(set(common)) == len(common) and own & set(common) <= OWN
    assert {*common, *own} == set(ACTS)
    assert all(kind.name.zh and kind.name.en for kind in ACTS.values())
    assert all(set(kind.seats) <= set(ALL_SEATS) and kind.seconds >= 0.0 for kind in ACTS.values())


REFUSED = [
    ("IC", Act("dance"), "unknown_act"),
    ("IC", Act(""), "unknown_act"),
    ("DCS", Act("decide", "offensive"), "not_your_seat"),
    ("IC", Act("measure"), "not_your_seat"),
    ("IC", Act("foam", "FM-1"), "not_your_seat"),
    ("IC", Act("go", "nowhere"), "unknown_place"),
    ("IC", Act("go", "CR"), "already_there"),
    ("IC", Act("steer", value=1.0), "bad_heading"),
    ("IC", Act("steer", value=1.0, words=(("x", "0"), ("y", "0"))), "bad_heading"),
    ("IC", Act("steer", value=0.0, words=(("x", "1"), ("y", "0"))), "in_the_way"),
    ("OUT", Act("operate", "MV-1", "close"), "out_of_reach"),
    ("IC", Act("operate", "XV-101", "stop"), "unknown_device"),
    ("IC", Act("operate", "Z-9", "close"), "unknown_device"),
    ("IC", Act("operate", "DCS", "close"), "not_at_panel"),
    ("OUT", Act("operate", "DCS", "reset"), "not_at_panel"),
    ("FF", Act("operate", "XV-101", "close"), "out_of_reach"),
    ("OUT", Act("wear", "scuba"), "unknown_gear"),
    ("OUT", Act("wear", "portable"), "already_worn"),
    ("OUT", Act("doff", "scba"), "not_worn"),
    ("IC", Act("evacuate", "moon"), "unknown_place"),
    ("IC", Act("set_post", "P-101"), "unknown_place"),
    ("IC", Act("call", "911"), "unknown_number"),
    ("OUT", Act("alarm", "MCP-1"), "out_of_reach"),
    ("SAF", Act("read_wind"), "no_sock_here"),
    ("SAF", Act("bump", "LT-101"), "unknown_device"),
    ("SAF", Act("zone", value=-1.0), "bad_value"),
    ("SAF", Act("count", "MP-N"), "out_of_reach"),
    ("SAF", Act("count", "P-101"), "unknown_place"),
    ("FF", Act("check_foam", "FM-1"), "out_of_reach"),
    ("IC", Act("esd", "P-101"), "not_an_esd"),
    ("OUT", Act("esd", "P-101"), "not_an_esd"),
    ("OUT", Act("stir", "PH"), "not_your_seat"),
    ("OUT", Act("plug", "PH"), "not_here"),
    ("OUT", Act("carry", "nobody"), "out_of_reach"),
    ("IC", Act("retreat", "moon"), "unknown_place"),
    ("FF", Act("foam", "FS"), "unknown_device"),
    ("FF", Act("drive", "nowhere"), "unknown_place"),
    ("IC", Act("operate", "P-101", "stop", to="BOSS"), "unknown_seat"),
    ("IC", Act("operate", "P-101", "stop", to="ALL"), "unknown_seat"),
    ("IC", Act("operate", "P-101", "stop", to="DCS", via="pigeon"), "unknown_way"),
    ("IC", Act("report", "gas", to="BOSS"), "unknown_seat"),
    ("IC", Act("report", "gas", to="IC"), "unknown_seat"),
    ("IC", Act("report", "gas"), "unknown_seat"),
    ("IC", Act("sitrep", "gas", to="ALL", via="pigeon"), "unknown_way"),
]


@pytest.mark.parametrize(("seat", "act", "word"), REFUSED)
def test_refused_with_the_right_word_and_nothing_else_changes(seat: str, act: Act, word: str):
    world, rules = drill().point.world, drill().rules
    untouched, _ = step(world, rules, [NOBODY])
    after, told = step(world, rules, [SeatAct(seat, 0, act)])
    said = [(e.seat, e.act, e.subject, e.detail) for e in told if e.kind == "refused"]
    assert said == [(seat, act.kind, act.target, word)]
    assert digest(after) == digest(untouched)


def test_busy_hands_and_walking_legs_refuse():
    stage = Stage(drill())
    assert stage.act("SAF", "wear", "scba") == ""
    assert stage.act("SAF", "declare") == "busy"
    assert stage.act("SAF", "go", "GT") == "busy"
    assert stage.act("SAF", "report", "gas", to="IC") == "busy"
    assert stage.act("OUT", "go", "RE") == ""
    assert stage.act("OUT", "wear", "scba") == "walking"
    assert stage.act("OUT", "measure") == "walking"
    assert stage.act("OUT", "report", "gas", to="IC") == ""  # one can walk and talk
    stage.wait(60.1)
    assert stage.act("SAF", "declare") == ""


@pytest.mark.parametrize("state", ["down", "dead"])
def test_who_is_down_does_nothing(state: str):
    stage = Stage(drill())
    stage.put("OUT", state=state)
    for kind in sorted(set(ACTS) - {"safety_stop"}):
        assert stage.act("OUT", kind, "MF", to="") == "not_able"


def test_gas_is_tested_with_an_instrument():
    stage = Stage(drill())
    stage.put("SAF", worn=())
    assert stage.act("SAF", "measure") == "no_instrument"
    assert stage.act("SAF", "watch") == "no_instrument"


def test_no_set_where_none_hangs():
    stage = Stage(drill())
    stage.stand("FF", "FM1")
    assert stage.act("FF", "wear", "scba") == "no_set_here"


BAD = [
    Act("zone", value=float("nan")),
    Act("zone", value=float("inf")),
    Act("steer", value=float("nan"), words=(("x", "1"), ("y", "0"))),
    Act("zone", value=1.0e300),
    Act("declare", "x" * (LONGEST_NAME + 1)),
    Act("declare" * 999),
    Act("declare", detail="长" * (LONGEST_TEXT + 1)),
    Act("draft", words=(("text", "y" * 5000),)),
    Act("draft", words=(("a", "b"),) * (MOST_WORDS + 1)),
    Act("declare", "\ud800"),
    Act("declare", detail="\udfff"),
    Act("draft", words=(("a", "\udc00"),)),
    Act("declare", to="\ud800"),
    Act("report", "gas", to="DCS", via="\ud800"),
]


@pytest.mark.parametrize("act", BAD, ids=range(len(BAD)))
def test_malformed_acts_are_refused_unread(act: Act):
    stage = Stage(drill())
    told = stage.tick_with([SeatAct("IC", 0, act)])
    refusal = next(e for e in told if e.kind == "refused")
    assert (refusal.detail, refusal.act, refusal.subject) == ("malformed", "", "")
    assert pack(refusal) and stage.person("IC").doing is None


IDS = [
    *(p.id for p in SCENARIO.site.places),
    *(d.id for d in SCENARIO.site.devices),
    *(n.tag for n in SCENARIO.site.instruments),
    *SCENARIO.calls, "DCS", "scba", "portable", "", "PA",
]  # fmt: skip
text = st.one_of(st.sampled_from(IDS), st.text(max_size=12), st.sampled_from(["\ud800", "x" * 3000, "\0", "\u202e"]))
numbers = st.one_of(st.sampled_from(["nan", "inf", "-inf", "1e308", "-1", "0", "1_0", "5e-324", "é"]), text)
acts = st.builds(
    Act,
    kind=st.one_of(st.sampled_from(sorted(set(ACTS) - {"safety_stop", "handover"})), text),
    target=text,
    detail=st.one_of(st.sampled_from(["close", "open", "start", "stop", "reset", "halt", "ALL"]), text),
    value=st.one_of(st.floats(), st.floats(-10.0, 10.0)),
    words=st.lists(st.tuples(st.one_of(st.sampled_from(["x", "y", "ppe", "wind"]), text), numbers), max_size=50)
    .map(tuple),
    to=st.one_of(st.sampled_from(["", "", *SEATS, "ALL"]), text),
    via=st.one_of(st.sampled_from(["radio", "voice", "phone", "runner"]), text),
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SEATS), acts), max_size=12), st.booleans())
def test_no_act_breaks_a_drill_or_poisons_its_world(rows, colleagues: bool):
    stage = Stage(drill(humans=("IC",) if colleagues else SEATS, overflow_at_s=1.0))
    for n, (seat, act) in enumerate(rows):
        stage.tick_with([SeatAct(seat, n, act)])
        stage.wait(0.45)
    stage.wait(5)
    assert digest(unpack(World, pack(stage.world))) == digest(stage.world)
    assert all(pack(e) for e in stage.events)
    for seat in SEATS:
        assert pack(stage.seen(seat))
    x = [v for p in stage.world.people for v in (p.x_m, p.y_m, p.vx_m_s, p.vy_m_s)]
    assert all(abs(v) < 1.0e4 for v in x)


def test_a_malformed_act_is_told_by_every_field():
    """Each field of an act is looked at: a new one must be added to the door."""
    poison = {"kind": "\ud800", "target": "\ud800", "detail": "\ud800", "value": float("nan"),
              "words": (("a", "\ud800"),), "to": "\ud800", "via": "\ud800"}  # fmt: skip
    assert set(poison) == {f.name for f in fields(Act)}
    for name, value in poison.items():
        stage = Stage(drill())
        stage.tick_with([SeatAct("IC", 0, replace(Act("declare", "overfill"), **{name: value}))])
        assert [e.detail for e in stage.events if e.kind == "refused"] == ["malformed"], name
