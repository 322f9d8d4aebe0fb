"""Users: their logins, roles and password hashes. A user is never deleted, because decisions name him."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from matcher.domain.workspace import User, UserRole
from matcher.errors import WorkspaceError
from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER, new_id
from matcher.storage.tables.accounts import sessions, users
from matcher.storage.teams import add_team, find_team

__all__ = [
    "add_user",
    "ensure_local",
    "find_user",
    "has_users",
    "list_users",
    "login_key",
    "set_active",
    "set_password",
    "set_role",
    "stored_password",
    "user_named",
    "was_here",
]

_LOGIN: Final = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,253}")
_NAME_LENGTH: Final = 120


def login_key(login: str) -> str:
    """Return a login name as it is compared: without case and space around it."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def add_user(
    connection: Connection, team: str, login: str, *, role: UserRole, password_hash: str, now: datetime, name: str = ""
) -> User:
    """Add a user to a team.

    Raises:
        WorkspaceError: ``login_invalid`` or ``login_taken``.
    """
    key = login_key(login)
    if not _LOGIN.fullmatch(key):
        raise WorkspaceError(
            "login_invalid",
            "The login name cannot be used.",
            "Use letters of a to z, digits and . _ @ + -, like ada or ada@example.org.",
        )
    shown = " ".join(name.split())[:_NAME_LENGTH] or key[:_NAME_LENGTH]
    user = User(new_id("usr"), team, key, shown, role, now, password_changed_at=now)
    _insert(connection, user, password_hash)
    return user


def ensure_local(connection: Connection, now: datetime) -> User:
    """Return the built-in user of the single-user mode, made with his team at the first call. He cannot log in."""
    found = find_user(connection, LOCAL_TEAM, LOCAL_USER)
    if found is not None:
        return found
    if find_team(connection, LOCAL_TEAM) is None:
        add_team(connection, "local", now=now, team_id=LOCAL_TEAM)
    user = User(LOCAL_USER, LOCAL_TEAM, "local", "local", UserRole.ADMINISTRATOR, now)
    _insert(connection, user, None)
    return user


def has_users(connection: Connection) -> bool:
    """Tell whether there is anybody who logs in; the built-in user does not count, a disabled one does."""
    return bool(connection.scalar(select(exists().where(users.c.id != LOCAL_USER))))


def find_user(connection: Connection, team: str, user: str) -> User | None:
    """Return a user of a team."""
    row = connection.execute(select(users).where(users.c.id == user, users.c.team_id == team)).one_or_none()
    return None if row is None else user_of(row)


def user_named(connection: Connection, login: str) -> User:
    """Return the user with a login name; for the command line and for logging in, which know no team yet.

    Raises:
        WorkspaceError: ``user_unknown``.
    """
    row = _row_named(connection, login)
    if row is None:
        raise WorkspaceError("user_unknown", f"There is no user {login!r}.", "`matcher users list` shows all.")
    return user_of(row)


def stored_password(connection: Connection, login: str) -> tuple[User, str] | None:
    """Return who logs in with a name, and his password hash; None if nobody may."""
    row = _row_named(connection, login)
    if row is None or row.password_hash is None or row.disabled_at is not None:
        return None
    return user_of(row), row.password_hash


def list_users(connection: Connection, team: str | None) -> tuple[User, ...]:
    """Return the users of a team by login, all teams for None (the command line); without the built-in one."""
    found = select(users).where(users.c.id != LOCAL_USER).order_by(users.c.login)
    if team is not None:
        found = found.where(users.c.team_id == team)
    return tuple(user_of(row) for row in connection.execute(found))


def set_password(
    connection: Connection, user: str, password_hash: str, *, now: datetime | None, but: str | None = None
) -> None:
    """Store a new password hash and end the user's sessions, all but the one with the id ``but``.

    ``now`` is None where only the parameters of the hash changed: then nothing else changes either.
    """
    values: dict[str, Any] = {"password_hash": password_hash}
    if now is not None:
        values["password_changed_at"] = now
        _end_sessions(connection, user, but)
    _change(connection, user, values)


def set_role(connection: Connection, user: str, role: UserRole) -> None:
    """Give a user another role.

    Raises:
        WorkspaceError: ``last_administrator`` if no administrator would be left in the team.
    """
    if role is not UserRole.ADMINISTRATOR:
        _keep_one_administrator(connection, user)
    _change(connection, user, {"role": role.value})


def set_active(connection: Connection, user: str, *, active: bool, now: datetime) -> None:
    """Let a user log in again, or not any more; the latter ends his sessions.

    Raises:
        WorkspaceError: ``last_administrator`` if no administrator would be left in the team.
    """
    if not active:
        _keep_one_administrator(connection, user)
        _end_sessions(connection, user, None)
    _change(connection, user, {"disabled_at": None if active else now})


def was_here(connection: Connection, user: str, now: datetime) -> None:
    """Note when a user logged in last."""
    _change(connection, user, {"last_login_at": now})


def user_of(row: Row[Any] | Any) -> User:
    """Return the record of a row that has the columns of a user."""
    return User(
        row.id,
        row.team_id,
        row.login,
        row.name,
        UserRole(row.role),
        row.created_at,
        row.password_changed_at,
        row.last_login_at,
        row.disabled_at,
    )


def _insert(connection: Connection, user: User, password_hash: str | None) -> None:
    try:
        with connection.begin_nested():
            connection.execute(
                insert(users).values(
                    id=user.id,
                    team_id=user.team_id,
                    login=user.login,
                    name=user.name,
                    role=user.role.value,
                    password_hash=password_hash,
                    created_at=user.created_at,
                    password_changed_at=user.password_changed_at,
                )
            )
    except IntegrityError:
        raise WorkspaceError(
            "login_taken", f"There is a user {user.login!r} already.", "Choose another login name."
        ) from None


def _row_named(connection: Connection, login: str) -> Row[Any] | None:
    return connection.execute(select(users).where(users.c.login == login_key(login))).one_or_none()


def _change(connection: Connection, user: str, values: Mapping[str, Any]) -> None:
    connection.execute(update(users).where(users.c.id == user).values(values))


def _end_sessions(connection: Connection, user: str, but: str | None) -> None:
    ended = delete(sessions).where(sessions.c.user_id == user)
    connection.execute(ended if but is None else ended.where(sessions.c.id != but))


def _keep_one_administrator(connection: Connection, user: str) -> None:
    found = connection.execute(select(users).where(users.c.id == user)).one()
    if found.role != UserRole.ADMINISTRATOR or found.disabled_at is not None:
        return
    others = connection.scalar(
        select(func.count())
        .select_from(users)
        .where(
            users.c.team_id == found.team_id,
            users.c.role == UserRole.ADMINISTRATOR,
            users.c.disabled_at.is_(None),
            users.c.id.not_in((user, LOCAL_USER)),
        )
    )
    if not others:
        raise WorkspaceError(
            "last_administrator",
            "This is the last administrator of the team.",
            "Make another user an administrator first.",
        )
