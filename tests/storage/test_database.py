from __future__ import annotations

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import func, insert, select, text

from matcher.errors import StorageError
from matcher.storage.database import Database, migrations
from matcher.storage.tables.accounts import teams

HEAD = ScriptDirectory.from_config(migrations()).get_current_head()


def team(name: str, now: datetime) -> dict[str, object]:
    return {"id": f"team_{name}", "name": name, "retention_days": 90, "created_at": now}


def test_an_empty_database_is_brought_up_to_date_and_twice_is_once(empty_url: str) -> None:
    database = Database.open(empty_url)

    assert database.revision() is None
    database.upgrade()
    first = database.revision()
    database.upgrade()

    assert first == database.revision() == HEAD
    database.close()


def test_two_processes_that_start_at_once_upgrade_one_after_the_other(empty_url: str) -> None:
    databases = [Database.open(empty_url) for _ in range(3)]
    failures: list[Exception] = []

    def upgrade(database: Database) -> None:
        try:
            database.upgrade()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=upgrade, args=(one,)) for one in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert {one.revision() for one in databases} == {HEAD}
    for one in databases:
        one.close()


def test_a_database_of_a_newer_version_is_left_alone(empty_url: str) -> None:
    database = Database.open(empty_url)
    database.upgrade()
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StorageError, match="newer Matcher"):
        database.upgrade()
    database.close()


def test_what_raises_leaves_nothing_behind(database: Database, now: datetime) -> None:
    def write_and_break() -> None:
        with database.write() as connection:
            connection.execute(insert(teams).values(team("a", now)))
            raise KeyError

    with pytest.raises(KeyError):
        write_and_break()

    with database.read() as connection:
        assert connection.scalar(select(func.count()).select_from(teams)) == 0


def test_a_reader_sees_the_state_before_while_another_writes(database: Database, now: datetime) -> None:
    with database.write() as writer:
        writer.execute(insert(teams).values(team("a", now)))
        with database.read() as reader:
            seen = reader.scalar(select(func.count()).select_from(teams))
    with database.read() as reader:
        after = reader.scalar(select(func.count()).select_from(teams))

    assert (seen, after) == (0, 1)


def test_many_threads_write_at_once_and_nothing_is_lost(database: Database, now: datetime) -> None:
    failures: list[Exception] = []

    def count_up() -> None:
        try:
            for _ in range(10):
                with database.write() as connection:
                    found = connection.scalar(select(teams.c.retention_days).with_for_update())
                    connection.execute(teams.update().values(retention_days=found + 1))
        except Exception as error:
            failures.append(error)

    with database.write() as connection:
        connection.execute(insert(teams).values(team("a", now) | {"retention_days": 0}))
    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    with database.read() as connection:
        assert connection.scalar(select(teams.c.retention_days)) == 40


def test_moments_come_back_in_utc_and_one_without_a_zone_is_refused(database: Database, now: datetime) -> None:
    from datetime import timezone

    elsewhere = now.astimezone(timezone(timedelta(hours=5, minutes=30)))
    with database.write() as connection:
        connection.execute(insert(teams).values(team("a", elsewhere)))
    with database.read() as connection:
        back = connection.scalar(select(teams.c.created_at))

    assert back == now
    assert back.utcoffset() == timedelta(0)
    with pytest.raises(Exception, match="time zone"), database.write() as connection:
        connection.execute(insert(teams).values(team("b", now.replace(tzinfo=None))))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("mysql://localhost/matcher", "not known"),
        ("nonsense", "cannot be read"),
        ("postgresql+psycopg://localhost/matcher", "not known"),
    ],
)
def test_a_url_that_cannot_serve_is_refused_with_a_remedy(url: str, says: str) -> None:
    with pytest.raises(StorageError, match=says) as caught:
        Database.open(url)

    assert caught.value.remedy


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all/matcher.db", "postgresql://matcher:secret@127.0.0.1:9/matcher"]
)
def test_a_database_that_cannot_be_reached_is_told_without_its_password(url: str) -> None:
    database = Database.open(url)

    with pytest.raises(StorageError, match="cannot be reached") as caught:
        database.upgrade()

    assert "secret" not in str(caught.value)


def test_erased_words_are_gone_from_the_files_of_sqlite(tmp_path: Path, now: datetime) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'matcher.db'}")
    database.upgrade()
    name = "Quillmere Freight Recruiting"
    with database.write() as connection:
        connection.execute(insert(teams).values(team(name, now)))
    with database.write() as connection:
        connection.execute(teams.delete())
    database.scrub()

    left = [path.name for path in tmp_path.iterdir() if name.encode() in path.read_bytes()]

    assert left == []
    database.close()


def test_the_migrations_ship_inside_the_package() -> None:
    folder = migrations().get_main_option("script_location")

    assert folder is not None
    assert (Path(folder) / "env.py").is_file()
