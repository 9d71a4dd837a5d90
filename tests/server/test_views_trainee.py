"""An observation over the wire and back: nothing lost, nothing rounded."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clients.protocol import frames
from clients.protocol.cells import baseline_of, cells_of, changes, patched
from clients.protocol.messages import Baseline, Heard, Message, Noted, State
from server.views.trainee import decode, encode, tidings
from sim_core.observation import Act, Observation, observe
from sim_core.observation import Heard as InInbox
from tests.drills import SEATS, Stage, drill
from tests.server.observations import TAGS, bits, observations, sane


def over_the_wire(message: Message) -> Message:
    """What the other end reads."""
    read = frames.decode("trainee", frames.encode(message), to_server=False)
    assert isinstance(read, Message)
    return read


@given(observations())
def test_cells_are_exact(seen: Observation) -> None:
    assert bits(decode(encode(seen, TAGS), seen.tick, TAGS)) == bits(seen)


@given(observations())
def test_a_baseline_is_exact(seen: Observation) -> None:
    read = over_the_wire(baseline_of("d", 1, seen.tick, encode(seen, TAGS)))
    assert isinstance(read, Baseline)
    assert bits(decode(cells_of(read), read.tick, TAGS)) == bits(seen)


@given(st.lists(observations(sane), min_size=2, max_size=4))
def test_changes_are_exact(course: list[Observation]) -> None:
    held = baseline_of("d", 1, course[0].tick, encode(course[0], TAGS))
    read = over_the_wire(held)
    for seen in course:
        state = over_the_wire(changes("d", held, seen.tick, encode(seen, TAGS)))
        assert isinstance(read, Baseline)
        assert isinstance(state, State)
        assert bits(decode(patched(read, state), state.tick, TAGS)) == bits(seen)


def test_a_drill_is_exact() -> None:
    """Every seat, in the control room and outside it, while alarms come and people walk, talk and look."""
    stage = Stage(drill())
    tags = tuple(n.tag for n in stage.site.instruments)
    stage.act("IC", "go", "GATE")
    stage.act("SAF", "wear", "portable")
    stage.act("DCS", "report", "level", to="IC", value=0.29)
    held = {seat: baseline_of("d", 1, stage.tick, encode(stage.seen(seat), tags)) for seat in SEATS}
    for _ in range(40):
        stage.wait(5.0)
        for i, seat in enumerate(SEATS):
            seen = observe(stage.world, stage.site, i)
            assert seen.seat == seat
            state = over_the_wire(changes("d", held[seat], seen.tick, encode(seen, tags)))
            assert isinstance(state, State)
            assert bits(decode(patched(held[seat], state), seen.tick, tags)) == bits(seen)


@given(observations(sane), st.integers(0, 1 << 40), st.integers(0, 1 << 40))
def test_tidings_are_what_is_new(seen: Observation, heard: int, tick: int) -> None:
    told = [make(n) for n, make in enumerate(tidings("d", seen, heard, tick), start=7)]
    new = [m for m in seen.inbox if m.number >= heard]
    found = [n for n in seen.notes if n.tick == tick]
    assert [type(message) for message in told] == [Heard] * len(new) + [Noted] * len(found)
    assert [message.event for message in told] == list(range(7, 7 + len(told)))  # type: ignore[attr-defined]
    for message in told:
        assert over_the_wire(message).event == message.event  # type: ignore[attr-defined]


def test_tidings_tell_an_order() -> None:
    stage = Stage(drill())
    seen = stage.seen("OUT")
    order = Act("operate", "P-101", "stop", words=(("why", "急"),))
    inbox = (InInbox(3, 5, "IC", "order", order.kind, order.target, 0.0, order, "radio"),)
    (make,) = tidings("d", replace(seen, inbox=inbox), 3, seen.tick)
    message = make(1)
    assert isinstance(message, Heard)
    assert (message.act["kind"], message.act["target"], message.act["words"]) == ("operate", "P-101", order.words)
    assert list(tidings("d", replace(seen, inbox=inbox), 4, seen.tick)) == []
