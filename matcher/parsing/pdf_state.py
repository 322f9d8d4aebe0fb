"""What is in force while a page is drawn: opacity, blending, clipping, and colours as red, green and blue."""

from __future__ import annotations

from pdfminer.pdfinterp import PDFGraphicState

from matcher.parsing.pdf_geometry import EVERYWHERE
from matcher.parsing.pdf_glyphs import Colour

__all__ = ["TRUSTED_SPACES", "DrawingState", "colour_of", "fill_colour"]

# Colour spaces whose numbers say what is seen; a spot colour's do not.
TRUSTED_SPACES = frozenset({"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"})


class DrawingState(PDFGraphicState):
    """The graphics state with fill opacity, blending or masking, and the box that clips all drawing."""

    def __init__(self) -> None:
        super().__init__()
        self.alpha = 1.0
        self.blended = False
        self.clip = EVERYWHERE

    def copy(self) -> DrawingState:
        """Return a copy, as the operator ``q`` needs it."""
        other = DrawingState()
        other.__dict__.update(self.__dict__)
        return other


def fill_colour(state: DrawingState) -> Colour | None:
    """Return the colour that fills, if it can be told."""
    return colour_of(state.ncolor, state.ncs.name)


def colour_of(colour: object, space: str) -> Colour | None:
    """Return a colour as red, green and blue from 0 to 1, or None where the numbers do not tell it."""
    if space not in TRUSTED_SPACES:
        return None
    if isinstance(colour, int | float):
        return (float(colour),) * 3
    if not isinstance(colour, tuple) or not all(isinstance(v, int | float) for v in colour):
        return None
    if len(colour) == 3:
        return colour
    if len(colour) == 4:
        cyan, magenta, yellow, black = colour
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None
