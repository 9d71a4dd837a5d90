"""Lane: where a seat's head and hands were, ten times a second. Recorded and shown; it decides nothing.

A placement is seven small integers, so a lane is a table of whole numbers: ticks, then seven columns each for
head, left and right hand. Each column is stored as its second differences modulo 2^16 (ticks 2^32), folded so
that small ones of either sign are small (zigzag), low bytes of all rows first: what changes smoothly becomes
long runs of small bytes, which the compression of the container then shrinks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim_core.pack import PackError, pack, unpack

TURN_STEPS = 511  # 10 bits with sign: at worst 0.28 degrees off
NOT_TRACKED = 4
MAX_SAMPLES = 1 << 16  # of one lane: 1.8 hours; a longer drill takes several, one behind the other

_PARTS = 3
_COLUMNS = 7 * _PARTS
_TURN_SCALE = TURN_STEPS * sqrt(2.0)  # no component but the largest exceeds sqrt(1/2)


class Placement(NamedTuple):
    """Position relative to the body, and orientation as the three smaller components of a unit quaternion.

    x_mm, y_mm, z_mm: -32768 to 32767. largest: which of w, x, y, z is left out, 0 to 3, or NOT_TRACKED.
    a, b, c: the others in order, in steps of sqrt(1/2)/TURN_STEPS, with the sign that makes the largest positive.
    """

    x_mm: int
    y_mm: int
    z_mm: int
    largest: int
    a: int
    b: int
    c: int


UNSEEN = Placement(0, 0, 0, NOT_TRACKED, 0, 0, 0)


class Pose(NamedTuple):
    """One sample of a lane. A part that is not tracked is UNSEEN."""

    tick: int
    head: Placement
    left: Placement
    right: Placement


@dataclass(frozen=True, slots=True)
class Lane:
    """The samples of one seat, in order of tick."""

    seat: str
    poses: tuple[Pose, ...]


@dataclass(frozen=True, slots=True)
class _Stored:
    seat: str
    count: int
    planes: bytes


def quantise(position_m: tuple[float, float, float], turn: tuple[float, float, float, float]) -> Placement:
    """Round to what a lane keeps: metres to mm (beyond 32 m to its edge), quaternion (w, x, y, z) of any length.

    ValueError if a number is not finite or the quaternion is zero.
    """
    length = sqrt(sum(part * part for part in turn))
    if not (0.0 < length < float("inf")) or not all(abs(metres) < float("inf") for metres in position_m):
        raise ValueError("position and turn must be finite, and the turn not zero")
    x_mm, y_mm, z_mm = (max(-32768, min(32767, round(1000.0 * metres))) for metres in position_m)
    largest = max(range(4), key=lambda i: abs(turn[i]))
    scale = _TURN_SCALE / (length if turn[largest] > 0.0 else -length)
    a, b, c = (
        max(-TURN_STEPS, min(TURN_STEPS, round(scale * part))) for i, part in enumerate(turn) if i != largest
    )
    return Placement(x_mm, y_mm, z_mm, largest, a, b, c)


def restore(
    placement: Placement,
) -> tuple[tuple[float, float, float], tuple[float, float, float, float]] | None:
    """Return position (m) and unit quaternion (w, x, y, z), or None if the part was not tracked."""
    if placement.largest == NOT_TRACKED:
        return None
    x_mm, y_mm, z_mm, largest, *steps = placement
    turn = [step / _TURN_SCALE for step in steps]
    turn.insert(largest, sqrt(max(0.0, 1.0 - sum(part * part for part in turn))))
    w, x, y, z = turn
    return (x_mm / 1000.0, y_mm / 1000.0, z_mm / 1000.0), (w, x, y, z)


def encode_lane(seat: str, poses: Iterable[Pose]) -> bytes:
    """Pack a seat's samples, exactly. ValueError if ticks do not rise, a number is out of range, or too many."""
    rows = [(pose.tick, *pose.head, *pose.left, *pose.right) for pose in poses]
    if len(rows) > MAX_SAMPLES:
        raise ValueError(f"{len(rows)} samples in one lane, at most {MAX_SAMPLES}")
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 1 + _COLUMNS)
    _refuse_out_of_range(table)
    ticks = _to_planes(table[:, :1].T.astype("<u4"))
    parts = _to_planes(table[:, 1:].T.astype("<u2"))
    return pack(_Stored(seat, len(rows), ticks + parts))


def decode_lane(data: bytes) -> Lane:
    """Read what `encode_lane` wrote. PackError for every other run of bytes."""
    stored = unpack(_Stored, data)
    count, planes = stored.count, stored.planes
    if not 0 <= count <= MAX_SAMPLES or len(planes) != count * (4 + 2 * _COLUMNS):
        raise PackError(f"{count} samples cannot be in {len(planes)} bytes of a lane")
    ticks = _from_planes(planes[: 4 * count], 1, count, np.dtype("<u4"))
    parts = _from_planes(planes[4 * count :], _COLUMNS, count, np.dtype("<u2")).view("<i2")
    table = np.concatenate([ticks.astype(np.int64), parts.astype(np.int64)]).T
    try:
        _refuse_out_of_range(table)
    except ValueError as error:
        raise PackError(f"lane of {stored.seat}: {error}") from error
    return Lane(stored.seat, tuple(_pose(row) for row in table.tolist()))


def _pose(row: Sequence[int]) -> Pose:
    return Pose(row[0], Placement(*row[1:8]), Placement(*row[8:15]), Placement(*row[15:]))


def _refuse_out_of_range(table: NDArray[np.int64]) -> None:
    """table: one row a sample: tick, then seven numbers for each part."""
    ticks, parts = table[:, 0], table[:, 1:].reshape(-1, _PARTS, 7)
    if (ticks < 0).any() or (ticks >= 1 << 32).any() or (ticks[1:] <= ticks[:-1]).any():
        raise ValueError("ticks do not rise")
    if (parts[..., :3] < -32768).any() or (parts[..., :3] > 32767).any():
        raise ValueError("a position is beyond 32 m")
    if (parts[..., 3] < 0).any() or (parts[..., 3] > NOT_TRACKED).any():
        raise ValueError("a turn has no such component")
    if (abs(parts[..., 4:]) > TURN_STEPS).any():
        raise ValueError("a turn is out of range")


def _to_planes(columns: NDArray[Any]) -> bytes:
    """columns: unsigned, one row a column. Arithmetic wraps around, and comes back exactly by wrapping again."""
    size = columns.dtype.itemsize
    steps = columns.copy()
    for _ in range(2):
        steps[:, 1:] = steps[:, 1:] - steps[:, :-1]
    folded = (steps << 1) ^ (0 - (steps >> (8 * size - 1)))
    planes = np.ascontiguousarray(folded).view(np.uint8).reshape(*columns.shape, size)
    return planes.transpose(2, 0, 1).tobytes()


def _from_planes(planes: bytes, width: int, count: int, dtype: np.dtype[Any]) -> NDArray[Any]:
    raw = np.frombuffer(planes, np.uint8).reshape(dtype.itemsize, width, count)
    folded = np.ascontiguousarray(raw.transpose(1, 2, 0)).view(dtype)[..., 0]
    steps = (folded >> 1) ^ (0 - (folded & 1))
    for _ in range(2):
        steps = np.cumsum(steps, axis=1, dtype=dtype)
    return steps
