"""TypeScript: an interface for each message, a union for each end of each role, told apart by `type`."""

import json
import textwrap
from collections.abc import Iterator

from msgspec import inspect as types

from clients.protocol.generate.definition import NOTICE, Definition, definitions, union_names
from clients.protocol.messages import BEAT_S, CODES, MAX_FRAME_BYTES, VERSION

PATH = "generated/messages.gen.ts"


def make() -> str:
    """The module as text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"// {NOTICE}"
    yield ""
    yield f"export const VERSION = {VERSION};"
    yield f"export const MAX_FRAME_BYTES = {MAX_FRAME_BYTES};"
    yield f"export const BEAT_S = {BEAT_S:g};"
    for kind in definitions():
        yield ""
        yield from _interface(kind)
    for name, members in union_names().items():
        yield ""
        yield from _union(name, [member.__name__ for member in members])
    yield ""
    yield from _union("Message", [kind.name for kind in definitions()])
    yield ""
    yield from _defaults()
    yield ""
    yield from _codes()


def _interface(kind: Definition) -> Iterator[str]:
    yield from _comment(kind.doc)
    yield f"export interface {kind.name} {{"
    yield f"  type: {json.dumps(kind.tag)};"
    for field in kind.fields:
        yield f"  {field.name}{'' if field.required else '?'}: {_name(field.type)};"
    yield "}"


def _comment(text: str) -> Iterator[str]:
    yield "/**"
    yield from (f" * {line}" for line in textwrap.wrap(text.replace("*/", "* /"), 110))
    yield " */"


def _union(name: str, members: list[str]) -> Iterator[str]:
    yield f"export type {name} ="
    yield "\n".join(f"  | {member}" for member in members) + ";"


def _defaults() -> Iterator[str]:
    yield "/** What a field that was left out stands for. */"
    yield "export const DEFAULTS = {"
    for kind in definitions():
        fields = ", ".join(
            f"{field.name}: {json.dumps(field.default, ensure_ascii=False)}"
            for field in kind.fields
            if not field.required
        )
        yield f"  {kind.tag}: {{ {fields} }},"
    yield "};"


def _codes() -> Iterator[str]:
    yield "/** Codes of Problem. */"
    yield "export const CODES = {"
    for code, (zh, en) in CODES.items():
        yield f"  {code}: {{ zh: {json.dumps(zh, ensure_ascii=False)}, en: {json.dumps(en, ensure_ascii=False)} }},"
    yield "} as const;"


def _name(of: types.Type) -> str:
    match of:
        case types.StrType():
            return "string"
        case types.IntType() | types.FloatType():
            return "number"
        case types.BoolType():
            return "boolean"
        case types.AnyType():
            return "unknown"
        case types.TupleType(item_types=items):
            return f"[{', '.join(_name(item) for item in items)}]"
        case types.VarTupleType(item_type=item):
            return f"{_name(item)}[]"
        case types.DictType(key_type=types.StrType(), value_type=value):
            return f"Record<string, {_name(value)}>"
    raise NotImplementedError(f"no TypeScript for {of}")
