"""Who takes part in drills while the server is killed, and what each was told: seats, director, examiners, chief."""

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

from clients.protocol.frames import encode
from clients.protocol.messages import Message
from clients.sdk import DrillClient, EndedError, Pauses, RefusedError, RestError
from scoring.panel import rating_of
from server.demo.bot import OVER
from server.rooms.lanes import STAFF
from tests.server.kill_site import EXAMINERS, Desk, Exam

QUICK = Pauses(0.02, 0.25)
LOOK_TICKS = 10
ACTS: tuple[dict[str, Any], ...] = (
    {"kind": "go", "target": "CR"},
    {"kind": "go", "target": "GT"},
    {"kind": "go", "target": "PH"},
    {"kind": "halt"},
    {"kind": "declare"},
    {"kind": "read_wind"},
    {"kind": "alarm"},
    {"kind": "operate", "target": "P-101", "detail": "stop", "to": "DCS"},
    {"kind": "operate", "target": "P-101", "detail": "stop"},
    {"kind": "report", "to": "IC", "words": (("seen", "smoke 烟"),)},
    {"kind": "no_such_act"},
)


@dataclass
class Memory:
    """What clients were told, to be found again. heard: by (drill, audience), the bytes of each event by number.

    acts: (drill, seat, seq) -> the act's own value. staff: (drill, reason) -> whether it was taken.
    saves: (drill, examiner) -> (save id, version, hash) as acknowledged, in order; sheets: as last acknowledged.
    wrong: what was noticed on the way.
    """

    acts: dict[tuple[str, str, int], float] = field(default_factory=dict)
    staff: dict[tuple[str, str], bool] = field(default_factory=dict)
    heard: dict[tuple[str, str], dict[int, bytes]] = field(default_factory=lambda: defaultdict(dict))
    digests: set[tuple[str, int, str]] = field(default_factory=set)
    saves: dict[tuple[str, str], list[tuple[str, int, str]]] = field(default_factory=lambda: defaultdict(list))
    sheets: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    trainings: list[str] = field(default_factory=list)
    exams: list[str] = field(default_factory=list)
    replayed: int = 0
    wrong: list[str] = field(default_factory=list)

    def ear(self, drill: str, audience: str) -> Callable[[Message], None]:
        """Hears messages; an event that was heard before, by anybody in these shoes, must be the same bytes."""
        heard = self.heard[drill, audience]

        def hear(message: Message) -> None:
            number: int = getattr(message, "event", 0)
            if number:
                frame = encode(message)
                self.replayed += number in heard
                if heard.setdefault(number, frame) != frame:
                    self.wrong.append(f"{drill}: event {number} of {audience} was another before")

        return hear


