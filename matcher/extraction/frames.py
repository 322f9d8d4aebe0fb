"""What the words around a name say of any technology: the phrase before, the noun or version behind, the scene."""

from __future__ import annotations

import re
from enum import IntEnum

from matcher.domain.document import SectionKind
from matcher.extraction.context import Context
from matcher.extraction.layout import Layout, is_number
from matcher.extraction.reading import Candidate, Unit

__all__ = ["Frame", "Frames", "Version"]

_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_PAST = re.compile(r"[a-z]{3,}ed")
# So far before a preposition its noun or verb may stand: "a parser for pull requests in Go".
_REACH = 3
_ASKING = frozenset({SectionKind.REQUIRED, SectionKind.PREFERRED})
_BREAKS = frozenset(",;:")
_ENDS = frozenset(",;.()!")
_JOINING = frozenset({"and", "or", "&"})


class Frame(IntEnum):
    """How surely a technology follows on the words before it."""

    NONE = 0
    WEAK = 1
    STRONG = 2


class Version(IntEnum):
    """What the number behind a name is: 1.21 is a version, 7 may be anything, 2019 is a year."""

    YEAR = -1
    NONE = 0
    NUMBER = 1
    DECIMAL = 2


class Frames:
    """Answers by the lists of lexicon/context_words.yaml."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def before(self, candidate: Candidate, layout: Layout, *, language: bool) -> Frame:
        """Return what the words before a name say; the items of one coordination share them ("in Yarrow and Bash")."""
        unit = layout.unit(candidate)
        best = self._before(candidate.start, unit, layout, language=language)
        if best is not Frame.STRONG:
            first = layout.coordination_start(candidate)
            if first != candidate.start:
                best = max(best, self._before(first, unit, layout, language=language))
        return best

    def _before(self, start: int, unit: Unit, layout: Layout, *, language: bool) -> Frame:
        lowers, context = layout.tokens.lowers, self._context
        if language and context.before_language.end_at(lowers, start, unit.start):
            return Frame.STRONG
        if context.before_strong.end_at(lowers, start, unit.start):
            return Frame.STRONG
        weak = context.before_weak.end_at(lowers, start, unit.start) or self._stands_as_object(start, unit, layout)
        return max(Frame.WEAK if weak else Frame.NONE, self._work_in(start, unit, layout))

    def _stands_as_object(self, start: int, unit: Unit, layout: Layout) -> bool:
        """Tell whether a name follows directly on a verb, or "in" talk of software: "connected Segment".

        Not what people do with people, plants and places ("visited Delphi"), and no name that people or cities have.
        """
        lowers, context = layout.tokens.lowers, self._context
        before = start - 1
        if before < unit.start or not layout.tokens.words[start][0].isupper() or self.is_peoples(lowers[start]):
            return False
        word = lowers[before]
        if word in context.loose_links:
            if before == unit.start or context.lived_in.end_at(lowers, before, unit.start):
                return False
            return context.scene.any_of((*lowers[unit.start : start], *lowers[start + 1 : unit.end]))
        return _PAST.fullmatch(word) is not None and word not in context.everyday_verbs

    def is_peoples(self, word: str) -> bool:
        """Tell whether a capital letter may as well be that of a person or a place."""
        return word in self._context.name_like or word in self._context.cities

    def _work_in(self, start: int, unit: Unit, layout: Layout) -> Frame:
        """Return how surely work stands before "in", "with" or "on": "a compiler in", "builds run in"."""
        lowers, context = layout.tokens.lowers, self._context
        at, best = start - 1, Frame.NONE
        weak = at > unit.start and lowers[at] in context.weak_links
        if at <= unit.start or not (weak or lowers[at] in context.work_links):
            return best
        for index in range(at - 1, max(unit.start, at - _REACH) - 1, -1):
            word = lowers[index]
            if not word[0].isalpha():
                break
            if word in context.scene:
                return Frame.WEAK if weak else Frame.STRONG
            if word in context.work:
                best = Frame.WEAK
        return best

    def version(self, end: int, unit: Unit, layout: Layout) -> Version:
        """Return what the number behind a name is."""
        lowers = layout.tokens.lowers
        if end >= unit.end or not is_number(lowers[end]):
            return Version.NONE
        if _YEAR.fullmatch(lowers[end]):
            return Version.YEAR
        if end + 1 < unit.end and lowers[end + 1] in self._context.durations:
            return Version.NUMBER
        return Version.DECIMAL if "." in lowers[end] else Version.NUMBER

    def noun_follows(self, end: int, unit: Unit, layout: Layout) -> bool:
        """Tell whether a technical noun or name follows: "Go services", "Delphi desktop client", "Rust web API"."""
        lowers, gaps, after = layout.tokens.lowers, layout.tokens.gaps, self._context.after
        if end < unit.end and is_number(lowers[end]) and "." in lowers[end]:
            end += 1
        if end >= unit.end:
            return False
        if gaps[end - 1] == "-":
            return lowers[end] in self._context.hyphen_suffixes
        if after.begin_at(lowers, end, unit.end) or layout.begins_plain(end):
            return True
        loose = lowers[end].isalpha() and lowers[end] not in self._context.function_words and gaps[end] == " "
        return loose and after.begin_at(lowers, end + 1, min(end + 2, unit.end))

    def is_asked_for(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether it is what a part of a list of demands is about: "Some Zed", "1.2 Zed", "Zed would be a bonus".

        A verb or an adjective has other words behind it: "Go the extra mile", "Swift delivery".
        """
        unit, tokens, context = layout.unit(candidate), layout.tokens, self._context
        if unit.section not in _ASKING or not tokens.words[candidate.start][0].isupper():
            return False
        start = max(
            (i + 1 for i in range(unit.start, candidate.start) if tokens.lowers[i] in _BREAKS), default=unit.start
        )
        before = tokens.lowers[start : candidate.start]
        if any(word[0].isalpha() and word not in context.asked_before for word in before):
            return False
        end = candidate.end
        return (
            end >= unit.end or tokens.lowers[end] in _ENDS or context.asked_after.begin_at(tokens.lowers, end, unit.end)
        )

    def is_known_a_little(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether a line says how well one knows it, and nothing else: "Rusty Zed", "Know a little Zed and Bash".

        A verb or an adjective has other words behind it: "Some swift delivery".
        """
        unit, tokens, context = layout.unit(candidate), layout.tokens, self._context
        before, end = tokens.lowers[unit.start : candidate.start], candidate.end
        if not tokens.words[candidate.start][0].isupper() or context.weakly.isdisjoint(before):
            return False
        if any(word not in context.asked_before and word not in context.weakly for word in before):
            return False
        joined = end + 1 < unit.end and tokens.lowers[end] in _JOINING and tokens.words[end + 1][0].isupper()
        return end >= unit.end or tokens.lowers[end] in _ENDS or joined

    def work_follows(self, end: int, unit: Unit, layout: Layout) -> bool:
        """Tell whether a word of technical work follows directly: "Sentry pages", "Iceberg tables"."""
        lowers = layout.tokens.lowers
        beside = end < unit.end and layout.tokens.gaps[end - 1] == " "
        return beside and (lowers[end] in self._context.scene or lowers[end] in self._context.work)

    def opens_as_name(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether a sentence's first word is a name for want of an article: "Octopus carries", "Jest snapshots".

        Verbs, adjectives and trades open a bullet without one ("React to alarms", "Express delivery", "Chef for two").
        """
        tokens, unit, end = layout.tokens, layout.unit(candidate), candidate.end
        words, word = tokens.words, tokens.lowers[candidate.start]
        if end >= unit.end or tokens.gaps[end - 1] != " " or not words[end].islower():
            return False
        if not words[candidate.start].istitle() or word in self._context.opening_words or self.is_peoples(word):
            return False
        return layout.opens_sentence(candidate) and not layout.case_is_silent(candidate)

    def has_scene(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether the statement speaks of software in words that hardly ever speak of anything else."""
        unit, lowers, scene = layout.unit(candidate), layout.tokens.lowers, self._context.scene
        before, behind = lowers[unit.start : candidate.start], lowers[candidate.end : unit.end]
        return scene.any_of(before) or scene.any_of(behind)
