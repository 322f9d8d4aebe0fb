"""Reads the pixels of a PNG as we write them: for tests that look at what was drawn."""

from __future__ import annotations

import struct
import zlib

__all__ = ["dark_box", "read_png"]

Pixel = tuple[int, int, int]


def read_png(data: bytes) -> list[list[Pixel]]:
    """Return the rows of pixels of a PNG with a palette and without filters."""
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        name, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", data, at + 8 + size) == (zlib.crc32(name + content),)
        chunks[name] = content
        at += 12 + size
    width, height, depth, kind = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    assert (depth, kind) == (8, 3)
    raw, palette = zlib.decompress(chunks[b"IDAT"]), chunks[b"PLTE"]
    colours = [(palette[i], palette[i + 1], palette[i + 2]) for i in range(0, len(palette), 3)]
    rows = [raw[start : start + width + 1] for start in range(0, height * (width + 1), width + 1)]
    assert all(row[0] == 0 for row in rows)
    return [[colours[number] for number in row[1:]] for row in rows]


def dark_box(data: bytes) -> tuple[int, int, int, int] | None:
    """Return left, top, right and bottom of what is dark in a PNG, in pixels."""
    dark = [[sum(pixel) < 380 for pixel in row] for row in read_png(data)]
    rows = [number for number, row in enumerate(dark) if any(row)]
    columns = [number for number, column in enumerate(zip(*dark, strict=True)) if any(column)]
    return (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1) if rows else None
