"""PDFs that want time, memory or trust: each is a few kilobytes that a plain reader chokes on."""

from __future__ import annotations

import struct
import zlib

from tests.parsing.build_pdf import HELVETICA, RESUME, PdfBuilder, clean_pdf, pdf_of, shown
from tests.parsing.hostile_case import Hostile, refused

__all__ = ["PDF_CASES"]

_CONTENT = shown(RESUME)


def _composite_font(unicode_map: int | None = None, widths: bytes = b"", descriptor: int | None = None) -> bytes:
    to_unicode = b"/ToUnicode %d 0 R" % unicode_map if unicode_map else b""
    described = b"/FontDescriptor %d 0 R" % descriptor if descriptor else b""
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H %s /DescendantFonts ["
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd %s %s "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
        % (to_unicode, widths, described)
    )


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def map_of_four_billion_codes() -> bytes:
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> "
        b"endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
    )
    return pdf_of([_CONTENT], font=_composite_font(unicode_map=2), extra=[_stream(cmap)])


def widths_of_two_billion_glyphs() -> bytes:
    return pdf_of([_CONTENT], font=_composite_font(widths=b"/W [0 2000000000 500]"))


def font_group_of_four_billion_codes() -> bytes:
    group = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0, 0xFFFFFFFE, 1)
    cmap = struct.pack(">HH", 0, 1) + struct.pack(">HHI", 3, 10, 12) + group
    font = b"\x00\x01\x00\x00" + struct.pack(">HHHH", 1, 16, 0, 0)
    font += b"cmap" + struct.pack(">III", 0, 28, len(cmap)) + cmap
    descriptor = b"<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontFile2 3 0 R >>"
    return pdf_of([_CONTENT], font=_composite_font(descriptor=2), extra=[descriptor, _stream(font)])


def forms_in_forms() -> bytes:
    """Ten levels of forms that each draw the next one ten times: 10 ** 10 drawings in 3 kB."""
    builder = PdfBuilder()
    inner = builder.stream(b"BT /F1 9 Tf (x) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    for _ in range(10):
        inner = builder.stream(
            b"/X Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % inner,
        )
    return _one_page(builder, b"/X Do", b"/XObject << /X %d 0 R >>" % inner)


def form_that_draws_itself() -> bytes:
    builder = PdfBuilder()
    builder.stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 1 0 R >> >>")
    return _one_page(builder, b"/X Do " + _CONTENT, b"/XObject << /X 1 0 R >>")


def _one_page(builder: PdfBuilder, content: bytes, resources: bytes) -> bytes:
    font = builder.add(HELVETICA)
    stream = builder.stream(content)
    parent = len(builder.objects) + 2
    page = builder.add(
        b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
        b"/Resources << /Font << /F1 %d 0 R >> %s >> >>" % (parent, stream, font, resources)
    )
    builder.add(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % page)
    return builder.write(builder.add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent))


