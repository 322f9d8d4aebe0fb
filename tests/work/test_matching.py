from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from matcher.errors import ErrorCode, InputError
from matcher.pipeline import Matcher, Upload
from matcher.reports.serialise import from_json
from matcher.storage.accounts import ensure_local
from matcher.storage.api_batches import Batch, NewItem, add_batch, batch_items, find_batch
from matcher.storage.api_documents import add_sent
from matcher.storage.api_matches import StoredMatch
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.keys import LOCAL_KEY, ensure_local_key
from matcher.storage.tables.people import documents
from matcher.work.matching import match_one, problem_json
from matcher.work.records import target_to_json
from tests.work.conftest import NOW, resume


@pytest.fixture
def batch(database: Database, matcher: Matcher) -> str:
    """Three resumes: one that can be read, one that cannot, and the first once more."""
    expires = NOW + timedelta(days=30)
    files = (resume(1), b"%PDF-1.4\n%%EOF", resume(1))
    with database.write() as connection:
        ensure_local(connection, NOW)
        ensure_local_key(connection, NOW)
        sent = [
            add_sent(
                connection, LOCAL_TEAM, data, file_name="", external_id=None, key=LOCAL_KEY, now=NOW, expires_at=expires
            )
            for data in files
        ]
        return add_batch(
            connection, LOCAL_TEAM, [NewItem(f"a{n}", one) for n, one in enumerate(sent)], key=LOCAL_KEY,
            external_id=None, target=target_to_json(matcher.role("lead-backend-engineer")), as_of=NOW.date(), now=NOW,
            expires_at=expires,
        )  # fmt: skip


def work(database: Database, matcher: Matcher) -> int:
    count = 0
    while match_one(database, matcher, owner="w", clock=lambda: NOW):
        count += 1
    return count


def results(database: Database, batch: str) -> tuple[Batch | None, tuple[StoredMatch, ...]]:
    with database.read() as connection:
        found = find_batch(connection, LOCAL_TEAM, batch, NOW)
        return found, batch_items(connection, LOCAL_TEAM, batch, after=-1, limit=99)


def test_each_resume_gets_its_report_or_its_problem(database: Database, batch: str, matcher: Matcher) -> None:
    assert work(database, matcher) == 3

    over, (first, second, third) = results(database, batch)
    expected = matcher.report(Upload(resume(1)), matcher.role("lead-backend-engineer"), as_of=NOW.date())
    assert from_json(first.report or "") == from_json(third.report or "") == expected
    assert json.loads(second.problem or "")["code"] == "file_corrupt"
    assert over is not None
    assert (over.status, over.succeeded, over.failed) == ("completed", 2, 1)


def test_files_are_let_go_of_once_they_were_read_or_refused(database: Database, batch: str, matcher: Matcher) -> None:
    work(database, matcher)

    with database.read() as connection:
        rows = connection.execute(select(documents.c.content, documents.c.reading, documents.c.text_sha256)).all()
    assert [row.content for row in rows] == [None] * 3
    assert sum(row.reading is not None for row in rows) == 2
    assert len({row.text_sha256 for row in rows if row.reading is not None}) == 1


def test_the_name_of_a_file_is_left_out_of_its_problem() -> None:
    error = InputError(ErrorCode.FILE_EMPTY, "ada byte.pdf is empty.", "Send another.", file="ada byte.pdf")

    assert json.loads(problem_json(error)) == {"code": "file_empty", "detail": "The file is empty. Send another."}
