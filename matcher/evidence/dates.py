"""Reads months, years and periods as resumes write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.domain.dates import PartialDate
from matcher.domain.document import Span
from matcher.domain.folding import fold
from matcher.evidence.cue_language import either
from matcher.taxonomy.tables import once_per_lists

__all__ = ["DateReader", "Period", "date_reader", "find_periods", "parse_period"]

Words = Mapping[str, Sequence[str]]
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# First and last month of a season on the northern half; winter is counted into the year that is named.
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (1, 2)}
# Nobody who applies today began to work before.
_EARLIEST_YEAR = 1950
_LONGEST_YEARS = 55
# What must follow "03/16" so that it is a month and no fraction: the sign of a range, the end of a line or bracket.
_EDGED = r"(?=\s*(?:-|to\b)|\s*[)\n]|\s*$)"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time found in a text. ``span`` counts in the text it was found in, with a length note behind it.

    ``single`` tells that one date was written, not two. ``problem`` names what cannot be right ("end_before_start",
    "in_future", "too_long_ago", "too_long"); the dates that it spoils are None.
    """

    span: Span
    start: PartialDate | None
    end: PartialDate | None
    current: bool = False
    single: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class _Point:
    first: PartialDate
    last: PartialDate


class DateReader:
    """The patterns of dates, built once from the lexicon's ``date_words``."""

    def __init__(self, words: Words) -> None:
        self._names = {
            name.casefold(): number
            for number, month in enumerate(_MONTHS, 1)
            for name in words.get(f"date_words.{month}", (month, month[:3]))
        }
        self._seasons = {
            name.casefold(): months
            for season, months in _SEASONS.items()
            for name in words.get(f"date_words.{season}", (season,))
        }
        month = _any_of(self._names)
        season = _any_of(self._seasons)
        rough = _any_of(words.get("date_words.quarter_part", ("early", "late")))
        present = _any_of(words.get("date_words.present", ("present", "now", "current", "today")))
        between = _any_of(words.get("date_words.range", ("to", "until")))
        since = _any_of(words.get("date_words.since", ("since", "from")))
        unit = _any_of(words.get("date_words.duration", ("years", "months")))
        point = _point_pattern(month, season, rough)
        dash = rf"(?:\s*(?:[-=]+>?|~|>|\.{{2,3}}|\u2192|\b(?:{between})\b:?)\s*|\s+/\s+)"
        about = r"(?:~\s*|(?:ca?\.?|circa|about|around)\s+)?"
        length = rf"\d+(?:\.\d+)?\+?\s*(?:{unit})\b\.?"
        note = rf"(?:\s*[,|\u00b7:]?\s*[(\[]?\s*{length}(?:[\s,]*(?:and\s+)?{length})?\s*[)\]]?)?"
        guard = r"(?<![\w.$#/+'-])"
        # Some files lose the gap before a date at the right edge: "NETWORK06/2024 - 09/2024".
        stuck = r"(?<=[^\W\d_])(?=\d\d[/.]\d{4}\s*-)"
        tail = r"(?![\w%]|[-/.]\d|,\d{3})"
        named = re.compile(r"\?P<(\w+)>")
        first = named.sub(r"?P<a_\1>", point)
        # Behind "03/16 -" a month with two digits for the year is one, whatever follows it.
        second = named.sub(r"?P<b_\1>", point.replace(_EDGED, ""))
        self._range = re.compile(
            rf"(?:{guard}|{stuck})(?:\b(?:{since}):?\s+{about})?"
            rf"(?:{first}|(?P<bare>{month})\.?){dash}(?:(?P<now>{present})(?!\w)|{second}{tail}|(?P<short>\d\d)(?![\w/.-])){note}",
            re.IGNORECASE,
        )
        self._open = re.compile(
            rf"{guard}(?:\b(?P<since>{since}):?\s+{about}{first}{tail}(?!\s*(?:-|\b(?:{between})\b)\s*\w)"
            rf"|{second}\s*(?:-+>?|\u2192|onwards?\b)\s*(?=$|[\n)\]|,\u00b7]|(?<=[-\s])(?-i:[A-Z]))){note}",
            re.IGNORECASE | re.MULTILINE,
        )
        self._single = re.compile(rf"{guard}{first}{tail}{note}", re.IGNORECASE)

    def find(self, text: str, *, as_of: date | None = None) -> tuple[Period, ...]:
        """Return every period and single date of a text, in order, without overlaps.

        Example: "Mar 2019 - present", "03/2021 to 06/2022", "since 2020", "Summer 2021", "2021 - 22".
        """
        if not _DIGIT.search(text):
            return ()
        folded = fold(text)
        found: list[Period] = []
        for pattern, read in (
            (self._range, self._read_range),
            (self._open, self._read_open),
            (self._single, self._read_single),
        ):
            for match in pattern.finditer(folded.text):
                span = folded.origin(Span(match.start(), match.end()))
                if any(span.overlaps(other.span) for other in found):
                    continue
                period = read(match, span)
                if period is not None:
                    found.append(_checked(period, as_of))
        return tuple(sorted(found, key=lambda period: period.span))

    def _read_range(self, match: re.Match[str], span: Span) -> Period | None:
        groups = match.groupdict()
        last = self._read_point(groups, "b_")
        if groups["bare"]:
            if last is None or last.last.month is None:
                return None
            first = PartialDate(last.last.year, self._names[groups["bare"].casefold()])
            return Period(span, first, last.last)
        start = self._read_point(groups, "a_")
        if start is None:
            return None
        if groups["now"]:
            return Period(span, start.first, None, current=True)
        if groups["short"]:
            year = start.first.year // 100 * 100 + int(groups["short"])
            # "2019-20" is a range, "2019-05" a month; the writer of "2019-04" never means 1904.
            if start.first.month is not None or not start.first.year < year <= start.first.year + 40:
                return None
            return Period(span, start.first, PartialDate(year))
        return None if last is None else Period(span, start.first, last.last)

    def _read_open(self, match: re.Match[str], span: Span) -> Period | None:
        groups = match.groupdict()
        point = self._read_point(groups, "a_" if groups["since"] else "b_")
        return None if point is None else Period(span, point.first, None, current=True)

    def _read_single(self, match: re.Match[str], span: Span) -> Period | None:
        point = self._read_point(match.groupdict(), "a_")
        return None if point is None else Period(span, point.first, point.last, single=True)

    def _read_point(self, groups: Mapping[str, str | None], prefix: str) -> _Point | None:
        """Turn the named parts of one date into its first and last month."""
        part = {name.removeprefix(prefix): text for name, text in groups.items() if text and name.startswith(prefix)}
        for key in ("mn_year", "dm_year", "md_year", "my_year", "ym_year", "iso_year", "us_year", "eu_year", "sn_year",
                    "rough_year", "q_year", "year"):  # fmt: skip
            if key in part:
                return self._point_of(key.removesuffix("year").rstrip("_"), _year(part[key]), part)
        return None

    def _point_of(self, form: str, year: int, part: Mapping[str, str]) -> _Point | None:
        if form == "sn":
            first, last = self._seasons[part["sn"].casefold()]
            return _Point(PartialDate(year, first), PartialDate(year, last))
        if form == "q":
            quarter = int(part["q"])
            return _Point(PartialDate(year, quarter * 3 - 2), PartialDate(year, quarter * 3))
        if form in {"rough", ""}:
            return _Point(PartialDate(year), PartialDate(year))
        text = part[form]
        month = self._names.get(text.casefold()) or (int(text) if text.isdigit() else 0)
        if not 1 <= month <= 12:
            return None
        return _Point(PartialDate(year, month), PartialDate(year, month))


