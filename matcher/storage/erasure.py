"""Erases what is held about people, leaves a receipt, and enforces the days on which it has to go.

The audit log is not touched: it holds nothing but ids and hashes. After the transaction call ``Database.scrub``, which
takes the rows out of SQLite's files as well.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select

from matcher.domain.erasure import Cause, Receipt
from matcher.storage.api_matches import erase_expired
from matcher.storage.audit import PROGRAM, append_audit
from matcher.storage.ids import new_id
from matcher.storage.people import person_of
from matcher.storage.tables.decisions import decisions, notes, unblindings
from matcher.storage.tables.people import candidates, document_skills, documents
from matcher.storage.tables.record import erasure_receipts
from matcher.storage.tables.screenings import screening_items as items
from matcher.storage.tables.screenings import screenings

__all__ = ["erase_candidate", "erase_documents", "erase_screening", "find_receipt", "list_receipts", "sweep"]

_OF_ITEMS: Mapping[str, Table] = {"decisions": decisions, "notes": notes, "unblindings": unblindings}


def erase_documents(
    connection: Connection,
    team: str,
    wanted: Collection[str],
    *,
    subject: str,
    because: Cause,
    by: str,
    now: datetime,
    more: Mapping[str, int] | None = None,
) -> Receipt:
    """Erase documents with everything that hangs on them, in all screenings, and keep a receipt.

    Args:
        connection: a transaction that writes.
        team: whose they are; ids of another team's are passed by.
        wanted: the documents.
        subject: the id that the receipt is about.
        because: why.
        by: the user who asked, or the program.
        now: the moment.
        more: rows of other tables that went with them.
    """
    mine = tuple(
        connection.scalars(select(documents.c.id).where(documents.c.team_id == team, documents.c.id.in_(wanted)))
    )
    of_them = tuple(connection.scalars(select(items.c.id).where(items.c.document_id.in_(mine))))
    counts = {name: _count(connection, table, table.c.item_id.in_(of_them)) for name, table in _OF_ITEMS.items()}
    counts["document_skills"] = _count(connection, document_skills, document_skills.c.document_id.in_(mine))
    counts |= {"screening_items": len(of_them), "documents": len(mine), **(more or {})}
    connection.execute(delete(documents).where(documents.c.id.in_(mine)))
    return _receipt(connection, team, subject, because, by, now, counts)


def erase_candidate(
    connection: Connection, team: str, document: str, *, because: Cause, by: str, now: datetime
) -> Receipt | None:
    """Erase all that is held about the person of a document; None if the team has no such document.

    What has the same bytes or the same words goes as well, and the candidate of the pool with all documents of it.
    """
    person = person_of(connection, team, document)
    if person is None:
        return None
    receipt = erase_documents(
        connection,
        team,
        person.documents,
        subject=document,
        because=because,
        by=by,
        now=now,
        more={"candidates": len(person.candidates)},
    )
    connection.execute(delete(candidates).where(candidates.c.id.in_(person.candidates), candidates.c.team_id == team))
    return receipt


def erase_screening(
    connection: Connection, team: str, screening: str, *, because: Cause, by: str, now: datetime
) -> Receipt:
    """Erase a screening with its results, and the documents that neither another screening nor the pool has."""
    theirs = select(items.c.document_id).where(items.c.screening_id == screening, items.c.team_id == team)
    elsewhere = select(items.c.document_id).where(items.c.screening_id != screening, items.c.team_id == team)
    alone = select(documents.c.id).where(
        documents.c.team_id == team,
        documents.c.id.in_(theirs),
        documents.c.id.not_in(elsewhere),
        documents.c.candidate_id.is_(None),
    )
    wanted = tuple(connection.scalars(alone))
    left = (items.c.screening_id == screening) & items.c.document_id.not_in(wanted)
    more = {"screenings": 1, "screening_items_of_kept_documents": _count(connection, items, left)}
    receipt = erase_documents(connection, team, wanted, subject=screening, because=because, by=by, now=now, more=more)
    connection.execute(delete(screenings).where(screenings.c.id == screening, screenings.c.team_id == team))
    return receipt


def sweep(connection: Connection, now: datetime) -> int:
    """Erase what has had its time, of all teams; return how much that was."""
    late = connection.execute(select(screenings.c.team_id, screenings.c.id).where(screenings.c.expires_at <= now)).all()
    for row in late:
        erase_screening(connection, row.team_id, row.id, because=Cause.RETENTION, by=PROGRAM, now=now)
    people = connection.execute(
        select(candidates.c.team_id, candidates.c.id).where(candidates.c.expires_at <= now)
    ).all()
    for row in people:
        wanted = tuple(connection.scalars(select(documents.c.id).where(documents.c.candidate_id == row.id)))
        erase_documents(
            connection,
            row.team_id,
            wanted,
            subject=row.id,
            because=Cause.RETENTION,
            by=PROGRAM,
            now=now,
            more={"candidates": 1},
        )
        connection.execute(delete(candidates).where(candidates.c.id == row.id))
    old = connection.execute(select(documents.c.team_id, documents.c.id).where(documents.c.expires_at <= now)).all()
    for row in old:
        erase_documents(connection, row.team_id, [row.id], subject=row.id, because=Cause.RETENTION, by=PROGRAM, now=now)
    return len(late) + len(people) + len(old) + erase_expired(connection, now)


def find_receipt(connection: Connection, team: str, receipt: str) -> Receipt | None:
    """Return a receipt of a team."""
    found = select(erasure_receipts).where(erasure_receipts.c.id == receipt, erasure_receipts.c.team_id == team)
    row = connection.execute(found).one_or_none()
    return None if row is None else _record(row)


def list_receipts(connection: Connection, team: str) -> tuple[Receipt, ...]:
    """Return the receipts of a team, the latest first."""
    found = select(erasure_receipts).where(erasure_receipts.c.team_id == team)
    found = found.order_by(erasure_receipts.c.erased_at.desc(), erasure_receipts.c.id)
    return tuple(_record(row) for row in connection.execute(found))


def _count(connection: Connection, table: Table, where: Any) -> int:
    return int(connection.scalar(select(func.count()).select_from(table).where(where)) or 0)


def _receipt(
    connection: Connection,
    team: str,
    subject: str,
    because: Cause,
    by: str,
    now: datetime,
    counts: Mapping[str, int],
) -> Receipt:
    made = Receipt(new_id("rcp"), team, subject, because, by, now, {name: n for name, n in counts.items() if n})
    connection.execute(
        insert(erasure_receipts).values(
            id=made.id,
            team_id=team,
            subject_id=subject,
            because=because.value,
            actor_id=by,
            erased_at=now,
            counts=json.dumps(made.counts, sort_keys=True),
        )
    )
    told = {"receipt": made.id, "because": because.value, **made.counts}
    append_audit(connection, team, actor=by, action="erasure", subject=subject, now=now, details=told)
    return made


def _record(row: Row[Any]) -> Receipt:
    return Receipt(
        row.id,
        row.team_id,
        row.subject_id,
        Cause(row.because),
        row.actor_id,
        row.erased_at,
        json.loads(row.counts),
    )
