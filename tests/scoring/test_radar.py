from dataclasses import replace
from decimal import Decimal

from scoring.marks import prefill
from scoring.radar import drill_radar, evidence, weak_points


def drawn(events, rubric, vetoes=()):
    return drill_radar(prefill(events, rubric, ("IC",), 10_000).lines, rubric, vetoes)


def axes(events, rubric, vetoes=()):
    return {axis.id: axis for axis in drawn(events, rubric, vetoes).axes}


def test_evidence_is_correct_times_speed(fought, rubric):
    lines = prefill(fought, rubric, ("IC",), 10_000).lines
    values = {piece.item_id: piece.value for piece in evidence(lines, rubric)}
    assert values == {
        "alarm": Decimal("0.92152"),  # 0.7 + 0.3 x 0.7384
        "stop": 1,
        "isolate": 1,
        "unhurt": 1,  # not timed: being correct is all
        "report": 1,
    }


def test_worked_axis(fought, rubric):
    axis = axes(fought, rubric)["D1"]
    # a = 2 + 0.5 x 0.92152 + 1 + 1, b = 2 + 0.5 x 0.07848: mean 4.46076 / 6.5
    assert (axis.items, str(axis.mean)) == (3, "68.6")
    assert (str(axis.low), str(axis.high)) == ("31.7", "95.0")  # mpmath.betainc: .316718, .949893


def test_fewer_than_three_items_stay_grey(fought, rubric):
    found = axes(fought, rubric)
    assert list(found) == ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"]
    assert [axis.id for axis in found.values() if axis.mean is not None] == ["D1", "D4"]
    assert (found["D2"].items, found["D2"].low, found["D8"].items) == (2, None, 0)


def test_a_veto_caps_the_axes_it_touches(fought, rubric):
    found = axes(fought, rubric, ("engine",))
    assert (found["D1"].mean, found["D1"].high, found["D1"].capped) == (59, 59, True)
    assert found["D1"].low < 59
    assert not found["D4"].capped
    assert found["D4"] == axes(fought, rubric)["D4"]


def test_what_is_wrong_shows_nothing_of_speed(fought, rubric):
    lines = prefill(fought, rubric, ("IC",), 10_000).lines
    half = tuple(replace(line, points=line.max_points / 2) if line.points else line for line in lines)
    values = {piece.item_id: piece.value for piece in evidence(half, rubric)}
    assert values["alarm"] == Decimal("0.46076")
    undone = prefill(fought[:2], rubric, ("IC",), 10_000).lines
    assert all(piece.value == 0 for piece in evidence(undone, rubric))


def test_weak_points_are_the_lowest_items_with_their_moment(fought, rubric):
    late = [replace(event, tick=2000) if event.act == "ALARM" else event for event in fought]
    late.sort(key=lambda event: event.tick)
    points = weak_points(drawn(late, rubric))
    assert [(point.item_id, point.tick, point.late_s) for point in points] == [
        ("stop", 1800, 0),  # ahead of the alarm: out of order
        ("alarm", 2000, 35),
    ]
    assert [point.item_id for point in weak_points(drawn(late, rubric), 1)] == ["stop"]


def test_among_equally_weak_points_the_heavier_comes_first(fought, rubric):
    heavy = replace(rubric.items[2], axes={"D4": Decimal(3)})
    weighed = replace(rubric, items=(*rubric.items[:2], heavy, *rubric.items[3:]))
    points = weak_points(drawn(fought[:2], weighed), 2)
    assert [point.item_id for point in points] == ["isolate", "alarm"]
