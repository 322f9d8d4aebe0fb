"""Groups words into rows of one baseline and writes a row's words out as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from matcher.parsing.pdf_words import Word

__all__ = ["Row", "build_rows", "is_marker", "join_broken_addresses", "row_cells", "row_text"]

# Shares of the type size: how far baselines of one row stray, and which gap is a space.
_SAME_ROW = 0.5
_SPACE = 0.15
# No justified line has gaps of this many type sizes.
_WIDE_GAP = 2.5


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
    def top(self) -> float:
        """Return the height of the tallest word."""
        return min(word.top for word in self.words)

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
    rows = _with_raised_words(rows)
    for row in rows:
        row.words.sort(key=lambda w: w.x0)
    return rows


def _with_raised_words(rows: Sequence[Row]) -> list[Row]:
    """Give raised and lowered letters ("3rd", "m2") to the row whose words they touch."""
    kept: list[Row] = []
    for row in rows:
        if kept and row.base - kept[-1].base < 0.7 * max(row.size, kept[-1].size):
            small, large = (kept[-1], row) if kept[-1].size < row.size else (row, kept[-1])
            if small.size < 0.8 * large.size and all(_touches(word, large) for word in small.words):
                kept[-1] = Row([*large.words, *small.words], large.base)
                continue
        kept.append(row)
    return kept


def _touches(word: Word, row: Row) -> bool:
    near = 0.3 * word.size
    return any(-near < word.x0 - other.x1 < near or -near < other.x0 - word.x1 < near for other in row.words)


def row_text(words: Sequence[Word]) -> str:
    """Return words from left to right as text; letters that are set apart for looks are closed up.

    "E X P E R I E N C E" becomes "EXPERIENCE" when the gaps between its letters are alike.
    """
    spaces = _spaces(words)
    parts = [words[0].text]
    for word, space in zip(words[1:], spaces, strict=True):
        parts.append(" " + word.text if space else word.text)
    return "".join(parts)


def row_cells(words: Sequence[Word]) -> str:
    """Return the text of a row like ``row_text``, with a tabulator at its wide gaps: "Acme", far off "Oslo"."""
    cells, start = [], 0
    for index, (before, word) in enumerate(pairwise(words), 1):
        if word.x0 - before.x1 > _WIDE_GAP * max(before.size, word.size):
            cells.append(row_text(words[start:index]))
            start = index
    return "\t".join([*cells, row_text(words[start:])])


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


# RFC 5321 4.5.3.1.
_LONGEST_ADDRESS = 254
_OPEN_ADDRESS = re.compile(r"^\S+@[\w-]*$")
_ADDRESS = re.compile(r"^\S+@[\w-]+(?:\.[\w-]*)+$")
# The first half of "ada.berg-holm@example.org": the hyphen of a double name ends the line.
_OPEN_NAME = re.compile(r"^[\w.+]+[-._]$")
_REST = re.compile(r"^[\w-]+(?:\.[\w-]+)*$")
_LAST_LETTERS = re.compile(r"^[A-Za-z]{1,2}$")


def join_broken_addresses(rows: Sequence[Row]) -> list[Row]:
    """Put an e-mail address together that is broken over two lines of a narrow column.

    "JO.BERG@EXAMPLE.CO" over "M", "jo.berg@exa" over "mple.org", "jo.berg" over "@example.org".
    """
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and len(row.words) == 1 and 0 < row.base - above.base < 2 * row.size:
            end, start = above.words[-1], row.words[0]
            if _belong_together(end.text, start.text, alone=len(above.words) == 1):
                whole = replace(end, text=end.text + start.text)
                joined[-1] = Row([*above.words[:-1], whole], above.base)
                continue
        joined.append(row)
    return joined


def _belong_together(end: str, start: str, *, alone: bool) -> bool:
    if len(end) + len(start) > _LONGEST_ADDRESS:
        return False
    if alone and _OPEN_NAME.match(end) and _ADDRESS.match(start):
        return True
    if start.startswith("@"):
        return alone and bool(_REST.match(end)) and bool(_REST.match(start[1:]))
    # "Oslo" under an address is a place, "M" under "...EXAMPLE.CO" its end.
    if "@" not in end or not start[:1].isalnum() or any(c.isupper() for c in start) != end.isupper():
        return False
    if _OPEN_ADDRESS.match(end):
        return bool(_REST.match(start))
    return bool(_ADDRESS.match(end) and _LAST_LETTERS.match(start)) or (end.endswith(".") and bool(_REST.match(start)))
