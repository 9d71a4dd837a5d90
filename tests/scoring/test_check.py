from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.check import check_rubric
from scoring.rubric import Pattern, Text, Veto

A = ((Pattern("did", act="A"),),)


def test_the_sample_is_sound(rubric):
    assert check_rubric(rubric) == ()


@pytest.mark.parametrize(
    ("item_id", "change", "fault"),
    [
        ("alarm", {"points": Decimal(14)}, "procedure: sums to 44 points instead of 45"),
        ("alarm", {"points": Decimal("15.001")}, "at most two decimals"),
        ("alarm", {"section": "timing"}, "no such section"),
        ("alarm", {"id": "stop"}, "id used 2 times"),
        ("alarm", {"clock": ()}, "timed without a clock"),
        ("alarm", {"limit_s": 55.0}, "floor < target < limit"),
        ("alarm", {"target_s": 0.0}, "a timing weight without a target time"),
        ("alarm", {"timing_weight": Decimal(-1)}, "timing weight below 0"),
        ("alarm", {"axes": {"D9": Decimal(1)}}, "unknown axis D9"),
        ("alarm", {"after": ("stop",)}, "comes after itself"),
        ("alarm", {"done": ((Pattern("acted"),),)}, "unknown kind of event acted"),
        ("alarm", {"done": ((),)}, "an empty group"),
        ("alarm", {"done": ()}, "order or time without an act"),
        ("stop", {"after": ("nobody",)}, "after names an unknown item nobody"),
        ("stop", {"after": ("command",)}, "after names command, which has no act"),
        ("isolate", {"instead": ()}, "a condition without an alternative"),
        ("unhurt", {"never": (), "needs": ()}, "nothing for the machine to judge by"),
        ("command", {"done": A}, "a human item carries something for the machine"),
    ],
)
def test_each_fault_of_an_item_is_named(rubric, item_id, change, fault):
    items = tuple(replace(item, **change) if item.id == item_id else item for item in rubric.items)
    faults = check_rubric(replace(rubric, items=items))
    assert any(fault in found.en for found in faults), faults
    assert all(found.zh and found.en for found in faults)


@pytest.mark.parametrize(
    ("veto", "fault"),
    [
        (Veto("v", Text("", "")), "neither facts nor absent"),
        (Veto("v", Text("", ""), absent=A[0]), "without a limit"),
        (Veto("v", Text("", ""), facts=A[0], axes=("D0",)), "unknown axis D0"),
        (Veto("v", Text("", ""), facts=(Pattern("x"),)), "unknown kind of event x"),
        (Veto("alarm", Text("", ""), facts=A[0]), "id used 2 times"),
    ],
)
def test_each_fault_of_a_veto_is_named(rubric, veto, fault):
    assert any(fault in found.en for found in check_rubric(replace(rubric, vetoes=(veto,))))


def test_no_timing_weight_at_all(rubric):
    items = tuple(replace(item, timing_weight=Decimal(0)) for item in rubric.items)
    assert [found.en for found in check_rubric(replace(rubric, items=items))] == [
        "timing: no item carries a timing weight"
    ]
