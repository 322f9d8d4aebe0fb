"""What was read, line by line, for the page that shows it: marks where evidence stands, what was left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.domain.document import Document, Format, Line, Section, SectionKind, Span
from matcher.domain.report import Report
from matcher.pipeline import Parts, Reading
from matcher.reports.language import gettext
from matcher.reports.phrases import and_list, count
from matcher.reports.words import SECTIONS
from matcher.web.text_marks import MarkedPiece, cut_line, hit_span, join_marks

__all__ = ["Counted", "Job", "LineBox", "TextLine", "TextPage", "TextView", "view_text"]

# Files that a program lays out in pages, but none that we have.
_PAGED_ELSEWHERE = frozenset({Format.DOCX, Format.ODT, Format.RTF})


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line: ``kind`` is "head", "cut" (name and contact), "ignored" or empty; ``boxed`` tells that it has a box."""

    number: int
    kind: str
    pieces: tuple[MarkedPiece, ...]
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class LineBox:
    """Where a line that counted stands on its page, in points from the top left, and what it counted for."""

    line: int
    x: float
    y: float
    width: float
    height: float
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page with its lines, the boxes of those that counted, and the text on it that nobody can see."""

    number: int
    lines: tuple[TextLine, ...]
    boxes: tuple[LineBox, ...]
    hidden: tuple[str, ...]


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
    """All of it. A file without pages is one page; ``laid_out`` are files whose pages only another program knows.

    ``unknown`` are the names that were not recognised, each with the lines it stands in.
    """

    pages: tuple[TextPage, ...]
    sections: tuple[tuple[str, int], ...]
    jobs: tuple[Job, ...]
    counted: tuple[Counted, ...]
    unknown: tuple[tuple[str, tuple[int, ...]], ...]
    worked: str
    paged: bool
    laid_out: bool

    @property
    def hidden(self) -> tuple[str, ...]:
        """Return all text that nobody can see."""
        return tuple(text for page in self.pages for text in page.hidden)

    @property
    def ignores(self) -> bool:
        """Tell whether there are sentences that were left out for not being about the person."""
        return any(line.kind == "ignored" for page in self.pages for line in page.lines)


def view_text(reading: Reading, report: Report) -> TextView:
    """Lay out what was read from one resume, with the evidence of one report."""
    document, sections = reading.parts.document, reading.parts.sections
    lines = _LineNumbers(document)
    hits: list[tuple[Span, str]] = []
    counted = []
    for result in report.requirements:
        words: dict[tuple[str, int], None] = {}
        for evidence in result.evidence:
            span = hit_span(document, evidence)
            hits.append((span, result.label))
            words[evidence.text[slice(*evidence.hit)], lines.at(span.start)] = None
        if words:
            counted.append(Counted(result.id, result.label, result.status.value, result.verdict.value, tuple(words)))
    return TextView(
        pages=tuple(_pages(reading, hits)),
        sections=tuple(
            (_section_name(document, one), lines.at(one.span.start))
            for one in sections
            if document.quote(one.span).strip()
        ),
        jobs=tuple(_jobs(reading)),
        counted=tuple(counted),
        unknown=tuple(_unknown(reading.parts, lines)),
        worked=_worked(reading.profile.months),
        paged=document.format.paged,
        laid_out=document.format in _PAGED_ELSEWHERE,
    )


def _section_name(document: Document, section: Section) -> str:
    """Return what a section is; of a kind that has no name its own heading tells."""
    name = gettext(SECTIONS.get(section.kind.value, ""))
    heading = " ".join(document.quote(section.heading).split()) if section.heading else ""
    return name or heading or gettext("Other")


class _LineNumbers:
    """Finds the line, counted from 1, in which a place of the text stands."""

    def __init__(self, document: Document) -> None:
        self._starts = [line.span.start for line in document.lines]

    def at(self, place: int) -> int:
        return max(bisect_right(self._starts, place), 1)


def _worked(months: int | None) -> str:
    if months is None:
        return gettext("No dates of jobs could be read.")
    years, rest = divmod(months, 12)
    parts = [count(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number]
    time = and_list(parts) or gettext("Under a month")
    return gettext("{time} of dated work, each month counted once.").format(time=time)


def _pages(reading: Reading, hits: Sequence[tuple[Span, str]]) -> Iterator[TextPage]:
    document = reading.parts.document
    marks = join_marks((span for span, _ in hits), (one.span for one in reading.parts.unrecognised))
    kinds = _kinds(reading)
    last = document.pages if document.format.paged else 1
    for page in range(1, last + 1):
        lines, boxes = [], []
        for number, line in enumerate(document.lines, start=1):
            if document.format.paged and line.page != page:
                continue
            kind = next((kind for kind, spans in kinds if any(map(line.span.overlaps, spans))), "")
            labels = tuple(dict.fromkeys(label for span, label in hits if span.overlaps(line.span)))
            box = _box(number, line, labels)
            lines.append(TextLine(number, kind, tuple(cut_line(document, line.span, marks)), boxed=box is not None))
            boxes += [box] if box else []
        hidden = (one.text for one in document.hidden if (one.page or last) == page or not document.format.paged)
        yield TextPage(page, tuple(lines), tuple(boxes), tuple(hidden))


def _kinds(reading: Reading) -> tuple[tuple[str, Sequence[Span]], ...]:
    """Return what kinds of lines there are and where; the first that fits a line is its kind."""
    sections = reading.parts.sections
    return (
        ("head", [one.heading for one in sections if one.heading is not None]),
        ("cut", [one.span for one in sections if one.kind is SectionKind.CONTACT]),
        ("ignored", reading.ignored),
    )


def _box(number: int, line: Line, labels: tuple[str, ...]) -> LineBox | None:
    if line.box is None or not labels:
        return None
    width, height = line.box.x1 - line.box.x0, line.box.bottom - line.box.top
    return LineBox(number, line.box.x0, line.box.top, round(width, 1), round(height, 1), labels)


def _unknown(parts: Parts, lines: _LineNumbers) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Return each name once, as it is written first, with its lines."""
    found: dict[str, tuple[str, dict[int, None]]] = {}
    for one in parts.unrecognised:
        name = " ".join(parts.document.quote(one.span).split())
        found.setdefault(name.casefold(), (name, {}))[1][lines.at(one.span.start)] = None
    yield from ((name, tuple(numbers)) for name, numbers in found.values())


def _jobs(reading: Reading) -> Iterator[Job]:
    for one in reading.profile.positions:
        title = ", ".join(part for part in (one.title, one.company) if part) or gettext("A job without a title")
        end = gettext("now") if one.current else str(one.end) if one.end else "?"
        yield Job(
            title, gettext("{start} to {end}").format(start=one.start, end=end) if one.start else gettext("no dates")
        )
