"""The blocks of a Word part in reading order: paragraphs, tables and text boxes, down to runs of one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from matcher.domain.document import HiddenText
from matcher.parsing.docx_drawings import box_background, is_backdrop
from matcher.parsing.docx_inline import Background, InlineReader, Paragraph
from matcher.parsing.docx_styles import Styles, attribute, shade_of
from matcher.parsing.page import Run
from matcher.parsing.tables import Cell, read_rows

__all__ = ["BlockReader"]

_CONTAINERS = frozenset(
    {"w-sdt", "w-sdtContent", "w-customXml", "w-smartTag", "w-ins", "w-moveTo", "w-footnote", "w-endnote", "w-body"}
)
_SHORT_BOX_LINES = 2
_SIGNS = "•‣▪●○◦–-*"


class BlockReader:
    """Reads one part after the other: header, body, footer, notes."""

    def __init__(self, styles: Styles, page_color: str | None = "FFFFFF") -> None:
        self._styles = styles
        self._page = Background(page_color)
        self._inline = InlineReader(styles)
        self.hidden: list[HiddenText] = []

    @property
    def left_out(self) -> bool:
        """Tell whether deleted text was left out."""
        return self._inline.left_out

    def read(self, part: Element) -> list[Run]:
        """Read a whole part.

        A picture or a shape that lies behind the text makes the page's colour unknown: light text may be visible.
        """
        page = Background(None) if any(is_backdrop(anchor) for anchor in part.iter("wp-anchor")) else self._page
        return self._blocks(part, page)

    def _blocks(self, parent: Element, background: Background) -> list[Run]:
        runs: list[Run] = []
        waiting: list[Run] = []
        unfinished: Paragraph | None = None
        for element in _flat(parent):
            if element.tag == "w-tbl":
                runs += self._table(element, background)
                continue
            paragraph = self._inline.read(element, background)
            if unfinished is not None:
                paragraph = _joined(unfinished, paragraph)
            unfinished = paragraph if paragraph.open_end else None
            if unfinished is not None:
                continue
            if _opens_part(paragraph):
                runs += waiting
                waiting = []
            runs += self._lines(paragraph)
            near, far = self._boxes(paragraph, background)
            runs += near
            waiting += far
        if unfinished is not None:
            runs += self._lines(unfinished)
        return runs + waiting

    def _lines(self, paragraph: Paragraph) -> list[Run]:
        self.hidden += [HiddenText(text.strip(), why) for text, why in paragraph.hidden]
        lines = [line for line in paragraph.text.split("\n") if line.strip()]
        if not lines:
            return []
        if paragraph.listed and not paragraph.heading and lines[0].lstrip()[0] not in _SIGNS:
            lines[0] = f"• {lines[0].lstrip()}"
        bold = paragraph.bold or paragraph.heading
        return [Run(line, font_size=paragraph.points, bold=bold) for line in lines]

    def _boxes(self, paragraph: Paragraph, background: Background) -> tuple[list[Run], list[Run]]:
        """Return the text boxes of a paragraph: short ones belong beside it, long ones (a sidebar) wait.

        A sidebar anchored at the name would otherwise stand between the name and the line under it.
        """
        near: list[Run] = []
        far: list[Run] = []
        for drawing in paragraph.boxes:
            for content, behind in _box_contents(drawing, self._styles, background):
                runs = self._blocks(content, behind)
                if len(runs) <= _SHORT_BOX_LINES:
                    near += runs
                else:
                    far += runs
        return near, far

    def _table(self, table: Element, background: Background) -> list[Run]:
        properties = table.find("w-tblPr")
        style_id = attribute(properties, "w-tblStyle") if properties is not None else ""
        if self._styles.table_may_shade(style_id):
            background = Background(None)
        rows = [
            [self._cell(cell, background) for cell in _children(row, "w-tc")]
            for row in _children(table, "w-tr")
            if row.find("w-trPr/w-del") is None
        ]
        return read_rows(rows)

    def _cell(self, cell: Element, background: Background) -> Cell:
        shade = shade_of(cell.find("w-tcPr/w-shd"), self._styles)
        return tuple(self._blocks(cell, Background(shade) if shade else background))


def _flat(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, going into tags, insertions and alternatives."""
    for child in parent:
        if child.tag in {"w-p", "w-tbl"}:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _flat(child)
        elif child.tag == "mc-AlternateContent" and len(child):
            yield from _flat(child[0])


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _children(child, tag)


def _box_contents(drawing: Element, styles: Styles, page: Background) -> Iterator[tuple[Element, Background]]:
    """Yield the contents of text boxes with what lies behind them; a box in a box comes with its outer one."""
    for shape in chain(drawing.iter("wps-wsp"), *(drawing.iter(tag) for tag in ("v-shape", "v-rect", "v-roundrect"))):
        content = next(shape.iter("w-txbxContent"), None)
        if content is not None:
            yield content, box_background(shape, styles, page)


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    second.text = first.text + second.text
    second.hidden = first.hidden + second.hidden
    second.boxes = first.boxes + second.boxes
    second.listed = second.listed or first.listed
    return second


def _opens_part(paragraph: Paragraph) -> bool:
    """Tell a heading such as "EXPERIENCE" from the head of a job, "Lead Engineer, Acme 2019"."""
    text = paragraph.text.strip()
    if not text or re.search(r"\d", text):
        return False
    return paragraph.heading or (len(text.split()) <= 4 and (text.isupper() or paragraph.bold))
