"""PDFs as a stranger who means harm would send them: loops, lies about size, odd numbers, two formats in one file."""

from __future__ import annotations

import struct
import zlib

from tests.parsing.build_docx import clean_docx
from tests.parsing.build_pdf import HELVETICA, RESUME, PdfBuilder, clean_pdf, escaped, pdf_of, shown
from tests.parsing.hostile_case import Hostile, refused
from tests.parsing.hostile_pdf import many_pages

__all__ = ["ODD_PDF_CASES"]

_CONTENT = shown(RESUME)
_PAGE = (
    b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 612 792] /Contents 2 0 R /Resources << /Font << /F1 1 0 R >> >> >>"
)
_CATALOG = b"<< /Type /Catalog /Pages 4 0 R >>"


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def _written(*objects: bytes, root: int = 5, trailer: bytes = b"") -> bytes:
    builder = PdfBuilder()
    for body in objects:
        builder.add(body)
    return builder.write(root, trailer)


def _content_of(stream: bytes, page: bytes = _PAGE) -> bytes:
    return _written(HELVETICA, stream, page, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _CATALOG)


def packed_in_one_another() -> bytes:
    """Two streams of objects whose index says that each lies in the other one, and the catalogue in the first."""
    rows = b"".join(struct.pack(">BHB", *row) for row in ((0, 0, 0), (2, 2, 0), (2, 3, 0), (2, 2, 0)))
    data = b"%PDF-1.7\n"
    body = _stream(rows, b"/Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R")
    return data + b"9 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(data)


def packed_in_itself() -> bytes:
    """A stream of objects that holds the reference to its own length and number."""
    packed = _stream(b"2 0 3 8 2 0 R   3 0 R", b"/Type /ObjStm /N 2 /First 8 /Extends 2 0 R")
    return _written(HELVETICA, packed, b"3 0 R", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _CATALOG)


def pages_that_multiply() -> bytes:
    """Ten levels of ten references to the next one: ten billion pages in one kilobyte."""
    builder = PdfBuilder()
    builder.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    for number in range(2, 12):
        builder.add(b"<< /Type /Pages /Kids [%s] /Count 9 >>" % (b"%d 0 R " % (number + 1) * 10))
    builder.add(b"<< /Type /Page /MediaBox [0 0 612 792] >>")
    return builder.write(1)


def pages_that_hold_themselves() -> bytes:
    pages = b"<< /Type /Pages /Parent 4 0 R /Kids [4 0 R 3 0 R] /Count 1 >>"
    return _written(HELVETICA, _stream(_CONTENT), _PAGE, pages, _CATALOG)


def empty_branches() -> bytes:
    """Twenty levels of two references that end in no page: a million branches to walk, and not one page to count."""
    builder = PdfBuilder()
    builder.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    for number in range(2, 24):
        builder.add(b"<< /Type /Pages /Kids [%s] /Count 9 >>" % (b"%d 0 R " % (number + 1) * 2))
    builder.add(b"<< /Type /Pages /Kids [] /Count 0 >>")
    return builder.write(1)


def _length(entry: bytes) -> bytes:
    return _content_of(b"<< /Length %s >>\nstream\n%s\nendstream" % (entry, _CONTENT))


def many_fonts(count: int = 10_000) -> bytes:
    fonts = b" ".join(b"/G%d << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" % n for n in range(count))
    used = b"\n".join(b"BT /G%d 9 Tf 72 300 Td (x) Tj ET" % n for n in range(count))
    page = _PAGE.replace(b"/F1 1 0 R", b"/F1 1 0 R " + fonts)
    return _content_of(_stream(_CONTENT + used), page)


def many_annotations() -> bytes:
    notes = b"<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (a note of some words) >> " * 20_000
    return pdf_of([_CONTENT], page_entries=b"/Annots [%s]" % notes)


def appearance_that_draws_itself() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 2 0 R >> >>"
    note = b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 2 0 R >> >>"
    return pdf_of([_CONTENT], page_entries=b"/Annots [3 0 R]", extra=[_stream(b"/X Do", form), note])


def _locked_by(handler: bytes) -> bytes:
    return pdf_of([_CONTENT], trailer=b"/Encrypt << %s >> /ID [<41> <41>]" % handler)


def picture(kind: bytes) -> bytes:
    body = (
        b"/Type /XObject /Subtype /Image /Width 600 /Height 800 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /"
    )
    packed = _stream(b"\x97JB2\r\n\x1a\n" + bytes(range(256)), body + kind)
    return pdf_of([b"q 600 0 0 780 0 0 cm /I Do Q"], resources=b"/XObject << /I 2 0 R >>", extra=[packed])


