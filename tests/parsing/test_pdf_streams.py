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
