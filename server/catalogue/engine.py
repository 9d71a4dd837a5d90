"""Engine: opens the catalogue and brings its tables up to this version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError as SqliteError
from time import sleep

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).with_name("migrations")
BUSY_MS = 10_000  # how long a statement waits for another process's transaction
WAL_TRIES = 200
WAL_PAUSE_S = 0.05
READING = "catalogue_reading"


class NewerCatalogueError(Exception):
    """The file was written by a newer version of the product: its tables are unknown here."""


def open_catalogue(path: Path) -> Engine:
    """The catalogue at `path`, made if missing, its tables at this version. Several processes may open it at once.

    `engine.begin()` is for writing: it waits for the other writers first, so that nothing read in it is stale.
    `reading` is for transactions that only read. Raises NewerCatalogueError.
    """
    # Errors must not repeat what was to be written: it may be the hash of a password or a sheet that is not open yet.
    engine = create_engine(URL.create("sqlite", database=str(path)), hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        _keep_a_write_ahead_log(engine)
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: one consistent view, which neither waits for writers nor makes them wait."""
    with engine.connect() as connection, connection.execution_options(**{READING: True}).begin():
        yield connection


def _prepare(connection: SqliteConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins no transactions of its own; _begin does
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail, not wait, if another has written in between.
    read_only = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _keep_a_write_ahead_log(engine: Engine) -> None:
    """The mode stays in the file. SQLite does not wait for others with this one statement, so it is tried again."""
    for attempt in range(WAL_TRIES):
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except SqliteError:
            if attempt == WAL_TRIES - 1:
                raise
        finally:
            connection.close()
        sleep(WAL_PAUSE_S)


def _migrate(engine: Engine) -> None:
    """One transaction that begins with the write lock: of several processes one migrates, the others find it done."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise NewerCatalogueError("the catalogue was written by a newer version") from error
