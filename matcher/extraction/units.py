"""The stretches of words inside which a rule may look around: statements, and the lines outside of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from string import ascii_lowercase, ascii_uppercase

from matcher.domain.document import Document, Section, SectionKind, Statement, StatementKind
from matcher.domain.folding import Folded
from matcher.extraction.reading import Reading, Unit
from matcher.extraction.tokens import Tokens

__all__ = ["locate_units"]

# From this share of capital letters on, letter case says nothing ("SPRING BOOT AND KAFKA").
_CAPITALS_SHARE = 0.8
_FEWEST_CAPITALS = 8
_PLACE = itemgetter(0, 1)
_CASES = (ascii_uppercase.encode(), ascii_lowercase.encode())
# Counting letters is slow; so many longer words in small letters settle it without.
_SHORT_WORD, _MOST_SMALL_WORDS = 3, 4


def locate_units(
    reading: Reading, document: Document, folded: Folded, sections: Sequence[Section], statements: Sequence[Statement]
) -> None:
    """Fill in the units of a reading: one for each statement, and one for each line that no statement covers."""
    tokens, starts = reading.tokens, reading.tokens.starts
    stretches = [(s.span.start, s.span.end, s.section, s.kind) for s in statements]
    stretches += [
        (start, end, _section_at(sections, start), StatementKind.SENTENCE)
        for start, end in _uncovered(document, statements)
    ]
    if folded.starts is not None:
        inward = folded.starts
        stretches = [
            (bisect_left(inward, begin), bisect_left(inward, stop), section, kind)
            for begin, stop, section, kind in stretches
        ]
    stretches.sort(key=_PLACE)
    units: list[Unit] = []
    unit_of = [-1] * len(tokens)
    end = 0
    for begin, stop, section, kind in stretches:
        start = max(bisect_left(starts, begin), end)
        last = bisect_left(starts, stop)
        if start < last:
            end = last
            unit_of[start:end] = [len(units)] * (end - start)
            units.append(Unit(start, end, section, kind, _in_capitals(tokens, start, end)))
    reading.units = tuple(units)
    reading.unit_of = tuple(unit_of)
    reading.headed = any(section.heading is not None for section in sections)


def _uncovered(document: Document, statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Return the parts of lines that stand in no statement; all lines if there are no statements."""
    covered = sorted((s.span.start, s.span.end) for s in statements)
    lines = [(line.span.start, line.span.end) for line in document.lines] or [(0, len(document.text))]
    begins = [begin for begin, _ in covered]
    gaps: list[tuple[int, int]] = []
    for at, line_end in lines:
        last = bisect_right(begins, at) - 1
        if last >= 0 and covered[last][1] >= line_end:
            # Most lines: one statement holds all of it.
            continue
        first = max(bisect_right(covered, (at, at)) - 1, 0)
        for start, end in islice(covered, first, None):
            if start >= line_end:
                break
            if end <= at:
                continue
            if start > at:
                gaps.append((at, start))
            at = max(at, end)
        if at < line_end:
            gaps.append((at, line_end))
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
    if text.isascii():
        letters = text.encode()
        upper, lower = (len(letters) - len(letters.translate(None, case)) for case in _CASES)
    else:
        upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if upper < _FEWEST_CAPITALS:
        return False
    return upper >= _CAPITALS_SHARE * (upper + lower)
