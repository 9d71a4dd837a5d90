from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.rubric import Pattern
from scoring.timeline import Log, matches, response
from sim_core.events import Event


def by_id(events, rubric, examined=("IC",)):
    return {answer.item.id: answer for answer in response(events, rubric, examined)}


def test_clock_starts_at_the_first_cue_of_an_examined_seat(fought, rubric):
    assert by_id(fought, rubric)["alarm"].seconds == Decimal(75)
    assert by_id(fought, rubric, frozenset({"IC", "DCS"}))["alarm"].seconds == Decimal(80)


def test_a_cue_that_reaches_nobody_starts_no_clock(fought, rubric):
    answer = by_id(fought, rubric, ("FF",))["alarm"]
    assert (answer.start_tick, answer.seconds) == (None, None)
    assert answer.done is not None


def test_an_act_before_its_cue_is_done_without_a_time(fought, rubric):
    early = [Event(50, "ordered", "IC", "ALARM"), *fought]
    answer = by_id(early, rubric)["alarm"]
    assert answer.done == early[0]
    assert answer.seconds is None


def test_an_item_without_clock_counts_from_the_start(fought, rubric):
    assert by_id(fought, rubric)["report"].seconds == Decimal(500)


def test_every_group_must_be_met_and_the_last_one_decides(fought, rubric):
    assert by_id(fought, rubric)["report"].done == fought[-1]
    assert by_id(fought[:-1], rubric)["report"].done is None


def test_the_alternative_counts_from_its_condition(fought, rubric):
    other = [replace(event, act="VALVE_ALT") if event.act == "VALVE_R" else event for event in fought]
    assert by_id(other, rubric)["isolate"].done is None
    failed = Event(2800, "fact", subject="rosov_failed")
    answer = by_id([*other[:6], failed, *other[6:]], rubric)["isolate"]
    assert (answer.done, answer.by_alternative) == (failed, True)


def test_of_act_and_alternative_the_earlier_decides(fought, rubric):
    failed = Event(2500, "fact", subject="rosov_failed")
    act, alternative = fought[5], replace(fought[5], act="VALVE_ALT", tick=2700)
    assert by_id([failed, act, alternative], rubric)["isolate"].done == act
    sooner = replace(alternative, tick=2550)
    answer = by_id([failed, sooner, act], rubric)["isolate"]
    assert (answer.done, answer.by_alternative) == (sooner, True)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (Pattern("did"), True),
        (Pattern("fact"), False),
        (Pattern("did", act="operate"), True),
        (Pattern("did", act="oper"), False),
        (Pattern("did", subject="V1*"), True),
        (Pattern("did", subject="V2*"), False),
        (Pattern("did", by="IC", seat="FF", detail="closed"), True),
        (Pattern("did", to="IC"), False),
        (Pattern("did", value_min=2.5, value_max=2.5), True),
        (Pattern("did", value_min=2.6), False),
        (Pattern("did", value_max=2.4), False),
    ],
)
def test_patterns(pattern, found):
    event = Event(5, "did", "FF", "operate", "V101", "closed", 2.5, by="IC")
    assert matches(pattern, event) is found
    assert (Log([event], {}).first([pattern]) is not None) is found


word = st.sampled_from(["", "a", "ab", "b"])
event = st.builds(Event, st.just(0), st.sampled_from(["did", "fact"]), word, word, word, word)
wanted = st.sampled_from(["", "a", "ab", "a*", "*", "b*"])
pattern = st.builds(Pattern, st.sampled_from(["did", "fact"]), wanted, wanted, wanted, wanted)


@settings(max_examples=150, deadline=None)
@given(st.lists(event, max_size=12), st.lists(pattern, min_size=1, max_size=3))
def test_the_index_finds_what_a_plain_scan_finds(events, patterns):
    events = [replace(event, tick=tick) for tick, event in enumerate(events)]
    scanned = (event for event in events if any(matches(pattern, event) for pattern in patterns))
    assert Log(events, {}).first(patterns) == next(scanned, None)
