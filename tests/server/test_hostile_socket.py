"""What comes over the socket from somebody who means no good: refused with a code, nothing changed by it."""

from collections.abc import Iterator
from typing import Any

import msgpack
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clients.protocol.messages import MAX_FRAME_BYTES, VERSION
from tests.server.hostile_ground import Calm, Drilled, Ground, Peer, Seated, ground_in, hello, packed, sealed_acts

REFUSED = "REFUSED-MARK"  # in a message that must not be taken; it is looked for in what is left
FEW = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
STAFF_ROLES = ("examiner", "auditor")
VIOLATION, TOO_BIG, BAD_TEXT = 1008, 1009, 1007

EDGES = (0, -1, 2**15, 2**16, 2**31, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**64 - 1, -(2**63))
INTS = st.sampled_from(EDGES) | st.integers(-(2**63), 2**64 - 1)
FLOATS = st.sampled_from((float("nan"), float("inf"), -float("inf"), 1e300, -0.0, 5e-324)) | st.floats()
TEXTS = st.text(max_size=12) | st.sampled_from(("\ud800", "a\udfffb", "\x00", "\u202e", "x" * 300, "IC", "@staff"))
LEAVES = st.none() | st.booleans() | INTS | FLOATS | TEXTS | st.binary(max_size=8)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)
DEEP = st.integers(1, 4000).map(lambda depth: b"\x91" * depth + b"\xc0")
PLACE = (0, 0, 0, 4, 0, 0, 0)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with ground_in(tmp_path_factory.mktemp("hostile")) as ground:
        yield ground


@pytest.fixture(scope="module")
def calm(ground: Ground) -> Iterator[Calm]:
    calm = Calm(ground, ground.drill())
    calm.start()
    yield calm
    calm.leave()


@pytest.fixture(scope="module")
def attacked(ground: Ground, calm: Calm) -> Drilled:
    """The drill that everybody here goes for."""
    return ground.drill()


def valid(kind: str, drill: Drilled) -> dict[str, Any]:
    """A message of a seat that is taken, but for the seq of an act."""
    return {
        "act": {"seq": 1, "kind": "halt", "target": "", "detail": "", "value": 0.0, "words": [], "to": "", "via": ""},
        "ready": {"tick": 1},
        "beat_seen": {"beat": 1},
        "pose": {"head": PLACE, "left": PLACE, "right": PLACE},
        "safety_stop": {"reason": ""},
    }[kind] | {"type": kind, "timeline": drill.id}


# ---- a seat


@FEW
@given(st.lists(st.binary(max_size=200) | st.text(max_size=50) | VALUES.map(packed) | DEEP, min_size=1, max_size=8))
def test_what_is_no_message_is_refused_one_by_one(ground: Ground, attacked: Drilled, sent: list[bytes | str]) -> None:
    with Seated(ground, attacked) as peer:
        for each in sent:
            peer.say(each)
        peer.fence()
        assert [problem["code"] for problem in peer.problems()] == ["malformed"] * len(sent)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """A message of a seat, wrong in some of its fields; drill and seq are filled in later where they are right."""
    kind = draw(st.sampled_from(("act", "ready", "pose", "beat_seen")))
    message = valid(kind, Drilled("right", {}))
    for name in draw(st.lists(st.sampled_from(sorted(set(message) - {"type", "timeline"})), min_size=1, max_size=2)):
        message[name] = draw(VALUES | st.lists(INTS, min_size=7, max_size=7) | st.just([["a", "b"]] * 1200))
    if draw(st.booleans()):
        message[draw(st.sampled_from(("type", "timeline", "extra", "")))] = draw(VALUES)
    if draw(st.integers(0, 3)) == 0:
        del message[draw(st.sampled_from(sorted(message)))]
    return message


@FEW
@given(st.lists(mutated(), min_size=1, max_size=6))
def test_a_mutated_message_is_refused_or_taken_whole(
    ground: Ground, attacked: Drilled, messages: list[dict[str, Any]]
) -> None:
    with Seated(ground, attacked) as peer:
        for message in messages:
            if message.get("timeline") == "right":
                message["timeline"] = attacked.id
            if message.get("seq") == 1:
                message["seq"] = peer.last_seq + 1
            if len(data := packed(message)) <= MAX_FRAME_BYTES:
                peer.say(data)
        peer.fence()
        assert {problem["code"] for problem in peer.problems()} <= {
            "malformed",
            "wrong_timeline",
            "bad_seq",
            "bad_act",
            "too_many",
        }


