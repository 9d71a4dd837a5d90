"""Frames: messages as bytes and back, for each union once."""

from typing import Any, get_args

import msgspec

from clients.protocol.messages import UNIONS, Message

_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = {
    (role, to_server): msgspec.msgpack.Decoder(union[0 if to_server else 1])
    for role, union in UNIONS.items()
    for to_server in (True, False)
}

# msgspec leaves a field out if it holds the very object that is its default. Numbers and texts that merely equal it are
# brought to that object first: the bytes of a message must not tell, or depend on, where its values came from.
_BY_VALUE = {
    cls: tuple(
        (each.name, each.default)
        for each in msgspec.structs.fields(cls)
        if isinstance(each.default, float | str) and each.default != ""
    )
    for union in UNIONS.values()
    for side in union
    for cls in get_args(side)
}

# What msgspec says of a wrong type or a missing field is made of our words; the rest would repeat what was sent.
_OWN_WORDS = ("Expected ", "Object missing ")


class FrameError(ValueError):
    """Bytes that are no message of the union. The text holds nothing of them: they may be anybody's token."""


def encode(message: Message) -> bytes:
    """Write one message."""
    for name, default in _BY_VALUE[type(message)]:
        value = getattr(message, name)
        if value is not default and value == default:
            message = msgspec.structs.replace(message, **{name: default})
    return _ENCODER.encode(message)


def decode(role: str, data: bytes, *, to_server: bool) -> Any:
    """Read one message of a role's union. FrameError for any other run of bytes."""
    try:
        return _DECODERS[role, to_server].decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        said = str(error)
    raise FrameError(said if said.startswith(_OWN_WORDS) else "not a message of this role")
