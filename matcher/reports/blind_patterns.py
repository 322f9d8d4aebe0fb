"""The patterns that the rules of masking are put together from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from matcher.reports.blind_text import Mark

__all__ = ["CAPITAL", "any_of", "as_names", "marks_of", "whole"]

# A word with a capital letter, or an abbreviation; the row of them is a name.
CAPITAL = r"(?:[^\W\d_a-z][^\W_]*(?:['\u2019.&-][^\W_]+)*\.?)"


def any_of(words: Iterable[str]) -> str:
    """Return alternatives, longest first; where there are none, what nothing matches."""
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one))) or r"(?!)"


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, in any case."""
    return re.compile(rf"(?<![\w-])(?:{any_of(words)})(?![\w-])", re.IGNORECASE)


def marks_of(
    pattern: re.Pattern[str],
    text: str,
    shown: str,
    *,
    soft: bool = False,
    unless: Callable[[str], object] | None = None,
) -> list[Mark]:
    """Return what a pattern finds as marks."""
    return [
        Mark(one.start(), one.end(), shown, soft)
        for one in pattern.finditer(text)
        if one.group() and not (unless and unless(one.group()))
    ]


def as_names(words: Iterable[str]) -> list[str]:
    """Return words as names write them: "rowing club" is "Rowing Club", and "ROWING CLUB" in a line of capitals."""
    found: dict[str, None] = {}
    for word in words:
        found[" ".join(part[:1].upper() + part[1:] for part in word.split())] = None
        found[word[:1].upper() + word[1:]] = None
        found[word.upper()] = None
    return list(found)
