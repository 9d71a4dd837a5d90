"""Too much, too long, too slow: floods, frames over the limit, half a request; cut short, and nobody else harmed."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from clients.protocol.messages import MAX_FRAME_BYTES
from scenarios import catalogue
from tests.server.hostile_ground import (
    Calm,
    Drilled,
    Ground,
    Peer,
    Seated,
    ground_in,
    hello,
    packed,
    rest_of,
    sealed_acts,
    tcp,
)

CONFIG = "[limits]\nconnections_per_address = 60\nlogin_attempts_per_address = 100\n"
VIOLATION, TOO_BIG, CUT_OFF = 1008, 1009, 1006
FLOOD_BYTES = 4 << 20
HUNG_UP_S = 60.0
MODEL_BYTES = 4 << 20  # of a scenario's site, made ahead while the flood goes on
GROWN_MOST_BYTES = (48 << 20) + MODEL_BYTES * len(catalogue())  # of the server's memory by all of this


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with ground_in(tmp_path_factory.mktemp("flooded"), CONFIG) as ground:
        yield ground


@pytest.fixture(scope="module")
def calm(ground: Ground) -> Iterator[Calm]:
    calm = Calm(ground, ground.drill())
    calm.start()
    yield calm
    calm.leave()


@pytest.fixture(scope="module")
def attacked(ground: Ground, calm: Calm) -> Drilled:
    return ground.drill()


@pytest.fixture(scope="module")
def memory_bytes(ground: Ground, attacked: Drilled) -> int:
    """Of the server, before it all."""
    with Seated(ground, attacked) as peer:
        peer.fence()
    return ground.memory_bytes()


@pytest.fixture(scope="module", autouse=True)
def loris(ground: Ground, memory_bytes: int) -> Iterator[list[Any]]:
    """Connections that say nothing, or begin something and do not go on. They wait while the other tests run."""
    opened = [tcp(ground, data) for data, _ in BEGUN]
    yield opened
    for each in opened:
        each.close()


def upgrade(more: bytes, version: bytes = b"13") -> bytes:
    """The request that opens a WebSocket."""
    return (
        b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: " + version + b"\r\n" + more + b"\r\n"
    )


# what is said, and the status of the last answer to it, "" = none
BEGUN = [
    (b"", b""),
    (b"GET", b""),
    (b"GET /health HTTP/1.1\r\nHost: x\r\n", b""),
    (b"POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n{", b"408"),
    (b"POST /api/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"nam\r\n", b"408"),
    (b"GET /health HTTP/1.1\r\nHost: x\r\n\r\nGET /health HTTP/1.1\r\nHo", b"200"),
    (upgrade(b"X-A: b\r\n" * 200), b""),
    (upgrade(b"X-A: " + b"b" * 20_000 + b"\r\n"), b""),
    (upgrade(b"", version=b"12"), b"400"),
    (upgrade(b"")[:-2], b""),
]


def frame(opcode: Opcode, data: bytes = b"", *, fin: bool = True) -> bytes:
    return bytes(Frame(opcode, data, fin).serialize(mask=True))


def flood(peer: Peer, data: bytes, *, reading: bool = True) -> int:
    """Send the same bytes at full speed until the server has had enough; the code with which it closes."""
    on = peer.socket.socket
    block = data * (65_536 // len(data) + 1)

    def send() -> None:
        try:
            for _ in range(FLOOD_BYTES // len(block)):
                on.sendall(block)
        except OSError:
            return

    sending = threading.Thread(target=send, daemon=True)
    sending.start()
    if not reading:
        sending.join()
    code = peer.end()
    sending.join()
    return code


# ---- floods


@pytest.mark.parametrize(
    "message", [{"type": "beat_seen", "beat": 1}, {"type": "ready", "tick": 0}, {"type": "act", "seq": 0, "kind": "go"}]
)
def test_a_flood_of_messages_ends_with_too_many(ground: Ground, attacked: Drilled, message: dict[str, Any]) -> None:
    with Seated(ground, attacked) as peer:
        code = flood(peer, frame(Opcode.BINARY, packed(message | {"timeline": attacked.id})))
        assert code in (VIOLATION, CUT_OFF)
        assert len(peer.problems()) <= 51
        assert {problem["code"] for problem in peer.problems()} <= {"bad_seq", "too_many", "malformed"}


@pytest.mark.parametrize("data", [b"", b"x"])
@pytest.mark.parametrize("opcode", [Opcode.BINARY, Opcode.TEXT])
def test_a_flood_of_small_frames_is_cut_short(ground: Ground, attacked: Drilled, opcode: Opcode, data: bytes) -> None:
    with Seated(ground, attacked) as peer:
        assert flood(peer, frame(opcode, data)) in (VIOLATION, CUT_OFF)
        assert {problem["code"] for problem in peer.problems()} <= {"malformed", "too_many"}


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("opcode", [Opcode.PING, Opcode.PONG])
def test_a_flood_of_pings_is_cut_short(ground: Ground, attacked: Drilled, opcode: Opcode, reading: bool) -> None:
    before_bytes = ground.memory_bytes()
    for data in (b"", b"p" * 125):
        with Seated(ground, attacked) as peer:
            assert flood(peer, frame(opcode, data), reading=reading) in (VIOLATION, CUT_OFF)
    assert ground.memory_bytes() - before_bytes < GROWN_MOST_BYTES


def test_a_flood_before_hello_is_cut_short(ground: Ground) -> None:
    for opcode in (Opcode.PING, Opcode.BINARY):
        with Peer(ground) as peer:
            assert flood(peer, frame(opcode)) in (VIOLATION, CUT_OFF)


def test_fragments_without_end_are_cut_short(ground: Ground, attacked: Drilled) -> None:
    for data in (b"", b"x"):
        with Seated(ground, attacked) as peer:
            peer.socket.socket.sendall(frame(Opcode.BINARY, b"", fin=False))
            assert flood(peer, frame(Opcode.CONT, data, fin=False)) in (VIOLATION, TOO_BIG, CUT_OFF)


def test_in_lock_step_a_flood_of_ready_that_says_nothing_new_is_cut_short(ground: Ground, calm: Calm) -> None:
    drill = ground.drill()
    body = {"kind": "speed", "value": 2.0}
    ground.ask("POST", f"/api/drills/{drill.id}/directions", "director", body)
    with Seated(ground, drill) as peer:
        ready = packed({"type": "ready", "timeline": drill.id, "tick": 0})
        assert flood(peer, frame(Opcode.BINARY, ready)) in (VIOLATION, CUT_OFF)
    with Seated(ground, drill) as peer:
        peer.fence()
    ground.direct(drill, "annul")


# ---- frames


def test_a_frame_over_the_limit_ends_the_connection(ground: Ground, attacked: Drilled) -> None:
    for first in (hello("x" * MAX_FRAME_BYTES), None):
        with Peer(ground) if first else Seated(ground, attacked) as peer:
            peer.say(first or b"\xc0" * (MAX_FRAME_BYTES + 1))
            assert peer.end() == TOO_BIG
            assert peer.problems() == []


def test_a_declared_length_is_not_waited_for(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked) as peer:
        peer.socket.socket.sendall(b"\x82\xff" + (1 << 62).to_bytes(8, "big") + b"mask")
        assert peer.end() == TOO_BIG


def test_a_message_in_fragments_is_one_message(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked, "FF") as peer:
        act = packed({"type": "act", "timeline": attacked.id, "seq": peer.last_seq + 1, "kind": "halt"})
        peer.socket.send([act[:1], act[1:7], act[7:]])
        peer.until(lambda message: message["type"] == "accepted")
        with suppress(ConnectionClosed):  # perhaps before all of it has left
            peer.socket.send([b"\xc0" * 9000, b"\xc0" * 9000])
        assert peer.end() == TOO_BIG


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x82\x01x", 1002),  # not masked
        (frame(Opcode.CONT, b"x"), 1002),
        (b"\xc2\x80mask", 1002),  # compressed
        (b"\x83\x80mask", 1002),  # no such opcode
        (b"\x09\x80mask", 1002),  # a ping in fragments
        (b"\x89\xfe\x00\x7emask" + b"p" * 126, 1002),
        (b"\x88\x81mask\x03", 1002),
        (frame(Opcode.CLOSE, (999).to_bytes(2, "big")), 1002),
    ],
    ids=["bare", "fragment", "compressed", "opcode", "ping_in_fragments", "long_ping", "short_close", "close_999"],
)
def test_a_frame_that_is_none_ends_the_connection(ground: Ground, attacked: Drilled, raw: bytes, code: int) -> None:
    with Seated(ground, attacked, "FF") as peer:
        peer.socket.socket.sendall(raw)
        assert peer.end() == code


def test_a_text_that_is_none_is_a_text(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked, "FF") as peer:
        peer.socket.socket.sendall(frame(Opcode.TEXT, b"\xff\xfe"))
        assert peer.problem()["code"] == "malformed"
        peer.fence()


def test_who_goes_without_a_word_is_gone(ground: Ground, attacked: Drilled) -> None:
    with Seated(ground, attacked, "FF") as peer:
        peer.socket.socket.close()
    with Seated(ground, attacked, "FF") as peer:
        peer.fence()
    asked = ground.ask("GET", f"/api/drills/{attacked.id}", "director")
    assert {seat["seat"] for seat in asked["seats"] if seat["connected"]} <= {"FF"}


# ---- connections


def test_too_many_connections_are_told_so(ground: Ground, calm: Calm) -> None:
    peers = [Peer(ground) for _ in range(70)]
    try:
        codes = [peer.problem()["code"] for peer in reversed(peers)]
    finally:
        for peer in peers:
            peer.__exit__()
    # the calm drill has two of the 60; those who were let in and said nothing have waited too long
    assert codes == ["busy"] * 12 + ["malformed"] * 58


def test_an_upgrade_says_nothing_in_the_log(ground: Ground) -> None:
    with Peer(ground, path="/ws?token=QUERY-MARK") as peer:
        peer.say(hello("QUERY-MARK"))
        assert peer.problem()["code"] == "unauthorised"
    assert "QUERY-MARK" not in ground.log


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 400,
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),  # TLS to a port that has none
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET \xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /ws\xff HTTP/1.1\r\n" + upgrade(b"").partition(b"\r\n")[2],
        b"GET /%ff%00/../.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
        b"POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /health HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \xff\x00\r\n\r\n",
        b"GET /health HTTP/1.1\r\n" + b"X-A: " + b"a" * 200_000 + b"\r\nConnection: close\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"GET /other HTTP/1.1\r\n" + upgrade(b"").partition(b"\r\n")[2],
        b"GET /health HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nConnection: Upgrade, close\r\n\r\n",
    ],
)
def test_garbage_on_the_port_is_refused(ground: Ground, data: bytes) -> None:
    with tcp(ground, data) as on:
        answer = on.recv(65_536)
    assert answer == b"" or int(answer.split(b" ", 2)[1]) in (200, 400, 403, 404, 413, 414, 422, 426, 431)


# ---- requests


def test_a_body_over_the_limit_is_refused(ground: Ground) -> None:
    big = {"name": "x", "password": "p" * (2 << 20)}
    answer = ground.call("POST", "/api/login", body=big)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    pieces = (b"x" * 65_536 for _ in range(64))
    answer = ground.http.post(f"{ground.address}/api/login", content=pieces)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_flood_of_log_ins_is_told_to_wait(ground: Ground) -> None:
    told: list[tuple[int, str]] = []

    def try_again(name: str) -> None:
        for n in range(8):
            answer = ground.call("POST", "/api/login", body={"name": name, "password": f"wrong {n}"})
            told.append((answer.status_code, answer.json()["code"]))
            if answer.status_code in (429, 503):
                assert int(answer.headers["Retry-After"]) > 0

    names = ["chief", "nobody"]
    tries = [threading.Thread(target=try_again, args=(name,)) for name in names]
    for each in tries:
        each.start()
    for each in tries:
        each.join()
    assert len(told) == 16
    assert set(told) <= {(401, "login_failed"), (429, "too_many_attempts"), (503, "busy")}
    assert (429, "too_many_attempts") in told
    assert ground.call("GET", "/api/me", "chief").status_code == 200  # who is logged in stays so


def test_a_flood_of_seat_codes_is_told_to_wait(ground: Ground) -> None:
    codes = [ground.call("POST", "/api/seats/claim", body={"code": f"AAAA-{n:04}"}) for n in range(40)]
    assert {answer.json()["code"] for answer in codes} == {"no_such_code", "too_many_attempts"}


# ---- after it all


def test_who_was_slow_has_been_let_go(ground: Ground, loris: list[Any]) -> None:
    for on, (_, status) in zip(loris, BEGUN, strict=True):
        on.settimeout(HUNG_UP_S)  # or it stays open for ever
        assert rest_of(on).rpartition(b"HTTP/1.1 ")[2][:3] == status


def test_nobody_else_was_harmed(ground: Ground, attacked: Drilled, calm: Calm, memory_bytes: int) -> None:
    calm.leave()
    for drill in (attacked, calm.drill):
        ground.direct(drill, "annul")
    acts = sealed_acts(ground, attacked)
    assert [act.act.kind for act in acts if act.seat == "FF"] == ["halt"]
    assert [act for act in acts if act.seat == "IC"] == []
    seen = sealed_acts(ground, calm.drill)
    assert [act.seq for act in seen if act.seat == "IC"] == list(range(1, calm.accepted + 1))
    calm.lost_nothing()
    assert ground.memory_bytes() - memory_bytes < GROWN_MOST_BYTES
    assert ground.faults_in_log() == []
    # a flood ends because it is one, long before its sender is found not to answer beats
    assert 'yanlian_clients_dropped_total{reason="too_slow"} 0.0' in ground.call("GET", "/metrics").text
