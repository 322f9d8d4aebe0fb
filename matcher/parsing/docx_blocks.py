"""The blocks of a Word part in reading order: paragraphs, tables and text boxes, down to runs of one line each."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from matcher.domain.document import HiddenText
from matcher.parsing.docx_drawings import box_background, is_backdrop, is_off_page
from matcher.parsing.docx_inline import Background, InlineReader, Paragraph, alternative
from matcher.parsing.docx_styles import Styles, attribute, shade_of
from matcher.parsing.page import Run
from matcher.parsing.tables import Cell, read_rows
from matcher.parsing.text_boxes import Block, placed

__all__ = ["BlockReader"]

_CONTAINERS = frozenset(
    {"w-sdt", "w-sdtContent", "w-customXml", "w-smartTag", "w-ins", "w-moveTo", "w-footnote", "w-endnote", "w-body"}
)
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
        blocks: list[Block] = []
        unfinished: Paragraph | None = None
        for element in _flat(parent):
            if element.tag == "w-tbl":
                blocks.append(Block(self._table(element, background)))
                continue
            paragraph = self._inline.read(element, background)
            if unfinished is not None:
                paragraph = _joined(unfinished, paragraph)
            unfinished = paragraph if paragraph.open_end else None
            if unfinished is None:
                blocks.append(self._block(paragraph, background))
        if unfinished is not None:
            blocks.append(self._block(unfinished, background))
        return placed(blocks)

    def _block(self, paragraph: Paragraph, background: Background) -> Block:
        lines = self._lines(paragraph)
        boxes: list[list[Run]] = []
        for drawing in paragraph.boxes:
            found = [
                self._blocks(content, behind) for content, behind in _box_contents(drawing, self._styles, background)
            ]
            if is_off_page(drawing):
                self.hidden += [HiddenText(run.text.strip(), "off the page") for box in found for run in box]
            else:
                boxes += found
        return Block(lines, boxes, paragraph.heading)

    def _lines(self, paragraph: Paragraph) -> list[Run]:
        self.hidden += [HiddenText(text.strip(), why) for text, why in paragraph.hidden]
        lines = [line for line in paragraph.text.split("\n") if line.strip()]
        if not lines:
            return []
        if paragraph.listed and not paragraph.heading and lines[0].lstrip()[0] not in _SIGNS:
            lines[0] = f"• {lines[0].lstrip()}"
        bold = paragraph.bold or paragraph.heading
        return [Run(line, font_size=paragraph.points, bold=bold) for line in lines]

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
        elif child.tag == "mc-AlternateContent":
            yield from _flat(alternative(child))


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _children(child, tag)


def _box_contents(
    drawing: Element, styles: Styles, page: Background, shape: Element | None = None
) -> Iterator[tuple[Element, Background]]:
    """Yield the contents of text boxes with what lies behind them; a box in a box comes with its outer one."""
    for child in drawing:
        if child.tag == "w-txbxContent":
            yield child, page if shape is None else box_background(shape, styles, page)
        elif child.tag == "mc-AlternateContent":
            yield from _box_contents(alternative(child), styles, page, shape)
        else:
            is_shape = child.tag == "wps-wsp" or (child.tag.startswith("v-") and child.tag != "v-textbox")
            yield from _box_contents(child, styles, page, child if is_shape else shape)


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    second.text = first.text + second.text
    second.hidden = first.hidden + second.hidden
    second.boxes = first.boxes + second.boxes
    second.listed = second.listed or first.listed
    return second
