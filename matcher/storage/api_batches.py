"""Batches of resumes that programs send: taken in whole, worked off one by one, never failed by a single file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from matcher.domain.screenings import ItemStatus
from matcher.storage.api_matches import StoredMatch, match_of
from matcher.storage.ids import new_id
from matcher.storage.queue import claim, finish, give_up, release
from matcher.storage.tables.api import api_batches, api_matches, idempotency_keys
from matcher.storage.tables.people import documents
from matcher.storage.webhooks import tell

__all__ = [
    "Batch",
    "NewItem",
    "add_batch",
    "batch_items",
    "cancel_batch",
    "claim_match",
    "complete_match",
    "delete_batch",
    "find_batch",
    "give_up_matches",
    "matches_held_too_long",
    "release_matches",
    "waiting_items",
]

_GIVEN_UP: Final = (
    '{"code": "parse_limit", "detail": "The file ended its reader three times. Send it in another format."}'
)
_OPEN: Final = (ItemStatus.QUEUED, ItemStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class NewItem:
    """One resume of a batch, by the id of its document."""

    external_id: str
    document: str


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and how far it is. ``changed_at`` moves whenever something of this does."""

    id: str
    team_id: str
    external_id: str | None
    total: int
    succeeded: int
    failed: int
    cancelled: int
    running: int
    created_at: datetime
    changed_at: datetime
    expires_at: datetime
    finished_at: datetime | None = None
    cancelled_at: datetime | None = None

    @property
    def status(self) -> str:
        """``queued`` until an item was begun, ``running``, ``cancelled``, or ``completed``."""
        if self.finished_at is not None:
            return "cancelled" if self.cancelled_at is not None else "completed"
        return "running" if self.succeeded + self.failed + self.running else "queued"


def add_batch(
    connection: Connection,
    team: str,
    items: Sequence[NewItem],
    *,
    key: str,
    external_id: str | None,
    target: str,
    as_of: date,
    now: datetime,
    expires_at: datetime,
) -> str:
    """Take a batch in; returns its id."""
    batch = new_id("bat")
    connection.execute(
        insert(api_batches).values(
            id=batch,
            team_id=team,
            key_id=key,
            external_id=external_id,
            total=len(items),
            created_at=now,
            changed_at=now,
            expires_at=expires_at,
        )
    )
    rows = [
        {
            "id": new_id("match"),
            "team_id": team,
            "key_id": key,
            "batch_id": batch,
            "document_id": item.document,
            "external_id": item.external_id,
            "position": position,
            "target": target,
            "as_of": as_of,
            "status": ItemStatus.QUEUED,
            "attempts": 0,
            "run_after": now,
            "created_at": now,
            "expires_at": expires_at,
        }
        for position, item in enumerate(items)
    ]
    connection.execute(insert(api_matches), rows)
    return batch


def find_batch(connection: Connection, team: str, batch: str, now: datetime) -> Batch | None:
    """Return a batch of a team, None if there is none or its time is over."""
    row = connection.execute(
        select(api_batches).where(
            api_batches.c.id == batch, api_batches.c.team_id == team, api_batches.c.expires_at > now
        )
    ).one_or_none()
    return None if row is None else _batch(connection, row)


def batch_items(connection: Connection, team: str, batch: str, *, after: int, limit: int) -> tuple[StoredMatch, ...]:
    """Return the items of a batch that are done or failed, in the order they were sent, from a position on."""
    rows = connection.execute(
        select(api_matches)
        .where(
            api_matches.c.batch_id == batch,
            api_matches.c.team_id == team,
            api_matches.c.position > after,
            api_matches.c.status.in_((ItemStatus.DONE, ItemStatus.FAILED, ItemStatus.CANCELLED)),
        )
        .order_by(api_matches.c.position)
        .limit(limit)
    )
    return tuple(match_of(row) for row in rows)


def cancel_batch(connection: Connection, team: str, batch: str, now: datetime) -> Batch | None:
    """Cancel what was not begun yet; what is under way still ends. None if the batch is over already."""
    found = find_batch(connection, team, batch, now)
    if found is None or found.finished_at is not None:
        return None
    connection.execute(
        update(api_matches)
        .where(api_matches.c.batch_id == batch, api_matches.c.status == ItemStatus.QUEUED)
        .values(status=ItemStatus.CANCELLED, finished_at=now)
    )
    connection.execute(update(api_batches).where(api_batches.c.id == batch).values(cancelled_at=now, changed_at=now))
    _finish_if_over(connection, batch, now)
    return find_batch(connection, team, batch, now)


def waiting_items(connection: Connection, team: str | None = None) -> int:
    """Return how many items of batches are waiting or under way, of one team or of all."""
    count = select(func.count()).select_from(api_matches).where(api_matches.c.status.in_(_OPEN))
    if team is not None:
        count = count.where(api_matches.c.team_id == team)
    return connection.scalar(count) or 0


