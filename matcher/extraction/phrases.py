"""The first component: where a known name stands, the longest one winning."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from matcher.extraction.aliases import AliasIndex
from matcher.extraction.reading import Candidate, Claimant, Reading, reading_of

__all__ = ["PhraseFinder"]

_SPLIT_GAPS = frozenset({" ", "-", "\n"})


class PhraseFinder:
    """Finds aliases as runs of words inside one unit. ``function_words`` never begin a split name ("no SQL")."""

    def __init__(self) -> None:
        self._index = AliasIndex.empty()
        self._function_words: frozenset[str] = frozenset()
        self._singles: frozenset[str] = frozenset()
        self._beginnings: dict[tuple[str, str], list[tuple[str, ...]]] = {}

    def learn(self, index: AliasIndex, function_words: frozenset[str]) -> None:
        """Take in the aliases: single words to be looked up, longer ones by their first two words.

        The hits are those of spaCy's PhraseMatcher, which would need a Doc for each of 20,000 patterns: half a second.
        """
        self._index = index
        self._function_words = function_words
        self._singles = frozenset(key[0] for key in index.entries if len(key) == 1)
        self._beginnings = {}
        for key in index.entries:
            if len(key) > 1:
                self._beginnings.setdefault((key[0], key[1]), []).append(key)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the candidates of a reading."""
        reading = reading_of(doc)
        lowers = reading.tokens.lowers
        spans = [(i, i + 1) for i, word in enumerate(lowers) if word in self._singles]
        for i, pair in enumerate(pairwise(lowers)):
            if pair in self._beginnings:
                spans += [(i, i + len(key)) for key in self._beginnings[pair] if lowers[i : i + len(key)] == key]
        spans += self._split_names(reading)
        reading.candidates = self._longest(reading, spans)
        return doc

    def _longest(self, reading: Reading, spans: list[tuple[int, int]]) -> list[Candidate]:
        unit_of, lowers = reading.unit_of, reading.tokens.lowers
        spans.sort(key=lambda span: (span[0] - span[1], span[0]))
        taken: set[int] = set()
        chosen = []
        for start, end in spans:
            if unit_of[start] < 0 or unit_of[start] != unit_of[end - 1] or not taken.isdisjoint(range(start, end)):
                continue
            key = lowers[start:end]
            found = self._index.entries.get(key) or self._index.entries.get(("".join(w for w in key if w != "-"),))
            if found is not None:
                taken.update(range(start, end))
                chosen += self._candidates(start, end, unit_of[start], found, reading)
        return sorted(chosen, key=lambda c: c.start)

    def _candidates(
        self, start: int, end: int, unit: int, claimants: tuple[Claimant, ...], reading: Reading
    ) -> list[Candidate]:
        """Return the candidate of an alias, or both of one that names two skills. Together neither is in doubt."""
        key = reading.tokens.lowers[start:end]
        middle, apart = self._index.pairs.get(key, (0, False))
        if not middle or not (apart or reading.tokens.gaps[start + middle - 1] == "/"):
            return [Candidate(start, end, unit, claimants)]
        parts = ((start, start + middle, key[:middle]), (start + middle, end, key[middle:]))
        return [
            Candidate(begin, stop, unit, tuple(replace(c, rule=None) for c in self._index.entries.get(part, claimants)))
            for begin, stop, part in parts
        ]

    def _split_names(self, reading: Reading) -> list[tuple[int, int]]:
        """Find one-word names that are written in two ("Elastic Search") or broken at a line's end."""
        lowers, gaps, joinable = reading.tokens.lowers, reading.tokens.gaps, self._index.joinable
        found = []
        for i in range(len(lowers) - 1):
            first, second = lowers[i], lowers[i + 1]
            if second == "-" and gaps[i] == "" and gaps[i + 1] == "\n":
                if first + "".join(lowers[i + 2 : i + 3]) in joinable:
                    found.append((i, i + 3))
                continue
            separable = gaps[i] == "-" or first not in self._function_words
            if gaps[i] in _SPLIT_GAPS and separable and first + second in joinable:
                found.append((i, i + 2))
        return found
