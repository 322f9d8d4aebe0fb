"""Who is meant: by "IT", which may be a department, and by "they", which may be the writer.

"Kim joined in 2019. They built the billing service" tells of the writer; elsewhere "they" are others, who did what is
told. Which it is, the whole document tells and no clause alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from matcher.extraction.tokens import Tokens

__all__ = ["as_one_person", "with_departments"]

# What the rules read for "they" that is the writer; for "he" and "she" they are the same.
_ONE_PERSON = {"they": "she", "themself": "herself", "themselves": "herself"}
_FIRST_PERSON = frozenset({"i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"})
_LONGEST_NAME = 5
_SHORTEST_PLURAL = 4
# No plurals: "business", "status", "analysis".
_SINGULARS = ("ss", "us", "is")


def with_departments(words: Sequence[str], lowers: Sequence[str]) -> Sequence[str]:
    """Return the words in lower case, with another word for people where "IT" is meant: "IT hosts our GitLab"."""
    if "IT" not in words:
        return lowers
    last = len(words) - 1
    return [
        "ops" if word == "IT" and not (i < last and words[i + 1].isupper()) else lowers[i]
        for i, word in enumerate(words)
    ]


def as_one_person(
    tokens: Tokens, lowers: Sequence[str], given_names: Collection[str], crowds: Collection[str]
) -> Sequence[str]:
    """Return the words in lower case, "she" in the place of "they" where "they" is the writer.

    The document must hardly say "I", and in some line nobody and nothing else may be meant: the writer's name stands
    before and no people do, or, below the line with the name, no plural does.

    Args:
        tokens: the words of the document.
        lowers: the same in lower case, as the rules read them.
        given_names: first names; with the words of the first line they are the writer's name.
        crowds: nouns for several people ("contractors", "staff").
    """
    if "they" not in tokens.distinct:
        return lowers
    breaks = [i + 1 for i, gap in enumerate(tokens.gaps) if "\n" in gap]
    lines = [(start, end) for start, end in pairwise([0, *breaks, len(lowers)]) if start < end]
    name = {lowers[i] for i in range(*lines[0])} if lines[0][1] <= _LONGEST_NAME else set[str]()
    name.update(lowers[i] for i in range(len(lowers)) if lowers[i] in given_names and tokens.words[i][0].isupper())
    own = sum(_says_i(tokens, start, end) for start, end in lines)
    free = sum(_is_writer(lowers, start, end, name, crowds) for start, end in lines)
    return [_ONE_PERSON.get(word, word) for word in lowers] if free > own else lowers


def _says_i(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a line speaks in the first person; "Engineer I" and "I/O" do not."""
    if not _FIRST_PERSON.isdisjoint(tokens.lowers[start:end]):
        return True
    speaking = (i for i in range(start, end - 1) if tokens.words[i] == "I" and tokens.gaps[i] == " ")
    return any(tokens.words[i + 1].islower() for i in speaking)


def _is_writer(lowers: Sequence[str], start: int, end: int, name: Collection[str], crowds: Collection[str]) -> bool:
    """Tell whether the first "they" of a line can be nobody but the writer."""
    they = next((i for i in range(start, end) if lowers[i] == "they"), -1)
    before = lowers[start : max(start, they)]
    if they < 0 or any(word in crowds for word in before):
        return False
    return any(word in name for word in before) or (start > 0 and not any(_is_plural(word) for word in before))


def _is_plural(word: str) -> bool:
    return word.isalpha() and len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_SINGULARS)
