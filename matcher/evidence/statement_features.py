"""What a statement is weighed by: its words, its word pairs and the letters inside its words.

Training and reading share this one code; the shipped weights carry its hash (see ``matcher/training``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from matcher.domain.document import Span

__all__ = ["chunks", "clauses", "features", "pair_features", "stems", "word_features"]

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[a-z][a-z'+#./-]*[a-z+#]|[a-z]|\d+%?|[:;?]")
# Who somebody is must change nothing: "she led" weighs what "he led" and "they led" do.
_PERSONAL = re.compile(
    r"(?<!\w)(?:she|he|hers?|him|his|herself|himself|theirs?|them|themsel(?:f|ves)|mrs?|ms|mx)(?!\w)"
)
_DIGITS = re.compile(r"\d+")
_CLAUSE_ENDS = re.compile(r"(?<=[a-z)])[.;:!?]\s+|\s[-–—]\s|, and | and (?=[a-z]+ed )|; ")
# Endings by length: "deployments" and "deployed" tell of the same doing. A stem keeps four letters, so that "red" and
# "bring" stay whole.
_ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ers", "er", "ies", "es", "s", "ly", "e")
_LEAST_STEM = 4
_GRAMS = (4, 5)
"""Runs of four and five letters, word borders included. Three letters gain nothing to speak of, six lose a little."""
_LONGEST = 40
"""Letters of a word that are looked at; longer ones are addresses and hashes."""
_LEAST_CLAUSE = 4
"""A clause of fewer words has too little to be told from."""
_START, _END = "^", "$"


def features(text: str) -> frozenset[str]:
    """Return the features of a statement; the text must be folded and in lower case."""
    words = [chunk for _, chunk in chunks(text)]
    found: set[str] = set()
    for word in words:
        found.update(word_features(word))
    return frozenset(found.union(pair_features(words)))


def chunks(text: str) -> list[tuple[Span, str]]:
    """Return what white space parts, with its place."""
    return [(Span(match.start(), match.end()), match.group()) for match in _CHUNK.finditer(text)]


def clauses(text: str) -> list[Span]:
    """Return the clauses of a statement, those that are long enough to be told from; none if it is one clause."""
    borders = [(0, 0), *((match.start(), match.end()) for match in _CLAUSE_ENDS.finditer(text)), (len(text), len(text))]
    found = [Span(left[1], right[0]) for left, right in pairwise(borders)]
    return [span for span in found if len(text[span.start : span.end].split()) >= _LEAST_CLAUSE] if found[1:] else []


@lru_cache(maxsize=4096)
def word_features(word: str) -> tuple[str, ...]:
    """Return the features of what stands between two spaces: its stems and its runs of letters."""
    shape = f"<{_DIGITS.sub('#', _plain(word))}>"
    grams = (f"c:{shape[at : at + size]}" for size in _GRAMS for at in range(len(shape) - size + 1))
    return (*(f"w:{stem}" for stem in stems(word)), *grams)


def pair_features(words: Sequence[str]) -> Iterable[str]:
    """Return the pairs of neighbouring stems, the beginning and the end of the text among them."""
    row = [_START, *(stem for word in words for stem in stems(word)), _END]
    return (f"b:{first}_{second}" for first, second in pairwise(row))


@lru_cache(maxsize=4096)
def stems(word: str) -> tuple[str, ...]:
    """Return the stems of the words in a chunk; every number is the same."""
    return tuple("#" if found[0].isdigit() else _stem(found) for found in _WORD.findall(_plain(word)))


def _plain(word: str) -> str:
    return _PERSONAL.sub("they", word[:_LONGEST])


def _stem(word: str) -> str:
    word = word.replace("'s", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word
