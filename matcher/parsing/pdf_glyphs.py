"""What a PDF page draws: its glyphs and painted areas in drawing order, without any grouping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager, PDFTextState

from matcher.parsing.pdf_geometry import EVERYWHERE, Matrix, Rect, multiply
from matcher.parsing.pdf_guards import Budget

__all__ = ["UNMAPPED", "Area", "Colour", "Glyph", "GlyphDevice", "Ink", "is_bold"]

Colour = tuple[float, float, float]

# Stands for a glyph that the file maps to no character.
UNMAPPED = "\ufffd"

_BOLD = re.compile(r"bold|black|heavy|demi(?!light)|[-,]b$", re.IGNORECASE)
_FORCE_BOLD = 1 << 18


@dataclass(frozen=True, slots=True)
class Ink:
    """How a stretch of glyphs is painted; ``colour`` is None where it cannot be told (patterns, spot colours).

    ``modes`` are the ways in which it may be blended with what lies under it, ``masks`` the soft masks over it.
    """

    render: int = 0
    colour: Colour | None = (0.0, 0.0, 0.0)
    alpha: float = 1.0
    clip: Rect = EVERYWHERE
    layer_on: bool = True
    bold: bool = False
    modes: tuple[str, ...] = ("Normal",)
    masks: tuple[Any, ...] = ()


@dataclass(slots=True)
class Glyph:
    """One drawn character: origin and end of its advance in points from the bottom left, and its height.

    ``quarter`` counts the quarter turns of its writing direction: 0 rightward, 1 upward, 2 leftward, 3 downward.
    """

    text: str
    x: float
    y: float
    end_x: float
    end_y: float
    size: float
    quarter: int
    ink: Ink
    order: int


@dataclass(frozen=True, slots=True)
class Area:
    """A painted area or image; ``order`` is the number of glyphs drawn before it."""

    box: Rect
    colour: Colour | None
    order: int
    image: bool = False
    solid: bool = True


class GlyphDevice(PDFDevice):
    """Collects what the interpreter draws on one page after the other."""

    def __init__(self, resources: PDFResourceManager, budget: Budget) -> None:
        super().__init__(resources)
        self.budget = budget
        self.glyphs: list[Glyph] = []
        self.areas: list[Area] = []
        # Content of the page could not be unpacked to its end.
        self.cut = False
        self._known: dict[int, dict[int, tuple[str, float]]] = {}
        self._fonts: list[PDFFont] = []
        self._inks: dict[tuple[int, int], Ink] = {}
        # Kept, so that their ids cannot be given to others.
        self._originals: list[Ink] = []

    def start_page(self) -> None:
        """Forget the glyphs and areas of the page before."""
        self.glyphs = []
        self.areas = []
        self.cut = False

    def begin_page(self, page: object, ctm: Matrix) -> None:
        """Do nothing: the reader starts pages itself."""

    def show(self, state: PDFTextState, pieces: Iterable[Any], ctm: Matrix, ink: Ink) -> None:
        """Add the glyphs of one show operator and move the text position on, as ISO 32000-1 9.4.4 has it."""
        font = state.font
        if font is None:
            return
        if font.is_vertical():
            self._show_vertical(font, state, pieces, ctm, ink)
            return
        a, b, c, d, e, f = multiply(state.matrix, ctm)
        scale = state.scaling * 0.01
        size = state.fontsize
        char_space = state.charspace * scale
        word_space = 0.0 if font.is_multibyte() else state.wordspace * scale
        height = _height(font, size) * (c * c + d * d) ** 0.5
        quarter = _quarter(a * size, b * size)
        known = self._table(font)
        x, y = state.linematrix
        e, f = e + (y + state.rise) * c, f + (y + state.rise) * d
        width_scale = size * scale
        glyphs = self.glyphs
        before = len(glyphs)
        for piece in pieces:
            if isinstance(piece, bytes):
                for cid in font.decode(piece):
                    entry = known.get(cid) or self._look_up(font, known, cid)
                    text, width = entry
                    end = x + width * width_scale
                    glyphs.append(
                        Glyph(text, x * a + e, x * b + f, end * a + e, end * b + f, height, quarter, ink, len(glyphs))
                    )
                    x = end + char_space
                    if cid == 32:
                        x += word_space
            elif isinstance(piece, int | float):
                x -= piece * 0.001 * width_scale
        state.linematrix = (x, y)
        self.budget.spend_glyphs(len(glyphs) - before)
        if isinstance(font, PDFType3Font) and getattr(font, "drawn", None):
            self._redraw(font, pieces, before)

    def _redraw(self, font: PDFType3Font, pieces: Iterable[Any], start: int) -> None:
        """Give glyphs that their font draws in a colour of its own, or not at all, the ink for that."""
        cids = (cid for piece in pieces if isinstance(piece, bytes) for cid in font.decode(piece))
        for glyph, cid in zip(self.glyphs[start:], cids, strict=True):
            drawn = font.drawn.get(cid)  # type: ignore[attr-defined]
            if drawn is not None and not glyph.text.isspace():
                ink = self._inks.get((id(glyph.ink), cid))
                if ink is None:
                    blank = isinstance(drawn, str)
                    ink = replace(glyph.ink, render=3) if blank else replace(glyph.ink, colour=drawn)
                    self._inks[id(glyph.ink), cid] = ink
                    self._originals.append(glyph.ink)
                glyph.ink = ink

    def show_through(self, start: int, box: Rect, colour: Colour | None, alpha: float) -> None:
        """Give glyphs that clip (mode 7, a heading filled with a gradient) the paint that is seen through them."""
        for glyph in self.glyphs[start:]:
            if glyph.ink.render == 7 and box[0] <= glyph.x <= box[2] and box[1] <= glyph.y <= box[3]:
                glyph.ink = replace(glyph.ink, render=0, colour=colour, alpha=alpha)

    def _show_vertical(self, font: PDFFont, state: PDFTextState, pieces: Iterable[Any], ctm: Matrix, ink: Ink) -> None:
        """Vertical writing is rare in resumes: each glyph is set down at its place, one line each."""
        a, b, c, d, e, f = multiply(state.matrix, ctm)
        height = abs(state.fontsize) * (c * c + d * d) ** 0.5
        known = self._table(font)
        x, y = state.linematrix
        before = len(self.glyphs)
        for piece in pieces:
            if isinstance(piece, bytes):
                for cid in font.decode(piece):
                    text, width = known.get(cid) or self._look_up(font, known, cid)
                    gx, gy = x * a + y * c + e, x * b + y * d + f
                    self.glyphs.append(
                        Glyph(text, gx, gy, gx + height, gy, height, _quarter(a, b), ink, len(self.glyphs))
                    )
                    y += width * state.fontsize + state.charspace
            elif isinstance(piece, int | float):
                y -= piece * 0.001 * state.fontsize
        state.linematrix = (x, y)
        self.budget.spend_glyphs(len(self.glyphs) - before)

    def _table(self, font: PDFFont) -> dict[int, tuple[str, float]]:
        table = self._known.get(id(font))
        if table is None:
            # The font is kept, so that its id cannot be given to another one.
            self._fonts.append(font)
            table = self._known[id(font)] = {}
        return table

    def _look_up(self, font: PDFFont, table: dict[int, tuple[str, float]], cid: int) -> tuple[str, float]:
        try:
            text = font.to_unichr(cid)
        except (PDFUnicodeNotDefined, KeyError):
            return (UNMAPPED, font.char_width(cid))
        entry = table[cid] = (text, font.char_width(cid))
        return entry


def is_bold(font: PDFFont) -> bool:
    """Tell whether a font is bold by its name or its flags."""
    return bool(_BOLD.search(str(font.fontname)) or font.flags & _FORCE_BOLD)


def _height(font: PDFFont, size: float) -> float:
    if isinstance(font, PDFType3Font):
        # A Type 3 font draws in a space of its own: its box tells the height, if it goes with the widest advance.
        height, advance = abs(font.get_height()), _widest(font)
        plausible = height if not advance or 0.3 * advance < height < 4 * advance else advance
        return abs(size * plausible) or abs(size)
    return abs(size)


def _widest(font: PDFType3Font) -> float:
    return max((abs(font.char_width(code)) for code in font.widths if isinstance(code, int)), default=0.0)


def _quarter(a: float, b: float) -> int:
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3
