from __future__ import annotations

import pytest

from matcher.parsing.png import png_size, write_png
from tests.parsing.png_reader import read_png

WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (255, 0, 0)


def test_pixels_stand_where_they_were_in_a_colour_of_the_palette() -> None:
    rows = [[WHITE, BLACK, RED], [RED, (60, 60, 60), (130, 120, 140)]]

    written = write_png(bytes(value for row in rows for pixel in row for value in pixel), 3, 2)

    assert read_png(written) == [[WHITE, BLACK, RED], [RED, (51, 51, 51), (153, 102, 153)]]


def test_a_page_of_greys_stays_grey() -> None:
    written = write_png(bytes(value for grey in range(256) for value in (grey,) * 3), 256, 1)

    assert all(red == green == blue for red, green, blue in read_png(written)[0])


def test_a_black_first_pixel_is_not_lost() -> None:
    assert read_png(write_png(bytes(6), 1, 2)) == [[BLACK], [BLACK]]


def test_the_size_is_read_from_the_header() -> None:
    assert png_size(write_png(bytes(36), 4, 3)) == (4, 3)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + bytes(40), b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_png_has_no_size(data: bytes) -> None:
    assert png_size(data) is None
