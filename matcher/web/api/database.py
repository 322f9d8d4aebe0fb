"""The workspace's database as the API uses it: opened at the first need."""

from __future__ import annotations

import shutil
import tempfile
import threading
import weakref
from datetime import datetime
from pathlib import Path

from flask import current_app

from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.keys import ensure_local_key, has_keys
from matcher.web.shared import clock_of

__all__ = ["Workspace", "now", "workspace"]


class Workspace:
    """Opens the database that is named, or a private one in a file that is deleted with the process.

    Args:
        url: of the database; "" where none is named.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._keys = False

    def open(self, moment: datetime) -> Database:
        """Return the database, with its tables up to date and the built-in team, user and key in it."""
        with self._lock:
            if self._database is None:
                self._database = self._opened(moment)
            return self._database

    def asks_for_keys(self, moment: datetime) -> bool:
        """Tell whether a key was ever made. One that is not named and not opened yet has none."""
        if self._keys:
            return True
        if not self._url and self._database is None:
            return False
        with self.open(moment).read() as connection:
            self._keys = has_keys(connection)
        return self._keys

    def _opened(self, moment: datetime) -> Database:
        url = self._url
        if not url:
            folder = tempfile.mkdtemp(prefix="matcher-")
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
            url = f"sqlite:///{Path(folder) / 'workspace.db'}"
        database = Database.open(url)
        weakref.finalize(self, database.close)
        database.upgrade()
        with database.write() as connection:
            ensure_local(connection, moment)
            ensure_local_key(connection, moment)
        return database


def now() -> datetime:
    """Return the present moment by the application's clock."""
    return clock_of(current_app)()


def workspace() -> Database:
    """Return the database of the application that answers this request."""
    opened: Database = current_app.extensions["matcher.api"].workspace.open(now())
    return opened
