"""The first component: where a known name stands, the longest one winning."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from matcher.extraction.aliases import AliasIndex
from matcher.extraction.reading import Candidate, Claimant, Reading, reading_of

__all__ = ["PhraseFinder"]

_SPLIT_GAPS = frozenset({" ", "-", "\n"})


class PhraseFinder:
    """Finds aliases as runs of words inside one unit. ``function_words`` never begin a split name ("no SQL")."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._index = AliasIndex.empty()
        self._function_words: frozenset[str] = frozenset()

    def learn(self, index: AliasIndex, function_words: frozenset[str]) -> None:
        """Take in the aliases. Patterns are built from words directly, which costs a tenth of tokenising them."""
        self._index = index
        self._function_words = function_words
        self._matcher.add("ALIAS", [Doc(self._vocab, words=list(key)) for key in index.entries])

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the candidates of a reading."""
        reading = reading_of(doc)
        spans = [(start, end) for _, start, end in self._matcher(doc)]
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
