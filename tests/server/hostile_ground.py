"""Hostile ground: a real server, drills to be attacked, and a calm one in which everybody behaves."""

import asyncio
import json
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from os import urandom
from pathlib import Path
from typing import Any

import httpx
import msgpack
import psutil
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from clients.protocol.messages import CODES, VERSION, Beat, Message, State
from clients.sdk import DrillClient
from server.access.roles import Role
from server.access.tokens import hashed, new_token
from server.api.door import lifetimes
from server.catalogue import accounts, sessions
from server.catalogue.base import new_id
from server.cli.again import again
from server.cli.installation import holds, own_signer
from server.cli.serve import make_house
from server.config import read_config
from sim_core.acts import SeatAct
from sim_core.record.drill import arrange
from sim_core.record.reading import read_blocks
from tests.server.conftest import surroundings
from tests.server.premises import PASSWORD, QUICK

FIRST_WORD_S, ANSWER_S, SEALED_S, POLL_S = 60.0, 20.0, 60.0, 0.1
SEATS = {"IC": "person", "FF": "person"}


@dataclass(frozen=True)
class Drilled:
    """A running drill at real time. tokens: of its seats, those for the next connection."""

    id: str
    tokens: dict[str, str]


@dataclass
class Ground:
    """A server and what is known of it. tokens: of one log-in of each role."""

    process: subprocess.Popen[str]
    folder: Path
    address: str
    tokens: dict[str, str] = field(default_factory=dict)
    _lines: int = 0
    http: httpx.Client = field(default_factory=lambda: httpx.Client(trust_env=False, timeout=ANSWER_S))

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])

    @property
    def log(self) -> str:
        return (self.folder / "stderr").read_text("utf-8")

    def call(self, method: str, path: str, who: str = "", body: Any = None) -> httpx.Response:
        """Ask as a role."""
        headers = {"Authorization": f"Bearer {self.tokens[who]}"} if who else {}
        return self.http.request(method, self.address + path, headers=headers, json=body)

    def ask(self, method: str, path: str, who: str, body: Any = None) -> Any:
        """Ask as a role what must be granted."""
        answer = self.call(method, path, who, body)
        assert answer.is_success, (answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def drill(self, *, start: bool = True) -> Drilled:
        """Open a training drill with people in its SEATS."""
        opened = self.ask("POST", "/api/drills", "director", {"scenario": "tank_overfill", "people": SEATS})
        tokens = {
            seat: self.http.post(f"{self.address}/api/seats/claim", json={"code": code}).json()["token"]
            for seat, code in opened["codes"].items()
        }
        drill = Drilled(opened["drill"]["id"], tokens)
        if start:
            self.direct(drill, "start")
        return drill

    def direct(self, drill: Drilled, kind: str) -> None:
        self.ask("POST", f"/api/drills/{drill.id}/directions", "director", {"kind": kind})

    def memory_bytes(self) -> int:
        return int(psutil.Process(self.process.pid).memory_info().rss)

    def faults_in_log(self) -> list[str]:
        """Lines since the last call that tell of an exception, or that no set-up of ours has written."""
        lines = self.log.splitlines()
        new, self._lines = lines[self._lines :], len(lines)
        return [line for line in new if not line.startswith("{") or _is_fault(json.loads(line))]


def _is_fault(line: dict[str, Any]) -> bool:
    return line["level"] in ("error", "critical") or "exc_info" in line or "error" in line


@contextmanager
def ground_in(folder: Path, config: str = "") -> Iterator[Ground]:
    """Run a server, with an account of each role."""
    data, home = folder / "data", folder / "home"
    data.mkdir(mode=0o700)
    home.mkdir(mode=0o700)
    file = home / "yanlian.toml"
    file.write_text(config, encoding="utf-8")
    tokens = _crew(data, home, config)
    command = again("serve", "--json", "--port", 0, "--data", data, "--config", file)
    with (folder / "stderr").open("w") as stderr:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=stderr, text=True, env=surroundings(home), cwd=folder
        )
    try:
        assert process.stdout is not None
        ground = Ground(process, folder, json.loads(process.stdout.readline())["address"], tokens)
        yield ground
        ground.http.close()
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(FIRST_WORD_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _crew(data: Path, home: Path, config: str) -> dict[str, str]:
    """Write an account and a session of each role into the catalogue; the tokens."""
    house = make_house(read_config(config), data, home)
    now, tokens = house.surroundings.now(), {str(role): new_token(urandom) for role in Role}
    with house.catalogue.begin() as db:
        for role, token in tokens.items():
            account = new_id(urandom)
            accounts.add(db, account, role, Role(role), QUICK.hash(PASSWORD), now)
            sessions.start(db, hashed(house.pepper, token), account, now, lifetimes(house))
    house.catalogue.dispose()
    return tokens


# ---- a raw client


class Peer:
    """A connection of which the test says every byte. got: what came from the server, as maps."""

    def __init__(self, ground: Ground, path: str = "/ws") -> None:
        opening = connect(
            f"ws://127.0.0.1:{ground.port}{path}",
            compression=None,
            proxy=None,
            ping_interval=None,
            max_size=1 << 22,
            close_timeout=ANSWER_S,
        )
        self._stack = ExitStack()
        self.socket: ClientConnection = self._stack.enter_context(opening)
        self.got: list[dict[str, Any]] = []

    def say(self, message: Any) -> None:
        """Send a map as msgpack, bytes as they are, or text."""
        data = message if isinstance(message, bytes | str) else packed(message)
        self.socket.send(data)

    def hear(self) -> dict[str, Any]:
        """The next message. ConnectionClosed once there is none."""
        frame = self.socket.recv(timeout=ANSWER_S)
        assert isinstance(frame, bytes)
        message: dict[str, Any] = msgpack.unpackb(frame)
        self.got.append(message)
        if message["type"] == "problem":
            assert message["code"] in CODES and message["zh"] and message["en"]
        return message

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not wanted(message := self.hear()):
            pass
        return message

    def problem(self) -> dict[str, Any]:
        """The next refusal."""
        return self.until(lambda message: message["type"] == "problem")

    def problems(self) -> list[dict[str, Any]]:
        return [message for message in self.got if message["type"] == "problem"]

    def end(self) -> int:
        """Hear the rest; the code with which the server closes, 1006 if it cuts the connection off."""
        try:
            while True:
                self.hear()
        except ConnectionClosed as closed:
            return 1006 if closed.rcvd is None else closed.rcvd.code

    def __enter__(self) -> "Peer":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()


class Seated(Peer):
    """A Peer that has said Hello. Takes the drill's token and leaves the one for the next time."""

    def __init__(self, ground: Ground, drill: Drilled, seat: str = "IC") -> None:
        super().__init__(ground)
        self.drill = drill
        self.say(hello(drill.tokens[seat]))
        self.welcome = self.until(lambda message: message["type"] == "welcome")
        drill.tokens[seat] = self.welcome["token"]
        self.last_seq = int(self.welcome.get("last_seq", 0))
        self._fences = 0

    def fence(self) -> None:
        """Come back once everything sent before has been answered or passed over."""
        self._fences += 1
        seq = -1_000_000 - self._fences
        self.say({"type": "act", "timeline": self.drill.id, "seq": seq, "kind": "look"})
        self.until(lambda message: message["type"] == "problem" and message.get("seq") == seq)
        self.got.pop()


def hello(token: str, **more: Any) -> dict[str, Any]:
    return {"type": "hello", "version": VERSION, "token": token, **more}


def packed(value: Any) -> bytes:
    """msgpack by the independent package; lone surrogates go as what a careless writer makes of them."""
    data: bytes = msgpack.packb(value, unicode_errors="surrogatepass")
    return data


def tcp(ground: Ground, data: bytes = b"") -> socket.socket:
    """A bare connection on which something was written."""
    on = socket.create_connection(("127.0.0.1", ground.port), timeout=ANSWER_S)
    if data:
        on.sendall(data)
    return on


def rest_of(on: socket.socket) -> bytes:
    """What the server writes until it closes."""
    heard = b""
    try:
        while piece := on.recv(65_536):
            heard += piece
    except ConnectionResetError:
        pass
    return heard


# ---- the calm drill


class Calm(threading.Thread):
    """A seat and a director who do everything right, in a drill that nobody attacks."""

    def __init__(self, ground: Ground, drill: Drilled) -> None:
        super().__init__(daemon=True)
        self.drill = drill
        self._ground = ground
        self._leave = threading.Event()
        self.events: dict[str, list[int]] = {"trainee": [], "director": []}
        self.beats: list[tuple[int, int]] = []
        self.states: list[int] = []
        self.accepted = 0
        self.connections = 0
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            asyncio.run(self._play())
        except BaseException as error:
            self.fault = error

    async def _play(self) -> None:
        address, tokens = self._ground.address, self._ground.tokens
        seat = DrillClient(address, self.drill.tokens["IC"], hear=lambda m: self._hear("trainee", m))
        desk = DrillClient(
            address,
            tokens["director"],
            role="director",
            drill=self.drill.id,
            hear=lambda m: self._hear("director", m),
        )
        async with seat, desk:
            while not self._leave.is_set():
                self.accepted = await seat.act("wave")  # there is no such act: a Declined to the seat each time
                await asyncio.sleep(0.2)
            self.connections = seat.connections + desk.connections

    def _hear(self, who: str, message: Message) -> None:
        if event := getattr(message, "event", 0):
            self.events[who].append(event)
        if who == "trainee" and isinstance(message, Beat):
            self.beats.append((message.beat, message.tick))
        if who == "trainee" and isinstance(message, State):
            self.states.append(message.tick)

    def leave(self) -> None:
        self._leave.set()
        self.join(ANSWER_S)
        assert not self.is_alive()


    def lost_nothing(self) -> None:
        """After leaving: every event once and in order, every state newer than the last, no tick left out of time."""
        if self.fault is not None:
            raise self.fault
        assert self.connections == 2
        for events in self.events.values():
            assert events == list(range(1, len(events) + 1))
        assert len(self.events["trainee"]) > 1
        assert self.states == sorted(set(self.states))
        (first_beat, first_tick), (last_beat, last_tick) = self.beats[0], self.beats[-1]
        assert last_beat - first_beat == len(self.beats) - 1 > 1
        # At least 20 ticks from beat to beat, both by the server's one clock; a drill that lost time for good has less.
        assert last_tick - first_tick >= 19.0 * (last_beat - first_beat)


# ---- what is left


def sealed_acts(ground: Ground, drill: Drilled) -> list[SeatAct]:
    """Wait for the record of a drill that is over; the acts in it, once `yanlian verify` has re-executed it."""
    file, home = ground.folder / f"{drill.id}.ylr", ground.folder / "home"
    waited_s, path = 0.0, f"/api/drills/{drill.id}"
    while ground.ask("GET", path, "director")["phase"] != "sealed":
        assert waited_s < SEALED_S, "never sealed"
        time.sleep(POLL_S)
        waited_s += POLL_S
    file.write_bytes(ground.call("GET", f"{path}/record", "director").content)
    judged = subprocess.run(
        again("verify", file, "--json"), capture_output=True, text=True, env=surroundings(home), cwd=ground.folder
    )
    assert judged.returncode == 0, judged.stderr
    assert json.loads(judged.stdout)["reexecuted"]
    spans = arrange(read_blocks(file.read_bytes(), holds, own_signer(home))).spans
    return [timed.act for span in spans for timed in span.log().acts]
