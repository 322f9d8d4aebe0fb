"""Two to four candidates beside each other: requirements as rows, those in which they differ first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Status, Verdict
from matcher.domain.report import Report, RequirementResult
from matcher.reports.blind import best_quote
from matcher.reports.phrases import Quoted

__all__ = ["FEWEST", "MOST", "Cell", "Row", "SideBySide", "side_by_side"]

FEWEST = 2
MOST = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """What one resume says about one requirement, with the best of its quotes."""

    status: Status
    verdict: Verdict
    reason: str
    quote: Quoted | None


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement over all candidates; ``differs`` where not all stand the same."""

    id: str
    label: str
    importance: Importance
    weight: float
    differs: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole table. ``names`` and ``reports`` are the columns, in the order they were asked for."""

    names: tuple[str, ...]
    reports: tuple[Report, ...]
    rows: tuple[Row, ...]

    @property
    def differing(self) -> tuple[Row, ...]:
        """Return the rows in which the candidates differ."""
        return tuple(one for one in self.rows if one.differs)

    @property
    def alike(self) -> tuple[Row, ...]:
        """Return the rows in which they stand the same."""
        return tuple(one for one in self.rows if not one.differs)


def side_by_side(columns: Sequence[tuple[str, Report]]) -> SideBySide:
    """Put reports on the same requirements beside each other, masked ones as masked.

    Rows in which they differ come first, must-haves before nice-to-haves, then what weighs most; else the order of the
    role stays.

    Args:
        columns: name and report of each candidate.

    Raises:
        ValueError: there are fewer than two or more than four, or they were judged on other requirements.
    """
    if not FEWEST <= len(columns) <= MOST:
        raise ValueError(f"between {FEWEST} and {MOST} reports can stand beside each other, not {len(columns)}")
    reports = tuple(report for _, report in columns)
    asked = [tuple(one.id for one in report.requirements) for report in reports]
    if any(one != asked[0] for one in asked):
        raise ValueError("the reports are not on the same requirements")
    rows = [_row(results) for results in zip(*(report.requirements for report in reports), strict=True)]
    rows.sort(key=lambda one: (not one.differs, one.importance is not Importance.REQUIRED, -one.weight))
    return SideBySide(tuple(name for name, _ in columns), reports, tuple(rows))


def _row(results: Sequence[RequirementResult]) -> Row:
    first = results[0]
    stands = {(one.status, one.verdict) for one in results}
    cells = tuple(Cell(one.status, one.verdict, one.reason, best_quote(one.evidence)) for one in results)
    return Row(first.id, first.label, first.importance, first.weight, len(stands) > 1, cells)
