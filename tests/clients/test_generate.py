"""What is generated from the definition: committed as it is made, and true to what goes over the wire."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from subprocess import run
from typing import Any, get_args

import jsonschema_rs
import msgpack
import msgspec
import pytest

from clients.protocol.cells import patched
from clients.protocol.frames import decode, encode
from clients.protocol.generate import csharp, golden, markdown, schema, typescript
from clients.protocol.generate.definition import Definition, definitions, union_names
from clients.protocol.generate.outputs import outputs
from clients.protocol.messages import CODES, UNIONS
from tests.house.tree import ROOT

FOLDER = ROOT / "clients" / "protocol"
BOOK = json.loads((FOLDER / golden.PATH).read_text("utf-8"))
FRAMES = [pytest.param(frame, id=frame["name"]) for frame in BOOK["frames"]]
STATES = [pytest.param(state, id=state["name"]) for state in BOOK["states"]]
KINDS = [pytest.param(kind, id=kind.tag) for kind in definitions()]


@pytest.mark.parametrize("path", outputs())
def test_committed_as_made(path: str) -> None:
    held = (FOLDER / path).read_text("utf-8") if (FOLDER / path).is_file() else ""
    assert held == outputs()[path], f"run `python -m clients.protocol.generate` and commit clients/protocol/{path}"


def test_nothing_else_lies_among_the_generated() -> None:
    held = {f"generated/{path.name}" for path in (FOLDER / "generated").iterdir()}
    assert held == {path for path in outputs() if path.startswith("generated/")}


def plain(value: Any) -> Any:
    """As JSON has it: tuples are lists."""
    return json.loads(json.dumps(value))


def same(one: Any, other: Any) -> bool:
    """Equal in value and kind: 1, 1.0 and True are three things."""
    return repr(one) == repr(other)


@pytest.mark.parametrize("frame", FRAMES)
def test_an_independent_decoder_reads_a_golden_frame(frame: dict[str, Any]) -> None:
    assert same(msgpack.unpackb(bytes.fromhex(frame["hex"])), frame["message"])


@pytest.mark.parametrize("frame", FRAMES)
def test_an_independent_encoder_is_understood(frame: dict[str, Any]) -> None:
    data, tag = msgpack.packb(frame["message"]), frame["message"]["type"]
    for role, to_server in ends(tag):
        message = decode(role, data, to_server=to_server)
        assert same(plain(msgspec.to_builtins(message)), frame["message"])
        assert encode(message).hex() == frame["hex"]


def ends(tag: str) -> Iterator[tuple[str, bool]]:
    kind = next(kind for kind in definitions() if kind.tag == tag)
    yield from ((role, True) for role in kind.senders)
    yield from ((role, False) for role in kind.receivers)


def test_type_stands_first_in_what_we_send() -> None:
    assert all(next(iter(msgpack.unpackb(bytes.fromhex(frame["hex"])))) == "type" for frame in BOOK["frames"])


def test_golden_frames_cover_every_field() -> None:
    full = {frame["name"]: set(frame["message"]) for frame in BOOK["frames"] if frame["name"].endswith("/full")}
    assert full == {f"{kind.tag}/full": {"type", *(field.name for field in kind.fields)} for kind in definitions()}


@pytest.mark.parametrize("state", STATES)
def test_golden_states_give_their_cells(state: dict[str, Any]) -> None:
    baseline = decode("trainee", bytes.fromhex(state["baseline"]), to_server=False)
    cells = patched(baseline, decode("trainee", bytes.fromhex(state["state"]), to_server=False))
    assert cells == state["cells"]


@pytest.mark.parametrize("state", STATES)
def test_golden_states_by_the_recipe_of_the_document(state: dict[str, Any]) -> None:
    baseline = msgpack.unpackb(bytes.fromhex(state["baseline"]))
    change = msgpack.unpackb(bytes.fromhex(state["state"]))
    keys, values = baseline["keys"], list(baseline["values"])
    for n, value in zip(change.get("at", []), change.get("values", []), strict=True):
        values[n] = value
    kept = {
        key: value for n, (key, value) in enumerate(zip(keys, values, strict=True)) if n not in change.get("gone", [])
    }
    assert kept | change.get("new", {}) == state["cells"]


# ---- schema


def validator(part: str) -> Any:
    return jsonschema_rs.validator_for({"$ref": f"#/$defs/{part}", "$defs": schema.schema()["$defs"]})


@pytest.mark.parametrize("part", union_names())
def test_the_schema_of_a_union_takes_its_frames_and_no_other(part: str) -> None:
    check, tags = validator(part), {kind.tag for kind in definitions() if kind.make in union_names()[part]}
    taken = {frame["name"] for frame in BOOK["frames"] if check.is_valid(frame["message"])}
    assert taken == {frame["name"] for frame in BOOK["frames"] if frame["message"]["type"] in tags}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_refuses_what_the_decoder_refuses(kind: Definition) -> None:
    check = validator(kind.name)
    whole = next(frame["message"] for frame in BOOK["frames"] if frame["name"] == f"{kind.tag}/full")
    assert check.is_valid(whole)
    assert not check.is_valid(whole | {"stranger": 1})
    for field in kind.fields:
        without = {name: value for name, value in whole.items() if name != field.name}
        assert check.is_valid(without) == (not field.required)
        wrong = 1 if isinstance(field.type, msgspec.inspect.DictType) else {}
        assert not check.is_valid(whole | {field.name: wrong})


# ---- other languages


@pytest.mark.parametrize("text", [typescript.make(), csharp.make(), markdown.make()], ids=["ts", "cs", "md"])
def test_every_message_field_union_and_code_is_named(text: str) -> None:
    words = set(re.findall(r"\w+", text))
    for kind in definitions():
        assert {kind.tag, *(field.name for field in kind.fields)} <= words
    assert set(CODES) <= words


@pytest.mark.parametrize("text", [typescript.make(), csharp.make()], ids=["ts", "cs"])
def test_unions_are_named(text: str) -> None:
    assert set(union_names()) | {kind.name for kind in definitions()} <= set(re.findall(r"\w+", text))


def test_unions_are_those_of_the_definition() -> None:
    assert len(union_names()) == 2 * len(UNIONS)
    assert set(union_names()["ToTrainee"]) == set(get_args(UNIONS["trainee"][1]))


USE = """
import { CODES, DEFAULTS, FromTrainee, Message, ToTrainee } from "./messages.gen";
export const act: FromTrainee = { type: "act", seq: 1, kind: "go", words: [["a", "b"]] };
// @ts-expect-error what a director says is not for a trainee to say
export const freeze: FromTrainee = { type: "staff_act", seq: 1, kind: "freeze" };
// @ts-expect-error seq must be there
export const half: FromTrainee = { type: "act", kind: "go" };
export function read(message: ToTrainee): number {
  switch (message.type) {
    case "state": return message.tick + (message.at ?? DEFAULTS.state.at).length;
    case "problem": return CODES.taken.zh.length + message.en.length;
    default: return 0;
  }
}
export const every: Message = act;
"""


@pytest.mark.skipif(shutil.which("tsc") is None, reason="SKIPPED: no TypeScript compiler `tsc` on the path")
def test_typescript_compiles_and_tells_messages_apart(tmp_path: Path) -> None:
    (tmp_path / "messages.gen.ts").write_text(typescript.make(), "utf-8")
    (tmp_path / "use.ts").write_text(USE, "utf-8")
    answer = run(["tsc", "--noEmit", "--strict", "use.ts"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_csharp_has_no_member_called_like_its_class() -> None:
    bodies = re.findall(r"public sealed class (\w+) : IMessage\n    \{\n(.*?)\n    \}", csharp.make(), re.S)
    assert len(bodies) == len(definitions())
    for name, body in bodies:
        members = re.findall(r"public \S+(?: \S+>)? (\w+) \{ get; set; \} = ", body)
        assert len(members) == body.count("\n") + 1 == len(set(members)) and name not in members


def test_document_is_in_both_languages_and_its_links_lead_somewhere() -> None:
    text = markdown.make()
    assert "**中文摘要**" in text and "## A connection" in text
    heads = set(re.findall(r"^### (\w+)$", text, re.M))
    assert set(re.findall(r"\]\(#(\w+)\)", text)) == heads == {kind.tag for kind in definitions()}
