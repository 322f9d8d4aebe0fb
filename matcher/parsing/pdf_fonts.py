"""Makes the fonts of a PDF: character maps are read here, fast and within limits, the rest by pdfminer."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import LIT

from matcher.parsing.pdf_glyphs import Colour
from matcher.parsing.pdf_guards import Budget
from matcher.parsing.pdf_paint import BLANK, drawn_colour

__all__ = ["CodeMap", "FontMaker", "UnicodeMap", "map_size", "read_code_map", "read_unicode_map"]

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_ITEM = re.compile(_HEX)
_CODE_BLOCK = re.compile(rb"begincid(char|range)(.*?)endcid\1", re.DOTALL)
_CODE = re.compile(_HEX + rb"\s*(\d{1,6})")
_CODES = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(\d{1,6})")
_CODE_SPACE = re.compile(rb"begincodespacerange\s*" + _HEX)
# A range of this many codes is not spread out: some programs map all 65,536 codes in 256 ranges of 256, font by font.
_LONG = 256
_MOST_LONG = 600
_LONGEST = 0xFFFF
_STENCIL = re.compile(rb"(?:^|\s)d1(?=\s|$)")
_LONGEST_DRAWING = 2_000
_MOST_DIFFERENCES = 1_000


class FontMaker(PDFResourceManager):
    """A resource manager whose fonts cannot hold more map entries than the budget allows."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return the font of a specification, from the cache if it was made before."""
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        checked = dict(spec)
        self._check_widths(checked)
        found = resolve1(checked.pop("ToUnicode", None))
        kind = getattr(resolve1(checked.get("Subtype")), "name", "")
        mapped = None
        codes = None
        encoding = resolve1(checked.get("Encoding"))
        if kind == "Type0" and isinstance(encoding, PDFStream):
            codes = read_code_map(encoding.get_data(), self.budget)
            # pdfminer knows no maps of the file's own: codes are taken as they are, and widths moved to them.
            checked["Encoding"] = LIT("OneByteIdentityH" if codes.one_byte else "Identity-H")
        if isinstance(found, PDFStream) and kind != "Type0":
            mapped = read_unicode_map(found.get_data(), self.budget)
            # An empty map says nothing: the font's own one may.
            found = None if mapped.is_empty else found
        if found is None:
            self._check_font_file(checked)
        elif isinstance(found, PDFStream) and kind.startswith("CIDFontType"):
            # Named so that pdfminer does not build a map from the font file, which is not needed then.
            checked["ToUnicode"] = LIT("Identity-H")
        elif kind == "Type0" or not isinstance(found, PDFStream):
            checked["ToUnicode"] = found
        font = super().get_font(objid, checked)
        if kind == "Type3":
            font.drawn = _drawn_glyphs(checked)  # type: ignore[attr-defined]
        if mapped is not None and found is not None:
            font.unicode_map = mapped  # type: ignore[attr-defined]
        if codes is not None:
            known = dict(font.widths)
            font.widths = {code: known[cid] for code, cid in codes.cids.items() if cid in known}
        return font

    def _check_widths(self, spec: Mapping[str, Any]) -> None:
        """Refuse width tables that name more codes than the limit: "c [w w ...]" and "first last w" by turns."""
        values = [resolve1(value) for value in list_value(spec.get("W"))] if "W" in spec else []
        values += [resolve1(value) for value in list_value(spec.get("W2"))] if "W2" in spec else []
        index = 0
        while index + 1 < len(values):
            first, last = values[index], values[index + 1]
            if isinstance(last, list):
                self.budget.spend_widths(len(last))
                index += 2
                continue
            if isinstance(first, int | float) and isinstance(last, int | float):
                self.budget.spend_widths(max(0, int(last) - int(first) + 1))
            index += 3

    def _check_font_file(self, spec: Mapping[str, Any]) -> None:
        descriptor = dict_value(spec.get("FontDescriptor"))
        if "FontFile2" in descriptor and "CIDSystemInfo" in spec:
            self.budget.check_font_map(map_size(stream_value(descriptor["FontFile2"]).get_data()))


def _drawn_glyphs(spec: Mapping[str, Any]) -> dict[int, Colour | str]:
    """Return what the glyphs of a Type 3 font draw, by code, where that is nothing or of one colour of their own."""
    drawings = dict_value(spec.get("CharProcs"))
    drawn: dict[int, Colour | str] = {}
    code = 0
    for item in list_value(dict_value(spec.get("Encoding")).get("Differences", ()))[:_MOST_DIFFERENCES]:
        if isinstance(item, int):
            code = item
            continue
        drawing = resolve1(drawings.get(getattr(item, "name", None)))
        content = drawing.get_data() if isinstance(drawing, PDFStream) else None
        if content is not None and len(content) <= _LONGEST_DRAWING:
            # Behind "d1" the drawing is a stencil, and its own colours do not count (ISO 32000-1 9.6.5).
            colour = drawn_colour(content)
            if colour == BLANK or (isinstance(colour, tuple) and not _STENCIL.search(content)):
                drawn[code] = colour
        code += 1
    return drawn


