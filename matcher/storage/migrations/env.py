"""What Alembic runs to reach the database: on the connection that ``Database.upgrade`` hands in, and no other."""

from __future__ import annotations

from alembic import context

from matcher.storage.tables import METADATA

__all__: list[str] = []

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite can undo changes of tables too; a migration that breaks half-way leaves nothing behind.
    transactional_ddl=True,
    compare_type=True,
    compare_server_default=True,
)
with context.begin_transaction():
    context.run_migrations()
