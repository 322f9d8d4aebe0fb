"""Drops what repeats on the edges of pages: running headers and footers, page numbers, a browser's print marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from matcher.parsing.pdf_words import PageWords, Word
from matcher.parsing.reading_order_rows import Row, build_rows

__all__ = ["without_furniture"]

# The outer share of a page where running lines stand.
_MARGIN = 0.07
_DIGITS = re.compile(r"\d+")
# "3 / 4", "Page 1 of 2", "Jane Doe - Page 1 of 1": a page among pages says so itself, even on a single page.
_PAGE_OF_PAGES = re.compile(r"(?:^|\s)(\d{1,2}) ?(?:/|of) ?(\d{1,2})$", re.IGNORECASE)
# "11/20/26, 8:36 PM": the moment a browser printed the page.
_PRINTED = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d\b")

# "Last updated in March 2026": TeX templates set the day of printing into the corner of the first page.
_UPDATED = re.compile(r"^(?:last )?(?:updated|modified|revised)\b.{0,30}\b\d{4}$", re.IGNORECASE)


def without_furniture(pages: Sequence[PageWords]) -> list[PageWords]:
    """Return the pages without the lines at their edges that repeat on another page up to digits.

    A running header that says the same everywhere is kept once where it is the only place of its text: it may hold
    the name and the e-mail address.
    """
    edges = [_edge_rows(page) for page in pages]
    seen: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for index, rows in enumerate(edges):
        for row in rows:
            seen[_DIGITS.sub("#", row.text)].append((index, row))
    dropped: dict[int, list[Word]] = defaultdict(list)
    for places in seen.values():
        for index, row in places:
            if _is_furniture(row, index, places, pages[index]):
                dropped[index].extend(row.words)
    return [page.without(dropped[index]) if index in dropped else page for index, page in enumerate(pages)]


def _is_furniture(row: Row, index: int, places: Sequence[tuple[int, Row]], page: PageWords) -> bool:
    """Tell whether a row at the edge of page `index` is furniture; `places` are all rows that say the same."""
    text = row.text
    numbered = _PAGE_OF_PAGES.search(text)
    if numbered and 1 <= int(numbered[1]) <= int(numbered[2]) and int(numbered[2]) <= max(page.page_count, 1):
        return True
    if _PRINTED.search(text) or _UPDATED.search(text):
        return True
    elsewhere = [(at, other.text) for at, other in places if at != index]
    if not elsewhere:  # a page that says the same twice at its own edge repeats nothing
        return False
    if any(at < index or other != text for at, other in elsewhere):
        return True
    others = " ".join(word.text for word in page.words if word not in row.words)
    return text in others


def _edge_rows(page: PageWords) -> list[Row]:
    """Return the rows in the outer part of the page; a row of words far apart counts as one."""
    reach = _MARGIN * page.height
    near = [w for w in page.words if w.base < page.top + reach or w.base > page.top + page.height - reach]
    return build_rows(near)
