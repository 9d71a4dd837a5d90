"""The panel over HTTP: what is answered, and that before the last lock no answer depends on another's sheet."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from json import dumps
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from server.access.roles import Role
from server.access.tokens import hashed
from server.api.panels import router
from server.catalogue import accounts, sessions
from server.catalogue.sessions import Lifetimes
from server.house import House
from server.panel.life import set_prefilled
from tests.server.panel_rooms import ANNA, BO, CHEN, CHIEF, DRILL, PREFILLED, Finals, new_id, opened, seat_accounts
from tests.server.premises import Clock, application, house_in
from tests.server.routes import faults_of_routes

EVA, AUDITOR, ADMIN, DIRECTOR, MEDIC = ("e" * 16, "1" * 16, "2" * 16, "3" * 16, "4" * 16)
OTHERS = {
    EVA: Role.EXAMINER,
    AUDITOR: Role.AUDITOR,
    ADMIN: Role.ADMIN,
    DIRECTOR: Role.DIRECTOR,
    MEDIC: Role.MEDIC,
}
EVERYBODY = (ANNA, EVA, CHIEF, *sorted(set(OTHERS) - {EVA}))
AT = f"/api/drills/{DRILL}"
LIFETIMES = Lifetimes(timedelta(days=1), timedelta(days=1))


def mark(points: str, time_points: str = "0.00", reason: str = "") -> dict[str, str]:
    return {"points": points, "time_points": time_points, "reason": reason}


MARKS = {"command": mark("12.00"), "report": mark("8.00")}
FULL: dict[str, Any] = {"marks": MARKS, "global_rating": 5}
WORST = {"alarm": mark("0.00", "0.00", "seen_not_done"), "command": mark("0.00"), "report": mark("0.00")}


class Progress(list[tuple[str, int, int]]):
    """Stands where the live drills hear of locks."""

    def panel_progress(self, drill: str, locked: int, of: int) -> None:
        self.append((drill, locked, of))


class Desk:
    """An application with one panel, and everybody logged in."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.finals, self.live = Finals(), Progress()
        app = application(house, router)
        app.state.panel_final, app.state.live = self.finals, self.live
        self.client = TestClient(app, raise_server_exceptions=False)
        now = house.surroundings.now()
        with house.catalogue.begin() as db:
            seat_accounts(db)
            for account, role in OTHERS.items():
                accounts.add(db, account, f"other {account}", role, "-", now)
            for account in (*OTHERS, ANNA, BO, CHEN, CHIEF):
                sessions.start(db, hashed(house.pepper, f"token-{account}"), account, now, LIFETIMES)
        opened(house.catalogue)

    def get(self, who: str, path: str) -> Response:
        return self.client.get(AT + path, headers={"Authorization": f"Bearer token-{who}"})

    def post(self, who: str, path: str, save_id: str = "", **body: Any) -> Response:
        body = {"save_id": save_id or new_id(), **body}
        return self.client.post(AT + path, json=body, headers={"Authorization": f"Bearer token-{who}"})

    def save(self, who: str, base_version: int, **body: Any) -> Response:
        return self.post(who, "/sheet/saves", base_version=base_version, **body)

    def lock(self, who: str, base_version: int) -> Response:
        return self.post(who, "/sheet/lock", base_version=base_version)

    def lock_full(self, who: str, **more: Any) -> None:
        version = self.save(who, 0, **{**FULL, **more}).json()["version"]
        assert self.lock(who, version).status_code == 200


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    folder.mkdir(exist_ok=True)
    with house_in(folder, Clock()) as house:
        yield Desk(house)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def test_every_route_has_its_door(desk: Desk) -> None:
    app = application(desk.house, router)
    assert not [fault for fault in faults_of_routes(app) if AT.rpartition("/")[0] in fault]


def test_a_sheet_from_the_first_look_to_the_result(desk: Desk) -> None:
    first = desk.get(ANNA, "/sheet").json()
    assert (first["version"], first["state"], first["sealed"], first["total"]) == (0, "draft", True, "71.08")
    assert [one["field"] for one in first["missing"]] == ["marks/command", "marks/report", "global_rating"]
    line = next(one for one in first["lines"] if one["item"] == "alarm")
    assert (line["points"], line["time_points"], line["time_max"]) == ("45.00", "11.08", "15.00")
    saved = desk.save(ANNA, 0, **FULL, notes="备注").json()
    assert (saved["version"], saved["sheet"]["notes"]) == (1, "备注")
    assert desk.get(ANNA, "/sheet").json()["total"] == "91.08"
    assert desk.lock(ANNA, 1).json()["state"] == "locked"
    assert desk.get(CHIEF, "/panel").json() == {
        "drill": DRILL, "state": "collecting", "locked": 1, "of": 3, "outcome": None,
    }  # fmt: skip
    desk.lock_full(BO), desk.lock_full(CHEN)
    found = desk.get(ANNA, "/panel").json()
    assert (found["state"], found["outcome"]["mean"], found["outcome"]["passed"]) == ("final", "91.08", True)
    assert desk.get(DIRECTOR, "/panel").json()["outcome"] is None
    assert desk.finals == [DRILL]
    assert desk.live == [(DRILL, 1, 3), (DRILL, 2, 3), (DRILL, 3, 3)]


