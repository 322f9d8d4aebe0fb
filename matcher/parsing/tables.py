"""The reading order of tables in office files: layout tables cell by cell, rows of data on one line each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.parsing.page import Run

__all__ = ["Cell", "read_rows"]

Cell = tuple[Run, ...]
_GAP = "   "
_SHORT_CHARACTERS = 60
_HEADING_WORDS = 4
_FORM_ROWS = 6


def read_rows(rows: Sequence[Sequence[Cell]]) -> list[Run]:
    """Return the lines of a table.

    Cells are read whole, one after the other, row by row, so that a sidebar stays apart from what stands beside it.
    A row of short cells ("2019 - 2021 | Backend Engineer") becomes one line, as it looks on the page; not in a form,
    where most rows are a label and its text ("Education", below it "BSc, Leeds, 2019"). Where a row holds only headings
    and the next row what belongs under them, each column is read down.
    """
    runs: list[Run] = []
    joins = _joins_rows(rows)
    index = 0
    while index < len(rows):
        row = rows[index]
        below = rows[index + 1] if index + 1 < len(rows) else ()
        after = rows[index + 2] if index + 2 < len(rows) else ()
        if _headings_over(row, below) and (not after or _all_headings(after)):
            for top, bottom in zip(row, below, strict=True):
                runs += [*top, *bottom]
            index += 2
            continue
        runs += _row(row) if joins else [run for cell in row for run in cell]
        index += 1
    return runs


def _joins_rows(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether rows of short cells are lines of their own kind, and not the short ones of a form."""
    parted = [filled for row in rows if len(filled := [cell for cell in row if cell]) > 1]
    return len(parted) < _FORM_ROWS or 2 * sum(map(_belongs_on_one_line, parted)) >= len(parted)


def _row(row: Sequence[Cell]) -> list[Run]:
    filled = [cell for cell in row if cell]
    if not _belongs_on_one_line(filled):
        return [run for cell in filled for run in cell]
    sizes = [cell[0].font_size for cell in filled if cell[0].font_size is not None]
    text = _GAP.join(cell[0].text for cell in filled)
    return [Run(text, font_size=max(sizes, default=None), bold=all(cell[0].bold for cell in filled))]


def _belongs_on_one_line(filled: Sequence[Cell]) -> bool:
    """Tell a row that is one statement ("Java | 5 years") from a grid of separate things ("Java | Go | SQL")."""
    if len(filled) < 2 or any(len(cell) > 1 or cell[0].text.startswith("•") for cell in filled):
        return False
    texts = [cell[0].text.strip() for cell in filled]
    if any(len(text) > _SHORT_CHARACTERS for text in texts):
        return False
    if any(re.search(r"\d", text) for text in texts):
        return True
    return len(filled) == 2 and any(len(text.split()) > _HEADING_WORDS or "," in text for text in texts)


def _headings_over(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    return (
        len(row) == len(below)
        and len(row) > 1
        and _all_headings(row)
        and all(below)
        and any(len(cell) > 1 for cell in below)
    )


def _all_headings(row: Sequence[Cell]) -> bool:
    return all(
        len(cell) == 1
        and cell[0].bold
        and len(cell[0].text.split()) <= _HEADING_WORDS
        and not re.search(r"\d", cell[0].text)
        for cell in row
    )
