"""Ledger: the certificates that a receiver holds: one a version of a result, however often it is delivered."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

_TABLES = """
CREATE TABLE IF NOT EXISTS certificates (
    number INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    result TEXT NOT NULL,
    version INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    file TEXT NOT NULL,
    received_at TEXT NOT NULL,
    UNIQUE (result, version)
);
CREATE TABLE IF NOT EXISTS deliveries (
    key TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL REFERENCES certificates (fingerprint)
);
"""
_COLUMNS = "number, fingerprint, result, version, passed, received_at"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is held of one version of a result. number: counts up. received_at: ISO 8601 with offset."""

    number: int
    fingerprint: str
    result: str
    version: int
    passed: bool
    received_at: str

    @property
    def receipt(self) -> str:
        """Give the word by which this receiver knows it."""
        return f"C-{self.number:08d}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A delivery whose signatures hold. file: the result with its signature, JSON."""

    key: str
    fingerprint: str
    result: str
    version: int
    passed: bool
    file: str


class ContraryError(Exception):
    """It contradicts what is held. The message is the code: `key_used` or `version_held`."""


class Ledger:
    """The file. May be used from several threads; is whole again after a kill at any moment."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10.0)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.executescript(_TABLES)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    def take(self, incoming: Incoming, now: str) -> tuple[Certificate, bool]:
        """Hold it, durably, unless it is held. Gives the certificate, and whether it was held before. ContraryError."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                taken = self._take(incoming, now)
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
            return taken

    def find(self, fingerprint: str) -> Certificate | None:
        """Give the certificate with this fingerprint."""
        with self._lock:
            return self._find(fingerprint)

    def is_current(self, certificate: Certificate) -> bool:
        """Tell whether no later version of the same result is held."""
        query = "SELECT MAX(version) FROM certificates WHERE result = ?"
        with self._lock:
            (newest,) = self._db.execute(query, (certificate.result,)).fetchone()
        return bool(newest == certificate.version)

    def keys(self, after: str, most: int) -> list[tuple[str, Certificate]]:
        """List the keys beyond `after` in order, each with its certificate."""
        query = f"SELECT key, {_COLUMNS} FROM deliveries JOIN certificates USING (fingerprint) "
        query += "WHERE key > ? ORDER BY key LIMIT ?"
        with self._lock:
            return [(key, _certificate(row)) for key, *row in self._db.execute(query, (after, most))]

    def _take(self, incoming: Incoming, now: str) -> tuple[Certificate, bool]:
        used = self._db.execute("SELECT fingerprint FROM deliveries WHERE key = ?", (incoming.key,)).fetchone()
        if used is not None and used[0] != incoming.fingerprint:
            raise ContraryError("key_used")
        held = self._find(incoming.fingerprint)
        if held is None:
            self._hold(incoming, now)
        if used is None:
            self._db.execute("INSERT INTO deliveries VALUES (?, ?)", (incoming.key, incoming.fingerprint))
        certificate = self._find(incoming.fingerprint)
        assert certificate is not None
        return certificate, held is not None

    def _hold(self, incoming: Incoming, now: str) -> None:
        columns = "fingerprint, result, version, passed, file, received_at"
        i = incoming
        values = (i.fingerprint, i.result, i.version, i.passed, i.file, now)
        try:
            self._db.execute(f"INSERT INTO certificates ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values)
        except sqlite3.IntegrityError as error:
            raise ContraryError("version_held") from error

    def _find(self, fingerprint: str) -> Certificate | None:
        query = f"SELECT {_COLUMNS} FROM certificates WHERE fingerprint = ?"
        row = self._db.execute(query, (fingerprint,)).fetchone()
        return None if row is None else _certificate(row)


def _certificate(row: list[object] | tuple[object, ...]) -> Certificate:
    number, fingerprint, result, version, passed, received_at = row
    return Certificate(
        int(str(number)), str(fingerprint), str(result), int(str(version)), bool(passed), str(received_at)
    )
