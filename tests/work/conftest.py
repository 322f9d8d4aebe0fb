"""A batch of three resumes for a worker: one that can be read, one that cannot, one of plain text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matcher.pipeline import Matcher, Upload
from matcher.storage.accounts import ensure_local
from matcher.storage.api_batches import NewItem, add_batch
from matcher.storage.api_documents import add_document
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.keys import LOCAL_KEY, ensure_local_key
from matcher.work.records import target_json

NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Database:
    """A database with the built-in team and key."""
    database = Database.open(f"sqlite:///{tmp_path / 'work.db'}")
    database.upgrade()
    with database.write() as connection:
        ensure_local(connection, NOW)
        ensure_local_key(connection, NOW)
    return database


@pytest.fixture
def batch(store: Database, matcher: Matcher, sample: Upload) -> str:
    """The id of the batch."""
    files = (sample, Upload(b"%PDF-1.4\n%%EOF", "ada byte.pdf"), Upload(b"Ada Byte\n\nSkills\nGo, PostgreSQL", ""))
    expires = NOW + timedelta(days=30)
    with store.write() as connection:
        items = [
            NewItem(
                f"a{number}",
                add_document(
                    connection, LOCAL_TEAM, file.data, file.filename, created_by=LOCAL_KEY, now=NOW, expires_at=expires
                ).id,
            )
            for number, file in enumerate(files)
        ]
        return add_batch(
            connection, LOCAL_TEAM, items, key=LOCAL_KEY, external_id=None,
            target=target_json(matcher.role("lead-backend-engineer")), as_of=NOW.date(), now=NOW, expires_at=expires,
        )  # fmt: skip
