from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from matcher.domain.workspace import UserRole
from matcher.storage.accounts import add_user
from matcher.storage.database import Database
from matcher.storage.teams import add_team
from matcher.web.workspace import Workspace, idle_time, life_time, now, workspace

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_without_a_url_there_is_a_file_that_goes_with_the_workspace() -> None:
    place = Workspace("")
    path = Path(str(place.database.engine.url.database))

    assert place.temporary
    assert path.is_file()
    assert path.parent.stat().st_mode & 0o077 == 0
    place.close()
    del place
    gc.collect()
    assert not path.parent.exists()


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "matcher.db"
    place = Workspace(f"sqlite:///{path}")

    assert not path.exists()
    assert place.single_user
    assert path.is_file()
    assert not place.temporary
    place.close()


def test_the_first_user_ends_the_single_user_mode_while_the_program_runs(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'matcher.db'}"
    place, other_process = Workspace(url), Database.open(url)

    assert place.single_user
    with other_process.write() as connection:
        team = add_team(connection, "Hiring", now=NOW)
        add_user(connection, team.id, "ada", role=UserRole.ADMINISTRATOR, password_hash="x", now=NOW)
    assert not place.single_user
    other_process.close()
    place.close()


def test_times_come_from_the_settings_and_the_clock_of_the_application(app: Flask) -> None:
    app.config.update(SESSION_IDLE_MINUTES="30", SESSION_HOURS="2")
    with app.app_context():
        assert now() == app.config["CLOCK"]()
        assert (idle_time().total_seconds(), life_time().total_seconds()) == (1800, 7200)
        assert isinstance(workspace(), Workspace)
