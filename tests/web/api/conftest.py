"""An application with a database of its own, and keys for two teams."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from matcher.domain.integration import SCOPES
from matcher.storage.database import Database
from matcher.storage.keys import add_key
from matcher.storage.teams import add_team
from matcher.web import create_app
from matcher.web.api.database import database_of
from matcher.work.matching import match_one
from tests.web.conftest import Clock

MakeKey = Callable[..., str]


def public(_host: str, _port: int) -> list[str]:
    """Finds the same public address behind every name."""
    return ["93.184.216.34"]


@pytest.fixture
def more() -> dict[str, Any]:
    """Settings that a module of tests may put over the others."""
    return {}


@pytest.fixture
def database_file(settings: dict[str, Any]) -> str:
    """The URL of the database of this test alone."""
    return str(settings["DATABASE"])


@pytest.fixture
def app(settings: dict[str, Any], more: dict[str, Any]) -> Iterator[Flask]:
    # Tests work batches off themselves, so that nothing happens beside them.
    app = create_app({**settings, "WORKERS": 0, "RESOLVER": public, **more})
    yield app
    app.extensions["matcher.workspace"].close()


@pytest.fixture
def workspace(app: Flask) -> Database:
    """The application's database."""
    return database_of(app)


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


def bearer(key: str) -> dict[str, str]:
    """The header that sends a key."""
    return {"Authorization": f"Bearer {key}"}


def work_off(app: Flask, most: int = 999) -> int:
    """Read and judge what waits, as a worker would; returns how many resumes that were."""
    count, settings = 0, app.config
    while count < most and match_one(database_of(app), settings["MATCHER"], owner="w", clock=settings["CLOCK"]):
        count += 1
    return count
