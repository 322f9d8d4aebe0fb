from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from matcher.domain.erasure import Cause
from matcher.domain.screenings import Choice, ItemStatus
from matcher.domain.workspace import User
from matcher.storage.audit import PROGRAM, append_audit, check_chain, list_audit
from matcher.storage.database import Database
from matcher.storage.decisions import add_decision, add_note
from matcher.storage.documents import keep_reading
from matcher.storage.erasure import (
    erase_candidate,
    erase_documents,
    erase_screening,
    find_receipt,
    list_receipts,
    sweep,
)
from matcher.storage.items import list_items
from matcher.storage.screenings import add_items, find_screening
from matcher.storage.tables.people import candidates, documents
from matcher.storage.tables.screenings import screening_items as items
from tests.storage.test_queue import fill

NAME = "Wilhelmina Quastenflosser"
SENTENCES = (
    "Moved the ledger of the mill to PostgreSQL without a night of downtime.",
    "Taught four apprentices to read query plans before breakfast.",
    "Cut the bill of the grain exchange by a third with one index.",
)


def read(database: Database, team: str, document: str, now: datetime, *, words: str = "w") -> None:
    """Store what a worker would have read: here the words lie in the open, to be searched for."""
    text = "\n".join((NAME, *SENTENCES))
    with database.write() as connection:
        keep_reading(
            connection, team, document, reading=text.encode(), version="1", text_sha256=words * 64,
            text_sketch=f'["{text}"]', file_format="txt", pages=1, now=now,
        )  # fmt: skip
        values = {"report": text, "status": ItemStatus.DONE.value}
        connection.execute(update(items).where(items.c.document_id == document).values(values))
        connection.execute(
            update(documents).where(documents.c.id == document).values(file_name=f"{NAME}.pdf", sha256=words * 64)
        )


@pytest.fixture
def stack(database: Database, user: User, now: datetime) -> tuple[str, list[str]]:
    """A screening of three documents that were read, with a decision and a note on the first."""
    screening = fill(database, user, now, 3)
    with database.read() as connection:
        found = list_items(connection, user.team_id, screening)
    for number, item in enumerate(found):
        read(database, user.team_id, item.document_id, now, words="abc"[number])
    with database.write() as connection:
        add_note(connection, user.team_id, found[0].id, text=SENTENCES[0], by=user.id, now=now)
        add_decision(
            connection, user.team_id, found[0].id, choice=Choice.HOLD, requirement="sql", reason=SENTENCES[1],
            by=user.id, now=now,
        )  # fmt: skip
        append_audit(connection, user.team_id, actor=user.id, action="note", subject=found[0].id, now=now)
    return screening, [item.document_id for item in found]


def test_a_candidate_goes_with_everything_and_the_others_stay(
    database: Database, user: User, stack: tuple[str, list[str]], now: datetime
) -> None:
    screening, (first, second, third) = stack
    with database.write() as connection:
        receipt = erase_candidate(connection, user.team_id, first, because=Cause.REQUEST, by=user.id, now=now)
        left = list_items(connection, user.team_id, screening)
        state = check_chain(connection, user.team_id)
        last = list_audit(connection, user.team_id, newest=1)[0]

    assert [item.document_id for item in left] == [second, third]
    assert receipt.counts == {"decisions": 1, "notes": 1, "screening_items": 1, "documents": 1}
    assert (last.action, last.subject_id, last.details["receipt"]) == ("erasure", first, receipt.id)
    assert state.broken_at is None


def test_copies_and_the_candidate_of_the_pool_go_as_well(
    database: Database, user: User, stack: tuple[str, list[str]], now: datetime
) -> None:
    screening, (first, second, third) = stack
    with database.write() as connection:
        connection.execute(
            candidates.insert().values(
                id="cnd_1", team_id=user.team_id, label=NAME, pooled=True, created_at=now, expires_at=now
            )
        )
        for ident, values in ((second, {"text_sha256": "a" * 64}), (second, {"candidate_id": "cnd_1"}),
                              (third, {"candidate_id": "cnd_1"})):  # fmt: skip
            connection.execute(update(documents).where(documents.c.id == ident).values(values))
        receipt = erase_candidate(connection, user.team_id, first, because=Cause.REQUEST, by=user.id, now=now)

        assert list_items(connection, user.team_id, screening) == ()
        assert connection.scalar(select(func.count()).select_from(candidates)) == 0
    assert (receipt.counts["documents"], receipt.counts["candidates"]) == (3, 1)


def test_another_teams_document_is_not_there(
    database: Database, user: User, other_team: str, stack: tuple[str, list[str]], now: datetime
) -> None:
    _, (first, *_) = stack
    with database.write() as connection:
        assert erase_candidate(connection, other_team, first, because=Cause.REQUEST, by="x", now=now) is None
        receipt = erase_documents(connection, other_team, [first], subject="x", because=Cause.REQUEST, by="x", now=now)
        assert connection.scalar(select(func.count()).select_from(documents)) == 3
        assert find_receipt(connection, user.team_id, receipt.id) is None
        assert find_receipt(connection, other_team, receipt.id) == receipt


def test_a_screening_leaves_documents_that_another_one_has(
    database: Database, user: User, stack: tuple[str, list[str]], now: datetime
) -> None:
    screening, (first, second, third) = stack
    again = fill(database, user, now, 0)
    with database.write() as connection:
        add_items(connection, user.team_id, again, [second], now=now)
        receipt = erase_screening(connection, user.team_id, screening, because=Cause.SCREENING, by=user.id, now=now)

        assert find_screening(connection, user.team_id, screening) is None
        assert connection.scalars(select(documents.c.id)).all() == [second]
        assert len(list_items(connection, user.team_id, again)) == 1
    assert receipt.counts["documents"] == 2
    assert (first, third) != ()


def test_what_has_had_its_time_goes_by_itself(
    database: Database, user: User, stack: tuple[str, list[str]], now: datetime
) -> None:
    screening, _ = stack
    with database.write() as connection:
        assert sweep(connection, now + timedelta(days=89)) == 0
        assert sweep(connection, now + timedelta(days=90)) == 1
        assert find_screening(connection, user.team_id, screening) is None
        assert connection.scalar(select(func.count()).select_from(documents)) == 0
        (receipt,) = list_receipts(connection, user.team_id)
        assert check_chain(connection, user.team_id).broken_at is None

    assert (receipt.because, receipt.actor_id, receipt.subject_id) == (Cause.RETENTION, PROGRAM, screening)


def test_nothing_of_the_person_is_left_in_the_files_of_the_database(
    user: User, database: Database, stack: tuple[str, list[str]], now: datetime
) -> None:
    if not database.is_sqlite:
        pytest.skip("what PostgreSQL's files hold is the operator's to manage")
    path = Path(str(database.engine.url.database))
    _, wanted = stack
    before = "".join(_bytes(path))
    assert all(text in before for text in (NAME, *SENTENCES))
    for document in wanted:
        with database.write() as connection:
            erase_candidate(connection, user.team_id, document, because=Cause.REQUEST, by=user.id, now=now)
    database.scrub()

    after = "".join(_bytes(path))
    assert [text for text in (NAME, *SENTENCES) if text in after] == []


def _bytes(path: Path) -> list[str]:
    """The database, its write-ahead log and whatever lies beside them."""
    return [one.read_bytes().decode("latin-1") for one in sorted(path.parent.iterdir()) if one.is_file()]
