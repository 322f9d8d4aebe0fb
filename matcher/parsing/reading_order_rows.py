"""Groups words into rows of one baseline and writes a row's words out as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from matcher.parsing.pdf_words import Word

__all__ = ["Row", "build_rows", "is_marker", "row_text"]

# Shares of the type size: how far baselines of one row stray, and which gap is a space.
_SAME_ROW = 0.5
_SPACE = 0.15


@dataclass(slots=True)
class Row:
    """Words that stand on one line, from left to right."""

    words: list[Word]
    base: float

    @property
    def x0(self) -> float:
        """Return the left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Return the right edge."""
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        """Return the type size of most of the row."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Tell whether all of the row is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """Return the text of the row."""
        return row_text(self.words)


def build_rows(words: Iterable[Word]) -> list[Row]:
    """Return the rows from top to bottom; a raised or smaller word belongs to the row that it stands level with."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        if rows:
            row = rows[-1]
            reach = _SAME_ROW * min(word.size, row.words[-1].size)
            if abs(word.base - row.base) < reach:
                row.words.append(word)
                continue
        rows.append(Row([word], word.base))
    for row in rows:
        row.words.sort(key=lambda w: w.x0)
    return rows


def row_text(words: Sequence[Word]) -> str:
    """Return words from left to right as text; letters that are set apart for looks are closed up.

    "E X P E R I E N C E" becomes "EXPERIENCE" when the gaps between its letters are alike.
    """
    spaces = _spaces(words)
    parts = [words[0].text]
    for word, space in zip(words[1:], spaces, strict=True):
        parts.append(" " + word.text if space else word.text)
    return "".join(parts)


def _spaces(words: Sequence[Word]) -> list[bool]:
    gaps = [max(0.0, b.x0 - a.x1) for a, b in pairwise(words)]
    spaces = [b.spaced or gap > _SPACE * min(a.size, b.size) for gap, (a, b) in zip(gaps, pairwise(words), strict=True)]
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end].text) == 1:
            end += 1
        if end - start >= 4:
            _close_up(gaps, spaces, start, end)
        start = max(end, start + 1)
    return spaces


def _close_up(gaps: Sequence[float], spaces: list[bool], start: int, end: int) -> None:
    inner = gaps[start : end - 1]
    usual = median(inner)
    for index in range(start, end - 1):
        spaces[index] = gaps[index] > 1.6 * usual


def is_marker(text: str) -> bool:
    """Tell whether a word is a bullet sign or a number such as "1." before a list item."""
    if len(text) == 1:
        return not text.isalnum() or text == "o"
    return len(text) <= 3 and text[:-1].isdigit() and text[-1] in ".)"
