from __future__ import annotations

import pytest

from matcher.domain.document import Box
from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, lines, stream, text, write

RESUME = lines(60, 780, ["Ada Berg", "Engineer in Oslo", "Built payment services in Rust."])


def read(builder: PdfBuilder, limits: Limits | None = None):
    return read_pdf(builder.build(), limits or Limits())


def lines_of(result) -> list[str]:
    return [run.text for page in result.pages for run in page.runs]


def code_of(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_pdf(data, limits or Limits())
    return caught.value.code


def test_lines_come_with_page_box_size_and_weight():
    result = read(PdfBuilder().page(text(60, 780, "Ada Berg", 20, font="F2")).page(text(60, 780, "Page two")))
    assert result.page_count == 2
    first, second = (page.runs[0] for page in result.pages)
    assert (first.text, first.font_size, first.bold, second.bold) == ("Ada Berg", 20, True, False)
    assert first.box == Box(60, pytest.approx(46), pytest.approx(148.9, abs=2), pytest.approx(66))
    assert [page.number for page in result.pages] == [1, 2]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn):
    result = read(PdfBuilder().page(RESUME, f"/Rotate {turn}"))
    assert lines_of(result) == ["Ada Berg", "Engineer in Oslo", "Built payment services in Rust."]
    width, height = (842, 595) if turn % 180 else (595, 842)
    for run in result.pages[0].runs:
        assert run.box is not None
        assert 0 <= run.box.x0 < run.box.x1 <= width
        assert 0 <= run.box.top < run.box.bottom <= height


def test_text_written_upward_on_an_upright_page_reads_as_lines():
    content = "q 0 1 -1 0 595 0 cm " + RESUME.replace(" 780 ", " 500 ").replace(" 767 ", " 487 ") + " Q"
    result = read(PdfBuilder().page(content.replace(" 754 ", " 474 ")))
    assert lines_of(result) == ["Ada Berg", "Engineer in Oslo", "Built payment services in Rust."]


def test_the_text_of_a_form_stands_where_it_is_drawn():
    builder = PdfBuilder().form("Fm1", text(60, 767, "June 2020 - May 2022"))
    result = read(builder.page(text(60, 780, "Engineer") + "/Fm1 Do\n" + text(60, 754, "Built things.")))
    assert lines_of(result) == ["Engineer", "June 2020 - May 2022", "Built things."]


def test_a_form_that_draws_itself_is_drawn_once():
    builder = PdfBuilder()
    builder.xobjects["Fm1"] = 1000
    head = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Fm1 1000 0 R >> >>"
    builder.add(stream(b"/Fm1 Do", head))
    assert lines_of(read(builder.page(RESUME + "/Fm1 Do\n")))[0] == "Ada Berg"


@pytest.mark.parametrize("kept", [40, 200, 400])
def test_a_file_cut_short_is_corrupt(kept):
    data = PdfBuilder().page(RESUME).build()[:kept]
    with pytest.raises(InputError) as caught:
        read_pdf(data, Limits())
    assert caught.value.code in (ErrorCode.FILE_CORRUPT, ErrorCode.NO_TEXT_LAYER)


def test_a_file_without_its_table_of_places_is_still_read():
    data = PdfBuilder().page(RESUME).build()
    assert lines_of(read_pdf(data[: data.index(b"xref")] + b"trailer\n<< /Root 1 0 R >>\n", Limits()))[0] == "Ada Berg"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"1 0 obj\n" * 500, b"\x00" * 300, b"not a PDF"])
def test_what_is_no_pdf_is_corrupt(data):
    assert code_of(data) == ErrorCode.FILE_CORRUPT


def test_a_chain_of_tables_that_loops_is_read_once():
    data = PdfBuilder().page(RESUME).build()
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    looped = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)
    assert lines_of(read_pdf(looped, Limits())) == lines_of(read_pdf(data, Limits()))


def test_a_deep_tree_of_pages_is_corrupt():
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for number in range(2, 1500):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    objects[1500] = b"<< /Type /Page /MediaBox [0 0 10 10] >>"
    assert code_of(write(objects)) == ErrorCode.FILE_CORRUPT


def test_pages_without_text_have_no_text_layer():
    builder = PdfBuilder().image("Im1").page("q 595 0 0 842 0 0 cm /Im1 Do Q")
    assert code_of(builder.build()) == ErrorCode.NO_TEXT_LAYER


def test_glyphs_that_stand_for_no_characters_are_no_text():
    builder = PdfBuilder()
    child = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (B) >> >>"
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{child}] >>"
    builder.fonts["F9"] = builder.add(font)
    builder.page("BT /F9 10 Tf 60 700 Td <000500060007> Tj ET " + text(60, 500, "x"))
    assert code_of(builder.build()) == ErrorCode.NO_TEXT_LAYER


