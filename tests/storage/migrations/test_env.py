from __future__ import annotations

import re

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from matcher.storage.database import Database, migrations
from matcher.storage.tables import METADATA


def test_the_migrations_make_the_tables_that_the_code_expects(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "target_metadata": METADATA}
        )

        assert compare_metadata(context, METADATA) == []


def test_the_rules_on_words_are_the_same_in_migrations_and_code(database: Database) -> None:
    with database.read() as connection:
        inspector = inspect(connection)
        made = {
            check["name"]: _words(check["sqltext"])
            for name in METADATA.tables
            for check in inspector.get_check_constraints(name)
        }
    expected = {
        str(rule.name): _words(str(rule.sqltext))
        for table in METADATA.tables.values()
        for rule in table.constraints
        if isinstance(rule, CheckConstraint)
    }

    assert len(expected) > 8
    assert made == expected


def test_every_step_can_be_undone(empty_url: str) -> None:
    database = Database.open(empty_url)
    database.upgrade()
    with database.write() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        left = set(inspect(connection).get_table_names())

    assert left == {"alembic_version"}
    database.close()


def _words(rule: str) -> set[str]:
    """The words between quotes; each database writes the rest of a rule in its own way."""
    return set(re.findall(r"'(\w+)'", rule))
