"""PROTOCOL.md: how a conversation goes, then every message with its fields, and the codes."""

import json
from collections.abc import Iterator

from msgspec import inspect as types

from clients.protocol.generate.definition import NOTICE, Definition, Field, definitions
from clients.protocol.generate.prose import CHAPTERS
from clients.protocol.messages import CODES, UNIONS

PATH = "PROTOCOL.md"


def make() -> str:
    """The document as text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"<!-- {NOTICE} -->"
    yield ""
    yield CHAPTERS.strip()
    yield ""
    yield "## Who says what 谁说什么"
    yield ""
    yield "| message | sent by clients of | received by clients of |"
    yield "|---|---|---|"
    for kind in definitions():
        yield f"| [`{kind.tag}`](#{kind.tag}) | {_roles(kind.senders)} | {_roles(kind.receivers)} |"
    yield ""
    yield "## Messages to the server 发往服务器的消息"
    for kind in definitions():
        if kind.senders:
            yield from _message(kind)
    yield ""
    yield "## Messages from the server 服务器发出的消息"
    for kind in definitions():
        if kind.receivers:
            yield from _message(kind)
    yield ""
    yield "## Codes of `problem` 错误代码"
    yield ""
    yield "| code | 中文 | means |"
    yield "|---|---|---|"
    yield from (f"| `{code}` | {zh} | {en} |" for code, (zh, en) in CODES.items())


def _roles(roles: tuple[str, ...]) -> str:
    return "all" if set(roles) == set(UNIONS) else ", ".join(roles)


def _message(kind: Definition) -> Iterator[str]:
    yield ""
    yield f"### {kind.tag}"
    yield ""
    yield kind.doc
    yield ""
    yield "| field | type | if left out |"
    yield "|---|---|---|"
    yield from (f"| `{field.name}` | {_name(field.type)} | {_default(field)} |" for field in kind.fields)


def _default(field: Field) -> str:
    return "must be there" if field.required else f"`{json.dumps(field.default, ensure_ascii=False)}`"


def _name(of: types.Type) -> str:
    match of:
        case types.StrType():
            return "text"
        case types.IntType():
            return "integer"
        case types.FloatType():
            return "number"
        case types.BoolType():
            return "boolean"
        case types.AnyType():
            return "anything"
        case types.TupleType(item_types=items):
            return f"list of exactly {len(items)}: {', '.join(_name(item) for item in items)}"
        case types.VarTupleType(item_type=item):
            return f"list of {_name(item)}"
        case types.DictType(value_type=value):
            return f"map of text to {_name(value)}"
    raise NotImplementedError(f"no name for {of}")
