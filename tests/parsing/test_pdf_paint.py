from __future__ import annotations

import zlib

import pytest
from pdfminer.psparser import LIT

from matcher.parsing.limits import Limits
from matcher.parsing.pdf_glyphs import Ink
from matcher.parsing.pdf_guards import Budget
from matcher.parsing.pdf_paint import (
    BLANK,
    drawn_colour,
    flat_picture,
    flat_shading,
    is_seen_on,
    pattern_colour,
    spot_colour,
)
from matcher.parsing.pdf_streams import GuardedStream

WHITE, BLACK, GREY, BLUE = (1.0,) * 3, (0.0,) * 3, (0.5,) * 3, (0.1, 0.1, 0.4)


@pytest.mark.parametrize(
    ("mode", "colour", "ground", "seen"),
    [
        ("Normal", WHITE, WHITE, False),
        ("Normal", GREY, WHITE, True),
        ("Multiply", WHITE, BLUE, False),
        ("Multiply", BLACK, WHITE, True),
        ("Screen", BLACK, WHITE, False),
        ("Screen", BLACK, BLUE, False),
        ("Screen", WHITE, BLUE, True),
        ("Overlay", GREY, WHITE, False),
        ("HardLight", GREY, BLUE, False),
        ("SoftLight", BLACK, WHITE, False),
        ("Darken", WHITE, BLUE, False),
        ("Darken", BLACK, WHITE, True),
        ("Lighten", BLACK, WHITE, False),
        ("ColorDodge", BLACK, WHITE, False),
        ("ColorDodge", WHITE, BLUE, True),
        ("ColorBurn", WHITE, BLUE, False),
        ("ColorBurn", BLACK, BLUE, True),
        ("Difference", BLACK, WHITE, False),
        ("Difference", WHITE, WHITE, True),
        ("Exclusion", WHITE, WHITE, True),
        ("Hue", WHITE, WHITE, True),
    ],
)
def test_what_blending_leaves_decides_whether_ink_is_seen(mode, colour, ground, seen):
    assert is_seen_on(Ink(colour=colour, modes=(mode,)), ground) is seen


def test_ink_is_seen_if_it_is_in_any_way_in_which_it_may_be_blended():
    assert is_seen_on(Ink(colour=BLACK, modes=("Normal", "Screen")), WHITE)
    assert not is_seen_on(Ink(colour=WHITE, modes=("Normal", "Multiply")), WHITE)


def test_a_light_colour_that_is_nearly_transparent_is_not_seen():
    light = (0.8, 0.8, 0.8)
    assert not is_seen_on(Ink(colour=light, alpha=0.3), WHITE)
    assert is_seen_on(Ink(colour=light, alpha=0.9), WHITE)
    assert is_seen_on(Ink(colour=None, alpha=0.3), WHITE)


@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (b"", BLANK),
        (b"0 0 9 9 re W n", BLANK),
        (b"500 0 d0", BLANK),
        (b"0 0 9 9 re f", ""),
        (b"500 0 0 0 9 9 d1 0 0 9 9 re f*", ""),
        (b"1 g 0 0 9 9 re f", WHITE),
        (b"1 1 1 rg 0 0 m 9 9 l b*", WHITE),
        (b".5 .5 .5 RG 1 0 0 rg 0 0 m 9 9 l S", None),
        (b"/Im Do", None),
        (b"0 0 0 0 k 0 0 9 9 re f", None),
        (b"BI /W 1 ID x EI", None),
    ],
)
def test_the_colour_of_a_small_drawing_is_told(content, colour):
    assert drawn_colour(content) == colour


def test_a_pattern_that_is_none_has_no_colour():
    assert pattern_colour(None, WHITE) is None
    assert pattern_colour({"PatternType": 1}, WHITE) is None


def shading(function, space="DeviceRGB"):
    return {"ColorSpace": LIT(space), "Function": function}


def between(start, end):
    return {"FunctionType": 2, "N": 1, "C0": start, "C1": end}


def test_a_shading_between_two_like_colours_is_one_colour():
    same = between([1, 1, 1], [1, 1, 1])
    assert flat_shading(shading(same)) == WHITE
    assert flat_shading(shading({"FunctionType": 3, "Functions": [same, same]})) == WHITE
    assert flat_shading(shading(between([1], [1]), "DeviceGray")) == WHITE


def test_other_shadings_have_no_one_colour():
    assert flat_shading(shading(between([1, 1, 1], [1, 0, 1]))) is None
    assert flat_shading(shading({"FunctionType": 4})) is None
    assert flat_shading(shading(between([1], [1]))) is None
    assert flat_shading(shading(between([1, 1, 1], [1, 1, 1]), "Lab")) is None
    circle = {"FunctionType": 3, "Functions": []}
    circle["Functions"] = [circle]
    assert flat_shading(shading(circle)) is None


def test_an_ink_of_its_own_has_the_colour_that_stands_in_for_it():
    def space(name, start, end, **more):
        return [LIT("Separation"), LIT("Own"), LIT(name), {**between(start, end), **more}]

    blue = space("DeviceRGB", [1, 1, 1], [0, 0, 1])
    assert (spot_colour(blue, 0.0), spot_colour(blue, 1.0)) == (WHITE, (0, 0, 1))
    assert spot_colour(space("DeviceCMYK", [0, 0, 0, 0], [0, 0, 0, 1]), 1.0) == BLACK
    assert spot_colour(space("DeviceGray", [1], [1]), 0.5) == WHITE
    assert spot_colour(space("DeviceGray", [1], [0], N=0), 0.5) is None
    assert spot_colour(space("DeviceRGB", [1], [0]), 0.5) is None
    assert spot_colour(space("Lab", [1], [0], FunctionType=4), 0.5) is None
    assert spot_colour(None, 0.5) is None


def picture(data, side, **entries):
    packed = zlib.compress(data)
    attrs = {"Width": side, "Height": side, "ColorSpace": LIT("DeviceRGB"), "BitsPerComponent": 8, **entries}
    stream = GuardedStream({**attrs, "Filter": LIT("FlateDecode")}, packed)
    stream.budget = Budget(Limits())
    return stream


def test_a_picture_of_one_brightness_is_told():
    assert flat_picture(picture(b"\xff" * 3 * 600 * 600, 600)) == 1
    assert flat_picture(picture(b"\0" * 12, 2)) == 0
    assert flat_picture(picture(b"\xff" * 11 + b"\0", 2)) is None


@pytest.mark.parametrize(
    "entries",
    [{"ColorSpace": LIT("Indexed")}, {"Decode": [1, 0]}, {"Width": -1}, {"Width": 9**9}, {"BitsPerComponent": "x"}],
)
def test_a_picture_that_would_have_to_be_worked_out_is_not_judged(entries):
    assert flat_picture(picture(b"\xff" * 12, 2, **entries)) is None


def test_a_picture_with_anything_on_it_is_not_unpacked():
    noise = picture(bytes(range(256)) * 300, 160)
    assert flat_picture(noise) is None
    assert noise.rawdata is not None
