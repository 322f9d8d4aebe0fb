"""An application with a database of its own, and keys for two teams."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.domain.integration import SCOPES
from matcher.pipeline import Matcher
from matcher.storage.database import Database
from matcher.storage.keys import add_key
from matcher.storage.teams import add_team
from matcher.web import create_app
from tests.web.conftest import Clock

MakeKey = Callable[..., str]


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows, to copy."""
    path = tmp_path_factory.mktemp("workspace") / "empty.db"
    database = Database.open(f"sqlite:///{path}")
    database.upgrade()
    database.scrub()
    database.close()
    return path


@pytest.fixture
def database_file(empty_workspace: Path, tmp_path: Path) -> str:
    """The URL of a database of this test alone."""
    return f"sqlite:///{shutil.copy(empty_workspace, tmp_path / 'workspace.db')}"


@pytest.fixture
def settings() -> dict[str, Any]:
    """Settings that a module of tests may put others over."""
    return {}


@pytest.fixture
def app(matcher: Matcher, clock: Clock, database_file: str, settings: dict[str, Any]) -> Flask:
    # Tests work batches off themselves, so that nothing happens beside them.
    fixed = {"TESTING": True, "MATCHER": matcher, "CLOCK": clock, "DATABASE": database_file, "WORK_THREADS": 0}
    return create_app({**fixed, **settings})


@pytest.fixture
def workspace(app: Flask, clock: Clock) -> Database:
    """The application's database."""
    opened: Database = app.extensions["matcher.api"].workspace.open(clock())
    return opened


@pytest.fixture
def make_key(workspace: Database, clock: Clock) -> MakeKey:
    """Make a key for a team, which is made at its first key."""
    teams: dict[str, str] = {}

    def make(team: str = "Hiring", scopes: Any = tuple(SCOPES), days: int = 30, **limits: Any) -> str:
        with workspace.write() as connection:
            if team not in teams:
                teams[team] = add_team(connection, team, now=clock()).id
            end = clock() + timedelta(days=days)
            made = add_key(
                connection, teams[team], "ATS", scopes, created_by="usr_x", now=clock(), expires_at=end, **limits
            )
        return made[1]

    return make


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def bearer(key: str) -> dict[str, str]:
    """The header that sends a key."""
    return {"Authorization": f"Bearer {key}"}
