from __future__ import annotations

from alembic import command
from sqlalchemy import inspect

from matcher.storage.database import Database, migrations

MADE = {"api_keys", "idempotency_keys"}


def test_the_step_makes_its_tables_and_undoes_them(empty_url: str) -> None:
    database = Database.open(empty_url)
    database.upgrade()
    with database.write() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.downgrade(config, "0003")
        after = set(inspect(connection).get_table_names())
        command.downgrade(config, "-1")
        before = set(inspect(connection).get_table_names())

    assert after - before >= MADE
    database.close()
