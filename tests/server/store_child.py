"""A process of the tests of the log store, started with `flood|full|open KIND PATH [RUN]`. It tells by lines."""

import os
import resource
import sys
import threading
import time
from pathlib import Path

from server.store.log import StoreError
from server.store.writer import Writer
from tests.server.store_rows import LOGS, batch


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def flood(kind: str, path: Path, run: int) -> None:
    """Submit batches without end; say each position that is durable."""
    writer = Writer(
        LOGS[kind](path),
        lambda position: say("durable", position),
        monotonic_s=time.monotonic,
        on_trouble=lambda text: say("trouble", text.en),
        on_recovery=lambda: say("recovery"),
    )
    position = 0
    while True:
        position += 1
        assert writer.submit(batch(run, position)) == position
        while writer.queued > 30:
            time.sleep(0.0002)


def full(kind: str, path: Path) -> None:
    """Let no file grow, as a full disk would not; then make room again."""
    store = LOGS[kind](path)
    store.append(batch(1, 1))
    room = max(file.stat().st_size for file in path.parent.iterdir())
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        for position in range(2, 500):
            store.append(batch(1, position))
            say("direct", position)
    except StoreError as error:
        say("refused", error.text.en)
    in_trouble = threading.Event()

    def on_trouble(text: object) -> None:
        say("trouble")
        in_trouble.set()

    writer = Writer(
        store,
        lambda position: say("durable", position),
        monotonic_s=time.monotonic,
        on_trouble=on_trouble,
        on_recovery=lambda: say("recovery"),
    )
    for position in range(1, 31):
        writer.submit(batch(2, position))
    in_trouble.wait()
    say("queued", writer.queued)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    say("unfinished", writer.stop())
    store.close()


def try_to_open(kind: str, path: Path) -> None:
    try:
        LOGS[kind](path)
    except StoreError as error:
        say("refused", error.text.en)
    else:
        say("opened")


if __name__ == "__main__":
    work, kind, path, *run = sys.argv[1:]
    {"flood": flood, "full": full, "open": try_to_open}[work](kind, Path(path), *map(int, run))
