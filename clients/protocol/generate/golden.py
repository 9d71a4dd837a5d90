"""Golden frames: bytes with what they mean, for every client in every language to read and to write.

frames: each message once with what it must have, once with every field, values at the edges of msgpack's forms.
states: a baseline and a state as bytes, and the cells that they give.
"""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import msgspec
from msgspec import inspect as types

from clients.protocol.cells import baseline_of, changes
from clients.protocol.frames import encode
from clients.protocol.generate.definition import NOTICE, Definition, Field, definitions
from clients.protocol.messages import VERSION, Message

PATH = "generated/golden.gen.json"
DRILL = "00112233445566aa"

# Edges of msgpack: where an integer, a text or a list takes the next longer form.
INTEGERS = (1, 127, 128, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, -1, -32, -33, -128, -129, -32_769)
FLOATS = (0.5, -0.1, 1.0, 1e300, 5e-324, 120.0)
TEXTS = ("P-101", "储罐 T-3", "x" * 31, "y" * 32, "雾" * 86, '\u0000\n"\\', "🛢")
ANYTHING: tuple[Any, ...] = (None, True, 7, -0.25, "阀门", [1, 2.5, "a"], {"k": [False]}, list(range(16)))


def make() -> str:
    """The frames as JSON text: bytes in hex, meaning as JSON."""
    book = {
        "notice": NOTICE,
        "version": VERSION,
        "frames": [_row(name, message) for name, message in frames()],
        "states": list(_states()),
    }
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"


def frames() -> Iterator[tuple[str, Message]]:
    """Name and message of each frame."""
    numbers = count()
    for kind in definitions():
        yield f"{kind.tag}/least", _message(kind, [field for field in kind.fields if field.required], numbers)
        yield f"{kind.tag}/full", _message(kind, list(kind.fields), numbers)


def _row(name: str, message: Message) -> dict[str, Any]:
    return {"name": name, "hex": encode(message).hex(), "message": msgspec.to_builtins(message)}


def _states() -> Iterator[dict[str, Any]]:
    before: dict[str, Any] = {"wind/speed": 3.5, "pump/P-101": "run", "seat/IC": [1.0, 2.0], "cloud": None}
    walks = {
        "same": before,
        "changed": before | {"pump/P-101": "stop", "cloud": {"n": 3}},
        "gone": {key: value for key, value in before.items() if key != "seat/IC"},
        "new": before | {"pool/1": 12.5},
        "all": {"wind/speed": 4.0, "pump/P-101": "run", "pool/1": 0.5},
        "empty": {},
    }
    baseline = baseline_of(DRILL, 3, 200, before)
    for name, cells in walks.items():
        state = changes(DRILL, baseline, 210, cells)
        yield {"name": name, "baseline": encode(baseline).hex(), "state": encode(state).hex(), "cells": cells}


def _message(kind: Definition, fields: list[Field], numbers: Iterator[int]) -> Message:
    given = {field.name: DRILL if field.name == "timeline" else _value(field.type, numbers) for field in fields}
    return kind.make(**given)


def _value(of: types.Type, numbers: Iterator[int]) -> Any:
    match of:
        case types.StrType():
            return TEXTS[next(numbers) % len(TEXTS)]
        case types.IntType():
            return INTEGERS[next(numbers) % len(INTEGERS)]
        case types.FloatType():
            return FLOATS[next(numbers) % len(FLOATS)]
        case types.BoolType():
            return True
        case types.AnyType():
            return ANYTHING[next(numbers) % len(ANYTHING)]
        case types.TupleType(item_types=items):
            return tuple(_value(item, numbers) for item in items)
        case types.VarTupleType(item_type=types.StrType()):  # keys of cells: each of them once
            return tuple(f"cell/{n}" for n in range(17))
        case types.VarTupleType(item_type=item):
            return tuple(_value(item, numbers) for _ in range(17))
        case types.DictType(value_type=value):
            return {f"k{n}": _value(value, numbers) for n in range(17)}
    raise NotImplementedError(f"no example of {of}")
