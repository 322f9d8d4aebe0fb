"""The drawing process: preloaded with the library that draws PDFs, it draws each page in a limited, shut-in child."""

from __future__ import annotations

from math import sqrt

import pypdfium2

from matcher.domain.document import PagePicture
from matcher.parsing.limits import ChildLimits, DrawingLimits
from matcher.parsing.picture_wire import PictureRequest, decode_picture_request, encode_picture
from matcher.parsing.png import write_png
from matcher.parsing.serving import Service, serve
from matcher.parsing.system_calls import confine

__all__ = ["draw_page", "main"]

_POINTS_PER_INCH = 72


def main() -> None:
    """Draw pages for standard input until it closes."""
    serve(Service(_limits, _answer, _failed, confine))


def draw_page(data: bytes, request: PictureRequest) -> PagePicture | None:
    """Draw one page as a viewer shows it: cut to its crop box, turned, with its annotations.

    There is none for a page of a shape that cannot be drawn, and for a damaged file in which other pages are found
    here than where its text was read.
    """
    document = pypdfium2.PdfDocument(data)
    if len(document) != request.pages:
        return None
    page = document[request.page - 1]
    page_width, page_height = page.get_size()
    scale = _scale(page_width, page_height, request.limits)
    if scale is None:
        return None
    bitmap = page.render(scale=scale, rev_byteorder=True)
    row, stride = bitmap.width * bitmap.n_channels, bitmap.stride
    pixels = bytes(bitmap.buffer)
    if stride != row:
        pixels = b"".join(pixels[start : start + row] for start in range(0, len(pixels), stride))
    png = write_png(pixels, bitmap.width, bitmap.height)
    return PagePicture(request.page, bitmap.width, bitmap.height, page_width, page_height, png)


def _scale(width: float, height: float, limits: DrawingLimits) -> float | None:
    """Return how many pixels a point becomes; None for a page without a surface, or thinner than a pixel."""
    if not (width > 0 and height > 0):
        return None
    most = sqrt(limits.max_pixels / (width * height))
    scale = min(limits.dots_per_inch / _POINTS_PER_INCH, most, limits.max_side_pixels / max(width, height))
    return scale if min(width, height) * scale >= 1 else None


def _limits(header: bytes) -> ChildLimits:
    return decode_picture_request(header).limits.child


def _answer(header: bytes, data: bytes) -> bytes:
    """Draw the page; whatever goes wrong, there is no picture."""
    try:
        return encode_picture(draw_page(data, decode_picture_request(header)))
    except Exception:  # the process boundary: the library raises nearly anything
        return encode_picture(None)


def _failed(_over_limit: bool) -> bytes:
    return encode_picture(None)


if __name__ == "__main__":
    main()
