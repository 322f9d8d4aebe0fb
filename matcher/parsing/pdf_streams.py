"""Reads the objects of a PDF with streams that cannot unpack to more than the limits."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import ascii85decode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, int_value, resolve1
from pdfminer.psparser import PSKeyword
from pdfminer.utils import apply_png_predictor

from matcher.parsing.pdf_guards import Budget, limit_passed

__all__ = ["GuardedParser", "GuardedStream"]


_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")
_FIVE = re.compile(rb"[!-u]{2,5}")


class GuardedStream(PDFStream):
    """A stream that counts what it unpacks."""

    budget: Budget

    @classmethod
    def of(cls, stream: PDFStream, budget: Budget) -> GuardedStream:
        """Return a guarded copy of a stream that has not been decoded yet."""
        guarded = cls(stream.attrs, stream.rawdata or b"", stream.decipher)
        guarded.budget = budget
        return guarded

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
            return _inflate(data, limit)
        if name in ("LZWDecode", "LZW"):
            return _unpack_lzw(data, limit)
        if name in ("RunLengthDecode", "RL"):
            return _unpack_runs(data, limit)
        if name in ("ASCII85Decode", "A85"):
            return _decode_base85(data)
        if name in ("ASCIIHexDecode", "AHx"):
            return _decode_hex(data)
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
    """A parser whose streams are guarded."""

    def __init__(self, file: Any, budget: Budget) -> None:
        super().__init__(file)
        self.budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Handle a keyword; a stream that it ends is guarded."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, item = self.curstack[-1]
            if type(item) is PDFStream:
                self.curstack[-1] = (at, GuardedStream.of(item, self.budget))


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


def _inflate(data: bytes, limit: int) -> bytes:
    """Inflate as much as is sound: a stream cut short gives what it has."""
    unpacker = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    rest = data
    while rest and not unpacker.eof:
        try:
            part = unpacker.decompress(rest, 1 << 20)
        except zlib.error:
            return _inflate_by_bytes(data, limit)
        rest = unpacker.unconsumed_tail
        size += len(part)
        parts.append(part)
        if size > limit:
            raise limit_passed("bytes in one stream", limit)
    return b"".join(parts)


def _inflate_by_bytes(data: bytes, limit: int) -> bytes:
    """Inflate up to the byte that is not sound: a wrong checksum comes after all of the data."""
    unpacker = zlib.decompressobj()
    unpacked = bytearray()
    try:
        for number in range(len(data)):
            unpacked += unpacker.decompress(data[number : number + 1])
            if len(unpacked) > limit:
                raise limit_passed("bytes in one stream", limit)
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
