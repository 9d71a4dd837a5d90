"""Container: the bytes of a record. A header of 16 bytes, then blocks in a chain, the last of them a seal.

header  magic (8), format (u16), reserved (u16, 0), CRC-32 of these 12 bytes (u32)
block   kind (u8), first and last tick (u32 each), raw and stored length (u32 each), stored bytes, link (32)

Little-endian; stored bytes are zlib's. link = SHA-256(previous link, head of the block, stored bytes); before
the first block stands SHA-256(header). The seal signs the last link, and with it every byte before.
"""

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from hashlib import sha256

from sim_core.pack import pack

FORMAT = 1
MAX_BLOCK_BYTES = 1 << 24  # of one block, unpacked
MAGIC = b"YANLIAN\x1a"
HEADER = struct.Struct("<8sHH")
CRC = struct.Struct("<I")
HEADER_BYTES = HEADER.size + CRC.size
HEAD = struct.Struct("<BIIII")
LINK_BYTES = 32

_SEAL_TAG = b"yanlian record seal 1\x00"


class Kind(IntEnum):
    """What a block holds. ATTACHMENT: hash of a voice or video file that lies beside the record."""

    META = 1
    ACTS = 2
    DIGESTS = 3
    KEYFRAME = 4
    OBSERVED = 5
    LANE = 6
    ATTACHMENT = 7
    SEAL = 8


@dataclass(frozen=True, slots=True)
class Seal:
    """The end of a record. blocks: how many stand before it. final_digest: 16 bytes, of the last state.

    public_key: 32 bytes. signature: 64 bytes (Ed25519), over a tag, the last link and this seal unsigned.
    """

    final_tick: int
    blocks: int
    final_digest: bytes
    public_key: bytes
    signature: bytes = b""

    def message(self, link: bytes) -> bytes:
        """Build what is signed when the chain ends in `link`."""
        return _SEAL_TAG + link + pack(replace(self, signature=b""))


class RecordWriter:
    """Gathers the blocks of a record, in order."""

    def __init__(self) -> None:
        header = HEADER.pack(MAGIC, FORMAT, 0)
        header += CRC.pack(zlib.crc32(header))
        self._parts = [header]
        self._link = first_link(header)

    def add(self, kind: Kind, from_tick: int, to_tick: int, payload: bytes) -> None:
        """Add a block that tells of these ticks (both inclusive). payload: at most MAX_BLOCK_BYTES."""
        if kind is Kind.SEAL:
            raise ValueError("a seal is written by `seal`")
        block = _block(self._link, kind, from_tick, to_tick, payload)
        self._parts.append(block)
        self._link = block[-LINK_BYTES:]

    def seal(
        self, final_tick: int, final_digest: bytes, public_key: bytes, sign: Callable[[bytes], bytes]
    ) -> bytes:
        """Return the whole sealed record. sign: message -> signature by the private half of public_key."""
        seal = Seal(final_tick, len(self._parts) - 1, final_digest, public_key)
        seal = replace(seal, signature=sign(seal.message(self._link)))
        return b"".join([*self._parts, _block(self._link, Kind.SEAL, final_tick, final_tick, pack(seal))])


def first_link(header: bytes | memoryview) -> bytes:
    """Return the link that stands before the first block."""
    return sha256(header).digest()


def next_link(link: bytes, body: bytes | memoryview) -> bytes:
    """Return the link behind a block. body: its head and stored bytes."""
    chain = sha256(link)
    chain.update(body)
    return chain.digest()


def _block(link: bytes, kind: Kind, from_tick: int, to_tick: int, payload: bytes) -> bytes:
    if from_tick > to_tick:
        raise ValueError(f"ticks {from_tick} to {to_tick} run backwards")
    if len(payload) > MAX_BLOCK_BYTES:
        raise ValueError(f"{len(payload)} bytes in one block, at most {MAX_BLOCK_BYTES}")
    stored = zlib.compress(payload, 9)
    body = HEAD.pack(kind, from_tick, to_tick, len(payload), len(stored)) + stored
    return body + next_link(link, body)
