"""Draws what lies on top of a page, as the file says it looks: filled form fields, text boxes, stamps."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY

from matcher.parsing.pdf_fields import write_field
from matcher.parsing.pdf_geometry import Matrix, Rect, path_box
from matcher.parsing.pdf_interpreter import PageInterpreter

__all__ = ["draw_annotations", "placing"]

# ISO 32000-1 12.5.3: hidden (bit 2) and not viewed (bit 6).
_UNSEEN = 0b100010
_MOST = 500


def draw_annotations(page: PDFPage, interpreter: PageInterpreter) -> None:
    """Draw the annotations of a page that was just drawn; a comment's pop-up window is no part of the page."""
    form = dict_value(dict_value(getattr(page.doc, "catalog", None)).get("AcroForm"))
    for item in (resolve1(page.annots) or ())[:_MOST]:
        note = dict_value(item)
        flags = resolve1(note.get("F", 0))
        unseen = isinstance(flags, int) and flags & _UNSEEN
        if unseen or getattr(resolve1(note.get("Subtype")), "name", "") == "Popup":
            continue
        look = _appearance(note)
        if look is None:
            write_field(note, form, interpreter)
            continue
        matrix = _matrix(look, note)
        if matrix is not None:
            interpreter.draw_on_top(look, matrix, note.get("OC"))


def _appearance(note: dict[str, Any]) -> PDFStream | None:
    """Return the normal appearance; of several (a box ticked or not) the one in force."""
    normal = resolve1(dict_value(note.get("AP")).get("N"))
    if isinstance(normal, dict):
        normal = resolve1(normal.get(getattr(resolve1(note.get("AS")), "name", None)))
    return normal if isinstance(normal, PDFStream) else None


def _matrix(form: PDFStream, note: dict[str, Any]) -> Matrix | None:
    box, rect, own = (
        _numbers(source.get(key, default))
        for source, key, default in ((form, "BBox", ()), (note, "Rect", ()), (form, "Matrix", MATRIX_IDENTITY))
    )
    if len(box) != 4 or len(rect) != 4 or len(own) != 6:
        return None
    return placing((box[0], box[1], box[2], box[3]), own, (rect[0], rect[1], rect[2], rect[3]))


def _numbers(value: Any) -> tuple[float, ...]:
    return tuple(float(resolve1(number)) for number in list_value(value))


def placing(box: Rect, own: Any, rect: Rect) -> Matrix | None:
    """Return the matrix that brings the box of an appearance onto its place (ISO 32000-1 12.5.5, algorithm 8.1)."""
    corners = ("re", box[0], box[1], box[2], box[1], box[2], box[3], box[0], box[3])
    shape = path_box((corners,), own)
    if shape is None:
        return None
    x0, y0, x1, y1 = shape[0]
    left, right = sorted((rect[0], rect[2]))
    bottom, top = sorted((rect[1], rect[3]))
    if x1 <= x0 or y1 <= y0:
        return None
    across, up = (right - left) / (x1 - x0), (top - bottom) / (y1 - y0)
    return (across, 0.0, 0.0, up, left - x0 * across, bottom - y0 * up)
