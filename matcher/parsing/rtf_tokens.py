"""The letters of rich text: its control words, its colours, and the code page of each font."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Tables", "read_tables", "tokens"]

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<sign>[^A-Za-z'])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\'?",
    re.DOTALL,
)
_COLOR_TABLE = re.compile(rb"\{\\colortbl([^{}]{0,20000})\}")
_FONT = re.compile(rb"\\f(\d{1,5})(?:[^;{}\\]|\\(?!f\d|fcharset)[a-z*']|\{[^{}]{0,200}\}){0,300}?\\fcharset(\d{1,3})")
_CODE_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL = 2
# In the symbol fonts these are the usual list signs.
_SYMBOL_SIGNS = {0xB7: "•", 0xA7: "•", 0x6F: "•", 0xD8: "•", 0x6E: "•", 0x76: "•", 0x71: "•", 0xFC: "•"}


@dataclass(slots=True)
class Tables:
    """The colours (six hex digits, None for the automatic one), the fonts' character sets and the code page."""

    colors: list[str | None] = field(default_factory=list)
    charsets: dict[int, int] = field(default_factory=dict)
    code_page: str = "cp1252"
    default_font: int = 0

    def color(self, index: int | None) -> str | None:
        """Return a colour by its number."""
        return self.colors[index] if index is not None and 0 <= index < len(self.colors) else None

    def decode(self, raw: bytes, font: int) -> str:
        """Decode bytes as a font has them."""
        charset = self.charsets.get(font, 0)
        if charset == _SYMBOL:
            return "".join(_SYMBOL_SIGNS.get(byte, chr(byte) if 0x20 <= byte < 0x7F else " ") for byte in raw)
        return raw.decode(_CODE_PAGES.get(charset, self.code_page), "replace")


def read_tables(data: bytes) -> Tables:
    """Read the tables at the head of a file."""
    tables = Tables()
    page = re.search(rb"\\ansicpg(\d{3,5})", data[:4096])
    if page:
        tables.code_page = _codec(int(page[1]))
    elif b"\\mac" in data[:64]:
        tables.code_page = "mac-roman"
    default = re.search(rb"\\deff(\d{1,5})", data[:4096])
    tables.default_font = int(default[1]) if default else 0
    colors = _COLOR_TABLE.search(data)
    for entry in colors[1].split(b";")[:-1] if colors else ():
        amounts = [re.search(rb"\\" + name + rb"(\d{1,3})", entry) for name in (b"red", b"green", b"blue")]
        parts = [min(255, int(amount[1])) for amount in amounts if amount]
        tables.colors.append("".join(f"{part:02X}" for part in parts) if len(parts) == 3 else None)
    start = data.find(b"{\\fonttbl")
    if start >= 0:
        for number, charset in _FONT.findall(data[start : start + 50_000]):
            tables.charsets.setdefault(int(number), int(charset))
    return tables


def tokens(data: bytes) -> Iterator[tuple[str, str, int | None, bytes]]:
    """Yield kind ("open", "close", "word", "hex", "text"), word, number and raw bytes.

    Neighbouring escaped bytes are one text, for some code pages have letters of two bytes.
    """
    at = 0
    pending = b""
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            break
        at = match.end()
        if match["hex"]:
            pending += bytes([int(match["hex"], 16)])
            if pending[0] < 0x80 or len(pending) > 1 or data[at : at + 2] != b"\\'":
                yield "hex", "", None, pending
                pending = b""
            continue
        if pending:
            yield "hex", "", None, pending
            pending = b""
        if match["word"]:
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else None
            if word == "bin" and number and number > 0:
                at += number
                continue
            yield "word", word, number, b""
        elif match["sign"]:
            yield from _sign(match["sign"])
        elif match["brace"]:
            yield ("open" if match["brace"] == b"{" else "close"), "", None, b""
        elif match["text"]:
            yield "text", "", None, match["text"]


def _sign(sign: bytes) -> Iterator[tuple[str, str, int | None, bytes]]:
    if sign in b"\\{}":
        yield "text", "", None, sign
    elif sign in b"\r\n":
        yield "word", "par", None, b""
    else:
        yield "word", sign.decode("latin-1"), None, b""


def _codec(page: int) -> str:
    if page == 65001:
        return "utf-8"
    if page == 10000:
        return "mac-roman"
    name = f"cp{page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
