"""The small language of cue phrases, and the search for many of them at once.

A cue is a row of elements parted by spaces, matched in lower case by whole word:

* ``word``; ``word*`` with any ending, ``*ed`` with any beginning; ``back-end`` also matches "backend" and "back end"
* ``a|b*`` either; ``[a|the]`` may be left out, and so may ``[up to]``
* ``<name>`` any phrase of the family ``name`` in ``cue_words`` (verbs, people) or ``thing_words``
* ``a_b|c`` an alternative of two words
* ``..`` up to two words, ``...`` up to six of the same clause (a full stop or semicolon ends it)
* ``^`` the start of the statement
* ``{number}``, ``{number>2}``, ``{number<3}`` in digits or words; ``{percent}``; ``{nines}`` ("99.95 %");
  ``{factor}`` ("3x", "ten times"); ``{duration}`` ("120 ms", "9 h"); ``{rate}`` ("12 000 requests per second",
  "2 million users")
* ``A & B`` both cues in one sentence, in any order, at most ten words apart; ``A & !B`` a sentence without B. So two
  families of words make one cue: ``<teach> & <juniors>`` finds "two apprentices, whom I taught SQL".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.domain.document import Span
from matcher.evidence.cue_language import FAMILIES, LONGEST_BEGINNING, WORD, Key, Words, anchors, source

__all__ = ["CueBook", "CueHit", "Words", "cue_book", "lower"]

_SENTENCE = re.compile(r"(?:[^.;!?]++|[.!?](?=\S))+")
_APART = 10
"""How many words may stand between two parts of a cue that are joined by "&"."""
_WORDS_KEPT = 4096
"""Words whose cues a book remembers; a resume has about 400 of them."""


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue that was found: its tag, and where in the searched text."""

    tag: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Cue:
    """One cue: the sources of its parts and vetoes, and the groups of words of which a text must hold one each.

    ``narrow`` are the parts by length: the shortest source is the narrowest part. It fails most often, and spares the
    compiling of wide families.
    """

    tag: str
    parts: tuple[str, ...]
    narrow: tuple[str, ...]
    vetoes: tuple[str, ...]
    needs: int
    """A bit for each group; every book counts its groups by itself."""

    def search(self, text: str) -> Span | None:
        if len(self.parts) == 1 and not self.vetoes:
            match = _pattern(self.parts[0]).search(text)
            return Span(match.start(), match.end()) if match else None
        # A part that the whole text lacks no sentence has.
        if not self._has_all(text, 0, len(text)):
            return None
        for sentence in _SENTENCE.finditer(text):
            found = self._together(text, *sentence.span())
            if found and not any(_pattern(veto).search(text, *sentence.span()) for veto in self.vetoes):
                return found
        return None

    def _has_all(self, text: str, start: int, end: int) -> bool:
        for part in self.narrow:  # noqa: SIM110 - a generator costs as much as the search
            if _pattern(part).search(text, start, end) is None:
                return False
        return True

    def _together(self, text: str, start: int, end: int) -> Span | None:
        """Return the shortest stretch of a sentence with a match of every part, none of them twice."""
        if end - start < len(text) and not self._has_all(text, start, end):
            return None
        # Starts and ends as pairs: most cues that come so far are no hits, and need no spans.
        chains: list[tuple[tuple[int, int], ...]] = [()]
        for part in self.parts:
            matches = [match.span() for match in _pattern(part).finditer(text, start, end)]
            chains = [(*chain, one) for chain in chains for one in matches if _joins(text, chain, one)]
        covers = [(min(one[0] for one in chain), max(one[1] for one in chain)) for chain in chains]
        best = min(covers, key=lambda pair: (pair[1] - pair[0], pair), default=None)
        return best and Span(*best)


