"""The workspace of one application: its database, opened at the first use of it."""

from __future__ import annotations

import shutil
import tempfile
import threading
import weakref
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from flask import Flask, current_app

from matcher.storage.accounts import has_users
from matcher.storage.database import Database
from matcher.web.shared import clock_of

__all__ = ["Workspace", "idle_time", "install_workspace", "life_time", "now", "workspace"]

_KEY = "matcher.workspace"


class Workspace:
    """Opens the database once, and knows whether anybody logs in here.

    Args:
        url: which database; "" for a file of its own that is deleted when the process ends.
    """

    def __init__(self, url: str) -> None:
        self.temporary = not url
        self._url = url
        self._database: Database | None = None
        self._has_users = False
        self._lock = threading.Lock()

    @property
    def database(self) -> Database:
        """Return the database, open and up to date."""
        with self._lock:
            if self._database is None:
                opened = Database.open(self._url or self._own_file())
                opened.upgrade()
                self._database = opened
            return self._database

    @property
    def single_user(self) -> bool:
        """Tell whether there is nobody who logs in. Users are never deleted, so the first one ends this for good."""
        if not self._has_users:
            with self.database.read() as connection:
                self._has_users = has_users(connection)
        return not self._has_users

    def close(self) -> None:
        """Close the database, if it was opened."""
        if self._database is not None:
            self._database.close()

    def _own_file(self) -> str:
        folder = tempfile.mkdtemp(prefix="matcher-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return f"sqlite:///{Path(folder) / 'workspace.db'}"


def install_workspace(app: Flask) -> Workspace:
    """Give the application its workspace, and return it."""
    made = Workspace(str(app.config["DATABASE"] or ""))
    app.extensions[_KEY] = made
    return made


def workspace() -> Workspace:
    """Return the workspace of the application that answers this request."""
    return cast("Workspace", current_app.extensions[_KEY])


def now() -> datetime:
    """Return the moment by the application's clock."""
    return clock_of(current_app)()


def idle_time() -> timedelta:
    """Return after how long without use a session ends."""
    return timedelta(minutes=float(current_app.config["SESSION_IDLE_MINUTES"]))


def life_time() -> timedelta:
    """Return after how long a session ends in any case."""
    return timedelta(hours=float(current_app.config["SESSION_HOURS"]))
