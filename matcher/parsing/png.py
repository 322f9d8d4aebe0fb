"""Writes pixels as a small PNG, with the standard library alone: 216 colours are enough to see a page by."""

from __future__ import annotations

import struct
import zlib

__all__ = ["png_size", "write_png"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER = struct.Struct(">IIBBBBB")
# Six levels of each colour, as in the old palette of the web: greys stay grey.
_LEVELS = 6
_PALETTE = bytes(
    level * 255 // (_LEVELS - 1)
    for red in range(_LEVELS)
    for green in range(_LEVELS)
    for blue in range(_LEVELS)
    for level in (red, green, blue)
)
# For each of red, green and blue: what a value adds to the number of the colour.
_SHARES = tuple(bytes((value * (_LEVELS - 1) + 127) // 255 * weight for value in range(256)) for weight in (36, 6, 1))
_EFFORT = 6


def write_png(pixels: bytes, width: int, height: int) -> bytes:
    """Return a PNG of rows of red, green and blue bytes, without padding between the rows."""
    # A colour's number is the sum of three shares. As the sum is under 256, all pixels are added as one long number.
    total = sum(int.from_bytes(pixels[i::3].translate(share), "big") for i, share in enumerate(_SHARES))
    numbers = total.to_bytes(width * height, "big")
    rows = b"".join(b"\0" + numbers[start : start + width] for start in range(0, len(numbers), width))
    header = _HEADER.pack(width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(rows, _EFFORT)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def png_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG as its header tells; None if this is none."""
    start = len(_SIGNATURE) + 8
    if not data.startswith(_SIGNATURE) or data[start - 4 : start] != b"IHDR" or len(data) < start + _HEADER.size:
        return None
    width, height, *_ = _HEADER.unpack_from(data, start)
    return width, height


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
