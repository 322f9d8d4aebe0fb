from __future__ import annotations

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from matcher.storage.database import Database
from matcher.storage.tables import METADATA
from matcher.storage.tables.accounts import teams, users


def test_a_word_that_is_not_known_is_refused_by_the_database(database: Database, now) -> None:
    row = {"id": "usr_1", "team_id": "team_1", "login": "ada", "name": "Ada", "role": "owner", "created_at": now}
    with database.write() as connection:
        connection.execute(insert(teams).values(id="team_1", name="a", retention_days=90, created_at=now))

    with pytest.raises(DBAPIError), database.write() as connection:
        connection.execute(insert(users).values(row))
    with database.write() as connection:
        connection.execute(insert(users).values(row | {"role": "viewer"}))


def test_a_row_of_a_team_that_is_not_there_is_refused_by_the_database(database: Database, now) -> None:
    row = {"id": "usr_1", "team_id": "team_9", "login": "ada", "name": "Ada", "role": "viewer", "created_at": now}

    with pytest.raises(DBAPIError), database.write() as connection:
        connection.execute(insert(users).values(row))


def test_every_rule_has_a_name_by_which_a_migration_can_change_it() -> None:
    unnamed = [
        (table.name, type(rule).__name__)
        for table in METADATA.tables.values()
        for rule in table.constraints
        if not rule.name
    ]

    assert unnamed == []


def test_names_are_short_enough_for_postgresql() -> None:
    names = [index.name for table in METADATA.tables.values() for index in table.indexes]
    names += [rule.name for table in METADATA.tables.values() for rule in table.constraints]

    assert max(len(str(name)) for name in names) <= 63
