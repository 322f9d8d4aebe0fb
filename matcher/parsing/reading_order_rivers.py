"""Finds rivers: empty vertical bands with text on both sides over a run of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.parsing.reading_order_rows import Row, is_marker

__all__ = ["River", "find_rivers", "without_date_rows"]

_FAR = 1e9
_LEAST_ROWS = 3
_MOST = 24

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class River:
    """An empty band from ``x0`` to ``x1`` through the rows ``first`` to ``last`` (exclusive)."""

    x0: float
    x1: float
    first: int
    last: int
    left_rows: int
    right_rows: int

    @property
    def middle(self) -> float:
        """Return where to cut."""
        return (self.x0 + self.x1) / 2

    @property
    def thin(self) -> bool:
        """Tell whether one side has too few lines to be a column without more signs."""
        return min(self.left_rows, self.right_rows) < _LEAST_ROWS

    @property
    def weight(self) -> int:
        """Return how many lines stand along the river."""
        return self.left_rows + self.right_rows


def find_rivers(rows: Sequence[Row], width: float) -> list[River]:
    """Return every river at least ``width`` points wide with three lines on one side, heaviest first.

    A row that crosses a band ends it there, so a full-width heading parts two rivers instead of hiding both.
    """
    active: list[River] = []
    found: list[River] = []
    for index, row in enumerate(rows):
        gaps = _gaps(row, width)
        kept: dict[tuple[float, float], River] = {}
        for river in active:
            goes_on = False
            for x0, x1 in gaps:
                left, right = max(river.x0, x0), min(river.x1, x1)
                if right - left < width:
                    continue
                goes_on = True
                wider = kept.get((left, right))
                if wider is None or wider.first > river.first:
                    kept[left, right] = _longer(river, left, right, index, row)
            if not goes_on:
                found.append(river)
        for x0, x1 in gaps:
            if (x0, x1) not in kept:
                kept[x0, x1] = _longer(River(x0, x1, index, index, 0, 0), x0, x1, index, row)
        # On a page of strewn words nearly every gap could begin a river: the longest and widest are followed.
        active = sorted(kept.values(), key=lambda r: (r.first, r.x0 - r.x1, r.x0))[:_MOST]
    found.extend(active)
    real = [r for r in found if r.left_rows and r.right_rows and r.weight > _LEAST_ROWS]
    return sorted(real, key=lambda r: (-r.weight, r.x0 - r.x1, r.first, r.x0))[:_MOST]


def _longer(river: River, x0: float, x1: float, index: int, row: Row) -> River:
    return River(
        x0, x1, river.first, index + 1, river.left_rows + (row.x0 < x0 + 0.1), river.right_rows + (row.x1 > x1 - 0.1)
    )


def _gaps(row: Row, width: float) -> list[tuple[float, float]]:
    """Return the empty stretches of a row, its margins too; the gap after a bullet sign is none."""
    gaps = [(-_FAR, row.words[0].x0)]
    reach = -_FAR
    marker = True
    for word in row.words:
        if word.x0 - reach >= width and reach > -_FAR:
            if not marker:
                gaps.append((reach, word.x0))
            marker = True
        reach = max(reach, word.x1)
        marker = marker and is_marker(word.text)
    gaps.append((reach, _FAR))
    return gaps


def without_date_rows(rows: Sequence[Row], river: River) -> River:
    """Return a river that ends where only entry heads with a date at the right edge follow, or came before.

    A table of skills over "EXPERIENCE" and "Engineer ... 2021": the empty band goes on, the columns do not. The cut is
    made at a row that stands on the left alone, below a gap.
    """
    edge = max(row.x1 for row in rows)
    kinds = [_beside(rows[i], river, edge) for i in range(river.first, river.last)]
    if "text" not in kinds or "date" not in kinds:
        return river
    first_text = river.first + kinds.index("text")
    last_text = river.last - 1 - kinds[::-1].index("text")
    first, last = river.first, river.last
    if "date" in kinds[last_text - river.first :]:
        last = next((i for i in range(last_text + 1, last) if _opens(rows, i, river)), last)
    if "date" in kinds[: first_text - river.first]:
        first = next((i for i in range(first_text, first, -1) if _opens(rows, i, river)), first)
    left = sum(rows[i].x0 < river.x0 + 0.1 for i in range(first, last))
    right = sum(rows[i].x1 > river.x1 - 0.1 for i in range(first, last))
    return replace(river, first=first, last=last, left_rows=left, right_rows=right)


def _beside(row: Row, river: River, edge: float) -> str:
    """Return what a row has on the right of the river: nothing, a date at the edge after text, or other text."""
    if row.x1 < river.x1 - 0.1:
        return "nothing"
    short = edge - min(w.x0 for w in row.words if w.x1 > river.x1 - 0.1) < 0.5 * (edge - river.x1)
    # The "2020" below "Engineer   August 2017 -" stands alone.
    beside = row.x0 < river.x0 + 0.1 or _YEAR.search(row.text)
    return "date" if short and beside and edge - row.x1 < row.size else "text"


def _opens(rows: Sequence[Row], index: int, river: River) -> bool:
    row = rows[index]
    return row.x1 < river.x1 - 0.1 and index > 0 and row.base - rows[index - 1].base > 1.6 * row.size