@pytest.mark.parametrize("ahead", [0, 2, -1, 1000, 2**63 - 1, 2**63, 2**64 - 1, -(2**63)])
def test_an_act_out_of_order_is_refused(ground: Ground, attacked: Drilled, ahead: int) -> None:
    with Seated(ground, attacked, "FF") as peer:
        seq = ahead if ahead < 1 or ahead > 2**32 else peer.last_seq + ahead
        peer.say(valid("act", attacked) | {"seq": seq, "detail": REFUSED})
        assert (peer.problem()["code"], peer.got[-1].get("seq", 0)) == ("bad_seq", seq)


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": float("nan")},
        {"value": float("inf")},
        {"value": 2**64 - 1},
        {"seen_tick": -1},
        {"seen_tick": 2**63},
        {"seen_tick": 2**64 - 1},
        {"kind": "k" * 65},
        {"to": "\u202e" * 65},
        {"words": [["a", "b"]] * 1000},
        {"words": [["a", "b" * 201]]},
    ],
)
def test_an_act_out_of_range_is_refused(ground: Ground, attacked: Drilled, wrong: dict[str, Any]) -> None:
    with Seated(ground, attacked, "FF") as peer:
        peer.say(valid("act", attacked) | {"seq": peer.last_seq + 1, "detail": REFUSED} | wrong)
        assert peer.problem()["code"] == "bad_act"


def test_a_repeated_act_is_done_once(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked, "FF") as peer:
        seq = peer.last_seq + 1
        for detail in ("first", REFUSED, REFUSED):
            peer.say(valid("act", attacked) | {"seq": seq, "detail": detail})
        peer.until(lambda message: message["type"] == "accepted" and message["seq"] == seq)
        peer.fence()
        peer.say(valid("act", attacked) | {"seq": seq, "detail": REFUSED})
        peer.until(lambda message: message["type"] == "accepted" and message["seq"] == seq)
        assert peer.problems() == []


@pytest.mark.parametrize("part", ["head", "left", "right"])
@pytest.mark.parametrize(
    ("at", "value"),
    [(0, 32768), (2, -32769), (0, 2**63), (1, 2**64 - 1), (3, 5), (3, -1), (4, 512), (6, -512), (5, -(2**63))],
)
def test_a_pose_out_of_range_is_refused(ground: Ground, attacked: Drilled, part: str, at: int, value: int) -> None:
    place = [*PLACE[:at], value, *PLACE[at + 1 :]]
    with Seated(ground, attacked) as peer:
        peer.say(valid("pose", attacked) | {part: place})
        peer.say(valid("pose", attacked))
        assert peer.problem()["code"] == "bad_act"
        peer.fence()
        assert len(peer.problems()) == 1


def test_ready_far_away_runs_nothing_ahead(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked) as peer:
        for tick in (2**64 - 1, -(2**63), 2**63):
            peer.say(valid("ready", attacked) | {"tick": tick})
        peer.fence()
        beats = [peer.until(lambda message: message["type"] == "beat")["tick"] for _ in range(2)]
        assert beats[1] - beats[0] < 60


@pytest.mark.parametrize("timeline", ["", "0" * 16, "right", "\x00", "x" * 5000])
def test_another_timeline_is_refused(ground: Ground, attacked: Drilled, timeline: str) -> None:
    with Seated(ground, attacked, "FF") as peer:
        for kind in ("act", "ready", "pose", "beat_seen", "safety_stop"):
            peer.say(valid(kind, attacked) | {"timeline": timeline})
            assert peer.problem()["code"] == "wrong_timeline"


def test_a_second_hello_is_refused(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked, "FF") as peer:
        peer.say(hello(attacked.tokens["FF"], timeline=attacked.id))
        assert peer.problem()["code"] == "not_allowed"
        peer.fence()


# ---- staff


@pytest.mark.parametrize("who", ["director", *STAFF_ROLES])
def test_messages_of_other_unions_are_refused(ground: Ground, attacked: Drilled, who: str) -> None:
    with Peer(ground) as peer:
        peer.say(hello(ground.tokens[who], timeline=attacked.id))
        peer.until(lambda message: message["type"] == "welcome")
        others = [valid(kind, attacked) for kind in ("act", "ready", "pose")]
        if who != "director":
            others.append({"type": "staff_act", "timeline": attacked.id, "seq": 1, "kind": "annul", "reason": REFUSED})
        for other in others:
            peer.say(other)
            assert peer.problem()["code"] == "malformed"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "interrupted", "value": 1000.0}, "not_allowed"),
        ({"kind": "end"}, "not_allowed"),
        ({"kind": "seal"}, "not_allowed"),
        ({"kind": "start"}, "not_running"),
        ({"kind": ""}, "not_running"),
        ({"kind": "speed", "value": float("nan")}, "bad_act"),
        ({"kind": "speed", "value": -1.0}, "bad_act"),
        ({"kind": "speed", "value": 1e-300}, "bad_act"),
        ({"kind": "speed", "value": 5e-324}, "bad_act"),
        ({"kind": "takeover", "target": "nobody", "detail": "colleague"}, "bad_act"),
        ({"kind": "takeover", "target": "IC", "detail": "cat"}, "bad_act"),
        ({"kind": "inject", "target": "wind", "value": 1e300}, "bad_act"),
        ({"kind": "inject", "target": "wind", "value": 90.0, "seq": 2**63}, "bad_seq"),
        ({"kind": "inject", "target": "wind", "value": 90.0, "seq": 2**64 - 1}, "bad_seq"),
        ({"kind": "inject", "target": "wind", "value": 90.0, "seq": -5}, "bad_seq"),
        ({"kind": "inject", "target": "wind", "value": 90.0, "reason": "r" * 300}, "bad_act"),
    ],
)
def test_what_no_director_may_do_is_refused(
    ground: Ground, attacked: Drilled, fields: dict[str, Any], code: str
) -> None:
    with Peer(ground) as peer:
        peer.say(hello(ground.tokens["director"], timeline=attacked.id))
        peer.until(lambda message: message["type"] == "welcome")
        peer.say({"type": "staff_act", "timeline": attacked.id, "seq": 1, "reason": REFUSED} | fields)
        answer = peer.until(lambda message: message["type"] in ("problem", "accepted"))
        assert answer.get("code") == code


