"""Doubts about what was read: a text that is no resume, lists of keywords, orders to a program, impossible dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from matcher.domain.candidate import Assertion, CandidateProfile, Contact, SkillMention
from matcher.domain.catalogue import Policy
from matcher.domain.document import (
    Document,
    Format,
    ParseWarning,
    Section,
    SectionKind,
    Span,
    Statement,
    StatementKind,
)
from matcher.evidence.cue_patterns import CueBook, cue_book, lower
from matcher.evidence.dates import date_reader
from matcher.taxonomy.tables import once_per_lists

__all__ = ["DOUBTS", "find_doubts", "find_orders", "without"]

Words = Mapping[str, tuple[str, ...]]
DOUBTS = frozenset({"not_a_resume", "keyword_stuffing", "instruction_text", "date_unlikely"})
"""The codes of the warnings that are made here and not by the parser."""
_NEAR = 30
"""How far into a sentence an order may begin: behind a label such as "Note:"."""
_DATED = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.VOLUNTEERING, SectionKind.PROJECTS})
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING, SectionKind.PUBLICATIONS})
_WHY_UNLIKELY = {
    "end_before_start": "ends before it starts",
    "in_future": "lies in the future",
    "too_long_ago": "lies too long ago",
    "too_long": "is too long",
}
_NAME = re.compile(r"\w[\w.+#-]*")


def find_orders(document: Document, statements: Sequence[Statement], words: Words) -> tuple[Span, ...]:
    """Return the sentences that are addressed to a screening program ("Ignore previous instructions").

    They are to be left out of what the resume shows: see ``without``.
    """
    begins, anywhere, quiet = _order_books(words)
    found = []
    for statement in statements:
        text = lower(document.quote(statement.span).replace("\n", " "))
        told = [hit for hit in begins.find(text) if _opens(text, hit.span.start)]
        if (told or anywhere.find(text)) and not quiet.find(text):
            found.append(statement.span)
    return tuple(found)


def without(
    spans: Sequence[Span], statements: Sequence[Statement], mentions: Sequence[SkillMention]
) -> tuple[tuple[Statement, ...], tuple[SkillMention, ...]]:
    """Return the statements and mentions outside of these spans."""
    if not spans:
        return tuple(statements), tuple(mentions)
    return (
        tuple(one for one in statements if not any(span.overlaps(one.span) for span in spans)),
        tuple(one for one in mentions if not any(span.overlaps(one.span) for span in spans)),
    )


def find_doubts(
    document: Document,
    sections: Sequence[Section],
    statements: Sequence[Statement],
    mentions: Sequence[SkillMention],
    profile: CandidateProfile,
    contact: Contact,
    words: Words,
    policy: Policy,
    *,
    as_of: date,
) -> tuple[ParseWarning, ...]:
    """Return what a reader of the report should know about how the text was read, in the order of the contract."""
    found: list[ParseWarning] = []
    if _is_no_resume(document, sections, mentions, profile, contact, policy):
        found.append(ParseWarning("not_a_resume", "Neither jobs nor education nor an address was found in the text."))
    stuffed = _stuffed(document, statements, mentions, policy)
    if stuffed is not None:
        message = "Very many names of skills stand in a list that no work uses, or stand there again and again."
        found.append(_at(document, stuffed, "keyword_stuffing", message))
    for span in find_orders(document, statements, words):
        message = "A sentence is addressed to a screening program. It was ignored."
        found.append(_at(document, span, "instruction_text", message))
    found += _unlikely_dates(document, statements, words, as_of)
    return tuple(found)


def _books(words: Words) -> tuple[CueBook, CueBook, CueBook]:
    def book(*names: str) -> CueBook:
        return cue_book(((name, cue) for name in names for cue in words.get(f"reading_doubts.{name}", ())), words)

    return book("orders", "addressed"), book("verdicts"), book("quiet")


_order_books = once_per_lists(_books)


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence or a clause behind a label begins at a place of the text."""
    before = text[:at].rstrip(" \"'*([\u201c\u2018")
    return not before or (before[-1] in ".!?:;-\u2013\u2014" and at <= _NEAR) or before[-1] in ".!?"


