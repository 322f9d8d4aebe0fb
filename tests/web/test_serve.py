from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from matcher.domain.workspace import UserRole
from matcher.errors import StorageError, WorkspaceError
from matcher.storage.accounts import add_user
from matcher.storage.database import Database
from matcher.storage.teams import add_team
from matcher.web.serve import _settings, check_access


@pytest.mark.parametrize(
    ("host", "bind"), [("127.0.0.1", "127.0.0.1:8000"), ("::1", "[::1]:8000"), ("localhost", "localhost:8000")]
)
def test_one_process_serves_because_reports_live_in_its_memory(host: str, bind: str) -> None:
    settings = _settings(host, 8000)

    assert (settings["bind"], settings["workers"]) == (bind, 1)
    assert "accesslog" not in settings


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])  # noqa: S104 - refused
def test_others_are_not_served_while_nobody_has_an_account(host: str, tmp_path: Path) -> None:
    for url in ("", f"sqlite:///{tmp_path / 'matcher.db'}"):
        with pytest.raises(WorkspaceError) as caught:
            check_access(host, url)

        assert caught.value.code == "no_users"
        assert "matcher users add" in caught.value.remedy
        assert "--host 127.0.0.1" in caught.value.remedy


def test_with_an_account_others_are_served(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'matcher.db'}"
    database, now = Database.open(url), datetime(2026, 11, 20, tzinfo=UTC)
    database.upgrade()
    with database.write() as connection:
        team = add_team(connection, "Hiring", now=now)
        add_user(connection, team.id, "ada", role=UserRole.ADMINISTRATOR, password_hash="x", now=now)
    database.close()

    check_access("0.0.0.0", url)  # noqa: S104

    assert (tmp_path / "matcher.db").is_file()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_is_served_without_accounts(host: str) -> None:
    check_access(host, "")

    with pytest.raises(StorageError, match="not known"):
        check_access(host, "mysql://localhost/matcher")
