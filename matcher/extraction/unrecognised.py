"""The last component: names that stand where a skill would and that the taxonomy does not know."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.context import Context
from matcher.extraction.layout import Layout, is_number, separates
from matcher.extraction.levels import level_end
from matcher.extraction.reading import Candidate, Reading, Unit, reading_of

__all__ = ["UnrecognisedFinder"]

_NAME_WORD = re.compile(r"[^\W\d_][\w+#]*")
_LONGEST_NAME = 3
_SHORTEST_SMALL = 3


class UnrecognisedFinder:
    """Takes the items of lists of skills, and the names behind "experience with", that nothing else explains."""

    def __init__(self) -> None:
        self._context = Context({})

    def learn(self, context: Context) -> None:
        """Take in the word lists."""
        self._context = context

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the unrecognised names of a reading."""
        reading = reading_of(doc)
        new = {word for word in reading.strange if _NAME_WORD.fullmatch(word)}
        strange = [i for i, word in enumerate(reading.tokens.lowers) if word in new]
        # What was laid aside may be a part of the name: "Quovex DB", "quovex.js".
        explained = {i for c in reading.candidates for i in range(c.start, c.end)}
        looked_at = explained.union(i for c in reading.dropped for i in range(c.start, c.end))
        open_words = [i for i in strange if i not in looked_at and reading.unit_of[i] >= 0]
        if not open_words:
            return doc
        layout = Layout(reading, self._context)
        words, unit_of, lists = reading.tokens.words, reading.unit_of, _list_units(open_words, reading)
        units, headed = reading.units, reading.headed
        found: dict[int, int] = {}
        for index in open_words:
            if unit_of[index] not in lists and words[index].islower():
                # Most words of running text.
                continue
            unit = units[unit_of[index]]
            if unit.kind is StatementKind.HEADING or (unit.section is SectionKind.CONTACT and headed):
                continue
            item = self._item(index, unit, layout, explained) or self._after_a_frame(index, unit, layout, explained)
            if item is not None:
                found[item[0]] = item[1]
        reading.unrecognised = sorted(found.items())
        return doc

    def _item(self, index: int, unit: Unit, layout: Layout, explained: set[int]) -> tuple[int, int] | None:
        """Return the whole item of a list of skills with this word, without level and version."""
        tokens, start, end = layout.tokens, index, index + 1
        listed = _is_list(unit)
        if not (listed or layout.is_labelled(unit, index)):
            return None
        while start > unit.start and not separates(tokens, start - 1) and _goes_on(tokens.gaps[start - 1]):
            start -= 1
        while end < unit.end and not separates(tokens, end) and _goes_on(tokens.gaps[end - 1]):
            if level_end(tokens, end, unit, self._context) > end or is_number(tokens.lowers[end]):
                break
            end += 1
        if not (listed or layout.is_labelled(unit, start)) or self._is_label(end, layout, unit):
            return None
        words = range(start, end)
        small = tokens.words[start].islower()
        if len(words) > (1 if small else _LONGEST_NAME) or not explained.isdisjoint(words):
            return None
        if small and (len(tokens.words[start]) < _SHORTEST_SMALL or not listed):
            return None
        return (start, end) if all(_NAME_WORD.fullmatch(tokens.lowers[i]) for i in words) else None

    def _after_a_frame(self, index: int, unit: Unit, layout: Layout, explained: set[int]) -> tuple[int, int] | None:
        """Return the name with this word behind "experience with" or the like, alone or in a coordination."""
        words, lowers = layout.tokens.words, layout.tokens.lowers
        if unit.capitals or words[index].islower():
            return None
        frames = self._context.before_unknown
        if lowers[index] in self._context.regions or not frames.may_occur_in(lowers[unit.start : index]):
            return None
        start, end = self._run(index, unit, layout, explained)
        first = layout.coordination_start(Candidate(start, end, layout.reading.unit_of[index], ()))
        framed = any(frames.end_at(lowers, at, unit.start) for at in {start, first})
        return (start, end) if framed and end - start <= _LONGEST_NAME else None

    @staticmethod
    def _run(index: int, unit: Unit, layout: Layout, explained: set[int]) -> tuple[int, int]:
        """Return where the unexplained capitalised words around a word begin and end."""
        words, gaps = layout.tokens.words, layout.tokens.gaps

        def joins(at: int) -> bool:
            glued = gaps[at - 1] == "." and words[at].islower()
            return glued or (gaps[at - 1] == " " and words[at][0].isupper() and words[at - 1][0].isupper())

        start, end = index, index + 1
        while start > unit.start and start - 1 not in explained and joins(start):
            start -= 1
        while end < unit.end and end not in explained and joins(end):
            end += 1
        return start, end

    @staticmethod
    def _is_label(end: int, layout: Layout, unit: Unit) -> bool:
        return end < unit.end and layout.tokens.lowers[end] == ":"


def _goes_on(gap: str) -> bool:
    return "\n" not in gap and gap != "/"


def _is_list(unit: Unit) -> bool:
    return unit.section is SectionKind.SKILLS and unit.kind is not StatementKind.SENTENCE


def _list_units(open_words: list[int], reading: Reading) -> set[int]:
    """Return the units of some words that are lists of skills, or may be for a colon in them."""
    units, lowers = reading.units, reading.tokens.lowers
    return {
        number
        for number in {reading.unit_of[i] for i in open_words}
        if _is_list(units[number]) or ":" in lowers[units[number].start : units[number].end]
    }
