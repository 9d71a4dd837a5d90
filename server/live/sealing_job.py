"""Sealing job: one record, made in a process of its own: a Job comes on standard input, a Sealed goes out.

Both are pickled between two processes of one installation, over a pipe that nobody else can write to.
"""

import os
import pickle
import sys

from server.live.sealing import seal

NICENESS = 10


def main() -> None:
    """Read one job, do it, write what came of it."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    job = pickle.load(sys.stdin.buffer)
    try:
        pickle.dump(seal(job), sys.stdout.buffer)
        sys.stdout.flush()
    except BrokenPipeError:  # the server was killed meanwhile; the next one asks again
        os._exit(1)


if __name__ == "__main__":
    main()
