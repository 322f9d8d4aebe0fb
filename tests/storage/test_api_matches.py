from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, func, select

from matcher.storage.api_documents import add_sent, delete_sent, find_sent
from matcher.storage.api_matches import delete_match, erase_expired, find_match, keep_match
from matcher.storage.database import Database
from matcher.storage.keys import add_key
from matcher.storage.tables.api import api_matches

LATER = timedelta(days=30)
Keep = Callable[..., str]


@pytest.fixture
def key(database: Database, team: str, now: datetime) -> str:
    with database.write() as connection:
        return add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now)[0].id


@pytest.fixture
def keep(team: str, key: str, now: datetime) -> Keep:
    def keep(connection: Connection, document: str | None = None, life: timedelta = LATER) -> str:
        return keep_match(
            connection, team, key=key, external_id="4711", document=document, target="{}", as_of=now.date(),
            report='{"score": 1}', now=now, expires_at=now + life,
        )  # fmt: skip

    return keep


def test_a_match_is_given_to_its_team_until_its_time_is_over(
    database: Database, team: str, other_team: str, now: datetime, keep: Keep
) -> None:
    with database.write() as connection:
        match = keep(connection)
        found = find_match(connection, team, match, now)
        assert found is not None
        assert (found.report, found.external_id, found.created_at) == ('{"score": 1}', "4711", now)
        assert find_match(connection, other_team, match, now) is None
        assert find_match(connection, team, match, now + LATER) is None


def test_what_is_erased_is_gone_with_its_document(
    database: Database, team: str, other_team: str, now: datetime, keep: Keep
) -> None:
    with database.write() as connection:
        document = add_sent(
            connection, team, b"Ada", file_name="", external_id=None, key="k", now=now, expires_at=now + LATER
        )
        first, second = keep(connection, document), keep(connection, document)

        assert not delete_match(connection, other_team, first)
        assert delete_match(connection, team, first)
        assert find_sent(connection, team, document, now) is not None
        assert delete_match(connection, team, second)
        assert find_sent(connection, team, document, now) is None
        assert not delete_match(connection, team, second)


def test_a_document_takes_its_matches_with_it(database: Database, team: str, now: datetime, keep: Keep) -> None:
    with database.write() as connection:
        document = add_sent(
            connection, team, b"Ada", file_name="", external_id=None, key="k", now=now, expires_at=now + LATER
        )
        match = keep(connection, document)
        assert delete_sent(connection, team, document)
        assert find_match(connection, team, match, now) is None


def test_expired_rows_are_erased(database: Database, team: str, now: datetime, keep: Keep) -> None:
    with database.write() as connection:
        keep(connection, life=timedelta(days=1))
        kept = keep(connection)
        add_sent(
            connection,
            team,
            b"Ada",
            file_name="",
            external_id=None,
            key="k",
            now=now,
            expires_at=now + timedelta(hours=1),
        )

        assert erase_expired(connection, now + timedelta(days=2)) == 2
        assert connection.scalar(select(func.count()).select_from(api_matches)) == 1
        assert find_match(connection, team, kept, now + timedelta(days=2)) is not None