date_reader = once_per_lists(DateReader)
"""Return the reader of a set of word lists, built once for each."""


def parse_period(text: str, words: Words, *, as_of: date | None = None) -> Period | None:
    """Return the first period of a text, ranges before single dates; None without one."""
    found = date_reader(words).find(text, as_of=as_of)
    ranges = [period for period in found if not period.single]
    return next(iter([*ranges, *found]), None)


def find_periods(text: str, words: Words, *, as_of: date | None = None) -> tuple[Period, ...]:
    """Return every period and single date of a text in order."""
    return date_reader(words).find(text, as_of=as_of)


def _any_of(names: Sequence[str] | Mapping[str, object]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    # In lower case, since ``either`` parts "May" from "mai" by their letters; the patterns take both.
    return either([re.escape(name.lower()).replace(r"\ ", r"\s+") for name in ordered])


def _point_pattern(month: str, season: str, rough: str) -> str:
    """Return the pattern of one date; the names of its groups say in which form it was written."""
    year = r"(?:19|20)\d\d"
    short = rf"(?:'?{year}|'\d\d)"
    ordinal = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        "(?:"
        rf"(?P<md>{month})\.?\s+{ordinal},?\s+(?P<md_year>{year})"
        rf"|(?P<mn>{month})\b\.?\s*[,/-]?\s*(?:of\s+)?(?P<mn_year>{short}|(?<=[/-])\d\d)"
        rf"|{ordinal}\.?\s+(?P<dm>{month})\.?,?\s+(?P<dm_year>{short})"
        rf"|(?P<ym_year>{year})\s*[-/., ]\s*(?P<ym>{month})\b\.?"
        rf"|(?P<sn>{season})\s*(?:of\s+)?,?\s*(?P<sn_year>{short})"
        rf"|Q(?P<q>[1-4])\s*[/,-]?\s*(?P<q_year>{short})"
        rf"|(?:{rough})[\s-]+(?P<rough_year>{year})"
        rf"|(?P<iso_year>{year})[-/.](?P<iso>0?[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\d|3[01]))?(?!\d)"
        rf"|(?P<us>0?[1-9]|1[0-2])/\d{{1,2}}/(?P<us_year>{year})"
        rf"|\d{{1,2}}\.\s?(?P<eu>0?[1-9]|1[0-2])\.\s?(?P<eu_year>{year})"
        rf"|(?P<my>0?[1-9]|1[0-2])\s?[-/.]\s?(?P<my_year>{short}|(?<=/)\d\d{_EDGED})"
        rf"|(?P<year>{short})"
        ")"
    )


