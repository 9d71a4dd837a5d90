"""A room: what it takes, what it answers, when it works a tick, and what leaves it."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.protocol import frames
from clients.protocol.messages import Accepted, Declined, Happened, Phase, Pose
from server.rooms.lanes import STAFF
from server.rooms.room import KEY_TICKS, MOST_GAP_S, MOST_WAITING, PICTURE_TICKS, Output
from server.rooms.rows import ActRow, KeyRow, LifeRow, PoseRow, TickRow
from sim_core.pack import pack
from tests.server.rooms import ID, Stand, stand

CREW = ("IC", "DCS", "OUT")


def seqs(out: Output) -> list[tuple[str, int]]:
    """Which acts an output answers as accepted."""
    answers = [(who, frames.decode("trainee", frame, to_server=False)) for who, frame in out.answers]
    assert all(isinstance(message, Accepted) for _, message in answers)
    return [(who, message.seq) for who, message in answers]


class TestActs:
    def test_an_act_is_logged_then_answered_then_done(self) -> None:
        at = stand()
        row = at.act("IC", 1, "declare", "T-101")
        assert isinstance(row, ActRow)
        assert at.log[-1] == (0, row)
        assert [seqs(out) for out in at.settle()] == [[("IC", 1)]]
        at.tick()
        done = [row for _, row in at.log if isinstance(row, TickRow)]
        assert ("IC", 1) in done[0].acts
        assert at.room.waiting == {}

    def test_it_waits_for_the_log(self) -> None:
        """At real time the drill goes on meanwhile; the act is done once it is on disk."""
        at = stand()
        at.act("IC", 1)
        at.tick(5)
        assert ("IC", 1) in at.room.waiting
        at.settle()
        at.tick()
        assert [row.tick for _, row in at.log if isinstance(row, TickRow) and ("IC", 1) in row.acts] == [5]

    def test_a_repeat_is_the_same_act(self) -> None:
        at = stand()
        at.act("IC", 1, "declare", "T-101")
        assert at.act("IC", 1, "declare", "T-101") == b""  # its answer is still to come
        (out,) = at.settle()
        answer = out.answers[0][1]
        assert at.act("IC", 1, "declare", "T-101") == answer
        at.tick(3)
        assert at.act("IC", 1, "declare", "T-102") == answer
        assert len([row for _, row in at.log if isinstance(row, ActRow) and row.seat == "IC"]) == 1

    @pytest.mark.parametrize("seq", [0, -1, 3, 1 << 40])
    def test_a_gap_is_refused(self, seq: int) -> None:
        at = stand()
        at.act("IC", 1)
        assert at.act("IC", seq) == "bad_seq"
        assert isinstance(at.act("IC", 2), ActRow)

    def test_seats_count_for_themselves(self) -> None:
        at = stand(people=CREW)
        assert isinstance(at.act("IC", 1), ActRow)
        assert at.act("DCS", 2) == "bad_seq"
        assert isinstance(at.act("DCS", 1), ActRow)

    @pytest.mark.parametrize(
        "what",
        [
            {"value": float("nan")},
            {"value": float("inf")},
            {"value": -1.1e6},
            {"detail": "x" * 201},
            {"target": "x" * 65},
            {"words": (("a", "\ud800"),)},
            {"words": (("a", "b"),) * 41},
            {"seen_tick": -1},
            {"seen_tick": 1 << 62},
        ],
    )
    def test_malformed(self, what: dict[str, object]) -> None:
        at = stand()
        before = len(at.log)
        assert at.act("IC", 1, "report", **what) == "bad_act"
        assert len(at.log) == before
        assert isinstance(at.act("IC", 1), ActRow)

    def test_an_act_that_nobody_knows_is_declined_in_the_drill(self) -> None:
        at = stand()
        at.act("IC", 1, "dance")
        at.settle()
        at.tick()
        (declined,) = [message for message in at.told("IC") if isinstance(message, Declined)]
        assert (declined.act, declined.word) == ("dance", "unknown_act")

    def test_only_so_many_wait(self) -> None:
        at = stand(people=CREW)
        for seq in range(1, MOST_WAITING + 1):
            assert isinstance(at.act("IC", seq), ActRow)
        assert at.act("IC", MOST_WAITING + 1) == "too_many"
        assert isinstance(at.act("DCS", 1), ActRow)
        at.settle()
        at.tick()
        assert isinstance(at.act("IC", MOST_WAITING + 1), ActRow)

    @pytest.mark.parametrize("phase", ["lobby", "frozen", "ended"])
    def test_not_running(self, phase: str) -> None:
        at = stand(start=phase != "lobby")
        if phase == "frozen":
            at.do("freeze")
        if phase == "ended":
            at.do("annul")
        assert at.room.phase == phase
        assert at.act("IC", 1) == "not_running"
        assert at.room.work() == Output()


ORDERS = [("IC", 1), ("IC", 2), ("DCS", 1), ("OUT", 1)]


@pytest.mark.parametrize("order", [o for o in permutations(ORDERS) if o.index(("IC", 1)) < o.index(("IC", 2))])
def test_order_of_arrival_does_not_matter(order: tuple[tuple[str, int], ...]) -> None:
    """Acts of several seats for one tick: digests and events are those of any other order."""
    what = {
        ("IC", 1): ("halt", {}),
        ("IC", 2): ("declare", {"target": "T-101"}),
        ("DCS", 1): ("operate", {"target": "P-101", "detail": "stop"}),
        ("OUT", 1): ("go", {"target": "MF"}),
    }
    chains = []
    for sequence in (tuple(ORDERS), order):
        at = stand(people=CREW)
        at.tick(10)
        for seat, seq in sequence:
            kind, more = what[seat, seq]
            at.act(seat, seq, kind, **more)
        at.settle()
        at.tick(60)
        events = [m for m in at.told() if isinstance(m, Happened)]
        chains.append((pack(at.room.point), events))
    assert chains[0] == chains[1]
    assert chains[0][1]


class TestLockStep:
    def test_it_waits_for_every_seat_held(self) -> None:
        at = stand(people=("IC", "DCS"), speed=0.0)
        at.room.ready("IC", 50)
        assert not at.room.may_tick
        assert at.room.waits_for("DCS")
        at.room.ready("DCS", 20)
        while at.room.may_tick:
            at.tick()
        assert at.room.tick == 20
        assert at.room.waits_for("DCS")
        assert not at.room.waits_for("IC")

    def test_it_waits_for_the_log(self) -> None:
        """However far the seats are ready: an act that is on its way to disk belongs to this tick."""
        at = stand(speed=0.0)
        at.room.ready("IC", 7)
        while at.room.may_tick:
            at.tick()
        at.act("IC", 1)
        at.room.ready("IC", 100)
        assert not at.room.may_tick
        at.settle()
        assert at.room.may_tick
        at.tick()
        assert at.log[-1][1].acts == (("IC", 1),)
        assert at.log[-1][1].tick == 7

    def test_ready_does_not_go_back(self) -> None:
        at = stand(speed=0.0)
        at.room.ready("IC", 9)
        at.room.ready("IC", 3)
        while at.room.may_tick:
            at.tick()
        assert at.room.tick == 9

    def test_a_seat_is_shown_the_tick_it_waits_for(self) -> None:
        at = stand(speed=0.0)
        at.room.ready("IC", 31)
        shown = []
        while at.room.may_tick:
            out = at.tick(watched=("IC", STAFF))
            shown += [at.room.tick for audience in out.pictures if audience == "IC"]
        assert shown == [31]

    def test_nobody_to_wait_for(self) -> None:
        at = stand(speed=0.0)
        at.room.people.clear()
        while at.room.may_tick:
            at.tick()
        assert at.room.phase == "ended"

    @pytest.mark.parametrize(("speed", "waits"), [(0.0, True), (0.5, False), (1.0, False), (1.5, True), (64.0, True)])
    def test_above_real_time_only(self, speed: float, waits: bool) -> None:
        assert stand(speed=speed).room.lock_step is waits


class TestStaff:
    def test_what_staff_do_is_told_to_all(self) -> None:
        at = stand(people=CREW)
        for audience in (*CREW, "FF", STAFF):
            (phase,) = [m for m in at.told(audience) if isinstance(m, Phase)]
            assert (phase.phase, phase.word) == ("running", "start")

    def test_it_stands_in_the_course(self) -> None:
        at = stand()
        at.tick(25)
        at.do("freeze", words=(("reason", "explain"),))
        assert isinstance(at.log[-1][1], LifeRow)
        at.do("resume")
        at.tick()
        acts = [act for _, row in at.log if isinstance(row, TickRow) for act in row.acts]
        assert acts == [("@staff", 1), ("@staff", 2), ("@staff", 3)]

    def test_freeze_and_resume(self) -> None:
        at = stand()
        at.tick(3)
        at.do("freeze")
        assert (at.room.phase, at.room.tick) == ("frozen", 3)
        assert at.room.work() == Output()
        at.do("resume")
        at.tick()
        assert (at.room.phase, at.room.tick) == ("running", 4)

    @pytest.mark.parametrize("value", [-0.5, 0.01, 64.1, float("nan")])
    def test_speed_has_bounds(self, value: float) -> None:
        at = stand()
        assert at.direct("speed", value=value) == "bad_act"

    def test_speed(self) -> None:
        at = stand()
        at.do("speed", value=2.0)
        assert at.room.speed == 2.0
        assert at.room.lock_step
        (told,) = [m for m in at.told("IC") if isinstance(m, Phase) and m.word == "speed"]
        assert told.speed == 2.0

    def test_the_same_seq_is_the_same_act(self) -> None:
        at = stand()
        first = at.direct("inject", seq=1, target="radio_dies", detail="OUT")
        assert isinstance(first, ActRow)
        at.settle()
        assert isinstance(at.direct("inject", seq=1, target="radio_dies", detail="OUT"), bytes)
        assert isinstance(at.direct("inject", by="other", seq=1, target="radio_dies", detail="OUT"), ActRow)

    def test_two_who_want_the_same(self) -> None:
        """Both are logged while neither has had its effect; the second finds it done, and is told so."""
        at = stand()
        assert isinstance(at.direct("freeze", by="a", seq=1), ActRow)
        assert isinstance(at.direct("freeze", by="b", seq=1), ActRow)
        first, second = at.settle()
        assert seqs(first) == [("a", 1)]
        assert seqs(second) == [("b", 1)]
        assert not second.events
        assert at.room.phase == "frozen"

    def test_takeover(self) -> None:
        at = stand(people=("IC", "DCS"), speed=0.0)
        at.room.ready("IC", 1000)
        assert not at.room.may_tick
        at.do("takeover", target="DCS", detail="colleague")
        assert at.room.people == {"IC": "person"}
        assert at.room.may_tick
        at.tick()
        dcs = next(p for p in at.room.point.world.people if p.seat == "DCS")
        assert dcs.colleague
        at.do("takeover", target="DCS", detail="person")
        assert at.room.people == {"IC": "person", "DCS": "person"}
        assert not at.room.may_tick

    @pytest.mark.parametrize("what", [{"target": "XX"}, {"target": "IC", "detail": "bot"}, {}])
    def test_a_takeover_that_makes_no_sense(self, what: dict[str, str]) -> None:
        assert stand().direct("takeover", **what) == "bad_act"

    @pytest.mark.parametrize("kind", ["interrupted", "end", "seal"])
    def test_what_the_server_alone_says(self, kind: str) -> None:
        assert stand().direct(kind, by="boss") == "not_allowed"

    @pytest.mark.parametrize("seq", [-1, 1 << 63])
    def test_a_seq_that_is_none(self, seq: int) -> None:
        assert stand().direct("freeze", seq=seq) == "bad_seq"

    @pytest.mark.parametrize("kind", ["freeze", "speed", "inject", "takeover", "finish"])
    def test_an_exam_is_locked(self, kind: str) -> None:
        at = stand("exam")
        assert at.direct(kind) == "not_allowed"

    @pytest.mark.parametrize("kind", ["annul", "safety_stop"])
    @pytest.mark.parametrize("phase", ["lobby", "briefing", "running", "frozen"])
    @pytest.mark.parametrize("mode", ["training", "exam"])
    @pytest.mark.parametrize("speed", [0.0, 1.0])
    def test_an_end_from_every_phase(self, kind: str, phase: str, mode: str, speed: float) -> None:
        at = stand(mode, speed=speed, start=phase in ("running", "frozen"))
        if phase == "briefing":
            at.do("brief")
        if phase == "frozen":
            at.do("interrupted", value=1.0)
        assert at.room.phase == phase
        out = at.do(kind, words=(("reason", "why"),))
        assert out.over
        assert at.room.phase == "ended"
        word = "annulled" if kind == "annul" else "safety_stop"
        assert at.room.point.world.ended == word
        assert at.told("IC")[-1] == Phase(
            timeline=ID, event=len(at.told("IC")), tick=at.room.tick, phase="ended", word=word, speed=speed
        )
        assert at.direct(kind) == "not_running"

    @pytest.mark.parametrize(("gap_s", "goes_on"), [(MOST_GAP_S, True), (MOST_GAP_S + 0.1, False)])
    def test_an_exam_that_was_interrupted_for_long_is_over(self, gap_s: float, goes_on: bool) -> None:
        at = stand("exam")
        at.tick(3)
        at.do("interrupted", value=gap_s)
        at.do("interrupted", value=1.0)  # another, shorter one does not make it good
        assert at.room.phase == "frozen"
        assert isinstance(at.direct("resume"), ActRow) is goes_on
        assert at.room.phase == "frozen"
        assert at.do("annul", words=(("reason", "interrupted"),)).over

    def test_a_training_drill_goes_on_after_any_interruption(self) -> None:
        at = stand()
        at.do("interrupted", value=1e5)
        at.do("resume")
        assert at.room.phase == "running"


class TestOutputs:
    def test_the_natural_end(self) -> None:
        at = stand()
        while at.room.phase == "running":
            out = at.tick()
        assert out.over
        assert isinstance(at.told("IC")[-1], Phase)
        assert at.room.seal().rows[0].phase == "sealed"
        assert at.room.phase == "sealed"

    def test_pictures_only_for_those_who_look(self) -> None:
        at = stand(people=CREW)
        ticks = [(at.room.tick, set(at.tick(watched=("IC", STAFF)).pictures)) for _ in range(20)]
        for tick, shown in ticks:
            assert shown == ({"IC", STAFF} if (tick + 1) % PICTURE_TICKS == 0 else set())

    def test_keys_come_again_and_again(self) -> None:
        at = stand()
        at.tick(3 * KEY_TICKS)
        ticks = [tick for tick, row in at.log if isinstance(row, KeyRow)]
        assert len(ticks) == 3
        assert [b - a for a, b in pairwise(ticks)] == [KEY_TICKS] * 2

    def test_events_have_no_gaps(self) -> None:
        at = stand(people=CREW)
        at.act("IC", 1, "operate", "P-101", detail="stop", to="DCS")
        at.settle()
        at.tick(800)
        for audience in (*CREW, STAFF):
            told = at.told(audience)
            assert [m.event for m in told] == list(range(1, len(told) + 1))  # type: ignore[attr-defined]
        assert len(at.told()) > 5
        assert len(at.told("DCS")) > 1

    def test_poses(self) -> None:
        """The first of a tick counts, and only while the drill runs."""
        at, part = stand(), (0, 0, 0, 4, 0, 0, 0)
        for x in (1, 2):
            at.room.pose("IC", Pose(timeline=ID, head=(x, 0, 0, 0, 0, 0, 0), left=part, right=part))
        at.tick(150)
        (row,) = [row for _, row in at.log if isinstance(row, PoseRow)]
        assert [pose[0] for pose in row.poses] == [0]


@given(st.lists(st.tuples(st.sampled_from(CREW), st.integers(-1, 4)), max_size=40))
def test_every_seq_is_done_once_and_in_order(sent: list[tuple[str, int]]) -> None:
    """Whatever repeats and gaps arrive: of each seat 1, 2, 3... are done, each once."""
    at = SHARED
    for seat, ahead in sent:
        at.act(seat, at.room.seqs.get(seat, 0) + ahead, "halt")
        if ahead == 2:
            at.settle()
            at.tick()
    at.settle()
    if at.room.phase == "running":
        at.tick()
    done = [act for _, row in at.log if isinstance(row, TickRow) for act in row.acts]
    for seat in CREW:
        mine = [seq for who, seq in done if who == seat]
        assert mine == list(range(1, len(mine) + 1))
        assert at.room.seqs.get(seat, 0) == len(mine)


SHARED: Stand = stand(people=CREW)
