"""Bookmarks over HTTP: made once whatever is repeated, and nobody's before no sheet can follow them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from server.access.roles import Role
from server.access.tokens import hashed
from server.api.bookmarks import router
from server.catalogue import accounts, drills, panels, sessions
from server.catalogue.bookmarks import bookmarks
from server.catalogue.drills import DrillRow
from server.catalogue.sessions import Lifetimes
from server.house import House
from server.watching.bookmarks import MOST
from tests.server.panel_rooms import ANNA, AT, BO, CHIEF, DRILL, opened, seat_accounts
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
TRAINING = "00000000000000d9"
LIFETIMES = Lifetimes(timedelta(days=1), timedelta(days=1))


class Desk:
    """An exam with its panel, a training drill without, and everybody logged in."""

    def __init__(self, house: House) -> None:
        self.house, self.clock = house, house.surroundings
        self.client = TestClient(application(house, router), raise_server_exceptions=False)
        now = house.surroundings.now()
        with house.catalogue.begin() as db:
            seat_accounts(db)
            for account, role in OTHERS.items():
                accounts.add(db, account, f"other {account}", role, "-", now)
            for account in (*OTHERS, ANNA, BO, CHIEF):
                sessions.start(db, hashed(house.pepper, f"token-{account}"), account, now, LIFETIMES)
            drills.add(db, DrillRow(TRAINING, "sample", "00", "training", AT))
        opened(house.catalogue)

    def ask(self, method: str, who: str, path: str = "", drill: str = DRILL, **body: Any) -> Response:
        header = {"Authorization": f"Bearer token-{who}"}
        url = f"/api/drills/{drill}/bookmarks{path}"
        answer: Response = self.client.request(method, url, headers=header, json=body or None)
        return answer

    def make(self, who: str, tick: int = 40, note: str = "", drill: str = DRILL, mark: str = "") -> Response:
        return self.ask("POST", who, drill=drill, id=mark or str(uuid4()), tick=tick, note=note)

    def notes(self, who: str, drill: str = DRILL) -> list[str]:
        return [one["note"] for one in self.ask("GET", who, drill=drill).json()]

    def set_state(self, state: str) -> None:
        with self.house.catalogue.begin() as db:
            panels.set_panel(db, DRILL, state=state)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with house_in(tmp_path, Clock()) as house:
        yield Desk(house)


def test_every_route_has_its_door(desk: Desk) -> None:
    assert not [fault for fault in faults_of_routes(application(desk.house, router)) if "bookmarks" in fault]


def test_a_repeat_makes_no_second_one_and_other_words_need_another_id(desk: Desk) -> None:
    mark = str(uuid4())
    first = desk.make(ANNA, 600, "wrong valve 阀", mark=mark)
    assert first.status_code == 200 and first.json()["made_at"].startswith("2026-03-01T08:00:00")
    assert desk.make(ANNA, 600, "wrong valve 阀", mark=mark.upper()).content == first.content
    assert desk.notes(ANNA) == ["wrong valve 阀"]
    for who, tick, note in ((ANNA, 601, "wrong valve 阀"), (ANNA, 600, "x"), (BO, 600, "wrong valve 阀")):
        refused = desk.make(who, tick, note, mark=mark)
        assert (refused.status_code, refused.json()["code"]) == (409, "id_used")


def test_taken_back_stays_taken_back(desk: Desk) -> None:
    mark = str(uuid4())
    desk.make(ANNA, mark=mark)
    assert [desk.ask("DELETE", ANNA, f"/{mark}").status_code for _ in range(2)] == [204, 204]
    assert desk.make(ANNA, mark=mark).status_code == 200  # a repeat that was long on its way
    assert desk.notes(ANNA) == []
    with desk.house.catalogue.begin() as db:
        assert db.execute(bookmarks.select()).one().removed_at is not None


def test_nobody_takes_back_anothers(desk: Desk) -> None:
    mark = str(uuid4())
    desk.make(ANNA, note="mine", mark=mark)
    for who in (BO, CHIEF, DIRECTOR):
        assert desk.ask("DELETE", who, f"/{mark}").status_code == 204
    assert desk.ask("DELETE", ANNA, f"/{mark}", drill=TRAINING).status_code == 204
    assert desk.notes(ANNA) == ["mine"]


@pytest.mark.parametrize(
    ("state", "seeing"), [("collecting", ()), ("adjudicating", (CHIEF,)), ("final", (BO, CHIEF, DIRECTOR))]
)
def test_others_are_seen_once_no_sheet_can_follow_them(desk: Desk, state: str, seeing: tuple[str, ...]) -> None:
    before = {who: desk.ask("GET", who).content for who in (BO, CHIEF, DIRECTOR)}
    desk.make(ANNA, note="below the standard")
    desk.set_state(state)
    for who, was in before.items():
        assert (desk.ask("GET", who).content != was) == (who in seeing), who
    assert desk.notes(ANNA) == ["below the standard"]


def test_who_may_and_who_may_not(desk: Desk) -> None:
    assert desk.ask("GET", EVA).status_code == 404  # of another panel
    assert desk.make(EVA).status_code == 404
    for who in (AUDITOR, ADMIN, MEDIC):
        assert (desk.ask("GET", who).status_code, desk.make(who).status_code) == (403, 403)
    desk.make(DIRECTOR, note="seen by all", drill=TRAINING)
    assert desk.notes(EVA, TRAINING) == ["seen by all"]
    assert [one["own"] for one in desk.ask("GET", EVA, drill=TRAINING).json()] == [False]
    assert desk.ask("GET", ANNA).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "wrong", [{"tick": -1}, {"tick": 1.5}, {"id": "1"}, {"note": "x" * 2001}, {"note": None}, {"more": 1}]
)
def test_malformed_ones_are_refused(desk: Desk, wrong: dict[str, Any]) -> None:
    body = {"id": str(uuid4()), "tick": 1, "note": "", **wrong}
    assert desk.ask("POST", ANNA, **body).status_code == 422
    assert desk.notes(ANNA) == []


def test_there_is_an_end_to_them(desk: Desk) -> None:
    with desk.house.catalogue.begin() as db:
        db.execute(
            bookmarks.insert(),
            [
                {"id": f"old-{n}", "drill": DRILL, "account": ANNA, "tick": n, "note": "", "made_at": AT}
                for n in range(MOST)
            ],
        )
    assert desk.make(ANNA).json()["code"] == "too_many_bookmarks"
    assert desk.make(BO).status_code == 200