def _year(text: str) -> int:
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 60 else 1900)


def _is_to_come(start: PartialDate, as_of: date, *, single: bool) -> bool:
    """Tell whether a period begins in the future; a single date may be the end of a study that still goes on."""
    if single:
        return start.year > as_of.year + 1
    return (start.year, start.month or 1) > (as_of.year, as_of.month)


def _checked(period: Period, as_of: date | None) -> Period:
    """Take out dates that cannot be right, and say why: a typo in a year must not become a decade of work."""
    start, end = period.start, period.end
    if (start and start.year < _EARLIEST_YEAR) or (end and end.year < _EARLIEST_YEAR):
        keep = end if end and end.year >= _EARLIEST_YEAR else None
        return Period(period.span, None, keep, period.current and start is None, period.single, "too_long_ago")
    if as_of is not None and start and _is_to_come(start, as_of, single=period.single):
        return Period(period.span, None, end, False, period.single, "in_future")
    if start and end and (end.year, end.month or 12) < (start.year, start.month or 1):
        return Period(period.span, start, None, False, period.single, "end_before_start")
    if as_of is not None and end and end.year > as_of.year + 10:
        return Period(period.span, start, None, False, period.single, "in_future")
    if start and end and end.year - start.year > _LONGEST_YEARS:
        return Period(period.span, start, None, False, period.single, "too_long")
    return period
