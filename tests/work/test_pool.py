"""Workers and servers are killed in the middle of the work, and nothing is lost or done twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from matcher.domain.screenings import ItemStatus
from matcher.storage.items import report_of
from matcher.work.pool import Pool
from tests.work.conftest import MakeStack, Stack, resume

_MOST_SECONDS = 90
_SERVER = """
import sys, time
from datetime import UTC, datetime
from matcher.work.pool import Pool
Pool(sys.stdin.readline().strip(), workers=2, clock=lambda: datetime.now(tz=UTC)).start()
time.sleep(600)
"""


def clock() -> datetime:
    return datetime.now(tz=UTC)


def wait(stack: Stack, until: Callable[[int], bool]) -> int:
    """Wait for as many results as ``until`` asks for."""
    for _ in range(_MOST_SECONDS * 20):
        done = sum(item.status is ItemStatus.DONE for item in stack.items())
        if until(done):
            return done
        time.sleep(0.05)
    raise AssertionError("the work does not go on")


def assert_each_once(stack: Stack, count: int, kills: int) -> None:
    items = stack.items()
    assert [item.status for item in items] == [ItemStatus.DONE] * count
    assert sum(item.attempts for item in items) <= count + 2 * kills
    with stack.database.read() as connection:
        reports = [report_of(connection, stack.team, item.id) for item in items]
    assert all(reports)
    assert len(set(reports)) == count


def test_100_results_although_workers_and_the_server_are_killed(make_stack: MakeStack, database_url: str) -> None:
    stack = make_stack([resume(number) for number in range(1, 101)])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, env=environment)
    server.stdin.write(f"{database_url}\n".encode())
    server.stdin.flush()
    wait(stack, lambda done: done >= 10)
    server.kill()
    server.wait()
    server.stdin.close()

    pool = Pool(database_url, workers=2, clock=clock)
    pool.start()
    try:
        for number in (30, 60):
            wait(stack, lambda done, number=number: done >= number)
            os.kill(pool.process_ids()[0], signal.SIGKILL)
        wait(stack, lambda done: done == 100)
    finally:
        pool.stop()
    assert_each_once(stack, 100, kills=4)


def test_a_pool_that_is_stopped_gives_back_what_waits_and_ends_its_workers(
    make_stack: MakeStack, database_url: str
) -> None:
    stack = make_stack([resume(number) for number in range(1, 31)])
    pool = Pool(database_url, workers=1, clock=clock)
    pool.start()
    wait(stack, lambda done: done >= 2)
    (process,) = pool.process_ids()
    pool.stop()
    assert not os.path.exists(f"/proc/{process}")  # noqa: PTH110 - not a path of ours
    statuses = {item.status for item in stack.items()}
    assert ItemStatus.RUNNING not in statuses
    assert ItemStatus.QUEUED in statuses


def test_an_idle_pool_takes_new_work_when_woken(make_stack: MakeStack, database_url: str) -> None:
    pool = Pool(database_url, workers=1, clock=clock)
    pool.start()
    try:
        stack = make_stack([resume(1)])
        pool.wake()
        assert wait(stack, lambda done: done == 1) == 1
    finally:
        pool.stop()
