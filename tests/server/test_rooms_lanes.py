"""Event lanes: every window of what was released; state lanes: whatever the baselines, the same cells."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clients.protocol import frames
from clients.protocol.cells import cells_of, patched
from clients.protocol.messages import Baseline, Noted, State
from server.rooms.lanes import BASELINE_TICKS, KEPT_EVENTS, SOONEST_TICKS, EventLane, StateLane


def push(lane: EventLane, times: int) -> list[bytes]:
    return [lane.push(lambda n: Noted(timeline="d", event=n, tick=0, topic="", subject="")) for _ in range(times)]


def numbers(sent: list[bytes]) -> list[int]:
    return [frames.decode("trainee", frame, to_server=False).event for frame in sent]


@given(st.integers(0, 30), st.data())
def test_after_gives_what_was_released_since(sent: int, data: st.DataObject) -> None:
    lane = EventLane()
    push(lane, sent)
    lane.released = data.draw(st.integers(0, sent))
    number = data.draw(st.integers(0, lane.released))
    given = lane.after(number)
    assert given is not None
    assert numbers(given) == list(range(number + 1, lane.released + 1))


@given(st.integers(0, 10), st.integers(1, 10), st.data())
def test_what_is_not_kept_is_asked_for_elsewhere(before: int, pushed: int, data: st.DataObject) -> None:
    lane = EventLane()
    lane.begin_at(before)
    push(lane, pushed)
    lane.released = data.draw(st.integers(before, lane.sent))
    number = data.draw(st.integers(0, lane.released))
    given = lane.after(number)
    if number < before:
        assert given is None
    else:
        assert given is not None
        assert numbers(given) == list(range(number + 1, lane.released + 1))


def test_the_newest_are_kept() -> None:
    lane = EventLane()
    push(lane, KEPT_EVENTS + 3)
    lane.released = lane.sent
    assert lane.after(2) is None
    given = lane.after(3)
    assert given is not None
    assert numbers(given) == list(range(4, KEPT_EVENTS + 4))


def test_a_number_that_was_never_sent_brings_nothing() -> None:
    lane = EventLane()
    push(lane, 3)
    lane.released = 2
    assert lane.after(3) == []
    assert lane.after(99) == []


def test_again_is_as_it_was() -> None:
    lane, other = EventLane(), EventLane()
    for frame in push(lane, 5):
        other.push_again(frame)
    lane.released = other.released = 5
    assert lane.after(1) == other.after(1)
    assert push(lane, 1) == push(other, 1)


Steps = st.lists(
    st.tuples(
        st.integers(0, 90),
        st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3) | st.text(max_size=2) | st.none(), max_size=8),
    ),
    min_size=1,
    max_size=30,
)


@given(Steps, st.integers(0, 400), st.sets(st.integers(0, 29)))
def test_every_picture_is_whole(steps: list[tuple[int, dict[str, Any]]], offset: int, missed: set[int]) -> None:
    """A client that has the baseline needs the change alone, whichever pictures it missed in between."""
    lane, held, tick = StateLane("d", offset), None, 0
    for n, (passed, cells) in enumerate(steps):
        tick += passed
        picture = lane.render(tick, cells)
        if n in missed:
            continue
        baseline = frames.decode("trainee", picture.baseline, to_server=False)
        assert isinstance(baseline, Baseline)
        assert baseline.number == picture.number
        if held is not None and held.number == picture.number:
            assert held == baseline
        held, shown = baseline, cells_of(baseline)
        if picture.change:
            state = frames.decode("trainee", picture.change, to_server=False)
            assert isinstance(state, State)
            shown = patched(held, state)
            assert state.tick == tick
        else:
            assert baseline.tick == tick
        assert shown == cells


def test_baselines_are_seldom() -> None:
    lane = StateLane("d", 0)
    made = [lane.render(tick, {"a": tick, "b": "x" * 200}).number for tick in range(1, 4 * BASELINE_TICKS, 2)]
    assert made[-1] <= 5


def test_a_worn_baseline_is_replaced_but_not_at_once() -> None:
    lane, ages, began = StateLane("d", 0), [], 1
    for tick in range(1, BASELINE_TICKS, 2):
        picture = lane.render(tick, dict.fromkeys("abcdefgh", tick))
        if not picture.change and tick > 1:
            ages.append(tick - began)
            began = tick
    assert ages
    assert min(ages) >= SOONEST_TICKS


def test_time_that_goes_back_gets_a_baseline() -> None:
    lane = StateLane("d", 0)
    first = lane.render(300, {"a": 1})
    assert lane.render(290, {"a": 1}).number == first.number + 1
