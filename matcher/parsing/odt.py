"""OpenDocument texts: headers, body, footers and notes in reading order, with what is hidden told apart."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from matcher.domain.document import HiddenText, ParseWarning
from matcher.errors import ErrorCode
from matcher.parsing.archive import Archive
from matcher.parsing.characters import with_bullets
from matcher.parsing.limits import Limits
from matcher.parsing.odt_styles import OdtStyles, TextLook
from matcher.parsing.page import PageText, ReadResult, Run
from matcher.parsing.refusals import refusal
from matcher.parsing.tables import read_rows
from matcher.parsing.text_boxes import Block, placed

__all__ = ["read_odt"]

_GAP = "   "
_PARAGRAPHS = frozenset({"text-p", "text-h"})
_LEFT_OUT = frozenset({"office-annotation", "office-annotation-end", "text-tracked-changes"})
_SKIPPED = frozenset(
    {"text-page-number", "text-page-count", "text-note-citation", "text-sequence-decls", "office-forms"}
)
_BOXES = frozenset({"draw-frame", "draw-custom-shape", "draw-rect", "draw-g", "draw-text-box"})
_HEADERS = ("style-header-first", "style-header", "style-header-left")
_FOOTERS = ("style-footer-first", "style-footer", "style-footer-left")


def read_odt(data: bytes, limits: Limits) -> ReadResult:
    """Read an OpenDocument text.

    Raises:
        InputError: ``file_corrupt``, ``file_unsafe``, ``password_protected`` or ``parse_limit``.
    """
    archive = Archive(data, limits.zip)
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("manifest-encryption-data"), None) is not None:
        raise refusal(ErrorCode.PASSWORD_PROTECTED)
    content = archive.xml("content.xml")
    body = content.find("office-body/office-text") if content is not None else None
    if content is None or body is None:
        raise refusal(ErrorCode.FILE_CORRUPT)
    shared = archive.xml("styles.xml")
    reader = _Reader(OdtStyles.load(content, shared))
    runs = reader.margins(shared, _HEADERS)
    runs += reader.blocks(body, TextLook())
    runs += reader.margins(shared, _FOOTERS) + reader.notes
    warnings = tuple(_warnings(archive, content, reader))
    return ReadResult((PageText(1, tuple(runs)),), 1, warnings, tuple(reader.hidden))


class _Reader:
    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.hidden: list[HiddenText] = []
        self.notes: list[Run] = []
        self.left_out = False

    def margins(self, shared: Element | None, tags: tuple[str, ...]) -> list[Run]:
        """Read headers or footers of the page styles; a line that several of them have comes once."""
        parts = (part for tag in tags for part in (shared.iter(tag) if shared is not None else ()))
        seen: dict[str, Run] = {}
        for part in parts:
            for run in self.blocks(part, TextLook()) if part.get("style-display") != "false" else ():
                seen.setdefault(run.text.strip(), run)
        return list(seen.values())

    def blocks(self, parent: Element, look: TextLook, *, listed: bool = False) -> list[Run]:
        """Read paragraphs, lists, tables and boxes in order."""
        return placed(list(self._blocks(parent, look, listed=listed)))

    def _blocks(self, parent: Element, look: TextLook, *, listed: bool = False) -> Iterator[Block]:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                yield self._paragraph(child, look, listed=listed)
                listed = False  # only the first paragraph of an item carries the sign
            elif child.tag == "text-list":
                for item in child:
                    yield from self._blocks(item, look, listed=item.tag == "text-list-item")
            elif child.tag == "table-table":
                yield Block(read_rows([self._row(row, look) for row in _rows(child)]))
            elif child.tag in _BOXES:
                yield Block([], [self._box(child, look)])
            elif child.tag == "text-section" and child.get("text-display") == "none":
                self._hide(" ".join("".join(child.itertext()).split()), "marked as hidden")
            elif child.tag in _LEFT_OUT:
                self.left_out = self.left_out or any(text.strip() for text in child.itertext())
            elif child.tag not in _SKIPPED:
                yield from self._blocks(child, look)

    def _box(self, box: Element, look: TextLook) -> list[Run]:
        return self.blocks(box, look.on(self._styles.box_shade(box)))

    def _row(self, row: Element, look: TextLook) -> list[tuple[Run, ...]]:
        cells = []
        for cell in row:
            if cell.tag == "table-table-cell":
                shade = self._styles.cell_shade(cell.get("table-style-name"))
                cells.append(tuple(self.blocks(cell, look.on(shade))))
        return cells

    def _paragraph(self, element: Element, outer: TextLook, *, listed: bool) -> Block:
        look = self._styles.look("paragraph", element.get("text-style-name"), outer)
        pieces: list[tuple[str, TextLook]] = []
        boxes: list[Element] = []
        self._inline(element, look, pieces, boxes)
        shown: list[tuple[str, TextLook]] = []
        for text, piece_look in pieces:
            why = piece_look.why_hidden()
            if why and text.strip():
                self._hide(text.strip(), why)
                shown.append((" ", piece_look))
            else:
                shown.append((text, piece_look))
        letters = sum(len(text.strip()) for text, _ in shown)
        bold = sum(len(text.strip()) for text, piece_look in shown if piece_look.bold)
        heading = element.tag == "text-h"
        sizes = [piece_look.points for text, piece_look in shown if text.strip() and piece_look.points]
        lines = [line for line in "".join(text for text, _ in shown).split("\n") if line.strip()]
        if lines and listed and not heading:
            lines[0] = f"• {lines[0].lstrip()}"
        is_bold = heading or (letters > 0 and bold >= 0.8 * letters)
        runs = [Run(line, font_size=max(sizes, default=None), bold=is_bold) for line in lines]
        return Block(runs, [self._box(box, outer) for box in boxes], heading)

    def _inline(
        self, element: Element, look: TextLook, pieces: list[tuple[str, TextLook]], boxes: list[Element]
    ) -> None:
        if element.text:
            pieces.append((_spaced(element.text), look))
        for child in element:
            if child.tag == "text-s":
                count = child.get("text-c", "1")
                pieces.append((" " * min(int(count), 10) if count.isdecimal() and len(count) < 5 else " ", look))
            elif child.tag == "text-tab":
                pieces.append((_GAP, look))
            elif child.tag == "text-line-break":
                pieces.append(("\n", look))
            elif child.tag == "text-note":
                self.notes += [run for body in child.iter("text-note-body") for run in self.blocks(body, TextLook())]
            elif child.tag in _BOXES:
                boxes.append(child)
            elif child.tag in _LEFT_OUT:
                self.left_out = True
            elif child.tag in {"text-hidden-text", "text-hidden-paragraph"}:
                self._hide(child.get("text-string-value") or "".join(child.itertext()), "marked as hidden")
            elif child.tag not in _SKIPPED:
                inner = self._styles.look("text", child.get("text-style-name"), look)
                self._inline(child, inner, pieces, boxes)
            if child.tail:
                pieces.append((_spaced(child.tail), look))

    def _hide(self, text: str, why: str) -> None:
        if text.strip():
            self.hidden.append(HiddenText(text.strip(), why))


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "table-table-row":
            yield child
        elif child.tag in {"table-table-rows", "table-table-header-rows", "table-table-row-group"}:
            yield from _rows(child)


def _spaced(text: str) -> str:
    """Take white space of the markup as spaces; breaks and tabs that count have elements of their own."""
    return with_bullets(text).replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _warnings(archive: Archive, content: Element, reader: _Reader) -> Iterator[ParseWarning]:
    if reader.left_out:
        yield ParseWarning("ignored_parts", "Deleted text or comments in the file were left out.")
    if any(any(char.isalnum() for char in found.text) for found in reader.hidden):
        yield ParseWarning("hidden_text", "The file holds text that a reader cannot see; it was found and not counted.")
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in archive.names):
        yield ParseWarning("active_content", "Macros in the file were not run.")
    if any(name.startswith("Object ") for name in archive.names):
        yield ParseWarning("embedded_files", "Files embedded in the document were not opened.")
    pictures = (picture.get("xlink-href", "") for picture in content.iter("draw-image"))
    if any("://" in link for link in pictures):
        yield ParseWarning("external_references", "The file refers to other places, which were not visited.")
