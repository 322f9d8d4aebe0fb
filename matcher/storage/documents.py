"""Files that were handed in: their bytes until they were read, then what was read from them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from matcher.domain.screenings import DocumentFacts
from matcher.storage.ids import new_id
from matcher.storage.tables.people import documents

__all__ = ["add_document", "find_document", "keep_reading", "let_go_of_file", "names_of"]

_NAME_LENGTH = 255


def add_document(
    connection: Connection,
    team: str,
    data: bytes,
    *,
    file_name: str,
    source: str,
    created_by: str,
    now: datetime,
    expires_at: datetime,
) -> str:
    """Keep a file to be read later and return the id of the document.

    ``file_name`` is as given: it is data and never the name of a file of ours. ``source`` is one of
    ``tables.people.DOCUMENT_SOURCES``.
    """
    document = new_id("doc")
    connection.execute(
        insert(documents).values(
            id=document,
            team_id=team,
            source=source,
            file_name=file_name[:_NAME_LENGTH],
            created_by=created_by,
            created_at=now,
            expires_at=expires_at,
            bytes=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            content=data,
        )
    )
    return document


def find_document(connection: Connection, team: str, document: str) -> DocumentFacts | None:
    """Return a document of a team, with its bytes or what was read from it."""
    found = select(documents).where(documents.c.id == document, documents.c.team_id == team)
    row = connection.execute(found).one_or_none()
    return None if row is None else _facts(row)


def keep_reading(
    connection: Connection,
    team: str,
    document: str,
    *,
    reading: bytes,
    version: str,
    text_sha256: str,
    text_sketch: str,
    file_format: str,
    pages: int,
    now: datetime,
) -> None:
    """Keep what was read from a document, and let go of its file.

    ``reading`` is as ``work.records`` packs it; ``version`` tells what it was read with and for which day: another one
    means reading the text anew. ``text_sketch`` is what near copies are known by.
    """
    connection.execute(
        update(documents)
        .where(documents.c.id == document, documents.c.team_id == team)
        .values(
            content=None,
            reading=reading,
            reading_version=version,
            text_sha256=text_sha256,
            text_sketch=text_sketch,
            format=file_format,
            pages=pages,
            read_at=now,
        )
    )


def let_go_of_file(connection: Connection, team: str, document: str) -> None:
    """Forget the bytes of a file that nobody will read again, because it cannot be read."""
    mine = (documents.c.id == document) & (documents.c.team_id == team)
    connection.execute(update(documents).where(mine).values(content=None))


def names_of(connection: Connection, team: str, wanted: Collection[str]) -> dict[str, str]:
    """Return the names of files as they were given, by the id of the document."""
    found = select(documents.c.id, documents.c.file_name)
    found = found.where(documents.c.team_id == team, documents.c.id.in_(wanted))
    return {row.id: row.file_name for row in connection.execute(found)}


def _facts(row: Row[Any]) -> DocumentFacts:
    return DocumentFacts(
        row.id, row.team_id, row.file_name, row.sha256, row.content, row.reading, row.reading_version, row.text_sha256
    )
