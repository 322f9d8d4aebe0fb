"""One item of a screening, from its stored file to its stored result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from matcher.domain.screenings import DocumentFacts, Screening, ScreeningItem
from matcher.errors import InputError
from matcher.pipeline import Matcher, Reading, Target, Upload
from matcher.storage.audit import PROGRAM, append_audit
from matcher.storage.database import Connection, Database
from matcher.storage.documents import find_document, keep_reading
from matcher.storage.items import claim_item, complete_item, fail_item
from matcher.storage.people import keep_skills
from matcher.storage.screenings import find_screening, progress_of
from matcher.work.copies import mark_near_copies
from matcher.work.records import outcome_of, pack_reading, reading_version, skills_of, target_from_json, unpack_reading
from matcher.work.sketches import sketch

__all__ = ["cached_target", "read_again", "work_off_one"]

Clock = Callable[[], datetime]


def work_off_one(database: Database, matcher: Matcher, *, owner: str, clock: Clock) -> bool:
    """Claim one item, read and judge it, and store what came of it; tell whether there was one.

    The result is stored before the item is acknowledged, in the same transaction: whoever dies on the way loses
    nothing, and the item is done again by another.
    """
    with database.write() as connection:
        item = claim_item(connection, owner=owner, now=clock())
    if item is None:
        return False
    with database.read() as connection:
        document = find_document(connection, item.team_id, item.document_id)
        screening = find_screening(connection, item.team_id, item.screening_id)
    if document is None or screening is None:  # erased meanwhile, and the item with it
        return True
    try:
        reading, fresh = read_again(matcher, document, screening.as_of)
    except InputError as error:
        with database.write() as connection:
            _fail(connection, item, document, error, owner=owner, now=clock())
    else:
        report = matcher.judge(reading, cached_target(screening.target), as_of=screening.as_of)
        outcome = outcome_of(report)
        packed = pack_reading(reading) if fresh else b""
        drawn = sketch(reading.parts.document.text) if fresh else ""
        with database.write() as connection:
            if fresh:
                keep_reading(
                    connection,
                    item.team_id,
                    item.document_id,
                    reading=packed,
                    version=reading_version(matcher, screening.as_of.isoformat()),
                    text_sha256=report.input.text_sha256,
                    text_sketch=drawn,
                    file_format=report.input.format,
                    pages=report.input.pages,
                    now=clock(),
                )
                keep_skills(connection, item.team_id, item.document_id, skills_of(reading))
            if complete_item(connection, item, outcome, owner=owner, now=clock()):
                told = {"result": outcome.report_sha256, **_pinned(screening), "input": document.sha256}
                _record(connection, item, "item_judged", told, clock())
    _when_last(database, item)
    return True


def _fail(
    connection: Connection,
    item: ScreeningItem,
    document: DocumentFacts,
    error: InputError,
    *,
    owner: str,
    now: datetime,
) -> None:
    told = {"code": error.code.value, "message": error.message, "remedy": error.remedy}
    if fail_item(connection, item, owner=owner, now=now, **told):
        _record(connection, item, "item_unreadable", {"code": error.code.value, "input": document.sha256}, now)


def _pinned(screening: Screening) -> dict[str, object]:
    """Return what a result depends on beside the file."""
    return {
        "profile": screening.profile_version_id,
        "target": hashlib.sha256(screening.target.encode()).hexdigest(),
        "taxonomy": screening.taxonomy_version,
        "taxonomy_hash": screening.taxonomy_hash,
        "as_of": screening.as_of.isoformat(),
    }


def _record(connection: Connection, item: ScreeningItem, action: str, told: dict[str, object], now: datetime) -> None:
    details = {"screening": item.screening_id, "document": item.document_id, **told}
    append_audit(connection, item.team_id, actor=PROGRAM, action=action, subject=item.id, now=now, details=details)


def read_again(matcher: Matcher, document: DocumentFacts, as_of: date) -> tuple[Reading, bool]:
    """Return what stands in a document, and whether it was read anew.

    Raises:
        InputError: the file cannot be read.
    """
    if document.reading is None:
        return matcher.read(Upload(document.content or b"", document.file_name), as_of=as_of), True
    kept = unpack_reading(document.reading)
    if document.reading_version == reading_version(matcher, as_of.isoformat()):
        return kept, False
    return matcher.understand(kept.parts.document, as_of=as_of), True


@lru_cache(maxsize=8)
def cached_target(text: str) -> Target:
    """Return a target that is stored; many items in a row are compared with the same."""
    return target_from_json(text)


def _when_last(database: Database, item: ScreeningItem) -> None:
    with database.read() as connection:
        last = progress_of(connection, item.team_id, item.screening_id).finished
    if last:
        with database.write() as connection:
            mark_near_copies(connection, item.team_id, item.screening_id)
