from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from matcher.domain.workspace import User, UserRole
from matcher.errors import WorkspaceError
from matcher.storage.accounts import (
    add_user,
    ensure_local,
    find_user,
    has_users,
    list_users,
    set_active,
    set_password,
    set_role,
    stored_password,
    user_named,
    was_here,
)
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.sessions import begin_session, find_session


def test_a_user_is_found_by_a_login_in_any_case_and_only_in_his_team(
    database: Database, user: User, team: str, other_team: str
) -> None:
    with database.read() as connection:
        assert user_named(connection, " ADA ") == user
        assert find_user(connection, team, user.id) == user
        assert find_user(connection, other_team, user.id) is None
        assert list_users(connection, other_team) == ()
        assert list_users(connection, None) == (user,)


@pytest.mark.parametrize(("login", "code"), [("Ada", "login_taken"), ("", "login_invalid"), ("a b", "login_invalid")])
def test_a_login_that_is_taken_or_cannot_be_typed_is_refused(
    database: Database, user: User, other_team: str, now: datetime, login: str, code: str
) -> None:
    with database.write() as connection:
        with pytest.raises(WorkspaceError) as caught:
            add_user(connection, other_team, login, role=UserRole.VIEWER, password_hash="x", now=now)
        added = add_user(connection, other_team, "b@example.org", role=UserRole.VIEWER, password_hash="x", now=now)

    assert caught.value.code == code
    assert added.name == "b@example.org"


def test_the_built_in_user_is_made_once_and_is_not_one_who_logs_in(database: Database, now: datetime) -> None:
    with database.write() as connection:
        first = ensure_local(connection, now)
        second = ensure_local(connection, now + timedelta(days=1))
        assert not has_users(connection)
        assert stored_password(connection, "local") is None
        assert list_users(connection, None) == ()

    assert first == second
    assert (first.team_id, first.role) == (LOCAL_TEAM, UserRole.ADMINISTRATOR)


def test_a_new_password_ends_all_sessions_but_the_one_that_set_it(
    database: Database, user: User, now: datetime
) -> None:
    spans = {"now": now, "idle": timedelta(hours=1), "life": timedelta(hours=8)}
    with database.write() as connection:
        here, there = (begin_session(connection, user.id, **spans) for _ in range(2))
        session = find_session(connection, here, now)
        set_password(connection, user.id, "new hash", now=now + timedelta(minutes=1), but=session.id)
    with database.read() as connection:
        assert find_session(connection, here, now) is not None
        assert find_session(connection, there, now) is None
        changed, stored = stored_password(connection, "ada")

    assert stored == "new hash"
    assert changed.password_changed_at == now + timedelta(minutes=1)


def test_a_hash_with_new_parameters_is_not_a_new_password(database: Database, user: User, now: datetime) -> None:
    with database.write() as connection:
        token = begin_session(connection, user.id, now=now, idle=timedelta(hours=1), life=timedelta(hours=8))
        set_password(connection, user.id, "renewed", now=None)
    with database.read() as connection:
        assert find_session(connection, token, now) is not None
        assert stored_password(connection, "ada") == (user, "renewed")


def test_a_disabled_user_is_out_at_once_and_comes_back_without_his_sessions(
    database: Database, user: User, now: datetime
) -> None:
    with database.write() as connection:
        token = begin_session(connection, user.id, now=now, idle=timedelta(hours=1), life=timedelta(hours=8))
        set_active(connection, user.id, active=False, now=now)
        assert stored_password(connection, "ada") is None
        assert find_session(connection, token, now) is None
        assert has_users(connection)
        set_active(connection, user.id, active=True, now=now)
        assert stored_password(connection, "ada") == (user, "hash of ada")
        assert find_session(connection, token, now) is None


def test_a_team_keeps_one_administrator(database: Database, user: User, team: str, now: datetime) -> None:
    with database.write() as connection:
        set_role(connection, user.id, UserRole.ADMINISTRATOR)
        for change in (
            lambda: set_role(connection, user.id, UserRole.VIEWER),
            lambda: set_active(connection, user.id, active=False, now=now),
        ):
            with pytest.raises(WorkspaceError, match="last administrator"):
                change()
        second = add_user(connection, team, "bo", role=UserRole.ADMINISTRATOR, password_hash="x", now=now)
        set_role(connection, user.id, UserRole.VIEWER)
        set_role(connection, second.id, UserRole.ADMINISTRATOR)
    with database.read() as connection:
        assert {one.login: one.role.value for one in list_users(connection, team)} == {
            "ada": "viewer",
            "bo": "administrator",
        }


def test_the_last_login_is_noted(database: Database, user: User, now: datetime) -> None:
    with database.write() as connection:
        was_here(connection, user.id, now)
        assert user_named(connection, "ada").last_login_at == now


def test_an_unknown_user_is_told_with_the_command_that_lists_them(database: Database) -> None:
    with database.read() as connection, pytest.raises(WorkspaceError, match="users list"):
        user_named(connection, "nobody")
