"""Office files as a stranger who means harm would send them: loops, repetitions, lies and leads out."""

from __future__ import annotations

import stat
import struct
import zipfile
from io import BytesIO

from tests.parsing.build_docx import clean_docx, docx_of, paragraph, part, table
from tests.parsing.build_pdf import RESUME, clean_pdf
from tests.parsing.hostile_case import Hostile
from tests.parsing.test_odt import odt_of

__all__ = ["ODD_OFFICE_CASES"]

_LINES = "".join(paragraph(line) for line in RESUME)
_SHOWN = ("PostgreSQL", "Eastmoor")
_LIMITS = ("parse_limit", "text_too_long", "file_corrupt")


def _file(
    name: str, data: bytes, filename: str, *codes: str, warnings: tuple[str, ...] = (), **more: object
) -> Hostile:
    return Hostile(name, lambda: data, filename, frozenset(codes), warnings=frozenset(warnings), **more)  # type: ignore[arg-type]


def _docx(name: str, data: bytes, *codes: str, **more: object) -> Hostile:
    return _file(name, data, "resume.docx", *codes, **more)  # type: ignore[arg-type]


def _with_entry(info: zipfile.ZipInfo, content: bytes, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO(clean_docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(info, content, kind)
    return out.getvalue()


def _linked() -> bytes:
    """A symbolic link out of the archive."""
    info = zipfile.ZipInfo("word/media/link.txt")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return _with_entry(info, b"/etc/hostname")


def _with_64_bit_directory() -> bytes:
    """All sizes and places in 64 bits, and a count of entries that no file of this size could hold."""
    data = clean_docx()
    end = data.rindex(b"PK\x05\x06")
    size, start = struct.unpack("<II", data[end + 12 : end + 20])
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2**40, 2**40, size, start)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    tail = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:end] + record + locator + tail


def _one_locked() -> bytes:
    data = bytearray(clean_docx())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _unknown_packing() -> bytes:
    data = bytearray(clean_docx())
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] = 99
            at = data.find(signature, at + 4)
    return bytes(data)


def _swelling(kind: int) -> bytes:
    return _with_entry(zipfile.ZipInfo("word/footnotes.xml"), b" " * 60_000_000, kind)


def _nested_tables(depth: int) -> str:
    body = paragraph("innermost")
    for _ in range(depth):
        body = table([[body + paragraph("")]])
    return body


def _nested_boxes(depth: int) -> str:
    body = paragraph("innermost")
    for _ in range(depth):
        inside = f"<w:txbxContent>{body}</w:txbxContent>"
        body = f"<w:p><w:r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r></w:p>"
    return body


def _styled(styles: str) -> bytes:
    return docx_of(
        "".join(paragraph(line, properties='<w:pStyle w:val="A"/>') for line in RESUME),
        parts={"word/styles.xml": part("styles", styles)},
        relations={"s": ("styles", "styles.xml")},
    )


_LOOP = "".join(
    f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
    for one, other in ("AB", "BA")
)
_CHAIN = "".join(
    f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>' for n in range(20_000)
)
_ODD_NUMBERS = (
    '<w:sz w:val="1e999"/><w:w w:val="NaN"/><w:color w:val="red"/>',
    '<w:sz w:val="99999999999999999999"/><w:w w:val="-5"/><w:color w:val=""/>',
    '<w:sz w:val=""/><w:w w:val="\u0664\u0662"/><w:color w:themeColor="none" w:themeTint="ZZ"/>',
)
_CHUNK = "<html><body>Fortran in a chunk</body></html>"
_ODD_TABLE = (
    '<w:tbl><w:tblGrid><w:gridCol w:w="-9"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>'
    '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="odd"/></w:tcPr>'
    f"{paragraph('Eastmoor')}</w:tc></w:tr></w:tbl>"
)

