"""Rows for the tests of the log store, the same in every process; and every kind of store that must pass them."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from server.store.log import LogStore, Row
from server.store.sqlite_log import SqliteLog

LOGS: dict[str, Callable[[Path], LogStore]] = {"sqlite": SqliteLog}  # open the log at this path, made if missing
DRILLS = ("00000000000000aa", "7fffffffffffffff", "ffffffffffffff00")
KINDS = ("act", "digest", "key_frame")


def batch(run: int, position: int) -> list[Row]:
    """The rows of one submission: now few, now many, of one drill or all."""
    chance = Random(run * 1_000_003 + position)
    size = chance.choice((1, 1, 2, 5, 40))
    return [
        Row(
            chance.choice(DRILLS),
            chance.choice(KINDS),
            position,
            b"%d %d %d " % (run, position, i) + chance.randbytes(chance.choice((0, 60, 300, 5000))),
        )
        for i in range(size)
    ]