# ---- the entrance


def refused_at_the_door(ground: Ground, first: Any) -> str:
    """The code of the last word to somebody who comes with this message."""
    with Peer(ground) as peer:
        peer.say(first)
        problem = peer.hear()
        assert peer.end() == VIOLATION
        assert len(peer.got) == 1 and problem["closing"]
        return str(problem["code"])


@FEW
@given(st.binary(max_size=100) | st.text(max_size=30) | VALUES.map(packed) | DEEP | mutated().map(packed))
def test_whatever_comes_before_hello_ends_the_connection(ground: Ground, sent: bytes | str) -> None:
    assert refused_at_the_door(ground, sent) in ("malformed", "unauthorised")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"version": VERSION + 1}, "version"),
        ({"version": 2**64 - 1}, "version"),
        ({"last_event": -5}, "malformed"),
        ({"last_event": 1.5}, "malformed"),
        ({"token": None}, "malformed"),
        ({"token": ""}, "unauthorised"),
        ({"token": "\x00" * 43}, "unauthorised"),
        ({"token": "x" * 15_000}, "unauthorised"),
        ({"timeline": "0" * 16}, "unauthorised"),
        ({"timeline": "\x00"}, "unauthorised"),
    ],
)
def test_a_hello_that_is_wrong_in_one_thing(
    ground: Ground, attacked: Drilled, fields: dict[str, Any], code: str
) -> None:
    assert refused_at_the_door(ground, hello(attacked.tokens["IC"]) | fields) == code


def test_a_token_opens_only_what_it_is_for(ground: Ground, attacked: Drilled, calm: Calm) -> None:
    staff, seat = ground.tokens["director"], attacked.tokens["FF"]
    for first in (
        hello(staff),
        hello(staff.swapcase(), timeline=attacked.id),
        hello(seat, timeline=calm.drill.id),
        hello(seat[:-1]),
        hello(seat + "="),
        hello(attacked.id),
    ):
        assert refused_at_the_door(ground, first) == "unauthorised"
    assert refused_at_the_door(ground, hello(staff, timeline="0" * 16)) == "wrong_timeline"


def test_a_spent_token_is_refused_and_told_of(ground: Ground, attacked: Drilled) -> None:
    spent = attacked.tokens["FF"]
    for _ in range(2):
        with Seated(ground, attacked, "FF"):
            pass
    with Seated(ground, attacked, "FF") as peer:
        assert refused_at_the_door(ground, hello(spent)) == "unauthorised"
        peer.fence()  # the one who holds the seat is not disturbed
    assert "seat_token_replayed" in ground.log
    assert spent not in ground.log


# ---- after it all


def test_nothing_of_it_is_left(ground: Ground, attacked: Drilled, calm: Calm) -> None:
    with Seated(ground, attacked) as peer:
        peer.say(valid("act", attacked) | {"seq": peer.last_seq + 1, "kind": "go", "detail": "last"})
        peer.until(lambda message: message["type"] == "accepted")
        last = peer.last_seq + 1
    calm.leave()
    ground.direct(attacked, "annul")
    ground.direct(calm.drill, "annul")
    acts = sealed_acts(ground, attacked)
    assert [act.seq for act in acts if act.seat == "IC"] == list(range(1, last + 1))
    assert [act.act.detail for act in acts if act.seat == "FF"] == ["first"]
    assert [act.act.kind for act in acts if act.seat == "@staff"] == ["start", "annul"]
    assert REFUSED not in repr(acts)
    assert not any(REFUSED.encode() in file.read_bytes() for file in (ground.folder / "data").glob("log.db*"))
    calm.lost_nothing()
    seen = sealed_acts(ground, calm.drill)
    assert [act.seq for act in seen if act.seat == "IC"] == list(range(1, calm.accepted + 1))
    assert ground.faults_in_log() == []
    slow = {"ticks", "commits"}  # how fast this machine is today is no matter here
    assert set(ground.ask("GET", "/health", "")["failing"]) <= slow


def test_the_writer_of_lone_surrogates_writes_them() -> None:
    assert packed("\ud800") == b"\xa3\xed\xa0\x80"
    with pytest.raises(UnicodeDecodeError):
        msgpack.unpackb(packed("\ud800"))
