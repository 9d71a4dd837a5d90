"""Definition: the messages as data, read off their classes."""

import inspect
import re
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
from msgspec import inspect as types

from clients.protocol.messages import UNIONS, Message

NOTICE = "Generated from clients/protocol/messages.py by `python -m clients.protocol.generate`; do not edit."


@dataclass(frozen=True, slots=True)
class Field:
    """One field. default: what it is when left out; a required one has none (None)."""

    name: str
    type: types.Type
    required: bool
    default: Any


@dataclass(frozen=True, slots=True)
class Definition:
    """One message. name: of its class. tag: its `type` on the wire. doc: one paragraph.

    senders: roles whose clients send it. receivers: roles whose clients get it. make: its class.
    """

    name: str
    tag: str
    doc: str
    fields: tuple[Field, ...]
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    make: type[Message]


def union_names() -> dict[str, tuple[type[Message], ...]]:
    """FromTrainee, ToTrainee and so on -> the messages of each."""
    named = {}
    for role, (sent, received) in UNIONS.items():
        named[f"From{role.capitalize()}"] = get_args(sent)
        named[f"To{role.capitalize()}"] = get_args(received)
    return named


def definitions() -> tuple[Definition, ...]:
    """Every message once, first those that clients send; in the order of the unions."""
    every = {kind: None for n in (0, 1) for unions in UNIONS.values() for kind in get_args(unions[n])}
    return tuple(_definition(kind) for kind in every)


def _definition(kind: type[Message]) -> Definition:
    read = types.type_info(kind)
    assert isinstance(read, types.StructType)
    return Definition(
        name=kind.__name__,
        tag=str(read.tag),
        doc=re.sub(r"\s+", " ", inspect.getdoc(kind) or ""),
        # What every message has stands last, as in its encoded form.
        fields=tuple(_field(field) for field in read.fields),
        senders=tuple(role for role, (sent, _) in UNIONS.items() if kind in get_args(sent)),
        receivers=tuple(role for role, (_, received) in UNIONS.items() if kind in get_args(received)),
        make=kind,
    )


def _field(field: types.Field) -> Field:
    default = field.default
    if default is msgspec.NODEFAULT:
        default = None if field.required else field.default_factory()
    return Field(field.encode_name, field.type, field.required, default)
