"""What is in force while a page is drawn: opacity, blending, clipping, and colours as red, green and blue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState
from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.utils import MATRIX_IDENTITY

from matcher.parsing.pdf_geometry import EVERYWHERE, Matrix, Rect, intersect, multiply, path_box
from matcher.parsing.pdf_glyphs import Colour, Ink
from matcher.parsing.pdf_masks import SoftMask

__all__ = [
    "TRUSTED_SPACES",
    "DrawingState",
    "colour_of",
    "fill_colour",
    "form_frame",
    "ink_of",
    "stroked_area",
    "take_parameters",
]

# Colour spaces whose numbers say what is seen; a spot colour's do not.
TRUSTED_SPACES = frozenset({"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"})

_PLAIN = ("Normal", "Compatible")
_FILLS_AND_STROKES = (2, 6)
_STROKES = (1, 5)

# A stroke this wide in points is an area.
_BANNER = 4


@dataclass(frozen=True, slots=True)
class _Around:
    alpha: float
    modes: tuple[str, ...]
    masks: tuple[SoftMask, ...]


class DrawingState(PDFGraphicState):
    """The graphics state with opacity, blending and masking, and the box that clips all drawing.

    ``around`` is what the groups do to all that is drawn in them, whatever opacity or mask is set inside.
    """

    def __init__(self) -> None:
        super().__init__()
        self.alpha = 1.0
        self.pen_alpha = 1.0
        self.blend = "Normal"
        self.mask: SoftMask | None = None
        # The colour space of the ink of its own that fills, if one does.
        self.spot: Any = None
        self.around: _Around | None = None
        self.clip = EVERYWHERE

    @property
    def opacity(self) -> float:
        """Return the opacity of what is filled."""
        return self.alpha * (self.around.alpha if self.around else 1.0)

    @property
    def modes(self) -> tuple[str, ...]:
        """Return the ways in which paint may be blended: in a group it may have nothing to be blended with."""
        if self.around is None:
            return (self.blend,)
        inside = {mode for mode in (self.blend, *self.around.modes) if mode not in _PLAIN}
        return ("Normal", *sorted(inside)) if self.blend not in _PLAIN or len(inside) != 1 else tuple(inside)

    @property
    def masks(self) -> tuple[SoftMask, ...]:
        """Return the masks that are in force."""
        outer = self.around.masks if self.around else ()
        return (*outer, self.mask) if self.mask else outer

    @property
    def is_plain(self) -> bool:
        """Tell whether paint shows as it is: neither blended nor masked."""
        return not self.masks and all(mode in _PLAIN for mode in self.modes)

    def inside(self, form: PDFStream) -> DrawingState:
        """Return the state in which a form starts: a group is drawn by itself, then laid on the page as a whole."""
        inner = self.copy()
        if "Group" in form:
            outer = self.around.modes if self.around else ()
            inner.around = _Around(self.opacity, (*outer, self.blend), self.masks)
            inner.alpha = inner.pen_alpha = 1.0
            inner.blend, inner.mask = "Normal", None
        return inner

    def copy(self) -> DrawingState:
        """Return a copy, as the operator ``q`` needs it."""
        other = DrawingState()
        other.__dict__.update(self.__dict__)
        return other


def take_parameters(state: DrawingState, parameters: dict[str, Any]) -> None:
    """Take opacity and blending from a parameter dictionary (ISO 32000-1 8.4.5)."""
    alpha, pen_alpha = resolve1(parameters.get("ca")), resolve1(parameters.get("CA"))
    if isinstance(alpha, int | float):
        state.alpha = float(alpha)
    if isinstance(pen_alpha, int | float):
        state.pen_alpha = float(pen_alpha)
    blend = resolve1(parameters.get("BM"))
    if isinstance(blend, list) and blend:
        blend = resolve1(blend[0])
    state.blend = str(getattr(blend, "name", state.blend))


def ink_of(state: DrawingState, render: int, colour: Colour | None, *, layer_on: bool, bold: bool) -> Ink:
    """Return the ink of letters that are drawn in a render mode; ``colour`` is what fills."""
    alpha = state.opacity
    pen = colour_of(state.scolor, state.scs.name)
    if render in _STROKES:
        colour = pen
        alpha = state.pen_alpha * (state.around.alpha if state.around else 1.0)
    elif render in _FILLS_AND_STROKES and pen != colour:
        colour = None
    return Ink(render, colour, alpha, state.clip, layer_on, bold, state.modes, state.masks)


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
