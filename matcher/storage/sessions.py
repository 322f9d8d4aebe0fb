"""Sessions: who is logged in from which browser, until when."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from matcher.domain.workspace import Session
from matcher.storage.accounts import user_of
from matcher.storage.ids import new_id
from matcher.storage.tables.accounts import sessions, users

__all__ = ["TOUCH_AFTER", "begin_session", "count_sessions", "end_session", "find_session", "sweep_sessions", "touch"]

# The moment of last use is written once a minute at most, so that reading pages does not mean writing rows.
TOUCH_AFTER: Final = timedelta(minutes=1)


def begin_session(connection: Connection, user: str, *, now: datetime, idle: timedelta, life: timedelta) -> str:
    """Begin a session and return its token: 256 random bits that only the browser keeps."""
    token = secrets.token_urlsafe(32)
    connection.execute(
        insert(sessions).values(
            id=new_id("ses"),
            user_id=user,
            token_sha256=_digest(token),
            created_at=now,
            used_at=now,
            idle_at=min(now + idle, now + life),
            expires_at=now + life,
        )
    )
    return token


def find_session(connection: Connection, token: str, now: datetime) -> Session | None:
    """Return the session of a token; None if it ended, idled out, or its user was disabled."""
    row = connection.execute(
        select(
            sessions.c.id.label("session_id"),
            sessions.c.created_at.label("began_at"),
            sessions.c.used_at,
            sessions.c.idle_at,
            sessions.c.expires_at,
            users,
        )
        .join(users, users.c.id == sessions.c.user_id)
        .where(
            sessions.c.token_sha256 == _digest(token),
            sessions.c.idle_at > now,
            sessions.c.expires_at > now,
            users.c.disabled_at.is_(None),
        )
    ).one_or_none()
    if row is None:
        return None
    return Session(row.session_id, user_of(row), row.began_at, row.used_at, row.idle_at, row.expires_at)


def touch(connection: Connection, session: Session, *, now: datetime, idle: timedelta) -> None:
    """Note that a session is in use: it idles out later, but never later than it ends."""
    connection.execute(
        update(sessions)
        .where(sessions.c.id == session.id)
        .values(used_at=now, idle_at=min(now + idle, session.expires_at))
    )


def end_session(connection: Connection, token: str) -> None:
    """End the session of a token; nothing happens if there is none."""
    connection.execute(delete(sessions).where(sessions.c.token_sha256 == _digest(token)))


def count_sessions(connection: Connection, user: str, now: datetime) -> int:
    """Return from how many browsers a user is logged in."""
    found = select(sessions.c.id).where(
        sessions.c.user_id == user, sessions.c.idle_at > now, sessions.c.expires_at > now
    )
    return len(connection.execute(found).all())


def sweep_sessions(connection: Connection, now: datetime) -> None:
    """Drop sessions that are over."""
    connection.execute(delete(sessions).where((sessions.c.idle_at <= now) | (sessions.c.expires_at <= now)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
