"""The databases that tests of storage run on: SQLite in a temporary file, PostgreSQL in a private cluster.

The cluster is made for the run and thrown away. MATCHER_TEST_POSTGRESQL names a server to use instead; its user must
be allowed to make databases. Where there is neither, the tests for PostgreSQL are skipped.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError, InterfaceError

from matcher.storage.database import Database
from matcher.storage.tables import METADATA

_STARTING_SECONDS = 30


@dataclass
class Server:
    """A PostgreSQL server, by the URL of a database on it that is there already."""

    url: str

    def run(self, *statements: str) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def make(self) -> str:
        """Make a database and return its URL."""
        name = f"matcher_{secrets.token_hex(6)}"
        self.run(f"CREATE DATABASE {name}")
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server to make databases on."""
    given = os.environ.get("MATCHER_TEST_POSTGRESQL")
    if given:
        yield Server(make_url(given).set(drivername="postgresql+pg8000").render_as_string(hide_password=False))
        return
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here")
    with tempfile.TemporaryDirectory(prefix="matcher-pg-") as folder:
        yield from _cluster(programs, Path(folder))


@pytest.fixture(scope="session")
def postgresql_shared(postgresql: Server) -> Iterator[str]:
    """The URL of one database for all tests, with its tables up to date; making one for each takes too long."""
    url = postgresql.make()
    database = Database.open(url)
    database.upgrade()
    database.close()
    yield url
    postgresql.drop(url)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file whose tables are up to date."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = Database.open(f"sqlite:///{path}")
    database.upgrade()
    database.scrub()
    database.close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database with its tables up to date; each test runs on both kinds."""
    if request.param == "sqlite":
        path = tmp_path / "matcher.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    url = request.getfixturevalue("postgresql_shared")
    yield url
    _empty(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database with its tables up to date, open."""
    database = Database.open(database_url)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: Server = request.getfixturevalue("postgresql")
    url = server.make()
    yield url
    server.drop(url)


def _empty(url: str) -> None:
    """Delete every row, whatever connections a test left open."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))  # noqa: S608
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def _cluster(programs: Path, folder: Path) -> Iterator[Server]:
    """Start a cluster without safety of its files; nothing in it is to be kept."""
    # PostgreSQL does not run as root.
    account = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    subprocess.run(
        [programs / "initdb", "-D", data, "-A", "trust", "-U", "matcher", "-E", "UTF8", "--locale=C", "--no-sync"],
        check=True,
        capture_output=True,
        cwd=folder,
        **who,
    )
    port = _free_port()
    options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "fsync": "off"}
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, *(f"--{name}={value}" for name, value in options.items())],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        **who,
    )
    try:
        url = f"postgresql+pg8000://matcher@127.0.0.1:{port}/postgres"
        _wait_for(url)
        yield Server(url)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=_STARTING_SECONDS)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(url: str) -> None:
    engine = create_engine(url)
    for _ in range(_STARTING_SECONDS * 10):
        try:
            engine.connect().close()
        except (DBAPIError, InterfaceError):
            time.sleep(0.1)
        else:
            engine.dispose()
            return
    pytest.fail("the PostgreSQL server does not answer")
