"""Writes what was filled into a form, or noted on a page, where the file leaves drawing it to the viewer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.utils import decode_text

from matcher.parsing.pdf_geometry import EVERYWHERE, path_box
from matcher.parsing.pdf_glyphs import Colour, Ink
from matcher.parsing.pdf_interpreter import PageInterpreter
from matcher.parsing.pdf_state import colour_of

__all__ = ["write_field"]

# ISO 32000-1 12.7.4.3: several lines (bit 13), password (bit 14).
_LINES = 1 << 12
_PASSWORD = 1 << 13
_ANCESTORS = 8
_LONGEST = 20_000
_USUAL_SIZE = 12.0
_LEAST = 2.0
_PITCH = 1.2
_FONT = re.compile(r"(\d{0,4}(?:\.\d{0,4})?)\s+Tf\b")
_PAINT = re.compile(r"((?:\d{0,3}\.?\d{1,6}\s+){1,4})(?:g|rg|k)\b")
_SPACES = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


class _PlainFont:
    """Stands in for the font that a viewer would choose: every letter half as wide as high."""

    width = 0.5
    fontname = ""
    flags = 0

    def decode(self, data: bytes) -> Sequence[int]:
        return [ord(character) for character in data.decode("utf-8")]

    def to_unichr(self, cid: int) -> str:
        return chr(cid)

    def char_width(self, _cid: int) -> float:
        return self.width

    def is_vertical(self) -> bool:
        return False

    def is_multibyte(self) -> bool:
        return False


def write_field(note: dict[str, Any], form: dict[str, Any], interpreter: PageInterpreter) -> None:
    """Write the text of an annotation without an appearance: a text box, or a field of text or choice.

    Args:
        note: the annotation.
        form: the dictionary of the file's form, for what its fields have in common.
        interpreter: of the page that was just drawn.
    """
    rect = [float(resolve1(number)) for number in list_value(note.get("Rect"))]
    text, several = _text(note)
    if not text.strip() or len(rect) != 4 or interpreter.is_off(note.get("OC")):
        return
    left, right = sorted((rect[0], rect[2]))
    bottom, top = sorted((rect[1], rect[3]))
    style = _inherited(note, "DA") or form.get("DA")
    look = decode_text(style) if isinstance(style, bytes) else ""
    size = _size(look) or min(_USUAL_SIZE, max(4.0, 0.7 * (top - bottom)))
    opacity = resolve1(note.get("CA", 1))
    state = PDFTextState()
    state.font, state.fontsize = _PlainFont(), size  # type: ignore[assignment]
    # A box without room shows nothing of its text; else it is not known how much a viewer would show of a long one.
    room = path_box((("re", left, bottom, right, top),), interpreter.start)
    clip = room[0] if room and min(right - left, top - bottom) < _LEAST else EVERYWHERE
    ink = Ink(colour=_colour(look), alpha=float(opacity) if isinstance(opacity, int | float) else 1.0, clip=clip)
    for number, line in enumerate(_wrapped(text, (right - left) / (size * _PlainFont.width), several=several)):
        base = top - size * (1 + _PITCH * number) if several else (top + bottom) / 2 - size / 3
        state.matrix, state.linematrix = (1, 0, 0, 1, left + 1, base), (0, 0)
        interpreter.device.show(state, [line.encode("utf-8", "replace")], interpreter.start, ink)


def _text(note: dict[str, Any]) -> tuple[str, bool]:
    """Return what the viewer would write, and whether it may take several lines."""
    if _name(note.get("Subtype")) == "FreeText":
        return _string(note.get("Contents")), True
    flags = _inherited(note, "Ff")
    flags = flags if isinstance(flags, int) else 0
    if _name(note.get("Subtype")) != "Widget" or _name(_inherited(note, "FT")) not in {"Tx", "Ch"}:
        return "", False
    return ("" if flags & _PASSWORD else _string(_inherited(note, "V"))), bool(flags & _LINES)


def _inherited(note: dict[str, Any], key: str) -> Any:
    """Return an entry of a field or of the nearest field above it that has one."""
    for _ in range(_ANCESTORS):
        if key in note:
            return resolve1(note[key])
        note = dict_value(note.get("Parent"))
    return None


def _string(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (_string(item) for item in value[:100])))
    if isinstance(value, PDFStream):
        value = value.get_data()
    return decode_text(value[:_LONGEST]) if isinstance(value, bytes) else ""


def _wrapped(text: str, most: float, *, several: bool) -> Iterator[str]:
    lines = re.split(r"\r\n|\r|\n", text)
    if not several:
        yield " ".join(lines)
        return
    for line in lines:
        yield from textwrap.wrap(line, max(8, int(most))) or [""]


def _size(look: str) -> float:
    found = _FONT.search(look)
    return float(found[1].strip(".") or 0) if found else 0.0


def _colour(look: str) -> Colour | None:
    found = _PAINT.findall(look)
    values = tuple(float(value) for value in found[-1].split()) if found else (0.0,)
    return colour_of(values if len(values) > 1 else values[0], _SPACES.get(len(values), ""))


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))
