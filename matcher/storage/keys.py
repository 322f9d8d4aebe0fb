"""Keys of programs: made, shown once, found by their prefix, rotated and revoked."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import string
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, exists, insert, select, update

from matcher.domain.integration import SCOPES, ApiKey
from matcher.errors import WorkspaceError
from matcher.storage.ids import LOCAL_TEAM, LOCAL_USER, new_id
from matcher.storage.tables.api import api_keys

__all__ = [
    "LOCAL_KEY",
    "add_key",
    "ensure_local_key",
    "has_keys",
    "key_behind",
    "list_keys",
    "needs_note",
    "note_use",
    "revoke_key",
    "rotate_key",
]

LOCAL_KEY: Final = "key_local"
"""The built-in key that stands for who calls over loopback while there are no keys. It opens nothing."""

_LETTERS: Final = string.ascii_lowercase + string.digits
_KEY: Final = re.compile(r"(matcher_[a-z0-9]{8})_([A-Za-z0-9_-]{43})")
_SECRET_BYTES: Final = 32
_NAME_LENGTH: Final = 120
# How exactly the last use is known; a write for each request would be too much.
_USE: Final = timedelta(minutes=1)
_NO_SECRET: Final = "0" * 64


def add_key(
    connection: Connection,
    team: str,
    name: str,
    scopes: Iterable[str],
    *,
    created_by: str,
    now: datetime,
    expires_at: datetime | None = None,
    requests_per_minute: int | None = None,
    items_per_day: int | None = None,
    replaces: str | None = None,
) -> tuple[ApiKey, str]:
    """Make a key of 256 random bits.

    Its form: a prefix that scanners for leaked secrets and filters of logs know, no colon (it is sent as a user name),
    and 60 characters in all, of the 171 that partners take at most.

    Returns:
        The key, and its text, which is not kept.

    Raises:
        WorkspaceError: ``key_name``, ``key_scope`` or ``key_expiry``.
    """
    shown = " ".join(name.split())
    wanted = frozenset(scopes)
    if not 1 <= len(shown) <= _NAME_LENGTH:
        raise WorkspaceError("key_name", "The key has no usable name.", f"Use 1 to {_NAME_LENGTH} characters.")
    if not wanted or not wanted <= set(SCOPES):
        raise WorkspaceError("key_scope", "The key needs scopes that are known.", f"Known are: {', '.join(SCOPES)}.")
    if expires_at is not None and expires_at <= now:
        raise WorkspaceError("key_expiry", "The key would have expired already.", "Choose a later day.")
    prefix = f"matcher_{''.join(secrets.choice(_LETTERS) for _ in range(8))}"
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    key = ApiKey(
        new_id("key"), team, shown, prefix, wanted, now, expires_at,
        requests_per_minute=requests_per_minute, items_per_day=items_per_day, replaces=replaces,
    )  # fmt: skip
    _insert(connection, key, _digest(secret), created_by)
    return key, f"{prefix}_{secret}"


def ensure_local_key(connection: Connection, now: datetime) -> ApiKey:
    """Return the key that stands for callers over loopback; its row is made at the first call. It was never good."""
    found = connection.execute(select(api_keys).where(api_keys.c.id == LOCAL_KEY)).one_or_none()
    if found is not None:
        return _key(found)
    key = ApiKey(LOCAL_KEY, LOCAL_TEAM, "local", "local", frozenset(SCOPES), now, revoked_at=now)
    _insert(connection, key, _NO_SECRET, LOCAL_USER)
    return key


def has_keys(connection: Connection) -> bool:
    """Tell whether a key was ever made; from then on keys are asked for, also when all were revoked."""
    return bool(connection.scalar(select(exists().where(api_keys.c.id != LOCAL_KEY))))


def key_behind(connection: Connection, text: str, now: datetime) -> ApiKey | None:
    """Return the key whose text this is, if it is good now. The only look-up that knows no team yet."""
    parts = _KEY.fullmatch(text)
    if parts is None:
        return None
    row = connection.execute(select(api_keys).where(api_keys.c.prefix == parts[1])).one_or_none()
    if not hmac.compare_digest(_digest(parts[2]), row.secret_sha256 if row else _NO_SECRET) or row is None:
        return None
    key = _key(row)
    return key if key.valid_at(now) else None


def note_use(connection: Connection, key: ApiKey, now: datetime) -> None:
    """Note when the key was used last, to the minute."""
    connection.execute(update(api_keys).where(api_keys.c.id == key.id).values(last_used_at=now))


def needs_note(key: ApiKey, now: datetime) -> bool:
    """Tell whether the last use that is known is so old that this one has to be noted."""
    return key.last_used_at is None or now - key.last_used_at >= _USE


def list_keys(connection: Connection, team: str | None) -> tuple[ApiKey, ...]:
    """Return the keys of a team, oldest first; of all teams for None (the command line)."""
    found = select(api_keys).where(api_keys.c.id != LOCAL_KEY).order_by(api_keys.c.created_at, api_keys.c.id)
    if team is not None:
        found = found.where(api_keys.c.team_id == team)
    return tuple(_key(row) for row in connection.execute(found))


def revoke_key(connection: Connection, team: str | None, prefix: str, *, now: datetime) -> ApiKey:
    """Make a key good for nothing, from now on; nothing changes if it was revoked before.

    Raises:
        WorkspaceError: ``key_unknown``.
    """
    key = _named(connection, team, prefix)
    if key.revoked_at is None:
        connection.execute(update(api_keys).where(api_keys.c.id == key.id).values(revoked_at=now))
    return key


def rotate_key(
    connection: Connection, team: str | None, prefix: str, *, overlap: timedelta, created_by: str, now: datetime
) -> tuple[ApiKey, str]:
    """Make a key that takes over from another: the same scopes and limits. The old one is good for a while longer.

    Raises:
        WorkspaceError: ``key_unknown``, or ``key_rotated`` while the one before it is still good: two at a time.
    """
    old = _named(connection, team, prefix)
    if not old.valid_at(now):
        raise WorkspaceError("key_unknown", f"The key {prefix} is no longer good.", "Make a new one.")
    others = [one for one in list_keys(connection, old.team_id) if one.valid_at(now)]
    if any(one.replaces == old.id or one.id == old.replaces for one in others):
        raise WorkspaceError(
            "key_rotated", "Two keys of this rotation are good already.", "Revoke the older one, or wait until it ends."
        )
    end = now + overlap if old.expires_at is None else min(now + overlap, old.expires_at)
    connection.execute(update(api_keys).where(api_keys.c.id == old.id).values(expires_at=end))
    life = None if old.expires_at is None else now + (old.expires_at - old.created_at)
    return add_key(
        connection, old.team_id, old.name, old.scopes, created_by=created_by, now=now, expires_at=life,
        requests_per_minute=old.requests_per_minute, items_per_day=old.items_per_day, replaces=old.id,
    )  # fmt: skip


def _named(connection: Connection, team: str | None, prefix: str) -> ApiKey:
    found = select(api_keys).where(api_keys.c.prefix == prefix, api_keys.c.id != LOCAL_KEY)
    row = connection.execute(found if team is None else found.where(api_keys.c.team_id == team)).one_or_none()
    if row is None:
        raise WorkspaceError("key_unknown", f"There is no key {prefix!r}.", "`matcher keys list` shows all.")
    return _key(row)


def _insert(connection: Connection, key: ApiKey, secret_sha256: str, created_by: str) -> None:
    connection.execute(
        insert(api_keys).values(
            id=key.id,
            team_id=key.team_id,
            name=key.name,
            prefix=key.prefix,
            secret_sha256=secret_sha256,
            scopes=" ".join(sorted(key.scopes)),
            requests_per_minute=key.requests_per_minute,
            items_per_day=key.items_per_day,
            created_by=created_by,
            created_at=key.created_at,
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
            replaces=key.replaces,
        )
    )


def _digest(secret: str) -> str:
    # 256 random bits cannot be guessed, so that a slow hash would only make each request slow.
    return hashlib.sha256(secret.encode()).hexdigest()


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        row.id, row.team_id, row.name, row.prefix, frozenset(row.scopes.split()), row.created_at, row.expires_at,
        row.last_used_at, row.revoked_at, row.requests_per_minute, row.items_per_day, row.replaces,
    )  # fmt: skip
