"""What was read, line by line, for the page that shows it: marks where evidence stands, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matcher.domain.document import Document, Section, SectionKind, Span
from matcher.domain.report import Evidence, Report
from matcher.pipeline import Reading
from matcher.reports.phrases import Piece, count
from matcher.reports.words import SECTIONS

__all__ = ["Counted", "Job", "TextLine", "TextView", "view_text"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: ``kind`` is "head", "cut" (name and contact) or empty."""

    number: int
    page: int
    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A requirement with the words that counted for it, each with its line."""

    requirement: str
    label: str
    status: str
    verdict: str
    hits: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """A position as it was read."""

    title: str
    dates: str


@dataclass(frozen=True, slots=True)
class TextView:
    """All of it; ``hidden`` is text of the file that nobody can see, with its page where the format has pages."""

    lines: tuple[TextLine, ...]
    sections: tuple[tuple[str, int], ...]
    jobs: tuple[Job, ...]
    counted: tuple[Counted, ...]
    hidden: tuple[tuple[str, int | None], ...]
    worked: str
    paged: bool


def view_text(reading: Reading, report: Report) -> TextView:
    """Lay out what was read from one resume, with the evidence of one report."""
    document, sections = reading.parts.document, reading.parts.sections
    starts = {line.span.start: number for number, line in enumerate(document.lines, start=1)}
    marks: list[Span] = []
    counted = []
    for result in report.requirements:
        hits: dict[tuple[str, int], None] = {}
        for evidence in result.evidence:
            span = _hit_span(document, evidence)
            marks.append(span)
            line = max((number for start, number in starts.items() if start <= span.start), default=1)
            hits[evidence.text[slice(*evidence.hit)], line] = None
        if hits:
            counted.append(Counted(result.id, result.label, result.status.value, result.verdict.value, tuple(hits)))
    return TextView(
        lines=tuple(_lines(document, sections, marks)),
        sections=tuple(
            (SECTIONS.get(one.kind.value, "Other"), starts.get(one.span.start, 1))
            for one in sections
            if document.quote(one.span).strip()
        ),
        jobs=tuple(_jobs(reading)),
        counted=tuple(counted),
        hidden=tuple((one.text, one.page if document.format.paged else None) for one in document.hidden),
        worked=_worked(reading.profile.months),
        paged=document.format.paged,
    )


def _worked(months: int | None) -> str:
    if months is None:
        return "No dates of jobs could be read."
    years, rest = divmod(months, 12)
    parts = [count(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number]
    return f"{' and '.join(parts) or 'Under a month'} of dated work, each month counted once."


def _hit_span(document: Document, evidence: Evidence) -> Span:
    """Find the hit of a quote in the text again: the quote's lines were joined, so spaces and hyphens may differ."""
    words = evidence.text[slice(*evidence.hit)]
    pattern = re.compile(r"[-\u2010]?\s*".join(re.escape(char) for char in words if not char.isspace()))
    before = len(pattern.findall(evidence.text[: evidence.hit[0]]))
    found = list(pattern.finditer(document.text, evidence.start, evidence.end))
    if not found:
        return Span(evidence.start, evidence.start)
    match = found[min(before, len(found) - 1)]
    return Span(match.start(), match.end())


def _lines(document: Document, sections: Sequence[Section], marks: Iterable[Span]) -> Iterable[TextLine]:
    merged = _merge(marks)
    headings = [one.heading for one in sections if one.heading is not None]
    contact = [one.span for one in sections if one.kind is SectionKind.CONTACT]
    for number, line in enumerate(document.lines, start=1):
        kind = ""
        if any(line.span.overlaps(one) for one in headings):
            kind = "head"
        elif any(line.span.overlaps(one) for one in contact):
            kind = "cut"
        yield TextLine(number, line.page, kind, tuple(_pieces(document, line.span, merged)))


def _merge(marks: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for mark in sorted(marks):
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, mark.end))
        else:
            merged.append(mark)
    return merged


def _pieces(document: Document, line: Span, marks: Sequence[Span]) -> Iterable[Piece]:
    at = line.start
    for mark in marks:
        if not mark.overlaps(line):
            continue
        start, end = max(mark.start, line.start), min(mark.end, line.end)
        if start > at:
            yield Piece(document.text[at:start], marked=False)
        yield Piece(document.text[start:end], marked=True)
        at = end
    if at < line.end:
        yield Piece(document.text[at : line.end], marked=False)


def _jobs(reading: Reading) -> Iterable[Job]:
    for one in reading.profile.positions:
        title = ", ".join(part for part in (one.title, one.company) if part) or "A job without a title"
        end = "now" if one.current else str(one.end) if one.end else "?"
        yield Job(title, f"{one.start} to {end}" if one.start else "no dates")
