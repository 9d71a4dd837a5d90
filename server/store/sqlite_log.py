"""SqliteLog: the log in one SQLite file, write-ahead, synchronised with the disk at every commit.

A commit is ONE statement. Each call into SQLite gives Python's lock away and must win it back from the ticks: twenty
rows by `executemany` took 84 ms at worst beside a busy loop, by one statement 11 ms; begin and commit cost extra.
Rows stand in order of arrival with an index by drill: forty drills' rows then share the last page of the file
instead of dirtying forty (20 rows: 291 us at the median; keyed by drill 341, without rowid 391).
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from server.store.log import MOST_ROWS, Row, Stored, StoreError, first_link, next_link
from sim_core.text import Text

APPLICATION_ID = 0x594C4C47  # "YLLG", in the file's header
FORMAT = 1
CHUNK_ROWS = 256  # read at a time, so that no slow reader keeps the write-ahead file from being reset
BUSY_S = 1.0  # how long a foreign writer, such as a shell left open, is waited for

_SCHEMA = (
    "CREATE TABLE rows (id INTEGER PRIMARY KEY, drill TEXT NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL,"
    " tick INTEGER NOT NULL, payload BLOB NOT NULL, link BLOB NOT NULL, UNIQUE (drill, n)) STRICT",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)
_COLUMNS = "n, kind, tick, payload, link"
_FIRST_DRILL = "SELECT min(drill) FROM rows"
_NEXT_DRILL = "SELECT min(drill) FROM rows WHERE drill > ?"

_WHY = {
    sqlite3.SQLITE_FULL: Text("磁盘已满，请腾出空间", "the disk is full, free some space"),
    sqlite3.SQLITE_IOERR: Text("读写磁盘失败，请检查磁盘", "reading or writing the disk failed, check it"),
    sqlite3.SQLITE_READONLY: Text("文件只读，请检查权限", "the file is read-only, check permissions"),
    sqlite3.SQLITE_CANTOPEN: Text("无法打开文件，请检查文件夹与权限", "cannot open it, check folder and permissions"),
    sqlite3.SQLITE_BUSY: Text("文件被其他程序占用，请将其关闭", "another program holds the file, close it"),
    sqlite3.SQLITE_CORRUPT: Text("文件已损坏，请用备份恢复", "the file is damaged, restore a backup"),
    sqlite3.SQLITE_NOTADB: Text("文件不是数据库", "the file is not a database"),
}


class SqliteLog:
    """A LogStore in the file `path`; one at a time, over all processes: a second raises StoreError.

    Who may write is settled by a lock on `<path>.lock`, which the system takes away from a process that dies;
    others may still read the file, or back it up, with SQLite's own tools.
    """

    def __init__(self, path: Path) -> None:
        self._writing, self._reading = Lock(), Lock()
        self._heads: dict[str, tuple[int, bytes]] = {}  # drill -> number and link of its next row's predecessor
        self._open: list[sqlite3.Connection] = []
        try:
            self._take(path.with_name(path.name + ".lock"))
            self._db = self._connect(path)
            _prepare(self._db)
            self._reader = self._connect(path)
            self._reader.text_factory = _text
        except BaseException:
            self.close()
            raise

    def append(self, rows: Sequence[Row]) -> None:
        """Keep all these rows or none; see LogStore."""
        if len(rows) > MOST_ROWS:
            raise ValueError(f"{len(rows)} rows at once, at most {MOST_ROWS}")
        if not rows:
            return
        with self._writing, _told():
            heads: dict[str, tuple[int, bytes]] = {}
            values: list[str | int | bytes] = []
            for row in rows:
                drill = row.drill
                n, link = heads.get(drill) or self._heads.get(drill) or self._head(drill)
                link = next_link(link, n + 1, row.kind, row.tick, row.payload)
                heads[drill] = n + 1, link
                values += (drill, n + 1, row.kind, row.tick, row.payload, link)
            self._db.execute(_insert(len(rows)), values)
            self._heads.update(heads)

    def read(self, drill: str, from_n: int = 0, kinds: Collection[str] | None = None) -> Iterator[Stored]:
        """Yield the drill's rows in order; see LogStore."""
        words = () if kinds is None else tuple(kinds)
        among = "" if kinds is None else f" AND kind IN ({', '.join('?' * len(words))})"
        query = f"SELECT {_COLUMNS} FROM rows WHERE drill = ? AND n >= ?{among} ORDER BY n LIMIT {CHUNK_ROWS}"
        while True:
            chunk = self._ask(query, drill, from_n, *words)
            for found in chunk:
                yield Stored(drill, *found)
            if len(chunk) < CHUNK_ROWS:
                return
            from_n = chunk[-1][0] + 1

    def last(self, drill: str, kind: str) -> Stored | None:
        """Return the drill's last row of this kind; see LogStore."""
        query = f"SELECT {_COLUMNS} FROM rows WHERE drill = ? AND kind = ? ORDER BY n DESC LIMIT 1"
        found = self._ask(query, drill, kind)
        return Stored(drill, *found[0]) if found else None

    def drills(self) -> tuple[str, ...]:
        """Return the ids of all drills that have rows, in order; a leap through the index for each."""
        found = []
        ((drill,),) = self._ask(_FIRST_DRILL)
        while drill is not None:
            found.append(drill)
            ((drill,),) = self._ask(_NEXT_DRILL, drill)
        return tuple(found)

    def fault(self, drill: str) -> int | None:
        """Return the number of the first row that is missing or breaks the chain; see LogStore."""
        link = first_link(drill)
        for expected, row in enumerate(self.read(drill)):
            link = next_link(link, expected, row.kind, row.tick, row.payload)
            if (row.n, row.link) != (expected, link):
                return expected
        return None

    def close(self) -> None:
        """Let go of the files; see LogStore. Waits for a commit under way."""
        with self._writing, self._reading, _told():
            while self._open:  # the lock was taken first and goes last
                self._open.pop().close()

    def _take(self, lock: Path) -> None:
        try:
            self._connect(lock, wait_s=0).execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise _error(error) from error
            raise StoreError(
                "日志正被另一个进程使用：同一数据文件夹只能运行一个服务器",
                "another process writes this log: only one server may run on a data folder",
            ) from error

    def _connect(self, path: Path, wait_s: float = BUSY_S) -> sqlite3.Connection:
        with _told():
            db = sqlite3.connect(path, timeout=wait_s, isolation_level=None, check_same_thread=False)
        self._open.append(db)
        return db

    def _head(self, drill: str) -> tuple[int, bytes]:
        query = "SELECT n, link FROM rows WHERE drill = ? ORDER BY n DESC LIMIT 1"
        found: tuple[int, bytes] | None = self._db.execute(query, (drill,)).fetchone()
        return found or (-1, first_link(drill))

    def _ask(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with self._reading, _told():
            return self._reader.execute(query, values).fetchall()


def _prepare(db: sqlite3.Connection) -> None:
    """Make the table in a new file; refuse a foreign one before touching it."""
    with _told():
        ((application,),) = db.execute("PRAGMA application_id")
        ((format_,),) = db.execute("PRAGMA user_version")
        ((tables,),) = db.execute("SELECT count(*) FROM sqlite_schema")
        new = not application and not tables
        if not new and (application, format_) != (APPLICATION_ID, FORMAT):
            raise StoreError("文件不是本版本的演练日志", "the file is not a log of drills of this version")
        ((mode,),) = db.execute("PRAGMA journal_mode = WAL")
        if mode != "wal":
            raise StoreError("日志须放在本机磁盘上", "the log must lie on a disk of this machine")
        db.execute("PRAGMA synchronous = FULL")
        if new:
            for statement in ("BEGIN IMMEDIATE", *_SCHEMA, "COMMIT"):
                db.execute(statement)


def _text(stored: bytes) -> str:
    """A word that somebody has made unreadable is for `fault` to find, not for SQLite to stop at."""
    return stored.decode(errors="replace")


@lru_cache(maxsize=128)  # as many as a connection keeps prepared
def _insert(rows: int) -> str:
    return f"INSERT INTO rows (drill, {_COLUMNS}) VALUES " + ", ".join(["(?, ?, ?, ?, ?, ?)"] * rows)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what SQLite says into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error(error) from error


def _error(error: sqlite3.Error) -> StoreError:
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    why = _WHY.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, Text("存储失败", "storing failed"))
    return StoreError(f"演练日志：{why.zh}（{name}）", f"log of drills: {why.en} ({name})")
