"""C#: a class for each message, for MessagePack-CSharp as Unity projects use it."""

import json
import textwrap
from collections.abc import Iterator
from xml.sax.saxutils import escape

from msgspec import inspect as types

from clients.protocol.generate.definition import NOTICE, Definition, Field, definitions, union_names
from clients.protocol.messages import BEAT_S, CODES, MAX_FRAME_BYTES, VERSION

PATH = "generated/Messages.gen.cs"


def make() -> str:
    """The source file as text."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f"// {NOTICE}"
    yield "using System;"
    yield "using System.Collections.Generic;"
    yield "using MessagePack;"
    yield ""
    yield "namespace Yanlian.Protocol"
    yield "{"
    yield "    /// <summary>What every message has.</summary>"
    yield "    public interface IMessage"
    yield "    {"
    yield "        string Type { get; }"
    yield "        string Timeline { get; }"
    yield "    }"
    yield ""
    yield from _constants()
    for kind in definitions():
        yield ""
        yield from _class(kind)
    yield "}"


def _constants() -> Iterator[str]:
    yield "    public static class Protocol"
    yield "    {"
    yield f"        public const int Version = {VERSION};"
    yield f"        public const int MaxFrameBytes = {MAX_FRAME_BYTES};"
    yield f"        public const double BeatS = {BEAT_S};"
    yield ""
    yield "        /// <summary>Class of each value of `type`: read that first, then the frame as this class.</summary>"
    yield from _table("Type", "Types", {kind.tag: f"typeof({kind.name})" for kind in definitions()})
    yield ""
    yield "        /// <summary>Codes of Problem: Chinese and English.</summary>"
    texts = {code: f"new[] {{ {_quoted(zh)}, {_quoted(en)} }}" for code, (zh, en) in CODES.items()}
    yield from _table("string[]", "Codes", texts)
    for name, members in union_names().items():
        yield ""
        listed = ", ".join(f"typeof({member.__name__})" for member in members)
        yield f"        public static readonly Type[] {name} = {{ {listed} }};"
    yield "    }"


def _table(of: str, name: str, rows: dict[str, str]) -> Iterator[str]:
    held = f"Dictionary<string, {of}>"
    yield f"        public static readonly IReadOnlyDictionary<string, {of}> {name} = new {held}"
    yield "        {"
    yield from (f"            {{ {_quoted(key)}, {value} }}," for key, value in rows.items())
    yield "        };"


def _class(kind: Definition) -> Iterator[str]:
    yield "    /// <summary>"
    yield from (f"    /// {line}" for line in textwrap.wrap(escape(kind.doc), 108))
    yield "    /// </summary>"
    yield "    [MessagePackObject]"
    yield f"    public sealed class {kind.name} : IMessage"
    yield "    {"
    yield f'        [Key("type")] public string Type {{ get; set; }} = {_quoted(kind.tag)};'
    for field in kind.fields:
        yield f"        [Key({_quoted(field.name)})] public {_property(kind, field)}"
    yield "    }"


def _property(kind: Definition, field: Field) -> str:
    name = "".join(part.capitalize() for part in field.name.split("_"))
    if name == kind.name:  # C# lets no member be called like its class
        name += "Value"
    return f"{_name(field.type)} {name} {{ get; set; }} = {_initial(field)};"


def _initial(field: Field) -> str:
    """What it is before it is set: never null, because the server takes no nil."""
    match field.type:
        case types.StrType():
            return _quoted(field.default or "")
        case types.BoolType():
            return "true" if field.default else "false"
        case types.IntType() | types.FloatType():
            return json.dumps(field.default or 0)
        case types.DictType():
            return f"new {_name(field.type)}()"
        case types.TupleType(item_types=items):
            return f"new {_name(items[0])}[{len(items)}]"
        case types.VarTupleType(item_type=item):
            return f"Array.Empty<{_name(item)}>()"
    raise NotImplementedError(f"no C# for {field}")


def _name(of: types.Type) -> str:
    match of:
        case types.StrType():
            return "string"
        case types.IntType():
            return "long"
        case types.FloatType():
            return "double"
        case types.BoolType():
            return "bool"
        case types.AnyType():
            return "object"
        case types.TupleType(item_types=items) if len({type(item) for item in items}) == 1:
            return f"{_name(items[0])}[]"
        case types.VarTupleType(item_type=item):
            return f"{_name(item)}[]"
        case types.DictType(key_type=types.StrType(), value_type=value):
            return f"Dictionary<string, {_name(value)}>"
    raise NotImplementedError(f"no C# for {of}")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
