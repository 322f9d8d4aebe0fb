from __future__ import annotations

import pytest
from pdfminer.pdfcolor import PREDEFINED_COLORSPACE

from matcher.parsing.pdf_state import DrawingState, colour_of, fill_colour


@pytest.mark.parametrize(
    ("colour", "space", "seen"),
    [
        (1, "DeviceGray", (1, 1, 1)),
        ((0.1, 0.2, 0.3), "DeviceRGB", (0.1, 0.2, 0.3)),
        ((0, 0, 0, 0), "DeviceCMYK", (1, 1, 1)),
        ((0, 0, 0, 1), "DeviceCMYK", (0, 0, 0)),
        ((1, 0, 0, 0), "ICCBased", (0, 1, 1)),
        (1.0, "Separation", None),
        ("P1", "Pattern", None),
        (((1, 1, 1), "P1"), "DeviceRGB", None),
        ((1, 1), "ICCBased", None),
    ],
)
def test_colours_are_told_where_the_numbers_say_them(colour, space, seen):
    assert colour_of(colour, space) == seen


def test_a_saved_state_keeps_opacity_and_clip():
    state = DrawingState()
    state.alpha, state.clip = 0.5, (0, 0, 1, 1)
    copy = state.copy()
    state.alpha = 1.0
    assert (copy.alpha, copy.clip) == (0.5, (0, 0, 1, 1))


def test_drawing_starts_in_opaque_black():
    state = DrawingState()
    state.ncs = PREDEFINED_COLORSPACE["DeviceGray"]
    assert (fill_colour(state), state.alpha) == ((0, 0, 0), 1)
