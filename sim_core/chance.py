"""Chance without generators: each draw is a function of (key, label, entity, tick) and of nothing else.

A label names one question ("valve_sticks") and has its own key, HMAC-SHA256(key, label); under it, draws are
64-bit words of keyed BLAKE2b, so that no number of observed draws tells anything of another label, entity or
tick. Eight entities e share a hash: word e % 8 of BLAKE2b-512(e // 8, tick, attempt), each of the three a
signed 64-bit little-endian integer. Asking twice gives the same answer: two questions need two labels.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import count
from math import inf, pi, sqrt
from struct import Struct

import numpy as np
import numpy.typing as npt

from sim_core.exact import cos, cos_array, log, log_array, sin, sin_array

KEY_BYTES = 32
WORDS = 8
MESSAGE = Struct("<qqq")
DIGEST = Struct("<8Q")
UNIT = 2.0**-53
FULL_TURN = 2.0 * pi

FloatArray = npt.NDArray[np.float64]


def derive(key: bytes, label: str) -> bytes:
    """The 32-byte key of a label: HMAC-SHA256(key, label in UTF-8)."""
    return hmac.digest(key, label.encode(), "sha256")


@dataclass(frozen=True, slots=True)
class DrillKeys:
    """The keys of a drill, 32 bytes each; a repr shows none of them."""

    drill: bytes = field(repr=False)
    hidden: bytes = field(repr=False)
    world: bytes = field(repr=False)


def drill_keys(seed: int) -> DrillKeys:
    """Keys from a seed of 0 to 2^63 - 1: its tagged SHA-256, and two HMACs of that."""
    if not 0 <= seed < 2**63:
        raise ValueError("a seed is an integer from 0 to 2^63 - 1")
    return keys_of(sha256(b"yanlian drill seed\0" + seed.to_bytes(8, "little")).digest())


def keys_of(drill: bytes) -> DrillKeys:
    """All keys of a drill from its own, 32 bytes."""
    return DrillKeys(drill, derive(drill, "hidden_key"), derive(drill, "world_key"))


class Chance:
    """Draws under one 32-byte key. Entities and ticks are integers below 2^63."""

    __slots__ = ("_key", "_label_keys")

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key of chance has {KEY_BYTES} bytes, not {len(key)}")
        self._key = key
        self._label_keys: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return "Chance(key hidden)"

    def bits(self, label: str, entity: int, tick: int) -> int:
        """64 uniform bits."""
        return self._words(label, entity // WORDS, tick)[entity % WORDS]

    def uniform(self, label: str, entity: int, tick: int) -> float:
        """Uniform in [0, 1), a multiple of 2^-53: the upper 53 of the bits."""
        return (self.bits(label, entity, tick) >> 11) * UNIT

    def uniforms(self, label: str, tick: int, n: int) -> FloatArray:
        """The uniforms of entities 0 to n - 1: shape (n,), equal to `uniform` of each."""
        return self._unit_words(label, tick, n)[:n]

    def normal(self, label: str, entity: int, tick: int) -> float:
        """Standard normal, within 8.6: Box and Muller 1958, entities 2j (cosine) and 2j + 1 (sine) paired."""
        words = self._words(label, entity // WORDS, tick)
        even = entity % WORDS & ~1
        radius = sqrt(-2.0 * log(1.0 - (words[even] >> 11) * UNIT))
        angle_rad = FULL_TURN * ((words[even + 1] >> 11) * UNIT)
        return radius * (sin(angle_rad) if entity & 1 else cos(angle_rad))

    def normals(self, label: str, tick: int, n: int) -> FloatArray:
        """The normals of entities 0 to n - 1: shape (n,), equal to `normal` of each."""
        units = self._unit_words(label, tick, n)
        radius = np.sqrt(-2.0 * log_array(1.0 - units[0::2]))
        angle_rad = FULL_TURN * units[1::2]
        units[0::2] = radius * cos_array(angle_rad)
        units[1::2] = radius * sin_array(angle_rad)
        return units[:n]

    def below(self, label: str, entity: int, tick: int, n: int) -> int:
        """Uniform integer from 0 to n - 1, n up to 2^64; unbiased: a word from the uneven rest is redrawn."""
        if not 1 <= n <= 2**64:
            raise ValueError(f"below needs n from 1 to 2^64, got {n}")
        even_range = 2**64 - 2**64 % n
        words = (self._words(label, entity // WORDS, tick, attempt)[entity % WORDS] for attempt in count())
        return next(word for word in words if word < even_range) % n

    def choose(self, label: str, entity: int, tick: int, weights: Sequence[float]) -> int:
        """Index drawn in proportion to the weights, finite and >= 0; an index of weight 0 is never drawn."""
        total = sum(weights)
        if not 0.0 < total < inf or min(weights) < 0.0:
            raise ValueError("weights must be finite and >= 0, with a sum above 0")
        rest = self.uniform(label, entity, tick) * total
        chosen = 0
        for index, weight in enumerate(weights):
            if weight > 0.0:
                chosen = index
                if rest < weight:
                    break
                rest -= weight
        return chosen

    def _words(self, label: str, block: int, tick: int, attempt: int = 0) -> tuple[int, ...]:
        message = MESSAGE.pack(block, tick, attempt)
        return DIGEST.unpack(blake2b(message, key=self._label_key(label)).digest())

    def _unit_words(self, label: str, tick: int, n: int) -> FloatArray:
        """Uniforms of the first n entities, filled up to whole hashes."""
        key = self._label_key(label)
        blocks = range((n + WORDS - 1) // WORDS)
        digests = b"".join(blake2b(MESSAGE.pack(block, tick, 0), key=key).digest() for block in blocks)
        words = np.frombuffer(digests, dtype="<u8")
        return (words >> np.uint64(11)).astype(np.float64) * UNIT

    def _label_key(self, label: str) -> bytes:
        key = self._label_keys.get(label)
        if key is None:
            key = self._label_keys[label] = derive(self._key, label)
        return key
