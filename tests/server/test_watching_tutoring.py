"""The tutor on a real server: it speaks to who is examined, into the record, in training alone, and if asked for."""

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from clients.protocol.messages import Happened, Heard
from clients.sdk import Rest, RestError
from tests.server.served import Place, Server, served
from tests.server.test_live_training import Drill, drill, run, staffed


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with asyncio.Runner() as runner:
        context = served(Place.at(tmp_path_factory.mktemp("tutored")))
        up = runner.run(context.__aenter__())
        try:
            runner.run(staffed(up))
            yield up
        finally:
            runner.run(context.__aexit__(None, None, None))


def hints(made: Drill) -> list[Heard]:
    return [m for m in made.heard if isinstance(m, Heard) and m.kind == "hint"]


async def idle_for(made: Drill, seconds: int) -> None:
    """Do nothing for a while, with a moment for the tutor now and then."""
    await made.do("start")
    for at_s in range(60, seconds + 1, 60):
        await made.play_to(at_s * 20)
        await asyncio.sleep(1.3)


def test_it_tells_the_commander_what_is_overdue_and_the_record_keeps_it(server: Server) -> None:
    async def work() -> None:
        async with drill(server, "IC", tutored=True) as made:
            await idle_for(made, 300)
            told = hints(made)
            assert told
            words = dict(told[0].act["words"])
            assert told[0].sender == "tutor"
            assert words["zh"].startswith("还没有：") and words["en"].startswith("not done yet: ")
            assert words["source_zh"] and words["source_en"]
            assert len({m.topic for m in told}) == len(told)
            assert all(b.tick - a.tick >= 20 * 20 for a, b in pairwise(told))
            await made.do("finish")
            await made.until("sealed")
            opening: dict[str, Any] = await made.director.call("GET", f"{made.path}/debrief")
            kept = [(h["seat"], h["about"]) for h in opening["hints"]]  # the last may not have been heard any more
            assert kept[: len(told)] == [("IC", m.topic) for m in told]
            assert opening["team"]["orders"] == 0
            assert not [m for m in made.heard if isinstance(m, Happened)]  # what staff do is told to staff alone

    run(work())


def test_it_is_silent_unless_asked_for(server: Server) -> None:
    async def work() -> None:
        async with drill(server, "IC") as made:
            await idle_for(made, 180)
            assert hints(made) == []

    run(work())


def test_no_exam_has_a_tutor_or_a_false_alarm_and_nobody_can_speak_in_its_name(server: Server) -> None:
    async def refused(desk: Rest, path: str, body: dict[str, Any]) -> int:
        with pytest.raises(RestError) as caught:
            await desk.call("POST", path, body)
        return caught.value.status

    async def work() -> None:
        async with drill(server, "IC", tutored=True) as made:
            exam = {"scenario": "tank_overfill", "mode": "exam", "people": {"IC": "person"}, "candidate": "0417"}
            for extra in ({"tutored": True}, {"false_alarm": "may"}):
                assert await refused(made.director, "/api/drills", {**exam, **extra}) == 422
            await made.do("start")
            hint = {"kind": "hint", "target": "ALARM", "detail": "IC", "words": [["zh", "x"]]}
            assert await refused(made.director, f"{made.path}/directions", hint) in (403, 409, 422)

    run(work())
