from __future__ import annotations

from datetime import datetime

import pytest

from matcher.errors import WorkspaceError
from matcher.storage.database import Database
from matcher.storage.teams import RETENTION_DAYS, add_team, find_team, list_teams, set_retention, team_named


def test_a_team_is_found_by_its_name_and_listed(database: Database, team: str, other_team: str) -> None:
    with database.read() as connection:
        assert [one.name for one in list_teams(connection)] == ["Elsewhere", "Hiring"]
        assert team_named(connection, " Hiring ").id == team
        assert find_team(connection, other_team).name == "Elsewhere"
        assert find_team(connection, "team_none") is None


def test_a_name_that_is_taken_or_no_name_is_refused_and_the_transaction_goes_on(
    database: Database, team: str, now: datetime
) -> None:
    with database.write() as connection:
        for name in ("Hiring", "  ", "x" * 121):
            with pytest.raises(WorkspaceError) as caught:
                add_team(connection, name, now=now)
            assert caught.value.code == "team_name"
        add_team(connection, "Third", now=now)
    with database.read() as connection:
        assert len(list_teams(connection)) == 2


def test_an_unknown_team_is_told_with_the_command_that_lists_them(database: Database) -> None:
    with database.read() as connection, pytest.raises(WorkspaceError, match="teams list"):
        team_named(connection, "nobody")


def test_retention_has_bounds(database: Database, team: str) -> None:
    with database.write() as connection:
        assert find_team(connection, team).retention_days == RETENTION_DAYS
        set_retention(connection, team, 30)
        for days in (0, 181):
            with pytest.raises(WorkspaceError, match="out of bounds"):
                set_retention(connection, team, days)
        assert find_team(connection, team).retention_days == 30
