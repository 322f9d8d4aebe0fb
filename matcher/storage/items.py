"""The items of screenings: each a resume, the work to be done on it, and its result."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from matcher.domain.screenings import ItemOutcome, ItemStatus, ScreeningItem
from matcher.storage.documents import let_go_of_file
from matcher.storage.queue import claim, finish, give_up, release
from matcher.storage.tables.people import documents
from matcher.storage.tables.screenings import screening_items as items
from matcher.storage.tables.screenings import screenings

__all__ = [
    "claim_item",
    "complete_item",
    "fail_item",
    "find_item",
    "give_up_items",
    "has_waiting",
    "held_too_long",
    "item_at",
    "list_items",
    "release_items",
    "report_of",
    "reports_of",
    "set_near_copies",
    "sketches_of",
]

_WHY_GIVEN_UP = {
    "error_code": "parse_limit",
    "error_message": "The file ended its reader three times.",
    "error_remedy": "Ask for the file in another format.",
}


def claim_item(connection: Connection, *, owner: str, now: datetime) -> ScreeningItem | None:
    """Take the next item for a worker, of whichever team; see ``queue.claim``."""
    row = claim(connection, items, owner=owner, now=now)
    return None if row is None else _item(row)


def complete_item(
    connection: Connection, item: ScreeningItem, outcome: ItemOutcome, *, owner: str, now: datetime
) -> bool:
    """Store the result of an item and mark copies; tell whether the item was still its worker's."""
    values = asdict(outcome)
    for name in ("required_missing", "required_weak"):
        values[name] = json.dumps(values[name])
    # All completions of a screening take their turn here, so that copies are seen whoever is first.
    connection.execute(select(screenings.c.id).where(screenings.c.id == item.screening_id).with_for_update())
    if not finish(connection, items, item.id, owner=owner, status=ItemStatus.DONE, now=now, **values):
        return False
    _mark_copies(connection, item)
    return True


def fail_item(
    connection: Connection,
    item: ScreeningItem,
    *,
    owner: str,
    now: datetime,
    code: str,
    message: str,
    remedy: str,
) -> bool:
    """Keep an item whose file cannot be read as a row with its error; its file is let go of."""
    values = {"error_code": code, "error_message": message[:500], "error_remedy": remedy[:500]}
    if not finish(connection, items, item.id, owner=owner, status=ItemStatus.FAILED, now=now, **values):
        return False
    let_go_of_file(connection, item.team_id, item.document_id)
    return True


def release_items(connection: Connection, *, owner: str, now: datetime) -> int:
    """Give back what a dead worker held; see ``queue.release``."""
    return release(connection, items, owner=owner, now=now)


def give_up_items(connection: Connection, *, now: datetime, owner: str | None = None) -> tuple[ScreeningItem, ...]:
    """Mark items as failed that ended their readers too often, and return them; see ``queue.give_up``."""
    ids = give_up(connection, items, now=now, because=_WHY_GIVEN_UP, owner=owner)
    given_up = tuple(_item(row) for row in connection.execute(select(items).where(items.c.id.in_(ids))))
    for item in given_up:
        let_go_of_file(connection, item.team_id, item.document_id)
    return given_up


def held_too_long(connection: Connection, *, now: datetime) -> frozenset[str]:
    """Return the workers that hold an item longer than they may: they hang."""
    late = (items.c.status == ItemStatus.RUNNING.value) & (items.c.lease_until <= now)
    return frozenset(connection.scalars(select(items.c.lease_owner).where(late)))


def find_item(connection: Connection, team: str, item: str) -> ScreeningItem | None:
    """Return an item of a team."""
    row = connection.execute(select(items).where(items.c.id == item, items.c.team_id == team)).one_or_none()
    return None if row is None else _item(row)


def item_at(connection: Connection, team: str, screening: str, position: int) -> ScreeningItem | None:
    """Return an item by the place in which it was handed in, counted from 1."""
    found = select(items).where(
        items.c.team_id == team, items.c.screening_id == screening, items.c.position == position
    )
    row = connection.execute(found).one_or_none()
    return None if row is None else _item(row)


