"""Where words of a resume are marked, and why: they counted, or their name is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.document import Document, Span
from matcher.domain.report import Evidence

__all__ = ["Mark", "MarkedPiece", "cut_line", "hit_span", "join_marks"]


class Mark(StrEnum):
    """Why words are marked: they counted, or they stand like the name of a skill and are not known."""

    NONE = ""
    COUNTED = "counted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of a line under one mark."""

    text: str
    mark: Mark


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


def join_marks(hits: Iterable[Span], unknown: Iterable[Span]) -> list[tuple[Span, Mark]]:
    """Return marks that do not overlap, in order; where words counted, that is told and nothing else."""
    merged = _merge(hits)
    free = [one for one in _merge(unknown) if not any(one.overlaps(hit) for hit in merged)]
    return sorted([*((span, Mark.COUNTED) for span in merged), *((span, Mark.UNKNOWN) for span in free)])


def _merge(marks: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for mark in sorted(marks):
        if merged and mark.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, mark.end))
        else:
            merged.append(mark)
    return merged


def cut_line(document: Document, line: Span, marks: Sequence[tuple[Span, Mark]]) -> Iterator[MarkedPiece]:
    """Cut a line where marks begin and end; ``marks`` come from ``join_marks``."""
    at = line.start
    for span, mark in marks:
        if not span.overlaps(line):
            continue
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start > at:
            yield MarkedPiece(document.text[at:start], Mark.NONE)
        yield MarkedPiece(document.text[start:end], mark)
        at = end
    if at < line.end:
        yield MarkedPiece(document.text[at : line.end], Mark.NONE)
