"""Finds what an address of the screenings names, for the team of whoever asks and for nobody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from flask import Blueprint, abort

from matcher.domain.catalogue import Importance
from matcher.domain.report import Report
from matcher.domain.screenings import DocumentFacts, Screening, ScreeningItem
from matcher.pipeline import Reading, Target
from matcher.recruiting import blinder_of
from matcher.reports.screening import alias_of as alias_for
from matcher.reports.serialise import from_json
from matcher.storage.accounts import list_users
from matcher.storage.database import Connection
from matcher.storage.decisions import list_unblindings
from matcher.storage.documents import find_document
from matcher.storage.items import item_at, report_of
from matcher.storage.screenings import find_screening
from matcher.web.access import current_user, may
from matcher.web.shared import state
from matcher.web.store import Gone
from matcher.web.uploads import shown_name
from matcher.web.workspace import now
from matcher.work.records import target_from_json, unpack_reading

__all__ = ["Seen", "alias_of", "blueprint", "must_haves", "one_resume", "one_screening", "target_of", "user_names"]

blueprint = Blueprint("screenings", __name__, url_prefix="/screenings")
_IDENT = re.compile(r"scr_[0-9a-f]{24}")
_ALIAS = re.compile(r"A([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class Seen:
    """One resume of a screening as whoever asks may see it.

    Args:
        screening: the screening.
        item: its row.
        document: the file, with what was read from it.
        name: what the resume is called.
        open: whether it may be seen who it is.
        report: the report, masked unless ``open``; None where there is none.
        reading: what was read; None where nothing was.
    """

    screening: Screening
    item: ScreeningItem
    document: DocumentFacts
    name: str
    open: bool
    report: Report | None
    reading: Reading | None

    @property
    def alias(self) -> str:
        """Return what the resume is called where no name is shown."""
        return alias_of(self.item)


def one_screening(connection: Connection, ident: str) -> Screening:
    """Return the screening that an address names; 404 where it can be none of ours.

    Raises:
        Gone: it was erased, has had its time, or is another team's.
    """
    if not _IDENT.fullmatch(ident):
        abort(404)
    found = find_screening(connection, current_user().team_id, ident)
    if found is None or found.expires_at <= now():
        raise Gone
    return found


def one_resume(connection: Connection, ident: str, alias: str) -> Seen:
    """Return one resume of a screening, masked as it has to be; 404 where there is none of this alias."""
    screening = one_screening(connection, ident)
    matched = _ALIAS.fullmatch(alias)
    item = item_at(connection, screening.team_id, screening.id, int(matched[1])) if matched else None
    document = find_document(connection, screening.team_id, item.document_id) if item else None
    if item is None or document is None:
        abort(404)
    lifted = bool(list_unblindings(connection, screening.team_id, item.id))
    # Who it is, is for those who work with the candidate.
    seen_openly = may("work") and (lifted or not screening.blind)
    reading = unpack_reading(document.reading) if document.reading else None
    text = report_of(connection, screening.team_id, item.id)
    report = from_json(text) if text else None
    if report is not None and not seen_openly:
        report = _masked(report, reading, screening, document.file_name)
    name = shown_name(document.file_name) if seen_openly else ""
    return Seen(screening, item, document, name or f"Resume {alias_of(item)}", seen_openly, report, reading)


def user_names(connection: Connection) -> dict[str, str]:
    """Return the names of the team's users by id, the built-in one of the single-user mode included."""
    me = current_user()
    return {user.id: user.name for user in (me, *list_users(connection, me.team_id))}


def alias_of(item: ScreeningItem) -> str:
    """Return what a resume is called where no name is shown: by the place in which it was handed in."""
    return alias_for(item.position)


@lru_cache(maxsize=32)
def target_of(text: str) -> Target:
    """Return what a screening asks for, from what it is pinned to."""
    return target_from_json(text)


def must_haves(target: Target) -> tuple[tuple[str, str], ...]:
    """Return id and label of the must-haves."""
    asked = target.requirements.requirements
    return tuple((one.id, one.label) for one in asked if one.importance is Importance.REQUIRED)


def _masked(report: Report, reading: Reading | None, screening: Screening, filename: str) -> Report:
    if reading is None:  # the reading is what tells whom to mask
        abort(404)
    blinder = blinder_of(state().matcher, reading, as_of=screening.as_of, filename=filename)
    return blinder.report(report)
