"""Tells spoken languages from programming languages under the heading "Languages"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.domain.document import Span
from matcher.sections.lines import LineView

__all__ = ["names_spoken_languages"]

_REACH = 4
_ITEM = re.compile(r"[^\W\d_][^,;|\u00b7\u2022/()\u2013\u2014\n:]*")


def names_spoken_languages(
    line: int, heading: Span, views: Sequence[LineView], words: Mapping[str, Sequence[str]]
) -> bool:
    """Tell whether the text that follows a heading "Languages" names languages that people speak.

    Example: "English (native), Polish" does; "Go, Python, C" does not. Without the word list a level of speaking
    decides ("native", "C1").
    """
    spoken = frozenset(words.get("statement_words.spoken_languages", ()))
    levels = frozenset(words.get("statement_words.speaking", ("native", "fluent", "bilingual", "conversational")))
    rest = views[line].text[heading.end - views[line].start :]
    following = [view.body for view in views[line + 1 :] if not view.blank][:_REACH]
    for text in (rest, *following):
        items = [item.strip(" .-").casefold() for item in _ITEM.findall(text)]
        tokens = {word for item in items for word in item.split()[:3]} | set(items)
        if tokens & spoken:
            return True
        if not spoken and tokens & levels:
            return True
        if len(items) >= 2:
            # A whole list without one spoken language: the lines behind it belong to something else.
            return False
    return False
