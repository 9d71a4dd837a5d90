import math
import struct
import tracemalloc
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from xxhash import xxh3_128

from sim_core.pack import PackError, digest, pack, unpack


class Point(NamedTuple):
    x_m: float
    y_m: float


@dataclass(frozen=True, slots=True)
class Anchor:
    tick: int
    value: float


@dataclass(frozen=True, slots=True)
class Tank:
    id: str
    level: Anchor
    open: bool
    tag: bytes
    place: Point
    corner: tuple[float, int, str]
    alarm: Anchor | None
    notes: tuple[str, ...]
    history: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Plant:
    tick: int
    tanks: tuple[Tank, ...]
    spare: Tank | None
    wind: Anchor


@dataclass(frozen=True, slots=True)
class Field:
    density: NDArray[np.float64]
    count: NDArray[np.int64]
    wet: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scalar:
    value: float


@dataclass(frozen=True, slots=True)
class Flag:
    value: bool


@dataclass(frozen=True, slots=True)
class Whole:
    value: int


@dataclass(frozen=True, slots=True)
class Mixed:
    whole: int
    value: float
    other: float


@dataclass(frozen=True, slots=True)
class Names:
    values: tuple[str, ...]


floats = st.floats(allow_nan=False)
ints = st.integers(-(2**63), 2**63 - 1)
anchors = st.builds(Anchor, ints, floats)
texts = st.text(max_size=8)
tanks = st.builds(
    Tank,
    id=texts,
    level=anchors,
    open=st.booleans(),
    tag=st.binary(max_size=8),
    place=st.builds(Point, floats, floats),
    corner=st.tuples(floats, ints, texts),
    alarm=st.none() | anchors,
    notes=st.lists(texts, max_size=3).map(tuple),
    history=st.lists(st.lists(floats, max_size=3).map(tuple), max_size=3).map(tuple),
)
plants = st.builds(Plant, ints, st.lists(tanks, max_size=3).map(tuple), st.none() | tanks, anchors)

TANK = Tank(
    id="T-101",
    level=Anchor(7, 2.5),
    open=True,
    tag=b"\x00\xff",
    place=Point(1.0, -0.0),
    corner=(0.5, 3, "北"),
    alarm=None,
    notes=("甲", ""),
    history=((1.0,), ()),
)
PLANT = Plant(20, (TANK, replace(TANK, id="T-102", alarm=Anchor(9, 0.25))), TANK, Anchor(0, 4.0))


def field(*shape: int) -> Field:
    size = math.prod(shape)
    density = np.arange(size, dtype=np.float64).reshape(shape) / 7.0
    return Field(density, np.arange(size).reshape(shape), np.arange(size).reshape(shape) % 2 == 1)


@given(plants)
@settings(max_examples=200, deadline=None)
def test_every_value_comes_back(plant: Plant) -> None:
    data = pack(plant)
    assert unpack(Plant, data) == plant
    assert pack(unpack(Plant, data)) == data


@given(floats)
def test_floats_keep_every_bit(value: float) -> None:
    back = unpack(Scalar, pack(Scalar(value))).value
    assert struct.pack("<d", back) == struct.pack("<d", value)


@pytest.mark.parametrize("value", [-0.0, 5e-324, -2.2250738585072014e-308, 1.7976931348623157e308, math.inf])
def test_the_edges_of_floats_keep_every_bit(value: float) -> None:
    assert pack(Scalar(value)) == struct.pack("<d", value)
    assert struct.pack("<d", unpack(Scalar, struct.pack("<d", value)).value) == struct.pack("<d", value)


def test_the_layout_is_the_documented_one() -> None:
    assert pack(Mixed(-2, 0.5, -0.0)) == struct.pack("<qdd", -2, 0.5, -0.0)
    assert pack(Names(("a", "北"))) == struct.pack("<III", 2, 1, 3) + "a北".encode()
    empty = Plant(20, (), None, Anchor(7, 4.0))
    assert pack(empty) == struct.pack("<qqd", 20, 7, 4.0) + struct.pack("<I", 0) + b"\x00"


def test_digest_is_xxh3_128_of_the_bytes() -> None:
    assert digest(PLANT) == xxh3_128(pack(PLANT)).digest()
    assert len(digest(PLANT)) == 16
    assert digest(Scalar(0.0)) != digest(Scalar(-0.0))


@pytest.mark.parametrize("shape", [(), (0,), (5,), (2, 3), (2, 0, 4), (1, 2, 3, 4)])
def test_arrays_of_any_number_of_dimensions_come_back_read_only(shape: tuple[int, ...]) -> None:
    before = field(*shape)
    after = unpack(Field, pack(before))
    for name in ("density", "count", "wet"):
        old, new = getattr(before, name), getattr(after, name)
        assert new.dtype == old.dtype
        assert new.shape == old.shape
        assert new.tobytes() == old.tobytes()
        assert new.flags.c_contiguous
        assert new.flags.aligned
        assert not new.flags.writeable


