from __future__ import annotations

from alembic import command
from sqlalchemy import inspect

from matcher.storage.database import Database, migrations


def test_the_step_adds_its_column_and_takes_it_away(empty_url: str) -> None:
    database = Database.open(empty_url)
    database.upgrade()
    with database.write() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        columns = []
        for step in ("0005", "0004"):
            command.downgrade(config, step)
            columns.append({column["name"] for column in inspect(connection).get_columns("decisions")})

    assert columns[0] - columns[1] == {"requirement"}
    database.close()
