import struct
import tracemalloc
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core.pack import pack
from sim_core.record.container import (
    HEAD,
    HEADER_BYTES,
    MAX_BLOCK_BYTES,
    Kind,
    RecordWriter,
    Seal,
    first_link,
    next_link,
)
from sim_core.record.reading import Fault, HeaderError, Reading, read_blocks

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))
BLOCKS = [
    (Kind.META, 0, 0, b'{"scenario":"tank_overfill"}'),
    (Kind.ACTS, 0, 199, bytes(range(100))),
    (Kind.DIGESTS, 0, 199, b""),
    (Kind.KEYFRAME, 200, 200, b"state" * 20),
    (Kind.LANE, 0, 600, bytes(50)),
    (Kind.ATTACHMENT, 0, 600, b"h" * 32),
]
DIGEST = bytes(range(16))


def check(public_key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def read(data: bytes) -> Reading:
    return read_blocks(data, check, {PUBLIC})


def sealed(blocks: list[tuple[Kind, int, int, bytes]] = BLOCKS, key: Ed25519PrivateKey = KEY) -> bytes:
    writer = RecordWriter()
    for block in blocks:
        writer.add(*block)
    return writer.seal(600, DIGEST, key.public_key().public_bytes_raw(), key.sign)


RECORD = sealed()
HEADER = RECORD[:HEADER_BYTES]


def spans(data: bytes) -> list[tuple[int, int]]:
    """Where each block begins and ends, the seal's included."""
    found, at = [], HEADER_BYTES
    while at < len(data):
        end = at + HEAD.size + HEAD.unpack_from(data, at)[4] + 32
        found.append((at, end))
        at = end
    return found


def bodies(data: bytes) -> list[bytes]:
    return [data[start : end - 32] for start, end in spans(data)]


def body(kind: int, from_tick: int, to_tick: int, raw_bytes: int, stored: bytes) -> bytes:
    return HEAD.pack(kind, from_tick, to_tick, raw_bytes, len(stored)) + stored


def seal_body(seal: Seal, tick: int = 600) -> bytes:
    packed = pack(seal)
    return body(Kind.SEAL, tick, tick, len(packed), zlib.compress(packed))


def chained(bodies: list[bytes]) -> bytes:
    """A record whose chain holds, whatever its blocks are: what a forger without the key can make."""
    out, link = HEADER, first_link(HEADER)
    for each in bodies:
        link = next_link(link, each)
        out += each + link
    return out


def seal_of(data: bytes) -> Seal:
    seal = read(data).seal
    assert seal is not None
    return seal


def english(reading: Reading) -> list[str]:
    return [fault.en for fault in reading.faults]


def test_a_sealed_record_reads_back() -> None:
    reading = read(RECORD)
    assert reading.faults == ()
    assert [(b.kind, b.from_tick, b.to_tick, b.payload()) for b in reading.blocks] == BLOCKS
    assert reading.seal is not None
    assert (reading.seal.final_tick, reading.seal.final_digest) == (600, DIGEST)
    assert (reading.seal.blocks, reading.seal.public_key) == (len(BLOCKS), PUBLIC)
    assert read_blocks(memoryview(RECORD), check, {PUBLIC}).faults == ()


def test_the_header_is_16_bytes_and_says_its_format() -> None:
    assert HEADER_BYTES == 16
    assert HEADER[:12] == b"YANLIAN\x1a\x01\x00\x00\x00"
    assert HEADER[12:] == struct.pack("<I", zlib.crc32(HEADER[:12]))


def header(magic: bytes, version: int, reserved: int) -> bytes:
    front = struct.pack("<8sHH", magic, version, reserved)
    return front + struct.pack("<I", zlib.crc32(front))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (HEADER[:1], "short"),
        (HEADER[:15], "short"),
        (b"PK", "foreign"),
        (b"\x89PNG\r\n" * 99, "foreign"),
        (header(b"YANLIAN\x1b", 1, 0), "foreign"),
        (HEADER[:12] + bytes(4), "damaged"),
        (header(b"YANLIAN\x1a", 0, 0), "damaged"),
        (header(b"YANLIAN\x1a", 2, 0) + RECORD[16:], "newer"),
        (header(b"YANLIAN\x1a", 1, 1) + RECORD[16:], "newer"),
    ],
)
def test_what_is_no_header_is_refused_by_kind(data: bytes, kind: str) -> None:
    with pytest.raises(HeaderError) as caught:
        read(data)
    assert caught.value.kind == kind
    assert caught.value.text.zh
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("mask", [0x01, 0x41, 0x80, 0xFF])
def test_every_changed_byte_is_found_and_its_block_named(mask: int) -> None:
    owner = {at: start for start, end in spans(RECORD) for at in range(start, end)}
    for at in range(len(RECORD)):
        bad = RECORD[:at] + bytes([RECORD[at] ^ mask]) + RECORD[at + 1 :]
        if at < HEADER_BYTES:
            with pytest.raises(HeaderError):
                read(bad)
        else:
            assert read(bad).faults[0].offset == owner[at], f"byte {at}"


