"""The first component: where a known name stands, the longest one winning."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from matcher.domain.document import StatementKind
from matcher.extraction.aliases import AliasIndex
from matcher.extraction.reading import Candidate, Claimant, Reading, reading_of

__all__ = ["PhraseFinder"]

_START = attrgetter("start")
_SPLIT_GAPS = frozenset({" ", "\n"})


class PhraseFinder:
    """Finds aliases as runs of words inside one unit. ``function_words`` never begin a split name ("no SQL")."""

    def __init__(self) -> None:
        self._index = AliasIndex.empty()
        self._function_words: frozenset[str] = frozenset()
        self._singles: dict[str, tuple[Claimant, ...]] = {}
        self._beginnings: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        self._halves: frozenset[str] = frozenset()

    def learn(self, index: AliasIndex, function_words: frozenset[str]) -> None:
        """Take in the aliases: single words to be looked up, longer ones by their first two words.

        The hits are those of spaCy's PhraseMatcher, which would need a Doc for each of 20,000 patterns: half a second.
        """
        self._index = index
        self._function_words = function_words
        self._singles = {key[0]: found for key, found in index.entries.items() if len(key) == 1}
        self._halves = frozenset(name[:end] for name in index.joinable for end in range(1, len(name)))
        self._beginnings = {}
        for key in index.entries:
            if len(key) > 1:
                self._beginnings.setdefault(key[0], {}).setdefault(key[1], []).append(key)

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the candidates of a reading."""
        reading = reading_of(doc)
        # Each word of the text is looked up once among the many names, and then among the few that it may be.
        lowers, distinct = reading.tokens.lowers, reading.tokens.distinct
        longer = self._split_names(reading)
        begins = {word: self._beginnings[word] for word in self._beginnings.keys() & distinct}
        for i in [i for i, word in enumerate(lowers[:-1]) if word in begins and lowers[i + 1] in begins[word]]:
            keys = begins[lowers[i]][lowers[i + 1]]
            longer += [(i, i + len(key)) for key in keys if lowers[i : i + len(key)] == key]
        pairs = self._index.pairs
        # "Java Spring Boot" is Java and Spring Boot, though "Java Spring" is a name of Spring.
        longer.sort(key=lambda span: (span[0] - span[1], lowers[span[0] : span[1]] in pairs, span[0]))
        taken: set[int] = set()
        chosen = self._longest(reading, longer, taken)
        single, unit_of = {word: self._singles[word] for word in self._singles.keys() & distinct}, reading.unit_of
        for i in [i for i, word in enumerate(lowers) if word in single]:
            if unit_of[i] >= 0 and i not in taken:
                chosen.append(Candidate(i, i + 1, unit_of[i], single[lowers[i]]))
        reading.candidates = sorted(chosen, key=_START)
        return doc

    def _longest(self, reading: Reading, spans: list[tuple[int, int]], taken: set[int]) -> list[Candidate]:
        """Return the candidates of the spans, longest first, that no span before them has taken."""
        unit_of, lowers, entries = reading.unit_of, reading.tokens.lowers, self._index.entries
        chosen: list[Candidate] = []
        for start, end in spans:
            unit = unit_of[start]
            if unit < 0 or not taken.isdisjoint(range(start, end)):
                continue
            if unit != unit_of[end - 1] and not self._runs_over(reading, start, end):
                continue
            key = lowers[start:end]
            found = entries.get(key) or entries.get(("".join(w for w in key if w != "-"),))
            if found is None:
                continue
            taken.update(range(start, end))
            chosen += self._candidates(start, end, unit, found, reading)
        return chosen

    def _runs_over(self, reading: Reading, start: int, end: int) -> bool:
        """Tell whether a name of several words goes on in the next line of running text: "Visual / Studio Code".

        Neither line may hold nothing but its part of the name, as the lines of a list do.
        """
        first, last = reading.unit_of[start], reading.unit_of[end - 1]
        units, claimants = reading.units, self._index.entries.get(reading.tokens.lowers[start:end], ())
        if last != first + 1 or not any(c.rule is None for c in claimants):
            return False
        above, below = units[first], units[last]
        running = above.kind is below.kind is StatementKind.SENTENCE and above.section is below.section
        return running and above.start < start and end < below.end and above.end == below.start

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
        halves = reading.tokens.distinct & self._halves
        whole = halves - self._function_words
        in_two = [i for i, word in enumerate(lowers[:-1]) if word in whole and gaps[i] in _SPLIT_GAPS]
        in_two += [i for i, gap in enumerate(gaps[:-1]) if gap == "-" and lowers[i] in halves]
        found = [(i, i + 2) for i in in_two if lowers[i] + lowers[i + 1] in joinable]
        hyphens = [i for i, word in enumerate(lowers[1:-1]) if word == "-"] if "-" in reading.tokens.distinct else []
        found += [
            (i, i + 3)
            for i in hyphens
            if gaps[i] == "" and gaps[i + 1] == "\n" and lowers[i] + lowers[i + 2] in joinable
        ]
        return found
