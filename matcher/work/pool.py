"""Keeps a few workers alive beside the server, gives back what a dead one held, and stops them when asked."""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from matcher.errors import StorageError
from matcher.storage.api_batches import give_up_matches, matches_held_too_long, release_matches
from matcher.storage.database import Database
from matcher.storage.items import give_up_items, held_too_long, release_items
from matcher.work.copies import mark_near_copies

__all__ = ["Pool"]

_LOG = logging.getLogger(__name__)
_LOOK_SECONDS = 0.5
# A worker that dies at once would else be started in a circle.
_RESTART_SECONDS = 1.0


@dataclass(slots=True)
class _Worker:
    owner: str
    process: subprocess.Popen[bytes]


class Pool:
    """Worker processes over the items of one database. The rows are the truth: a pool can be killed at any moment.

    Several pools, on one machine or on many, may work on the same database: each item is claimed by one worker.
    """

    def __init__(self, url: str, *, workers: int, clock: Callable[[], datetime]) -> None:
        """Make a pool that is not started.

        Args:
            url: the database, as for ``Database.open``.
            workers: how many processes; each holds a taxonomy and a pipeline of its own, about 250 MB.
            clock: tells the present moment.
        """
        self._url = url
        self._wanted = workers
        self._clock = clock
        self._database = Database.open(url)
        self._lock = threading.Lock()
        self._workers: list[_Worker] = []
        self._stopping = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="matcher-pool", daemon=True)

    def start(self) -> None:
        """Start the workers and the thread that looks after them."""
        with self._lock:
            while len(self._workers) < self._wanted:
                self._workers.append(self._begin())
        self._keeper.start()

    def wake(self) -> None:
        """Have workers look for work now."""
        with self._lock:
            for worker in self._workers:
                _write(worker, b"\n")

    def stop(self, seconds: float = 25.0) -> None:
        """Let each worker finish what it is at, at most so long, then end it; what it held goes back to the queue."""
        self._stopping.set()
        with self._lock:
            workers, self._workers = self._workers, []
        for worker in workers:
            _close(worker)
        until = time.monotonic() + seconds
        for worker in workers:
            with contextlib.suppress(subprocess.TimeoutExpired):
                worker.process.wait(max(0.0, until - time.monotonic()))
            worker.process.kill()
            worker.process.wait()
            self._give_back(worker)
        if self._keeper.is_alive():
            self._keeper.join()
        self._database.close()

    def process_ids(self) -> tuple[int, ...]:
        """Return the ids of the worker processes, for health reports and tests."""
        with self._lock:
            return tuple(worker.process.pid for worker in self._workers)

    def _begin(self) -> _Worker:
        owner = f"wrk_{secrets.token_hex(8)}"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "matcher.work.worker", owner], stdin=subprocess.PIPE, env=environment
        )
        worker = _Worker(owner, process)
        _write(worker, f"{self._url}\n".encode())
        return worker

    def _keep(self) -> None:
        while not self._stopping.wait(_LOOK_SECONDS):
            try:
                self._look()
            except StorageError as error:
                _LOG.warning("pool: %s", error.message)

    def _look(self) -> None:
        """Replace dead workers, end those that hang, and give up on files that end their readers."""
        with self._database.read() as connection:
            moment = self._clock()
            late = held_too_long(connection, now=moment) | matches_held_too_long(connection, now=moment)
        with self._lock:
            for worker in self._workers:
                if worker.owner in late:
                    worker.process.kill()
                    worker.process.wait()
            dead = [worker for worker in self._workers if worker.process.poll() is not None]
            self._workers = [worker for worker in self._workers if worker not in dead]
        for worker in dead:
            _LOG.warning("pool: worker %s ended with %s", worker.owner, worker.process.returncode)
            _close(worker)
            self._give_back(worker)
        self._give_up(None)
        if dead and not self._stopping.wait(_RESTART_SECONDS):
            with self._lock:
                while len(self._workers) < self._wanted and not self._stopping.is_set():
                    self._workers.append(self._begin())

    def _give_back(self, worker: _Worker) -> None:
        with self._database.write() as connection:
            release_items(connection, owner=worker.owner, now=self._clock())
            release_matches(connection, owner=worker.owner, now=self._clock())
        self._give_up(worker.owner)

    def _give_up(self, owner: str | None) -> None:
        with self._database.write() as connection:
            give_up_matches(connection, now=self._clock(), owner=owner)
            for item in give_up_items(connection, now=self._clock(), owner=owner):
                mark_near_copies(connection, item.team_id, item.screening_id)


def _write(worker: _Worker, line: bytes) -> None:
    if worker.process.stdin is not None:
        with contextlib.suppress(OSError, ValueError):
            worker.process.stdin.write(line)
            worker.process.stdin.flush()


def _close(worker: _Worker) -> None:
    if worker.process.stdin is not None:
        with contextlib.suppress(OSError):
            worker.process.stdin.close()