def test_every_truncation_is_found() -> None:
    for size in range(len(RECORD)):
        if size < HEADER_BYTES:
            with pytest.raises(HeaderError):
                read(RECORD[:size])
        else:
            [fault] = read(RECORD[:size]).faults
            assert "cut off" in fault.en or "no seal" in fault.en
            assert fault.offset <= size


def test_a_fault_names_block_kind_ticks_and_byte() -> None:
    start, end = spans(RECORD)[3]
    bad = RECORD[: end - 40] + b"\xee" + RECORD[end - 39 :]
    assert read(bad).faults == (
        Fault(
            f"第 4 块（关键帧，时刻 200-200），字节 {start}：哈希链不成立",
            f"block 4 (KEYFRAME, ticks 200-200) at byte {start}: chain does not hold",
            start,
        ),
    )
    assert [block.kind for block in read(bad).blocks] == [Kind.META, Kind.ACTS, Kind.DIGESTS]


def test_what_follows_the_seal_is_a_fault() -> None:
    [fault] = read(RECORD + b"\x00").faults
    assert "1 bytes after the seal" in fault.en
    assert fault.offset == len(RECORD)
    assert read(RECORD + RECORD[HEADER_BYTES:]).faults


def test_a_record_without_a_seal_is_faulty() -> None:
    start, _ = spans(RECORD)[-1]
    assert english(read(RECORD[:start])) == [f"byte {start}: the record has no seal"]
    assert english(read(HEADER)) == ["byte 16: the record has no seal"]


def test_a_chain_made_anew_does_not_carry_the_signature() -> None:
    whole = bodies(RECORD)
    payload = b"forged" * 16
    forged = [whole[0], body(Kind.ACTS, 0, 199, len(payload), zlib.compress(payload)), *whole[2:]]
    [fault] = english(read(chained(forged)))
    assert fault.endswith("the signature does not hold")
    dropped = english(read(chained(whole[:1] + whole[2:])))
    assert [text.split(": ")[1] for text in dropped] == [
        "the seal does not fit what it seals",
        "the signature does not hold",
    ]


@pytest.mark.parametrize(
    "change", [{"final_tick": 601}, {"blocks": 7}, {"final_digest": bytes(16)}, {"signature": bytes(64)}]
)
def test_nothing_in_the_seal_can_be_changed(change: dict[str, Any]) -> None:
    seal = replace(seal_of(RECORD), **change)
    data = chained([*bodies(RECORD)[:-1], seal_body(seal, seal.final_tick)])
    assert any("the signature does not hold" in text for text in english(read(data)))


def test_a_seal_that_stands_at_another_tick_is_a_fault() -> None:
    data = chained([*bodies(RECORD)[:-1], seal_body(seal_of(RECORD), tick=599)])
    assert any("does not fit" in text for text in english(read(data)))


def test_a_signer_who_is_not_trusted_is_named_even_with_a_right_signature() -> None:
    [fault] = english(read(sealed(key=STRANGER)))
    assert fault.endswith("the signer is not among the trusted ones")
    [fault] = english(read_blocks(RECORD, check, ()))
    assert fault.endswith("the signer is not among the trusted ones")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (body(9, 0, 0, 0, zlib.compress(b"")), "unknown kind of block 9"),
        (body(0, 0, 0, 0, zlib.compress(b"")), "unknown kind of block 0"),
        (body(Kind.ACTS, 5, 4, 0, zlib.compress(b"")), "ticks run backwards"),
        (body(Kind.ACTS, 0, 0, MAX_BLOCK_BYTES + 1, zlib.compress(b"")), "too long"),
        (body(Kind.ACTS, 0, 0, 2**32 - 1, zlib.compress(b"")), "too long"),
        (body(Kind.ACTS, 0, 0, 4, b""), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 4, b"\xff" * 9), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 4, zlib.compress(b"four")[:-1]), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 4, zlib.compress(b"four") + b"\x00"), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 5, zlib.compress(b"four")), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 3, zlib.compress(b"four")), "compressed bytes are damaged"),
        (body(Kind.ACTS, 0, 0, 0, zlib.compress(b"four")), "compressed bytes are damaged"),
        (body(Kind.SEAL, 0, 0, 4, zlib.compress(b"four")), "the seal cannot be read"),
        (seal_body(Seal(600, 1, DIGEST, b"short", bytes(64))), "the seal cannot be read"),
        (seal_body(Seal(600, 1, DIGEST, PUBLIC, b"")), "the seal cannot be read"),
        (seal_body(Seal(600, 1, b"", PUBLIC, bytes(64))), "the seal cannot be read"),
    ],
)
def test_a_bad_block_in_a_right_chain_is_named(bad: bytes, why: str) -> None:
    front = bodies(RECORD)[0]
    [fault] = read(chained([front, bad])).faults
    assert why in fault.en
    assert fault.offset == HEADER_BYTES + len(front) + 32


