from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url

from matcher.storage.accounts import find_user
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER
from matcher.storage.keys import add_key
from matcher.web.api.database import Workspace

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_without_a_name_it_is_a_private_file_that_goes_with_the_process() -> None:
    workspace = Workspace("")
    assert not workspace.asks_for_keys(NOW)

    path = Path(str(make_url(str(workspace.open(NOW).engine.url)).database))
    assert path.is_file()
    assert path.parent.stat().st_mode & 0o077 == 0

    del workspace
    gc.collect()
    assert not path.exists()


def test_it_is_opened_once_with_the_built_in_rows(database_file: str) -> None:
    workspace = Workspace(database_file)

    assert workspace.open(NOW) is workspace.open(NOW)
    with workspace.open(NOW).read() as connection:
        assert find_user(connection, LOCAL_TEAM, LOCAL_USER) is not None


def test_a_key_that_was_made_elsewhere_is_noticed(database_file: str) -> None:
    workspace = Workspace(database_file)
    assert not workspace.asks_for_keys(NOW)

    other = Database.open(database_file)
    with other.write() as connection:
        add_key(connection, LOCAL_TEAM, "ATS", ["match:read"], created_by="usr_x", now=NOW)
    other.close()

    assert workspace.asks_for_keys(NOW)
