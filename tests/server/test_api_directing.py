"""What a director chooses from, and names of events, by the whole application's routes."""

import pytest
from fastapi.testclient import TestClient

from server.access.roles import Role
from server.api import directing, sessions
from sim_core.direction import INJECTIONS
from tests.server.premises import Clock, add_account, application, house_in, log_in


@pytest.fixture
def client(tmp_path) -> TestClient:
    with house_in(tmp_path, Clock()) as house:
        client = TestClient(application(house, sessions.router, directing.router))
        add_account(house, "boss", Role.DIRECTOR)
        client.headers.update(log_in(client, "boss"))
        yield client


def test_the_safe_list_is_whole_and_says_what_each_row_needs(client: TestClient) -> None:
    told = client.get("/api/directing").json()
    assert told["panel"] == 3
    assert [row["id"] for row in told["injections"]] == list(INJECTIONS)
    needs = {row["id"]: row["needs"] for row in told["injections"]}
    assert needs == {
        "radio_dies": "seat", "radio_mended": "seat", "wind": "bearing", "message": "message",
        "rain_begins": "nothing", "rain_ends": "nothing", "fog_comes": "nothing", "fog_lifts": "nothing",
    }  # fmt: skip
    assert all(row["name"]["zh"] and row["name"]["en"] for row in told["injections"])


def test_names_of_events_in_both_languages(client: TestClient) -> None:
    names = client.get("/api/scenarios/tank_overfill/names").json()["names"]
    assert names["act:declare"]["en"] and names["finished"] == {"zh": "导演结束", "en": "ended by the director"}
    assert names["P-101"]["zh"].startswith("P-101 ")
    assert client.get("/api/scenarios/nothing/names").status_code == 422
