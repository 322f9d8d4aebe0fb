from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.sessions import (
    begin_session,
    count_sessions,
    end_session,
    find_session,
    sweep_sessions,
    touch,
)
from matcher.storage.tables.accounts import sessions

IDLE, LIFE = timedelta(hours=1), timedelta(hours=8)


@pytest.fixture
def token(database: Database, user: User, now: datetime) -> str:
    with database.write() as connection:
        return begin_session(connection, user.id, now=now, idle=IDLE, life=LIFE)


def test_a_session_leads_to_its_user_and_a_guess_to_nobody(
    database: Database, token: str, user: User, now: datetime
) -> None:
    with database.read() as connection:
        found = find_session(connection, token, now)
        assert find_session(connection, token[:-1] + "A" * (token[-1] != "A"), now) is None
        assert count_sessions(connection, user.id, now) == 1

    assert found.user == user
    assert (found.created_at, found.idle_at, found.expires_at) == (now, now + IDLE, now + LIFE)


def test_the_database_does_not_hold_the_token(database: Database, token: str) -> None:
    with database.read() as connection:
        row = connection.execute(select(sessions)).one()

    assert len(token) >= 43
    assert token not in " ".join(str(value) for value in row)


def test_a_session_idles_out_unless_it_is_used_and_ends_in_any_case(
    database: Database, token: str, now: datetime
) -> None:
    with database.write() as connection:
        assert find_session(connection, token, now + IDLE) is None
        moment = now
        while moment < now + LIFE - IDLE:
            moment += IDLE - timedelta(minutes=5)
            session = find_session(connection, token, moment)
            touch(connection, session, now=moment, idle=IDLE)
        last = find_session(connection, token, moment)
        assert last.idle_at == last.expires_at == now + LIFE
        assert find_session(connection, token, now + LIFE - timedelta(seconds=1)) is not None
        assert find_session(connection, token, now + LIFE) is None


def test_a_session_that_was_ended_is_over(database: Database, token: str, now: datetime) -> None:
    with database.write() as connection:
        end_session(connection, token)
        end_session(connection, "never was one")
        assert find_session(connection, token, now) is None


def test_sessions_that_are_over_are_swept(database: Database, token: str, user: User, now: datetime) -> None:
    with database.write() as connection:
        kept = begin_session(connection, user.id, now=now + IDLE, idle=IDLE, life=LIFE)
        sweep_sessions(connection, now + IDLE)
        assert connection.scalar(select(func.count()).select_from(sessions)) == 1
        assert find_session(connection, kept, now + IDLE) is not None
