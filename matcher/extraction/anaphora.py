"""What a later clause says of a skill by a pronoun: "The stack had Redis; I never touched it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from matcher.domain.candidate import Assertion
from matcher.extraction.reading import Reading

__all__ = ["Remark", "next_sentence", "remark"]

STAND_IN = "{name}"
_LONGEST = 14
_PRONOUNS = frozenset({"it", "them", "that", "this", "those", "these", "both", "neither"})
# Of whom or what the clause tells: the writer, or the thing by a pronoun.
_SUBJECTS = _PRONOUNS | {"i", "we", "i've", "i'm", "i'd", "i'll", "we've", "they", "others", "somebody", "someone"}
# A clause without any pronoun may begin so: "Not mine.", "All done by others."
_ELLIPSES = frozenset({"not", "none", "never", "neither", "all", "only"})
# To want something with a thing is no wish to learn it: "I plan to release it".
_TO_LEARN = frozenset(
    {"learn", "learning", "study", "studying", "try", "trying", "explore", "exploring", "master", "list", "next"}
    | {"read", "reading", "started", "start", "begin", "beginning", "course", "certified"}
)
# "We had never done it before", "they run it now": it was done.
_DONE_AFTER_ALL = frozenset({"before", "alone", "until", "again", "ourselves", "myself", "today", "now", "since"})
_AFTER = frozenset({".", ";", "!", "but", "although", "though", "however", "yet"})


class Remark(NamedTuple):
    """The words of a clause in which a stand-in is put for what the clause before named."""

    words: tuple[str, ...]
    place: int
    ended_by: str

    def holds(self, assertion: Assertion) -> bool:
        """Tell whether what the remark says of the stand-in is to be believed."""
        if assertion is Assertion.LEARNING:
            return not _TO_LEARN.isdisjoint(self.words)
        return assertion is not Assertion.CLAIMED and _DONE_AFTER_ALL.isdisjoint((*self.words, self.ended_by))


def remark(lowers: Sequence[str], start: int, end: int) -> Remark | None:
    """Return the clause as a remark on what was named before it, or None."""
    words = tuple(lowers[start:end])
    if len(words) > _LONGEST or len(words) < 2 or (start and lowers[start - 1] not in _AFTER):
        return None
    ended_by = lowers[end] if end < len(lowers) else ""
    if words[0] in _SUBJECTS:
        place = next((i for i, word in enumerate(words) if word in _PRONOUNS), -1)
        return Remark((*words[:place], STAND_IN, *words[place + 1 :]), place, ended_by) if place >= 0 else None
    if words[0] in _ELLIPSES and _PRONOUNS.isdisjoint(words):
        return Remark((STAND_IN, ",", *words), 0, ended_by)
    return None


def next_sentence(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the sentence behind a unit, on its line, if it names no skill."""
    if index + 1 >= len(reading.units):
        return None
    unit, following = reading.units[index], reading.units[index + 1]
    if following.start != unit.end or "\n" in reading.tokens.gaps[unit.end - 1]:
        return None
    named = bisect_left(reading.candidates, index + 1, key=attrgetter("unit"))
    if named < len(reading.candidates) and reading.candidates[named].unit == index + 1:
        return None
    end = following.end
    while end > following.start and not reading.tokens.lowers[end - 1][0].isalnum():
        end -= 1
    return following.start, end
