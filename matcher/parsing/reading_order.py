"""Puts the words of all pages of a PDF into the order in which a reader takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.domain.document import ParseWarning
from matcher.parsing.assemble import clean_line
from matcher.parsing.page import PageText, Run
from matcher.parsing.pdf_glyphs import Glyph
from matcher.parsing.pdf_words import PageWords, build_words
from matcher.parsing.reading_order_columns import Layout, lay_out
from matcher.parsing.reading_order_furniture import without_furniture
from matcher.parsing.reading_order_rows import Row, build_rows, row_cells

__all__ = ["order_pages", "read_plain"]

# A side column has at most this share of the characters; two columns more alike are read page by page, as in a paper.
_SIDE = 0.4


@dataclass(frozen=True, slots=True)
class _Page:
    source: PageWords
    layout: Layout
    side: str = ""


def order_pages(pages: Sequence[PageWords]) -> tuple[tuple[PageText, ...], tuple[ParseWarning, ...]]:
    """Return the runs of the pages in reading order, and warnings about columns that may be misread.

    A side column that goes on over several pages is read as one, and so is the main column beside it: the number of
    a page can therefore come more than once, so that no job is parted by half a side column.
    """
    laid: list[_Page] = []
    column: float | None = None
    for page in without_furniture(pages):
        layout = lay_out(page.words, column)
        side = _side(layout)
        column = layout.river if side else None
        laid.append(_Page(page, layout, side))
    doubtful = {id(row) for page in laid if page.layout.uncertain for row in (*page.layout.left, *page.layout.right)}
    places: dict[int, list[int]] = {}
    ordered: list[PageText] = []
    line = 0
    for chain in _chains(laid):
        for page, rows in _read_chain(chain):
            runs: list[Run] = []
            for row in rows:
                runs.append(_run(row, page))
                line += bool(clean_line(runs[-1].text))
                if id(row) in doubtful:
                    places.setdefault(page.number, []).append(line)
            if runs:
                ordered.append(PageText(page.number, tuple(runs)))
        for aside in (_turned_text(page.source) for page in chain if page.source.aside):
            ordered.append(aside)
            line += sum(bool(clean_line(run.text)) for run in aside.runs)
    return tuple(ordered), tuple(_uncertain(number, lines) for number, lines in places.items())


def _uncertain(number: int, lines: Sequence[int]) -> ParseWarning:
    first, last = min(lines), max(lines)
    message = f"Lines {first} to {last}, on page {number}, may be a table; they were read column by column."
    return ParseWarning("columns_uncertain", message, number, first, last)


def read_plain(glyphs: Sequence[Glyph]) -> str:
    """Return glyphs as plain lines from top to bottom, for text that has no place on the page."""
    lines: list[str] = []
    for quarter in sorted({glyph.quarter for glyph in glyphs}):
        lines.extend(row.text for row in build_rows(build_words(glyphs, quarter)))
    return "\n".join(lines)


def _turned_text(page: PageWords) -> PageText:
    """Text written in another direction than the page's (a name along the edge) comes last, without boxes."""
    rows = (row for words in page.aside for row in build_rows(words))
    return PageText(page.number, tuple(Run(row.text, None, row.size, row.bold) for row in rows))


def _side(layout: Layout) -> str:
    """Return which column is a side column, if one is."""
    if layout.river is None:
        return ""
    left, right = (sum(len(row.text) for row in rows) for rows in (layout.left, layout.right))
    if min(left, right) > _SIDE * (left + right):
        return ""
    return "left" if left <= right else "right"


def _chains(pages: Sequence[_Page]) -> Iterator[list[_Page]]:
    """Group pages whose side column, or at least whose main column, goes on from the page before."""
    chain: list[_Page] = []
    for page in pages:
        if chain and not _goes_on(chain[-1], page):
            yield chain
            chain = []
        chain.append(page)
    if chain:
        yield chain


def _goes_on(page: _Page, after: _Page) -> bool:
    here, there = page.layout, after.layout
    if not page.side or here.below or here.river is None:
        return False
    if there.river is not None:
        return after.side in (page.side, "") and not there.above and abs(here.river - there.river) < 20
    rows = there.above
    if page.side == "left":
        return bool(rows) and min(row.x0 for row in rows) > here.river
    return bool(rows) and max(row.x1 for row in rows) < here.river


def _read_chain(chain: Sequence[_Page]) -> Iterator[tuple[PageWords, Iterable[Row]]]:
    first = chain[0]
    side = first.side
    if len(chain) == 1 or not side:
        layout = first.layout
        yield first.source, [*layout.above, *layout.left, *layout.right, *layout.below]
        return
    yield first.source, first.layout.above
    mains = [(page.source, _main(page, side)) for page in chain]
    sides = [(page.source, page.layout.left if side == "left" else page.layout.right) for page in chain]
    yield from (*sides, *mains) if side == "left" else (*mains, *sides)
    yield chain[-1].source, chain[-1].layout.below


def _main(page: _Page, side: str) -> list[Row]:
    if page.layout.river is None:
        return page.layout.above
    return page.layout.right if side == "left" else page.layout.left


def _run(row: Row, page: PageWords) -> Run:
    top = min(word.top for word in row.words)
    bottom = max(word.bottom for word in row.words)
    return Run(row_cells(row.words), page.box(row.x0, top, row.x1, bottom), round(row.size, 1), row.bold)
