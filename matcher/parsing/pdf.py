"""Reads a PDF: pages of runs in reading order, what is hidden in it, and what a reader of the result should know."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage

from matcher.domain.document import HiddenText, ParseWarning
from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.page import ReadResult
from matcher.parsing.pdf_annotations import draw_annotations
from matcher.parsing.pdf_facts import find_facts
from matcher.parsing.pdf_fonts import FontMaker
from matcher.parsing.pdf_geometry import Rect
from matcher.parsing.pdf_glyphs import UNMAPPED, GlyphDevice
from matcher.parsing.pdf_guards import Budget, limit_passed
from matcher.parsing.pdf_hidden import Sight, look_at
from matcher.parsing.pdf_interpreter import PageInterpreter
from matcher.parsing.pdf_layers import layers_off
from matcher.parsing.pdf_repair import BROKEN, open_pdf
from matcher.parsing.pdf_words import PageWords, page_words
from matcher.parsing.reading_order import order_pages, read_plain

__all__ = ["read_pdf"]

# Above this share of glyphs without characters, what is left is no text.
_MOST_UNMAPPED = 0.5
# Icons of fonts without names are a few glyphs of a page; above this share words are missing.
_SOME_UNMAPPED = 0.05
_REPAIRED = ParseWarning("repaired", "The file is damaged; it was read as far as its parts could be found.")

# Character maps are taken from the package alone: nothing can lie in a folder under a device.
os.environ["CMAP_PATH"] = os.devnull


@dataclass(frozen=True, slots=True)
class _LookedAt:
    words: PageWords
    sight: Sight
    broken: bool = False

    @property
    def unmapped(self) -> float:
        """Return the share of the glyphs that stand for no character."""
        glyphs = [glyph.text == UNMAPPED for glyph in self.sight.seen if glyph.text.strip()]
        return sum(glyphs) / len(glyphs) if glyphs else 0.0


def read_pdf(data: bytes, limits: Limits) -> ReadResult:
    """Read a PDF from its bytes.

    Raises InputError: ``password_protected``, ``file_corrupt``, ``too_many_pages``, ``no_text_layer``,
    ``parse_limit``.
    """
    with _errors_named():
        return _read(data, limits)


def _read(data: bytes, limits: Limits) -> ReadResult:
    budget = Budget(limits)
    opened = open_pdf(data, budget, limits)
    document, pages = opened.document, opened.pages
    _check_pages(pages, limits)
    device = GlyphDevice(FontMaker(budget), budget)
    interpreter = PageInterpreter(device.rsrcmgr, device, layers_off(document))
    looked: list[_LookedAt] = []
    for number, page in enumerate(pages, start=1):
        device.start_page()
        broken = not _draw(page, interpreter) or device.cut
        visible = _visible(page)
        sight = look_at(device.glyphs, device.areas, visible)
        looked.append(_LookedAt(page_words(number, sight.seen, visible, len(pages)), sight, broken))
    _check_text(looked)
    ordered, uncertain = order_pages([page.words for page in looked])
    if sum(len(run.text) + 1 for page in ordered for run in page.runs) > limits.max_characters:
        raise InputError(
            ErrorCode.TEXT_TOO_LONG,
            f"The file holds more than {limits.max_characters:,} characters of text.",
            "Upload the resume alone, without attachments or a portfolio.",
        )
    hidden = tuple(entry for page in looked for entry in _hidden_text(page))
    # Only now: objects are read, and searched for, while pages are drawn.
    repaired = (_REPAIRED,) if opened.repaired else ()
    warnings = (*repaired, *find_facts(document, pages), *_page_warnings(looked, hidden), *uncertain)
    return ReadResult(ordered, len(pages), warnings, hidden)


def _draw(page: PDFPage, interpreter: PageInterpreter) -> bool:
    """Draw a page as far as it is sound; tell whether all of it was."""
    sound = True
    for draw in (_draw_content, draw_annotations):
        try:
            draw(page, interpreter)
        except BROKEN:
            sound = False
    return sound


def _draw_content(page: PDFPage, interpreter: PageInterpreter) -> None:
    interpreter.process_page(page)


def _check_pages(pages: Sequence[PDFPage], limits: Limits) -> None:
    if len(pages) > limits.max_pages:
        raise InputError(
            ErrorCode.TOO_MANY_PAGES,
            f"The file has more than {limits.max_pages} pages.",
            "Upload the resume alone, without attachments or a portfolio.",
        )
    if not pages:
        raise _corrupt()
    for page in pages:
        left, bottom, right, top = page.mediabox
        if not max(right - left, top - bottom) <= limits.max_page_points:
            raise limit_passed("points on one side of a page", limits.max_page_points)


def _check_text(looked: Sequence[_LookedAt]) -> None:
    """Refuse a file whose pages show no text, or glyphs that stand for no characters."""
    if not any(page.words.words and page.unmapped <= _MOST_UNMAPPED for page in looked):
        if any(page.broken for page in looked):
            raise _corrupt()
        raise InputError(
            ErrorCode.NO_TEXT_LAYER,
            "The file shows no text that a program can read, as in a scan.",
            "Export the resume as a PDF with selectable text, or upload a DOCX.",
        )


def _hidden_text(page: _LookedAt) -> Iterator[HiddenText]:
    for technique, glyphs in page.sight.hidden.items():
        text = " ".join(read_plain(glyphs).split())
        if any(character.isalnum() for character in text):
            yield HiddenText(text, technique, page.words.number)


def _page_warnings(looked: Sequence[_LookedAt], hidden: Sequence[HiddenText]) -> Iterator[ParseWarning]:
    if hidden:
        yield ParseWarning(
            "hidden_text", "The file holds text that a reader cannot see. It was not counted.", hidden[0].page
        )
    for page in looked:
        number = page.words.number
        if page.sight.scan:
            yield ParseWarning("ocr_layer", f"Page {number} is a scan; its recognized text was not verified.", number)
        if page.broken:
            yield ParseWarning("partial_text", f"Page {number} is damaged; some of it may be missing.", number)
        elif not page.words.words:
            yield ParseWarning("partial_text", f"Page {number} holds no text that can be read.", number)
        elif page.unmapped > _SOME_UNMAPPED:
            share = f"{page.unmapped:.0%}"
            yield ParseWarning("partial_text", f"{share} of the characters of page {number} cannot be read.", number)


def _visible(page: PDFPage) -> Rect:
    """Return the crop box in the frame of the drawn page: turned, its media box at the origin."""
    left, bottom, right, top = page.mediabox
    x0, y0, x1, y1 = page.cropbox
    x0, y0, x1, y1 = max(x0, left), max(y0, bottom), min(x1, right), min(y1, top)
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = left, bottom, right, top
    if page.rotate == 90:
        return (y0 - bottom, right - x1, y1 - bottom, right - x0)
    if page.rotate == 180:
        return (right - x1, top - y1, right - x0, top - y0)
    if page.rotate == 270:
        return (top - y1, x0 - left, top - y0, x1 - left)
    return (x0 - left, y0 - bottom, x1 - left, y1 - bottom)


@contextmanager
def _errors_named() -> Iterator[None]:
    """Give every error that pdfminer is known to let out a code; the sandbox catches what is left."""
    try:
        yield
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise InputError(
            ErrorCode.PASSWORD_PROTECTED,
            "The file is protected by a password.",
            "Save it without a password and upload it again.",
        ) from error
    except MemoryError as error:
        raise InputError(
            ErrorCode.PARSE_LIMIT,
            "The file was not read: it needs more memory than a resume should.",
            "Export the resume again as a plain PDF, or upload a DOCX.",
        ) from error
    except (*BROKEN, RecursionError) as error:
        raise _corrupt() from error


def _corrupt() -> InputError:
    return InputError(
        ErrorCode.FILE_CORRUPT,
        "The file is damaged and cannot be read.",
        "Open it in a PDF viewer, export it again and upload the new file.",
    )
