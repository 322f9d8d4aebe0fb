from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from matcher.domain.integration import SCOPES, ApiKey
from matcher.errors import WorkspaceError
from matcher.storage.accounts import ensure_local
from matcher.storage.database import Database
from matcher.storage.keys import (
    add_key,
    ensure_local_key,
    has_keys,
    key_behind,
    list_keys,
    needs_note,
    note_use,
    revoke_key,
    rotate_key,
)
from matcher.storage.tables.api import api_keys

DAY = timedelta(days=1)


@pytest.fixture
def made(database: Database, team: str, now: datetime) -> tuple[ApiKey, str]:
    with database.write() as connection:
        return add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now, expires_at=now + 30 * DAY)


def test_a_key_opens_until_it_expires(database: Database, made: tuple[ApiKey, str], now: datetime) -> None:
    key, text = made

    with database.read() as connection:
        assert key_behind(connection, text, now) == key
        assert key_behind(connection, text, now + 30 * DAY) is None


def test_the_text_is_of_256_bits_and_only_its_hash_is_kept(database: Database, made: tuple[ApiKey, str]) -> None:
    key, text = made
    secret = text.removeprefix(f"{key.prefix}_")

    with database.read() as connection:
        row = connection.execute(select(api_keys).where(api_keys.c.id == key.id)).one()
    assert len(secret) == 43
    assert ":" not in text
    assert len(text) < 171
    assert row.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in " ".join(str(value) for value in row)


@pytest.mark.parametrize(
    "change",
    [str.upper, lambda text: text[:-1], lambda text: text + "x", lambda _: "", lambda text: text[:-1] + "é"],
)
def test_any_other_text_opens_nothing(database: Database, made: tuple[ApiKey, str], now: datetime, change) -> None:
    with database.read() as connection:
        assert key_behind(connection, change(made[1]), now) is None


def test_a_revoked_key_opens_nothing_and_its_team_alone_can_revoke_it(
    database: Database, made: tuple[ApiKey, str], other_team: str, now: datetime
) -> None:
    key, text = made
    with database.write() as connection:
        with pytest.raises(WorkspaceError, match="no key"):
            revoke_key(connection, other_team, key.prefix, now=now)
        revoke_key(connection, key.team_id, key.prefix, now=now)
        revoke_key(connection, None, key.prefix, now=now + DAY)
    with database.read() as connection:
        assert key_behind(connection, text, now) is None
        assert list_keys(connection, other_team) == ()
        assert list_keys(connection, key.team_id)[0].revoked_at == now


def test_rotation_keeps_two_alive_and_never_three(database: Database, made: tuple[ApiKey, str], now: datetime) -> None:
    old, old_text = made
    with database.write() as connection:
        new, new_text = rotate_key(connection, None, old.prefix, overlap=DAY, created_by="usr_x", now=now)
        for prefix in (old.prefix, new.prefix):
            with pytest.raises(WorkspaceError, match="Two keys"):
                rotate_key(connection, None, prefix, overlap=DAY, created_by="usr_x", now=now)
    with database.read() as connection:
        assert key_behind(connection, old_text, now) is not None
        assert key_behind(connection, new_text, now) == new
        assert key_behind(connection, old_text, now + DAY) is None
        assert new.scopes == old.scopes
        assert new.expires_at == now + 30 * DAY
    with database.write() as connection:
        third, _ = rotate_key(connection, None, new.prefix, overlap=DAY, created_by="usr_x", now=now + DAY)
        with pytest.raises(WorkspaceError, match="no longer good"):
            rotate_key(connection, None, old.prefix, overlap=DAY, created_by="usr_x", now=now + DAY)
    assert third.replaces == new.id


@pytest.mark.parametrize(
    ("name", "scopes", "days", "code"),
    [
        (" ", ["match:read"], 1, "key_name"),
        ("x" * 121, ["match:read"], 1, "key_name"),
        ("ATS", [], 1, "key_scope"),
        ("ATS", ["match:eat"], 1, "key_scope"),
        ("ATS", ["match:read"], 0, "key_expiry"),
    ],
)
def test_a_key_that_makes_no_sense_is_refused(
    database: Database, team: str, now: datetime, name: str, scopes: list[str], days: int, code: str
) -> None:
    with database.write() as connection, pytest.raises(WorkspaceError) as caught:
        add_key(connection, team, name, scopes, created_by="usr_x", now=now, expires_at=now + days * DAY)
    assert caught.value.code == code


def test_the_local_key_counts_as_none_and_opens_nothing(database: Database, now: datetime) -> None:
    with database.write() as connection:
        ensure_local(connection, now)
        first = ensure_local_key(connection, now)
        again = ensure_local_key(connection, now + DAY)
        assert first == again
        assert not has_keys(connection)
        assert list_keys(connection, None) == ()
        assert key_behind(connection, "local_" + "0" * 43, now) is None
    assert first.scopes == frozenset(SCOPES)


def test_from_the_first_key_on_there_are_keys(database: Database, made: tuple[ApiKey, str], now: datetime) -> None:
    with database.write() as connection:
        assert has_keys(connection)
        revoke_key(connection, None, made[0].prefix, now=now)
        assert has_keys(connection)


def test_the_last_use_is_noted_to_the_minute(database: Database, made: tuple[ApiKey, str], now: datetime) -> None:
    key, text = made
    assert needs_note(key, now)
    with database.write() as connection:
        note_use(connection, key, now)
    with database.read() as connection:
        used = key_behind(connection, text, now)
    assert used is not None
    assert not needs_note(used, now + timedelta(seconds=59))
    assert needs_note(used, now + timedelta(seconds=60))
