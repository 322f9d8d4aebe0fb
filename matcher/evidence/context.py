"""Where a statement stands: in which position, and what kind of doing it tells of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from matcher.domain.candidate import Context, Level, Position
from matcher.domain.document import Document, SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import Folded, fold
from matcher.evidence.cue_patterns import CueBook, Words, cue_book, lower
from matcher.taxonomy.tables import once_per_lists

__all__ = ["Place", "Places", "beside_work", "find_places"]

_BY_SECTION = {
    SectionKind.SUMMARY: Context.SUMMARY,
    SectionKind.ABOUT: Context.SUMMARY,
    SectionKind.EXPERIENCE: Context.WORK,
    SectionKind.RESPONSIBILITIES: Context.WORK,
    SectionKind.PROJECTS: Context.PROJECT,
    SectionKind.SKILLS: Context.LIST,
    SectionKind.EDUCATION: Context.STUDY,
    SectionKind.COURSES: Context.STUDY,
    SectionKind.CERTIFICATIONS: Context.STUDY,
    SectionKind.PUBLICATIONS: Context.RESEARCH,
    SectionKind.VOLUNTEERING: Context.HOBBY,
    SectionKind.INTERESTS: Context.HOBBY,
}
_TELLING = frozenset({StatementKind.SENTENCE, StatementKind.BULLET})
_BY_TRADE = {"internship": Context.INTERNSHIP, "research": Context.RESEARCH, "volunteer": Context.HOBBY}
_BY_CUE = {"hobby": Context.HOBBY, "study": Context.STUDY, "research": Context.RESEARCH}
_DATED = re.compile(r"(?:19|20)\d\d(?:\s*-\s*(?:(?:19|20)\d\d|now|today))?[:,]?\s+[^\W\d]")
_STORY = 300
"""So many characters at least make a story; a summary of two lines is none."""
_DOING = ("done", "does", "praise")
_LOOSE = frozenset({Context.OTHER, Context.SUMMARY})


@dataclass(frozen=True, slots=True)
class Place:
    """A statement with its folded text, ready for cues. ``text`` is in lower case; offsets go through ``folded``.

    ``levels`` keeps what ``level_of`` found for each clause.
    """

    statement: Statement
    folded: Folded
    text: str
    context: Context
    position: int | None
    levels: dict[Span, tuple[Level, bool]] = field(default_factory=dict, compare=False, repr=False)

    def origin(self, span: Span) -> Span:
        """Return the document's span of a span of ``text``."""
        inside = self.folded.origin(span)
        return Span(self.statement.span.start + inside.start, self.statement.span.start + inside.end)

    def inner(self, span: Span) -> Span:
        """Return about where in ``text`` a span of the document lies."""
        offset = self.statement.span.start
        if self.folded.starts is None:
            return Span(span.start - offset, span.end - offset)
        starts = self.folded.starts
        first = bisect_right(starts, span.start - offset) - 1
        return Span(max(first, 0), max(bisect_right(starts, span.end - offset - 1), first + 1))


@dataclass(frozen=True, slots=True)
class Places:
    """All statements of a resume with their places, in order."""

    places: tuple[Place, ...]
    _starts: tuple[int, ...]

    def at(self, span: Span) -> Place | None:
        """Return the statement in which a span lies."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0 or not self.places[index].statement.span.overlaps(span):
            return None
        return self.places[index]


def _context_books(words: Words) -> tuple[CueBook, CueBook]:
    def book(tags: Iterable[str]) -> CueBook:
        return cue_book(((tag, cue) for tag in tags for cue in words.get(f"context_cues.{tag}", ())), words)

    return book(_BY_CUE), book(_DOING)


_books = once_per_lists(_context_books)


def find_places(
    document: Document,
    statements: Sequence[Statement],
    positions: Sequence[Position],
    trades: Sequence[str],
    words: Words,
) -> Places:
    """Give every statement its position and its kind of doing.

    A cue in the statement ("in my spare time", "for my thesis") goes before the section it stands in. What tells of
    doing is work also where no job was found around it: "At Larkfield I rewrote the importer" under a heading of the
    writer's own making. A summary is believed so only in the past tense ("Rewrote the importer at Larkfield"), unless
    it is where the resume tells its story, being longer than all that is told of jobs.
    """
    book, doing = _books(words)
    story = _tells_story(statements, positions)
    found = []
    for statement in sorted(statements, key=lambda one: one.span):
        folded = fold(document.quote(statement.span))
        # A line break inside a statement is a space: "records,\nand" ends a clause as "records, and" does.
        text = lower(folded.text).replace("\n", " ")
        position = position_of(statement.span, positions)
        hits = [hit.tag for hit in book.find(text)]
        context = _BY_CUE[hits[0]] if hits else _context(statement, position, trades)
        dated = _DATED.match(text) if position is None and not hits else None
        beside = dated and beside_work(text, words)
        if beside:
            context = beside
        elif dated and context in _LOOSE:
            # An engagement of a freelancer, told in a line: "2025 Ticket shop, Laravel and MySQL".
            context = Context.WORK
        if context in _LOOSE and statement.kind in _TELLING and not hits and not beside:
            tags = {hit.tag for hit in doing.find(text)}
            if "praise" not in tags and (context is Context.OTHER or "done" in tags or (story and "does" in tags)):
                context = Context.WORK
        found.append(Place(statement, folded, text, context, position))
    return Places(tuple(found), tuple(place.statement.span.start for place in found))


def beside_work(text: str, words: Words) -> Context | None:
    """Return what a dated line tells of where it is no work: a course, or time without work; else None.

    Example: "2017 - 2026 At home with three children".
    """
    dated = _DATED.match(text)
    told = text[dated.end() - 1 :] if dated else text
    if told.startswith(words.get("education_words.course", ())):
        return Context.STUDY
    return Context.OTHER if told.startswith(words.get("position_words.time_off", ())) else None


def position_of(span: Span, positions: Sequence[Position]) -> int | None:
    """Return the index of the innermost position that a span lies in."""
    inside = [index for index, position in enumerate(positions) if position.span.overlaps(span)]
    return min(inside, key=lambda index: (positions[index].span.end - positions[index].span.start, index), default=None)


def _tells_story(statements: Sequence[Statement], positions: Sequence[Position]) -> bool:
    """Tell whether more is told outside of jobs than inside, lists left out."""
    inside = outside = 0
    for statement in statements:
        size = statement.span.end - statement.span.start
        if statement.kind not in _TELLING:
            continue
        if position_of(statement.span, positions) is not None:
            inside += size
        elif _BY_SECTION.get(statement.section, Context.OTHER) in _LOOSE:
            outside += size
    return outside > max(inside, _STORY)


def _context(statement: Statement, position: int | None, trades: Sequence[str]) -> Context:
    if position is not None:
        return _BY_TRADE.get(trades[position], Context.WORK)
    if statement.kind is StatementKind.HEADING:
        return Context.OTHER
    return _BY_SECTION.get(statement.section, Context.OTHER)
