"""A job advertisement line by line, for the page that shows how it was understood: which lines ask for something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain.catalogue import Requirement

__all__ = ["JobLine", "view_job"]


@dataclass(frozen=True, slots=True)
class JobLine:
    """One line of the advertisement; ``asks`` tells that a requirement was taken from it."""

    text: str
    asks: bool


def view_job(text: str, requirements: Iterable[Requirement]) -> tuple[JobLine, ...]:
    """Return the lines that are not empty, in their order."""
    taken = [(one.quote.start, one.quote.end) for one in requirements if one.quote is not None]
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        words = line.strip()
        if words:
            end = start + len(line.rstrip())
            lines.append(JobLine(words, any(begin < end and start < finish for begin, finish in taken)))
    return tuple(lines)