def _page_of(stream: bytes) -> bytes:
    """Write a page whose content is a stream object as it stands."""
    builder = PdfBuilder()
    builder.add(HELVETICA)
    builder.add(stream)
    page = b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 612 792] /Contents 2 0 R"
    builder.add(page + b" /Resources << /Font << /F1 1 0 R >> >> >>")
    builder.add(b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    return builder.write(builder.add(b"<< /Type /Catalog /Pages 4 0 R >>"))


def page_of_twenty_million_points() -> bytes:
    return pdf_of([_CONTENT], media_box=b"[0 0 20000000 20000000]")


def predictor_of_two_billion_columns() -> bytes:
    packed = zlib.compress(_CONTENT)
    return _page_of(_stream(packed, b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"))


def stream_that_swells() -> bytes:
    return pdf_of([b" " * 70_000_000])


def stream_packed_twice() -> bytes:
    packed = zlib.compress(zlib.compress(b"\n" * 90_000_000, 9), 9)
    return _page_of(_stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def megabytes_of_text_operators() -> bytes:
    return pdf_of([b"BT /F1 9 Tf 72 700 Td " + b"(no end) Tj " * 1_500_000 + b"ET"])


def three_million_operators() -> bytes:
    return pdf_of([b"q Q " * 1_500_000])


def strewn_words(count: int) -> bytes:
    parts = []
    for number in range(count):
        x, y = number * 7919 % 500 + 40, number * 104729 % 700 + 40
        parts.append(b"BT /F1 6 Tf %d %d Td (word%d) Tj ET" % (x, y, number))
    return pdf_of([b"\n".join(parts)])


def four_hundred_thousand_letters() -> bytes:
    return pdf_of([b"BT /F1 1 Tf 10 700 Td " + b"(abcdefghij) Tj " * 40_000 + b"ET"])


def many_pages(count: int) -> bytes:
    builder = PdfBuilder()
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    builder.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    builder.add(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count))
    for _ in range(count):
        builder.add(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>")
    return builder.write(1)


def many_objects_in_a_stream() -> bytes:
    count = 300_000
    index = b" ".join(b"%d %d" % (number + 10, number * 2) for number in range(count))
    extra = zlib.compress(index + b"\n" + b"1 " * count)
    entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (count, len(index) + 1)
    return pdf_of([_CONTENT], extra=[_stream(extra, entries)])


def xref_stream_of_two_billion_objects() -> bytes:
    body = b"%PDF-1.7\n"
    rows = zlib.compress(b"\x01\x00\x00\x00" * 10)
    entries = b"/Type /XRef /Size 2000000000 /Index [0 2000000000] /W [1 2 1] /Root 1 0 R /Filter /FlateDecode"
    start = len(body)
    return body + b"9 0 obj\n" + _stream(rows, entries) + b"\nendobj\nstartxref\n%d\n%%%%EOF" % start


def eight_megabytes_of_lzw() -> bytes:
    """Codes of nine bits that clear the table and repeat: long to unpack and of no use."""
    bits = "".join(format(code, "09b") for code in ([256, *[65] * 200] * 90) + [257])
    data = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big") * 150
    return _page_of(_stream(data, b"/Filter /LZWDecode"))


def xref_that_leads_to_itself() -> bytes:
    data = clean_pdf()
    start = data.rindex(b"xref\n0", 0, data.rindex(b"startxref"))
    return data.replace(b"/Size", b"/Prev %d /Size" % start, 1)


def pages_in_pages() -> bytes:
    builder = PdfBuilder()
    builder.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    for number in range(2, 5002):
        builder.add(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1))
    builder.add(b"<< /Type /Page /MediaBox [0 0 612 792] >>")
    return builder.write(1)


def arrays_in_arrays() -> bytes:
    return pdf_of([_CONTENT], page_entries=b"/Odd " + b"[" * 100_000 + b"]" * 100_000)


def locked() -> bytes:
    """An encryption dictionary whose keys fit no password."""
    key = b"<" + b"41" * 32 + b">"
    encryption = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >> /ID [<41> <41>]" % (key, key)
    return pdf_of([_CONTENT], trailer=encryption)


def picture_of_text() -> bytes:
    picture = _stream(
        bytes(300), b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    )
    return pdf_of([b"q 600 0 0 780 0 0 cm /I Do Q"], resources=b"/XObject << /I 2 0 R >>", extra=[picture])


def glyphs_without_characters() -> bytes:
    content = b"BT /F1 11 Tf 72 700 Td <" + b"00050006000700080009" * 40 + b"> Tj ET"
    return pdf_of([content], font=_composite_font())


def clipped_file() -> bytes:
    return clean_pdf()[:200]


def with_a_script() -> bytes:
    return pdf_of([_CONTENT], catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")


def with_an_attachment() -> bytes:
    attached = _stream(b"attached words: Fortran", b"/Type /EmbeddedFile")
    catalog = b"/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) /EF << /F 2 0 R >> >>] >> >>"
    return pdf_of([_CONTENT], catalog=catalog, extra=[attached])


def with_a_note_and_properties() -> bytes:
    note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Haskell in a note) >>"
    info = b"<< /Keywords (Erlang) /Title (Scala) >>"
    return pdf_of([_CONTENT], page_entries=b"/Annots [2 0 R]", trailer=b"/Info 3 0 R", extra=[note, info])


PDF_CASES = (
    Hostile("a sound file", clean_pdf, shown=("PostgreSQL", "Eastmoor")),
    refused("map of four billion codes", map_of_four_billion_codes, "parse_limit", "no_text_layer"),
    refused("widths of two billion glyphs", widths_of_two_billion_glyphs, "parse_limit", "no_text_layer"),
    refused("font group of four billion codes", font_group_of_four_billion_codes, "parse_limit", "no_text_layer"),
    refused("ten levels of ten forms", forms_in_forms, "parse_limit"),
    Hostile("form that draws itself", form_that_draws_itself, codes=frozenset({"file_corrupt"}), or_read=True),
    refused("page of twenty million points", page_of_twenty_million_points, "parse_limit"),
    refused("predictor of two billion columns", predictor_of_two_billion_columns, "parse_limit", "file_corrupt"),
    refused("stream that swells to 70 MB", stream_that_swells, "parse_limit"),
    refused("stream packed twice", stream_packed_twice, "parse_limit"),
    refused("18 MB of text operators", megabytes_of_text_operators, "parse_limit"),
    refused("three million operators", three_million_operators, "parse_limit"),
    Hostile("4,000 strewn words", lambda: strewn_words(4_000), shown=("word3999",)),
    Hostile("15,000 strewn words", lambda: strewn_words(15_000), codes=frozenset({"parse_limit"}), or_read=True),
    refused("400,000 letters on a page", four_hundred_thousand_letters, "parse_limit", "text_too_long"),
    refused("31 pages", lambda: many_pages(31), "too_many_pages"),
    refused("20,000 pages", lambda: many_pages(20_000), "too_many_pages"),
    Hostile("300,000 objects in a stream", many_objects_in_a_stream, codes=frozenset({"parse_limit"}), or_read=True),
    refused("index of two billion objects", xref_stream_of_two_billion_objects, "parse_limit", "file_corrupt"),
    refused("LZW without end", eight_megabytes_of_lzw, "parse_limit", "no_text_layer", "file_corrupt"),
    Hostile("index that leads to itself", xref_that_leads_to_itself, codes=frozenset({"file_corrupt"}), or_read=True),
    refused("5,000 levels of pages", pages_in_pages, "file_corrupt", "parse_limit"),
    Hostile(
        "100,000 levels of arrays", arrays_in_arrays, codes=frozenset({"file_corrupt", "parse_limit"}), or_read=True
    ),
    refused("locked by a password", locked, "password_protected"),
    refused("picture of text", picture_of_text, "no_text_layer"),
    refused("glyphs without characters", glyphs_without_characters, "no_text_layer"),
    refused("clipped", clipped_file, "file_corrupt"),
    refused("header alone", lambda: b"%PDF-1.7\n", "file_corrupt"),
    Hostile("script", with_a_script, warnings=frozenset({"active_content"}), shown=("PostgreSQL",)),
    Hostile("attachment", with_an_attachment, warnings=frozenset({"embedded_files"}), absent=("Fortran",)),
    Hostile("note and properties", with_a_note_and_properties, absent=("Haskell", "Erlang", "Scala")),
)
