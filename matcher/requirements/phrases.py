"""Cue phrases in the wording of job descriptions, found in a flattened copy that keeps every offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from matcher.domain.document import Span
from matcher.domain.folding import fold

__all__ = ["find_phrases", "flatten", "has_phrase", "phrase_pattern"]

_NEVER = re.compile(r"(?!)")


def flatten(text: str) -> str:
    """Return the text in lower case with plain quotes, dashes and spaces, character by character, equally long."""
    return "".join(map(_flat, text))


@lru_cache(maxsize=4096)
def _flat(char: str) -> str:
    flat = fold(char).text.lower()
    return flat if len(flat) == 1 else char


@lru_cache(maxsize=512)
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Compile phrases; the longer one wins where two begin at the same place.

    ``word*`` matches any ending, ``a|b`` either, ``[word]`` may be left out, ``...`` stands for up to six words.
    A space matches a hyphen too: "nice to have" finds "nice-to-have".
    """
    if not phrases:
        return _NEVER
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, ordered))})(?!\w)")


def _phrase(phrase: str) -> str:
    pattern, gap = "", ""
    for part in phrase.split():
        if part == "...":
            pattern, gap = f"{pattern}(?:[^\\w.;]+[\\w'+#]+(?:\\.\\w+)*){{0,6}}?", r"[^\w.;]+"
            continue
        optional = part.startswith("[")
        options = (re.escape(option).replace("\\*", "\\w*") for option in part.strip("[]").split("|"))
        word = f"(?:{'|'.join(options)})"
        pattern += f"(?:{gap}{word})?" if optional and pattern else f"{gap}{word}"
        gap = r"[\s-]+"
    return pattern


def find_phrases(phrases: tuple[str, ...], flat: str, within: Span | None = None) -> Iterator[Span]:
    """Return where the phrases stand, from left to right, without overlaps."""
    start, end = (within.start, within.end) if within else (0, len(flat))
    for match in phrase_pattern(phrases).finditer(flat, start, end):
        yield Span(match.start(), match.end())


def has_phrase(phrases: tuple[str, ...], flat: str, within: Span | None = None) -> bool:
    """Tell whether one of the phrases stands there."""
    return next(find_phrases(phrases, flat, within), None) is not None
