"""Reads the objects of a PDF with streams that cannot unpack to more than the limits."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, dict_value, int_value, resolve1
from pdfminer.psparser import PSKeyword, PSLiteral
from pdfminer.utils import apply_png_predictor

from matcher.parsing.pdf_guards import Budget, limit_passed

__all__ = ["GuardedParser", "GuardedStream"]


_STREAM_START = re.compile(rb"stream[ \t]*(?:\r\n|\n|\r|)")
_STREAM_END = re.compile(rb"[\x00\t\n\f\r ]*endstream")
# What ends the data of a stream that names no length, or a wrong one.
_END_SOUGHT = re.compile(rb"(?:\r\n|\n|\r|)(?:endstream|endobj\b)")
# The empty block with which a packer hands over all it has so far (RFC 1951 3.2.4).
_FLUSH = b"\x00\x00\xff\xff"
# Compressions of pictures: they stay, for no words are in them.
_PICTURES = frozenset({"DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"})
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")
_FIVE = re.compile(rb"[!-u]{2,5}")


class GuardedStream(PDFStream):
    """A stream that counts what it unpacks.

    Afterwards ``cut`` tells that not all of its data could be unpacked, ``pictured`` that it is packed as a picture.
    """

    budget: Budget
    cut = False
    pictured = False

    def decode(self) -> None:
        """Undo the stream's filters; an image's own compression stays."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            data = self._undo(getattr(name, "name", ""), data)
            if isinstance(parameters, dict) and "Predictor" in parameters:
                data = self._undo_prediction(parameters, data)
            self.budget.spend_bytes(len(data))
        self.data = data
        self.rawdata = None

    def _undo(self, name: str, data: bytes) -> bytes:
        limit = self.budget.stream_bytes_left
        if name in ("FlateDecode", "Fl"):
            data, whole = _inflate(data, limit)
            self.cut = self.cut or not whole
            return data
        if name in ("LZWDecode", "LZW"):
            return _unpack_lzw(data, limit)
        if name in ("RunLengthDecode", "RL"):
            return _unpack_runs(data, limit)
        if name in ("ASCII85Decode", "A85"):
            return _decode_base85(data)
        if name in ("ASCIIHexDecode", "AHx"):
            return _decode_hex(data)
        # "Crypt" has been undone with the file's own encryption; any other name is one that nobody knows.
        self.pictured = self.pictured or name in _PICTURES
        self.cut = self.cut or not (self.pictured or name == "Crypt")
        return data

    def _undo_prediction(self, parameters: dict[str, Any], data: bytes) -> bytes:
        kind = int_value(resolve1(parameters["Predictor"]))
        if kind < 10:
            return data
        colours = int_value(parameters.get("Colors", 1))
        columns = int_value(parameters.get("Columns", 1))
        bits = int_value(parameters.get("BitsPerComponent", 8))
        if not (0 < colours <= 32 and columns > 0 and columns * colours <= self.budget.limits.max_stream_bytes):
            raise limit_passed("bytes in one line of a stream", self.budget.limits.max_stream_bytes)
        return apply_png_predictor(kind, colours, columns, bits, data)


class GuardedParser(PDFParser):
    """A parser whose streams are guarded, and end where they end whatever length they name."""

    def __init__(self, file: BytesIO, budget: Budget) -> None:
        super().__init__(file)
        self.budget = budget
        self.data = file.getvalue()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Handle a keyword; the data behind ``stream`` is taken here."""
        if token is not self.KEYWORD_STREAM or not self.curstack:
            super().do_keyword(pos, token)
            return
        ((_, entries),) = self.pop(1)
        entries = dict_value(entries)
        # Looking the length up may move the parser to another place.
        length = None if self.fallback else resolve1(entries.get("Length"))
        opened = _STREAM_START.match(self.data, pos)
        start = opened.end() if opened else pos
        end = self._end(start, length)
        self.seek(end)
        decipher = self.doc.decipher if self.doc is not None else None
        guarded = GuardedStream(entries, self.data[start:end], decipher)
        guarded.budget = self.budget
        self.push((pos, guarded))

    def end_type(self, type: str) -> tuple[int, list[Any]]:  # noqa: A002 - the library's name
        """Close an array or a dictionary; of a dictionary with a key or a value too few the sound pairs are kept."""
        pos, items = super().end_type(type)
        if type == "d" and (len(items) % 2 or not all(isinstance(key, PSLiteral) for key in items[::2])):
            items = _sound_pairs(items)
        return pos, items

    def _end(self, start: int, length: object) -> int:
        if isinstance(length, int) and length >= 0 and _STREAM_END.match(self.data, start + length):
            return start + length
        found = _END_SOUGHT.search(self.data, start)
        return found.start() if found else len(self.data)


def _sound_pairs(items: Sequence[Any]) -> list[Any]:
    pairs: list[Any] = []
    index = 0
    while index + 1 < len(items):
        if isinstance(items[index], PSLiteral):
            pairs += items[index : index + 2]
            index += 2
        else:
            index += 1
    return pairs


def _decode_hex(data: bytes) -> bytes:
    """Decode pairs of digits up to the end mark; whatever else stands between them is left out."""
    digits = _NO_HEX.sub(b"", data.split(b">", 1)[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _decode_base85(data: bytes) -> bytes:
    """Decode as much as is sound."""
    try:
        return ascii85decode(data)
    except ValueError:
        groups = _FIVE.findall(data)
    decoded = bytearray()
    for group in groups:
        try:
            decoded += a85decode(group)
        except ValueError:
            break
    return bytes(decoded)


def _inflate(data: bytes, limit: int) -> tuple[bytes, bool]:
    """Inflate as much as can be, and tell whether that is all of it and as it was written."""
    unpacker = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    rest = data
    while rest and not unpacker.eof:
        try:
            part = unpacker.decompress(rest, 1 << 20)
        except zlib.error:
            return _inflate_by_bytes(data, limit), False
        rest = unpacker.unconsumed_tail
        size += len(part)
        parts.append(part)
        if size > limit:
            raise limit_passed("bytes in one stream", limit)
    return b"".join(parts), unpacker.eof or not data or _lacks_checksum_alone(data, size)


def _lacks_checksum_alone(data: bytes, size: int) -> bool:
    """Tell whether packed data ends where its checksum should begin, or with a flush: some programs write no more."""
    if data.endswith(_FLUSH):
        return True
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacker.decompress(data[2:], size + 1)
    return unpacker.eof


def _inflate_by_bytes(data: bytes, limit: int) -> bytes:
    """Inflate up to the byte that is not sound; behind the two bytes of head, for the checksum at the end is wrong."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = bytearray()
    try:
        for number in range(2, len(data)):
            unpacked += unpacker.decompress(data[number : number + 1])
            if len(unpacked) > limit:
                raise limit_passed("bytes in one stream", limit)
            if unpacker.eof:
                break
    except zlib.error:
        pass
    return bytes(unpacked)


def _unpack_lzw(data: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in LZWDecoder(BytesIO(data)).run():
        parts.append(part)
        size += len(part)
        if size > limit:
            raise limit_passed("bytes in one stream", limit)
    return b"".join(parts)


def _unpack_runs(data: bytes, limit: int) -> bytes:
    unpacked = bytearray()
    at = 0
    while at < len(data) and data[at] != 128:
        length = data[at]
        if length < 128:
            unpacked += data[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            unpacked += data[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(unpacked) > limit:
            raise limit_passed("bytes in one stream", limit)
    return bytes(unpacked)
