from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matcher.cli import main
from matcher.storage import passwords
from matcher.storage.accounts import stored_password, user_named
from matcher.storage.database import Database

PASSWORD = "four words do very well"


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is measured elsewhere; here it only takes time."""
    monkeypatch.setattr(passwords, "hash_password", lambda password: f"hash of {password}")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'matcher.db'}"


def run(url: str, *arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, env={"MATCHER_DATABASE": url})


@pytest.fixture
def ada(url: str) -> Result:
    return run(
        url, "users", "add", "Ada", "--role", "administrator", "--name", "Ada B.", "--password-stdin", stdin=PASSWORD
    )


def stored(url: str, login: str) -> tuple[object, str] | None:
    database = Database.open(url)
    with database.read() as connection:
        found = stored_password(connection, login)
    database.close()
    return found


def test_the_first_user_is_made_by_a_command_and_is_an_administrator(url: str, ada: Result) -> None:
    user, hashed = stored(url, "ada")

    assert ada.exit_code == 0, ada.output
    assert "ada is an administrator of the team main" in ada.output
    assert "ask for a login" in ada.output
    assert (user.name, user.role, hashed) == ("Ada B.", "administrator", f"hash of {PASSWORD}")


def test_the_first_user_can_be_nothing_less(url: str) -> None:
    result = run(url, "users", "add", "bo", "--password-stdin", stdin=PASSWORD)

    assert result.exit_code == 1
    assert "--role administrator" in result.output


def test_a_password_is_asked_for_twice_and_not_shown(url: str) -> None:
    twice = f"{PASSWORD}\n{PASSWORD}\n"
    result = run(url, "users", "add", "ada", "--role", "administrator", stdin=twice)

    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    assert stored(url, "ada")[1] == f"hash of {PASSWORD}"


def test_a_password_can_not_be_an_argument(url: str) -> None:
    for command in ("add", "password"):
        result = run(url, "users", command, "ada", "--password", PASSWORD)

        assert result.exit_code == 2
        assert "No such option" in result.output or "no such option" in result.output.lower()


def test_a_weak_password_is_refused_and_nobody_is_added(url: str) -> None:
    result = run(url, "users", "add", "ada", "--role", "administrator", "--password-stdin", stdin="short\n")

    assert result.exit_code == 1
    assert "5 characters" in result.output
    assert stored(url, "ada") is None


def test_users_are_listed_disabled_enabled_and_given_roles_and_passwords(url: str, ada: Result) -> None:
    run(url, "users", "add", "bo", "--password-stdin", stdin=PASSWORD)

    assert "bo is a viewer now" in run(url, "users", "role", "bo", "viewer").output
    assert run(url, "users", "disable", "bo").exit_code == 0
    assert stored(url, "bo") is None
    listed = run(url, "users", "list").output
    assert "ada  administrator  team main  last login never" in listed
    assert "bo  viewer  team main  last login never  disabled" in listed
    run(url, "users", "enable", "bo")
    run(url, "users", "password", "bo", "--password-stdin", stdin="another passphrase\n")
    assert stored(url, "bo")[1] == "hash of another passphrase"


def test_the_last_administrator_stays_one(url: str, ada: Result) -> None:
    for command in (("disable", "ada"), ("role", "ada", "viewer")):
        result = run(url, "users", *command)

        assert result.exit_code == 1
        assert "last administrator" in result.output


def test_with_several_teams_one_must_be_named(url: str, ada: Result) -> None:
    run(url, "teams", "add", "Platform hiring")
    unnamed = run(url, "users", "add", "bo", "--password-stdin", stdin=PASSWORD)
    named = run(url, "users", "add", "bo", "--team", "Platform hiring", "--password-stdin", stdin=PASSWORD)

    assert "--team NAME" in unnamed.output
    assert named.exit_code == 0
    assert run(url, "teams", "list").output.splitlines() == [
        "Platform hiring  users: 1  keeps for 90 days",
        "main  users: 1  keeps for 90 days",
    ]
    database = Database.open(url)
    with database.read() as connection:
        assert user_named(connection, "ada").team_id != user_named(connection, "bo").team_id
    database.close()


def test_the_first_administrator_takes_over_what_was_done_without_a_login(url: str) -> None:
    from datetime import UTC, datetime

    from matcher.storage.accounts import ensure_local

    database = Database.open(url)
    database.upgrade()
    with database.write() as connection:
        local = ensure_local(connection, datetime(2026, 11, 20, tzinfo=UTC))
    database.close()

    run(url, "users", "add", "ada", "--role", "administrator", "--password-stdin", stdin=PASSWORD)

    assert stored(url, "ada")[0].team_id == local.team_id


def test_an_empty_workspace_tells_how_to_make_the_first_user(url: str) -> None:
    result = run(url, "users", "list")

    assert result.exit_code == 0
    assert "matcher users add" in result.output
