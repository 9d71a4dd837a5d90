"""Models are kept by hash, and handed out to everybody as what may be kept for ever."""

import gzip
import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from scenarios import load
from server.access.roles import Role
from server.api import models, scenarios, sessions
from server.site_model.keeping import Models, models_in
from tests.server.premises import Clock, add_account, application, house_in, log_in

SITE = load("tank_overfill").site


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with house_in(tmp_path_factory.mktemp("house"), Clock()) as house:
        add_account(house, "kay", Role.EXAMINER)
        yield TestClient(application(house, sessions.router, scenarios.router, models.router))


@pytest.fixture(scope="module")
def told(client: TestClient) -> dict[str, str]:
    answer = client.get("/api/scenarios/tank_overfill", headers=log_in(client, "kay"))
    assert answer.status_code == 200, answer.text
    model = answer.json()["model"]
    assert set(model) == {"url", "sha256", "bytes"}
    return dict(model)


def test_the_briefing_names_a_model_that_anybody_can_fetch(client: TestClient, told: dict[str, str]) -> None:
    answer = client.get(told["url"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "model/gltf-binary"
    assert hashlib.sha256(answer.content).hexdigest() == told["sha256"]
    assert len(answer.content) == told["bytes"]
    assert "immutable" in answer.headers["cache-control"]
    assert struct.unpack("<4sII", answer.content[:12]) == (b"glTF", 2, told["bytes"])


def test_it_is_packed_for_who_asks_and_left_out_for_who_has_it(client: TestClient, told: dict[str, str]) -> None:
    packed = client.get(told["url"], headers={"accept-encoding": "gzip"})
    plain = client.get(told["url"], headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert packed.content == plain.content
    again = client.get(told["url"], headers={"if-none-match": packed.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("sha256", ["0" * 64, "..%2f..%2fcatalogue", "*", "A" * 64, "1" * 63])
def test_no_other_hash_is_answered(client: TestClient, told: dict[str, str], sha256: str) -> None:
    answer = client.get(f"/api/models/{sha256}.glb")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_later_process_finds_what_was_made_and_makes_anew_what_was_torn(tmp_path: Path) -> None:
    first = Models(tmp_path / "models").of(SITE)
    (file,) = (tmp_path / "models").iterdir()
    written = file.stat().st_mtime_ns
    later = Models(tmp_path / "models")
    assert later.find(first.sha256) == first
    assert later.of(SITE) == first
    assert file.stat().st_mtime_ns == written
    assert gzip.decompress(first.packed) == first.whole
    file.write_bytes(first.whole[:-1])
    torn = Models(tmp_path / "models")
    assert torn.find(first.sha256) is None
    assert torn.of(SITE) == first
    assert file.read_bytes() == first.whole


def test_a_house_has_one_keeper(tmp_path: Path) -> None:
    assert models_in(tmp_path) is models_in(tmp_path)


def test_what_is_made_ahead_is_held_once_somebody_asks(tmp_path: Path) -> None:
    models = Models(tmp_path / "models")
    models.make(SITE)
    made = [path.stat().st_mtime_ns for path in models.folder.iterdir()]
    assert len(made) == 1 and models.known(SITE) is None
    models.make(SITE)
    assert models.known(SITE) is None
    assert models.of(SITE) is models.known(SITE)
    assert [path.stat().st_mtime_ns for path in models.folder.iterdir()] == made
