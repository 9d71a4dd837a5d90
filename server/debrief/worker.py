"""Worker: reads records in a process of its own, so that no tick of a live drill waits for a debrief.

Wishes come on standard input, replies go out, each a length of four bytes and a pickle, between two processes of one
installation over a pipe that nobody else can write to.
"""

import os
import pickle
import struct
import sys
from typing import BinaryIO

from server.debrief.shapes import Said
from server.debrief.work import Reply, Shelf, answer

NICENESS = 5
LENGTH = struct.Struct("<I")


def send(stream: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def main() -> None:
    """Answer until the other end is gone."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    shelf = Shelf()
    while head := sys.stdin.buffer.read(LENGTH.size):
        wish = pickle.loads(sys.stdin.buffer.read(*LENGTH.unpack(head)))
        try:
            reply = answer(shelf, wish)
        except Exception as error:  # one wish that fails must not end the others
            reply = Reply(code="failed", reason=Said(type(error).__name__, type(error).__name__))
        try:
            send(sys.stdout.buffer, reply)
        except BrokenPipeError:
            os._exit(1)


if __name__ == "__main__":
    main()
