"""Passwords: argon2id, kept as its usual text. Slow by intent, so few at once, and never on the event loop."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

SALT_BYTES = 16
NO_SALT = bytes(SALT_BYTES)
SHORTEST = 10  # characters
LONGEST = 128
AT_ONCE = 2  # 64 MiB and one core each, next to the tick loop
WAITING = 8  # each waits in a thread that the other requests need too


class BusyError(Exception):
    """Too many are logging in at this moment."""


class Passwords:
    """Hashes and checks passwords. entropy: gives so many random bytes, for salts. Safe between threads."""

    def __init__(self, entropy: Callable[[int], bytes], hasher: PasswordHasher | None = None) -> None:
        self._entropy = entropy
        self._hasher = hasher or PasswordHasher()  # the second choice of RFC 9106: 64 MiB, 3 passes
        self._admitted = BoundedSemaphore(AT_ONCE + WAITING)
        self._working = BoundedSemaphore(AT_ONCE)

    def hash(self, password: str) -> str:
        """What is stored of a password. Raises BusyError."""
        with self._turn():
            return self._hasher.hash(_plain(password), salt=self._entropy(SALT_BYTES))

    def check(self, stored: str | None, password: str) -> bool:
        """Whether this is the password. stored: None if there is no account; that takes as long.

        Raises BusyError.
        """
        with self._turn():
            plain = _plain(password)
            if stored is None:
                self._hasher.hash(plain, salt=NO_SALT)
                return False
            try:
                return self._hasher.verify(stored, plain)
            except VerifyMismatchError:
                return False

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._admitted.acquire(blocking=False):
            raise BusyError
        try:
            with self._working:
                yield
        finally:
            self._admitted.release()


def _plain(password: str) -> bytes:
    """A password as bytes, however it was typed; half a character, which JSON may hold, is no reason to fail."""
    return normalize("NFKC", password).encode("utf-8", "surrogatepass")
