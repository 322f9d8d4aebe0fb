"""Jobs told in sentences, for resumes in which no line heads a job: "From 2019 to 2022 I was at Tern"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from matcher.domain.candidate import Position
from matcher.domain.document import Document, SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import fold
from matcher.evidence.cue_patterns import CueBook, Words, cue_book, lower
from matcher.evidence.dates import Period, date_reader
from matcher.evidence.other_lines import OtherLines, other_lines
from matcher.taxonomy.tables import once_per_lists

__all__ = ["find_told_positions", "is_told", "stretches", "without_between"]

_BESIDE = frozenset(
    {
        SectionKind.EDUCATION,
        SectionKind.COURSES,
        SectionKind.CERTIFICATIONS,
        SectionKind.PROJECTS,
        SectionKind.PUBLICATIONS,
        SectionKind.VOLUNTEERING,
        SectionKind.INTERESTS,
        SectionKind.REFERENCES,
    }
)
_BETWEEN = re.compile(r"(?<=\bbetween )([^.;,]{4,20}) and (?=[^.;,]{4,20})")
_JOINED = re.compile(
    r"(?<!\w)(?:joined|started|began|came to|moved to|hired)\b[^.;]{0,50}?\bin (?:[a-z]+ ){0,2}?((?:19|20)\d\d)(?!\d)"
)
_EDGE = 2
_TELLER = re.compile(r"(?<!\w)(?:i|i've|he|she|they|we)(?!\w)")
_STILL = re.compile(r"(?<!\w)(?:still|today|now|since)(?!\w)")


def _book(words: Words) -> CueBook:
    tags = ("study", "hobby")
    return cue_book(((tag, cue) for tag in tags for cue in words.get(f"context_cues.{tag}", ())), words)


_other_book = once_per_lists(_book)


def find_told_positions(
    document: Document, statements: Sequence[Statement], words: Words, *, as_of: date
) -> tuple[Position, ...]:
    """Return the jobs that sentences tell of; each reaches to the next one or to the end of its section.

    Such a job has neither title nor employer, and its sentence is both its head and told work. Sentences about study,
    pastimes and time without work tell of none.

    Args:
        document: the resume.
        statements: its statements.
        words: the lexicon.
        as_of: the day of judgement.
    """
    found: list[Position] = []
    others = other_lines(words)
    reader, book = date_reader(words), _other_book(words)
    for statement in sorted(statements, key=lambda one: one.span):
        if statement.section in _BESIDE or statement.kind is StatementKind.HEADING:
            continue
        text = lower(fold(document.quote(statement.span)).text)
        period = next(iter(stretches(text, reader.find(without_between(text), as_of=as_of))), None)
        open_job = found[-1] if found else None
        claimed = statement.section is SectionKind.SUMMARY and period is not None and _claims(text, period)
        if period and not claimed and not book.find(text) and not _is_other(text, period, others):
            span = statement.span
            found.append(Position(None, None, span, span, period.start, period.end, period.current))
        elif open_job and not _parted(document, open_job.span, statement, others):
            found[-1] = _reaching(open_job, statement.span.end)
    return tuple(found)


def is_told(position: Position) -> bool:
    """Tell a job that a sentence tells of from one with a head of its own."""
    return position.title is None and position.company is None


def without_between(text: str) -> str:
    """Return a text with "between May 2019 and June 2021" written as a range; no place moves."""
    return _BETWEEN.sub(r"\1 to  ", text)


def stretches(text: str, found: Sequence[Period]) -> Iterable[Period]:
    """Return the periods of a sentence that are no single dates, and "joined in 2021 and am still there"."""
    for period in found:
        if not period.single and period.problem is None:
            yield period
    joined = _JOINED.search(text)
    single = next((one for one in found if one.single and joined and one.span.end >= joined.start(1)), None)
    if joined and single and _STILL.search(text):
        yield Period(single.span, single.start, None, current=True)


def _claims(text: str, period: Period) -> bool:
    """Tell a length of experience from a job: "Server code with PostgreSQL since 2019"."""
    ends = len(text) - period.span.end <= _EDGE
    return period.current and ends and text[period.span.start :].startswith("since") and not _TELLER.search(text)


def _is_other(text: str, period: Period, others: OtherLines) -> bool:
    beside = text[: period.span.start] + text[period.span.end :]
    return others.is_time_off(beside) or others.names_degree(beside)


def _parted(document: Document, span: Span, statement: Statement, others: OtherLines) -> bool:
    """Tell what belongs to no job any more: a degree behind the last one."""
    text = document.quote(statement.span)
    return statement.span.start < span.end or (len(text.split()) < 20 and others.names_degree(text))


def _reaching(position: Position, end: int) -> Position:
    return Position(
        None, None, Span(position.span.start, end), position.head, position.start, position.end, position.current
    )
