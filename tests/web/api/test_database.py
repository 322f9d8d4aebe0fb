from __future__ import annotations

from flask import Flask

from matcher.storage.accounts import find_user
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER
from matcher.storage.keys import LOCAL_KEY, add_key, ensure_local_key
from matcher.web.api.database import KeyWatch, database_of
from tests.web.conftest import Clock


def test_the_built_in_rows_are_made_with_the_first_use(app: Flask, clock: Clock) -> None:
    database = database_of(app)

    assert database is database_of(app)
    with database.write() as connection:
        assert find_user(connection, LOCAL_TEAM, LOCAL_USER) is not None
        assert ensure_local_key(connection, clock()).id == LOCAL_KEY


def test_a_key_that_was_made_elsewhere_is_noticed(app: Flask, database_file: str, clock: Clock) -> None:
    watch, database = KeyWatch(), database_of(app)
    assert not watch.any_key(database)

    other = Database.open(database_file)
    with other.write() as connection:
        add_key(connection, LOCAL_TEAM, "ATS", ["match:read"], created_by="usr_x", now=clock())
    other.close()

    assert watch.any_key(database)
