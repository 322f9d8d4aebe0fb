"""Pages and their pictures as bytes: what passes between the drawing process and ours."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from math import isfinite

from matcher.domain.document import PagePicture
from matcher.parsing.limits import ChildLimits, DrawingLimits
from matcher.parsing.png import png_size

__all__ = [
    "PictureRequest",
    "decode_picture",
    "decode_picture_request",
    "encode_picture",
    "encode_picture_request",
]

_SIZE = struct.Struct(">dd")


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Which page is to be drawn, counted from 1, of how many that the file was found to have."""

    page: int
    pages: int
    limits: DrawingLimits


def encode_picture_request(request: PictureRequest) -> bytes:
    """Write what the drawing process must know beside the bytes of the file."""
    return json.dumps(asdict(request)).encode()


def decode_picture_request(header: bytes) -> PictureRequest:
    """Read what ``encode_picture_request`` wrote."""
    fields = json.loads(header)
    numbers = fields["limits"]
    child = ChildLimits(**numbers.pop("child"))
    return PictureRequest(int(fields["page"]), int(fields["pages"]), DrawingLimits(**numbers, child=child))


def encode_picture(picture: PagePicture | None) -> bytes:
    """Write a picture, or that there is none."""
    return b"" if picture is None else _SIZE.pack(picture.page_width, picture.page_height) + picture.png


def decode_picture(answer: bytes, request: PictureRequest) -> PagePicture | None:
    """Read the picture that was asked for; None if there is none, or if it is not one that may be shown.

    The process that drew it has had a stranger's file before it: nothing it says is taken as true.
    """
    if len(answer) < _SIZE.size:
        return None
    page_width, page_height = _SIZE.unpack_from(answer)
    png = answer[_SIZE.size :]
    size = png_size(png)
    if (
        size is None
        or len(png) > request.limits.max_bytes
        or not all(isfinite(one) and one > 0 for one in (page_width, page_height))
    ):
        return None
    width, height = size
    # A pixel more on each side than counted: sizes are rounded up.
    if not (width and height and (width - 1) * (height - 1) <= request.limits.max_pixels):
        return None
    return PagePicture(request.page, width, height, page_width, page_height, png)