def claim_match(connection: Connection, *, owner: str, now: datetime) -> StoredMatch | None:
    """Take the next item of a batch for a worker, of whichever team; see ``queue.claim``."""
    row = claim(connection, api_matches, owner=owner, now=now)
    if row is None:
        return None
    connection.execute(update(api_batches).where(api_batches.c.id == row.batch_id).values(changed_at=now))
    return match_of(row)


def complete_match(
    connection: Connection, match: StoredMatch, *, owner: str, report: str | None, problem: str | None, now: datetime
) -> bool:
    """Keep the result of an item; False if it was given to another worker meanwhile, and nothing is kept."""
    status = ItemStatus.DONE if report is not None else ItemStatus.FAILED
    if not finish(
        connection, api_matches, match.id, owner=owner, status=status, now=now, report=report, problem=problem
    ):
        return False
    if report is not None:
        tell(connection, match.team_id, "match.completed", match.id, now)
    _changed(connection, (match.batch_id or "",), now)
    return True


def release_matches(connection: Connection, *, owner: str, now: datetime) -> int:
    """Give back what a dead worker held; see ``queue.release``."""
    return release(connection, api_matches, owner=owner, now=now)


def give_up_matches(connection: Connection, *, now: datetime, owner: str | None = None) -> int:
    """Mark items as failed that ended their readers too often; returns how many; see ``queue.give_up``."""
    ids = give_up(connection, api_matches, now=now, because={"problem": _GIVEN_UP}, owner=owner)
    batches = connection.scalars(select(api_matches.c.batch_id).where(api_matches.c.id.in_(ids)).distinct()).all()
    _changed(connection, [batch for batch in batches if batch], now)
    return len(ids)


def matches_held_too_long(connection: Connection, *, now: datetime) -> frozenset[str]:
    """Return the workers that hold an item longer than they may: they hang."""
    late = (api_matches.c.status == ItemStatus.RUNNING.value) & (api_matches.c.lease_until <= now)
    return frozenset(connection.scalars(select(api_matches.c.lease_owner).where(late)))


def _changed(connection: Connection, batches: Sequence[str], now: datetime) -> None:
    for batch in batches:
        connection.execute(update(api_batches).where(api_batches.c.id == batch).values(changed_at=now))
        _finish_if_over(connection, batch, now)


def _finish_if_over(connection: Connection, batch: str, now: datetime) -> None:
    left = connection.scalar(
        select(func.count())
        .select_from(api_matches)
        .where(api_matches.c.batch_id == batch, api_matches.c.status.in_(_OPEN))
    )
    if left:
        return
    done = connection.execute(
        update(api_batches)
        .where(api_batches.c.id == batch, api_batches.c.finished_at.is_(None))
        .values(finished_at=now)
        .returning(api_batches.c.team_id)
    ).one_or_none()
    if done is not None:
        tell(connection, done.team_id, "batch.completed", batch, now)


def _batch(connection: Connection, row: Row[Any]) -> Batch:
    counts = _counts(
        connection.execute(
            select(api_matches.c.status, func.count())
            .where(api_matches.c.batch_id == row.id)
            .group_by(api_matches.c.status)
        )
    )
    return Batch(
        row.id, row.team_id, row.external_id, row.total, counts[ItemStatus.DONE], counts[ItemStatus.FAILED],
        counts[ItemStatus.CANCELLED], counts[ItemStatus.RUNNING], row.created_at, row.changed_at, row.expires_at,
        row.finished_at, row.cancelled_at,
    )  # fmt: skip


def _counts(rows: Iterable[Any]) -> dict[ItemStatus, int]:
    return dict.fromkeys(ItemStatus, 0) | {ItemStatus(status): count for status, count in rows}


def delete_batch(connection: Connection, team: str, batch: str) -> bool:
    """Erase a batch with its matches, and the documents that no other match rests on; tell whether it was there."""
    found = select(api_batches.c.id).where(api_batches.c.id == batch, api_batches.c.team_id == team)
    if connection.execute(found).one_or_none() is None:
        return False
    inside = select(api_matches.c.id, api_matches.c.document_id).where(api_matches.c.batch_id == batch)
    rows = connection.execute(inside).all()
    connection.execute(
        delete(idempotency_keys).where(idempotency_keys.c.subject_id.in_([batch, *(row.id for row in rows)]))
    )
    connection.execute(delete(api_batches).where(api_batches.c.id == batch))
    rests = select(api_matches.c.id).where(api_matches.c.document_id == documents.c.id).exists()
    connection.execute(
        delete(documents).where(
            documents.c.id.in_([row.document_id for row in rows]), documents.c.team_id == team, ~rests
        )
    )
    return True
