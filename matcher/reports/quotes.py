"""Quotes: a statement as people read it, joined over its lines, with the place of the hit in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain.document import Document, Span

__all__ = ["LONGEST", "Quote", "cut_quote"]

LONGEST = 240
_BEFORE_THE_HIT = 80
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A plus sign or a bracketed or grouped area code: "2019 - 2022" and "200 000 000 rows" are not telephone numbers.
_PHONE = re.compile(r"(?<!\w)(?:\+\d[\d ()./-]{6,}\d|\(\d{2,5}\) ?\d[\d ./-]{4,}\d|\d{3}-\d{3}-\d{4})(?!\w)")
_LEFT_OUT = ((_MAIL, "[e-mail]"), (_PHONE, "[phone]"))


@dataclass(frozen=True, slots=True)
class Quote:
    """The text that is shown, the hit in it, and the range of the document that it was cut from."""

    text: str
    hit: tuple[int, int]
    span: Span


@dataclass(frozen=True, slots=True)
class _Joined:
    """Characters with the place in the document that each came from."""

    text: str
    origins: tuple[int, ...]


def cut_quote(document: Document, statement: Span, hit: Span) -> Quote:
    r"""Cut a quote of at most ``LONGEST`` characters around a hit.

    Wrapped lines are joined by a space; a word that is parted by a hyphen at a line's end is put together, without
    the hyphen if the document has the word in one piece elsewhere. E-mail addresses and telephone numbers are left
    out: a report never tells how to reach a person.

    Example: "Tuned Post-\ngreSQL queries" reads "Tuned PostgreSQL queries" where "PostgreSQL" stands elsewhere.
    """
    joined = _without_contact(_join(document, statement), hit)
    start = _index_of(joined, max(hit.start, statement.start))
    end = max(start + 1, _index_of(joined, min(hit.end, statement.end)))
    text, shift, kept = _window(joined.text, start, min(end, len(joined.text)))
    shown = joined.origins[kept.start : kept.end]
    span = Span(shown[0], shown[-1] + 1) if shown else statement
    return Quote(text, (start + shift, min(end, kept.end) + shift), span)


def _join(document: Document, statement: Span) -> _Joined:
    chars: list[str] = []
    origins: list[int] = []
    at = statement.start
    for line in document.quote(statement).split("\n"):
        stripped = line.strip()
        begin = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not stripped:
            continue
        if chars and not _goes_on("".join(chars[-40:]), stripped):
            chars.append(" ")
            origins.append(begin - 1)
        elif chars and _in_one_piece("".join(chars[-40:]), stripped, document.text):
            chars.pop()
            origins.pop()
        chars.extend(stripped)
        origins.extend(range(begin, begin + len(stripped)))
    return _Joined("".join(chars), tuple(origins))


def _goes_on(before: str, after: str) -> bool:
    return before[-1] in "-\u2010" and before[-2:-1].isalpha() and after[0].islower()


def _in_one_piece(before: str, after: str, text: str) -> bool:
    head = re.search(r"(\w+)[-\u2010]$", before)
    tail = re.match(r"\w+", after)
    return bool(head and tail) and bool(head and tail and head.group(1) + tail.group() in text)


def _without_contact(joined: _Joined, hit: Span) -> _Joined:
    for pattern, label in _LEFT_OUT:
        for match in reversed(list(pattern.finditer(joined.text))):
            place = joined.origins[match.start()]
            if hit.start < joined.origins[match.end() - 1] + 1 and place < hit.end:
                continue
            joined = _Joined(
                joined.text[: match.start()] + label + joined.text[match.end() :],
                (*joined.origins[: match.start()], *([place] * len(label)), *joined.origins[match.end() :]),
            )
    return joined


def _index_of(joined: _Joined, offset: int) -> int:
    return bisect_left(joined.origins, offset)


def _window(text: str, start: int, end: int) -> tuple[str, int, Span]:
    """Return the text to show, how far offsets move in it, and the range of ``text`` that it shows."""
    if len(text) <= LONGEST:
        return text, 0, Span(0, len(text))
    room = LONGEST - 2
    left = max(0, min(start - _BEFORE_THE_HIT, len(text) - room))
    right = min(len(text), max(left + room, 0))
    left = _word_border(text, range(left, min(start, right))) if left else 0
    # A hit that is longer than the window is cut too, at a word of its own.
    after = end if end < right else start
    right = _word_border(text, range(right, after, -1)) if right < len(text) else right
    shown = text[left:right].strip()
    left += len(text[left:right]) - len(text[left:right].lstrip())
    head, tail = ("…" if left else ""), ("…" if right < len(text) else "")
    return head + shown + tail, len(head) - left, Span(left, left + len(shown))


def _word_border(text: str, places: Iterable[int]) -> int:
    first = None
    for place in places:
        first = place if first is None else first
        if text[place - 1].isspace() or (place < len(text) and text[place].isspace()):
            return place
    if first is None:
        raise ValueError("a window has at least one border")
    return first
