"""Screenings: a stack of resumes against one pinned target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from matcher.domain.screenings import ItemStatus, Screening, ScreeningProgress
from matcher.storage.ids import new_id
from matcher.storage.tables.people import documents
from matcher.storage.tables.screenings import screening_items, screenings

__all__ = [
    "Pace",
    "add_items",
    "add_screening",
    "cancel_screening",
    "copy_items",
    "find_screening",
    "list_screenings",
    "pace_of",
    "progress_of",
]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a screening goes: since when what still waits was handed in, and what was done since then."""

    since: datetime
    done: int


def add_screening(
    connection: Connection,
    team: str,
    *,
    title: str,
    target: str,
    taxonomy: tuple[str, str],
    as_of: date,
    blind: bool,
    created_by: str,
    now: datetime,
    expires_at: datetime,
    profile_version: str | None = None,
    rerun_of: str | None = None,
) -> Screening:
    """Add a screening without items.

    ``target`` is what is asked, as ``work.records`` writes it, pinned from now on; ``taxonomy`` its version and hash;
    ``as_of`` the day of judgement, until which jobs that go on are taken to last.
    """
    made = Screening(
        id=new_id("scr"),
        team_id=team,
        title=title,
        profile_version_id=profile_version,
        target=target,
        taxonomy_version=taxonomy[0],
        taxonomy_hash=taxonomy[1],
        as_of=as_of,
        blind=blind,
        created_by=created_by,
        created_at=now,
        expires_at=expires_at,
        rerun_of=rerun_of,
    )
    connection.execute(insert(screenings).values({name: getattr(made, name) for name in made.__slots__}))
    return made


def add_items(
    connection: Connection, team: str, screening: str, documents: Sequence[str], *, now: datetime
) -> tuple[str, ...]:
    """Put documents into a screening, behind those that are in it, and return the ids of the items."""
    mine = (screening_items.c.screening_id == screening) & (screening_items.c.team_id == team)
    last = connection.scalar(select(func.max(screening_items.c.position)).where(mine)) or 0
    rows = [
        {
            "id": new_id("itm"),
            "screening_id": screening,
            "team_id": team,
            "document_id": document,
            "position": position,
            "status": ItemStatus.QUEUED.value,
            "attempts": 0,
            "run_after": now,
            "created_at": now,
        }
        for position, document in enumerate(documents, start=last + 1)
    ]
    if rows:
        connection.execute(insert(screening_items), rows)
    return tuple(str(row["id"]) for row in rows)


def find_screening(connection: Connection, team: str, screening: str) -> Screening | None:
    """Return a screening of a team."""
    found = select(screenings).where(screenings.c.id == screening, screenings.c.team_id == team)
    row = connection.execute(found).one_or_none()
    return None if row is None else _screening(row)


def list_screenings(connection: Connection, team: str) -> tuple[tuple[Screening, ScreeningProgress], ...]:
    """Return the screenings of a team, the newest first, each with how far it is."""
    found = select(screenings).where(screenings.c.team_id == team)
    rows = connection.execute(found.order_by(screenings.c.created_at.desc(), screenings.c.id)).all()
    counts = _counts(connection, screening_items.c.team_id == team)
    return tuple((_screening(row), _progress(counts.get(row.id, {}))) for row in rows)


def progress_of(connection: Connection, team: str, screening: str) -> ScreeningProgress:
    """Return how far a screening is."""
    mine = (screening_items.c.screening_id == screening) & (screening_items.c.team_id == team)
    return _progress(_counts(connection, mine).get(screening, {}))


def cancel_screening(connection: Connection, team: str, screening: str, *, now: datetime) -> int:
    """Cancel what still waits; what is being read is finished, results stay. Return how many items were cancelled."""
    mine = (screenings.c.id == screening) & (screenings.c.team_id == team)
    connection.execute(update(screenings).where(mine).values(cancelled_at=now))
    waiting = (
        (screening_items.c.screening_id == screening)
        & (screening_items.c.team_id == team)
        & (screening_items.c.status == ItemStatus.QUEUED.value)
    )
    cancelled = {"status": ItemStatus.CANCELLED.value, "finished_at": now}
    return int(connection.execute(update(screening_items).where(waiting).values(cancelled)).rowcount)


def copy_items(connection: Connection, team: str, source: str, target: str, *, now: datetime) -> None:
    """Put the documents of a screening into another one, in the same order, to be judged from what was read.

    Files that could not be read stay rows with their error: their bytes are gone, and so is nothing else. Documents
    live at least as long as the screening that they now belong to.
    """
    columns = screening_items.c
    theirs = (columns.screening_id == source) & (columns.team_id == team)
    kept = ("error_code", "error_message", "error_remedy")
    rows = []
    for old in connection.execute(select(screening_items).where(theirs).order_by(columns.position)):
        failed = old.status == ItemStatus.FAILED.value
        row = {
            "id": new_id("itm"),
            "screening_id": target,
            "team_id": team,
            "document_id": old.document_id,
            "position": old.position,
            "status": ItemStatus.FAILED.value if failed else ItemStatus.QUEUED.value,
            "attempts": 0,
            "run_after": now,
            "created_at": now,
            "finished_at": now if failed else None,
        }
        rows.append(row | {name: getattr(old, name) if failed else None for name in kept})
    if rows:
        connection.execute(insert(screening_items), rows)
    until = select(screenings.c.expires_at).where(screenings.c.id == target).scalar_subquery()
    mine = documents.c.id.in_(select(columns.document_id).where(columns.screening_id == target))
    connection.execute(
        update(documents)
        .where(mine, documents.c.team_id == team, documents.c.expires_at < until)
        .values(expires_at=until)
    )


def pace_of(connection: Connection, team: str, screening: str) -> Pace | None:
    """Return how fast a screening goes; None where nothing of it waits."""
    columns = screening_items.c
    mine = (columns.screening_id == screening) & (columns.team_id == team)
    open_ones = columns.status.in_([ItemStatus.QUEUED.value, ItemStatus.RUNNING.value])
    since = connection.scalar(select(func.min(columns.created_at)).where(mine, open_ones))
    if since is None:
        return None
    done = connection.scalar(select(func.count()).where(mine, columns.finished_at >= since))
    return Pace(since, int(done or 0))


def _counts(connection: Connection, where: Any) -> dict[str, dict[str, int]]:
    columns = screening_items.c
    found = select(columns.screening_id, columns.status, func.count()).where(where)
    counts: dict[str, dict[str, int]] = {}
    for screening, status, count in connection.execute(found.group_by(columns.screening_id, columns.status)):
        counts.setdefault(screening, {})[status] = count
    return counts


def _progress(counts: dict[str, int]) -> ScreeningProgress:
    return ScreeningProgress(sum(counts.values()), *(counts.get(status.value, 0) for status in ItemStatus))


def _screening(row: Row[Any]) -> Screening:
    return Screening(**{name: getattr(row, name) for name in Screening.__slots__})
