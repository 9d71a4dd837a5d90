"""Glance: what a load client looks at in a message. Everything else is skipped unread, so that reading costs little."""

from typing import Any

import msgspec


class Glance(msgspec.Struct):
    """Fields of `clients.protocol.messages` by their names; one that a message does not have has its default."""

    type: str
    tick: int = -1
    event: int = 0
    seq: int = 0
    beat: int = 0
    kind: str = ""
    seat: str = ""
    act: Any = ""
    subject: str = ""
    code: str = ""
    last_seq: int = 0
    last_event: int = 0


_DECODER = msgspec.msgpack.Decoder(Glance)


def glance(data: bytes) -> Glance:
    """Look at one message. msgspec.DecodeError if it is none."""
    return _DECODER.decode(data)
