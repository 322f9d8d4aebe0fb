"""A component: unknown words that are a slip of the pen away from a known name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist
from spacy.tokens import Doc

from matcher.domain.candidate import MatchMethod
from matcher.domain.document import SectionKind, StatementKind
from matcher.extraction.aliases import AliasIndex
from matcher.extraction.context import Context
from matcher.extraction.layout import Layout
from matcher.extraction.names import NameGuard
from matcher.extraction.reading import Candidate, Reading, Why, reading_of

__all__ = ["SpellingMender"]

_CACHE_LIMIT = 20_000
_NONE = ("", 0.0)


class SpellingMender:
    """Compares words that nothing else explains with the known names, by optimal string alignment.

    Args:
        shortest: words with fewer letters are never mended; "Jave" could be anything.
        two_edits_from: from this length of the name on, two slips are forgiven, else one.
        threshold: the lowest similarity.
    """

    def __init__(self, shortest: int, two_edits_from: int, threshold: float) -> None:
        self._shortest = shortest
        self._two_edits_from = two_edits_from
        self._threshold = threshold
        self._context = Context({})
        self._names = NameGuard(self._context)
        self._index = AliasIndex({}, frozenset(), frozenset(), {}, {})
        self._ordinary: frozenset[str] = frozenset()
        self._by_letter: dict[str, list[str]] = {}
        self._cache: dict[str, tuple[str, float]] = {}

    def learn(self, index: AliasIndex, context: Context, ordinary: frozenset[str], threshold: float) -> None:
        """Take in the names and the ordinary words. ``threshold`` from the policy replaces the configured one."""
        self._index, self._context, self._ordinary, self._threshold = index, context, ordinary, threshold
        self._names = NameGuard(context)
        self._by_letter = defaultdict(list)
        for word in sorted(index.speakable):
            if len(word) >= self._shortest and word.isalpha():
                self._by_letter[word[0]].append(word)
        self._cache = {}

    def __call__(self, doc: Doc) -> Doc:
        """Add the words that are slips of the pen."""
        reading = reading_of(doc)
        unknown = self._unknown(reading)
        if not unknown:
            return doc
        self._look_up({reading.tokens.lowers[i] for i in unknown})
        found = [c for i in unknown if (c := self._mend(reading, i)) is not None]
        if found:
            everything = sorted([*reading.candidates, *found], key=lambda c: c.start)
            layout = Layout(_with(reading, everything), self._context)
            kept = [c for c in found if self._stands_as_skill(c, layout)]
            reading.candidates = sorted([*reading.candidates, *kept], key=lambda c: c.start)
        return doc

    def _unknown(self, reading: Reading) -> list[int]:
        """Return the words that are no part of a candidate, no known word, and not repeated (a name, then)."""
        lowers = reading.tokens.lowers
        explained = {i for c in (*reading.candidates, *reading.dropped) for i in range(c.start, c.end)}
        counts = Counter(lowers)
        return [
            i
            for i, word in enumerate(lowers)
            if len(word) >= self._shortest
            and i not in explained
            and self._cache.get(word) != _NONE
            and word.isalpha()
            and word not in self._index.words
            and word not in self._ordinary
            and counts[word] < 3
            and reading.unit_of[i] >= 0
        ]

    def _look_up(self, words: set[str]) -> None:
        if len(self._cache) > _CACHE_LIMIT:
            self._cache.clear()
        by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            if word not in self._cache:
                by_letter[word[0]].append(word)
        for letter, group in by_letter.items():
            names = self._by_letter.get(letter, ())
            if names:
                self._compare(group, names)
            else:
                self._cache.update(dict.fromkeys(group, _NONE))

    def _compare(self, group: Sequence[str], names: Sequence[str]) -> None:
        table = cdist(group, names, scorer=OSA.normalized_similarity, score_cutoff=self._threshold)
        best = table.argmax(axis=1)
        for row, word in enumerate(group):
            name, similarity = names[best[row]], float(table[row][best[row]])
            allowed = 2 if len(name) >= self._two_edits_from else 1
            edits = round((1 - similarity) * max(len(name), len(word)))
            self._cache[word] = (name, similarity) if similarity > 0 and edits <= allowed else _NONE

    def _mend(self, reading: Reading, index: int) -> Candidate | None:
        name, similarity = self._cache[reading.tokens.lowers[index]]
        if not name:
            return None
        claimants = self._index.entries[self._index.speakable[name]]
        candidate = Candidate(index, index + 1, reading.unit_of[index], claimants)
        candidate.kept = next(c for c in claimants if c.rule is None or not c.rule.needs_company)
        candidate.method, candidate.similarity, candidate.why = MatchMethod.SPELLING, similarity, Why.SPELLING
        return candidate

    def _stands_as_skill(self, candidate: Candidate, layout: Layout) -> bool:
        """Tell whether the word stands where a skill would, not where a person's or a firm's name would.

        Example: "Postgress" in a list or beside Redis, but not "Jenkin" in "reported to Ann Jenkin".
        """
        if self._names.reason_against(candidate, layout) is not None:
            return False
        unit = layout.unit(candidate)
        if layout.neighbours(candidate) or layout.in_skill_list(candidate):
            return True
        words, lowers = layout.tokens.words, layout.tokens.lowers
        at, context = candidate.start, self._context
        if context.before_strong.end_at(lowers, at, unit.start) or context.before_weak.end_at(lowers, at, unit.start):
            return True
        if context.after.begin_at(lowers, at + 1, unit.end):
            return True
        if unit.kind in {StatementKind.ENTRY, StatementKind.HEADING} or unit.section is SectionKind.CONTACT:
            return unit.section is SectionKind.SKILLS
        if (
            at > unit.start
            and words[at - 1].istitle()
            and words[at].istitle()
            and words[at - 1].lower() not in context.after
        ):
            return False
        if not words[at][1:].islower() or len(lowers[at]) >= self._two_edits_from:
            return True
        return any(c.unit == candidate.unit and c is not candidate and c.kept for c in layout.reading.candidates)


def _with(reading: Reading, candidates: list[Candidate]) -> Reading:
    return Reading(reading.tokens, reading.units, reading.unit_of, reading.headed, candidates)
