"""Stream: digests by name, and chance from a seed: an HMAC counter stream for each label (after RFC 3797's idea)."""

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any, Literal, TypeVar, get_args

import rfc8785

Digest = Literal["sha256", "sm3"]
DIGESTS: tuple[Digest, ...] = get_args(Digest)
WORD_BYTES = 8
WORDS = 2 ** (8 * WORD_BYTES)

Item = TypeVar("Item")


def at_hand(digest: str) -> bool:
    """Tell whether this Python can work out a digest; SM3 (GB/T 32905) needs OpenSSL 3 built with it."""
    try:
        hashlib.new(digest)
    except ValueError:
        return False
    return True


def hashed(digest: Digest, *parts: bytes) -> bytes:
    """Give the digest of the parts in a row: 32 bytes, whichever of DIGESTS."""
    return hashlib.new(digest, b"".join(parts)).digest()


def keyed(digest: Digest, key: bytes, message: dict[str, Any]) -> bytes:
    """Give the HMAC of a message's RFC 8785 JSON: 32 bytes, which tell nothing of the key."""
    return hmac.digest(key, rfc8785.dumps(message), digest)


class Stream:
    """Uniform choices under one label of a seed; other labels, however much is drawn of them, never shift it."""

    def __init__(self, digest: Digest, seed: bytes, label: str) -> None:
        self._digest = digest
        self._key = keyed(digest, seed, {"stream": label})
        self._counter = 0

    def below(self, n: int) -> int:
        """Draw a uniform integer from 0 to n - 1; unbiased: a word from the uneven rest is drawn again."""
        if not 1 <= n <= WORDS:
            raise ValueError(f"below needs n from 1 to 2^64, got {n}")
        even_range = WORDS - WORDS % n
        while (word := self._word()) >= even_range:
            pass
        return word % n

    def members(self, items: Sequence[Item], count: int) -> tuple[Item, ...]:
        """Draw so many of the items, each at most once: a partial Fisher-Yates."""
        left = list(items)
        for i in range(count):
            j = i + self.below(len(left) - i)
            left[i], left[j] = left[j], left[i]
        return tuple(left[:count])

    def _word(self) -> int:
        block = hmac.digest(self._key, self._counter.to_bytes(8, "big"), self._digest)
        self._counter += 1
        return int.from_bytes(block[:WORD_BYTES], "big")