def _font(entries: bytes, *extra: bytes) -> bytes:
    return pdf_of([_CONTENT], font=b"<< /Type /Font /Subtype /TrueType /BaseFont /Odd %s >>" % entries, extra=extra)


def map_that_uses_itself() -> bytes:
    cmap = _stream(b"/Odd usecmap 1 beginbfchar <41> <0041> endbfchar", b"/Type /CMap /CMapName /Odd /UseCMap 2 0 R")
    return _font(b"/ToUnicode 2 0 R /Encoding 2 0 R", cmap)


def map_that_lies() -> bytes:
    """Letters that show as written but map to a skill: only drawing the glyphs could tell (documented limit)."""
    content = _CONTENT + b" BT /F1 11 Tf 72 200 Td (\x01\x02\x03) Tj ET"
    unicode_map = (
        b"1 beginbfrange <20> <7e> <0020> endbfrange 1 beginbfchar <01> <0043> <02> <004f> <03> <0042> endbfchar"
    )
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /ToUnicode 2 0 R >>"
    return pdf_of([content], font=font, extra=[_stream(unicode_map)])


def colour_space_of_itself() -> bytes:
    content = b"/C cs 1 scn " + _CONTENT
    return pdf_of([content], resources=b"/ColorSpace << /C 2 0 R >>", extra=[b"[/Indexed 2 0 R 255 2 0 R]"])


def inherited_from_itself() -> bytes:
    page = b"<< /Type /Page /Parent 3 0 R /Contents 2 0 R >>"
    return _content_of(_stream(_CONTENT), page)


def index_beyond_the_end() -> bytes:
    data = clean_pdf()
    start = data.rindex(b"startxref")
    return data[:start] + b"startxref\n-99999999999999999999\n%%EOF"


def _odd_content(content: bytes) -> bytes:
    return pdf_of([_CONTENT + b"\n" + content])


def spaced_letters() -> bytes:
    spaced = b"q BT /F1 14 Tf 5 Tc 72 300 Td (%s) Tj ET Q" % escaped("CERTIFICATES")
    return pdf_of([_CONTENT + b" " + spaced])


def characters_between_letters() -> bytes:
    """A map that puts a zero-width space, a soft hyphen and full-width forms into words."""
    unicode_map = (
        b"1 beginbfrange <20> <7e> <0020> endbfrange 3 beginbfchar <01> <200b> <02> <00ad> <03> <ff30> endbfchar"
    )
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /ToUnicode 2 0 R >>"
    content = _CONTENT + b" BT /F1 11 Tf 72 200 Td (Fort\x01ran Has\x02kell \x03rolog) Tj ET"
    return pdf_of([content], font=font, extra=[_stream(unicode_map)])


def scan_with_recognized_words() -> bytes:
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    content = b"q 612 0 0 792 0 0 cm /I Do Q " + shown(RESUME, before=b"3 Tr")
    return pdf_of([content], resources=b"/XObject << /I 2 0 R >>", extra=[_stream(b"\x80", picture)])


def table_of_words() -> bytes:
    """Columns of short entries far apart: it cannot be told whether to read along or down."""
    rows = [
        shown([f"entry{column}x{row}" for row in range(12)], left=72 + 110 * column, top=500) for column in range(4)
    ]
    return pdf_of([b"\n".join(rows)])


def _sized(box: bytes, entries: bytes = b"") -> bytes:
    return pdf_of([_CONTENT], media_box=box, page_entries=entries)


_NO_COLOURS = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Colors 0 /Columns 9 >>"
_SHOWN = ("PostgreSQL", "Eastmoor")
_CORRUPT = ("file_corrupt", "parse_limit", "no_text_layer")


def _read(name: str, data: bytes, *warnings: str, shown: tuple[str, ...] = _SHOWN) -> Hostile:
    return Hostile(name, lambda: data, warnings=frozenset(warnings), shown=shown)


