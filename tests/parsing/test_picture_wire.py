from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from matcher.domain.document import PagePicture
from matcher.parsing.limits import DrawingLimits
from matcher.parsing.picture_wire import (
    PictureRequest,
    decode_picture,
    decode_picture_request,
    encode_picture,
    encode_picture_request,
)
from matcher.parsing.png import write_png

REQUEST = PictureRequest(2, 3, DrawingLimits())
PICTURE = PagePicture(2, 4, 3, 595.0, 842.0, write_png(bytes(36), 4, 3))


def _resized(width: int, height: int) -> bytes:
    return PICTURE.png.replace(struct.pack(">II", 4, 3), struct.pack(">II", width, height))


def test_a_request_comes_back_as_it_was() -> None:
    assert decode_picture_request(encode_picture_request(REQUEST)) == REQUEST


def test_a_picture_comes_back_as_it_was() -> None:
    assert decode_picture(encode_picture(PICTURE), REQUEST) == PICTURE
    assert decode_picture(encode_picture(None), REQUEST) is None


@pytest.mark.parametrize(
    "answer",
    [
        b"x",
        struct.pack(">dd", 595, 842) + b"<svg onload='x'>",
        struct.pack(">dd", float("nan"), 842) + PICTURE.png,
        struct.pack(">dd", 595, float("inf")) + PICTURE.png,
        struct.pack(">dd", -595, 842) + PICTURE.png,
        struct.pack(">dd", 595, 842) + _resized(90_000, 90_000),
        struct.pack(">dd", 595, 842) + _resized(0, 3),
    ],
    ids=["short", "another format", "no number", "endless", "negative", "too large", "without surface"],
)
def test_what_the_drawing_process_should_not_say_is_no_picture(answer: bytes) -> None:
    assert decode_picture(answer, REQUEST) is None


def test_a_picture_of_too_many_bytes_is_none() -> None:
    size = len(PICTURE.png)

    def taken(limit: int) -> bool:
        request = replace(REQUEST, limits=DrawingLimits(max_bytes=limit))
        return decode_picture(encode_picture(PICTURE), request) is not None

    assert (taken(size), taken(size - 1)) == (True, False)
