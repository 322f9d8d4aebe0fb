"""Runs the operators that fill, stroke, shade and clip, and keeps what they paint as areas."""

# ruff: noqa: N802, N815 - operators are methods named after them, as pdfminer has it
from __future__ import annotations

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral

from matcher.parsing.pdf_geometry import Rect, intersect, path_box
from matcher.parsing.pdf_glyphs import Area, Colour, GlyphDevice
from matcher.parsing.pdf_paint import BLANK, flat_picture, flat_shading, pattern_colour, spot_colour
from matcher.parsing.pdf_state import TRUSTED_SPACES, DrawingState, colour_of, fill_colour, stroked_area

__all__ = ["AreaPainter"]

_SPACES = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


class AreaPainter(PDFPageInterpreter):
    """The part of an interpreter that paints areas on a ``GlyphDevice``."""

    device: GlyphDevice
    graphicstate: DrawingState
    # Where the glyphs begin that clip what is painted after them; -1: none do.
    text_clip = -1
    _clip_pending = False

    @property
    def layer_off(self) -> bool:
        """Tell whether what is drawn now belongs to a layer that is switched off."""
        return False

    def do_cs(self, name: Any) -> None:
        """Set the colour space; an unknown one makes the colour unknown."""
        super().do_cs(name)
        known = self.csmap.get(getattr(name, "name", ""))
        self.graphicstate.ncolor = 0.0 if known is not None and known.name in TRUSTED_SPACES else "unknown"
        spaces = dict_value(self.resources.get("ColorSpace")) if known is None or known.name == "Separation" else {}
        self.graphicstate.spot = resolve1(spaces.get(getattr(name, "name", None)))

    def do_f(self) -> None:
        """Fill a path."""
        self._fill()

    do_f_a = do_F = do_B = do_B_a = do_f

    def do_b(self) -> None:
        """Close, fill and stroke a path."""
        self._fill()

    do_b_a = do_b

    def do_S(self) -> None:
        """Stroke a path: a thick line can be a banner with text on it."""
        shape = stroked_area(self.curpath, self.ctm, self.graphicstate.linewidth)
        if shape is not None:
            self._paint(shape[0], colour_of(self.graphicstate.scolor, self.graphicstate.scs.name), solid=shape[1])
        self._end_path()

    do_s = do_S

    def do_n(self) -> None:
        """End a path without painting it."""
        self._end_path()

    def do_sh(self, name: Any) -> None:
        """Shade the clipped area, mostly with colours that are not known."""
        shading = dict_value(self.resources.get("Shading")).get(getattr(name, "name", None))
        self._paint(self.graphicstate.clip, flat_shading(shading), solid=False)

    def do_scn(self) -> None:
        """Set the colour that fills; of a pattern both its name and the colour of its tiles."""
        if self.graphicstate.ncs.name != "Pattern":
            super().do_scn()
        elif self.argstack and isinstance(self.argstack[-1], PSLiteral):
            numbers = tuple(float(n) for n in self.argstack[:-1] if isinstance(n, int | float))
            self.graphicstate.ncolor = (numbers, str(self.argstack[-1].name))  # type: ignore[assignment]
            self.argstack.clear()

    def do_ET(self) -> None:
        """End a text object; from now on its glyphs clip, if they are to."""
        super().do_ET()
        clipping = self.device.glyphs[self.text_clip :] if self.text_clip >= 0 else []
        if clipping:
            reach = max(glyph.size for glyph in clipping)
            xs = [x for glyph in clipping for x in (glyph.x, glyph.end_x)]
            ys = [y for glyph in clipping for y in (glyph.y, glyph.end_y)]
            around = (min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach)
            self.graphicstate.clip = intersect(self.graphicstate.clip, around)

    def do_Q(self) -> None:
        """Go back to the graphics state before; glyphs clip no longer."""
        super().do_Q()
        self.text_clip = -1

    def do_W(self) -> None:
        """Clip to the path once it has been painted."""
        self._clip_pending = True

    do_W_a = do_W

    def _fill(self) -> None:
        shape = path_box(self.curpath, self.ctm)
        if shape is not None:
            colour, blank = self.paint_colour()
            if not blank:
                self._paint(shape[0], colour, solid=shape[1])
        self._end_path()

    def _end_path(self) -> None:
        if self._clip_pending and self.curpath:
            shape = path_box(self.curpath, self.ctm)
            if shape is not None:
                self.graphicstate.clip = intersect(self.graphicstate.clip, shape[0])
        self._clip_pending = False
        self.curpath = []

    def add_image(self, image: PDFStream) -> None:
        """Add an image; one with a mask lets through what lies under it, unless the mask is opaque all over."""
        shape = path_box((("re", 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0),), self.ctm)
        stencil = any(resolve1(image.get(key)) not in (None, False) for key in ("Mask", "ImageMask", "IM"))
        if shape is None:
            return
        mask = resolve1(image.get("SMask"))
        whole = mask is None or (isinstance(mask, PDFStream) and flat_picture(mask) == 1)
        light = None if stencil else flat_picture(image)
        colour = None if light is None or not whole else (light, light, light)
        self._paint(shape[0], colour, image=whole, solid=whole and not stencil)

    def _paint(self, box: Rect, colour: Colour | None, *, image: bool = False, solid: bool) -> None:
        state = self.graphicstate
        if state.opacity == 0 or self.layer_off:
            return
        box = intersect(box, state.clip)
        if self.text_clip >= 0:
            self.device.show_through(self.text_clip, box, colour if state.is_plain else None, state.opacity)
            return
        # Rules, underlines and bullets hide nothing.
        if box[2] - box[0] < 3 or box[3] - box[1] < 3:
            return
        opaque = state.opacity >= 0.95 and state.is_plain
        self.device.areas.append(
            Area(
                box, colour if opaque else None, len(self.device.glyphs), image=image and opaque, solid=solid and opaque
            )
        )

    def paint_colour(self) -> tuple[Colour | None, bool]:
        """Return the colour that fills, and whether it fills with nothing at all."""
        state = self.graphicstate
        if state.ncs.name not in ("Pattern", "Separation"):
            return fill_colour(state), False
        colour: Any = state.ncolor
        if state.ncs.name == "Separation" and isinstance(colour, int | float):
            return spot_colour(state.spot, float(colour)), False
        if not isinstance(colour, tuple) or len(colour) != 2:
            return None, False
        numbers, name = colour
        pattern = resolve1(dict_value(self.resources.get("Pattern")).get(name))
        tint = numbers if len(numbers) != 1 else numbers[0]
        found = pattern_colour(pattern, colour_of(tint, _SPACES.get(len(numbers), "")))
        return (None, found == BLANK) if isinstance(found, str) else (found, False)
