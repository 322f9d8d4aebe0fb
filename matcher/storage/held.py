"""All that is held about one person, for whoever has the right to know it (GDPR, article 15)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from matcher.storage.people import person_of
from matcher.storage.tables.decisions import decisions, notes, unblindings
from matcher.storage.tables.people import candidates, document_skills, documents
from matcher.storage.tables.record import audit_log
from matcher.storage.tables.screenings import screening_items as items

__all__ = ["held_about"]

Rows = list[dict[str, Any]]


def held_about(connection: Connection, team: str, document: str) -> dict[str, Rows] | None:
    """Return every row that is about the person of a document, by table; None if the team has no such document.

    Values are as JSON has them, but for the bytes of files and readings.
    """
    person = person_of(connection, team, document)
    if person is None:
        return None
    mine = _rows(connection, items, items.c.document_id.in_(person.documents), team)
    of_items = [row["id"] for row in mine]
    held = {
        "candidates": _rows(connection, candidates, candidates.c.id.in_(person.candidates), team),
        "documents": _rows(connection, documents, documents.c.id.in_(person.documents), team),
        "skills": _rows(connection, document_skills, document_skills.c.document_id.in_(person.documents), team),
        "results": mine,
    }
    for table in (decisions, notes, unblindings):
        held[table.name] = _rows(connection, table, table.c.item_id.in_(of_items), team)
    subjects = [*of_items, *person.documents, *person.candidates]
    held["audit_log"] = _rows(connection, audit_log, audit_log.c.subject_id.in_(subjects), team)
    return held


def _rows(connection: Connection, table: Table, where: Any, team: str) -> Rows:
    found = select(table).where(table.c.team_id == team, where).order_by(*table.primary_key.columns)
    return [{name: _plain(value) for name, value in row.items()} for row in connection.execute(found).mappings()]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
