"""Puts the words of all pages of a PDF into the order in which a reader takes them in."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.parsing.page import PageText, Run
from matcher.parsing.pdf_words import Word
from matcher.parsing.reading_order_rows import Row, build_rows

__all__ = ["order_pages"]


def order_pages(pages: Sequence[tuple[int, list[Word]]]) -> tuple[PageText, ...]:
    """Return the runs of each page in reading order."""
    return tuple(PageText(number, tuple(_run(row) for row in build_rows(words))) for number, words in pages)


def _run(row: Row) -> Run:
    return Run(row.text, None, row.size, row.bold)