def test_one_page_without_text_among_others_is_named():
    result = read(PdfBuilder().page(RESUME).page("0 0 10 10 re f"))
    assert [(w.code, w.page) for w in result.warnings] == [("partial_text", 2)]


def encrypted(user: bytes) -> bytes:
    """Write a file under the 40-bit standard handler; the user password is padded with a known string."""
    import hashlib

    from pdfminer.arcfour import Arcfour

    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner = Arcfour(hashlib.md5((b"owner" + pad)[:32]).digest()[:5]).process((user + pad)[:32])  # noqa: S324 - the format asks for it
    key = hashlib.md5((user + pad)[:32] + owner + b"\xfc\xff\xff\xff" + b"id").digest()[:5]  # noqa: S324
    check = Arcfour(key).process(pad)

    def cipher(number: int, data: bytes) -> bytes:
        part = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]  # noqa: S324
        return Arcfour(part).process(data)

    builder = PdfBuilder().page("")
    content = text(60, 700, "Ada Berg in Oslo").encode()
    data = builder.build()
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>",
        10: data[data.index(b"10 0 obj\n") + 9 : data.index(b"\nendobj\n11 0")],
        11: stream(cipher(11, content)),
        20: b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner.hex().encode(), check.hex().encode()),
    }
    return write(objects, "/Encrypt 20 0 R /ID [<6964> <6964>]")


def test_a_password_is_asked_for():
    assert code_of(encrypted(b"secret")) == ErrorCode.PASSWORD_PROTECTED


def test_an_empty_password_opens_the_file():
    assert lines_of(read_pdf(encrypted(b""), Limits())) == ["Ada Berg in Oslo"]


def test_pages_are_limited():
    builder = PdfBuilder()
    for _ in range(3):
        builder.page(RESUME)
    assert read(builder, Limits(max_pages=3)).page_count == 3
    assert code_of(builder.build(), Limits(max_pages=2)) == ErrorCode.TOO_MANY_PAGES


def test_the_side_of_a_page_is_limited():
    read(PdfBuilder().page(RESUME, "/MediaBox [0 0 14400 842]"))
    data = PdfBuilder().page(RESUME, "/MediaBox [0 0 14401 842]").build()
    assert code_of(data) == ErrorCode.PARSE_LIMIT


def test_characters_are_limited():
    total = len("Ada Berg\nEngineer in Oslo\nBuilt payment services in Rust.\n")
    data = PdfBuilder().page(RESUME).build()
    assert read_pdf(data, Limits(max_characters=total)).page_count == 1
    assert code_of(data, Limits(max_characters=total - 1)) == ErrorCode.TEXT_TOO_LONG


def test_entries_of_the_cross_reference_table_are_limited():
    data = PdfBuilder().page(RESUME).build()
    assert read_pdf(data, Limits(max_xref_entries=4)).page_count == 1
    assert code_of(data, Limits(max_xref_entries=3)) == ErrorCode.PARSE_LIMIT


def test_the_corners_of_a_page_may_be_given_in_any_order():
    assert lines_of(read(PdfBuilder().page(RESUME, "/MediaBox [0 842 595 0]")))[0] == "Ada Berg"


def test_a_damaged_page_costs_no_other_page():
    builder = PdfBuilder().form("Fm1", "", "/Matrix [/a 0 0 1 0 0]")
    result = read(builder.page(RESUME).page(text(60, 700, "Second page") + "/Fm1 Do"))
    assert lines_of(result)[::3] == ["Ada Berg", "Second page"]
    assert [(warning.code, warning.page) for warning in result.warnings] == [("partial_text", 2)]


def test_a_page_of_letters_without_characters_is_named():
    builder = PdfBuilder()
    child = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (B) >> >>"
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{child}] >>"
    builder.fonts["F9"] = builder.add(font)
    result = read(builder.page(RESUME).page("BT /F9 10 Tf 60 700 Td <000500060007> Tj ET " + text(60, 500, "x")))
    assert [(warning.code, warning.page) for warning in result.warnings] == [("partial_text", 2)]


def test_small_hidden_recognized_text_on_a_picture_is_a_scan():
    picture = "q 400 0 0 400 72 236 cm /Im1 Do Q "
    words = text(100, 500, "Ada Berg", before="/G0 gs")
    builder = PdfBuilder(resources="/ExtGState << /G0 << /ca 0 >> >>").image("Im1").page(picture + words)
    result = read(builder)
    assert lines_of(result) == ["Ada Berg"]
    assert [warning.code for warning in result.warnings] == ["ocr_layer"]
