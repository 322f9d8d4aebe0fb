from __future__ import annotations

from typing import Any, ClassVar

import pytest
from flask import Flask

from matcher.web import work
from matcher.web.work import Workers
from tests.storage.test_queue import fill
from tests.web.accounts import Staff


class FakePool:
    """Takes note of what a pool is told."""

    made: ClassVar[list[FakePool]] = []

    def __init__(self, url: str, **more: Any) -> None:
        self.url, self.more, self.told = url, more, []
        FakePool.made.append(self)

    def start(self) -> None:
        self.told.append("start")

    def wake(self) -> None:
        self.told.append("wake")

    def stop(self, seconds: float) -> None:
        self.told.append(f"stop {seconds}")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[FakePool]:
    monkeypatch.setattr(work, "Pool", FakePool)
    FakePool.made.clear()
    return FakePool.made


def test_the_first_work_starts_them_and_the_end_stops_them(app: Flask, made: list[FakePool]) -> None:
    workers = Workers(app, 2)
    assert made == []

    workers.wake()
    workers.wake()
    workers.stop(5.0)
    workers.wake()

    (one,) = made
    assert one.told == ["start", "wake", "wake", "stop 5.0"]
    assert one.more["workers"] == 2
    assert one.url == app.config["DATABASE"]


def test_what_an_earlier_process_left_is_gone_on_with(app: Flask, made: list[FakePool]) -> None:
    workers = Workers(app, 1)
    workers.resume()

    assert made == []
    assert workers._deliverer is None


def test_messages_are_sent_by_a_thread_that_ends_with_the_rest(app: Flask) -> None:
    workers = Workers(app, 1)
    workers.deliver()
    first = workers._deliverer
    workers.deliver()

    assert first is not None
    assert workers._deliverer is first
    workers.stop(10)
    assert not first._thread.is_alive()


def test_none_are_started_where_somebody_else_looks_after_them(app: Flask, made: list[FakePool]) -> None:
    workers = Workers(app, 0)
    workers.wake()
    workers.stop(1.0)

    assert made == []


def test_what_an_earlier_run_left_is_taken_up(app: Flask, staff: Staff, made: list[FakePool]) -> None:
    workers = Workers(app, 1)
    workers.resume()
    assert made == []

    fill(staff.database, staff.users["recruiter"], app.config["CLOCK"](), 1)
    workers.resume()

    assert [one.told for one in made] == [["start", "wake"]]
