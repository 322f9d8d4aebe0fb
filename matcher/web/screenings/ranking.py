"""The ranking as a page shows it, from the columns of the store alone: sorted, filtered, cut into pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from matcher.domain.judgement import Score
from matcher.domain.screenings import Choice, Decision, ItemStatus, ScreeningItem
from matcher.reports.places import Standing, rank_places
from matcher.web.paging import page_of
from matcher.web.screenings.finding import alias_of

__all__ = ["COLUMNS", "PAGE_ROWS", "Ranking", "Row", "rank_items", "view_ranking"]

PAGE_ROWS = 25
_UNDECIDED = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """One resume. ``copy_of`` and ``near`` are the aliases of an earlier one of the same, or nearly the same, words."""

    item: ScreeningItem
    alias: str
    rank: int | None = None
    tied: bool = False
    copy_of: str = ""
    near: str = ""
    decision: Decision | None = None

    @property
    def score(self) -> Score:
        """Return the figures of the score alone; why it is as it is stands in the report."""
        item = self.item
        return Score(item.score_value, item.score_low or 0.0, item.score_high or 0.0, (), None, "")


@dataclass(frozen=True, slots=True)
class Ranking:
    """One page of rows, and what led to it. ``hidden`` counts the rows that a filter leaves out."""

    rows: tuple[Row, ...]
    sort: str
    must: str
    decided: str
    copies: bool
    page: int
    pages: int
    total: int
    hidden: int
    counts: Mapping[str, int] = field(default_factory=dict)


def rank_items(items: Sequence[ScreeningItem], decisions: Mapping[str, Decision]) -> tuple[Row, ...]:
    """Return all rows in reading order: ranked ones, copies, what could not be read, what is not read yet."""
    aliases = {item.id: alias_of(item) for item in items}
    done = [item for item in items if item.status is ItemStatus.DONE]
    firsts = [item for item in done if item.duplicate_of is None]
    rows = [
        _row(firsts[place.index], aliases, decisions, rank=place.rank, tied=place.tied)
        for place in rank_places([_standing(item) for item in firsts])
    ]
    others = (item for item in done if item.duplicate_of is not None)
    rows += [_row(item, aliases, decisions) for item in others]
    for status in (ItemStatus.FAILED, ItemStatus.CANCELLED, ItemStatus.RUNNING, ItemStatus.QUEUED):
        rows += [_row(item, aliases, decisions) for item in items if item.status is status]
    return tuple(rows)


def view_ranking(everybody: Sequence[Row], query: Mapping[str, str], asked: Sequence[tuple[str, str]]) -> Ranking:
    """Choose the rows of one page. What is asked for and not known is taken as not asked for.

    Args:
        everybody: all rows in reading order.
        query: ``sort``, a key of ``COLUMNS``; ``must``, the id of a must-have that a row has to show; ``decided``, a
            choice or "none"; ``copies``, "no" to leave copies out; ``page``.
        asked: ids and labels of the must-haves.
    """
    must = query.get("must", "") if query.get("must", "") in dict(asked) else ""
    decided = query.get("decided", "")
    decided = decided if decided in {*Choice, _UNDECIDED} else ""
    copies = query.get("copies", "") != "no"
    rows = [
        row
        for row in everybody
        if (not must or _shows(row, must)) and (not decided or _decided(row, decided)) and (copies or not _is_copy(row))
    ]
    sort = query.get("sort", "rank")
    key = COLUMNS.get(sort)
    if key is not None:
        # Without a rank a row stays at the end; by the order in which they came in, all have a place.
        rows.sort(key=lambda row: (row.rank is None and sort != "resume", key(row)))
    number, pages, shown = page_of(rows, query.get("page", "1"), PAGE_ROWS)
    return Ranking(
        rows=tuple(shown),
        sort=sort if sort in COLUMNS else "rank",
        must=must,
        decided=decided,
        copies=copies,
        page=number,
        pages=pages,
        total=len(everybody),
        hidden=len(everybody) - len(rows),
        counts=_counts(everybody),
    )


def _decision_order(row: Row) -> float:
    return list(Choice).index(row.decision.choice) if row.decision else len(Choice)


COLUMNS: Mapping[str, Callable[[Row], float] | None] = {
    "rank": None,
    "resume": lambda row: row.item.position,
    "must": lambda row: -(row.item.required_met or 0),
    "score": lambda row: -(-1.0 if row.item.score_value is None else row.item.score_value),
    "decision": _decision_order,
}


def _row(
    item: ScreeningItem,
    aliases: Mapping[str, str],
    decisions: Mapping[str, Decision],
    *,
    rank: int | None = None,
    tied: bool = False,
) -> Row:
    return Row(
        item,
        aliases[item.id],
        rank,
        tied,
        aliases.get(item.duplicate_of or "", ""),
        aliases.get(item.near_duplicate_of or "", ""),
        decisions.get(item.id),
    )


def _standing(item: ScreeningItem) -> Standing:
    return Standing(
        item.required_met or 0, item.score_value, item.score_low or 0.0, item.score_high or 0.0, item.position
    )


def _shows(row: Row, requirement: str) -> bool:
    item = row.item
    return item.status is ItemStatus.DONE and requirement not in (*item.required_missing, *item.required_weak)


def _decided(row: Row, wanted: str) -> bool:
    return row.decision is None if wanted == _UNDECIDED else row.decision is not None and row.decision.choice == wanted


def _is_copy(row: Row) -> bool:
    return bool(row.copy_of or row.near)


def _counts(rows: Sequence[Row]) -> Mapping[str, int]:
    return {
        "ranked": sum(row.rank is not None for row in rows),
        "copies": sum(bool(row.copy_of) for row in rows),
        "near": sum(bool(row.near) for row in rows),
        "unreadable": sum(row.item.status is ItemStatus.FAILED for row in rows),
        "cancelled": sum(row.item.status is ItemStatus.CANCELLED for row in rows),
        "waiting": sum(row.item.status in {ItemStatus.QUEUED, ItemStatus.RUNNING} for row in rows),
        "decided": sum(row.decision is not None for row in rows),
    }
