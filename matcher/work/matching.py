"""One item of a batch that a program sent, from its stored file to its stored result."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime

from matcher.errors import InputError
from matcher.pipeline import Matcher, Reading
from matcher.reports.build import words_sha256
from matcher.reports.serialise import to_json
from matcher.storage.api_batches import claim_match, complete_match
from matcher.storage.database import Connection, Database
from matcher.storage.documents import find_document, keep_reading, let_go_of_file
from matcher.work.processing import cached_target, read_again
from matcher.work.records import pack_reading, reading_version
from matcher.work.sketches import sketch

__all__ = ["keep_read", "match_one", "problem_json"]


def match_one(database: Database, matcher: Matcher, *, owner: str, clock: Callable[[], datetime]) -> bool:
    """Claim one item of a batch, read and judge it, and store what came of it; tell whether there was one.

    As with screenings, the result is stored before the item is acknowledged.
    """
    with database.write() as connection:
        match = claim_match(connection, owner=owner, now=clock())
    if match is None:
        return False
    with database.read() as connection:
        document = find_document(connection, match.team_id, match.document_id or "")
    if document is None:  # erased meanwhile, and the item with it
        return True
    try:
        reading, fresh = read_again(matcher, document, match.as_of)
    except InputError as error:
        with database.write() as connection:
            if complete_match(connection, match, owner=owner, report=None, problem=problem_json(error), now=clock()):
                let_go_of_file(connection, match.team_id, document.id)
        return True
    report = matcher.judge(reading, cached_target(match.target), as_of=match.as_of)
    with database.write() as connection:
        if fresh:
            keep_read(
                connection, matcher, reading, team=match.team_id, document=document.id, as_of=match.as_of, now=clock()
            )
        complete_match(connection, match, owner=owner, report=to_json(report, indent=None), problem=None, now=clock())
    return True


def keep_read(
    connection: Connection, matcher: Matcher, reading: Reading, *, team: str, document: str, as_of: date, now: datetime
) -> None:
    """Keep what was read from a document that a program sent, and let go of its file."""
    read = reading.parts.document
    keep_reading(
        connection,
        team,
        document,
        reading=pack_reading(reading),
        version=reading_version(matcher, as_of.isoformat()),
        text_sha256=words_sha256(read.text),
        text_sketch=sketch(read.text),
        file_format=read.format.value,
        pages=read.pages,
        now=now,
    )


def problem_json(error: InputError) -> str:
    """Return the code of an error and what to do about it. The name of the file is left out: it tells of a person."""
    message = error.message.replace(error.file, "The file", 1) if error.file else error.message
    return json.dumps({"code": error.code.value, "detail": f"{message} {error.remedy}"}, ensure_ascii=False)
