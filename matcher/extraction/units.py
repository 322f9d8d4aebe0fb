"""The stretches of words inside which a rule may look around: statements, and the lines outside of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from matcher.domain.document import Document, Section, SectionKind, Span, Statement, StatementKind
from matcher.domain.folding import Folded
from matcher.extraction.reading import Reading, Unit
from matcher.extraction.tokens import Tokens

__all__ = ["locate_units"]

# From this share of capital letters on, letter case says nothing ("SPRING BOOT AND KAFKA").
_CAPITALS_SHARE = 0.8
_FEWEST_CAPITALS = 8
# Counting letters is slow; so many longer words in small letters settle it without.
_SHORT_WORD, _MOST_SMALL_WORDS = 3, 4


def locate_units(
    reading: Reading, document: Document, folded: Folded, sections: Sequence[Section], statements: Sequence[Statement]
) -> None:
    """Fill in the units of a reading: one for each statement, and one for each line that no statement covers."""
    tokens = reading.tokens
    places = _Places(folded, len(document.text))
    stretches = [(places.inward(s.span), s.section, s.kind) for s in statements]
    stretches += [
        (places.inward(line), _section_at(sections, line.start), StatementKind.SENTENCE)
        for line in _uncovered(document, statements)
    ]
    stretches.sort(key=lambda item: (item[0].start, item[0].end))
    units: list[Unit] = []
    unit_of = [-1] * len(tokens)
    for span, section, kind in stretches:
        start = max(bisect_left(tokens.starts, span.start), units[-1].end if units else 0)
        end = bisect_left(tokens.starts, span.end)
        if start >= end:
            continue
        for index in range(start, end):
            unit_of[index] = len(units)
        units.append(Unit(start, end, section, kind, _in_capitals(tokens, start, end)))
    reading.units = tuple(units)
    reading.unit_of = tuple(unit_of)
    reading.headed = any(section.heading is not None for section in sections)


class _Places:
    """The way from offsets of the document to offsets of its folded copy."""

    def __init__(self, folded: Folded, length: int) -> None:
        self._starts = folded.starts
        self._length = length

    def inward(self, span: Span) -> Span:
        if self._starts is None:
            return span
        return Span(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))


def _uncovered(document: Document, statements: Sequence[Statement]) -> list[Span]:
    """Return the parts of lines that stand in no statement; all lines if there are no statements."""
    covered = sorted(s.span for s in statements)
    lines = [line.span for line in document.lines] or [Span(0, len(document.text))]
    gaps: list[Span] = []
    for line in lines:
        at = line.start
        first = max(bisect_right(covered, Span(line.start, line.start)) - 1, 0)
        for span in covered[first:]:
            if span.start >= line.end:
                break
            if span.end <= at:
                continue
            if span.start > at:
                gaps.append(Span(at, span.start))
            at = max(at, span.end)
        if at < line.end:
            gaps.append(Span(at, line.end))
    return gaps


def _section_at(sections: Sequence[Section], offset: int) -> SectionKind:
    for section in sections:
        if section.span.start <= offset < section.span.end:
            return section.kind
    return SectionKind.OTHER


def _in_capitals(tokens: Tokens, start: int, end: int) -> bool:
    small = 0
    for word in tokens.words[start:end]:
        small += len(word) > _SHORT_WORD and word.islower()
        if small > _MOST_SMALL_WORDS:
            return False
    text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= _FEWEST_CAPITALS and upper >= _CAPITALS_SHARE * (upper + lower)
