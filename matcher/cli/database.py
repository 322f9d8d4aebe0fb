"""The commands on the database of the recruiter's workspace."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from matcher.storage.database import Database

__all__ = ["database", "database_option", "open_database"]

F = TypeVar("F", bound=Callable[..., Any])


def database_option(command: F) -> F:
    """Add --database: where the workspace is kept."""
    return click.option(
        "--database",
        "url",
        envvar="MATCHER_DATABASE",
        metavar="URL",
        help="Like sqlite:///matcher.db or postgresql://user:password@host/name.  [env: MATCHER_DATABASE]",
    )(command)


def open_database(url: str | None) -> Database:
    """Open the database that is named and bring it up to date.

    Raises:
        click.UsageError: none was named; here, unlike in ``serve``, one that is gone at the end is of no use.
        StorageError: it cannot be used.
    """
    from matcher.storage.database import Database

    if not url:
        raise click.UsageError("Name the database: --database URL, or MATCHER_DATABASE in the environment.")
    opened = Database.open(url)
    opened.upgrade()
    return opened


@click.group()
def database() -> None:
    """Look after the database of the recruiter's workspace."""


@database.command()
@database_option
def upgrade(url: str | None) -> None:
    """Bring the tables to the state that this version expects. `serve` does the same when it starts."""
    opened = open_database(url)
    click.echo(f"The database is up to date (revision {opened.revision()}).")
    opened.close()
