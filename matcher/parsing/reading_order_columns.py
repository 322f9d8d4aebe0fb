"""Cuts one page into its columns and puts each column's rows in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_labels import (
    are_dates,
    are_flush_dates,
    are_labels,
    attach_labels,
    level_share,
    row_wraps,
)
from matcher.parsing.reading_order_rivers import River, find_rivers, without_date_rows
from matcher.parsing.reading_order_rows import Row, build_rows, is_marker, join_broken_addresses

__all__ = ["Layout", "arrange", "lay_out"]

# Shares of the type size: the least width of a river, and of one whose both sides keep a straight left edge.
_RIVER = 0.8
_NARROW_RIVER = 0.4
_STRAIGHT = 0.7
_STRAIGHT_ROWS = 5
_FAR_APART = 3
_GAP = 2
_GAP_OF_STYLES = 1
_SHORT = 0.5
_WIDE = 20
# What two columns that may be a table have: lines, alike in number, level, and few that wrap.
_TABLE_ROWS = 5
_ALIKE = 0.8
_LEVEL = 0.9
_FEW_WRAPS = 0.2
_DEEPEST = 12


@dataclass(slots=True)
class Layout:
    """A page cut once: what stands above the columns, the two columns, and what stands below; ``river`` is the cut."""

    above: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    river: float | None = None
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class _Cut:
    river: River
    left: list[Word]
    right: list[Word]
    labels: str = ""


def lay_out(words: Sequence[Word], column: float | None = None) -> Layout:
    """Return the page cut at its heaviest river between true columns; without one, all rows stand ``above``.

    ``column`` is the place of a side column's river on the page before.
    """
    rows = build_rows(words)
    cut = _find_cut(rows, _body_size(words), column) if words else None
    if cut is None or cut.labels:
        return Layout(above=arrange(words))
    river = cut.river
    return Layout(
        arrange(_words(rows[: river.first])),
        arrange(cut.left),
        arrange(cut.right),
        arrange(_words(rows[river.last :])),
        river.middle,
        _is_uncertain(cut),
    )


def arrange(words: Sequence[Word], depth: int = 0) -> list[Row]:
    """Return the rows of a part of a page in reading order, cut again wherever it has a river."""
    rows = build_rows(words)
    cut = _find_cut(rows, _body_size(words)) if rows and depth < _DEEPEST else None
    if cut is None:
        return _part_rows(rows)
    above = arrange(_words(rows[: cut.river.first]), depth + 1)
    below = arrange(_words(rows[cut.river.last :]), depth + 1)
    if cut.labels:
        narrow, wide = (cut.left, cut.right) if cut.labels == "left" else (cut.right, cut.left)
        inside = arrange(wide, depth + 1)
        inside = attach_labels(inside, narrow, _text_edge(cut, inside, rows), left=cut.labels == "left")
        return [*above, *inside, *below]
    return [*above, *arrange(cut.left, depth + 1), *arrange(cut.right, depth + 1), *below]


def _find_cut(rows: Sequence[Row], size: float, column: float | None = None) -> _Cut | None:
    """Choose a river between true columns before one beside labels, unless it is short against the heaviest."""
    best: _Cut | None = None
    for found in find_rivers(rows, _RIVER * size):
        river = without_date_rows(rows, found)
        if not (river.left_rows and river.right_rows):
            continue
        cut = _cut_at(rows, river)
        if column is not None and river.x0 < column < river.x1:
            return _Cut(river, cut.left, cut.right)
        if best is not None and river.weight < _SHORT * best.river.weight:
            break
        if best is not None and _is_part(river, best.river):
            # What parts labels from their text does so over any stretch of its rows.
            continue
        if not cut.labels and (not river.thin or _set_apart(cut, size)):
            return cut
        if cut.labels:
            best = best or cut
    if best is not None and not best.river.thin:
        return best
    for river in find_rivers(rows, _NARROW_RIVER * size):
        cut = _cut_at(rows, river)
        if not cut.labels and best is None and _straight(cut.left, size) and _straight(cut.right, size):
            return cut
        if cut.labels == "left" and not river.thin and are_dates(cut.left):
            return cut
    return best


def _is_part(river: River, whole: River) -> bool:
    return whole.first <= river.first and river.last <= whole.last and river.x0 < whole.x1 and whole.x0 < river.x1


def _is_uncertain(cut: _Cut) -> bool:
    """Tell whether what is read as two columns looks as much like a table, to be read row by row.

    Each line then has one beside it ("4.1" and "Overview", a day and its hours), and lines end before the column does.
    """
    left, right = build_rows(cut.left), build_rows(cut.right)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    if len(few) < _TABLE_ROWS or len(few) < _ALIKE * len(many) or level_share(few, many) < _LEVEL:
        return False
    return all(_share_of_wraps(rows) < _FEW_WRAPS for rows in (left, right))


def _share_of_wraps(rows: Sequence[Row]) -> float:
    edge = max(row.x1 for row in rows)
    # One or two words always fill their column.
    return sum(len(row.words) > 2 and row_wraps(rows, index, edge) for index, row in enumerate(rows)) / len(rows)


def _set_apart(cut: _Cut, size: float) -> bool:
    """Tell whether two lines beside others (a contact block beside a name) are far enough off to be a column."""
    if min(cut.river.left_rows, cut.river.right_rows) < 2 or cut.river.x1 - cut.river.x0 < _FAR_APART * size:
        return False
    left, right = build_rows(cut.left), build_rows(cut.right)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    # A first list item set beside its entry's head wraps back under the head.
    if any(is_marker(row.words[0].text) for row in (*left, *right)):
        return False
    return level_share(few, many) < 0.5


def _text_edge(cut: _Cut, inside: Sequence[Row], rows: Sequence[Row]) -> float:
    """Return where the lines beside labels break: at the river if some reach it, else at the edge of all rows."""
    reach = cut.river.x0
    if cut.labels == "right" and len(inside) >= 8 and sum(reach - row.x1 < 3 * row.size for row in inside) >= 2:
        return reach
    return max(row.x1 for row in rows)


def _part_rows(rows: Sequence[Row]) -> list[Row]:
    """Part rows at wide gaps, unless what follows the gap is short and ends at the right edge, as dates do."""
    if not rows:
        return []
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    parted: list[Row] = []
    for row in rows:
        pieces = _pieces(row)
        last = pieces[-1]
        wide = right - left > _WIDE * last.size
        at_edge = wide and right - last.x1 < last.size and last.x1 - last.x0 < _SHORT * (right - left)
        # "Oslo      ada@example.org" is a line of contacts.
        dated = len(pieces) == 2 and at_edge and "@" not in last.text
        parted.extend([row] if dated else pieces)
    return join_broken_addresses(parted)


def _pieces(row: Row) -> list[Row]:
    pieces: list[list[Word]] = [[row.words[0]]]
    for before, word in pairwise(row.words):
        gap = word.x0 - max(w.x1 for w in pieces[-1])
        size = min(before.size, word.size)
        alike = before.bold == word.bold and max(before.size, word.size) < 1.15 * size
        if gap > (_GAP if alike else _GAP_OF_STYLES) * size and not all(is_marker(w.text) for w in pieces[-1]):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [Row(piece, row.base) for piece in pieces]


def _cut_at(rows: Sequence[Row], river: River) -> _Cut:
    words = _words(rows[river.first : river.last])
    left = [w for w in words if w.x0 < river.middle]
    right = [w for w in words if w.x0 >= river.middle]
    narrow_is_left = sum(len(w.text) for w in left) <= sum(len(w.text) for w in right)
    narrow, wide = (left, right) if narrow_is_left else (right, left)
    labelled = are_labels(narrow, wide, narrow_is_left=narrow_is_left)
    if not labelled and narrow_is_left and are_flush_dates(right, left):
        return _Cut(river, left, right, "right")
    return _Cut(river, left, right, ("left" if narrow_is_left else "right") if labelled else "")


def _straight(words: Sequence[Word], size: float) -> bool:
    edges = sorted(row.x0 for row in build_rows(words))
    if len(edges) < _STRAIGHT_ROWS:
        return False
    most = max(sum(1 for other in edges if 0 <= other - edge < 0.1 * size) for edge in edges)
    return most >= _STRAIGHT * len(edges)


def _body_size(words: Sequence[Word]) -> float:
    return median(w.size for w in words) if words else 0.0


def _words(rows: Sequence[Row]) -> list[Word]:
    return [word for row in rows for word in row.words]
