"""The worker processes of one application: begun when there is first something to do, stopped with the server."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from datetime import datetime
from typing import cast

from flask import Flask, current_app

from matcher.storage.items import has_waiting
from matcher.web.shared import clock_of
from matcher.web.workspace import Workspace
from matcher.work.pool import Pool

__all__ = ["Working", "install_working", "working"]

_KEY = "matcher.working"


class Working:
    """One pool over the workspace's database.

    Args:
        workspace: whose items are worked off.
        workers: how many processes; 0 for none, where something else does the work.
        clock: tells the present moment.
    """

    def __init__(self, workspace: Workspace, workers: int, clock: Callable[[], datetime]) -> None:
        self._workspace = workspace
        self._workers = workers
        self._clock = clock
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        self._stopped = False

    def wake(self) -> None:
        """Have new work taken up now; the first call begins the processes."""
        with self._lock:
            if self._stopped or not self._workers:
                return
            if self._pool is None:
                self._pool = Pool(self._workspace.url, workers=self._workers, clock=self._clock)
                self._pool.start()
                atexit.register(self.stop)
            self._pool.wake()

    def resume(self) -> None:
        """Take up what an earlier run of the server left."""
        with self._workspace.database.read() as connection:
            left = has_waiting(connection)
        if left:
            self.wake()

    def stop(self) -> None:
        """Let the workers finish what they are at and end them; what waits stays in the store."""
        with self._lock:
            self._stopped = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()


def install_working(app: Flask, workspace: Workspace) -> None:
    """Give the application its workers, none of which run yet."""
    app.extensions[_KEY] = Working(workspace, int(app.config["WORKERS"]), clock_of(app))


def working() -> Working:
    """Return the workers of the application that answers this request."""
    return cast("Working", current_app.extensions[_KEY])
