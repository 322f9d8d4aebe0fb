"""Repeated calls: the first one's answer is kept for a day and given again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from matcher.storage.tables.api import idempotency_keys

__all__ = ["KEPT", "Call", "Seen", "StoredAnswer", "begin_call", "drop_call", "finish_call"]

KEPT: Final = timedelta(hours=24)
# A call that has not ended by then ended with the process that answered it.
_ABANDONED: Final = timedelta(minutes=5)


class Seen(StrEnum):
    """What is known of a call when it comes."""

    NEW = "new"
    RUNNING = "running"
    DONE = "done"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that may be repeated: whose, where, under which name, and what was sent."""

    key: str
    route: str
    name: str
    request_sha256: str

    @property
    def digest(self) -> str:
        """The hash of its name: what stands in it is the caller's, and may tell of a person."""
        return hashlib.sha256(self.name.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The answer of the first call. ``headers`` is JSON; ``subject`` is the id of what it speaks of."""

    status: int
    headers: str
    body: str
    subject: str | None = None


def begin_call(connection: Connection, call: Call, now: datetime) -> tuple[Seen, StoredAnswer | None]:
    """Tell what is known of a call, and take note of it if it is new.

    Returns:
        ``OTHER`` if another request bore the same name, ``DONE`` with the answer, ``RUNNING``, or ``NEW``.
    """
    table = idempotency_keys
    row = connection.execute(select(table).where(*_row(call)).with_for_update()).one_or_none()
    if row is not None:
        running = row.status_code is None
        if row.expires_at > now and not (running and now - row.created_at >= _ABANDONED):
            if row.request_sha256 != call.request_sha256:
                return Seen.OTHER, None
            if running:
                return Seen.RUNNING, None
            return Seen.DONE, StoredAnswer(row.status_code, row.headers, row.body, row.subject_id)
        connection.execute(delete(table).where(*_row(call)))
    connection.execute(
        insert(table).values(
            key_id=call.key,
            route=call.route,
            idempotency_key_sha256=call.digest,
            request_sha256=call.request_sha256,
            created_at=now,
            expires_at=now + KEPT,
        )
    )
    return Seen.NEW, None


def finish_call(connection: Connection, call: Call, answer: StoredAnswer) -> None:
    """Keep the answer of a call."""
    connection.execute(
        update(idempotency_keys)
        .where(*_row(call))
        .values(status_code=answer.status, headers=answer.headers, body=answer.body, subject_id=answer.subject)
    )


def drop_call(connection: Connection, call: Call) -> None:
    """Forget a call that was refused: mended, it may come again under its name."""
    connection.execute(delete(idempotency_keys).where(*_row(call)))


def _row(call: Call) -> tuple[ColumnElement[bool], ...]:
    table = idempotency_keys
    return (
        table.c.key_id == call.key,
        table.c.route == call.route,
        table.c.idempotency_key_sha256 == call.digest,
    )
