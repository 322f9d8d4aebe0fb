from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import ClassVar

import pytest

from matcher.domain.screenings import ItemStatus
from matcher.web.working import Working
from matcher.web.workspace import Workspace
from tests.storage.test_queue import fill
from tests.web.accounts import Staff


class FakePool:
    made: ClassVar[list[FakePool]] = []

    def __init__(self, url: str, *, workers: int, clock: Callable[[], datetime]) -> None:
        assert clock
        self.calls = [url, workers]
        FakePool.made.append(self)

    def start(self) -> None:
        self.calls.append("start")

    def wake(self) -> None:
        self.calls.append("wake")

    def stop(self) -> None:
        self.calls.append("stop")


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[FakePool]:
    FakePool.made.clear()
    monkeypatch.setattr("matcher.web.working.Pool", FakePool)
    return FakePool.made


def test_the_workers_begin_with_the_first_work_and_end_once(app, pools: list[FakePool]) -> None:
    workspace: Workspace = app.extensions["matcher.workspace"]
    working = Working(workspace, 2, app.config["CLOCK"])
    assert pools == []
    working.wake()
    working.wake()
    working.stop()
    working.wake()
    working.stop()

    assert [pool.calls for pool in pools] == [[workspace.url, 2, "start", "wake", "wake", "stop"]]


def test_without_workers_nothing_begins(app, pools: list[FakePool]) -> None:
    Working(app.extensions["matcher.workspace"], 0, app.config["CLOCK"]).wake()

    assert pools == []


def test_what_an_earlier_run_left_is_taken_up(app, staff: Staff, pools: list[FakePool]) -> None:
    working = Working(app.extensions["matcher.workspace"], 1, app.config["CLOCK"])
    working.resume()
    assert pools == []
    fill(staff.database, staff.users["recruiter"], app.config["CLOCK"](), 1)
    working.resume()
    working.stop()

    assert [pool.calls[2:] for pool in pools] == [["start", "wake", "stop"]]


def test_a_real_worker_reads_what_was_handed_in(app, staff: Staff) -> None:
    from matcher.storage.items import list_items

    user = staff.users["recruiter"]
    screening = fill(staff.database, user, datetime(2026, 11, 20, tzinfo=UTC), 1)
    working = Working(app.extensions["matcher.workspace"], 1, lambda: datetime.now(tz=UTC))
    working.wake()
    try:
        for _ in range(600):
            with staff.database.read() as connection:
                (item,) = list_items(connection, user.team_id, screening)
            if item.status in {ItemStatus.DONE, ItemStatus.FAILED}:
                break
            time.sleep(0.1)
    finally:
        working.stop()

    assert item.attempts >= 1
