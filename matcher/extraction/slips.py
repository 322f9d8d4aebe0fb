"""Which known name a misspelt word was meant to be: near by letters or by sound, and nearer than any other name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

__all__ = ["Slip", "SlipFinder"]

# Letters that sound alike; doubled letters count once: "Kibanna", "Kassandra", "Graphana", "Typscrypt".
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c(?![eiyh])|kh|ch(?=r)"), "k"),
    (re.compile(r"gh(?=[aou])"), "g"),
    (re.compile(r"y"), "i"),
    (re.compile(r"z"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_TWO_EDITS = 2
# "Foundational" is an English word before it is two slips away from FoundationDB.
_ENGLISH_ENDING = re.compile(r"(?:al|ly|ing|ed|ion|ions|ive|ment|ful|ous|ers?|ies|ity|less|ness|able|ible)$")
_CACHE_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Slip:
    """A name that a word is near to. ``bold`` ones are believed only where a technology is sure to stand."""

    name: str
    similarity: float
    bold: bool


class SlipFinder:
    """Looks words up among the names, by what is left of both when one letter is dropped, and by their sound.

    Args:
        names: the names, each with what tells whether two names mean the same.
        shortest: the fewest letters of a name that is mended anywhere; one letter less is mended boldly.
        two_edits_from: from this length on, two slips are forgiven.
        threshold: the lowest similarity where two slips are forgiven.
    """

    def __init__(self, names: Mapping[str, object], shortest: int, two_edits_from: int, threshold: float) -> None:
        self._names = names
        self._shortest = shortest
        self._two_edits_from = two_edits_from
        self._threshold = threshold
        self._near: dict[str, list[str]] = {}
        self._long: dict[str, list[str]] = {}
        self._cache: dict[str, Slip | None] = {}

    def find(self, words: Iterable[str]) -> dict[str, Slip]:
        """Return the slips among some words; results are kept for the next document."""
        if not self._near:
            self._prepare()
        if len(self._cache) > _CACHE_LIMIT:
            self._cache.clear()
        found = {}
        for word in sorted(set(words)):
            if word not in self._cache:
                self._cache[word] = self._nearest(word)
            slip = self._cache[word]
            if slip is not None:
                found[word] = slip
        return found

    def _prepare(self) -> None:
        near: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._names):
            if len(name) < self._shortest - 1 or not name.isalpha():
                continue
            for key in _keys(name):
                near[key].append(name)
            if len(name) >= self._two_edits_from:
                self._long.setdefault(name[0], []).append(name)
        self._near = dict(near)

    def _nearest(self, word: str) -> Slip | None:
        found: dict[str, int] = {}
        for key in _keys(word):
            for name in self._near.get(key, ()):
                edits = OSA.distance(word, name)
                turned = edits == _TWO_EDITS and word[0] == name[0] and sorted(word) == sorted(name)
                if edits <= 1 or turned or _sound(word) == _sound(name):
                    found[name] = min(edits, _TWO_EDITS)
        if not found and len(word) >= self._two_edits_from - 1:
            found = self._two_edits_away(word)
        if not found:
            return None
        fewest = min(found.values())
        best = [name for name, edits in found.items() if edits == fewest]
        # Where two names are as near, the one that sounds the same was meant, then the one that begins the same.
        for fits in (lambda name: _sound(name) == _sound(word), lambda name: name[0] == word[0]):
            if len({self._names[name] for name in best}) > 1:
                best = list(filter(fits, best)) or best
        if len({self._names[name] for name in best}) != 1:
            return None
        name = min(best)
        turned = sorted(name) == sorted(word)
        short = len(word) < self._shortest and not turned
        if short and (len(name) < self._shortest or word[0] != name[0]):
            return None
        bold = short or (fewest == _TWO_EDITS and _ENGLISH_ENDING.search(word) is not None)
        strange = name[0] != word[0] and _sound(name)[0] != _sound(word)[0]
        # Two letters that changed places, in a word that begins like none, are no other word: "ypthon".
        bold = bold or len(name) < self._shortest or (strange and not (turned and len(name) > self._shortest))
        if bold and not (short or turned or len(name) > self._shortest):
            return None
        return Slip(name, OSA.normalized_similarity(word, name), bold)

    def _two_edits_away(self, word: str) -> dict[str, int]:
        names = self._long.get(word[0], [])
        if not names:
            return {}
        row = cdist([word], names, scorer=OSA.normalized_similarity, score_cutoff=self._threshold)[0]
        near = [name for name, value in zip(names, row, strict=True) if value > 0]
        return {name: _TWO_EDITS for name in near if OSA.distance(word, name) == _TWO_EDITS}


def _sound(word: str) -> str:
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def _keys(word: str) -> set[str]:
    """Return what finds a word: itself, itself with one letter dropped, its letters in order, and its sound."""
    return {
        word,
        "/" + _sound(word),
        "=" + "".join(sorted(word)),
        *(word[:i] + word[i + 1 :] for i in range(len(word))),
    }
