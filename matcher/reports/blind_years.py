"""Finds years that tell an age: all of them beside a degree, elsewhere those of long ago."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from matcher.reports.blind_text import Mark
from matcher.taxonomy.tables import once_per_lists

__all__ = ["BlindYears", "blind_years", "without_long_ago"]

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
    *("spring", "summer", "autumn", "winter", "quarter_part"),
)
_SHORT = re.compile(r"(?<!\w)['\u2019]\d\d(?!\w)")
# A number before a word in small letters counts something ("2000 requests"), but not before these.
_COUNTS = re.compile(r"\s?(?:%|x\b|k\b|\+|/s)|\s([a-z]+)")
_LENGTH = re.compile(r"\b(\d+) years?(?: \d+ months?)?\b")
_IN_YEAR = re.compile(r"\bin ((?:19|20)\d\d)\b")
_YEAR = "[year]"


class BlindYears:
    """Years with their months, as people write them."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        months = {word for name in _MONTHS for word in words.get(f"date_words.{name}", ())}
        month = "|".join(re.escape(one) for one in sorted(months, key=lambda one: (-len(one), one))) or r"(?!)"
        self._date = re.compile(
            rf"(?<![\w.])(?:\d{{1,2}}[./-])?(?:\d{{1,2}}[./-]|(?:{month})\b[.,]?\s+)?((?:19|20)\d\d)(?!\w|[.,]\d)",
            re.IGNORECASE,
        )
        goes_on = (
            "date_words.present", "date_words.range", "date_words.until", "statement_words.open_ends",
        )  # fmt: skip
        self._goes_on = frozenset(word for name in goes_on for word in words.get(name, ()))

    def every(self, text: str) -> list[Mark]:
        """Return every year of a text, with its month."""
        found = [Mark(one.start(), one.end(), _YEAR) for one in self._date.finditer(text)]
        return found + [Mark(one.start(), one.end(), _YEAR) for one in _SHORT.finditer(text)]

    def older(self, text: str, before: int) -> list[Mark]:
        """Return the years before one; numbers that count something are none."""
        return [
            Mark(one.start(), one.end(), _YEAR)
            for one in self._date.finditer(text)
            if int(one[1]) < before and not self._counts(text, one.end())
        ]

    def _counts(self, text: str, end: int) -> bool:
        match = _COUNTS.match(text, end)
        return match is not None and (match[1] is None or match[1] not in self._goes_on)


def without_long_ago(reason: str, as_of: date, most: int) -> str:
    """Return a reason of the judgement without years and lengths that tell an age.

    Example: "22 years 3 months of back-end work." reads "More than 15 years of back-end work.".
    """
    long = f"more than {most} years"
    told = _LENGTH.sub(lambda one: long if int(one[1]) > most else one.group(), reason)
    told = _IN_YEAR.sub(lambda one: f"{long} ago" if int(one[1]) < as_of.year - most else one.group(), told)
    return told[:1].upper() + told[1:]


blind_years = once_per_lists(BlindYears)
"""Return the years of a lexicon, compiled once."""
