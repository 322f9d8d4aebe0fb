"""Who is meant: by "IT", which may be a department, and by "they", which may be the writer.

"Kim joined in 2019. They built the billing service" tells of the writer; elsewhere "they" are others, who did what is
told. Which it is, the whole document tells and no clause alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from matcher.extraction.tokens import Tokens

__all__ = ["Hearing", "as_one_person", "with_departments", "without_name", "writers_name"]

# What the rules read for "they" that is the writer; for "he" and "she" they are the same.
_ONE_PERSON = {"they": "she", "themself": "herself", "themselves": "herself"}
_FIRST_PERSON = frozenset({"i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})
_LONGEST_NAME = 5
_HEADER = 3
_ENDS = frozenset({".", ";", "!"})
WRITER = "{writer}"
_SHORTEST_PLURAL = 4
# No plurals: "business", "status", "analysis".
_SINGULARS = ("ss", "us", "is")


class Hearing:
    """Returns a document's words in lower case as rules on people read them.

    ``plain`` words are no names, ``given`` are first names, ``crowds`` are nouns for several people, ``places`` words
    for where others are.
    """

    def __init__(
        self, plain: Collection[str], given: Collection[str], crowds: Collection[str], places: Collection[str]
    ) -> None:
        self._plain = frozenset(plain)
        self._given = frozenset(given)
        self._others = (frozenset(crowds), frozenset(places))

    def __call__(self, tokens: Tokens) -> Sequence[str]:
        """Put other words in the place of "IT", of the writer's name and of "they" that is the writer."""
        name = writers_name(tokens, self._plain)
        lowers = without_name(tokens, with_departments(tokens.words, tokens.lowers), name)
        return as_one_person(tokens, lowers, name, self._given, self._others)


def with_departments(words: Sequence[str], lowers: Sequence[str]) -> Sequence[str]:
    """Return the words in lower case, with another word for people where "IT" is meant: "IT hosts our GitLab"."""
    if "IT" not in words:
        return lowers
    last = len(words) - 1
    return [
        "ops" if word == "IT" and not (i < last and words[i + 1].isupper()) else lowers[i]
        for i, word in enumerate(words)
    ]


def writers_name(tokens: Tokens, plain: frozenset[str]) -> frozenset[str]:
    """Return the words of the first short lines, in lower case, that are no ``plain`` words: the writer's name.

    A document of one line has no such lines.
    """
    lines = _lines(tokens)[:_HEADER] if tokens.text.count("\n") else []
    words = (i for start, end in lines if end - start <= _LONGEST_NAME for i in range(start, end))
    return frozenset(tokens.lowers[i] for i in words if tokens.words[i][0].isupper()) - plain


def without_name(tokens: Tokens, lowers: Sequence[str], name: Collection[str]) -> Sequence[str]:
    """Return the words in lower case, the writer's name being the same whatever it is.

    Other names are other people's: "Peter wrote the consumers" in the resume of Ada, not in that of Peter.
    """
    if not name:
        return lowers
    return [WRITER if low in name and tokens.words[i][0].isupper() else low for i, low in enumerate(lowers)]


def as_one_person(
    tokens: Tokens,
    lowers: Sequence[str],
    name: Collection[str],
    given_names: Collection[str],
    others: tuple[Collection[str], Collection[str]],
) -> Sequence[str]:
    """Return the words in lower case, "she" in the place of "they" where "they" is the writer.

    The document must hardly say "I", and in some line nobody and nothing else may be meant: the writer's name stands
    before and no people do, or no plural does. In its own sentence no place of others may stand before, and a document
    of one line has a sentence before it.

    Args:
        tokens: the words of the document.
        lowers: the same in lower case, as the rules read them.
        name: the words of the writer's name; where there are none, every first name is taken for it.
        given_names: first names.
        others: nouns for several people ("contractors", "staff"), and words for where others are ("firm", "elsewhere").
    """
    if "they" not in tokens.distinct:
        return lowers
    lines = _lines(tokens)
    names = {WRITER} if name else {w for i, w in enumerate(lowers) if w in given_names and tokens.words[i][0].isupper()}
    told = [(start, end) for start, end in lines if "they" in lowers[start:end]]
    free = sum(_is_writer(lowers, start, end, names, others) for start, end in told)
    if not free or free <= sum(_says_i(tokens, start, end) for start, end in lines):
        return lowers
    return [_ONE_PERSON.get(word, word) for word in lowers]


def _lines(tokens: Tokens) -> list[tuple[int, int]]:
    breaks = [i + 1 for i, gap in enumerate(tokens.gaps) if "\n" in gap]
    return [(start, end) for start, end in pairwise([0, *breaks, len(tokens)]) if start < end]


def _says_i(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a line speaks in the first person; "Engineer I" and "I/O" do not."""
    if not _FIRST_PERSON.isdisjoint(tokens.lowers[start:end]):
        return True
    speaking = (i for i in range(start, end - 1) if tokens.words[i] == "I" and tokens.gaps[i] == " ")
    return any(tokens.words[i + 1].islower() for i in speaking)


def _is_writer(
    lowers: Sequence[str], start: int, end: int, name: Collection[str], others: tuple[Collection[str], Collection[str]]
) -> bool:
    """Tell whether the first "they" of a line can be nobody but the writer."""
    they = next((i for i in range(start, end) if lowers[i] == "they"), -1)
    sentence = next((i + 1 for i in range(they - 1, start, -1) if lowers[i] in _ENDS), start)
    crowds, places = others
    if they < 0 or any(w in crowds for w in lowers[start:they]) or any(w in places for w in lowers[sentence:they]):
        return False
    if any(word in name for word in lowers[start:they]):
        return True
    return (start > 0 or sentence > start) and not any(_is_plural(word) for word in lowers[start:they])


def _is_plural(word: str) -> bool:
    return word.isalpha() and len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_SINGULARS)
