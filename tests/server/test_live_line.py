"""When a client that does not answer its beats is noticed and let go, by the clock that is given."""

import asyncio

import pytest

from clients.protocol.frames import decode
from clients.protocol.messages import Beat
from server.access.limits import Bucket
from server.live.line import Line
from server.rooms.lanes import Picture

PICTURE = Picture(1, b"baseline", b"change")


def line_of(most_queued: int = 1024) -> Line:
    return Line("00112233445566aa", "IC", "IC", "trainee", Bucket(30.0, 90), most_queued)


async def sent(line: Line) -> list[bytes]:
    """What the line sends now."""
    out: list[bytes] = []

    async def send(frame: bytes) -> None:
        out.append(frame)

    pump = asyncio.create_task(line.pump(send))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    pump.cancel()
    return out


def silence(line: Line) -> tuple[int, int]:
    """Beats at every second and no answer: the second at which it is noticed, and that at which it is let go."""
    noticed = 0
    for second in range(60):
        line.beat(20 * second, float(second))
        noticed = noticed or second * line.slow
        if line.closing:
            return noticed, second
    raise AssertionError("never let go")


def test_silence_is_noticed_within_five_seconds_and_ended_within_fifteen() -> None:
    line = line_of()
    noticed, dropped = silence(line)
    assert 0 < noticed <= 5 < dropped <= 15
    assert line.closing == "too_slow" and line.closed.is_set()


def test_late_answers_do_not_help_who_falls_ever_further_behind() -> None:
    line = line_of()
    for second in range(60):
        line.beat(20 * second, float(second))
        if line.closing:
            break
        if second % 3 == 0:
            line.beat_seen(second // 3, float(second))  # every third beat only
    assert line.closing == "too_slow"


def test_who_answers_stays_and_his_round_trip_is_known() -> None:
    line = line_of()
    for second in range(60):
        line.beat(20 * second, float(second))
        line.beat_seen(second + 1, second + 0.25)
    assert not line.slow and not line.closing and line.rtt_ms == 250


def test_who_is_slow_gets_no_states_and_what_is_queued_is_bounded() -> None:
    async def run() -> None:
        line = line_of(most_queued=8)
        line.show(PICTURE)
        assert await sent(line) == [b"baseline", b"change"]
        for second in range(5):
            line.beat(20 * second, float(second))
        line.show(PICTURE)
        frames = await sent(line)
        assert line.slow and [type(decode("trainee", frame, to_server=False)) for frame in frames] == [Beat] * 5
        line.give([b"event"] * 9)
        assert line.closing == "too_slow" and await sent(line) == []

    asyncio.run(run())


def test_who_comes_late_is_told_all_that_was_missed_however_much_that_is() -> None:
    async def run() -> None:
        line = line_of(most_queued=8)
        line.give([b"welcome"])
        line.catch_up([b"missed"] * 100)
        line.give([b"event"] * 8)
        assert not line.closing
        assert await sent(line) == [b"welcome", *[b"missed"] * 100, *[b"event"] * 8]
        line.catch_up([b"missed"] * 100)
        line.give([b"event"] * 9)
        assert line.closing == "too_slow"

    asyncio.run(run())


@pytest.mark.parametrize("beat", [0, 99])
def test_an_answer_to_no_beat_is_no_answer(beat: int) -> None:
    line = line_of()
    line.beat(0, 0.0)
    line.beat_seen(beat, 0.1)
    assert line.rtt_ms == -1