@given(st.binary(max_size=300))
@settings(max_examples=5000, deadline=None)
def test_random_bytes_behind_a_right_header_give_faults(tail: bytes) -> None:
    reading = read(HEADER + tail)
    assert reading.faults
    assert all("\n" not in fault.zh + fault.en for fault in reading.faults)


@given(st.binary(max_size=100))
@settings(max_examples=5000, deadline=None)
def test_random_files_give_the_declared_errors(data: bytes) -> None:
    with pytest.raises(HeaderError):
        read(data)


PACKED_SEAL = pack(seal_of(RECORD))
heads = st.tuples(
    st.integers(0, 9), st.integers(0, 700), st.integers(0, 700), st.none() | st.integers(0, 2**32 - 1)
)


@st.composite
def block_bodies(draw: st.DrawFn) -> bytes:
    kind, from_tick, to_tick, claimed = draw(heads)
    raw = draw(st.binary(max_size=40) | st.just(PACKED_SEAL))
    stored = draw(st.just(zlib.compress(raw)) | st.binary(max_size=20))
    return body(kind, from_tick, to_tick, len(raw) if claimed is None else claimed, stored)


@given(st.lists(block_bodies(), max_size=4), st.booleans())
@settings(max_examples=1500, deadline=None)
def test_random_blocks_in_a_right_chain_are_never_taken_for_sealed(parts: list[bytes], with_seal: bool) -> None:
    whole = [*parts, bodies(RECORD)[-1]] if with_seal else parts
    assert read(chained(whole)).faults


def peak_bytes(data: bytes) -> tuple[int, Reading]:
    tracemalloc.start()
    try:
        reading = read(data)
        return tracemalloc.get_traced_memory()[1], reading
    finally:
        tracemalloc.stop()


def zeros_stored(size: int) -> bytes:
    def pieces() -> Iterator[bytes]:
        stream = zlib.compressobj(9)
        for _ in range(size >> 20):
            yield stream.compress(bytes(1 << 20))
        yield stream.flush()

    return b"".join(pieces())


def test_a_zlib_bomb_is_refused_without_being_unpacked() -> None:
    bomb = zeros_stored(200 << 20)
    peak, reading = peak_bytes(chained([body(Kind.META, 0, 0, 1000, bomb)]))
    assert "compressed bytes are damaged" in reading.faults[0].en
    assert peak < 2_000_000


def test_memory_is_bounded_by_one_block_whatever_the_record_unpacks_to() -> None:
    full = body(Kind.OBSERVED, 0, 0, MAX_BLOCK_BYTES, zeros_stored(MAX_BLOCK_BYTES))
    peak, reading = peak_bytes(chained([full] * 8))
    assert len(reading.blocks) == 8
    assert peak < 2.5 * MAX_BLOCK_BYTES


def test_memory_is_bounded_by_the_file_however_many_blocks_it_has() -> None:
    data = chained([body(Kind.ACTS, 0, 0, 0, zlib.compress(b""))] * 3000)
    peak, reading = peak_bytes(data)
    assert len(reading.blocks) == 3000
    assert peak < 16 * len(data)


def test_the_writer_refuses_what_it_could_not_read_back() -> None:
    writer = RecordWriter()
    with pytest.raises(ValueError, match="seal"):
        writer.add(Kind.SEAL, 0, 0, b"")
    with pytest.raises(ValueError, match="backwards"):
        writer.add(Kind.ACTS, 2, 1, b"")
    with pytest.raises(ValueError, match="at most"):
        writer.add(Kind.ACTS, 0, 0, bytes(MAX_BLOCK_BYTES + 1))
    assert read(writer.seal(0, DIGEST, PUBLIC, KEY.sign)).faults == ()
