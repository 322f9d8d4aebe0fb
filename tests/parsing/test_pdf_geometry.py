from __future__ import annotations

import pytest

from matcher.parsing.pdf_geometry import intersect, multiply, path_box

STILL = (1, 0, 0, 1, 0, 0)


def test_the_inner_matrix_is_applied_first():
    scale, move = (2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 7)
    assert multiply(move, scale) == (2, 0, 0, 2, 10, 14)
    assert multiply(scale, move) == (2, 0, 0, 2, 5, 7)


def test_rectangles_share_their_overlap():
    assert intersect((0, 0, 10, 10), (5, -5, 20, 8)) == (5, 0, 10, 8)


SQUARE = [("m", 0, 0), ("l", 10, 0), ("l", 10, 10), ("l", 0, 10), ("h",)]
ROUNDED = [
    ("m", 1, 0), ("l", 19, 0), ("c", 20, 0, 20, 0, 20, 1), ("l", 20, 9), ("c", 20, 10, 20, 10, 19, 10),
    ("l", 1, 10), ("c", 0, 10, 0, 10, 0, 9), ("l", 0, 1), ("c", 0, 0, 0, 0, 1, 0), ("h",),
]  # fmt: skip
TRIANGLE = [("m", 0, 0), ("l", 10, 0), ("l", 5, 10), ("h",)]
FRAME = [*SQUARE, ("m", 1, 1), ("l", 9, 1), ("l", 9, 9), ("l", 1, 9), ("h",)]


@pytest.mark.parametrize(
    ("path", "solid"),
    [(SQUARE, True), (ROUNDED, True), (TRIANGLE, False), (FRAME, False)],
)
def test_a_path_is_solid_when_it_fills_its_box(path, solid):
    found = path_box(path, STILL)
    assert found is not None
    assert found[1] is solid


def test_a_box_is_turned_with_its_matrix():
    assert path_box(SQUARE, (0, 1, -1, 0, 100, 0)) == ((90, 0, 100, 10), True)


def test_no_points_make_no_box():
    assert path_box([("h",)], STILL) is None