def test_an_array_in_another_memory_order_has_the_same_bytes() -> None:
    plain = field(3, 4)
    turned = Field(*(np.asfortranarray(a) for a in (plain.density, plain.count, plain.wet)))
    assert pack(turned) == pack(plain)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (Scalar(math.nan), "Scalar.value"),
        (Mixed(1, math.inf, math.nan), "Mixed.other"),
        (replace(PLANT, wind=Anchor(0, math.nan)), "Plant.wind.value"),
        (replace(PLANT, spare=replace(TANK, history=((1.0, math.nan),))), "Tank.history"),
        (replace(field(2), density=np.array([0.0, math.nan])), "Field.density"),
        (replace(field(2), density=np.array([1.0, 2.0], dtype=np.float32)), "Field.density is float32"),
        (replace(field(2), density=np.array([1.0, 2.0], dtype=">f8")), "Field.density"),
        (Whole(2**63), "Whole"),
        (Whole(10**400), "Whole"),
        (Names(("\ud800",)), "Names"),
        (replace(TANK, corner=(0.5, 3)), "Tank"),
        (replace(PLANT, spare=replace(TANK, corner=(0.5, 3, "x", 1))), "Plant"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(value: object, names: str) -> None:
    with pytest.raises(PackError, match=names):
        pack(value)


def test_infinities_that_cancel_are_not_mistaken_for_nan() -> None:
    both = Mixed(1, math.inf, -math.inf)
    assert unpack(Mixed, pack(both)) == both


@pytest.mark.parametrize(
    ("cls", "data", "why"),
    [
        (Scalar, struct.pack("<d", math.nan), "Scalar.value is not a number"),
        (Scalar, b"", "byte 0: Scalar: 8 bytes wanted, 0 left"),
        (Scalar, bytes(9), "byte 8: 1 bytes too many"),
        (Flag, b"\x02", "byte 0: not the one encoding"),
        (Names, struct.pack("<I", 2**32 - 1), "byte 4: Names.values: 17179869180 bytes wanted, 0 left"),
        (Names, struct.pack("<II", 1, 1) + b"\xff", "utf-8"),
        (Field, bytes([9, 0]), "type of array 9, not 1"),
        (Field, struct.pack("<BBIII", 1, 3, 2**32 - 1, 2**32 - 1, 2**32 - 1), "bytes wanted"),
        (Field, struct.pack("<BB", 1, 99) + bytes(99 * 4), "byte "),
        (Field, struct.pack("<BBIII", 1, 3, 0, 2**32 - 1, 2**32 - 1) + bytes(40), "byte "),
        (Field, struct.pack("<BBId", 1, 1, 1, math.nan), "Field.density holds what is not a number"),
        (Field, pack(field(3))[:-1] + b"\x02", "not the one encoding"),
    ],
)
def test_bytes_that_nothing_packs_to_are_refused_with_their_place(cls: type, data: bytes, why: str) -> None:
    with pytest.raises(PackError, match=why) as caught:
        unpack(cls, data)
    assert str(caught.value).startswith("byte ")


def test_a_flag_of_presence_other_than_0_and_1_is_refused() -> None:
    data = bytearray(pack(Plant(20, (), None, Anchor(0, 4.0))))
    data[-1] = 2
    with pytest.raises(PackError):
        unpack(Plant, bytes(data))


def test_every_truncation_and_every_addition_is_refused() -> None:
    data = pack(PLANT)
    for size in range(len(data)):
        with pytest.raises(PackError):
            unpack(Plant, data[:size])
    with pytest.raises(PackError):
        unpack(Plant, data + b"\x00")


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_foreign_bytes_are_read_canonically_or_refused(data: Any) -> None:
    cls, right = data.draw(st.sampled_from([(Plant, pack(PLANT)), (Field, pack(field(2, 2)))]))
    raw = bytearray(right)
    changes = st.tuples(st.integers(0, len(raw) - 1), st.integers(0, 255))
    for at, byte in data.draw(st.lists(changes, max_size=4)):
        raw[at] = byte
    foreign = data.draw(st.just(bytes(raw)) | st.binary(max_size=120))
    try:
        value = unpack(cls, foreign)
    except PackError:
        return
    assert pack(value) == foreign


def test_lengths_beyond_the_data_allocate_nothing() -> None:
    counts = struct.pack("<qqdI", 0, 0, 0.0, 2**31)  # two thousand million tanks, and then nothing
    tracemalloc.start()
    try:
        with pytest.raises(PackError):
            unpack(Plant, counts)
        with pytest.raises(PackError):
            unpack(Field, struct.pack("<BBI", 1, 1, 2**31))
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()


def test_types_without_a_packed_form_are_refused_when_first_used() -> None:
    @dataclass(frozen=True)
    class Loose:
        things: dict[str, int]

    @dataclass(frozen=True)
    class Narrow:
        things: NDArray[np.float32]

    @dataclass(frozen=True)
    class Empty:
        pass

    for value in (Loose({}), Narrow(np.zeros(1, np.float32)), Empty()):
        with pytest.raises(TypeError):
            pack(value)
