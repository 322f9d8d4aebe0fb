"""Marks of how well one knows a thing, which stand behind its name: "(3/5)", "★★★☆☆", "- expert", ": basic", "80 %"."""

from __future__ import annotations

from matcher.extraction.context import Context
from matcher.extraction.reading import Unit
from matcher.extraction.tokens import Tokens

__all__ = ["level_end"]

_LONGEST_BRACKET = 6
_LEADS = frozenset({"-", ":", "–", "—", "="})
_OPEN, _CLOSE = frozenset({"(", "["}), frozenset({")", "]"})
_ENDS = frozenset({",", ";", "|", ".", "•", "·", "/", "and", ")"})


def level_end(tokens: Tokens, at: int, unit: Unit, context: Context) -> int:
    """Return where a level mark that begins at word ``at`` ends; ``at`` itself if there is none.

    Example: in "Go (3/5), C" the mark behind Go ends before the comma.
    """
    if at >= unit.end:
        return at
    word = tokens.lowers[at]
    if word in _OPEN:
        return _bracket_end(tokens, at, unit, context)
    if word in context.level_signs:
        while at < unit.end and tokens.lowers[at] in context.level_signs:
            at += 1
        return at
    start = at + (word in _LEADS)
    end = _measure_end(tokens, start, unit, context)
    if end > start:
        return end
    if start == at or not _is_level(tokens, start, unit, context):
        return at
    while _is_level(tokens, end, unit, context):
        end += 1
    return end if end >= unit.end or tokens.lowers[end] in _ENDS or "\n" in tokens.gaps[end - 1] else at


def _is_level(tokens: Tokens, at: int, unit: Unit, context: Context) -> bool:
    return at < unit.end and tokens.lowers[at] in context.levels


def _measure_end(tokens: Tokens, at: int, unit: Unit, context: Context) -> int:
    """Return where "3/5", "80 %", or "5 years" ends."""
    lowers = tokens.lowers
    if at + 1 >= unit.end or not lowers[at][0].isdigit():
        return at
    nxt = at + 1 + (lowers[at + 1] == "+" and at + 2 < unit.end)
    if lowers[at].isdigit() and tokens.gaps[at] == "/" and lowers[at + 1].isdigit():
        return at + 2
    return nxt + 1 if lowers[nxt] in context.durations else at


def _bracket_end(tokens: Tokens, at: int, unit: Unit, context: Context) -> int:
    """Return where a bracket ends that holds nothing but levels and measures, at least one of them."""
    inside, stop = at + 1, min(unit.end, at + 1 + _LONGEST_BRACKET)
    while inside < stop and tokens.lowers[inside] not in _CLOSE:
        after = _measure_end(tokens, inside, unit, context)
        if after == inside:
            word = tokens.lowers[inside]
            if not (word in context.levels or word in context.level_signs or (word == "," and inside > at + 1)):
                return at
            after = inside + 1
        inside = after
    return inside + 1 if at + 1 < inside < stop else at
