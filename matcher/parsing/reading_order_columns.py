"""Cuts one page into its columns and puts each column's rows in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_labels import are_labels, attach_labels
from matcher.parsing.reading_order_rivers import River, find_rivers
from matcher.parsing.reading_order_rows import Row, build_rows

__all__ = ["Layout", "arrange", "lay_out"]

# Shares of the type size: the least width of a river, and of one whose both sides keep a straight left edge.
_RIVER = 0.8
_NARROW_RIVER = 0.4
_STRAIGHT = 0.7
_STRAIGHT_ROWS = 5
_DEEPEST = 12


@dataclass(slots=True)
class Layout:
    """A page cut once: what stands above the columns, the two columns, and what stands below; ``river`` is the cut."""

    above: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    river: float | None = None
    labels: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cut:
    river: River
    left: list[Word]
    right: list[Word]
    labels: str = ""


def lay_out(words: Sequence[Word], hints: Sequence[float] = ()) -> Layout:
    """Return the page cut at its heaviest river between true columns; without one, all rows stand ``above``.

    ``hints`` are the places of rivers on earlier pages; ``labels`` of the result are those of label columns here.
    """
    labels: list[float] = []
    rows = build_rows(words)
    cut = _find_cut(rows, _body_size(words), hints) if words else None
    if cut is None or cut.labels:
        return Layout(above=arrange(words, hints, labels), labels=labels)
    river = cut.river
    return Layout(
        arrange(_words(rows[: river.first]), hints, labels),
        arrange(cut.left, hints, labels),
        arrange(cut.right, hints, labels),
        arrange(_words(rows[river.last :]), hints, labels),
        river.middle,
        labels,
    )


def arrange(words: Sequence[Word], hints: Sequence[float], labels: list[float], depth: int = 0) -> list[Row]:
    """Return the rows of a part of a page in reading order, cut again wherever it has a river.

    The places of label columns are added to ``labels``.
    """
    rows = build_rows(words)
    cut = _find_cut(rows, _body_size(words), hints) if rows and depth < _DEEPEST else None
    if cut is None:
        return rows
    above = arrange(_words(rows[: cut.river.first]), hints, labels, depth + 1)
    below = arrange(_words(rows[cut.river.last :]), hints, labels, depth + 1)
    if cut.labels:
        labels.append(cut.river.middle)
        narrow, wide = (cut.left, cut.right) if cut.labels == "left" else (cut.right, cut.left)
        inside = attach_labels(arrange(wide, hints, labels, depth + 1), narrow, left=cut.labels == "left")
        return [*above, *inside, *below]
    left = arrange(cut.left, hints, labels, depth + 1)
    return [*above, *left, *arrange(cut.right, hints, labels, depth + 1), *below]


def _find_cut(rows: Sequence[Row], size: float, hints: Sequence[float]) -> _Cut | None:
    """Choose a river between true columns before one beside labels, unless it is short against the heaviest."""
    best: _Cut | None = None
    for river in find_rivers(rows, _RIVER * size, hints):
        if best is not None and river.weight < 0.5 * best.river.weight:
            break
        cut = _cut_at(rows, river)
        if not cut.labels:
            return cut
        best = best or cut
    if best is not None:
        return best
    for river in find_rivers(rows, _NARROW_RIVER * size):
        cut = _cut_at(rows, river)
        if not cut.labels and _straight(cut.left, size) and _straight(cut.right, size):
            return cut
    return None


def _cut_at(rows: Sequence[Row], river: River) -> _Cut:
    words = _words(rows[river.first : river.last])
    left = [w for w in words if w.x0 < river.middle]
    right = [w for w in words if w.x0 >= river.middle]
    narrow_is_left = sum(len(w.text) for w in left) <= sum(len(w.text) for w in right)
    narrow, wide = (left, right) if narrow_is_left else (right, left)
    labelled = are_labels(narrow, wide, narrow_is_left=narrow_is_left)
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
