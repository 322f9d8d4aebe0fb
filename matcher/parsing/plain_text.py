"""Plain text: which encoding its bytes are in, and its lines."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from matcher.domain.document import ParseWarning
from matcher.parsing.characters import with_bullets
from matcher.parsing.page import PageText, ReadResult, Run

__all__ = ["Decoded", "decode", "looks_like_text", "read_plain_text"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 8192
_UNDEFINED_IN_WINDOWS_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b")) + b"\x7f"
_SOFT_BREAKS = str.maketrans({"\x1c": " ", "\x1d": " ", "\x1e": " ", "\x00": ""})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding that was guessed for it, None where the bytes say it themselves."""

    text: str
    guessed: str | None = None

    @property
    def warnings(self) -> tuple[ParseWarning, ...]:
        """Return the warning that the guess is owed."""
        if self.guessed is None:
            return ()
        message = f"The file does not say how its letters are stored; it was read as {self.guessed}."
        return (ParseWarning("encoding_guessed", message),)


def decode(data: bytes) -> Decoded:
    """Decode text: by its byte order mark, else UTF-8, else the likeliest of UTF-16, Windows-1252 and Latin-1."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"))
    wide = _unmarked_utf16(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), "UTF-16")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" or _mostly_utf8(data):
            return Decoded(data.decode("utf-8", "replace"), "UTF-8 with damaged letters")
    if _UNDEFINED_IN_WINDOWS_1252.isdisjoint(data):
        return Decoded(data.decode("cp1252"), "Windows-1252")
    return Decoded(data.decode("latin-1"), "Latin-1")


def looks_like_text(data: bytes) -> bool:
    """Tell text from binary data: a text has hardly any control characters."""
    head = data[:_LOOKED_AT]
    if any(head.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 100 <= len(head)


def read_plain_text(data: bytes) -> ReadResult:
    """Read a text file line by line."""
    decoded = decode(data)
    lines = with_bullets(decoded.text.translate(_SOFT_BREAKS)).splitlines()
    return ReadResult((PageText(1, tuple(Run(line) for line in lines)),), 1, decoded.warnings)


def _unmarked_utf16(data: bytes) -> str | None:
    head = data[: _LOOKED_AT - _LOOKED_AT % 2]
    if len(head) < 4 or b"\x00" not in head:
        return None
    half = len(head) // 2
    low, high = head[1::2].count(0), head[0::2].count(0)
    if low * 10 > half * 7 and high * 20 < half:
        return "utf-16-le"
    if high * 10 > half * 7 and low * 20 < half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """One broken letter in a text full of good ones is damage, not another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - broken
    return good > 0 and good >= 4 * broken