ODD_PDF_CASES = (
    refused("objects packed in one another", packed_in_one_another, *_CORRUPT),
    refused("objects packed in themselves", packed_in_itself, *_CORRUPT),
    refused("ten billion pages", pages_that_multiply, "too_many_pages", *_CORRUPT),
    refused("a million empty branches of pages", empty_branches, *_CORRUPT),
    _read("pages that hold themselves", pages_that_hold_themselves()),
    refused("500 pages", lambda: many_pages(500), "too_many_pages"),
    *(
        _read(f"length of content: {name}", _length(entry))
        for name, entry in (
            ("too short", b"10"),
            ("too long", b"99999"),
            ("negative", b"-5"),
            ("a word", b"/Long"),
            ("itself", b"2 0 R"),
            ("nowhere", b"99 0 R"),
            ("of a thousand digits", b"9" * 1_000),
        )
    ),
    Hostile("10,000 fonts", many_fonts, codes=frozenset({"parse_limit"}), or_read=True, shown=_SHOWN),
    Hostile("20,000 notes", many_annotations, codes=frozenset({"parse_limit"}), or_read=True, shown=_SHOWN),
    _read("appearance that draws itself", appearance_that_draws_itself()),
    refused("unknown lock", lambda: _locked_by(b"/Filter /Unheard /V 99 /R 99"), "password_protected"),
    refused("lock without keys", lambda: _locked_by(b"/Filter /Standard"), "password_protected", "file_corrupt"),
    refused("lock by certificate", lambda: _locked_by(b"/Filter /Adobe.PubSec /V 4"), "password_protected"),
    *(
        refused(f"picture packed by {kind}", lambda kind=kind: picture(kind.encode()), "no_text_layer")  # type: ignore[misc]
        for kind in ("JBIG2Decode", "JPXDecode", "CCITTFaxDecode", "DCTDecode")
    ),
    _read("content that says it is a picture", _content_of(_stream(_CONTENT, b"/Filter /JPXDecode")), "partial_text"),
    refused("content packed by nobody knows what", lambda: _content_of(_stream(b"x", b"/Filter /Odd")), *_CORRUPT),
    _read("map that uses itself", map_that_uses_itself()),
    _read("map that says other than the letters", map_that_lies()),
    _read("font described by nothing", _font(b"/FontDescriptor 99 0 R /Widths 99 0 R /FirstChar /A")),
    _read("colour space of itself", colour_space_of_itself()),
    _read("page that inherits from itself", inherited_from_itself(), shown=()),
    _read("index beyond the end", index_beyond_the_end(), "repaired"),
    _read("page from its upper right corner", _sized(b"[612 792 0 0]")),
    refused("page of negative size", lambda: _sized(b"[0 0 -612 -792]"), "no_text_layer"),
    _read("page of no size", _sized(b"[0 0 0 0]")),
    refused("page of words", lambda: _sized(b"[/A (b) null 1]"), *_CORRUPT),
    _read("page turned by 37 degrees", _sized(b"[0 0 612 792]", b"/Rotate 37")),
    _read("page turned by a word", _sized(b"[0 0 612 792]", b"/Rotate /Left")),
    _read("page of large units", _sized(b"[0 0 612 792]", b"/UserUnit 72")),
    _read("page of negative units", _sized(b"[0 0 612 792]", b"/UserUnit -1")),
    _read("picture without end", _odd_content(b"BI /W 9 /H 9 ID " + b"x" * 50_000)),
    _read("string without end", _odd_content(b"BT (" + b"(" * 100_000), shown=()),
    _read("a number of 100,000 digits", _odd_content(b"BT /F1 9 Tf " + b"9" * 100_000 + b" 0 Td (x) Tj ET"), shown=()),
    _read("places beyond all numbers", _odd_content(b"BT /F1 9 Tf " + b"9" * 400 + b" 0 Td (x) Tj ET"), shown=()),
    Hostile(
        "500,000 saved states", lambda: _odd_content(b"q " * 500_000), codes=frozenset({"parse_limit"}), or_read=True
    ),
    Hostile(
        "300,000 open marks", lambda: _odd_content(b"/A BMC " * 300_000), codes=frozenset({"parse_limit"}), or_read=True
    ),
    Hostile(
        "predictor of no colours",
        lambda: _content_of(_stream(zlib.compress(_CONTENT), _NO_COLOURS)),
        codes=frozenset(_CORRUPT),
    ),
    Hostile("PDF and Word file in one", lambda: clean_pdf() + clean_docx(), shown=_SHOWN),
    Hostile("Word file before a PDF", lambda: clean_docx() + clean_pdf(), codes=frozenset({"type_mismatch"})),
    _read("words before the first line", b"GIF89a is not what this is\n" + clean_pdf()),
    _read("two files in one", clean_pdf() + clean_pdf()),
    _read("scan with recognized words", scan_with_recognized_words(), "ocr_layer"),
    _read("table of words", table_of_words(), "columns_uncertain", shown=("entry3x11",)),
    _read("spaced letters", spaced_letters(), shown=("CERTIFICATES",)),
    _read("characters between letters", characters_between_letters(), "characters_normalized"),
)