def test_the_chief_decides_over_http(desk: Desk) -> None:
    desk.lock_full(ANNA), desk.lock_full(BO, marks=WORST), desk.lock_full(CHEN)
    assert desk.finals == []
    for who, seen in ((ANNA, False), (AUDITOR, False), (CHIEF, True)):
        assert (desk.get(who, "/panel").json()["outcome"] is not None) == seen
    assert [one["examiner"] for one in desk.get(CHIEF, "/sheet/versions").json()["sheets"]] == [ANNA, BO, CHEN]
    save_id = new_id()
    changes = {"marks": {**MARKS, "alarm": None}}
    told = {"kind": "replace", "reason": "录像 recording", "examiner": BO, "changes": changes}
    decided = desk.post(CHIEF, "/panel/adjudication", save_id, **told)
    assert decided.status_code == 200, decided.text
    assert (decided.json()["state"], decided.json()["outcome"]["mean"]) == ("final", "91.08")
    assert decided.json()["outcome"]["decision"]["examiner"] == BO
    assert desk.post(CHIEF, "/panel/adjudication", save_id, **told).content == decided.content
    assert desk.finals == [DRILL]
    own = desk.get(BO, "/sheet/versions").json()["sheets"][0]["versions"]
    assert [(one["kind"], one["actor"]) for one in own] == [("save", BO), ("lock", BO), ("replace", CHIEF)]
    assert [one["fault"] for one in desk.get(AUDITOR, "/sheet/versions").json()["sheets"]] == [None] * 3


def test_a_repeated_save_gets_the_same_bytes(desk: Desk) -> None:
    save_id = new_id()
    first = desk.save(ANNA, 0, save_id=save_id, **FULL)
    desk.save(ANNA, 1, notes="later")
    assert desk.save(ANNA, 0, save_id=save_id, **FULL).content == first.content
    assert desk.save(ANNA, 0, save_id=save_id.upper(), **FULL).content == first.content


def test_refusals_are_problems_with_what_the_client_needs(desk: Desk) -> None:
    desk.save(ANNA, 0, **FULL)
    conflict = desk.save(ANNA, 0, marks={"command": mark("1.00")})
    assert (conflict.status_code, conflict.json()["code"]) == (409, "conflict")
    assert conflict.headers["content-type"] == "application/problem+json"
    assert conflict.json()["fields"] == [
        {"field": "marks/command", "saved": mark("12.00"), "sent": mark("1.00")},
    ]  # fmt: skip
    assert (desk.lock(ANNA, 0).status_code, desk.lock(ANNA, 0).json()["version"]) == (409, 1)
    assert desk.save(ANNA, 1, marks={"x": mark("1.00")}).status_code == 422
    desk.save(ANNA, 1, global_rating=None)
    incomplete = desk.lock(ANNA, 2)
    assert incomplete.status_code == 422
    assert incomplete.json()["missing"] == [{"field": "global_rating", "what": "rating"}]
    assert desk.post(ANNA, "/panel/adjudication", kind="confirm", reason="x").status_code == 403
    assert desk.post(CHIEF, "/panel/adjudication", kind="confirm", reason="x").json()["code"] == "not_all_locked"


@pytest.mark.parametrize(
    "wrong",
    [
        {"marks": {"command": mark("1")}},
        {"marks": {"command": mark("1e1")}},
        {"marks": {"command": mark("01.00")}},
        {"marks": {"command": {**mark("1.00"), "points": 1.0}}},
        {"marks": {"command": {"points": "1.00"}}},
        {"marks": {"com mand": mark("1.00")}},
        {"marks": {"command": mark("1.00", reason="x" * 501)}},
        {"marks": {f"i{n}": None for n in range(201)}},
        {"global_rating": True},
        {"global_rating": "5"},
        {"notes": None},
        {"notes": "\ud800"},
        {"note": "mistyped"},
        {"base_version": -1},
        {"base_version": 2**40},
        {"save_id": "1"},
    ],
)
def test_malformed_saves_are_refused_and_change_nothing(desk: Desk, wrong: dict[str, Any]) -> None:
    body = {"save_id": new_id(), "base_version": 0, **wrong}
    answer = desk.client.post(
        f"{AT}/sheet/saves",
        content=dumps(body),
        headers={"Authorization": f"Bearer token-{ANNA}", "Content-Type": "application/json"},
    )
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert desk.get(ANNA, "/sheet").json()["version"] == 0


