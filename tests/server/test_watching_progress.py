"""Progress: what the machine has seen so far, and what of it stands: nothing that is not done is a zero."""

from decimal import Decimal

from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from server.watching.progress import LineSoFar, Progress, so_far
from sim_core.chance import drill_keys
from sim_core.events import Event
from tests.drills import SCENARIO
from tests.server.panel_rooms import FOUGHT, RUBRIC

EARLY = FOUGHT[:1]


def lines(found: Progress) -> dict[str, LineSoFar]:
    return {line.item.id: line for line in found.lines}


def test_what_is_not_done_yet_is_no_zero() -> None:
    found = lines(so_far(EARLY, RUBRIC, ("IC",), 1000))
    assert [(line.state, line.points) for line in found.values()] == [
        ("not_yet", None),
        ("holds", None),
        ("human", None),
        ("human", None),
    ]
    assert found["alarm"].cue_tick == 200 and found["alarm"].provisional
    assert lines(so_far((), RUBRIC, ("IC",), 0))["alarm"].cue_tick is None


def test_what_is_done_is_told_with_its_time_and_its_reason() -> None:
    alarm = lines(so_far(FOUGHT[:2], RUBRIC, ("IC",), 1720))["alarm"]
    assert (alarm.state, alarm.points, alarm.time_points, alarm.seconds) == (
        "done",
        Decimal(45),
        Decimal("11.08"),
        Decimal(75),
    )
    assert not alarm.provisional and alarm.done_tick == 1700
    late = (*EARLY, Event(200 + 181 * 20, "ordered", "IC", "ALARM", to="DCS"))
    found = lines(so_far(late, RUBRIC, ("IC",), 4000))["alarm"]
    assert (found.state, found.points, found.done_tick) == ("lost", Decimal(0), 3820)


def test_what_was_lost_is_lost_at_once_and_what_only_holds_is_earned_at_the_end() -> None:
    hurt = (*EARLY, Event(900, "harm", subject="welders", detail="hurt", value=1))
    assert lines(so_far(hurt, RUBRIC, ("IC",), 901))["unhurt"].state == "lost"
    ended = lines(so_far(FOUGHT, RUBRIC, ("IC",), 10_001))
    assert (ended["unhurt"].state, ended["unhurt"].points) == ("done", Decimal(15))


def test_a_veto_is_told_when_it_falls_due_and_not_before() -> None:
    assert so_far(EARLY, RUBRIC, ("IC",), 5999).vetoes == ()
    assert [veto.veto_id for veto in so_far(EARLY, RUBRIC, ("IC",), 6000).vetoes] == ["evacuate"]


def test_at_the_end_it_is_the_sheet_that_is_sealed() -> None:
    keys = drill_keys(6)
    drill = build(SCENARIO, keys.hidden, keys.world)
    played = play(drill, SCENARIO.policies["expert"])
    end_tick = played.point.world.tick
    sheet = prefill(played.events, SCENARIO.rubric, ("IC",), end_tick)
    found = so_far(played.events, SCENARIO.rubric, ("IC",), end_tick)
    assert found.over and found.vetoes == sheet.vetoes
    for line, sealed in zip(found.lines, sheet.lines, strict=True):
        assert (line.points, line.reason, line.provisional) == (
            (None, line.reason, False) if line.item.human else (sealed.points, sealed.reason, False)
        )


def test_what_stands_before_the_end_stands_at_the_end() -> None:
    """Cut a whole drill anywhere: a line that is not provisional never changes its points again."""
    keys = drill_keys(6)
    drill = build(SCENARIO, keys.hidden, keys.world)
    played = play(drill, SCENARIO.policies["expert"])
    end = lines(so_far(played.events, SCENARIO.rubric, ("IC",), played.point.world.tick))
    standing = 0
    for tick in range(0, played.point.world.tick, 400):
        events = [event for event in played.events if event.tick < tick]
        for line in so_far(events, SCENARIO.rubric, ("IC",), tick).lines:
            if line.state in ("done", "lost") and not line.provisional:
                standing += 1
                assert (line.points, line.time_points) == (end[line.item.id].points, end[line.item.id].time_points)
    assert standing > 100


def test_moments_are_numbered_in_order_and_cues_are_those_of_the_examined() -> None:
    events = (Event(5, "cue_revealed", "OUT", subject="smell"), *FOUGHT)
    found = so_far(events, RUBRIC, ("IC",), 10_001).moments
    assert [(one.number, one.tick, one.kind) for one in found] == [(0, 200, "cue_revealed"), (1, 10_000, "ended")]
