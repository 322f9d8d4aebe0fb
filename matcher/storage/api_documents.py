"""Documents that programs sent: what is told of them, until when, and how they are erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from matcher.storage.documents import add_document
from matcher.storage.tables.api import api_matches, idempotency_keys
from matcher.storage.tables.people import documents

__all__ = ["SentDocument", "add_sent", "delete_sent", "find_sent"]


@dataclass(frozen=True, slots=True)
class SentDocument:
    """A document of a team, without its text. Format and pages are known once it was read."""

    id: str
    team_id: str
    external_id: str | None
    sha256: str
    size: int
    created_at: datetime
    expires_at: datetime
    format: str | None
    pages: int | None
    read_at: datetime | None


def add_sent(
    connection: Connection,
    team: str,
    data: bytes,
    *,
    file_name: str,
    external_id: str | None,
    key: str,
    now: datetime,
    expires_at: datetime,
) -> str:
    """Keep a file that a program sent, to be read later; returns the id of the document."""
    document = add_document(
        connection, team, data, file_name=file_name, source="api", created_by=key, now=now, expires_at=expires_at
    )
    if external_id is not None:
        connection.execute(update(documents).where(documents.c.id == document).values(external_id=external_id))
    return document


def find_sent(connection: Connection, team: str, document: str, now: datetime) -> SentDocument | None:
    """Return a document that a program of the team sent, None if there is none or its time is over."""
    row = connection.execute(
        select(documents).where(
            documents.c.id == document,
            documents.c.team_id == team,
            documents.c.source == "api",
            documents.c.expires_at > now,
        )
    ).one_or_none()
    return None if row is None else _sent(row)


def delete_sent(connection: Connection, team: str, document: str) -> bool:
    """Erase a document with its matches and the answers that are kept for repeated calls; tell whether it was there."""
    matches = connection.scalars(select(api_matches.c.id).where(api_matches.c.document_id == document)).all()
    done = connection.execute(
        delete(documents).where(documents.c.id == document, documents.c.team_id == team, documents.c.source == "api")
    )
    if not done.rowcount:
        return False
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.subject_id.in_([document, *matches])))
    return True


def _sent(row: Row[Any]) -> SentDocument:
    return SentDocument(
        row.id, row.team_id, row.external_id, row.sha256, row.bytes, row.created_at, row.expires_at, row.format,
        row.pages, row.read_at,
    )  # fmt: skip
