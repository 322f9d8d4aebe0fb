"""What tests of storage share. ``database`` (tests/databases.py) runs each test on SQLite and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from matcher.domain.workspace import User, UserRole
from matcher.storage.accounts import add_user
from matcher.storage.database import Database
from matcher.storage.teams import add_team


@pytest.fixture
def now() -> datetime:
    """The moment at which things happen in tests."""
    return datetime(2026, 11, 20, 21, 10, tzinfo=UTC)


@pytest.fixture
def team(database: Database, now: datetime) -> str:
    """A team to work in."""
    with database.write() as connection:
        return add_team(connection, "Hiring", now=now).id


@pytest.fixture
def other_team(database: Database, now: datetime) -> str:
    """A team that must see nothing of the first."""
    with database.write() as connection:
        return add_team(connection, "Elsewhere", now=now).id


@pytest.fixture
def user(database: Database, team: str, now: datetime) -> User:
    """A recruiter of the team; the hash fits no password."""
    with database.write() as connection:
        return add_user(connection, team, "ada", role=UserRole.RECRUITER, password_hash="hash of ada", now=now)
