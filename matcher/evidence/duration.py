"""How long: months of positions, united so that none counts twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from matcher.domain.candidate import Position
from matcher.domain.dates import PartialDate
from matcher.evidence.context import Place

__all__ = ["last_month", "last_told", "months_between", "months_covered", "position_end", "united_months"]

_MIDDLE = 6
"""Where only years are given, a job is taken to begin after June and to end with June: "2018 - 2021" is three years,
neither the four nor the two that the outer and inner reading would give."""

_THEN = re.compile(r"(?:^|(?<!\w)(?:in|until|till|to|by|during|of|-) ?)((?:19|20)\d\d)(?![\d,.]\d|\w)")
_SINCE = re.compile(r"(?<!\w)(?:since|from then|still|now|today|present)(?!\w)")


def months_covered(position: Position, *, as_of: date) -> tuple[int, int] | None:
    """Return the first and last month of a position, counted from year 0 and both included; None without dates."""
    if position.start is None:
        return None
    first = position.start.year * 12 + (position.start.month - 1 if position.start.month else _MIDDLE)
    end = position_end(position, as_of=as_of)
    if end is None:
        return None
    last = end.year * 12 + (end.month - 1 if end.month else _MIDDLE - 1)
    if last < first and end.year == position.start.year:
        # "2019 - 2019" or "2019": some part of that year, on average half of it.
        first, last = end.year * 12, end.year * 12 + _MIDDLE - 1
    today = as_of.year * 12 + as_of.month - 1
    last = min(last, today)
    return (first, last) if first <= last else None


def position_end(position: Position, *, as_of: date) -> PartialDate | None:
    """Return the month up to which a position is known to have lasted."""
    if position.current:
        return PartialDate(as_of.year, as_of.month)
    return position.end


def last_told(place: Place, positions: Sequence[Position], *, as_of: date) -> PartialDate | None:
    """Return the month that a statement's evidence reaches to: the end of its job, or an earlier year that it names.

    Example: "taught Java to nine colleagues, 2006 to 2008" in a job that goes on shows teaching up to 2008.
    """
    end = None if place.position is None else position_end(positions[place.position], as_of=as_of)
    years = [int(year) for year in _THEN.findall(place.text)]
    if not years or _SINCE.search(place.text):
        return end
    last = PartialDate(max(years))
    return last if end is None or last.year < end.year else end


def united_months(positions: Iterable[Position], *, as_of: date) -> int | None:
    """Return the months that the positions cover together; None when none of them is dated."""
    covered: set[int] = set()
    dated = False
    for position in positions:
        reach = months_covered(position, as_of=as_of)
        if reach is not None:
            dated = True
            covered.update(range(reach[0], reach[1] + 1))
    return len(covered) if dated else None


def last_month(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the latest date; a year without a month counts as its end."""
    known = [one for one in dates if one is not None]
    return max(known, key=lambda one: (one.year, one.month or 12), default=None)


def months_between(earlier: PartialDate, as_of: date) -> int:
    """Return how many months lie between a date and the day of judgement."""
    return (as_of.year - earlier.year) * 12 + as_of.month - (earlier.month or 12)
