"""What is drawn and how large; called here in our own process, with files that we made."""

from __future__ import annotations

import subprocess
import sys

import pytest

from matcher.domain.document import PagePicture
from matcher.parsing.drawer import draw_page
from matcher.parsing.limits import DrawingLimits
from matcher.parsing.picture_wire import PictureRequest
from tests.parsing.pdf_builder import PdfBuilder, box, text
from tests.parsing.png_reader import dark_box, read_png


def _draw(data: bytes, *, limits: DrawingLimits | None = None, pages: int = 1, page: int = 1) -> PagePicture | None:
    return draw_page(data, PictureRequest(page, pages, limits or DrawingLimits()))


def _page(extra: str = "", content: str = "") -> bytes:
    return PdfBuilder().page(content or text(100, 700, "Kubernetes"), extra).build()


def test_a_page_is_drawn_at_the_density_that_is_asked_for() -> None:
    picture = _draw(_page(), limits=DrawingLimits(dots_per_inch=36))

    assert picture is not None
    assert (picture.width, picture.height) == (298, 421)
    assert (picture.page_width, picture.page_height) == (595, 842)
    assert dark_box(picture.png) is not None


def test_a_row_of_any_width_stands_straight() -> None:
    for side in (100, 101, 102, 103):
        content = box(0, 0, 50, 100)
        picture = _draw(_page(f"/MediaBox [0 0 {side} 100]", content), limits=DrawingLimits(dots_per_inch=72))
        assert picture is not None
        assert dark_box(picture.png) == (0, 0, 50, 100)


def test_colours_are_kept() -> None:
    content = box(0, 0, 100, 100, "0 0.4 0.8 rg")
    picture = _draw(_page("/MediaBox [0 0 100 100]", content))

    assert picture is not None
    assert read_png(picture.png)[50][50] == (0, 102, 204)


@pytest.mark.parametrize("side", [2_000, 14_400])
def test_a_large_page_is_drawn_smaller(side: int) -> None:
    limits = DrawingLimits()
    picture = _draw(_page(f"/MediaBox [0 0 {side} {side}]"), limits=limits)

    assert picture is not None
    assert (picture.width - 1) * (picture.height - 1) <= limits.max_pixels
    assert picture.page_width == side


@pytest.mark.parametrize("media_box", ["[0 0 0 0]", "[0 0 14400 1]"])
def test_a_page_without_a_surface_has_no_picture_or_a_small_one(media_box: str) -> None:
    limits = DrawingLimits()

    picture = _draw(_page(f"/MediaBox {media_box}"), limits=limits)

    assert picture is None or max(picture.width, picture.height) <= limits.max_side_pixels


def test_a_file_of_another_number_of_pages_than_was_read_has_no_picture() -> None:
    assert _draw(_page(), pages=2) is None


def test_the_process_loads_the_library_that_draws_and_no_reader() -> None:
    code = "import sys, matcher.parsing.drawer; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "pypdfium2" in loaded
    assert not {"pdfminer", "spacy", "flask", "numpy"} & set(loaded)