ODD_OFFICE_CASES = (
    _docx("tables 200 deep", docx_of(_LINES + _nested_tables(200)), *_LIMITS),
    _docx("tables 60 deep", docx_of(_LINES + _nested_tables(60)), shown=(*_SHOWN, "innermost")),
    _docx("text boxes 100 deep", docx_of(_LINES + _nested_boxes(100)), *_LIMITS),
    _docx("styles in a circle", _styled(_LOOP), shown=_SHOWN),
    _docx("20,000 styles in a row", _styled(_CHAIN.replace('"S0"', '"A"')), shown=_SHOWN),
    *(
        _docx(f"odd numbers {n}", docx_of(_LINES + paragraph("x", run=run)), shown=_SHOWN)
        for n, run in enumerate(_ODD_NUMBERS)
    ),
    _docx("table of a billion columns", docx_of(_LINES + _ODD_TABLE), shown=_SHOWN),
    _docx(
        "chunk of another format",
        docx_of(
            _LINES + '<w:altChunk r:id="c"/>',
            parts={"word/chunk.html": _CHUNK},
            relations={"c": ("aFChunk", "chunk.html")},
        ),
        absent=("Fortran",),
        shown=_SHOWN,
        warnings=("embedded_files",),
    ),
    _docx(
        "chunk from elsewhere",
        docx_of(_LINES + '<w:altChunk r:id="c"/>', relations={"c": ("aFChunk", "https://example.org/c.html")}),
        shown=_SHOWN,
        warnings=("external_references",),
    ),
    _docx(
        "picture from elsewhere",
        docx_of(_LINES, relations={"p": ("image", "file://server/share/p.png")}),
        shown=_SHOWN,
        warnings=("external_references",),
    ),
    _docx(
        "part outside the archive", docx_of(_LINES, relations={"s": ("styles", "../../../etc/passwd")}), shown=_SHOWN
    ),
    _docx("absolute names", _with_entry(zipfile.ZipInfo("/etc/passwd"), b"x"), shown=_SHOWN),
    _docx("names that lead up", _with_entry(zipfile.ZipInfo("../../../../tmp/x"), b"x"), shown=_SHOWN),
    _docx("symbolic link", _linked(), "file_unsafe", or_read=True, shown=_SHOWN),
    _docx("same name but for the case", _with_entry(zipfile.ZipInfo("WORD/Document.xml"), b"<x/>"), "file_unsafe"),
    _docx("directory of 64 bits", _with_64_bit_directory(), "file_corrupt", "file_unsafe", or_read=True, shown=_SHOWN),
    _docx("one entry locked", _one_locked(), "password_protected"),
    _docx("unknown packing", _unknown_packing(), "file_corrupt"),
    _docx("part of 60 MB packed by BZIP2", _swelling(zipfile.ZIP_BZIP2), "file_unsafe"),
    _docx("part of 60 MB packed by LZMA", _swelling(zipfile.ZIP_LZMA), "file_unsafe"),
    _docx(
        "program before a Word file",
        b"MZ" + bytes(5_000) + clean_docx(),
        "type_unsupported",
        "type_mismatch",
        "file_corrupt",
    ),
    _docx(
        "Word file with a PDF behind it",
        clean_docx() + clean_pdf(),
        "file_corrupt",
        "type_mismatch",
        or_read=True,
        shown=_SHOWN,
    ),
    _docx("100,000 empty paragraphs", docx_of(_LINES + "<w:p/>" * 100_000), *_LIMITS, or_read=True, shown=_SHOWN),
    _file(
        "a billion rows",
        odt_of(
            '<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell>'
            "<text:p>Eastmoor</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "resume.odt",
        shown=("Eastmoor",),
    ),
    _file(
        "a billion columns",
        odt_of(
            '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000">'
            "<text:p>Eastmoor</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "resume.odt",
        shown=("Eastmoor",),
    ),
    _file(
        "a billion blanks",
        odt_of('<text:p>Eastmoor<text:s text:c="1000000000"/>x</text:p>'),
        "resume.odt",
    ),
    _file(
        "OpenDocument numbers of many digits",
        odt_of(f'<text:p>Eastmoor<text:s text:c="{"9" * 5000}"/></text:p><text:h text:outline-level="-1">x</text:h>'),
        "resume.odt",
    ),
)
