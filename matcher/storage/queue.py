"""The queue that tables with the columns of ``queue()`` are: rows are claimed with a lease and acknowledged late.

A row whose worker died or hangs goes back to the queue when its lease ends, or at once where the death was seen. After
three tries it has failed: a file that kills its reader cannot kill the stack it lies in. An existing queue may hand out
the same ids on many machines later; the rows stay the truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, or_, select, update

from matcher.domain.screenings import ItemStatus

__all__ = ["LEASE", "TRIES", "claim", "finish", "give_up", "release"]

TRIES: Final = 3
# A file may take 15 s to read (the wall limit of its reader) and waits for a free reader at most as long again.
LEASE: Final = timedelta(seconds=60)


def claim(connection: Connection, table: Table, *, owner: str, now: datetime) -> Row[Any] | None:
    """Take the oldest row that waits, or whose lease has ended, for a worker; None where nothing waits.

    Use it in a transaction that writes, and commit before the work is begun.
    """
    columns = table.c
    row = connection.execute(
        select(table)
        .where(_waits(columns, now), columns.attempts < TRIES)
        .order_by(columns.run_after, columns.created_at, columns.position)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    values = {
        "status": ItemStatus.RUNNING.value,
        "attempts": row.attempts + 1,
        "lease_owner": owner,
        "lease_until": now + LEASE,
    }
    connection.execute(update(table).where(columns.id == row.id).values(values))
    return row


def finish(
    connection: Connection, table: Table, row: str, *, owner: str, status: ItemStatus, now: datetime, **values: Any
) -> bool:
    """Store what came of a row, if it is still its worker's; tell whether it was.

    A worker that was too slow finds its row given to another, or cancelled; its result is dropped then.
    """
    changed = connection.execute(
        update(table)
        .where(table.c.id == row, table.c.lease_owner == owner, table.c.status == ItemStatus.RUNNING.value)
        .values(status=status.value, lease_owner=None, lease_until=None, finished_at=now, **values)
    )
    return bool(changed.rowcount)


def release(connection: Connection, table: Table, *, owner: str, now: datetime) -> int:
    """Put what a dead worker held back into the queue, now; return how many rows that were."""
    changed = connection.execute(
        update(table)
        .where(
            table.c.lease_owner == owner,
            table.c.status == ItemStatus.RUNNING.value,
            table.c.attempts < TRIES,
        )
        .values(status=ItemStatus.QUEUED.value, lease_owner=None, lease_until=None, run_after=now)
    )
    return int(changed.rowcount)


def give_up(
    connection: Connection, table: Table, *, now: datetime, because: Mapping[str, Any], owner: str | None = None
) -> tuple[str, ...]:
    """Mark rows as failed that were tried often enough and are nobody's any more; return their ids.

    ``because`` holds the values that tell why, by column. ``owner`` is a worker known to be dead: its rows are nobody's
    before their lease ends.
    """
    columns = table.c
    nobodys = columns.lease_until <= now
    if owner is not None:
        nobodys = or_(nobodys, columns.lease_owner == owner)
    found = and_(columns.status == ItemStatus.RUNNING.value, columns.attempts >= TRIES, nobodys)
    ids = tuple(connection.scalars(select(columns.id).where(found).with_for_update(skip_locked=True)))
    if ids:
        values = {"status": ItemStatus.FAILED.value, "lease_owner": None, "lease_until": None, "finished_at": now}
        connection.execute(update(table).where(columns.id.in_(ids)).values({**values, **because}))
    return ids


def _waits(columns: Any, now: datetime) -> ColumnElement[bool]:
    queued = and_(columns.status == ItemStatus.QUEUED.value, columns.run_after <= now)
    abandoned = and_(columns.status == ItemStatus.RUNNING.value, columns.lease_until <= now)
    return or_(queued, abandoned)
