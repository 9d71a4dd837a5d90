"""Engine: the id of the code that decides a drill's course, so that a record is re-executed by its own."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import scenarios
import sim_core

BESIDE_THE_RULES = ("drill.py", "false_alarm.py", "hidden.py", "model.py", "reader.py", "shared.py", "strata.py")


@cache
def engine_id() -> str:
    """SHA-256 in hex over path and content of every source, sorted by path; line ends count as LF."""
    total = sha256()
    for name, file in sorted(_sources()):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _sources() -> Iterator[tuple[str, Path]]:
    core, beside = Path(sim_core.__path__[0]), Path(scenarios.__path__[0])
    for file in core.rglob("*.py"):
        yield file.relative_to(core.parent).as_posix(), file
    for file in (*(beside / "rules").rglob("*.py"), *(beside / name for name in BESIDE_THE_RULES)):
        yield file.relative_to(beside.parent).as_posix(), file