def _is_no_resume(
    document: Document,
    sections: Sequence[Section],
    mentions: Sequence[SkillMention],
    profile: CandidateProfile,
    contact: Contact,
    policy: Policy,
) -> bool:
    if document.format is Format.JSON_RESUME or profile.positions or profile.education:
        return False
    if contact.email or contact.phone:
        return False
    named = {one.skill for one in mentions if one.assertion is Assertion.CLAIMED}
    parts = {section.kind for section in sections if section.heading is not None}
    parted = len(parts & {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS})
    return len(named) < policy["doubt-few-skills"] or not parted


def _stuffed(
    document: Document, statements: Sequence[Statement], mentions: Sequence[SkillMention], policy: Policy
) -> Span | None:
    """Return the list that is stuffed with names, None where none is.

    Either very many names are listed of which work shows next to none, or a list says the same names again and
    again, or a block of names stands where no list of skills belongs. A long list alone is none: people with twenty
    years of work have one, and their jobs use its names.
    """
    by_statement = {
        one.span: [mention for mention in mentions if one.span.contains(mention.span)]
        for one in statements
        if one.kind is not StatementKind.HEADING
    }
    lists = {span: found for span, found in by_statement.items() if _is_bare(document, span, found)}
    listed = {mention.skill for found in lists.values() for mention in found}
    shown = {
        mention.skill
        for one in statements
        if one.section in _WORK and one.span not in lists
        for mention in by_statement.get(one.span, ())
    }
    longest = max(lists, key=lambda span: (len(lists[span]), -span.start), default=None)
    if longest is None:
        return None
    if len(listed) >= policy["doubt-many-listed"] and len(listed & shown) < policy["doubt-listed-shown"] * len(listed):
        return longest
    if any(_repeats(found, policy) for found in lists.values()):
        return longest
    misplaced = [
        one.span
        for one in statements
        if one.section in _WORK | {SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.OTHER}
        and len({mention.skill for mention in lists.get(one.span, ())} - shown) >= policy["doubt-block-of-names"]
    ]
    return next(iter(misplaced), None)


def _repeats(found: Sequence[SkillMention], policy: Policy) -> bool:
    counts = Counter(mention.skill for mention in found)
    return bool(counts) and max(counts.values()) >= policy["doubt-same-name"]


def _is_bare(document: Document, span: Span, found: Sequence[SkillMention]) -> bool:
    """Tell a list of names from a sentence: at most two words beside each name."""
    text = document.quote(span)
    named = sum(len(_NAME.findall(document.quote(mention.span))) for mention in found)
    return len(found) >= 4 and len(_NAME.findall(text)) <= named + len(found)


def _unlikely_dates(
    document: Document, statements: Sequence[Statement], words: Words, as_of: date
) -> list[ParseWarning]:
    reader = date_reader(words)
    found: list[ParseWarning] = []
    for statement in statements:
        if statement.section not in _DATED or statement.kind in {StatementKind.BULLET, StatementKind.HEADING}:
            continue
        for period in reader.find(document.quote(statement.span), as_of=as_of):
            if period.problem is None or period.single:
                continue
            start = statement.span.start + period.span.start
            span = Span(start, statement.span.start + period.span.end)
            why = _WHY_UNLIKELY.get(period.problem, "cannot be right")
            written = " ".join(document.quote(span).split())
            found.append(_at(document, span, "date_unlikely", f'"{written}" {why}; it was not counted.'))
    return found


def _at(document: Document, span: Span, code: str, message: str) -> ParseWarning:
    """Return a warning with the lines of a span, counted from 1."""
    numbers = [number for number, line in enumerate(document.lines, 1) if line.span.overlaps(span)]
    if not numbers:
        return ParseWarning(code, message)
    page = document.lines[numbers[0] - 1].page
    last = numbers[-1] if len(numbers) > 1 else None
    return ParseWarning(code, message, page if document.format.paged else None, numbers[0], last)
