"""Where the writer speaks of himself as of somebody else, and where he takes up what others began."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from matcher.extraction.reading import Candidate

__all__ = ["is_headline", "is_taken_up", "made_it", "speaks_of_himself"]

_FIRST_PERSON = frozenset(
    {"i", "i've", "i'm", "i'd", "i'll", "me", "my", "mine", "myself", "we", "we've", "we're", "us", "our", "ours"}
)
_HE = frozenset({"he", "she"})
_LONGEST_TRADE = 6
_TO_BE = frozenset({"is", "was", "as", "became", "am", "being", ","})
# What no bare name of a trade holds: "the developer who", "advice for a developer who".
_NO_TRADE = frozenset(
    {"a", "an", "the", "our", "my", "their", "his", "her", "another", "some", "other", "every", "one", "no", ",", ":"}
    | {"by", "with", "for", "of", "to", "from", "at", "in", "on", "and", "was", "were", "is", "are", "not", "me", "us"}
)
_NEAR = 4
_BETWEEN = frozenset(
    {"but", "until", "before", ",", ":", "-", "and", "so", "then", "that", "which", "all", "once", "yet"}
)
_FAR = 16
_COMING = frozenset({"fell", "came", "passed", "went", "left", "down", "up", "handed"})
# "It fell to me", not "what fell to me was Redis".
_WHAT_CAME = frozenset({"it", "that", "this", "they", "both", "all", "which", "and", "so"})


def is_headline(lowers: Sequence[str], start: int, at: int) -> bool:
    """Tell whether a noun for people is the writer's own trade: "Kotlin developer who has built", "as an engineer who".

    It begins the clause without an article, or follows "as a" or "am a", and is one person.
    """
    follows = list(lowers[at + 1 : at + 3])
    if lowers[at].endswith("s") or (follows[:1] != ["who"] and follows != [",", "who"]):
        return False
    for i in range(at - 1, max(start, at - _LONGEST_TRADE) - 1, -1):
        if lowers[i] in {"a", "an"}:
            return i > start and lowers[i - 1] in {"as", "am", "i'm"}
        if lowers[i] in _NO_TRADE:
            return False
    return at - start <= _LONGEST_TRADE


def speaks_of_himself(
    lowers: Sequence[str], first: int, start: int, end: int, sight: int, persons: Collection[str]
) -> int:
    """Return the place in a clause of the "he" or "she" that is the writer, or -1.

    It is where the line, from word ``first`` to ``sight``, has no "I", and nobody else is named before: a resume in
    the third person.
    """
    place = next((i for i in range(start, end) if lowers[i] in _HE), -1)
    if place < 0 or not _FIRST_PERSON.isdisjoint(lowers[first:sight]):
        return -1
    others = (i for i in range(first, place) if lowers[i] in persons and not lowers[i].endswith("s"))
    return -1 if any(not _is_what_he_is(lowers, first, i) for i in others) else place


def _is_what_he_is(lowers: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a noun for people is the writer's own trade: "Robin is a back-end engineer", "Lim, a tester,"."""
    for i in range(at - 1, max(first, at - _LONGEST_TRADE) - 1, -1):
        if lowers[i] in {"a", "an"}:
            return i > first and lowers[i - 1] in _TO_BE
        if lowers[i] in _NO_TRADE:
            return False
    return False


def is_taken_up(lowers: Sequence[str], begin: int, stop: int, sight: int) -> bool:
    """Tell whether what others did, told of from ``begin`` to ``stop``, came to the writer by word ``sight``.

    "Our vendor dropped Solr; I took it over", "a firm had coded it in Ada, and it fell to me".
    """
    if any(_comes_to_writer(lowers, i) for i in range(begin + 2, min(sight, begin + _FAR))):
        return True
    for i in range(stop, min(sight, stop + _NEAR)):
        if lowers[i] in {"i", "we"}:
            return not {"it", "them"}.isdisjoint(lowers[i + 1 : min(sight, i + _NEAR)])
        if lowers[i].isalpha() and lowers[i] not in _BETWEEN:
            return False
    return False


def _comes_to_writer(lowers: Sequence[str], place: int) -> bool:
    if lowers[place] == "mine":
        return lowers[place - 1] == "became"
    if lowers[place] not in {"me", "us"} or lowers[place - 1] != "to" or lowers[place - 2] not in _COMING:
        return False
    before = lowers[max(0, place - 5) : place - 2]
    return "what" not in before and not _WHAT_CAME.isdisjoint(before)


def made_it(lowers: Sequence[str], candidate: Candidate, end: int) -> bool:
    """Tell whether the writer says of a thing in others' doing that he made it: "use the Flask tool I wrote"."""
    place = candidate.end
    if lowers[candidate.start - 1] == "my":
        return True
    for i in range(place, min(end, place + _NEAR)):
        if lowers[i] in {"and", ",", "but", "so"}:
            return False
        by_me = lowers[i] in {"of", "by", "from"} and i + 1 < end and lowers[i + 1] in {"mine", "ours", "me", "us"}
        if by_me or lowers[i] in {"i", "we", "i've", "we've"}:
            return True
    return False
