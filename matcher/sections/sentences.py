"""Cuts running text into sentences."""

from __future__ import annotations

import re
from collections.abc import Collection

from matcher.domain.document import Span

__all__ = ["split_sentences"]

_BREAK = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s+[\"'\u201c\u2018(\[]*(?P<next>\S))|;(?=\s+[A-Z])")
_LAST_WORD = re.compile(r"[\w.'\u2019&-]+$")
_ALWAYS = frozenset({"e.g", "i.e", "etc", "vs", "inc", "ltd", "dr", "mr", "mrs", "prof", "approx", "incl"})
# "140 ms. Then": a unit behind a number is no short form of address.
_UNIT = re.compile(r"\d\s?[a-zA-Z%]{1,4}$")
# Behind these a capital letter is no sign of a new sentence: a name follows.
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "st", "e.g", "i.e", "vs", "no", "approx", "incl", "cf"})


def split_sentences(text: str, start: int, abbreviations: Collection[str] = _ALWAYS) -> list[Span]:
    """Return the spans of the sentences of a text that begins at ``start`` of the document.

    A full stop ends a sentence where a capital letter or a digit follows: "Node.js", "v2.1", "e.g. Redis", "Acme
    Inc. in Berlin" stay whole.
    """
    spans = []
    begin = 0
    for match in _BREAK.finditer(text):
        if not _ends_sentence(text, match, abbreviations):
            continue
        spans.append(_trimmed(text, begin, match.end(), start))
        begin = match.end()
    if text[begin:].strip():
        spans.append(_trimmed(text, begin, len(text), start))
    return spans


def _ends_sentence(text: str, match: re.Match[str], abbreviations: Collection[str]) -> bool:
    if match.group().startswith(";"):
        return False
    follower = match["next"]
    if not (follower.isupper() or follower.isdigit() or follower in "-\u2022"):
        # "iOS", "npm" and the like begin sentences rarely; a small letter goes on.
        return False
    if not match.group().startswith("."):
        return True
    word = _LAST_WORD.search(text[: match.start()])
    last = word.group().casefold().strip(".") if word else ""
    if _UNIT.search(text[: match.start()]):
        return True
    if last in _TITLES:
        return False
    if len(last) == 1 and last.isalpha() and last != "i" and text[match.start() - 1].isupper():
        # An initial: "J. Smith". "written in C." ends a sentence where three words or more stand before it.
        return len(text[: match.start()].split()) > 3 and not _initial(text, match)
    if last in abbreviations or last in _ALWAYS:
        return follower.isupper() and last in {"etc", "inc", "ltd"} and _new_thought(text, match.end())
    return True


def _initial(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start() - 1].rstrip()
    return bool(re.search(r"(?:^|[\s(])(?:[A-Z]\.?|[A-Z][a-z]+)$", before)) and bool(
        re.match(r"\.\s+[A-Z][a-z]+", text[match.start() :])
    )


def _new_thought(text: str, at: int) -> bool:
    return bool(re.match(r"\s+(?:The|This|I|We|It|My|Our|In|On|At|As|Built|Led|Worked|Responsible)\b", text[at:]))


def _trimmed(text: str, begin: int, end: int, start: int) -> Span:
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(start + begin + left, start + begin + right)
