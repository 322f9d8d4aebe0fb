"""Documents that programs sent: the file until it was read, then what was read from it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from matcher.storage.ids import new_id
from matcher.storage.tables.api import api_matches, idempotency_keys
from matcher.storage.tables.people import documents

__all__ = ["StoredDocument", "add_document", "delete_document", "find_document", "keep_reading", "reading_of"]

_NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of a team. ``content`` is the file until it was read; format and pages are known from then on."""

    id: str
    team_id: str
    file_name: str
    external_id: str | None
    sha256: str
    size: int
    created_at: datetime
    expires_at: datetime
    format: str | None = None
    pages: int | None = None
    read_at: datetime | None = None
    content: bytes | None = None


def add_document(
    connection: Connection,
    team: str,
    content: bytes,
    file_name: str,
    *,
    created_by: str,
    now: datetime,
    expires_at: datetime,
    external_id: str | None = None,
) -> StoredDocument:
    """Keep a file that is yet to be read."""
    document = StoredDocument(
        new_id("doc"), team, file_name[:_NAME_LENGTH], external_id, hashlib.sha256(content).hexdigest(), len(content),
        now, expires_at, content=content,
    )  # fmt: skip
    connection.execute(
        insert(documents).values(
            id=document.id,
            team_id=team,
            source="api",
            file_name=document.file_name,
            external_id=external_id,
            created_by=created_by,
            created_at=now,
            expires_at=expires_at,
            bytes=document.size,
            sha256=document.sha256,
            content=content,
        )
    )
    return document


def keep_reading(
    connection: Connection,
    team: str,
    document: str,
    *,
    reading: str,
    version: str,
    format: str,  # noqa: A002 - the word of the report and the table
    pages: int,
    now: datetime,
) -> None:
    """Keep what was read from a document, and forget the file."""
    connection.execute(
        update(documents)
        .where(documents.c.id == document, documents.c.team_id == team)
        .values(
            content=None,
            reading=reading,
            reading_version=version,
            format=format,
            pages=pages,
            read_at=now,
        )
    )


def find_document(connection: Connection, team: str, document: str, now: datetime) -> StoredDocument | None:
    """Return a document of a team, None if there is none or its time is over."""
    row = connection.execute(
        select(documents).where(documents.c.id == document, documents.c.team_id == team, documents.c.expires_at > now)
    ).one_or_none()
    return None if row is None else _document(row)


def reading_of(connection: Connection, team: str, document: str) -> tuple[str, str] | None:
    """Return what was read from a document as JSON, and the version that read it; None if it was not read yet."""
    row = connection.execute(
        select(documents.c.reading, documents.c.reading_version).where(
            documents.c.id == document, documents.c.team_id == team
        )
    ).one_or_none()
    return None if row is None or row.reading is None else (row.reading, row.reading_version)


def delete_document(connection: Connection, team: str, document: str) -> bool:
    """Erase a document with its matches and the answers that are kept for repeated calls; tell whether it was there."""
    matches = connection.scalars(select(api_matches.c.id).where(api_matches.c.document_id == document)).all()
    done = connection.execute(
        delete(documents).where(documents.c.id == document, documents.c.team_id == team, documents.c.source == "api")
    )
    if not done.rowcount:
        return False
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.subject_id.in_([document, *matches])))
    return True


def _document(row: Row[Any]) -> StoredDocument:
    return StoredDocument(
        row.id, row.team_id, row.file_name, row.external_id, row.sha256, row.bytes, row.created_at, row.expires_at,
        row.format, row.pages, row.read_at, row.content,
    )  # fmt: skip
