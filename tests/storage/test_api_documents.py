from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest

from matcher.storage.api_documents import (
    StoredDocument,
    add_document,
    delete_document,
    find_document,
    keep_reading,
    reading_of,
)
from matcher.storage.database import Database

LATER = timedelta(days=30)


@pytest.fixture
def document(database: Database, team: str, now: datetime) -> StoredDocument:
    with database.write() as connection:
        return add_document(
            connection, team, b"Ada", "ada.txt", created_by="key_x", now=now, expires_at=now + LATER, external_id="4711"
        )


def test_the_file_is_there_until_it_was_read(
    database: Database, team: str, document: StoredDocument, now: datetime
) -> None:
    with database.write() as connection:
        assert find_document(connection, team, document.id, now) == document
        assert document.sha256 == hashlib.sha256(b"Ada").hexdigest()
        assert reading_of(connection, team, document.id) is None
        keep_reading(connection, team, document.id, reading="{}", version="1 abc", format="text", pages=1, now=now)
        found = find_document(connection, team, document.id, now)
        assert reading_of(connection, team, document.id) == ("{}", "1 abc")
    assert found is not None
    assert (found.content, found.format, found.pages, found.read_at) == (None, "text", 1, now)


def test_another_team_sees_and_erases_nothing(
    database: Database, team: str, other_team: str, document: StoredDocument, now: datetime
) -> None:
    with database.write() as connection:
        assert find_document(connection, other_team, document.id, now) is None
        assert reading_of(connection, other_team, document.id) is None
        assert not delete_document(connection, other_team, document.id)
        assert delete_document(connection, team, document.id)
        assert not delete_document(connection, team, document.id)
        assert find_document(connection, team, document.id, now) is None


def test_its_time_ends(database: Database, team: str, document: StoredDocument, now: datetime) -> None:
    with database.read() as connection:
        assert find_document(connection, team, document.id, now + LATER) is None
