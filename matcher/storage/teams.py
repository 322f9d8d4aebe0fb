"""Teams: people who share their screenings and see nothing of each other's."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from matcher.domain.workspace import Team
from matcher.errors import WorkspaceError
from matcher.storage.ids import new_id
from matcher.storage.tables.accounts import teams

__all__ = ["MOST_RETENTION", "RETENTION_DAYS", "add_team", "find_team", "list_teams", "set_retention", "team_named"]

# How long a screening is kept where its maker says nothing. A recruiter may set up to MOST_RETENTION.
RETENTION_DAYS: Final = 90
MOST_RETENTION: Final = 180
_NAME_LENGTH: Final = 120


def add_team(connection: Connection, name: str, *, now: datetime, team_id: str | None = None) -> Team:
    """Add a team.

    Raises:
        WorkspaceError: ``team_name`` if the name is empty, too long or taken.
    """
    wanted = " ".join(name.split())
    if not 1 <= len(wanted) <= _NAME_LENGTH:
        raise WorkspaceError("team_name", "The team has no usable name.", f"Use 1 to {_NAME_LENGTH} characters.")
    team = Team(team_id or new_id("team"), wanted, RETENTION_DAYS, now)
    try:
        with connection.begin_nested():
            connection.execute(
                insert(teams).values(
                    id=team.id, name=team.name, retention_days=team.retention_days, created_at=team.created_at
                )
            )
    except IntegrityError:
        raise WorkspaceError("team_name", f"There is a team {wanted!r} already.", "Choose another name.") from None
    return team


def list_teams(connection: Connection) -> tuple[Team, ...]:
    """Return all teams by name; for the command line alone, pages show a team nothing of others."""
    return tuple(_team(row) for row in connection.execute(select(teams).order_by(teams.c.name)))


def find_team(connection: Connection, team: str) -> Team | None:
    """Return the team with an id."""
    row = connection.execute(select(teams).where(teams.c.id == team)).one_or_none()
    return None if row is None else _team(row)


def team_named(connection: Connection, name: str) -> Team:
    """Return the team with a name.

    Raises:
        WorkspaceError: ``team_unknown``.
    """
    row = connection.execute(select(teams).where(teams.c.name == " ".join(name.split()))).one_or_none()
    if row is None:
        raise WorkspaceError("team_unknown", f"There is no team {name!r}.", "`matcher teams list` shows all.")
    return _team(row)


def set_retention(connection: Connection, team: str, days: int) -> None:
    """Set how many days a team keeps what it screens.

    Raises:
        WorkspaceError: ``retention`` if the days are out of bounds.
    """
    if not 1 <= days <= MOST_RETENTION:
        raise WorkspaceError(
            "retention", f"{days} days are out of bounds.", f"Use 1 to {MOST_RETENTION} days.", field="retention_days"
        )
    connection.execute(update(teams).where(teams.c.id == team).values(retention_days=days))


def _team(row: Row[tuple[object, ...]]) -> Team:
    return Team(row.id, row.name, row.retention_days, row.created_at)
