"""The workspace's database as the API uses it, and whether it asks for keys."""

from __future__ import annotations

import threading

from flask import Flask, current_app

from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.keys import ensure_local_key, has_keys
from matcher.web import workspace as shared
from matcher.web.shared import clock_of
from matcher.web.workspace import now

__all__ = ["KeyWatch", "database_of", "now", "workspace"]


class KeyWatch:
    """Knows whether a key was ever made; keys are never deleted, so the first one ends the time without for good."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._any = False
        self._prepared = False

    def any_key(self, database: Database) -> bool:
        """Tell whether there is one, asking the database until there was."""
        if not self._any:
            with database.read() as connection:
                self._any = has_keys(connection)
        return self._any

    def prepare(self, app: Flask, database: Database) -> None:
        """Make the built-in team, user and key, which stand for callers without a key, once."""
        with self._lock:
            if not self._prepared:
                moment = clock_of(app)()
                with database.write() as connection:
                    ensure_local(connection, moment)
                    ensure_local_key(connection, moment)
                self._prepared = True


def database_of(app: Flask) -> Database:
    """Return the database of an application, with the built-in rows in it."""
    database: Database = app.extensions["matcher.workspace"].database
    app.extensions["matcher.api"].keys.prepare(app, database)
    return database


def workspace() -> Database:
    """Return the database of the application that answers this request."""
    current_app.extensions["matcher.api"].keys.prepare(current_app, shared.workspace().database)
    return shared.workspace().database
