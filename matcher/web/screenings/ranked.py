"""The page of a screening: how far it is, and the ranking of what was read so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from flask import render_template, request
from pydantic import TypeAdapter

from matcher.domain.screenings import Screening
from matcher.reports.blind import OLD_WORK_YEARS
from matcher.reports.blind_years import without_long_ago
from matcher.storage.database import Connection
from matcher.storage.decisions import latest_decisions, unblinded_items
from matcher.storage.documents import names_of
from matcher.storage.items import list_items, reports_of
from matcher.web.access import Right, may, needs
from matcher.web.screenings.deciding import CHOICES
from matcher.web.screenings.finding import blueprint, must_haves, one_screening, target_of, user_names
from matcher.web.screenings.ranking import Row, rank_items, view_ranking
from matcher.web.screenings.running import view_progress
from matcher.web.uploads import shown_name
from matcher.web.workspace import workspace

__all__ = ["Told", "all_rows", "open_names", "show_screening", "told_of"]


@dataclass(frozen=True, slots=True)
class _Reason:
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Told:
    """The part of a report that a row of the ranking tells: reasons by requirement, and what was hard to read."""

    requirements: tuple[_Reason, ...]
    readability: tuple[_Finding, ...]
    warnings: tuple[Mapping[str, object], ...] = ()

    @property
    def reasons(self) -> Mapping[str, str]:
        """Return the reasons by the id of the requirement."""
        return {one.id: one.reason for one in self.requirements}


@cache
def _reader() -> TypeAdapter[Told]:
    return TypeAdapter(Told)


@blueprint.get("/<screening_id>")
@needs(Right.SEE)
def show_screening(screening_id: str) -> str:
    """Show the ranking; ``sort``, ``must``, ``decided``, ``copies`` and ``page`` are its filters."""
    with workspace().database.read() as connection:
        screening = one_screening(connection, screening_id)
        rows = all_rows(connection, screening)
        target = target_of(screening.target)
        asked = must_haves(target)
        ranking = view_ranking(rows, request.args, asked)
        told = told_of(connection, screening, ranking.rows)
        names = open_names(connection, screening, ranking.rows)
        progress = view_progress(connection, screening)
        users = user_names(connection)
    return render_template(
        "recruiter/screening.html",
        screening=screening,
        ranking=ranking,
        told=told,
        names=names,
        asked=dict(asked),
        target=target,
        progress=progress,
        users=users,
        choices=CHOICES,
    )


def all_rows(connection: Connection, screening: Screening) -> tuple[Row, ...]:
    """Return all rows of a screening in reading order."""
    items = list_items(connection, screening.team_id, screening.id)
    return rank_items(items, latest_decisions(connection, screening.team_id, screening.id))


def told_of(connection: Connection, screening: Screening, rows: Sequence[Row]) -> dict[str, Told]:
    """Return what the reports of some rows say for a table, by the id of the item; masked as the reports are."""
    reports = reports_of(connection, screening.team_id, [row.item.id for row in rows])
    found = {ident: _reader().validate_json(text) for ident, text in reports.items()}
    if may("work") and not screening.blind:
        return found
    return {
        ident: Told(
            tuple(
                _Reason(one.id, without_long_ago(one.reason, screening.as_of, OLD_WORK_YEARS))
                for one in told.requirements
            ),
            told.readability,
            told.warnings,
        )
        for ident, told in found.items()
    }


def open_names(connection: Connection, screening: Screening, rows: Sequence[Row]) -> dict[str, str]:
    """Return the names of files by the id of the item, of those alone whose names may be seen."""
    seen = [row.item for row in rows]
    if not may("work"):
        return {}
    if screening.blind:
        lifted = unblinded_items(connection, screening.team_id, screening.id)
        seen = [item for item in seen if item.id in lifted]
    names = names_of(connection, screening.team_id, [item.document_id for item in seen])
    return {item.id: shown_name(names[item.document_id]) for item in seen if names.get(item.document_id)}
