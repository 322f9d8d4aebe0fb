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
    PDFXRefFallback,
    PDFXRefStream,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream, resolve1
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
_LETTER: Rect = (0.0, 0.0, 612.0, 792.0)
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,9})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b")
_TRAILER = re.compile(rb"(^|[\r\n])trailer")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document with its pages."""

    document: _Checked
    pages: Sequence[PDFPage]

    @property
    def repaired(self) -> bool:
        """Tell whether objects were searched for so far, the file's own table being broken."""
        return self.document.repaired


class _Checked(PDFDocument):
    """A document that looks for objects that its tables do not lead to, and goes round in no circles."""

    most_packed = Limits().max_packed_objects

    def __init__(self, parser: GuardedParser, **options: Any) -> None:
        self._tables: set[int] = set()
        self._opening: set[int] = set()
        self._places: dict[int, int] | None = None
        self._searched = bool(options.get("fallback", True))
        self.repaired = False
        super().__init__(parser, password="", **options)
        self.repaired = self.repaired or any(isinstance(table, PDFXRefFallback) for table in self.xrefs)

    def read_xref_from(self, parser: Any, start: int, xrefs: list[Any]) -> None:
        """Read a table of places and those before it, each once."""
        if start not in self._tables:
            self._tables.add(start)
            super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> Any:
        """Return an object; one that needs itself to be read, or is a reference to itself, is null."""
        if objid in self._opening:
            return None
        if objid in self._cached_objs:
            return self._cached_objs[objid][0]
        self._opening.add(objid)
        try:
            found: Any = self._found(objid)
            if isinstance(found, PDFObjRef):
                found = self.getobj(found.objid)
                self._cached_objs[objid] = (found, 0)
        finally:
            self._opening.discard(objid)
        return found

    def _found(self, objid: int) -> Any:
        try:
            return super().getobj(objid)
        except PDFObjectNotFound:
            if not self._searched or self.encryption is not None or not isinstance(self._parser, GuardedParser):
                raise
            if self._places is None:
                self._places = {int(m[1]): m.start() for m in _OBJECT.finditer(self._parser.data)}
            place = self._places.get(objid)
            if place is None:
                raise
            try:
                found = self._getobj_parse(place, objid)
            except PSException as error:
                raise PDFObjectNotFound(objid) from error
            self.repaired = True
            if isinstance(found, PDFStream):
                found.set_objid(objid, 0)
            self._cached_objs[objid] = (found, 0)
            return found

    def _initialize_password(self, password: str = "") -> None:
        """Ask for no password where neither streams nor strings are encrypted, only attachments (ISO 32000-1 7.6.5)."""
        identifier, parameters = self.encryption or ((), {})
        parameters = {key: _resolved(value) for key, value in parameters.items()}
        self.encryption = (identifier, parameters)
        kinds = {getattr(resolve1(parameters.get(key)), "name", "Identity") for key in ("StmF", "StrF")}
        if "CF" not in parameters or kinds != {"Identity"}:
            super()._initialize_password(password)

    def _get_objects(self, stream: PDFStream) -> Any:
        count = stream.get("N")
        if isinstance(count, int) and count > self.most_packed:
            raise limit_passed("objects in one stream", self.most_packed)
        return super()._get_objects(stream)


class _Rebuilt(_Checked):
    def find_xref(self, _parser: Any) -> int:
        self.repaired = True
        raise PDFNoValidXRef("not trusted")


def open_pdf(data: bytes, budget: Budget, limits: Limits) -> Opened:
    """Return the document and at most one page more than the limit allows.

    Raises:
        PDFPasswordIncorrect, PDFEncryptionError: it is encrypted.
        One of ``BROKEN``: it cannot be opened, not even without its table.
    """
    try:
        searched = len(data) <= limits.max_searched_bytes
        document = _Checked(GuardedParser(BytesIO(data), budget), fallback=searched)
        pages = _pages(document, limits)
        if pages or not _can_be_searched(data, limits):
            return Opened(document, pages)
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise
    except BROKEN:
        if not _can_be_searched(data, limits):
            raise
    document = _Rebuilt(GuardedParser(BytesIO(_with_trailer(data)), budget))
    return Opened(document, _pages(document, limits))


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


def _resolved(value: Any, depth: int = 3) -> Any:
    """Return a dictionary with what its entries refer to: the library takes them for plain values."""
    value = resolve1(value)
    if isinstance(value, dict) and depth:
        return {key: _resolved(inner, depth - 1) for key, inner in value.items()}
    return value


def _upright(box: Rect) -> Rect:
    """Return a box from its lower left to its upper right corner, however it was written; an empty one is a letter."""
    left, bottom, right, top = min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
    return (left, bottom, right, top) if right > left and top > bottom else _LETTER


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