class Players:
    """Everybody, at one server. desks: by account name. numbers: no two acts have the same value."""

    def __init__(self, address: str, desks: dict[str, Desk], chance: random.Random, memory: Memory) -> None:
        self.address, self.desks, self.chance, self.memory = address, desks, chance, memory
        self._numbers = count(1)

    # ---- seats

    async def claim(self, drill: str, seat: str, code: str) -> DrillClient:
        """Take a seat; where the answer was lost with the server, by a new code."""
        desk = self.desks["director"]
        while True:
            try:
                token = (await desk.claim(code)).token
                break
            except RestError as error:
                assert error.code == "no_such_code", error
                code = (await desk.call("POST", f"/api/drills/{drill}/seats/{seat}/code"))["code"]
        return self._client(token, drill, seat)

    def _client(self, token: str, drill: str, seat: str, last_event: int = 0) -> DrillClient:
        hear = self.memory.ear(drill, seat)
        return DrillClient(self.address, token, hear=hear, pauses=QUICK, last_event=last_event)

    async def act(self, client: DrillClient, seat: str) -> None:
        """One act by chance; what was accepted is remembered."""
        number = float(next(self._numbers))
        try:
            seq = await client.act(**self.chance.choice(ACTS), value=number)
        except RefusedError as refused:
            assert refused.code in ("not_running", "too_many"), refused
        else:
            assert (client.drill, seat, seq) not in self.memory.acts, "one number for two acts"
            self.memory.acts[client.drill, seat, seq] = number

    async def play_freely(self, client: DrillClient, seat: str, stop: asyncio.Event) -> None:
        """Act at real time until told to stop."""
        while not stop.is_set():
            await self.act(client, seat)
            await asyncio.sleep(self.chance.uniform(0.02, 0.4))

    async def sit(self, exam: Exam) -> None:
        """The candidate's part of an exam, in lock-step."""
        client = await self.claim(exam.drill, "IC", exam.code)
        look = LOOK_TICKS
        try:
            async with client:
                while client.phase not in OVER:
                    await client.ready(look)
                    await client.until(lambda tick=look: client.state.tick >= tick or client.phase in OVER)
                    if self.chance.random() < 0.3:
                        await self.act(client, "IC")
                    await asyncio.sleep(self.chance.uniform(0.0, 0.08))
                    look = max(look, client.state.tick) + LOOK_TICKS
        except EndedError as ended:  # away when the drill was sealed, it is told so, or that there is none any more
            assert ended.code in ("sealed", "wrong_timeline"), ended

    # ---- staff

    async def direct(self, drill: str, kind: str, reason: str = "") -> None:
        """Do something to a drill by the routes; said twice, it is not allowed the second time."""
        try:
            body = {"kind": kind, "reason": reason}
            await self.desks["director"].call("POST", f"/api/drills/{drill}/directions", body)
        except RestError as error:
            assert error.status == 409, error

    async def keep_going(self, drill: str) -> None:
        """Start a drill, resume it whenever it stands, remember its digests, until it is sealed."""
        while True:
            seen = await self.desks["director"].call("GET", f"/api/drills/{drill}")
            self.memory.digests.add((drill, seen["digest_tick"], seen["digest"]))
            if seen["phase"] == "sealed":
                return
            if seen["phase"] in ("lobby", "frozen"):
                await self.direct(drill, "start" if seen["phase"] == "lobby" else "resume")
            await asyncio.sleep(self.chance.uniform(0.05, 0.4))

    async def interrupt(self, drill: str, stop: asyncio.Event) -> None:
        """Freeze and resume, from a desk on a socket."""
        client = DrillClient(self.address, self.desks["admin"].token, role="director", drill=drill, pauses=QUICK)
        async with client:
            while not stop.is_set():
                await asyncio.sleep(self.chance.uniform(0.3, 1.5))
                for kind in ("freeze", "resume"):
                    reason = f"{kind} {next(self._numbers)}"
                    self.memory.staff[drill, reason] = False
                    with suppress(RefusedError):
                        await client.staff_act(kind, reason=reason)
                        self.memory.staff[drill, reason] = True

    async def replay(self, drill: str, stop: asyncio.Event) -> None:
        """Come as somebody new, hear the drill from its beginning, leave, come again."""
        while not stop.is_set():
            hear, token = self.memory.ear(drill, STAFF), self.desks["auditor"].token
            client = DrillClient(self.address, token, role="observer", drill=drill, hear=hear, pauses=QUICK)
            async with client:
                await client.until(lambda heard=client: heard.last_event >= heard.welcome.last_event)
            await asyncio.sleep(self.chance.uniform(0.2, 2.0))

    async def train(self, over: asyncio.Event) -> None:
        """One training drill after the other, at real time, each annulled in the end. Until `over`."""
        while not over.is_set():
            new = {"scenario": "tank_overfill", "mode": "training", "people": {"IC": "person", "DCS": "person"}}
            opened = await self.desks["director"].call("POST", "/api/drills", new)
            drill = opened["drill"]["id"]
            self.memory.trainings.append(drill)
            going, stop = asyncio.create_task(self.keep_going(drill)), asyncio.Event()
            clients = {seat: await self.claim(drill, seat, code) for seat, code in opened["codes"].items()}
            async with asyncio.TaskGroup() as group:
                for client in clients.values():
                    await client.__aenter__()
                for seat, client in clients.items():
                    group.create_task(self.play_freely(client, seat, stop))
                group.create_task(self.interrupt(drill, stop))
                group.create_task(self.replay(drill, stop))
                with suppress(TimeoutError):
                    await asyncio.wait_for(over.wait(), self.chance.uniform(10.0, 40.0))
                stop.set()
            for seat, client in clients.items():
                await client.close()
                async with self._client(client.token, drill, seat) as again:  # everything, from the first event on
                    await again.until(lambda heard=again: heard.last_event >= heard.welcome.last_event)
            await self.direct(drill, "annul")
            await going

    # ---- the panel

    async def examine(self, drill: str, name: str) -> None:
        """Mark while the drill runs, save by save; once it is sealed, rate and lock."""
        desk, path = self.desks[name], f"/api/drills/{drill}/sheet"
        sheet = await desk.call("GET", path)
        human = [line for line in sheet["lines"] if line["human"]]
        while not (sheet["sealed"] and all(line["item"] in sheet["sheet"]["marks"] for line in human)):
            line = self.chance.choice(human)
            points = Decimal(line["max_points"]) * self.chance.randrange(6, 11) / 10
            mark = {"points": f"{points:.2f}", "time_points": "0.00"}
            await self._save(desk, drill, name, {"marks": {line["item"]: mark}})
            if self.chance.random() < 0.4:
                await self._save(desk, drill, name, {"notes": f"note {next(self._numbers)} 备注"})
            await asyncio.sleep(self.chance.uniform(0.02, 0.5))
            sheet = await desk.call("GET", path)
            assert sheet["sheet"] == self.memory.sheets[drill, name], "a sheet is not as it was saved"
        await self._save(desk, drill, name, {"global_rating": rating_of(Decimal(sheet["total"]))})
        await self._save(desk, drill, name, None)

    async def _save(self, desk: Desk, drill: str, name: str, changes: dict[str, Any] | None) -> None:
        """Save changes, or lock."""
        told = self.memory.saves[drill, name]
        save_id = str(UUID(int=self.chance.getrandbits(128), version=4))
        body = {"save_id": save_id, "base_version": told[-1][1] if told else 0, **(changes or {})}
        path = f"/api/drills/{drill}/sheet/{'lock' if changes is None else 'saves'}"
        answer = await desk.call("POST", path, body)
        if self.chance.random() < 0.2:  # as if the answer had been lost
            assert await desk.call("POST", path, body) == answer, "a save said twice is not answered as before"
        told.append((save_id, answer["version"], answer["hash"]))
        self.memory.sheets[drill, name] = answer["sheet"]

    async def conclude(self, drill: str) -> None:
        """The chief's part, and the result as it is told."""
        chief, path = self.desks["chief"], f"/api/drills/{drill}"
        panel = await chief.call("GET", f"{path}/panel")
        if panel["state"] == "adjudicating":
            save_id = str(UUID(int=self.chance.getrandbits(128), version=4))
            decision = {"save_id": save_id, "kind": "confirm", "reason": "reviewed 已复核"}
            panel = await chief.call("POST", f"{path}/panel/adjudication", decision)
        assert panel["state"] == "final", panel
        self.memory.fingerprints[drill] = (await chief.call("GET", f"{path}/result"))["fingerprint"]

    async def examination(self, exam: Exam) -> None:
        """A whole exam, to its result."""
        self.memory.exams.append(exam.drill)
        marking = (self.examine(exam.drill, name) for name in EXAMINERS)
        async with asyncio.TaskGroup() as group:
            for part in (self.keep_going(exam.drill), self.sit(exam), *marking):
                group.create_task(part)
        await self.conclude(exam.drill)