class UnicodeMap(FileUnicodeMap):
    """Characters by code; long ranges are kept as such, for fonts of East Asia map all codes at once."""

    def __init__(self) -> None:
        super().__init__()
        self.ranges: list[tuple[int, int, bytes]] = []

    @property
    def is_empty(self) -> bool:
        """Tell whether no code has a character."""
        return not (self.cid2unichr or self.ranges)

    def get_unichr(self, cid: int) -> str:
        """Return the character of a code, or raise KeyError."""
        known = self.cid2unichr.get(cid)
        if known is not None:
            return known
        for first, last, text in reversed(self.ranges):
            if first <= cid <= last:
                return _counted_on(text, cid - first)
        raise KeyError(cid)


@dataclass(frozen=True, slots=True)
class CodeMap:
    """Glyph numbers by character code, and whether codes are of one byte (else of two)."""

    cids: dict[int, int]
    one_byte: bool


def read_code_map(data: bytes, budget: Budget) -> CodeMap:
    """Read a character map that stands in the file (ISO 32000-1 9.7.5): ``cidchar`` pairs and ``cidrange`` triples."""
    cids: dict[int, int] = {}
    for kind, block in _CODE_BLOCK.findall(data):
        if kind == b"char":
            cids.update((_number(code), int(cid)) for code, cid in _CODE.findall(block))
            continue
        for low, high, cid in _CODES.findall(block):
            first, last = _number(low), _number(high)
            budget.spend_map_entries(max(0, last - first + 1))
            cids.update((code, int(cid) + code - first) for code in range(first, last + 1))
    space = _CODE_SPACE.search(data)
    return CodeMap(cids, one_byte=space is not None and len(_bytes(space[1])) == 1)


def read_unicode_map(data: bytes, budget: Budget) -> UnicodeMap:
    """Read a ToUnicode map (ISO 32000-1 9.10.3): ``bfchar`` pairs and ``bfrange`` triples."""
    mapped = UnicodeMap()
    table = mapped.cid2unichr
    for kind, block in _BLOCK.findall(data):
        entries = _pairs(block) if kind == b"bfchar" else _ranges(block, budget, mapped.ranges)
        before = len(table)
        for code, text in entries:
            # Some fonts map a space and a no-break space to one code: the space is meant.
            if not (text == "\u00a0" and table.get(code) == " "):
                table[code] = text
        budget.spend_map_entries(len(table) - before)
    budget.spend_map_entries(len(mapped.ranges))
    return mapped


def _pairs(block: bytes) -> Iterator[tuple[int, str]]:
    for code, text in _PAIR.findall(block):
        yield _number(code), _text(text)


def _ranges(block: bytes, budget: Budget, long: list[tuple[int, int, bytes]]) -> Iterator[tuple[int, str]]:
    for low, high, text, items in _RANGE.findall(block):
        first, last = _number(low), _number(high)
        if not (text or items):
            continue  # no characters, for however many codes
        if items:
            budget.check_map_range(last - first + 1)
            yield from zip(range(first, last + 1), map(_text, _ITEM.findall(items)), strict=False)
        elif _LONG <= last - first + 1 <= _LONGEST + 1 and len(long) < _MOST_LONG:
            long.append((first, last, _bytes(text)))
        else:
            budget.check_map_range(last - first + 1)
            raw = _bytes(text)
            yield from ((first + offset, _counted_on(raw, offset)) for offset in range(last - first + 1))


def _counted_on(raw: bytes, offset: int) -> str:
    """Return the text of a code ``offset`` places behind the start of its range: the last four bytes count on."""
    raw = _whole_units(raw)
    start = int.from_bytes(raw[-4:], "big")
    ending = ((start + offset) & 0xFFFFFFFF).to_bytes(4, "big")[-len(raw[-4:]) or 4 :]
    return (raw[:-4] + ending).decode("utf-16-be", "ignore")


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(plain + "0" if len(plain) % 2 else plain)


def _number(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits)[:4], "big")


def _text(digits: bytes) -> str:
    return _whole_units(_bytes(digits)).decode("utf-16-be", "ignore")


def _whole_units(raw: bytes) -> bytes:
    """Return a character that is written in one byte, against the rules, in the two that it should have."""
    return b"\x00" + raw if len(raw) == 1 else raw


def map_size(font: bytes) -> int:
    """Return how many codes the character maps of a TrueType font claim to hold, without reading them out."""
    try:
        tables = struct.unpack_from(">H", font, 4)[0]
        for number in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
            if tag == b"cmap":
                return _claimed(font, offset)
    except struct.error:
        return 0
    return 0


def _claimed(font: bytes, start: int) -> int:
    count = 0
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">L", font, start + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            segments = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{segments}H", font, at + 14)
            starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
            count += sum(max(0, last - first + 1) for first, last in zip(starts, ends, strict=True))
        elif kind == 12:
            groups = struct.unpack_from(">L", font, at + 12)[0]
            for group in range(min(groups, len(font) // 12)):
                first, last = struct.unpack_from(">LL", font, at + 16 + 12 * group)
                count += max(0, last - first + 1)
        else:
            count += 256 if kind == 0 else 65_536 if kind == 2 else 0
    return count
