import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.store.log import MOST_ROWS, Row
from server.store.sqlite_log import SqliteLog
from server.store.writer import Writer
from sim_core.text import Text
from tests.server.store_rows import DRILLS

DRILL = DRILLS[0]
HANG_S = 20.0  # nothing is measured by it; a test that waits so long fails instead of waiting for ever


def wait(happened: Callable[[], bool]) -> None:
    for _ in range(int(HANG_S / 0.001)):
        if happened():
            return
        time.sleep(0.001)
    pytest.fail("it never happened")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteLog]:
    store = SqliteLog(tmp_path / "log.db")
    yield store
    store.close()


class Ear:
    """Hears what a writer tells, in order."""

    def __init__(self, store: SqliteLog) -> None:
        self.store = store
        self.told: list[object] = []
        self.seconds: list[float] = []
        self.durable: dict[int, int] = {}  # position -> rows that stood in the log when it was told
        self.held = threading.Event()  # commits are observed only while this is set
        self.held.set()
        self.observing = threading.Event()
        self.troubled = threading.Event()

    def notify(self, position: int) -> None:
        self.durable[position] = sum(1 for _ in self.store.read(DRILL))
        self.told.append(position)

    def observe(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self.observing.set()
        self.held.wait(HANG_S)

    def trouble(self, text: Text) -> None:
        self.told.append(text)
        self.troubled.set()

    def recovery(self) -> None:
        self.told.append("recovery")


@pytest.fixture
def ear(store: SqliteLog) -> Ear:
    return Ear(store)


@pytest.fixture
def writer(store: SqliteLog, ear: Ear) -> Iterator[Writer]:
    writer = Writer(
        store,
        ear.notify,
        monotonic_s=time.monotonic,
        on_trouble=ear.trouble,
        on_recovery=ear.recovery,
        observe=ear.observe,
    )
    yield writer
    ear.held.set()
    writer.stop(0.0)


def row(tick: int) -> Row:
    return Row(DRILL, "act", tick, b"x")


def ticks(store: SqliteLog) -> list[int]:
    return [stored.tick for stored in store.read(DRILL)]


def test_position_is_told_when_its_rows_are_in_the_log(store: SqliteLog, writer: Writer, ear: Ear) -> None:
    assert (writer.committed, writer.queued) == (0, 0)
    assert [writer.submit([row(2 * i), row(2 * i + 1)]) for i in range(50)] == list(range(1, 51))
    assert writer.stop() == 0
    assert ticks(store) == list(range(100))
    assert ear.told == sorted(ear.durable) and ear.told[-1] == writer.committed == 50
    assert ear.durable == {position: 2 * position for position in ear.durable}
    assert len(ear.seconds) == len(ear.told) and min(ear.seconds) > 0


def test_what_gathers_goes_in_one_commit_up_to_the_most(store: SqliteLog, writer: Writer, ear: Ear) -> None:
    ear.held.clear()
    writer.submit([row(0)])
    wait(ear.observing.is_set)
    for i in range(10):
        writer.submit([row(i)])
    writer.submit([row(i) for i in range(MOST_ROWS)])
    writer.submit([])
    assert writer.queued in (12, 13)
    ear.held.set()
    assert writer.stop() == 0
    assert ear.told == [1, 11, 13]
    assert ear.durable == {1: 1, 11: 11, 13: 11 + MOST_ROWS}


@pytest.fixture
def hasty_switches() -> Iterator[None]:
    """Let threads interrupt one another as often as Python can."""
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual_s)


def test_threads_submit_in_one_order(store: SqliteLog, writer: Writer, hasty_switches: None) -> None:
    order: dict[int, int] = {}

    def submit(first: int) -> None:
        for tick in range(first, first + 500):
            order[writer.submit([row(tick)])] = tick

    threads = [threading.Thread(target=submit, args=(1000 * i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert writer.stop() == 0
    assert ticks(store) == [order[position] for position in range(1, 2001)]


def test_batch_over_the_most_is_refused_alone(store: SqliteLog, writer: Writer) -> None:
    with pytest.raises(ValueError):
        writer.submit([row(0)] * (MOST_ROWS + 1))
    assert writer.submit([row(5)]) == 1
    assert writer.stop() == 0 and ticks(store) == [5]


def test_stopped_writer_takes_nothing_more(store: SqliteLog, writer: Writer) -> None:
    assert writer.stop() == writer.stop() == 0
    with pytest.raises(RuntimeError):
        writer.submit([row(1)])
    assert ticks(store) == []


def test_trouble_is_told_once_and_stop_has_patience_only(store: SqliteLog, writer: Writer, ear: Ear) -> None:
    writer.submit([row(1)])
    wait(lambda: writer.committed == 1)
    store.close()
    writer.submit([row(2)])
    wait(ear.troubled.is_set)
    writer.submit([row(3)])
    assert writer.stop(patience_s=0.3) == writer.queued == 2  # several attempts have failed by then
    assert len(ear.told) == 2 and ear.told[0] == 1
    assert "演练日志" in ear.told[1].zh and "log of drills" in ear.told[1].en


def test_programming_error_is_told_too(writer: Writer, ear: Ear) -> None:
    writer.submit(["no row, and its content is no business of a log"])
    wait(ear.troubled.is_set)
    assert writer.stop(patience_s=0.0) == 1
    assert [text.en for text in ear.told] == ["log of drills: internal error (AttributeError)"]


def test_callback_that_raises_stops_nothing(store: SqliteLog, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))
    calls: list[int] = []

    def notify(position: int) -> None:
        calls.append(position)
        raise RuntimeError("the loop is closed")

    silent = {"monotonic_s": time.monotonic, "on_trouble": print, "on_recovery": print}
    writer = Writer(store, notify, **silent)
    for i in range(3):
        writer.submit([row(i)])
        wait(lambda i=i: writer.committed == i + 1)
    assert writer.stop() == 0
    assert calls == [1, 2, 3] and reported == [RuntimeError] * 3 and ticks(store) == [0, 1, 2]
