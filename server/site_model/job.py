"""Job: one model, made in a process of its own: a Site comes on standard input, a GLB goes out.

Building takes seconds of pure Python, which beside the ticks would make them late. The site is pickled between two
processes of one installation, over a pipe that nobody else can write to.
"""

import os
import pickle
import sys

from server.site_model.building import build

NICENESS = 10


def main() -> None:
    """Read one site, write its model."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    sys.stdout.buffer.write(build(pickle.load(sys.stdin.buffer)))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
