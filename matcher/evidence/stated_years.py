"""Years of work that the writer states in words, for resumes in which no job is dated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.domain.candidate import Context, Proof
from matcher.domain.document import Span
from matcher.evidence.context import Place, Places
from matcher.evidence.cue_patterns import CueBook, Words, cue_book
from matcher.taxonomy.tables import once_per_lists

__all__ = ["stated_years"]

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate(_SMALL, start=1)} | {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30,
}  # fmt: skip
_YEARS = re.compile(rf"(?<![\w.])(\d{{1,2}}|{'|'.join(_WORDS)})\s?\+?\s*(?:years?|yrs?)(?!\w)")
# "since 2013", "since the spring of 2017", "since late May 2017"
_SINCE = re.compile(r"(?<!\w)since (?:the )?(?:[a-z]+ ){0,2}?(?:of )?((?:19|20)\d\d)(?!\d)")
_LONGEST = 50


def _book(words: Words) -> CueBook:
    return cue_book((("trade", cue) for cue in words.get("work_titles.stated", ())), words)


_trade_book = once_per_lists(_book)


def stated_years(places: Places, words: Words, *, year: int) -> tuple[int, Proof] | None:
    """Return the longest time of server work that a statement claims, in months, with the statement.

    Examples: "nine years of PHP", "on my own since 2013". A statement counts that names a doing of the trade
    (``work_titles.stated``) and no study or pastime.

    Args:
        places: all statements.
        words: the lexicon.
        year: that of the day of judgement.
    """
    book = _trade_book(words)
    found = [
        (months, _proof(place, span))
        for place in places.places
        if place.context in {Context.WORK, Context.SUMMARY, Context.OTHER} and book.find(place.text)
        for months, span in _claims(place.text, year)
    ]
    return max(found, key=lambda one: one[0], default=None)


def _claims(text: str, year: int) -> Iterable[tuple[int, Span]]:
    for match in _YEARS.finditer(text):
        number = int(match[1]) if match[1].isdigit() else _WORDS[match[1]]
        if number <= _LONGEST:
            yield number * 12, Span(match.start(), match.end())
    for match in _SINCE.finditer(text):
        if 0 < year - int(match[1]) <= _LONGEST:
            yield (year - int(match[1])) * 12, Span(match.start(), match.end())


def _proof(place: Place, span: Span) -> Proof:
    return Proof(place.statement.span, place.origin(span), place.statement.section, place.context)
