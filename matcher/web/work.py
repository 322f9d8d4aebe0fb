"""The workers beside the server: started with the first resume that waits, ended with the server."""

from __future__ import annotations

import threading
from typing import cast

from flask import Flask, current_app

from matcher.storage.items import has_waiting
from matcher.web.shared import clock_of
from matcher.work.pool import Pool

__all__ = ["Workers", "install_work", "pool"]

_KEY = "matcher.work"


class Workers:
    """Starts the pool when it is first woken, so that a server without such work does not pay for it.

    Args:
        app: whose workspace is worked on.
        count: how many processes; 0 where somebody else looks after them, as in tests.
    """

    def __init__(self, app: Flask, count: int) -> None:
        self._app = app
        self._count = count
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        self._stopped = False

    def wake(self) -> None:
        """Tell that something waits."""
        with self._lock:
            if not self._count or self._stopped:
                return
            if self._pool is None:
                url = self._app.extensions["matcher.workspace"].database.engine.url
                text = url.render_as_string(hide_password=False)
                self._pool = Pool(text, workers=self._count, clock=clock_of(self._app))
                self._pool.start()
            self._pool.wake()

    def resume(self) -> None:
        """Take up what an earlier run of the server left."""
        with self._app.extensions["matcher.workspace"].database.read() as connection:
            left = has_waiting(connection)
        if left:
            self.wake()

    def stop(self, seconds: float) -> None:
        """Let the workers end what they are at, at most so long; the rest waits for the next start."""
        with self._lock:
            self._stopped = True
            if self._pool is not None:
                self._pool.stop(seconds)
                self._pool = None


def install_work(app: Flask) -> None:
    """Give the application its workers; none is started."""
    app.extensions[_KEY] = Workers(app, int(app.config["WORKERS"]))


def pool() -> Workers:
    """Return the workers of the application that answers this request."""
    return cast("Workers", current_app.extensions[_KEY])
