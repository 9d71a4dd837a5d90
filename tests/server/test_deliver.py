"""Exactly once: real workers and a real receiver, which misbehaves in all its ways; both are killed again and again."""

import json
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from server.catalogue import drills, results
from server.catalogue.drills import DrillRow
from server.catalogue.engine import open_catalogue, reading
from server.receiver.faults import FAULTS
from server.receiver.ledger import Ledger
from server.result.issuing import issue
from tests.server.result_pieces import NOW, SIGNER, Office, facts, issued

PATIENCE_S = 60.0


@contextmanager
def catalogue_in(folder: Path) -> Iterator[Engine]:
    catalogue = open_catalogue(folder / "catalogue.db")
    try:
        yield catalogue
    finally:
        catalogue.dispose()


@contextmanager
def running(*children: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        for child in children:
            end(child)


def end(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def states(catalogue: Engine) -> dict[str, int]:
    with reading(catalogue) as db:
        return results.counts(db)


def wait_until(done: Callable[[], bool], why: str) -> None:
    """Wait for something that another process does; gives up only where it would hang."""
    until = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < until, why
        time.sleep(0.05)


def held(office: Office) -> dict[str, str]:
    """Key -> fingerprint in the receiver's file; fails if there are more certificates than fingerprints."""
    ledger = Ledger(office.folder / "receiver" / "certificates.db")
    try:
        keys = {key: certificate.fingerprint for key, certificate in ledger.keys("", 100_000)}
        number = ledger._db.execute("SELECT COUNT(*) FROM certificates").fetchone()[0]
        assert number == len(set(keys.values()))
        return keys
    finally:
        ledger.close()


def storm(office: Office, number: int, kills: int, seed: int) -> tuple[int, int]:
    """Issue results while worker and receiver are killed; end when all are delivered. Gives deaths of both."""
    chance = random.Random(seed)
    worker, receiver = office.worker(), misbehaving(office, chance)
    workers_killed = receivers_killed = made = 0
    wanted = {}
    try:
        with catalogue_in(office.folder) as catalogue:
            until, best = time.monotonic() + PATIENCE_S, 0
            while (delivered := states(catalogue).get("delivered", 0)) < number:
                if delivered > best:
                    until, best = time.monotonic() + PATIENCE_S, delivered
                assert time.monotonic() < until, (states(catalogue), office.log.read_text()[-3000:])
                for _ in range(min(chance.randint(0, 4), number - made)):
                    made += 1
                    row = issued(catalogue, made)
                    wanted[f"{row.id}:1:office"] = row.fingerprint
                time.sleep(chance.uniform(0.0, 0.3))
                if workers_killed < kills and is_busy(catalogue) and chance.random() < 0.4:
                    end(worker)
                    worker, workers_killed = office.worker(), workers_killed + 1
                if receiver.poll() is None and receivers_killed < kills and chance.random() < 0.1:
                    receiver.kill()
                if receiver.poll() is not None:
                    end(receiver)
                    receiver, receivers_killed = misbehaving(office, chance), receivers_killed + 1
                assert worker.poll() is None, office.log.read_text()
            with reading(catalogue) as db:
                rows = results.deliveries(db)
    finally:
        end(worker)
        end(receiver)
    assert held(office) == wanted
    assert {row.key: row.fingerprint for row in rows} == wanted
    assert len({row.receipt for row in rows}) == number
    assert sum(row.attempts for row in rows) > number, "nothing was ever repeated"
    return workers_killed, receivers_killed


def misbehaving(office: Office, chance: random.Random) -> subprocess.Popen[str]:
    """Every life of the receiver has another order of faults, and ends by itself at the latest after all of them."""
    names = [*(set(FAULTS) - {"die"}), *["obey"] * 6]
    names.sort()
    chance.shuffle(names)
    office.misbehave = ",".join([*names, "die"])
    return office.receiver()


def is_busy(catalogue: Engine) -> bool:
    """A worker has begun: a kill now may fall anywhere between lease and receipt."""
    return states(catalogue).get("sending", 0) > 0


def test_each_result_exactly_once(tmp_path: Path) -> None:
    workers, receivers = storm(Office(tmp_path), number=30, kills=3, seed=1)
    assert workers >= 2
    assert receivers >= 2


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_each_result_exactly_once_for_long(tmp_path: Path, seed: int) -> None:
    workers, receivers = storm(Office(tmp_path), number=500, kills=40, seed=seed)
    assert workers >= 30
    assert receivers >= 30


@contextmanager
def settled(office: Office) -> Iterator[Engine]:
    """A catalogue with two delivered results; worker and receiver at work."""
    receiver, worker = office.receiver(), office.worker()
    with running(receiver, worker), catalogue_in(office.folder) as catalogue:
        for number in (1, 2):
            issued(catalogue, number)
        wait_until(lambda: states(catalogue) == {"delivered": 2}, office.log.read_text())
        end(worker)
        yield catalogue


def reconcile(office: Office) -> tuple[int, dict[str, object]]:
    child = office.worker("--reconcile", "--json")
    out, _ = child.communicate(timeout=60)
    return child.returncode, json.loads(out)["office"]


def key(number: int) -> str:
    return f"r-{number:016x}:1:office"


def test_reconciliation_finds_every_difference(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with settled(office) as catalogue:
        same = {"ok": True, "agreed": 2, "settled": [], "resent": [], "foreign": [], "contrary": []}
        assert reconcile(office) == (0, same)
        with catalogue.begin() as db:  # held there, and not known here to be
            db.execute(update(results.outbox).where(results.outbox.c.key == key(1)).values(state="dead", receipt=""))
        assert reconcile(office) == (0, {**same, "agreed": 1, "settled": [key(1)]})
        with reading(catalogue) as db:
            assert [(row.state, row.receipt[:2]) for row in results.deliveries(db)] == [("delivered", "C-")] * 2
        there = sqlite3.connect(office.folder / "receiver" / "certificates.db")
        there.execute("DELETE FROM deliveries WHERE key = ?", (key(1),))
        there.execute("UPDATE deliveries SET key = 'stranger' WHERE key = ?", (key(2),))
        there.commit()
        there.close()
        status, found = reconcile(office)
        assert (status, found["resent"], found["foreign"]) == (1, [key(1), key(2)], ["stranger"])
        worker = office.worker()
        with running(worker):
            wait_until(lambda: states(catalogue) == {"delivered": 2}, "what was gone is sent again")
    assert set(held(office)) == {key(1), key(2), "stranger"}


def test_receiver_that_is_not_there_is_told(tmp_path: Path) -> None:
    with catalogue_in(tmp_path):
        assert reconcile(Office(tmp_path)) == (1, {"ok": False, "error": "no_connection"})


def test_poison_is_put_aside_and_others_pass(tmp_path: Path) -> None:
    office = Office(tmp_path)
    receiver, worker = office.receiver(), office.worker()
    with running(receiver, worker), catalogue_in(office.folder) as catalogue:
        with catalogue.begin() as db:
            for number in range(1, 9):  # more than are sent at once
                drills.add(db, DrillRow(f"{number:016x}", "tank_overfill", "5a" * 32, "exam", NOW))
                row = issue(db, facts(number), SIGNER, (), NOW)
                fields = {"destination": "office", "fingerprint": row.fingerprint, "payload": "poison"}
                results.add_delivery(db, key(number), fields, NOW)
        issued(catalogue, 9)
        wait_until(lambda: states(catalogue) == {"delivered": 1, "dead": 8}, office.log.read_text())
    assert set(held(office)) == {key(9)}
    assert "refused for good" in office.log.read_text()


def test_receiver_that_is_away_stops_nothing_else(tmp_path: Path) -> None:
    office = Office(tmp_path)
    lines = ["[[delivery.destinations]]", 'name = "away"', 'url = "http://127.0.0.1:9/"']
    away = "\n".join([*lines, f'secret_files = ["{office.secret}"]'])
    office.config.write_text(office.config.read_text() + away)
    receiver, worker = office.receiver(), office.worker()
    with running(receiver, worker), catalogue_in(office.folder) as catalogue:
        for number in range(1, 9):
            issued(catalogue, number, ("away", "office"))
        wait_until(lambda: states(catalogue).get("delivered") == 8, office.log.read_text())
        with reading(catalogue) as db:
            assert not {row.state for row in results.deliveries(db, destination="away")} & {"delivered", "dead"}


def test_two_workers_share_the_work(tmp_path: Path) -> None:
    office = Office(tmp_path, timeout_s=30.0, lease_s=60.0)
    receiver, one, other = office.receiver(), office.worker(), office.worker()
    with running(receiver, one, other), catalogue_in(office.folder) as catalogue:
        for number in range(1, 21):
            issued(catalogue, number)
        wait_until(lambda: states(catalogue) == {"delivered": 20}, office.log.read_text())
        with reading(catalogue) as db:
            assert {row.attempts for row in results.deliveries(db)} == {1}, "one was sent by both"


@pytest.mark.parametrize("way", ["terminate", "close"])
def test_worker_ends_when_told_and_with_its_parent(tmp_path: Path, way: str) -> None:
    office = Office(tmp_path)
    worker = office.worker("--supervised")
    with running(worker), catalogue_in(office.folder) as catalogue:
        issued(catalogue)
        wait_until(lambda: attempts(catalogue) > 0, office.log.read_text())  # it is up
        assert worker.stdin is not None
        worker.stdin.close() if way == "close" else worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=60) == 0
        worker.stdin = None
        assert "sending" not in states(catalogue)


def attempts(catalogue: Engine) -> int:
    with reading(catalogue) as db:
        return sum(row.attempts for row in results.deliveries(db))


def test_no_secret_is_logged_or_shown(tmp_path: Path) -> None:
    office = Office(tmp_path)
    with settled(office):
        pass
    secret = office.secret.read_text().strip()
    office.secret.write_text(secret + "?")
    out, _ = office.worker().communicate(timeout=60)
    text = office.log.read_text() + out
    assert "result delivered" in text
    assert "webhook.secret" in text
    assert secret.removeprefix("whsec_") not in text


@pytest.mark.parametrize("content", [None, "[delivery\n", "[delivery]\nlease_s = 1\n", "\udcff"])
def test_bad_configuration_is_told_in_one_line(tmp_path: Path, content: str | None) -> None:
    office = Office(tmp_path)
    office.config.unlink()
    if content is not None:
        office.config.write_bytes(content.encode("utf-8", "surrogateescape"))
    child = office.worker()
    child.communicate(timeout=60)
    assert child.returncode == 2
    assert len(office.log.read_text().splitlines()) == 1