class CueBook:
    """Many cues, looked for at once; an index by word keeps those away that cannot match."""

    def __init__(self, cues: Iterable[tuple[str, str]], words: Words) -> None:
        self._cues: list[_Cue] = []
        self._always: list[int] = []
        self._by_key: dict[Key, list[int]] = {}
        self._groups: dict[Key, int] = {}
        bits: dict[frozenset[Key], int] = {}
        for number, (tag, text) in enumerate(cues):
            parts = text.split(" & ")
            wanted = [part for part in parts if not part.startswith("!")]
            choices = [keys for part in wanted for keys in anchors(part, words)]
            needs = 0
            for group in map(frozenset, choices):
                if group not in bits:
                    bits[group] = 1 << len(bits)
                    for key in group:
                        self._groups[key] = self._groups.get(key, 0) | bits[group]
                needs |= bits[group]
            vetoes = (source(part[1:], words) for part in parts if part.startswith("!"))
            sources = tuple(source(part, words) for part in wanted)
            self._cues.append(_Cue(tag, sources, tuple(sorted(sources, key=len)), tuple(vetoes), needs))
            keys = _best(choices)
            if not keys:
                self._always.append(number)
            for key in keys:
                self._by_key.setdefault(key, []).append(number)
        self._word: Callable[[str], tuple[int, tuple[int, ...]]] = lru_cache(maxsize=_WORDS_KEPT)(self._look_up)

    def find(self, text: str) -> tuple[CueHit, ...]:
        """Return the first match of every cue, by place in the text; text must be in lower case (see ``lower``)."""
        candidates, present = set(self._always), 0
        for word in set(WORD.findall(text)):
            groups, numbers = self._word(word)
            if groups:
                present |= groups
                candidates.update(numbers)
        hits = []
        for number in candidates:
            cue = self._cues[number]
            if cue.needs & present == cue.needs and (found := cue.search(text)):
                hits.append(CueHit(cue.tag, found))
        return tuple(sorted(hits, key=lambda hit: (hit.span, hit.tag)))

    def _look_up(self, word: str) -> tuple[int, tuple[int, ...]]:
        """Return the groups that a word belongs to, as bits, and the numbers of the cues that are indexed by it."""
        keys = [(word, True), *((word[:size], False) for size in range(1, min(len(word), LONGEST_BEGINNING) + 1))]
        groups, numbers = 0, dict[int, None]()
        for key in keys:
            groups |= self._groups.get(key, 0)
            numbers |= dict.fromkeys(self._by_key.get(key, ()))
        return groups, tuple(numbers)


def cue_book(cues: Iterable[tuple[str, str]], words: Words) -> CueBook:
    """Return the book of these (tag, cue) pairs; books are kept, since compiling takes longer than searching.

    Raises:
        ValueError: a cue breaks the language; the message quotes it.
    """
    lists = {name: value for name, value in words.items() if name.startswith(FAMILIES)}
    return _kept_book(tuple(cues), tuple(lists.items()))


def lower(text: str) -> str:
    """Return the text in lower case with every offset kept ("İ" would grow by a character)."""
    small = text.lower()
    return (
        small if len(small) == len(text) else "".join(low if len(low := char.lower()) == 1 else char for char in text)
    )


@lru_cache(maxsize=64)
def _kept_book(cues: tuple[tuple[str, str], ...], lists: tuple[tuple[str, tuple[str, ...]], ...]) -> CueBook:
    return CueBook(cues, dict(lists))


def _joins(text: str, chain: Sequence[tuple[int, int]], one: tuple[int, int]) -> bool:
    """Tell whether a match lies near enough to those before it and overlaps none."""
    start, end = one
    if any(first < end and start < last for first, last in chain):
        return False
    gaps = (text[last:start] if last <= start else text[end:first] for first, last in chain)
    return not chain or any(len(WORD.findall(gap)) <= _APART for gap in gaps)


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    # A cue is compiled when a text first holds the words it needs.
    return re.compile(expression)


def _best(choices: list[list[Key]]) -> list[Key]:
    return min(choices, key=lambda keys: (len(keys), -len(keys[0][0])), default=[])
