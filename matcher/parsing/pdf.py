"""Reads a PDF: pages of runs in reading order, what is hidden in it, and what a reader of the result should know."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.page import ReadResult
from matcher.parsing.pdf_glyphs import GlyphDevice, Rect
from matcher.parsing.pdf_guards import Budget
from matcher.parsing.pdf_interpreter import PageInterpreter
from matcher.parsing.pdf_words import PageWords, page_words
from matcher.parsing.reading_order import order_pages

__all__ = ["read_pdf"]

# Character maps are taken from the package alone: nothing can lie in a folder under a device.
os.environ["CMAP_PATH"] = os.devnull


def read_pdf(data: bytes, limits: Limits) -> ReadResult:
    """Read a PDF from its bytes.

    Raises InputError: ``password_protected``, ``file_corrupt``, ``too_many_pages``, ``no_text_layer``,
    ``parse_limit``.
    """
    with _errors_named():
        return _read(data, limits)


def _read(data: bytes, limits: Limits) -> ReadResult:
    document = PDFDocument(PDFParser(BytesIO(data)), password="")
    pages = list(islice(PDFPage.create_pages(document), limits.max_pages + 1))
    if len(pages) > limits.max_pages:
        raise InputError(
            ErrorCode.TOO_MANY_PAGES,
            f"The file has more than {limits.max_pages} pages.",
            "Upload the resume alone, without attachments or a portfolio.",
        )
    if not pages:
        raise _corrupt()
    budget = Budget(limits)
    resources = PDFResourceManager()
    device = GlyphDevice(resources, budget)
    interpreter = PageInterpreter(resources, device)
    read: list[PageWords] = []
    for number, page in enumerate(pages, start=1):
        device.start_page()
        interpreter.process_page(page)
        read.append(page_words(number, device.glyphs, _visible(page), len(pages)))
    if not any(page.words for page in read):
        raise InputError(
            ErrorCode.NO_TEXT_LAYER,
            "The file holds pictures of pages but no text.",
            "Export the resume as a PDF with selectable text, or upload a DOCX.",
        )
    return ReadResult(order_pages(read), len(pages))


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
    except (PSException, ArithmeticError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise _corrupt() from error
    except (AssertionError, RecursionError, NotImplementedError, struct.error, zlib.error) as error:
        raise _corrupt() from error


def _corrupt() -> InputError:
    return InputError(
        ErrorCode.FILE_CORRUPT,
        "The file is damaged and cannot be read.",
        "Open it in a PDF viewer, export it again and upload the new file.",
    )
