"""Opens a PDF, and once more without its table of places when that is broken."""

from __future__ import annotations

import re
import struct
import zlib
from binascii import Error as HexError
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import (
    PDFDocument,
    PDFEncryptionError,
    PDFNoValidXRef,
    PDFPasswordIncorrect,
    PDFXRef,
    PDFXRefStream,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSException

from matcher.parsing.limits import Limits
from matcher.parsing.pdf_geometry import Rect
from matcher.parsing.pdf_guards import Budget, limit_passed
from matcher.parsing.pdf_streams import GuardedParser

__all__ = ["BROKEN", "Opened", "open_pdf"]

# What pdfminer is known to let out on files that break the rules.
BROKEN = (
    *(PSException, ArithmeticError, LookupError, ValueError, TypeError, AttributeError),
    *(AssertionError, NotImplementedError, HexError, struct.error, zlib.error),
)

_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_NUMBER = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+$")
_TRAILER = re.compile(rb"(^|[\r\n])trailer")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its pages; ``repaired``: its objects were searched for, its own table being broken."""

    document: PDFDocument
    pages: Sequence[PDFPage]
    repaired: bool = False


class _Checked(PDFDocument):
    most_packed = Limits().max_packed_objects

    def _get_objects(self, stream: PDFStream) -> Any:
        count = stream.get("N")
        if isinstance(count, int) and count > self.most_packed:
            raise limit_passed("objects in one stream", self.most_packed)
        return super()._get_objects(stream)


class _Rebuilt(_Checked):
    def find_xref(self, _parser: Any) -> int:
        raise PDFNoValidXRef("not trusted")


def open_pdf(data: bytes, budget: Budget, limits: Limits) -> Opened:
    """Return the document and at most one page more than the limit allows.

    Raises:
        PDFPasswordIncorrect, PDFEncryptionError: it is encrypted.
        One of ``BROKEN``: it cannot be opened, not even without its table.
    """
    try:
        searched = len(data) <= limits.max_searched_bytes
        document = _Checked(GuardedParser(BytesIO(data), budget), password="", fallback=searched)
        pages = _pages(document, limits)
        if pages or not _can_be_searched(data, limits):
            return Opened(document, pages)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise
    except BROKEN:
        if not _can_be_searched(data, limits):
            raise
    document = _Rebuilt(GuardedParser(BytesIO(_with_trailer(data)), budget), password="")
    return Opened(document, _pages(document, limits), repaired=True)


def _pages(document: PDFDocument, limits: Limits) -> list[PDFPage]:
    _check_xrefs(document, limits)
    pages = list(islice(PDFPage.create_pages(document), limits.max_pages + 1))
    for page in pages:
        page.mediabox, page.cropbox = _upright(page.mediabox), _upright(page.cropbox)
    return pages


def _check_xrefs(document: PDFDocument, limits: Limits) -> None:
    entries = 0
    for xref in document.xrefs:
        if isinstance(xref, PDFXRefStream):
            entries += sum(int(count) for _, count in xref.ranges)
        elif isinstance(xref, PDFXRef):
            entries += len(xref.offsets)
    if entries > limits.max_xref_entries:
        raise limit_passed("entries in its cross-reference table", limits.max_xref_entries)


def _upright(box: Rect) -> Rect:
    """Return a box from its lower left to its upper right corner, however it was written."""
    return (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))


def _can_be_searched(data: bytes, limits: Limits) -> bool:
    """Tell whether a search is worth it: it costs seconds per megabyte, and finds nothing in encrypted files."""
    return len(data) <= limits.max_searched_bytes and b"/Encrypt" not in data and b" obj" in data


def _with_trailer(data: bytes) -> bytes:
    """Return the file with one trailer at its end, which names the last catalogue: searching stops at the first."""
    root = b"<< /Type /Catalog >>"
    for found in _CATALOG.finditer(data):
        start = data.rfind(b"obj", 0, found.start())
        number = _NUMBER.search(data[max(0, start - 24) : max(0, start)])
        if number:
            root = b"%s %s R" % number.groups()
    return _TRAILER.sub(rb"\1%railer", data) + b"\ntrailer\n<< /Root %s >>\n" % root
