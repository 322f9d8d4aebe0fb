"""Puts other words over stretches of a text: which one wins where two overlap, and where a hit stands afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

__all__ = ["Mark", "cover", "settle"]

_EDGES = " ,;\n\t"
_BETWEEN = re.compile(r"[\s,./|&()\u2013\u2014-]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text, and what is shown in its place. A ``soft`` one gives way to what is protected."""

    start: int
    end: int
    shown: str
    soft: bool = False


def settle(marks: Iterable[Mark], protected: Sequence[tuple[int, int]] = ()) -> list[Mark]:
    """Return marks that do not overlap, in the order of the text.

    The first mark keeps all it covers; of a later one only what is still free is covered, so that no end of it shows.
    Soft marks leave the protected stretches as they are.
    """
    taken: list[tuple[int, int]] = []
    found: list[Mark] = []
    for mark in marks:
        blocked = [*taken, *protected] if mark.soft else taken
        for start, end in _free(mark.start, mark.end, blocked):
            found.append(replace(mark, start=start, end=end))
            taken.append((start, end))
    return sorted(found, key=lambda one: one.start)


def _free(start: int, end: int, blocked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces = [(start, end)]
    for low, high in blocked:
        pieces = [
            piece
            for left, right in pieces
            for piece in ((left, min(right, low)), (max(left, high), right))
            if piece[0] < piece[1]
        ]
    return sorted(set(pieces))


def cover(text: str, marks: Sequence[Mark], hit: tuple[int, int] = (0, 0)) -> tuple[str, tuple[int, int]]:
    """Return the text with its marks covered, and where the hit stands in it.

    A hit that begins or ends inside a mark takes in all that is shown for it. Marks side by side that show the same
    are one.

    Example: "Ada Byte led it" with both names marked reads "[name] led it".
    """
    joined = _joined(text, marks)
    out: list[str] = []
    at = 0
    for mark in joined:
        out += (text[at : mark.start], mark.shown)
        at = mark.end
    covered = "".join((*out, text[at:]))
    return covered, (_moved(hit[0], joined, last=False), _moved(hit[1], joined, last=True))


def _moved(place: int, marks: Sequence[Mark], *, last: bool) -> int:
    """Return where an end of the hit stands once the marks are covered."""
    shift = 0
    for mark in marks:
        if place < mark.start or (last and place == mark.start):
            break
        if place < mark.end or (last and place == mark.end):
            return mark.start + shift + (len(mark.shown) if last else 0)
        shift += len(mark.shown) - (mark.end - mark.start)
    return place + shift


def _joined(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Put neighbours that show the same word in brackets together: a town and its state are one place."""
    joined: list[Mark] = []
    for piece in marks:
        written = text[piece.start : piece.end]
        if not any(map(str.isalnum, written)):
            # A full stop or a bracket that is left of a stretch tells nothing.
            continue
        # What is left of a stretch may begin or end with the space or the comma beside what was kept.
        edges = (len(written) - len(written.lstrip(_EDGES)), len(written) - len(written.rstrip(_EDGES)))
        mark = replace(piece, start=piece.start + edges[0], end=piece.end - edges[1]) if piece.shown else piece
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.shown == mark.shown
            and mark.shown.startswith("[")
            and _BETWEEN.fullmatch(text, last.end, mark.start)
        ):
            joined[-1] = replace(last, end=mark.end)
        else:
            joined.append(mark)
    return joined
