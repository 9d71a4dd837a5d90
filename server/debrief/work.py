"""Work: what a worker is asked to do with a record, and what it answers. The last few records stay open."""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from server.cli.installation import holds
from server.debrief.course import run_again
from server.debrief.model_answer import model_answer
from server.debrief.opening import opening
from server.debrief.proven import BrokenError, Proven, prove
from server.debrief.shapes import Said
from server.debrief.states import states

OPEN_RECORDS = 3
COMPRESSION = 5
NOTHING = Said("", "")
AGAIN = ("course", "states", "model")  # what needs the engine that the record was run by


@dataclass(frozen=True, slots=True)
class Wish:
    """what: opening, course, states or model, with its arguments. trusted: the public key that may have signed.
    engine: the id of the code that runs here."""

    what: Literal["opening", "course", "states", "model"]
    path: Path
    trusted: bytes
    engine: str
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """body: JSON, gzipped. Without one: code (broken, other_engine, failed) and reason."""

    body: bytes = b""
    code: str = ""
    reason: Said = NOTHING


WORK: dict[str, Callable[..., Any]] = {
    "opening": opening,
    "course": run_again,
    "states": states,
    "model": model_answer,
}


class Shelf:
    """The records that are open. A record never changes, so its path is its name."""

    def __init__(self) -> None:
        self._open: OrderedDict[Path, Proven] = OrderedDict()

    def take(self, wish: Wish) -> Proven:
        """A record, proven when it was opened. BrokenError, OSError."""
        if wish.path not in self._open:
            self._open[wish.path] = prove(wish.path.read_bytes(), holds, (wish.trusted,))
            if len(self._open) > OPEN_RECORDS:
                self._open.popitem(last=False)
        self._open.move_to_end(wish.path)
        return self._open[wish.path]


def answer(shelf: Shelf, wish: Wish) -> Reply:
    """Do what is wished."""
    try:
        proven = shelf.take(wish)
        if wish.what in AGAIN and proven.meta.engine != wish.engine:
            return Reply(code="other_engine")
        found = WORK[wish.what](proven, *wish.arguments)
    except BrokenError as error:
        return Reply(code="broken", reason=error.reason)
    return Reply(packed(found))


def packed(found: Any) -> bytes:
    """What a route gives, as it travels."""
    return gzip.compress(msgspec.json.encode(found), COMPRESSION, mtime=0)
