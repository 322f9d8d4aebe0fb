"""Where words of a resume are marked, and why: they counted, or their name is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from matcher.domain.document import Document, Span
from matcher.domain.report import Evidence

__all__ = ["MarkedPiece", "Marks", "cut_line", "hit_span", "join_marks"]


@dataclass(frozen=True, slots=True)
class Marks:
    """Stretches of the text: those that counted, and names that are not known; each kind sorted and not overlapping."""

    counted: tuple[Span, ...]
    unknown: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a line under one kind of mark, under both, or under none."""

    text: str
    counted: bool = False
    unknown: bool = False


def hit_span(document: Document, evidence: Evidence) -> Span:
    """Find the hit of a quote in the text again: the quote's lines were joined, so spaces and hyphens may differ."""
    words = evidence.text[slice(*evidence.hit)]
    pattern = re.compile(r"[-\u2010]?\s*".join(re.escape(char) for char in words if not char.isspace()))
    before = len(pattern.findall(evidence.text[: evidence.hit[0]]))
    found = list(pattern.finditer(document.text, evidence.start, evidence.end))
    if not found:
        return Span(evidence.start, evidence.start)
    match = found[min(before, len(found) - 1)]
    return Span(match.start(), match.end())


def join_marks(hits: Iterable[Span], unknown: Iterable[Span]) -> Marks:
    """Return the stretches that hits and unknown names cover."""
    return Marks(tuple(_merge(hits)), tuple(_merge(unknown)))


def cut_line(document: Document, line: Span, marks: Marks) -> Iterator[MarkedPiece]:
    """Cut a line where marks begin and end."""
    counted, unknown = ([span for span in spans if span.overlaps(line)] for spans in (marks.counted, marks.unknown))
    edges = {line.start, line.end}
    for span in (*counted, *unknown):
        edges |= {max(span.start, line.start), min(span.end, line.end)}
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        yield MarkedPiece(document.quote(piece), any(map(piece.overlaps, counted)), any(map(piece.overlaps, unknown)))


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
