from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest

from matcher.storage.api_documents import add_sent, delete_sent, find_sent
from matcher.storage.database import Database

LATER = timedelta(days=30)


@pytest.fixture
def document(database: Database, team: str, now: datetime) -> str:
    with database.write() as connection:
        return add_sent(
            connection, team, b"Ada", file_name="ada.txt", external_id="4711", key="key_x", now=now,
            expires_at=now + LATER,
        )  # fmt: skip


def test_what_is_known_of_a_document_is_told_until_its_time_is_over(
    database: Database, team: str, document: str, now: datetime
) -> None:
    with database.read() as connection:
        found = find_sent(connection, team, document, now)
        assert found is not None
        assert (found.external_id, found.size, found.read_at) == ("4711", 3, None)
        assert found.sha256 == hashlib.sha256(b"Ada").hexdigest()
        assert find_sent(connection, team, document, now + LATER) is None


def test_another_team_sees_and_erases_nothing(
    database: Database, team: str, other_team: str, document: str, now: datetime
) -> None:
    with database.write() as connection:
        assert find_sent(connection, other_team, document, now) is None
        assert not delete_sent(connection, other_team, document)
        assert delete_sent(connection, team, document)
        assert not delete_sent(connection, team, document)
        assert find_sent(connection, team, document, now) is None
