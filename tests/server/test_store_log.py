"""What every log store does: each in LOGS is put through all of it."""

import struct
import subprocess
import sys
import tempfile
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from server.store.log import MOST_PAYLOAD_BYTES, MOST_ROWS, LogStore, Row, Stored
from tests.server.store_rows import DRILLS, KINDS, LOGS, batch

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=LOGS)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def store(kind: str, tmp_path: Path) -> LogStore:
    store = LOGS[kind](tmp_path / "log.db")
    yield store
    store.close()


def chained(drill: str, rows: list[Row]) -> list[Stored]:
    """What a drill's rows must come back as, worked out here and from the words of the docstring alone."""
    link, stored = sha256(drill.encode()).digest(), []
    for n, row in enumerate(rows):
        head = struct.pack("<QqI", n, row.tick, len(row.kind)) + row.kind.encode()
        link = sha256(link + head + row.payload).digest()
        stored.append(Stored(drill, n, row.kind, row.tick, row.payload, link))
    return stored


def child(*args: object) -> subprocess.Popen[str]:
    """The store in a process of its own, see store_child.py."""
    command = [sys.executable, "-m", "tests.server.store_child", *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.mark.parametrize(
    "wrong",
    [
        {"drill": "7FFFFFFFFFFFFFFF"},
        {"drill": "7ffffffffffffff"},
        {"drill": "7fffffffffffffff\n"},
        {"kind": ""},
        {"kind": "Act"},
        {"kind": "a" * 33},
        {"kind": "动作"},
        {"tick": -1},
        {"tick": 1 << 63},
        {"tick": True},
        {"tick": 1.0},
        {"payload": "text"},
        {"payload": bytearray(b"changes later")},
        {"payload": bytes(MOST_PAYLOAD_BYTES + 1)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_row_that_no_store_could_keep_is_never_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Row(**{"drill": DRILLS[0], "kind": "act", "tick": 0, "payload": b"", **wrong})


def test_extremes_are_kept(store: LogStore) -> None:
    rows = [Row(DRILLS[0], "k" * 32, (1 << 63) - 1, bytes(range(256)) * 4000), Row(DRILLS[0], "a", 0, b"")]
    store.append(rows)
    assert list(store.read(DRILLS[0])) == chained(DRILLS[0], rows)


def test_append_is_bounded(store: LogStore) -> None:
    most = [Row(DRILLS[i % 3], "act", i, b"x") for i in range(MOST_ROWS)]
    store.append(most)
    with pytest.raises(ValueError):
        store.append([*most, most[0]])
    assert [sum(1 for _ in store.read(drill)) for drill in DRILLS] == [342, 341, 341]


def test_reading_goes_on_over_rows_that_come_meanwhile(store: LogStore) -> None:
    rows = [Row(DRILLS[1], "act", i, b"%d" % i) for i in range(700)]
    store.append(rows[:600])
    reading = store.read(DRILLS[1], 3)
    assert [next(reading).n for _ in range(5)] == [3, 4, 5, 6, 7]
    store.append(rows[600:])
    assert [row.tick for row in reading] == list(range(8, 700))


class LogMachine(RuleBasedStateMachine):
    """Any sequence of calls against plain lists."""

    kind: str

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = LOGS[self.kind](Path(self.folder.name) / "log.db")
        self.model: defaultdict[str, list[Row]] = defaultdict(list)

    rows = st.builds(
        Row, st.sampled_from(DRILLS), st.sampled_from(KINDS), st.integers(0, 99), st.binary(max_size=300)
    )

    @rule(rows=st.lists(rows, max_size=8) | st.lists(rows, min_size=50, max_size=60))
    def append(self, rows: list[Row]) -> None:
        self.store.append(rows)
        for row in rows:
            self.model[row.drill].append(row)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = LOGS[self.kind](Path(self.folder.name) / "log.db")

    @rule(
        drill=st.sampled_from(DRILLS), from_n=st.integers(0, 40), kinds=st.none() | st.sets(st.sampled_from(KINDS))
    )
    def read(self, drill: str, from_n: int, kinds: set[str] | None) -> None:
        expected = [row for row in chained(drill, self.model[drill])[from_n:] if kinds is None or row.kind in kinds]
        assert list(self.store.read(drill, from_n, kinds)) == expected

    @rule(drill=st.sampled_from(DRILLS), kind=st.sampled_from(KINDS))
    def last(self, drill: str, kind: str) -> None:
        of_kind = [row for row in chained(drill, self.model[drill]) if row.kind == kind]
        assert self.store.last(drill, kind) == (of_kind[-1] if of_kind else None)

    @invariant()
    def drills_are_those_with_rows(self) -> None:
        if hasattr(self, "store"):
            assert self.store.drills() == tuple(drill for drill in DRILLS if self.model[drill])
            assert [self.store.fault(drill) for drill in DRILLS] == [None] * 3

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


def test_any_calls_do_as_lists_do(kind: str) -> None:
    machine = type("Machine", (LogMachine,), {"kind": kind})
    case = machine.TestCase
    case.settings = settings(max_examples=40, stateful_step_count=20)
    case().runTest()


def killed_again_and_again(kind: str, path: Path, runs: range) -> None:
    """Kill -9 under load, at random moments; compare what was acknowledged with what a new store reads."""
    chance = Random(runs.start)
    expected: dict[str, list[Row]] = {drill: [] for drill in DRILLS}
    for run in runs:
        flood, durable = child("flood", kind, path, run), 0
        for _ in range(chance.randint(1, 60)):
            word, number = flood.stdout.readline().split()
            assert word == "durable" and int(number) > durable
            durable = int(number)
        flood.kill()
        for line in flood.stdout.read().splitlines(keepends=True):
            durable = int(line.split()[1]) if line.endswith("\n") else durable
        flood.wait()
        store = LOGS[kind](path)
        found = {drill: list(store.read(drill)) for drill in DRILLS}
        positions = [row.tick for drill in DRILLS for row in found[drill][len(expected[drill]) :]]
        assert max(positions) >= durable, "an acknowledged batch is lost"
        for position in range(1, max(positions) + 1):
            for row in batch(run, position):
                expected[row.drill].append(row)
        for drill in DRILLS:
            assert found[drill] == chained(drill, expected[drill])
            assert store.fault(drill) is None
        store.close()


def test_kill_loses_doubles_and_halves_nothing(kind: str, tmp_path: Path) -> None:
    killed_again_and_again(kind, tmp_path / "log.db", range(5))


@pytest.mark.soak
def test_two_hundred_kills(kind: str, tmp_path: Path) -> None:
    for first in range(100, 300, 10):
        killed_again_and_again(kind, tmp_path / f"{first}.db", range(first, first + 10))


def test_full_disk_is_told_and_nothing_is_lost(kind: str, tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="no limit on the size of files on this system")
    path = tmp_path / "log.db"
    said = child("full", kind, path).communicate(timeout=60)[0].splitlines()
    direct = sum(line.startswith("direct") for line in said)
    assert said[direct].startswith("refused log of drills: "), said
    assert said[direct + 1 :] == ["trouble", "queued 30", "recovery", "durable 30", "unfinished 0"]
    rows = [row for position in range(1, direct + 2) for row in batch(1, position)]
    rows += [row for position in range(1, 31) for row in batch(2, position)]
    store = LOGS[kind](path)
    for drill in DRILLS:
        assert list(store.read(drill)) == chained(drill, [row for row in rows if row.drill == drill])
    store.close()


def test_second_process_is_refused_while_the_first_lives(kind: str, store: LogStore, tmp_path: Path) -> None:
    answer = child("open", kind, tmp_path / "log.db").communicate(timeout=60)[0]
    assert answer == "refused another process writes this log: only one server may run on a data folder\n"
    store.append([Row(DRILLS[0], "act", 1, b"still writes")])
    store.close()
    assert child("open", kind, tmp_path / "log.db").communicate(timeout=60)[0] == "opened\n"
