"""Pack: one value, one run of bytes. Type hints of frozen dataclasses are the schema; nothing else is stored.

Layout, little-endian, in columns, because a drill's state is many rows of few kinds:
- bool 1 byte, int 8 (signed), float 8 (IEEE 754; never NaN);
- dataclass and NamedTuple: nested ones are laid flat; first the bool, int and float fields of all rows, row
  by row, then every other field as a column;
- str (UTF-8), bytes, tuple[T, ...]: all lengths (u32), then all contents; tuple[A, B]: one column a place;
- T | None: one byte a row, 1 = present, then those present;
- NDArray of float64, int64 or bool: tag (u8), number of dimensions (u8), shape (u32 each), C order.
A type must occupy at least one byte and must not contain itself.
"""

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain, islice, repeat, starmap
from math import prod
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_128_digest

T = TypeVar("T")

_CODES: dict[object, str] = {bool: "?", int: "q", float: "d"}
_TAGS = {np.dtype("<f8"): 1, np.dtype("<i8"): 2, np.dtype("?"): 3}


class PackError(ValueError):
    """A value that cannot be packed, or bytes that are not the packed form of anything; says where."""


def pack(value: Any) -> bytes:
    """Pack a dataclass or NamedTuple. One value, one run of bytes; PackError if a field is unfit."""
    out: list[bytes] = []
    try:
        _plan_of(value.__class__).write((value,), out)
    except (struct.error, ValueError) as error:
        raise PackError(f"{type(value).__name__} cannot be packed: {error}") from error
    return b"".join(out)


def digest(value: Any) -> bytes:
    """XXH3-128 of the packed value: 16 bytes, canonical (big-endian)."""
    return xxh3_128_digest(pack(value))


def unpack(cls: type[T], data: bytes) -> T:
    """Read back what `pack` wrote of a `cls`; arrays are read-only. PackError for every other run of bytes.

    Each length is held against the bytes that remain before anything is made of it.
    """
    kind: type = cls
    source = _Source(data)
    try:
        value: T = _plan_of(kind).read(1, source)[0]
    except PackError:
        raise
    except ValueError as error:
        raise source.error(str(error)) from error
    if source.at != len(data):
        raise source.error(f"{len(data) - source.at} bytes too many")
    again = pack(value)
    if again != data:
        source.at = next(i for i, (a, b) in enumerate(zip(again, data, strict=True)) if a != b)
        raise source.error("not the one encoding of its value")
    return value


