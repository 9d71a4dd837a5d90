"""Reading: a record proven block by block. Any bytes give a reading with named faults, or a HeaderError."""

import zlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sim_core.pack import PackError, unpack
from sim_core.record.container import (
    CRC,
    FORMAT,
    HEAD,
    HEADER,
    HEADER_BYTES,
    LINK_BYTES,
    MAGIC,
    MAX_BLOCK_BYTES,
    Kind,
    Seal,
    first_link,
    next_link,
)
from sim_core.text import Text

Check = Callable[[bytes, bytes, bytes], bool]


class HeaderError(ValueError):
    """The first 16 bytes are not the header of a record that can be read here."""

    def __init__(self, kind: Literal["empty", "short", "foreign", "damaged", "newer"]) -> None:
        self.kind = kind
        self.text = _HEADER_TEXTS[kind]
        super().__init__(self.text.en)


_HEADER_TEXTS = {
    "empty": Text("文件为空", "the file is empty"),
    "short": Text("文件不足 16 字节，没有完整的文件头", "the file ends within its header of 16 bytes"),
    "foreign": Text("不是演练记录", "not a record of a drill"),
    "damaged": Text("文件头已损坏", "the header is damaged"),
    "newer": Text("记录格式比本程序新", "the record has a newer format than this program reads"),
}


class Fault(NamedTuple):
    """What is wrong behind the header, and where. offset: bytes from the start of the file."""

    zh: str
    en: str
    offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block whose link holds. number: from 1. offset: bytes from the start of the file."""

    kind: Kind
    from_tick: int
    to_tick: int
    number: int
    offset: int
    raw_bytes: int
    stored: memoryview
    link: bytes

    def payload(self) -> bytes:
        """Unpack what was given to `RecordWriter.add`; anew each time, so that a reading stays small."""
        return _inflate(self.stored, self.raw_bytes)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a record holds. blocks: those before the first fault, without the seal. No faults: proven."""

    blocks: tuple[Block, ...]
    seal: Seal | None
    faults: tuple[Fault, ...]


def read_blocks(
    data: bytes | memoryview,
    check: Check,
    trusted: Collection[bytes],
) -> Reading:
    """Read a record and prove its chain and its seal. HeaderError if it has no header that can be read.

    check: (public key, message, signature) -> whether it holds. trusted: public keys that may have signed.
    Reading stops at the first block that does not hold, since nothing behind it is proven. At most one block
    is unpacked at a time.
    """
    view = memoryview(data)
    check_header(view)
    at, link, blocks = HEADER_BYTES, first_link(view[:HEADER_BYTES]), list[Block]()
    while at < len(view):
        block = _read_block(view, at, len(blocks) + 1, link)
        if isinstance(block, Fault):
            return Reading(tuple(blocks), None, (block,))
        at += HEAD.size + len(block.stored) + LINK_BYTES
        if block.kind is Kind.SEAL:
            seal, faults = _read_seal(block, link, check, trusted)
            if at < len(view):
                spare = len(view) - at
                faults.append(_at(at, f"封条之后还有 {spare:,} 字节", f"{spare:,} bytes after the seal"))
            return Reading(tuple(blocks), seal, tuple(faults))
        blocks.append(block)
        link = block.link
    return Reading(tuple(blocks), None, (_at(at, "记录没有封条", "the record has no seal"),))


def check_header(view: memoryview) -> None:
    """Raise HeaderError unless a record of this format begins here."""
    if not view:
        raise HeaderError("empty")
    if view[: len(MAGIC)] != MAGIC[: len(view)]:
        raise HeaderError("foreign")
    if len(view) < HEADER_BYTES:
        raise HeaderError("short")
    _, version, reserved = HEADER.unpack_from(view)
    (crc,) = CRC.unpack_from(view, HEADER.size)
    if crc != zlib.crc32(view[: HEADER.size]) or version < FORMAT:
        raise HeaderError("damaged")
    if version > FORMAT or reserved:
        raise HeaderError("newer")


