from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from matcher.pipeline import Matcher, Upload
from matcher.reports.serialise import from_json
from matcher.storage.api_batches import LEASE, Batch, batch_items, claim_item, find_batch
from matcher.storage.api_matches import StoredMatch
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.tables.people import documents
from matcher.work.batch_worker import BatchWorker
from tests.work.conftest import NOW

Make = Callable[..., BatchWorker]


@pytest.fixture
def make(store: Database, matcher: Matcher) -> Make:
    def make(judge: Any = None, moment: Any = NOW) -> BatchWorker:
        return BatchWorker(lambda: store, judge or matcher, lambda: moment)

    return make


def over(store: Database, batch: str) -> Batch:
    with store.read() as connection:
        found = find_batch(connection, LOCAL_TEAM, batch, NOW)
    assert found is not None
    return found


def results(store: Database, batch: str) -> tuple[StoredMatch, ...]:
    with store.read() as connection:
        return batch_items(connection, LOCAL_TEAM, batch, after=-1, limit=99)


class Failing:
    """A matcher with a fault of ours in it, for so many calls."""

    def __init__(self, matcher: Matcher, times: int) -> None:
        self.matcher, self.times, self.taxonomy = matcher, times, matcher.taxonomy
        self.judge = matcher.judge

    def read(self, upload: Upload, **more: Any) -> Any:
        self.times -= 1
        if self.times >= 0:
            raise ValueError("Ada Byte")
        return self.matcher.read(upload, **more)


def test_each_resume_gets_its_report_or_its_problem(
    store: Database, batch: str, make: Make, matcher: Matcher, sample: Upload
) -> None:
    assert make().work_off() == 3

    first, second, third = results(store, batch)
    target = matcher.role("lead-backend-engineer")
    assert from_json(first.report or "") == matcher.report(sample, target, as_of=NOW.date())
    problem = json.loads(second.problem or "")
    assert problem["code"] == "file_corrupt"
    assert "ada" not in problem["detail"].lower()
    assert third.report
    done = over(store, batch)
    assert (done.status, done.succeeded, done.failed) == ("completed", 2, 1)


def test_the_file_is_forgotten_once_it_was_read(store: Database, batch: str, make: Make) -> None:
    make().work_off()

    with store.read() as connection:
        rows = connection.execute(select(documents.c.content, documents.c.reading)).all()
    read = [row for row in rows if row.reading is not None]
    assert len(read) == 2
    assert [row.content for row in read] == [None, None]


def test_a_fault_of_ours_is_tried_again_and_fails_the_one_resume_alone(
    store: Database, batch: str, make: Make, matcher: Matcher, caplog: pytest.LogCaptureFixture
) -> None:
    make(Failing(matcher, 3)).work_off()

    first, _, third = results(store, batch)
    assert json.loads(first.problem or "")["code"] == "internal_error"
    assert first.attempts == 3
    assert third.report
    assert "ValueError" in caplog.text
    assert "Ada" not in caplog.text


def test_a_fault_that_passes_leaves_no_mark(store: Database, batch: str, make: Make, matcher: Matcher) -> None:
    make(Failing(matcher, 2)).work_off()

    assert [one.problem is None for one in results(store, batch)] == [True, False, True]


def test_what_a_dead_worker_left_is_done_once(store: Database, batch: str, make: Make) -> None:
    with store.write() as connection:
        claim_item(connection, "dead", NOW)
    assert make().work_off() == 2

    assert make(moment=NOW + LEASE).work_off() == 1
    assert over(store, batch).succeeded == 2


def test_one_that_kills_its_worker_is_given_up(store: Database, batch: str, make: Make) -> None:
    with store.write() as connection:
        for number in range(3):
            claim_item(connection, f"dead{number}", NOW + number * LEASE)
            if number == 0:
                while claim_item(connection, "other", NOW):
                    pass
    make(moment=NOW + 9 * LEASE).work_off()

    assert json.loads(results(store, batch)[0].problem or "")["code"] in {"internal_error", "file_corrupt"}
    assert over(store, batch).status == "completed"


def test_the_thread_is_started_by_the_first_work_and_stops(store: Database, batch: str, make: Make) -> None:
    worker = make()
    worker.wake()
    until = time.monotonic() + 30
    while over(store, batch).finished_at is None and time.monotonic() < until:
        time.sleep(0.02)
    worker.stop(10)

    assert over(store, batch).status == "completed"
    worker.wake()
    assert worker.work_off() == 0


def test_expired_rows_are_erased_beside_the_work(store: Database, batch: str, matcher: Matcher) -> None:
    worker = BatchWorker(lambda: store, matcher, lambda: NOW + timedelta(days=31))
    worker.wake()
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with store.read() as connection:
            if not connection.execute(select(documents.c.id)).all():
                break
        time.sleep(0.02)
    worker.stop(10)

    with store.read() as connection:
        assert connection.execute(select(documents.c.id)).all() == []