class _Source:
    """Bytes being read, and how far."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int, what: str) -> bytes:
        """Take the next `size` bytes."""
        if size > len(self.data) - self.at:
            raise self.error(f"{what}: {size} bytes wanted, {len(self.data) - self.at} left")
        self.at += size
        return self.data[self.at - size : self.at]

    def lengths(self, count: int, what: str) -> tuple[int, ...]:
        """Take `count` lengths."""
        return struct.unpack(f"<{count}I", self.take(4 * count, what))

    def error(self, why: str) -> PackError:
        """Name the place."""
        return PackError(f"byte {self.at:,}: {why}")


class _Plan(Protocol):
    """How a column of one type is written and read. A column is never empty."""

    def write(self, values: Sequence[Any], out: list[bytes]) -> None: ...

    def read(self, count: int, source: _Source) -> Sequence[Any]: ...


class _Scalars:
    def __init__(self, code: str, what: str) -> None:
        self.code, self.what = code, what

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        out.append(struct.pack(f"<{len(values)}{self.code}", *values))
        _refuse_nan((values,), repeat(self.what))

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        raw = source.take(count * struct.calcsize("<" + self.code), self.what)
        values = struct.unpack(f"<{count}{self.code}", raw)
        _refuse_nan((values,), repeat(self.what))
        return values


class _Record:
    def __init__(self, cls: type, what: str) -> None:
        self.cls, self.what = cls, what
        leaves = list(_leaves(cls))
        scalars = [(path, _CODES[hint]) for path, hint in leaves if hint in _CODES]
        self.row = struct.Struct("<" + "".join(code for _, code in scalars))
        self.paths = [path for path, _ in scalars]
        self.names = [f"{what}.{path}" for path in self.paths]
        self.row_of = _row_getter(self.paths)
        self.columns = [
            (path, attrgetter(path), _plan(hint, f"{what}.{path}"))
            for path, hint in leaves
            if hint not in _CODES
        ]

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        if self.paths:
            rows = list(map(self.row_of, values))
            out.extend(starmap(self.row.pack, rows))
            _refuse_nan(rows, self.names)
        for _, value_of, plan in self.columns:
            plan.write(list(map(value_of, values)), out)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        columns: dict[str, Sequence[Any]] = {}
        if self.paths:
            rows = list(self.row.iter_unpack(source.take(count * self.row.size, self.what)))
            _refuse_nan(rows, self.names)
            columns.update(zip(self.paths, zip(*rows, strict=True), strict=True))
        for path, _, plan in self.columns:
            columns[path] = plan.read(count, source)
        return _build(self.cls, "", columns)


class _Bytes:
    def __init__(self, what: str) -> None:
        self.what = what

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        out.append(struct.pack(f"<{len(values)}I", *map(len, values)))
        out.extend(values)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        return [source.take(length, self.what) for length in source.lengths(count, self.what)]


class _Str(_Bytes):
    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        super().write([value.encode() for value in values], out)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        return [value.decode() for value in super().read(count, source)]


class _Many:
    def __init__(self, item: _Plan, what: str) -> None:
        self.item, self.what = item, what

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        out.append(struct.pack(f"<{len(values)}I", *map(len, values)))
        items = list(chain.from_iterable(values))
        if items:
            self.item.write(items, out)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        lengths = source.lengths(count, self.what)
        items = iter(self.item.read(sum(lengths), source) if any(lengths) else ())
        return [tuple(islice(items, length)) for length in lengths]


class _Places:
    def __init__(self, plans: Sequence[_Plan]) -> None:
        self.plans = plans

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        for plan, column in zip(self.plans, zip(*values, strict=True), strict=True):
            plan.write(column, out)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        return list(zip(*[plan.read(count, source) for plan in self.plans], strict=True))


class _Optional:
    def __init__(self, item: _Plan, what: str) -> None:
        self.item, self.what = item, what

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        out.append(bytes(value is not None for value in values))
        present = [value for value in values if value is not None]
        if present:
            self.item.write(present, out)

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        flags = source.take(count, self.what)
        present = iter(self.item.read(count - flags.count(0), source) if any(flags) else ())
        return [next(present) if flag else None for flag in flags]


class _Array:
    def __init__(self, dtype: np.dtype[Any], what: str) -> None:
        self.dtype, self.what, self.tag = dtype, what, _TAGS[dtype]
        self.stored = np.dtype("u1") if dtype.kind == "b" else dtype

    def write(self, values: Sequence[Any], out: list[bytes]) -> None:
        for array in values:
            if array.dtype != self.dtype:
                raise ValueError(f"{self.what} is {array.dtype}, not {self.dtype}")
            self._refuse_nan(array)
            out.append(struct.pack(f"<BB{array.ndim}I", self.tag, array.ndim, *array.shape))
            out.append(array.tobytes())

    def read(self, count: int, source: _Source) -> Sequence[Any]:
        return [self._read_one(source) for _ in range(count)]

    def _read_one(self, source: _Source) -> NDArray[Any]:
        tag, dimensions = source.take(2, self.what)
        if tag != self.tag:
            raise source.error(f"{self.what}: type of array {tag}, not {self.tag}")
        shape = source.lengths(dimensions, self.what)
        raw = source.take(self.dtype.itemsize * prod(shape), self.what)
        # A copy, because sums over memory that is not aligned may be taken in another order.
        array = np.frombuffer(raw, self.stored).astype(self.dtype).reshape(shape)
        self._refuse_nan(array)
        array.flags.writeable = False
        return array

    def _refuse_nan(self, array: NDArray[Any]) -> None:
        if self.dtype.kind == "f" and np.isnan(array).any():
            raise ValueError(f"{self.what} holds what is not a number")


def _refuse_nan(rows: Sequence[Sequence[float]], names: Iterable[str]) -> None:
    # A sum costs a tenth of looking at each value, and any NaN comes through (so does inf - inf: look then).
    total = sum(chain.from_iterable(rows))
    if total == total:
        return
    for row in rows:
        for name, value in zip(names, row, strict=False):
            if value != value:
                raise ValueError(f"{name} is not a number")


@cache
def _plan_of(cls: type) -> _Plan:
    return _Record(cls, cls.__name__)


def _plan(hint: Any, what: str) -> _Plan:
    if hint in _CODES:
        return _Scalars(_CODES[hint], what)
    if hint is str:
        return _Str(what)
    if hint is bytes:
        return _Bytes(what)
    if _is_record(hint):
        return _Record(hint, hint.__name__)
    origin, args = get_origin(hint), get_args(hint)
    if origin is tuple and len(args) == 2 and args[1] is ...:
        return _Many(_plan(args[0], what), what)
    if origin is tuple and args:
        return _Places([_plan(arg, what) for arg in args])
    if origin in (Union, UnionType) and len(args) == 2 and NoneType in args:
        return _Optional(_plan(args[args[0] is NoneType], what), what)
    if origin is np.ndarray and np.dtype(get_args(args[1])[0]) in _TAGS:
        return _Array(np.dtype(get_args(args[1])[0]), what)
    raise TypeError(f"{what}: {hint} has no packed form")


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and (is_dataclass(hint) or hasattr(hint, "_fields"))


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    names = [field.name for field in fields(cls)] if is_dataclass(cls) else list(hints)
    if not names:
        raise TypeError(f"{cls.__name__} has no field")
    return {name: hints[name] for name in names}


def _leaves(cls: type, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every field under `cls` that is not itself a record, by its dotted path."""
    for name, hint in _hints(cls).items():
        if _is_record(hint):
            yield from _leaves(hint, f"{prefix}{name}.")
        else:
            yield prefix + name, hint


def _row_getter(paths: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    value_of = attrgetter(*paths) if paths else tuple
    return value_of if len(paths) != 1 else lambda value: (value_of(value),)


def _build(cls: type, prefix: str, columns: dict[str, Sequence[Any]]) -> list[Any]:
    """Put the objects together again from the columns of their leaves."""
    hints = _hints(cls)
    rows = zip(
        *(
            _build(hint, f"{prefix}{name}.", columns) if _is_record(hint) else columns[prefix + name]
            for name, hint in hints.items()
        ),
        strict=True,
    )
    return [cls(**dict(zip(hints, row, strict=True))) for row in rows]
