import math
import tracemalloc
import zlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.cli.motion import motion
from sim_core.pack import PackError, pack
from sim_core.record import lane as lane_module
from sim_core.record.lane import (
    MAX_SAMPLES,
    TURN_STEPS,
    UNSEEN,
    Lane,
    Placement,
    Pose,
    decode_lane,
    encode_lane,
    quantise,
    restore,
)

millimetres = st.integers(-32768, 32767)
steps = st.integers(-TURN_STEPS, TURN_STEPS)
placements = st.builds(
    Placement, millimetres, millimetres, millimetres, st.integers(0, 4), steps, steps, steps
)
poses = st.builds(Pose, st.integers(0, 2**32 - 1), placements, placements, placements)
lanes = st.lists(poses, max_size=6, unique_by=lambda pose: pose.tick).map(
    lambda some: tuple(sorted(some, key=lambda pose: pose.tick))
)
units = st.lists(st.floats(-1.0, 1.0), min_size=4, max_size=4).filter(
    lambda turn: math.sqrt(sum(part * part for part in turn)) > 0.01
)

HEAD = Placement(0, 12, 1650, 0, 5, -7, 100)
SHORT = tuple(Pose(2 * i, HEAD._replace(x_mm=3 * i), UNSEEN, HEAD._replace(a=-i)) for i in range(5))


@given(lanes)
@settings(max_examples=300, deadline=None)
def test_every_lane_comes_back_exactly(some: tuple[Pose, ...]) -> None:
    data = encode_lane("commander", some)
    assert decode_lane(data) == Lane("commander", some)


def test_six_seats_of_25_minutes_take_less_than_1500_kilobytes() -> None:
    total = 0
    for seed in range(6):
        some = motion(seed, 15_000)
        data = encode_lane(f"seat-{seed}", some)
        assert decode_lane(data).poses == tuple(some)
        total += len(zlib.compress(data, 9))
    assert 100_000 < total <= 1_500_000


def test_a_still_body_takes_next_to_nothing() -> None:
    still = [Pose(2 * i, HEAD, UNSEEN, UNSEEN) for i in range(15_000)]
    assert len(zlib.compress(encode_lane("fire", still), 9)) < 2_000


@given(st.tuples(*[st.floats(-30.0, 30.0)] * 3), units)
def test_what_is_kept_is_as_near_as_promised(place: tuple[float, float, float], turn: list[float]) -> None:
    w, x, y, z = turn
    restored = restore(quantise(place, (w, x, y, z)))
    assert restored is not None
    back_m, back = restored
    assert max(abs(a - b) for a, b in zip(place, back_m, strict=True)) <= 0.000501
    length = math.sqrt(sum(part * part for part in turn))
    cosine = abs(sum(a * b for a, b in zip(turn, back, strict=True))) / length
    assert 2 * math.degrees(math.acos(min(1.0, cosine))) <= 0.28
    assert math.isclose(sum(part * part for part in back), 1.0, rel_tol=1e-3)


def test_a_quaternion_and_its_opposite_are_one_placement() -> None:
    turn = (0.1, -0.7, 0.3, 0.2)
    w, x, y, z = (-part for part in turn)
    assert quantise((1.0, 2.0, 3.0), turn) == quantise((1.0, 2.0, 3.0), (w, x, y, z))


def test_a_place_beyond_32_m_is_kept_at_the_edge() -> None:
    assert quantise((99.0, -99.0, 0.0), (1.0, 0.0, 0.0, 0.0)) == Placement(32767, -32768, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("place", "turn"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0)),
        ((0.0, 0.0, 0.0), (math.nan, 0.0, 0.0, 1.0)),
        ((0.0, 0.0, 0.0), (math.inf, 0.0, 0.0, 1.0)),
        ((0.0, math.nan, 0.0), (1.0, 0.0, 0.0, 0.0)),
        ((0.0, math.inf, 0.0), (1.0, 0.0, 0.0, 0.0)),
    ],
)
def test_what_is_not_finite_is_refused(place: Any, turn: Any) -> None:
    with pytest.raises(ValueError, match="finite"):
        quantise(place, turn)


def test_a_part_that_is_not_tracked_has_no_place() -> None:
    assert restore(UNSEEN) is None


@pytest.mark.parametrize(
    "bad",
    [
        [SHORT[1], SHORT[0]],
        [SHORT[0], SHORT[0]],
        [SHORT[0]._replace(tick=-1)],
        [SHORT[0]._replace(tick=2**32)],
        [SHORT[0]._replace(left=HEAD._replace(z_mm=32768))],
        [SHORT[0]._replace(right=HEAD._replace(y_mm=-32769))],
        [SHORT[0]._replace(head=HEAD._replace(largest=5))],
        [SHORT[0]._replace(head=HEAD._replace(largest=-1))],
        [SHORT[0]._replace(head=HEAD._replace(c=TURN_STEPS + 1))],
        [SHORT[0]._replace(head=HEAD._replace(a=-TURN_STEPS - 1))],
    ],
)
def test_samples_out_of_range_are_refused(bad: list[Pose]) -> None:
    with pytest.raises(ValueError, match=r"rise|beyond|component|range"):
        encode_lane("fire", bad)


def test_a_lane_that_is_too_long_is_refused() -> None:
    many = [Pose(i, UNSEEN, UNSEEN, UNSEEN) for i in range(MAX_SAMPLES + 1)]
    with pytest.raises(ValueError, match="at most"):
        encode_lane("fire", many)


def test_a_stored_lane_that_is_too_long_is_refused_before_it_is_unfolded() -> None:
    planes = bytes((MAX_SAMPLES + 1) * 46)
    with pytest.raises(PackError, match="samples"):
        decode_lane(pack(lane_module._Stored("fire", MAX_SAMPLES + 1, planes)))


def test_every_truncation_is_refused() -> None:
    data = encode_lane("fire", SHORT)
    for size in range(len(data)):
        with pytest.raises(PackError):
            decode_lane(data[:size])


@given(st.binary(max_size=80), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=3))
@settings(max_examples=500, deadline=None)
def test_foreign_bytes_are_one_lane_or_refused(junk: bytes, changes: list[tuple[int, int]]) -> None:
    with pytest.raises(PackError):
        decode_lane(junk)
    data = bytearray(encode_lane("fire", SHORT))
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        found = decode_lane(bytes(data))
    except PackError:
        return
    assert encode_lane(found.seat, found.poses) == data


def test_a_count_that_the_bytes_do_not_bear_out_allocates_nothing() -> None:
    stored = lane_module._Stored("fire", 2**40, b"")
    tracemalloc.start()
    try:
        for lie in (stored, replace(stored, count=-1), replace(stored, count=7)):
            with pytest.raises(PackError):
                decode_lane(pack(lie))
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()
