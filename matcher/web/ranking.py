"""The ranking as a page shows it: sorted by a column, filtered, cut into pages. Nobody is dropped unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Status
from matcher.domain.report import Screening, ScreeningRow
from matcher.web.paging import page_of

__all__ = ["COLUMNS", "PAGE_ROWS", "Ranking", "view_ranking"]

PAGE_ROWS = 25


@dataclass(frozen=True, slots=True)
class Ranking:
    """One page of rows, and what led to it. ``asked`` are the must-haves that can be filtered by: id and label."""

    rows: tuple[ScreeningRow, ...]
    sort: str
    must: str
    page: int
    pages: int
    asked: tuple[tuple[str, str], ...]
    ranked: int
    unreadable: int
    duplicates: int
    total: int
    hidden: int


def _score(row: ScreeningRow) -> float:
    return -1.0 if row.score is None or row.score.value is None else row.score.value


def _alias(row: ScreeningRow) -> int:
    return int(row.alias.lstrip("A"))


COLUMNS: Mapping[str, Callable[[ScreeningRow], float] | None] = {
    "rank": None,
    "resume": _alias,
    "must": lambda row: -(row.coverage.required.met if row.coverage else -1),
    "score": lambda row: -_score(row),
}


def view_ranking(screening: Screening, *, sort: str, must: str, page: str) -> Ranking:
    """Choose the rows of one page. What is asked for and not known is taken as not asked for.

    Args:
        screening: the ranking.
        sort: a key of ``COLUMNS``; files without a rank stay at the end of all but "resume".
        must: the id of a must-have that a row has to show; rows without it are counted as ``hidden``.
        page: the number of the page, as it stands in the address.
    """
    rows = list(screening.rows)
    asked = _asked(rows)
    chosen = must if must in dict(asked) else ""
    if chosen:
        rows = [row for row in rows if _shows(row, chosen)]
    key = COLUMNS.get(sort)
    if key is not None:
        rows.sort(key=lambda row: (row.rank is None and sort != "resume", key(row)))
    number, pages, shown = page_of(rows, page, PAGE_ROWS)
    everybody = screening.rows
    return Ranking(
        rows=tuple(shown),
        sort=sort if sort in COLUMNS else "rank",
        must=chosen,
        page=number,
        pages=pages,
        asked=asked,
        ranked=sum(row.rank is not None for row in everybody),
        unreadable=sum(row.error is not None for row in everybody),
        duplicates=sum(row.duplicate_of is not None for row in everybody),
        total=len(everybody),
        hidden=len(everybody) - len(rows),
    )


def _asked(rows: list[ScreeningRow]) -> tuple[tuple[str, str], ...]:
    report = next((row.match for row in rows if row.match is not None), None)
    if report is None:
        return ()
    return tuple((one.id, one.label) for one in report.requirements if one.importance is Importance.REQUIRED)


def _shows(row: ScreeningRow, requirement: str) -> bool:
    return row.match is not None and any(
        one.id == requirement and one.status is Status.MET for one in row.match.requirements
    )
