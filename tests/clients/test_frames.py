"""Frames: whatever bytes come, a message or a FrameError; what was written reads back the same."""

from typing import Any, get_args

import msgpack
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.protocol.frames import FrameError, decode, encode
from clients.protocol.messages import UNIONS, Act, Hello, Message, StaffAct, Welcome

ENDS = [(role, to_server) for role in UNIONS for to_server in (True, False)]
TAGS = sorted(
    {str(kind.__struct_config__.tag) for pair in UNIONS.values() for union in pair for kind in get_args(union)}
)
TEXT = st.text(max_size=8)
WHOLE = st.integers(-(2**63), 2**64 - 1)
PLAIN = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False) | TEXT | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT | WHOLE, inner, max_size=3),
    max_leaves=8,
)
FIELDS = ["timeline", "seq", "kind", "tick", "token", "version", "beat", "head", "words", "values", "keys", "new"]
NEAR = st.fixed_dictionaries({"type": st.sampled_from(TAGS)}).flatmap(
    lambda tagged: st.dictionaries(st.sampled_from(FIELDS), PLAIN, max_size=6).map(lambda more: tagged | more)
)


def a_message_or_a_fault(data: bytes) -> list[Message]:
    """What each end makes of it; anything but a FrameError comes through and fails the test."""
    read = []
    for role, to_server in ENDS:
        try:
            message = decode(role, data, to_server=to_server)
        except FrameError:
            continue
        assert isinstance(message, get_args(UNIONS[role][0 if to_server else 1]))
        read.append(message)
    return read


@given(st.binary(max_size=64))
def test_any_bytes(data: bytes) -> None:
    a_message_or_a_fault(data)


@given(NEAR, st.data())
def test_bytes_that_are_nearly_a_message(near: dict[str, Any], data: st.DataObject) -> None:
    packed = bytearray(msgpack.packb(near))
    for _ in range(data.draw(st.integers(0, 3))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    a_message_or_a_fault(bytes(packed))


def _some(wanted: Any) -> Any:
    if wanted in (int, str):
        return wanted()
    return (0,) * 7 if len(get_args(wanted)) == 7 else ()


@pytest.mark.parametrize(
    "kind", sorted({kind for pair in UNIONS.values() for union in pair for kind in get_args(union)}, key=str)
)
def test_bytes_do_not_tell_where_values_came_from(kind: type[Message]) -> None:
    """A value equal to its default is left out, whether it is the default itself or came from elsewhere."""
    names = msgspec.structs.fields(kind)
    needed = {each.name: _some(each.type) for each in names if each.required}
    full = {each.name: each.default for each in names if each.default is not msgspec.NODEFAULT}
    tag = {"type": kind.__struct_config__.tag}
    again = msgspec.msgpack.decode(msgpack.packb(tag | needed | full), type=kind)
    assert encode(again) == encode(kind(**needed))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"\x91" * 5_000,  # deeper than any stack
        b"\x81\xa4type" + b"\x91" * 5_000,
        b"\x85\xa4type\xa8baseline\xa6number\x01\xa4tick\x01\xa4keys\x90\xa6values" + b"\x91" * 100_000,
        b"\x81\xa4type\xa9baseline\x00",
        b"\x81\xa4type\xa3\xff\xfe\xfd",  # no UTF-8
        b"\xdf\xff\xff\xff\xff",  # promises four thousand million fields
        b"\xdd\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        encode(Act(seq=1, kind="go")) + b"\x00",  # something after it
        encode(Act(seq=1, kind="go"))[:-1],
        msgpack.packb({"type": "act", "seq": 1, "kind": "go", "stranger": 1}),
        msgpack.packb({"type": "act", "seq": 1.0, "kind": "go"}),
        msgpack.packb({"type": "act", "seq": True, "kind": "go"}),
        msgpack.packb({"type": "act", "seq": 1, "kind": None}),
        msgpack.packb({"type": "act", "kind": "go"}),
        msgpack.packb(
            {"type": "baseline", "number": 1, "tick": 1, "keys": [], "values": [msgpack.Timestamp(2**60, 0)]}
        ),
        b"\x85\xa4type\xa8baseline\xa6number\x01\xa4tick\x01\xa4keys\x90\xa6values\x91\x81\x80\x01",  # a map as key
    ],
)
def test_no_message(data: bytes) -> None:
    assert a_message_or_a_fault(data) == []


def test_each_end_takes_its_own_messages_only() -> None:
    assert decode("trainee", encode(Act(seq=1, kind="go")), to_server=True) == Act(seq=1, kind="go")
    for role, message, to_server in [
        ("examiner", Act(seq=1, kind="go"), True),
        ("director", Act(seq=1, kind="go"), True),
        ("trainee", StaffAct(seq=1, kind="freeze"), True),
        ("trainee", Act(seq=1, kind="go"), False),
        ("trainee", Welcome(version=1, drill="d", scenario="s", mode="exam", phase="lobby", role="trainee"), True),
    ]:
        with pytest.raises(FrameError):
            decode(role, encode(message), to_server=to_server)


def test_a_fault_does_not_repeat_what_came() -> None:
    secret = "sesame-7f3a"
    for data in (
        msgpack.packb({"type": "hello", "version": secret, "token": secret}),
        msgpack.packb({"type": secret}),
        msgpack.packb({"type": "act", secret: 1}),
    ):
        with pytest.raises(FrameError) as fault:
            decode("trainee", data, to_server=True)
        assert secret not in f"{fault.value}{fault.value.__cause__}{fault.value.__context__}"


def of_type(kind: type[Message]) -> st.SearchStrategy[Message]:
    """Messages of one class, every field drawn by its type."""
    read = msgspec.inspect.type_info(kind)
    assert isinstance(read, msgspec.inspect.StructType)
    fields = {field.name: values(field.type) for field in read.fields}
    return st.fixed_dictionaries(fields).map(lambda drawn: kind(**drawn))


def values(of: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    match of:
        case msgspec.inspect.StrType():
            return TEXT
        case msgspec.inspect.IntType():
            return WHOLE
        case msgspec.inspect.FloatType():
            return st.floats(allow_nan=False)
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.TupleType(item_types=items):
            return st.tuples(*(values(item) for item in items))
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(values(item), max_size=3).map(tuple)
        case msgspec.inspect.DictType(value_type=value):
            return st.dictionaries(TEXT, values(value), max_size=3)
    return PLAIN


@given(st.data())
def test_what_was_written_reads_back_the_same(data: st.DataObject) -> None:
    role, to_server = data.draw(st.sampled_from(ENDS))
    kind = data.draw(st.sampled_from(get_args(UNIONS[role][0 if to_server else 1])))
    message = data.draw(of_type(kind))
    assert decode(role, encode(message), to_server=to_server) == message


def test_defaults_cost_no_bytes() -> None:
    assert len(encode(Act(seq=1, kind="go", target="", via="radio"))) == len(encode(Act(seq=1, kind="go")))
    assert msgpack.unpackb(encode(Hello(version=1, token="t"))) == {"type": "hello", "version": 1, "token": "t"}
