from __future__ import annotations

import base64
import zlib

import pytest

from matcher.errors import ErrorCode, InputError
from matcher.parsing.limits import Limits
from matcher.parsing.pdf import read_pdf
from tests.parsing.pdf_builder import PdfBuilder, stream, text, write

CONTENT = text(60, 700, "Ada Berg in Oslo").encode()


def file_with(content_object: bytes) -> bytes:
    data = PdfBuilder().page("").build()
    page = data[data.index(b"10 0 obj\n") + 9 : data.index(b"\nendobj\n11 0")]
    return write(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>",
            10: page,
            11: content_object,
        }
    )


def read(content_object: bytes, limits: Limits | None = None) -> str:
    return read_pdf(file_with(content_object), limits or Limits()).pages[0].runs[0].text


def runs(data: bytes) -> bytes:
    return b"".join(bytes([len(data[i : i + 100]) - 1]) + data[i : i + 100] for i in range(0, len(data), 100)) + b"\x80"


def above(data: bytes) -> bytes:
    """Write data in lines of 16 bytes that are each the difference to the line above (PNG filter 2)."""
    data += b" " * (-len(data) % 16)
    rows = [data[i : i + 16] for i in range(0, len(data), 16)]
    out = b""
    for over, row in zip([bytes(16), *rows], rows, strict=False):
        out += b"\x02" + bytes((b - a) & 255 for a, b in zip(over, row, strict=True))
    return out


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (CONTENT, ""),
        (zlib.compress(CONTENT), "/Filter /FlateDecode"),
        (zlib.compress(CONTENT)[:-6], "/Filter /FlateDecode"),
        (zlib.compress(zlib.compress(CONTENT)), "/Filter [/FlateDecode /Fl]"),
        (base64.a85encode(CONTENT) + b"~>", "/Filter /ASCII85Decode"),
        (CONTENT.hex().encode() + b">", "/Filter /ASCIIHexDecode"),
        (CONTENT.hex().encode() + b"\x00g 2", "/Filter /ASCIIHexDecode"),
        (base64.a85encode(CONTENT + b"\n" * (-len(CONTENT) % 4)) + b"\xffzz", "/Filter /ASCII85Decode"),
        (zlib.compress(CONTENT)[:-4] + b"\0\0\0\0", "/Filter /FlateDecode"),
        (runs(CONTENT), "/Filter /RunLengthDecode"),
        (zlib.compress(above(CONTENT)), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 16 >>"),
    ],
)
def test_packed_content_is_read(data, entries):
    assert read(stream(data, entries)) == "Ada Berg in Oslo"


def test_what_one_stream_unpacks_to_is_limited():
    packed = stream(zlib.compress(CONTENT + b" " * 5_000), "/Filter /FlateDecode")
    size = len(CONTENT) + 5_000
    assert read(packed, Limits(max_stream_bytes=size)) == "Ada Berg in Oslo"
    with pytest.raises(InputError) as caught:
        read(packed, Limits(max_stream_bytes=size - 1))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_what_all_streams_unpack_to_is_limited():
    packed = stream(zlib.compress(zlib.compress(CONTENT)), "/Filter [/FlateDecode /FlateDecode]")
    total = len(CONTENT) + len(zlib.compress(CONTENT))
    assert read(packed, Limits(max_total_stream_bytes=total)) == "Ada Berg in Oslo"
    with pytest.raises(InputError) as caught:
        read(packed, Limits(max_total_stream_bytes=total - 1))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (b"\x81A" * 3_000, "/Filter /RunLengthDecode"),
        (zlib.compress(b"\x00" * 9), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"),
    ],
)
def test_bombs_are_refused_before_they_unfold(data, entries):
    with pytest.raises(InputError) as caught:
        read(stream(data, entries), Limits(max_stream_bytes=100_000))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


def test_a_bomb_of_lzw_codes_is_refused():
    # Codes of nine bits: clear, "A", then each new entry as soon as it exists; the table's entries grow by one letter.
    codes = [256, 65, *range(258, 508)]
    bits = "".join(f"{code:09b}" for code in codes)
    data = int(bits + "0" * (-len(bits) % 8), 2).to_bytes((len(bits) + 7) // 8, "big")
    with pytest.raises(InputError) as caught:
        read(stream(data, "/Filter /LZWDecode"), Limits(max_stream_bytes=10_000))
    assert caught.value.code == ErrorCode.PARSE_LIMIT


@pytest.mark.parametrize("length", ["/Length 7", "/Length 99999", "/Length -3", "", "/Length (x)", "/Length 11 0 R"])
def test_a_stream_ends_where_it_ends_whatever_length_it_names(length):
    body = f"<< {length} >>\nstream\n".encode() + CONTENT + b"\nendstream"
    assert read(body) == "Ada Berg in Oslo"


def test_a_stream_without_its_end_ends_with_the_object():
    assert read(b"<< /Length 0 >>\nstream\r\n" + CONTENT) == "Ada Berg in Oslo"


def test_data_that_names_the_end_of_streams_is_kept_whole_where_the_length_is_right():
    data = CONTENT + b"% endstream\n" + CONTENT.replace(b"700", b"600").replace(b"Oslo", b"Bergen")
    result = read_pdf(file_with(stream(data)), Limits())
    assert [run.text for run in result.pages[0].runs] == ["Ada Berg in Oslo", "Ada Berg in Bergen"]


def flushed(data: bytes) -> bytes:
    packer = zlib.compressobj()
    return packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)


LONG = b"".join(text(60, 700 - 12 * n, f"Line number {n} of the page").encode() for n in range(40))
PACKED = zlib.compress(LONG)


def warned(content_object: bytes) -> list[tuple[str, int | None]]:
    return [(warning.code, warning.page) for warning in read_pdf(file_with(content_object), Limits()).warnings]


@pytest.mark.parametrize(
    "data",
    [PACKED[: len(PACKED) // 2], PACKED[:-4] + b"\0\0\0\0", PACKED[:150] + bytes(9) + PACKED[159:]],
    ids=["cut", "another checksum", "spoilt"],
)
def test_content_that_is_cut_or_spoilt_is_never_cut_silently(data):
    assert warned(stream(data, "/Filter /FlateDecode")) == [("partial_text", 1)]


@pytest.mark.parametrize(
    "data",
    [PACKED, PACKED[:-4], PACKED + b"\r\n", flushed(LONG)],
    ids=["sound", "no checksum", "line end", "flushed"],
)
def test_content_that_is_whole_is_not_warned_about(data):
    assert warned(stream(data, "/Filter /FlateDecode")) == []


@pytest.mark.parametrize("name", ["DCTDecode", "JBIG2Decode", "Nonsense"])
def test_content_that_nobody_can_unpack_is_no_scan(name):
    with pytest.raises(InputError) as caught:
        read(stream(PACKED, f"/Filter /{name}"))
    assert caught.value.code == ErrorCode.FILE_CORRUPT


@pytest.mark.parametrize("entries", ["/Odd", "/Odd 5 6 /More", "(key) /Value 4", "/Filter 1 2 3"])
def test_dictionaries_with_a_value_too_few_keep_the_rest(entries):
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R {entries} >>".encode()
    fonts = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Name >> >> >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Lang >>",
        2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 /Resources " + fonts + b" >>",
        10: page,
        11: stream(CONTENT),
    }
    assert read_pdf(write(objects), Limits()).pages[0].runs[0].text == "Ada Berg in Oslo"
