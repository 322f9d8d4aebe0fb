"""A ranking without names: rows by their alias, errors without the name of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from matcher.domain.report import Report, Screening, ScreeningRow
from matcher.reports.words import RECRUITER_ERRORS

__all__ = ["blind_screening"]


def blind_screening(screening: Screening, masked: Mapping[str, Report]) -> Screening:
    """Return a ranking without names of files.

    Args:
        screening: the ranking.
        masked: the masked report of each row that has one, by the row's alias.
    """
    return replace(screening, rows=tuple(_blind_row(row, masked.get(row.alias)) for row in screening.rows))


def _blind_row(row: ScreeningRow, report: Report | None) -> ScreeningRow:
    error = row.error
    if error is not None:
        message, remedy = RECRUITER_ERRORS.get(error.code, ("It could not be read.", "Ask for the original file."))
        error = replace(error, message=message, remedy=remedy, file=None)
    missing = row.missing_required
    if report is not None:
        reasons = {one.id: one.reason for one in report.requirements}
        missing = tuple(replace(one, reason=reasons.get(one.id, one.reason)) for one in missing)
    return replace(row, label=f"Resume {row.alias}", match=report, error=error, missing_required=missing)
