"""What the courier does alone; how it works with vendors is told by tests/web/integrations."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from matcher.pipeline import Matcher
from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.partners import connect, place_order
from matcher.storage.sealing import Seal
from matcher.storage.tables.partners import partner_orders
from matcher.work.partners.courier import FETCH_PAUSES, TELL_PAUSES, Courier, Outside
from matcher.work.partners.reference import Reference

NOW = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)
INNER = "https://10.0.0.1/"
SENIOR = "senior-backend-engineer"
OUTSIDE = Outside(Seal("a key"), b"k" * 32)


def place(database: Database, reference: Reference, test: str = SENIOR, seal: str = "a key") -> None:
    with database.write() as connection:
        team = ensure_local(connection, NOW).team_id
        partner = connect(connection, team, "greenhouse", now=NOW)
        sealed = Seal(seal).close(reference.to_json())
        place_order(
            connection, partner, natural_key="n", test_id=test, reference=sealed, now=NOW,
            expires_at=NOW + timedelta(days=30),
        )  # fmt: skip


def courier(database: Database, matcher: Matcher) -> Courier:
    return Courier(database, matcher, OUTSIDE, lambda: NOW, lambda: None)


@pytest.mark.parametrize(
    ("resume", "test", "code"),
    [
        ("", SENIOR, "no_resume"), (INNER, "gone", "role_gone"), (INNER, "prf_gone", "role_gone"),
        (INNER, SENIOR, "resume_refused"),
    ],
)  # fmt: skip
def test_an_order_that_can_have_no_result_is_complete_with_a_code_and_told(
    database: Database, matcher: Matcher, resume: str, test: str, code: str
) -> None:
    place(database, Reference("key_x", "r", resume=resume, callback=INNER, credential="k"), test)
    assert courier(database, matcher).work_off() == 2

    with database.read() as connection:
        row = connection.execute(select(partner_orders)).one()
    assert (row.error_code, row.completed_at, row.last_error) == (code, NOW, "address_inner")
    assert row.run_after == NOW + TELL_PAUSES[0]


def test_an_order_whose_resume_was_erased_is_closed_and_told_to_nobody(database: Database, matcher: Matcher) -> None:
    place(database, Reference("key_x", "r", fetched=True, callback=INNER, credential="k"))
    assert courier(database, matcher).work_off() == 1

    with database.read() as connection:
        row = connection.execute(select(partner_orders)).one()
    assert (row.status, row.last_error, row.completed_at) == ("failed", "erased", None)


def test_orders_sealed_with_another_key_are_told_to_the_log_and_do_not_end_the_thread(
    database: Database, matcher: Matcher, caplog: pytest.LogCaptureFixture
) -> None:
    place(database, Reference("key_x", "r"), seal="another key")
    told = threading.Event()

    class Telling(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
            told.set()

    handler, log = Telling(), logging.getLogger("matcher.work.partners.courier")
    log.addHandler(handler)
    with caplog.at_level(logging.WARNING, log.name):
        here = courier(database, matcher)
        here.start()
        assert told.wait(10)
        here.stop(10)
    log.removeHandler(handler)

    assert "A secret was sealed with another key." in caplog.messages[0]


def test_vendors_are_told_over_a_day_and_resumes_fetched_within_hours() -> None:
    assert timedelta(hours=23) < sum(TELL_PAUSES, timedelta()) < timedelta(hours=25)
    assert sum(FETCH_PAUSES, timedelta()) < timedelta(days=1)
    assert list(FETCH_PAUSES) == sorted(FETCH_PAUSES)
