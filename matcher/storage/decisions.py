"""What people did with a candidate: decisions, notes, and lifting the mask. Rows are added and never changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, func, insert, select

from matcher.domain.screenings import Choice, Decision, Note, Unblinding
from matcher.storage.ids import new_id
from matcher.storage.tables.decisions import decisions, notes, unblindings
from matcher.storage.tables.screenings import screening_items as items

__all__ = [
    "add_decision",
    "add_note",
    "add_unblinding",
    "latest_decisions",
    "list_decisions",
    "list_notes",
    "list_unblindings",
    "unblinded_items",
]


def add_decision(
    connection: Connection,
    team: str,
    item: str,
    *,
    choice: Choice,
    requirement: str,
    reason: str,
    by: str,
    now: datetime,
) -> Decision:
    """Add a person's decision; an earlier one stays on record."""
    now = _behind_others(connection, decisions, decisions.c.decided_at, item, now)
    made = Decision(new_id("dec"), team, item, choice, requirement, reason, by, now)
    connection.execute(
        insert(decisions).values(
            id=made.id,
            team_id=team,
            item_id=item,
            choice=choice.value,
            requirement=requirement,
            reason=reason,
            decided_by=by,
            decided_at=now,
        )
    )
    return made


def list_decisions(connection: Connection, team: str, item: str) -> tuple[Decision, ...]:
    """Return the decisions on an item, the latest first: the first of them holds."""
    rows = connection.execute(_of_item(decisions, team, item).order_by(decisions.c.decided_at.desc(), decisions.c.id))
    return tuple(_decision(row) for row in rows)


def latest_decisions(connection: Connection, team: str, screening: str) -> dict[str, Decision]:
    """Return the decision that holds, by the id of its item, for all items of a screening that have one."""
    found = _of_screening(decisions, team, screening).order_by(decisions.c.decided_at, decisions.c.id.desc())
    return {row.item_id: _decision(row) for row in connection.execute(found)}


def add_note(connection: Connection, team: str, item: str, *, text: str, by: str, now: datetime) -> Note:
    """Add a note on a candidate."""
    now = _behind_others(connection, notes, notes.c.written_at, item, now)
    made = Note(new_id("not"), team, item, text, by, now)
    connection.execute(
        insert(notes).values(id=made.id, team_id=team, item_id=item, text=text, written_by=by, written_at=now)
    )
    return made


def list_notes(connection: Connection, team: str, item: str) -> tuple[Note, ...]:
    """Return the notes on an item, the earliest first."""
    rows = connection.execute(_of_item(notes, team, item).order_by(notes.c.written_at, notes.c.id))
    return tuple(Note(row.id, row.team_id, row.item_id, row.text, row.written_by, row.written_at) for row in rows)


def add_unblinding(connection: Connection, team: str, item: str, *, reason: str, by: str, now: datetime) -> Unblinding:
    """Lift the mask for one candidate, for a reason."""
    made = Unblinding(new_id("unb"), team, item, reason, by, now)
    connection.execute(
        insert(unblindings).values(id=made.id, team_id=team, item_id=item, reason=reason, lifted_by=by, lifted_at=now)
    )
    return made


def list_unblindings(connection: Connection, team: str, item: str) -> tuple[Unblinding, ...]:
    """Return who lifted the mask of an item and why, the earliest first."""
    rows = connection.execute(_of_item(unblindings, team, item).order_by(unblindings.c.lifted_at, unblindings.c.id))
    return tuple(Unblinding(row.id, row.team_id, row.item_id, row.reason, row.lifted_by, row.lifted_at) for row in rows)


def unblinded_items(connection: Connection, team: str, screening: str) -> frozenset[str]:
    """Return the items of a screening whose mask was lifted."""
    return frozenset(row.item_id for row in connection.execute(_of_screening(unblindings, team, screening)))


def _behind_others(
    connection: Connection, table: Table, column: Column[datetime], item: str, now: datetime
) -> datetime:
    """Return the moment, or the next after the last of the item's rows: the order of two is never left to chance."""
    last = connection.scalar(select(func.max(column)).where(table.c.item_id == item))
    return now if last is None or last < now else last + timedelta(microseconds=1)


def _of_item(table: Table, team: str, item: str) -> Any:
    return select(table).where(table.c.team_id == team, table.c.item_id == item)


def _of_screening(table: Table, team: str, screening: str) -> Any:
    return (
        select(table)
        .join(items, items.c.id == table.c.item_id)
        .where(table.c.team_id == team, items.c.screening_id == screening)
    )


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        row.id,
        row.team_id,
        row.item_id,
        Choice(row.choice),
        row.requirement or "",
        row.reason,
        row.decided_by,
        row.decided_at,
    )
