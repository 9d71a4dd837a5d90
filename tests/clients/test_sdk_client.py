"""DrillClient against a peer on a real socket that cuts connections where it hurts."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clients.protocol.cells import baseline_of, changes
from clients.protocol.frames import FrameError
from clients.protocol.messages import (
    Act,
    Baseline,
    Beat,
    BeatSeen,
    Hello,
    Message,
    Noted,
    Ready,
    SafetyStop,
    StaffAct,
    State,
    Welcome,
)
from clients.sdk import EndedError, RefusedError
from tests.clients.peer import DRILL, MOMENTS, Peer, client, listening, peer_has, run


def test_a_seat_from_welcome_to_act() -> None:
    async def body() -> None:
        peer, heard = Peer(), []
        async with listening(peer) as address, client(address, hear=heard.append) as trainee:
            assert (trainee.drill, trainee.phase) == (DRILL, "running")
            await trainee.until(lambda: trainee.state.tick >= 0)
            assert trainee.state.cells == {"here": "gate"}
            assert await trainee.act("go", "DCS") == 1
            assert await trainee.act("wear", "scba", words=(("a", "b"),), via="voice") == 2
            await trainee.until(lambda: trainee.last_event == 2)
        assert [(act.seq, act.kind, act.target) for act in peer.acts] == [(1, "go", "DCS"), (2, "wear", "scba")]
        assert [message.topic for message in heard if isinstance(message, Noted)] == ["go", "wear"]
        assert isinstance(heard[0], Welcome) and any(isinstance(message, Beat) for message in heard)

    run(body)


@settings(max_examples=60)
@given(cuts=st.lists(st.sampled_from(MOMENTS), max_size=8), acts=st.integers(1, 4), at_once=st.booleans())
def test_whatever_is_cut_each_act_is_done_once_and_each_event_heard_once(
    cuts: list[str], acts: int, at_once: bool
) -> None:
    async def body() -> None:
        peer, heard = Peer(cuts), []
        kinds = [f"a{n}" for n in range(acts)]
        async with listening(peer) as address, client(address, hear=heard.append) as trainee:
            if at_once:
                seqs = await asyncio.gather(*(trainee.act(kind) for kind in kinds))
            else:
                seqs = [await trainee.act(kind) for kind in kinds]
            await trainee.until(lambda: trainee.last_event == acts)
            assert trainee.ended is None
        assert seqs == list(range(1, acts + 1))
        assert [act.kind for act in peer.acts] == kinds
        assert [message.topic for message in heard if isinstance(message, Noted)] == kinds
        assert {hello.last_event for hello in peer.read if isinstance(hello, Hello)} <= set(range(acts + 1))

    run(body)


def test_an_event_sent_twice_is_heard_once_and_a_new_connection_asks_for_those_after_it() -> None:
    async def body() -> None:
        peer, heard = Peer(), []
        async with listening(peer) as address, client(address, hear=heard.append) as trainee:
            await trainee.act("go")
            await peer.send(peer.events[0])
            await trainee.act("halt")
            await trainee.until(lambda: trainee.last_event == 2)
            assert peer.current is not None
            peer.current.transport.abort()
            await trainee.until(lambda: trainee.connections == 2)
        assert [message.event for message in heard if isinstance(message, Noted)] == [1, 2]
        assert [message.last_event for message in peer.read if isinstance(message, Hello)] == [0, 2]

    run(body)


def test_a_refused_act_leaves_no_gap() -> None:
    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            answers = await asyncio.gather(
                trainee.act("go"), trainee.act("bad"), trainee.act("halt"), return_exceptions=True
            )
        assert answers[0] == 1 and answers[2] == 2
        assert isinstance(answers[1], RefusedError) and answers[1].code == "bad_act"
        assert [act.kind for act in peer.acts] == ["go", "halt"]

    run(body)


def test_what_the_server_did_not_look_at_is_said_again_at_the_next_beat() -> None:
    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            await trainee.act("go")
            await trainee.until(lambda: trainee.last_event == 1)
            await peer_has(peer, lambda: sum(isinstance(message, BeatSeen) for message in peer.read) == 2)
            peer.deaf = 3
            await trainee.safety_stop()
            await trainee.ready(7)
            act = asyncio.create_task(trainee.act("halt"))
            await peer_has(peer, lambda: peer.deaf == 0)
            await peer.beat()
            assert await act == 2
        said = [type(message) for message in peer.read if not isinstance(message, BeatSeen)]
        assert said == [Hello, Act, SafetyStop, Ready, Act]
        assert [act.kind for act in peer.acts] == ["go", "halt"]

    run(body)


def test_what_no_server_would_take_does_not_leave() -> None:
    async def body() -> None:
        peer, number = Peer(role="examiner"), "three"
        async with listening(peer) as address, client(address, role="examiner", drill=DRILL) as examiner:
            with pytest.raises(FrameError):
                await examiner.act("go")
        peer = Peer()
        async with listening(peer) as address, client(address) as trainee:
            with pytest.raises(FrameError):
                await trainee.act("go", value=number)  # type: ignore[arg-type]
            with pytest.raises(FrameError, match="at most"):
                await trainee.act("report", words=(("text", "长" * 6_000),))
            assert await trainee.act("go") == 1

    run(body)


def test_staff_acts_go_the_same_way() -> None:
    async def body() -> None:
        peer = Peer(["committed"], role="director")
        async with listening(peer) as address, client(address, role="director", drill=DRILL) as director:
            assert await director.staff_act("freeze", reason="ask") == 1
        assert [(act.kind, act.reason) for act in peer.acts if isinstance(act, StaffAct)] == [("freeze", "ask")]
        hellos = [message for message in peer.read if isinstance(message, Hello)]
        assert {hello.timeline for hello in hellos} == {DRILL}

    run(body)


def test_a_beat_is_answered_after_all_before_it_was_heard() -> None:
    async def body() -> None:
        peer, heard = Peer(), []
        missing = []

        def look(message: Message) -> None:
            if isinstance(message, BeatSeen):
                topics = [message.topic for message in heard if isinstance(message, Noted)]
                missing.extend([] if len(topics) == len(peer.events) else [(message.beat, topics)])

        peer.on_read = look
        async with listening(peer) as address, client(address, hear=heard.append) as trainee:
            for n in range(5):
                await trainee.act(f"a{n}")
                await trainee.until(lambda: trainee.last_event == len(peer.events))
            await peer_has(peer, lambda: sum(isinstance(message, BeatSeen) for message in peer.read) == 6)
        assert not missing

    run(body)


def test_state_is_put_together_and_a_new_connection_gets_its_own_baseline() -> None:
    first = baseline_of(DRILL, 7, 100, {"a": 1, "b": 2})
    then = changes(DRILL, first, 110, {"a": 5, "c": [1]})
    stale = State(timeline=DRILL, baseline=6, tick=120)

    async def body() -> None:
        peer = Peer(baseline=False)
        peer.greeting = [first, then]
        heard: list[Message] = []
        async with listening(peer) as address, client(address, hear=heard.append) as trainee:
            await trainee.until(lambda: trainee.state.tick == 110)
            assert trainee.state.cells == {"a": 5, "c": [1]}
            peer.greeting = [changes(DRILL, first, 150, {})]  # of a baseline which this connection has not had
            await peer.send(stale)  # fits no baseline at hand: the connection is given up for a fresh one
            await trainee.until(lambda: trainee.connections == 3)
            peer.greeting = [baseline_of(DRILL, 9, 200, {"a": 9})]
            await trainee.until(lambda: trainee.state.tick == 200)
            assert trainee.state.cells == {"a": 9}
        assert {message.tick for message in heard if isinstance(message, Baseline | State)} == {100, 110, 200}

    run(body)


def test_ready_leaves_after_the_acts_before_it_and_again_after_a_loss() -> None:
    async def body() -> None:
        peer = Peer(["act"])
        async with listening(peer) as address, client(address) as trainee:
            act = asyncio.create_task(trainee.act("go"))
            await asyncio.sleep(0)
            await trainee.ready(4)
            await act
            await peer_has(peer, lambda: any(isinstance(message, Ready) for message in peer.read))
            kinds = [type(message) for message in peer.read if isinstance(message, Act | Ready)]
            assert kinds == [Act, Act, Ready]
            assert peer.current is not None
            peer.current.transport.abort()
            await peer_has(peer, lambda: sum(isinstance(message, Ready) for message in peer.read) == 2)

    run(body)


def test_safety_stop_is_said_again_until_the_drill_is_over() -> None:
    async def body() -> None:
        peer = Peer()

        def said() -> int:
            return sum(isinstance(message, SafetyStop) for message in peer.read)

        async with listening(peer) as address, client(address) as trainee:
            assert peer.current is not None
            peer.current.transport.abort()
            await trainee.safety_stop("a real leak")
            await peer_has(peer, lambda: said() >= 1)
            before = said()
            peer.current.transport.abort()
            await peer_has(peer, lambda: said() == before + 1)
            peer.phase = "ended"
            peer.current.transport.abort()
            await trainee.until(lambda: trainee.phase == "ended")
            await trainee.act("go")
            assert said() == before + 1

    run(body)


def test_an_act_withdrawn_before_it_left_never_leaves() -> None:
    async def body() -> None:
        peer = Peer(["hello"] * 3)
        async with listening(peer) as address, client(address) as trainee:
            peer.cuts = ["act"]
            first = asyncio.create_task(trainee.act("go"))
            second = asyncio.create_task(trainee.act("halt"))
            await asyncio.sleep(0)
            second.cancel()
            assert await first == 1
            assert await trainee.act("wear") == 2
        assert [act.kind for act in peer.acts] == ["go", "wear"]

    run(body)


def test_faults_of_the_caller_come_back_to_the_caller() -> None:
    def fail(message: Message) -> None:
        if isinstance(message, Noted):
            raise ZeroDivisionError

    async def body() -> None:
        peer = Peer()
        async with listening(peer) as address, client(address, hear=fail) as trainee:
            with pytest.raises(KeyError):
                await trainee.until(lambda: trainee.state.cells["nowhere"] if trainee.state.tick >= 0 else False)
            await trainee.act("go")
            with pytest.raises(EndedError) as ended:
                await trainee.until(lambda: False)
            assert isinstance(ended.value.__cause__, ZeroDivisionError)

    run(body)
