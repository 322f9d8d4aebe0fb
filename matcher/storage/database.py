"""Opens the database that a URL names, hands out transactions, and brings its tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from matcher.errors import StorageError

__all__ = ["Connection", "Database", "migrations"]

_WRITES = "matcher_writes"
# What SQLite says when its file cannot be opened or written, or its disk is full; PostgreSQL's sign for a full disk.
_CANNOT_KEEP = ("unable to open", "readonly database", "disk is full", "disk i/o error", "53100")
# How long a writer of SQLite waits for the one that is writing. Transactions are short, so a longer wait is a fault.
_BUSY_MS = 15_000
# Any number will do, as long as no other program of the same PostgreSQL database takes it for its own lock.
_UPGRADE_LOCK = 7_205_931_184


class Database:
    """One database, shared by the threads of a process. Other processes open their own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})

    @classmethod
    def open(cls, url: str) -> Database:
        """Open the database that a URL names: ``sqlite:///file.db`` or ``postgresql://user:password@host/name``.

        Raises:
            StorageError: the URL is none of ours or a library is missing. Whether the server answers shows later.
        """
        return cls(_engine(_parsed(url)))

    @property
    def is_sqlite(self) -> bool:
        """Tell whether it is a file of SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Hand out a connection to read with; what it reads belongs together (on SQLite, one state of the file)."""
        with _telling(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Hand out a transaction that is kept at the end, or undone if anything is raised."""
        with _telling(), self._writer.begin() as connection:
            yield connection

    def upgrade(self) -> None:
        """Bring the tables to the state that this version of Matcher expects. Safe to call at every start."""
        with self.write() as connection:
            if not self.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADE_LOCK})
            config = migrations()
            config.attributes["connection"] = connection
            known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
            found = _revision(connection)
            if found is not None and found not in known:
                raise StorageError(
                    "The database was written by a newer Matcher.", "Install that version, or restore an older backup."
                )
            command.upgrade(config, "head")

    def revision(self) -> str | None:
        """Return the migration that was run last; None where none was."""
        with self.read() as connection:
            return _revision(connection)

    def scrub(self) -> None:
        """Let nothing of erased rows stay in the files: SQLite overwrites them, and the write-ahead log is emptied.

        PostgreSQL does this by its own vacuum; what its write-ahead log and backups hold is the operator's to manage.
        """
        if self.is_sqlite:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def migrations() -> Config:
    """Return where Alembic finds the migrations; they ship inside the package."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StorageError("The database URL cannot be read.", "Write it like sqlite:///matcher.db.") from None
    if parsed.drivername in {"postgresql", "postgres"}:
        parsed = parsed.set(drivername="postgresql+pg8000")
    if parsed.drivername not in {"sqlite", "postgresql+pg8000"}:
        raise StorageError(
            f"Databases of the kind {parsed.drivername!r} are not known.",
            "Use sqlite:///file.db or postgresql://user:password@host/name.",
        )
    if parsed.drivername == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise StorageError("A SQLite database needs a file.", "Write it like sqlite:///matcher.db.")
    return parsed


def _engine(url: URL) -> Engine:
    try:
        # Errors and logs name no values: they can be of a resume.
        engine = create_engine(url, pool_pre_ping=url.drivername != "sqlite", hide_parameters=True)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise StorageError("The library for PostgreSQL is missing.", "Install matcher[postgresql].") from None
    if url.drivername == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Set a new connection up; the driver is kept from beginning transactions by itself, which it does too late."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        # With a write-ahead log, NORMAL loses no consistency; FULL also keeps the last commit over a power cut.
        "synchronous = FULL",
        "foreign_keys = ON",
        # Erased rows are overwritten: erasure leaves nothing in the file.
        "secure_delete = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin: a writer takes its place at once, so that two never wait for each other half-way."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _telling() -> Iterator[None]:
    """Tell of a database that cannot be reached in words that an operator can use."""
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated or _unreachable(error):
            raise StorageError(
                "The database cannot be reached.", "Check its URL, that it runs, and that the file may be written."
            ) from error
        raise


def _unreachable(error: DBAPIError) -> bool:
    """Tell whether the trouble is the connection and not what was asked."""
    words = str(error.orig).lower()
    return error.statement is None or any(sign in words for sign in _CANNOT_KEEP)
