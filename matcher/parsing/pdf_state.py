"""What is in force while a page is drawn: opacity, blending, clipping, and colours as red, green and blue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY

from matcher.parsing.pdf_geometry import EVERYWHERE, Matrix, Rect, intersect, multiply, path_box
from matcher.parsing.pdf_glyphs import Colour

__all__ = [
    "TRUSTED_SPACES",
    "DrawingState",
    "colour_of",
    "fill_colour",
    "form_frame",
    "stroked_area",
    "take_parameters",
]

# Colour spaces whose numbers say what is seen; a spot colour's do not.
TRUSTED_SPACES = frozenset({"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"})

# A stroke this wide in points is an area.
_BANNER = 4


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


def take_parameters(state: DrawingState, parameters: dict[str, Any]) -> None:
    """Take fill opacity, blending and masking from a parameter dictionary (ISO 32000-1 8.4.5)."""
    alpha = resolve1(parameters.get("ca"))
    if isinstance(alpha, int | float):
        state.alpha = float(alpha)
    blend = getattr(resolve1(parameters.get("BM")), "name", None)
    mask = resolve1(parameters.get("SMask"))
    if blend is not None or mask is not None:
        state.blended = blend not in (None, "Normal", "Compatible") or isinstance(mask, dict)


def form_frame(form: PDFStream, ctm: Matrix, clip: Rect) -> tuple[Matrix, Rect] | None:
    """Return the matrix in which a form is drawn and what its box leaves of the clip; None if it has no frame."""
    matrix = [float(resolve1(value)) for value in list_value(form.get("Matrix", MATRIX_IDENTITY))]
    box = [float(resolve1(value)) for value in list_value(form.get("BBox", ()))]
    if len(matrix) != 6:
        return None
    ctm = multiply(matrix, ctm)
    if len(box) == 4:
        shape = path_box((("re", box[0], box[1], box[2], box[1], box[2], box[3], box[0], box[3]),), ctm)
        clip = intersect(clip, shape[0]) if shape else clip
    return ctm, clip


def stroked_area(path: Sequence[Sequence[Any]], ctm: Matrix, width: float) -> tuple[Rect, bool] | None:
    """Return the box of a path drawn with a thick pen, and whether it is one straight bar; a thin line is no area.

    The width counts in the space of the path: drawings of Word have pens of 9525 units, which are 0.75 points.
    """
    half = width * abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) ** 0.5 / 2
    shape = path_box(path, ctm) if half >= _BANNER / 2 else None
    if shape is None:
        return None
    x0, y0, x1, y1 = shape[0]
    return (x0 - half, y0 - half, x1 + half, y1 + half), x1 - x0 < 0.1 or y1 - y0 < 0.1


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
