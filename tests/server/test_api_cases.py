"""Cases over HTTP: for all staff, searched, as pages; a link only to what the catalogue has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from scenarios import catalogue, load
from scenarios.cases import library
from server.access.roles import Role
from server.api import cases, sessions
from server.house import House
from tests.server.premises import Clock, add_account, application, house_in, log_in
from tests.server.routes import faults_of_routes


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path, Clock()) as house:
        yield house


@pytest.fixture
def client(house: House) -> TestClient:
    client = TestClient(application(house, sessions.router, cases.router))
    add_account(house, "Wei", Role.MEDIC)
    client.headers.update(log_in(client, "Wei"))
    return client


def test_every_route_has_its_door(client: TestClient) -> None:
    assert faults_of_routes(client.app) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("role", list(Role))
def test_all_staff_read(client: TestClient, house: House, role: Role) -> None:
    add_account(house, role.value, role)
    headers = log_in(client, role.value)
    assert client.get("/api/cases", headers=headers).json()["total"] == len(library().cases)
    assert client.get("/api/cases/buncefield_2005", headers=headers).is_success


def test_words_and_tags_narrow_the_list(client: TestClient) -> None:
    def ids(**asked: object) -> list[str]:
        return [one["id"] for one in client.get("/api/cases", params=asked).json()["cases"]]  # type: ignore[arg-type]

    assert len(ids()) == len(library().cases)
    assert ids(words="硫化氢中毒") == ["chengdu_2024", "nanyang_2024"]
    assert ids(words="hydrogen sulphide", tag="reaction") == ["nanyang_2024"]
    assert ids(tag=["confined_space", "blind_rescue"]) == ["zhoushan_2026", "xinjin_2025", "nitrogen_kettle"]
    assert ids(words="nothing of the kind") == []
    lists = client.get("/api/cases").json()["lists"]
    assert [one["kind"] for one in lists] == ["accident", "industry", "cause"]
    assert {"id": "boil_over", "name": {"zh": "沸溢", "en": "boil-over"}} in lists[0]["tags"]


def test_a_page_has_four_steps_and_says_what_is_open(client: TestClient) -> None:
    told = client.get("/api/cases/linyi_2017").json()
    assert [one["name"]["zh"] for one in told["steps"]] == ["事故经过", "原因分析", "责任与持证人员履职情况", "整改"]
    parts = {part["id"]: part for step in told["steps"] for part in step["parts"]}
    assert parts["responsibility"]["open"] and parts["responsibility"]["statements"]
    assert parts["correction"] == {
        "id": "correction",
        "name": {"zh": "整改", "en": "Correction"},
        "statements": [],
        "open": True,
    }
    assert {"B", "R"} == {one["evidence"] for one in parts["what_happened"]["statements"]}


def test_a_link_leads_to_what_the_catalogue_has(client: TestClient) -> None:
    catalogued = {scenario.id for scenario in catalogue()}
    for case in library().cases:
        offered = client.get(f"/api/cases/{case.id}").json()["scenarios"]
        assert offered == [{"id": one["id"], "name": load(one["id"]).name._asdict()} for one in offered]
        assert {one["id"] for one in offered} == set(case.scenarios) & catalogued


def test_what_is_not_there_is_said(client: TestClient) -> None:
    gone = client.get("/api/cases/atlantis")
    assert (gone.status_code, gone.json()["code"]) == (404, "no_such_case")
    odd = client.get("/api/cases", params={"tag": "nothing"})
    assert (odd.status_code, odd.json()["code"]) == (422, "no_such_tag")
    assert client.get("/api/cases", params={"words": "x" * 101}).status_code == 422
