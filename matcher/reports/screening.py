"""Ranks many results against one target: an order to read in, with every file kept as a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.catalogue import Importance
from matcher.domain.judgement import Status
from matcher.domain.report import (
    JobFacts,
    MissingRequirement,
    Report,
    ReportWarning,
    RoleFacts,
    RowError,
    Screening,
    ScreeningRow,
)
from matcher.errors import InputError
from matcher.reports.places import Standing, rank_places

__all__ = ["alias_of", "rank_rows"]


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, with the number it was handed in under."""

    number: int
    label: str
    report: Report


def rank_rows(
    results: Iterable[tuple[str, Report | InputError]],
    *,
    role: RoleFacts | None = None,
    job: JobFacts | None = None,
    as_of: date,
) -> Screening:
    """Put results in reading order: ranked ones, duplicates, then files that could not be read.

    The order is that of ``places``. A file with the same bytes or the same words as an earlier one is ranked once,
    there.

    Args:
        results: file name and what came of the file, in the order they were handed in.
        role: the role profile compared with, if any.
        job: the job description compared with, if any.
        as_of: the day of judgement.
    """
    ranked: list[_Read] = []
    copies: list[ScreeningRow] = []
    errors: list[ScreeningRow] = []
    seen: dict[str, int] = {}
    for number, (label, result) in enumerate(results, start=1):
        if isinstance(result, InputError):
            errors.append(_error_row(number, label, result))
            continue
        keys = [key for key in (result.input.sha256, result.input.text_sha256) if key]
        first = next((seen[key] for key in keys if key in seen), None)
        for key in keys:
            seen.setdefault(key, number if first is None else first)
        read = _Read(number, label, result)
        if first is None:
            ranked.append(read)
        else:
            copies.append(_copy_row(read, first))
    return Screening(role, job, as_of, (*_ranked_rows(ranked), *copies, *errors))


def _ranked_rows(reads: Sequence[_Read]) -> Iterable[ScreeningRow]:
    for place in rank_places([_standing(one) for one in reads]):
        yield replace(_row(reads[place.index]), rank=place.rank, tied=place.tied)


def _standing(read: _Read) -> Standing:
    score = read.report.score
    return Standing(read.report.coverage.required.met, score.value, score.low, score.high, read.number)


def alias_of(number: int) -> str:
    """Return what a resume is called where no name is shown, by the number it was handed in under."""
    return f"A{number}"


def _row(read: _Read) -> ScreeningRow:
    report = read.report
    return ScreeningRow(
        label=read.label,
        alias=alias_of(read.number),
        rank=None,
        tied=False,
        score=report.score,
        coverage=report.coverage,
        missing_required=tuple(
            MissingRequirement(one.id, one.label, one.reason)
            for one in report.requirements
            if one.importance is Importance.REQUIRED and one.status is Status.MISSING
        ),
        warnings=report.warnings,
        match=report,
        error=None,
        duplicate_of=None,
    )


def _copy_row(read: _Read, first: int) -> ScreeningRow:
    row = _row(read)
    warning = ReportWarning("duplicate", f"Same text as {alias_of(first)}.", None)
    return replace(row, duplicate_of=alias_of(first), warnings=(*row.warnings, warning))


def _error_row(number: int, label: str, error: InputError) -> ScreeningRow:
    return ScreeningRow(
        label=label,
        alias=alias_of(number),
        rank=None,
        tied=False,
        score=None,
        coverage=None,
        missing_required=(),
        warnings=(),
        match=None,
        error=RowError(error.code.value, error.message, error.remedy, error.file),
        duplicate_of=None,
    )