def has_waiting(connection: Connection) -> bool:
    """Tell whether there is work to be done, of whichever team."""
    open_ones = items.c.status.in_([ItemStatus.QUEUED.value, ItemStatus.RUNNING.value])
    return connection.scalar(select(items.c.id).where(open_ones).limit(1)) is not None


def list_items(
    connection: Connection, team: str, screening: str, *, statuses: Collection[ItemStatus] = tuple(ItemStatus)
) -> tuple[ScreeningItem, ...]:
    """Return the items of a screening in the order they were handed in, without their reports."""
    columns = [column for column in items.c if column.name != "report"]
    found = select(*columns).where(items.c.team_id == team, items.c.screening_id == screening)
    found = found.where(items.c.status.in_([status.value for status in statuses])).order_by(items.c.position)
    return tuple(_item(row) for row in connection.execute(found))


def report_of(connection: Connection, team: str, item: str) -> str | None:
    """Return the report of an item as JSON; None where there is none (yet)."""
    found = select(items.c.report).where(items.c.id == item, items.c.team_id == team)
    report: str | None = connection.scalar(found)
    return report


def reports_of(connection: Connection, team: str, wanted: Collection[str]) -> dict[str, str]:
    """Return the reports of some items as JSON, by the id of the item; those without one are left out."""
    found = select(items.c.id, items.c.report).where(
        items.c.team_id == team, items.c.id.in_(wanted), items.c.report.is_not(None)
    )
    return {row.id: row.report for row in connection.execute(found)}


def sketches_of(connection: Connection, team: str, screening: str) -> tuple[tuple[str, str], ...]:
    """Return id and text sketch of all items with a result that are no copies, in the order they were handed in."""
    found = (
        select(items.c.id, documents.c.text_sketch)
        .join(documents, documents.c.id == items.c.document_id)
        .where(items.c.team_id == team, items.c.screening_id == screening)
        .where(items.c.status == ItemStatus.DONE.value, items.c.duplicate_of.is_(None))
        .order_by(items.c.position)
    )
    return tuple((row.id, row.text_sketch or "[]") for row in connection.execute(found))


def set_near_copies(connection: Connection, team: str, screening: str, copies: Mapping[str, str]) -> None:
    """Store which items are near copies of which earlier one; all others are none."""
    mine = (items.c.team_id == team) & (items.c.screening_id == screening)
    connection.execute(update(items).where(mine).values(near_duplicate_of=None))
    for copy, first in copies.items():
        connection.execute(update(items).where(mine, items.c.id == copy).values(near_duplicate_of=first))


def _mark_copies(connection: Connection, item: ScreeningItem) -> None:
    """Have every copy of the same file or the same words point to the one of them that was handed in first."""
    mine = select(documents.c.sha256, documents.c.text_sha256).where(documents.c.id == item.document_id)
    digest, words = connection.execute(mine).one()
    same = documents.c.sha256 == digest
    if words:
        same = same | (documents.c.text_sha256 == words)
    found = (
        select(items.c.id, items.c.position)
        .join(documents, documents.c.id == items.c.document_id)
        .where(items.c.screening_id == item.screening_id, items.c.status == ItemStatus.DONE.value, same)
        .order_by(items.c.position)
    )
    first, *others = [row.id for row in connection.execute(found)]
    connection.execute(update(items).where(items.c.id == first).values(duplicate_of=None))
    if others:
        connection.execute(update(items).where(items.c.id.in_(others)).values(duplicate_of=first))


def _item(row: Row[Any]) -> ScreeningItem:
    values = {name: getattr(row, name) for name in ScreeningItem.__slots__}
    values["status"] = ItemStatus(row.status)
    for name in ("required_missing", "required_weak"):
        values[name] = tuple(json.loads(values[name] or "[]"))
    return ScreeningItem(**values)
