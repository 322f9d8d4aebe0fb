"""Time of work that the writer tells in words, for resumes in which no job is dated: years, lengths, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from matcher.domain.candidate import Context, Position, Proof
from matcher.domain.document import Document, SectionKind, Span
from matcher.evidence.backend_work import BACKEND, trade_of
from matcher.evidence.context import Place, Places, beside_work
from matcher.evidence.cue_patterns import CueBook, Words, cue_book
from matcher.evidence.dates import date_reader
from matcher.evidence.duration import united_months
from matcher.evidence.told_positions import stretches, without_between
from matcher.taxonomy.tables import once_per_lists

__all__ = ["lengths_of_jobs", "stated_years", "told_periods"]

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate(_SMALL, start=1)} | {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30,
}  # fmt: skip
_YEARS = re.compile(rf"(?<![\w.])(\d{{1,2}}|{'|'.join(_WORDS)})\s?\+?\s*(?:years?|yrs?)(?!\w)")
# "since 2013", "since the spring of 2017", "since late May 2017"
_SINCE = re.compile(r"(?<!\w)since (?:the )?(?:[a-z]+ ){0,2}?(?:of )?((?:19|20)\d\d)(?!\d)")
_LONGEST = 50
_LENGTH = re.compile(
    rf"(?<![\w.])(?:(\d{{1,2}}|{'|'.join(_WORDS)})\s?\+?\s*(?:years?|yrs?)\b\.?)?(?:,?\s*(?:and\s)?\s*"
    rf"(\d{{1,2}}|{'|'.join(_WORDS)})\s*(?:months?|mos?|mths?)\b)?"
)
_BESIDE = frozenset({SectionKind.EDUCATION})
_TOLD = frozenset({Context.WORK, Context.SUMMARY, Context.OTHER})


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


def lengths_of_jobs(document: Document, jobs: Sequence[Position]) -> tuple[int, Proof] | None:
    """Return the lengths that undated jobs give in their heads, added up: "Developer, Tern (3 years 2 months)".

    Jobs without dates are taken to follow one another, as their writer sets them.
    """
    found = [(_length(document.quote(job.head).lower()), job) for job in jobs if job.start is None]
    known = [(months, job) for months, job in found if months]
    if not known:
        return None
    head = known[0][1].head
    return sum(months for months, _ in known), Proof(head, head, SectionKind.EXPERIENCE, Context.WORK)


def told_periods(
    places: Places, dated: Sequence[Position], headline: str, words: Words, *, as_of: date
) -> tuple[int, Proof] | None:
    """Return the months of server work that sentences give from when to when: "Between 2019 and 2022 I was at Tern".

    Args:
        places: all statements; one counts that lies in no job and is about no study or pastime.
        dated: the jobs of server work that were found; times that overlap count once.
        headline: the trade that the resume begins with; where it is another one, a sentence must name the trade.
        words: the lexicon.
        as_of: the day of judgement.
    """
    reader = date_reader(words)
    told: list[Position] = []
    first: Place | None = None
    for place in places.places:
        if place.context not in _TOLD or place.position is not None or place.statement.section in _BESIDE:
            continue
        if beside_work(place.text, words):
            continue
        if headline != BACKEND and trade_of(place.text, words) != BACKEND:
            continue
        text = without_between(place.text)
        for period in stretches(text, reader.find(text, as_of=as_of)):
            first = first or place
            span = place.statement.span
            told.append(Position(None, None, span, span, period.start, period.end, period.current))
    months = united_months([*dated, *told], as_of=as_of)
    return (months, _proof(first, Span(0, len(first.text)))) if months and first else None


def _length(text: str) -> int:
    best = 0
    for match in _LENGTH.finditer(text):
        years, months = (_number(group) for group in match.groups())
        if years <= _LONGEST:
            best = max(best, years * 12 + months)
    return best


def _number(text: str | None) -> int:
    return 0 if text is None else int(text) if text.isdigit() else _WORDS[text]


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