def _read_block(view: memoryview, at: int, number: int, link: bytes) -> Block | Fault:
    """Read the block at byte `at`, which must follow `link`."""
    place = _Place(number, at)
    if len(view) - at < HEAD.size:
        return place.fault("文件在此截断", "the file is cut off")
    code, from_tick, to_tick, raw_bytes, stored_bytes = HEAD.unpack_from(view, at)
    if code not in _KINDS_ZH:
        return place.fault(f"未知的块类型 {code}", f"unknown kind of block {code}")
    kind = Kind(code)
    place = _Place(number, at, kind, from_tick, to_tick)
    if raw_bytes > MAX_BLOCK_BYTES:
        return place.fault(f"声明长度 {raw_bytes:,} 字节过大", f"claims {raw_bytes:,} bytes, too long")
    end = at + HEAD.size + stored_bytes
    if len(view) - end < LINK_BYTES:
        return place.fault("文件在此截断", "the file is cut off")
    found = bytes(view[end : end + LINK_BYTES])
    if next_link(link, view[at:end]) != found:
        return place.fault("哈希链不成立", "chain does not hold")
    block = Block(kind, from_tick, to_tick, number, at, raw_bytes, view[at + HEAD.size : end], found)
    try:
        block.payload()
    except (zlib.error, ValueError):
        return place.fault("压缩数据已损坏", "compressed bytes are damaged")
    if from_tick > to_tick:
        return place.fault("时间倒退", "ticks run backwards")
    return block


def _inflate(stored: memoryview, raw_bytes: int) -> bytes:
    """Unpack exactly raw_bytes, never more than one beyond them. ValueError or zlib.error if it is not so."""
    stream = zlib.decompressobj()
    raw = stream.decompress(stored, raw_bytes + 1)
    if len(raw) != raw_bytes or not stream.eof or stream.unused_data:
        raise ValueError(f"not a stream of {raw_bytes} bytes")
    return raw


def _read_seal(
    block: Block, link: bytes, check: Check, trusted: Collection[bytes]
) -> tuple[Seal | None, list[Fault]]:
    place = _Place(block.number, block.offset, block.kind, block.from_tick, block.to_tick)
    try:
        seal = unpack(Seal, block.payload())
    except PackError:
        return None, [place.fault("封条无法读取", "the seal cannot be read")]
    if (len(seal.final_digest), len(seal.public_key), len(seal.signature)) != (16, 32, 64):
        return None, [place.fault("封条无法读取", "the seal cannot be read")]
    faults = []
    if (seal.blocks, seal.final_tick, seal.final_tick) != (block.number - 1, block.from_tick, block.to_tick):
        faults.append(place.fault("封条与所封内容不符", "the seal does not fit what it seals"))
    if not check(seal.public_key, seal.message(link), seal.signature):
        faults.append(place.fault("签名不成立", "the signature does not hold"))
    if seal.public_key not in trusted:
        faults.append(place.fault("签名者不在可信名单内", "the signer is not among the trusted ones"))
    return seal, faults


_KINDS_ZH = {
    Kind.META: "概要",
    Kind.ACTS: "动作",
    Kind.DIGESTS: "状态摘要",
    Kind.KEYFRAME: "关键帧",
    Kind.OBSERVED: "席位所见",
    Kind.LANE: "头手轨迹",
    Kind.ATTACHMENT: "附件",
    Kind.SEAL: "封条",
}


class _Place(NamedTuple):
    """Where a block stands, as far as it is known."""

    number: int
    offset: int
    kind: Kind | None = None
    from_tick: int = 0
    to_tick: int = 0

    def fault(self, zh: str, en: str) -> Fault:
        if self.kind is None:
            what_zh, what_en = "", ""
        else:
            what_zh = f"（{_KINDS_ZH[self.kind]}，时刻 {self.from_tick}-{self.to_tick}）"
            what_en = f" ({self.kind.name}, ticks {self.from_tick}-{self.to_tick})"
        return Fault(
            f"第 {self.number} 块{what_zh}，字节 {self.offset:,}：{zh}",
            f"block {self.number}{what_en} at byte {self.offset:,}: {en}",
            self.offset,
        )


def _at(offset: int, zh: str, en: str) -> Fault:
    return Fault(f"字节 {offset:,}：{zh}", f"byte {offset:,}: {en}", offset)