def test_answers_are_not_kept_by_a_tablet(desk: Desk) -> None:
    for path in ("/panel", "/sheet", "/sheet/versions"):
        assert desk.get(ANNA, path).headers["cache-control"] == "no-store"


def test_an_unknown_drill_and_a_foreign_one_look_alike(desk: Desk) -> None:
    header = {"Authorization": f"Bearer token-{EVA}"}
    for path in ("/panel", "/sheet", "/sheet/versions"):
        foreign, unknown = desk.get(EVA, path), desk.client.get(f"/api/drills/{'0' * 16}{path}", headers=header)
        assert (foreign.status_code, foreign.content) == (404, unknown.content)


Deed = Callable[[Desk], object]
# What Bo may do in the twin of a drill. First: how many sheets are locked in the end.
DEEDS: dict[str, tuple[int, Deed]] = {
    "nothing": (0, lambda desk: None),
    "saves": (0, lambda desk: [desk.save(BO, version, notes="x" * 50 * version) for version in range(9)]),
    "marks": (0, lambda desk: desk.save(BO, 0, marks=WORST, global_rating=1, vetoes={"engine": True})),
    "is refused": (0, lambda desk: [desk.save(BO, 0, marks={"x": mark("1.00")}), desk.lock(BO, 0), desk.lock(BO, 3)]),
    "locks the best": (1, lambda desk: desk.lock_full(BO)),
    "locks the worst": (1, lambda desk: desk.lock_full(BO, marks=WORST, global_rating=1, vetoes={"engine": True})),
    "locks after much": (
        1,
        lambda desk: [desk.save(BO, 0, notes="y" * 5000), desk.save(BO, 1, **FULL), desk.lock(BO, 2), desk.lock(BO, 2)],
    ),
    "locks, Chen saves": (1, lambda desk: [desk.lock_full(BO), desk.save(CHEN, 0, marks=WORST)]),
}


def seen_by_others(desk: Desk) -> list[tuple[str, str, int, dict[str, str], bytes]]:
    """Whatever anybody but Bo and Chen is answered, on every route, headers and all."""
    told: list[tuple[str, str, int, dict[str, str], bytes]] = []
    ids = iter(f"00000000-0000-4000-8000-{number:012d}" for number in range(1000))

    def note(who: str, what: str, answer: Response) -> None:
        assert answer.status_code < 500
        told.append((who, what, answer.status_code, dict(answer.headers), answer.content))

    def ask_all() -> None:
        for who in EVERYBODY:
            for path in ("/panel", "/sheet", "/sheet/versions"):
                note(who, path, desk.get(who, path))

    ask_all()
    for who in EVERYBODY:
        for base, body in ((0, FULL), (0, {"marks": {"command": mark("1.00")}}), (4, {}), (1, {"marks": WORST})):
            note(who, "save", desk.save(who, base, save_id=next(ids), **body))
        note(who, "decide", desk.post(who, "/panel/adjudication", next(ids), kind="confirm", reason="x"))
        note(who, "replace", desk.post(who, "/panel/adjudication", next(ids), kind="replace", reason="x", examiner=BO))
        for base in (0, 2):
            note(who, "lock", desk.post(who, "/sheet/lock", next(ids), base_version=base))
    ask_all()
    told.extend(("live", drill, locked, {}, b"") for drill, locked, _ in desk.live[-1:])
    return told


@pytest.mark.parametrize("locked", [0, 1])
def test_before_the_last_lock_no_answer_depends_on_anothers_sheet(tmp_path: Path, locked: int) -> None:
    told = {}
    for number, (name, (count, deed)) in enumerate(DEEDS.items()):
        if count == locked:
            with desk_in(tmp_path / str(number)) as desk:
                deed(desk)
                told[name] = seen_by_others(desk)
    first = next(iter(told.values()))
    assert any(status == 200 for _, what, status, _, _ in first if what == "lock")
    for name, answers in told.items():
        parted = [(mine[:3], theirs[:3]) for mine, theirs in zip(first, answers, strict=True) if mine != theirs]
        assert not parted, f"Bo {name}: {parted}"


def test_before_the_drill_is_sealed_no_machine_mark_is_told(tmp_path: Path) -> None:
    with house_in(tmp_path, Clock()) as house:
        desk = Desk(house)
        other = "00000000000000d2"
        opened(house.catalogue, other, sealed=False)
        header = {"Authorization": f"Bearer token-{ANNA}"}
        before = desk.client.get(f"/api/drills/{other}/sheet", headers=header).json()
        assert (before["sealed"], before["missing"], before["total"]) == (False, None, "0.00")
        assert {one["item"] for one in before["lines"] if one["open"]} == {"command", "report"}
        assert all(one["points"] is None and one["tick"] is None for one in before["lines"])
        with house.catalogue.begin() as db:
            set_prefilled(db, other, PREFILLED)
        assert desk.client.get(f"/api/drills/{other}/sheet", headers=header).json()["total"] == "71.08"
