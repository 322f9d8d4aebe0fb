from __future__ import annotations

import struct

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from matcher.parsing.pdf_fonts import map_size, read_code_map, read_unicode_map
from matcher.parsing.pdf_guards import Budget
from tests.parsing.pdf_builder import PdfBuilder, stream


def table(data: bytes, limit: int = 1_000) -> dict[int, str]:
    return read_unicode_map(data, Budget(Limits(max_map_entries=limit))).cid2unichr


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar", {1: "A", 2: "fi"}),
        (b"beginbfchar\n<0003>\n<0020>\nendbfchar", {3: " "}),
        (b"beginbfchar <03> <0020> <03> <00A0> endbfchar", {3: " "}),
        (b"beginbfrange <0001> <0003> <0061> endbfrange", {1: "a", 2: "b", 3: "c"}),
        (b"beginbfrange <01> <02> [<0058> <00590059>] endbfrange", {1: "X", 2: "YY"}),
        (b"beginbfrange <01><02><00660061> endbfrange", {1: "fa", 2: "fb"}),
        (b"beginbfchar <01> <D83DDE00> endbfchar", {1: "\U0001f600"}),
        (b"begincodespacerange <00> <FF> endcodespacerange", {}),
        (b"beginbfchar <01> endbfchar", {}),
        (b"beginbfrange <05> <01> <0041> endbfrange", {}),
        (b"", {}),
    ],
)
def test_unicode_maps_are_read(data, expected):
    assert table(data) == expected


def test_ranges_are_limited_before_they_are_spread_out():
    assert len(table(b"beginbfrange <0001> <0064> <0041> endbfrange", 100)) == 100
    for data in (
        b"beginbfrange <0001> <0065> <0041> endbfrange",
        b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
    ):
        with pytest.raises(InputError) as caught:
            table(data, 100)
        assert caught.value.code == ErrorCode.PARSE_LIMIT


def truetype(subtable: bytes) -> bytes:
    cmap = struct.pack(">HHHHL", 0, 1, 3, 1, 12) + subtable
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sLLL", b"cmap", 0, 28, len(cmap)) + cmap


@pytest.mark.parametrize(
    ("subtable", "size"),
    [
        (struct.pack(">HHLLL", 12, 0, 0, 0, 1) + struct.pack(">LLL", 1, 4_000_000_000, 0), 4_000_000_000),
        (struct.pack(">HHLLL", 12, 0, 0, 0, 1) + struct.pack(">LLL", 32, 126, 3), 95),
        (struct.pack(">HHHHHHH", 4, 0, 0, 2, 0, 0, 0) + struct.pack(">HHH", 126, 0, 32), 95),
        (struct.pack(">HHH", 0, 262, 0), 256),
        (b"", 0),
    ],
)
def test_the_claimed_size_of_a_fonts_map_is_told_without_reading_it(subtable, size):
    assert map_size(truetype(subtable)) == size


def font_file(widths: str, **extra: str) -> bytes:
    builder = PdfBuilder()
    unicode_map = builder.stream(b"beginbfrange <0001> <001A> <0061> endbfrange")
    child = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor << /FontName /X /Flags 4 >> "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> /DW 500 {widths} >>"
    )
    body = f"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{child}] "
    builder.fonts["F9"] = builder.add(body + f"/ToUnicode {unicode_map} 0 R >>")
    return builder.page("BT /F9 10 Tf 60 700 Td <0001000400010002000500120007> Tj ET").build()


@pytest.mark.parametrize("widths", ["", "/W [1 [500 500] 3 26 500]"])
def test_text_in_a_font_with_its_own_map_is_read(widths):
    assert read_pdf(font_file(widths), Limits()).pages[0].runs[0].text == "adaberg"


def test_width_tables_are_limited():
    assert read_pdf(font_file("/W [1 1000 500]"), Limits(max_widths=1_000)).page_count == 1
    for widths in ("/W [1 1001 500]", "/W [1 2000000000 500]"):
        with pytest.raises(InputError) as caught:
            read_pdf(font_file(widths), Limits(max_widths=1_000))
        assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_a_simple_fonts_own_map_is_used():
    builder = PdfBuilder()
    unicode_map = builder.add(stream(b"beginbfchar <41> <0051> endbfchar"))
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {unicode_map} 0 R >>"
    builder.fonts["F9"] = builder.add(font)
    data = builder.page("BT /F9 10 Tf 60 700 Td (AB) Tj ET").build()
    assert read_pdf(data, Limits()).pages[0].runs[0].text == "QB"


def test_fonts_that_name_the_widths_of_all_codes_are_read():
    assert read_pdf(font_file("/W [0 65535 500]"), Limits(max_map_entries=1_000)).page_count == 1


def test_a_map_of_all_codes_in_ranges_of_one_byte_costs_little():
    ranges = b"".join(b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(256))
    budget = Budget(Limits())
    mapped = read_unicode_map(b"beginbfrange " + ranges + b" endbfrange", budget)
    assert (mapped.get_unichr(0x41), mapped.get_unichr(0x4F60)) == ("A", "\u4f60")
    assert budget.map_entries == 256


def test_characters_written_in_one_byte_are_taken():
    mapped = read_unicode_map(
        b"beginbfchar <01> <41> endbfchar beginbfrange <20> <7e> <20> endbfrange", Budget(Limits())
    )
    assert (mapped.get_unichr(1), mapped.get_unichr(0x62)) == ("A", "b")


def test_a_range_that_leads_to_no_characters_says_nothing():
    assert read_unicode_map(b"beginbfrange <0000> <ffffffff> <> endbfrange", Budget(Limits())).is_empty


def test_long_ranges_are_kept_as_such():
    mapped = read_unicode_map(b"beginbfrange <0000> <ffff> <0000> endbfrange", Budget(Limits(max_map_entries=100)))
    assert mapped.get_unichr(0x41) == "A"
    with pytest.raises(KeyError):
        mapped.get_unichr(0x10000)


@pytest.mark.parametrize(
    ("data", "cids", "one_byte"),
    [
        (b"begincodespacerange <00> <ff> endcodespacerange begincidchar <41> 7 endcidchar", {0x41: 7}, True),
        (b"begincodespacerange <0000> <ffff> endcodespacerange", {}, False),
        (b"begincidrange <0041> <0043> 5 endcidrange", {0x41: 5, 0x42: 6, 0x43: 7}, False),
    ],
)
def test_code_maps_are_read(data, cids, one_byte):
    codes = read_code_map(data, Budget(Limits()))
    assert (codes.cids, codes.one_byte) == (cids, one_byte)


def test_code_maps_are_limited():
    with pytest.raises(InputError):
        read_code_map(b"begincidrange <00000000> <ffffffff> 0 endcidrange", Budget(Limits()))
