"""Enforces the days on which things have to go: at requests, and by a timer where nobody comes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from flask import Flask, current_app

from matcher.errors import StorageError
from matcher.storage.erasure import sweep
from matcher.web.shared import clock_of
from matcher.web.workspace import Workspace

__all__ = ["Tidying", "install_tidying", "tidying"]

_KEY = "matcher.tidying"
# What has had its time is not shown from that moment on; its rows are gone at the latest so long after it.
_EVERY = timedelta(minutes=10)
_LOG = logging.getLogger(__name__)


class Tidying:
    """Erases what has had its time.

    Args:
        workspace: whose rows.
        clock: tells the present moment.
    """

    def __init__(self, workspace: Workspace, clock: Callable[[], datetime]) -> None:
        self._workspace = workspace
        self._clock = clock
        self._last: datetime | None = None
        self._lock = threading.Lock()

    def when_due(self) -> int:
        """Erase if the last time is long enough ago; return how much went."""
        now = self._clock()
        with self._lock:
            if self._last is not None and now - self._last < _EVERY:
                return 0
            self._last = now
        return self.now()

    def now(self) -> int:
        """Erase all that has had its time; return how much went."""
        database = self._workspace.database
        with database.write() as connection:
            gone = sweep(connection, self._clock())
        if gone:
            database.scrub()
            _LOG.info("erased by its day: %d", gone)
        return gone

    def start(self) -> None:
        """Begin the timer; it ends with the process."""
        threading.Thread(target=self._keep, name="matcher-tidying", daemon=True).start()

    def _keep(self) -> None:
        never = threading.Event()
        while not never.wait(_EVERY.total_seconds()):
            try:
                self.when_due()
            except StorageError as error:
                _LOG.warning("tidying: %s", error.message)


def install_tidying(app: Flask, workspace: Workspace) -> None:
    """Give the application what enforces its days."""
    app.extensions[_KEY] = Tidying(workspace, clock_of(app))


def tidying() -> Tidying:
    """Return what enforces the days of the application that answers this request."""
    return cast("Tidying", current_app.extensions[_KEY])
