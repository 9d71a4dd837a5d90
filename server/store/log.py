"""The log: rows of many drills, each drill's rows numbered and chained, kept by a store that forgets nothing."""

import re
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from sim_core.text import Text

MOST_ROWS = 1024  # of one append
MOST_PAYLOAD_BYTES = 1 << 24

_DRILL = re.compile("[0-9a-f]{16}")
_KIND = re.compile("[a-z][a-z0-9_]{0,31}")
_HEAD = struct.Struct("<QqI")  # n, tick, length of the kind that follows; wide enough for rows tampered with


class StoreError(Exception):
    """What kept a store from doing as asked; nothing has changed. text: for whoever runs the server."""

    def __init__(self, zh: str, en: str) -> None:
        self.text = Text(zh, en)
        super().__init__(en)


@dataclass(frozen=True, slots=True)
class Row:
    """What a drill wants kept. drill: its id, 16 lower-case hex digits. kind: a word. tick: from 0.

    Raises ValueError for anything a store could not keep, so that no queue is ever stuck behind such a row.
    """

    drill: str
    kind: str
    tick: int
    payload: bytes

    def __post_init__(self) -> None:
        if not _DRILL.fullmatch(self.drill):
            raise ValueError("a drill's id is 16 lower-case hex digits")
        if not _KIND.fullmatch(self.kind):
            raise ValueError("a kind is a word of at most 32 of a-z, 0-9, _")
        if type(self.tick) is not int or not 0 <= self.tick < 1 << 63:
            raise ValueError("a tick is an integer from 0 to 2^63-1")
        if type(self.payload) is not bytes or len(self.payload) > MOST_PAYLOAD_BYTES:
            raise ValueError(f"a payload is at most {MOST_PAYLOAD_BYTES} bytes")


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it stands in the log. n: 0, 1, 2 ... in its drill. link: 32 bytes, see `next_link`."""

    drill: str
    n: int
    kind: str
    tick: int
    payload: bytes
    link: bytes


class LogStore(Protocol):
    """Keeps rows. Any thread may call; every call may raise StoreError."""

    def append(self, rows: Sequence[Row]) -> None:
        """Keep all these rows or none, each behind the last of its drill. They are durable when this returns.

        At most MOST_ROWS, else ValueError.
        """

    def read(self, drill: str, from_n: int = 0, kinds: Collection[str] | None = None) -> Iterator[Stored]:
        """Yield the drill's rows from number `from_n` on, in order; of `kinds` only, if given.

        Nothing is held open between two rows, so a reader may dawdle; rows appended meanwhile are read too.
        """

    def last(self, drill: str, kind: str) -> Stored | None:
        """Return the drill's last row of this kind. Looks backwards: quick if the kind is frequent."""

    def drills(self) -> tuple[str, ...]:
        """Return the ids of all drills that have rows, in order of id."""

    def fault(self, drill: str) -> int | None:
        """Return the number of the first row that is missing or breaks the chain, None if none does."""

    def close(self) -> None:
        """Let go of the files. May be called twice; nothing else may be called after."""


def first_link(drill: str) -> bytes:
    """Return the link that stands before a drill's first row: SHA-256 of its id."""
    return sha256(drill.encode()).digest()


def next_link(link: bytes, n: int, kind: str, tick: int, payload: bytes) -> bytes:
    """Return the link of row `n`: SHA-256 of the link before it, its head (n, tick, kind) and its payload."""
    word = kind.encode()
    return sha256(link + _HEAD.pack(n, tick, len(word)) + word + payload).digest()
