"""Pictures of a PDF's pages, drawn in limited child processes; the web application shows them beside the text."""

from __future__ import annotations

import time
from collections.abc import Iterator

from matcher.domain.document import Document, Format, PagePicture
from matcher.errors import InputError
from matcher.parsing.limits import DrawingLimits
from matcher.parsing.picture_wire import PictureRequest, decode_picture, encode_picture_request
from matcher.parsing.sandbox import Sandbox, shared_sandbox
from matcher.parsing.system_calls import supported

__all__ = ["can_draw", "draw_pages", "warm_up_drawing"]

_DRAWERS = shared_sandbox("matcher.parsing.drawer")


def can_draw(document: Document) -> bool:
    """Tell whether pages of this kind of file can be drawn safely here.

    Only PDF can be drawn without a program from outside. The library that does it is machine code that reads what
    strangers wrote, so it runs only where the system can shut it in.
    """
    return document.format is Format.PDF and supported()


def draw_pages(
    data: bytes, document: Document, *, limits: DrawingLimits | None = None, sandbox: Sandbox | None = None
) -> tuple[PagePicture, ...]:
    """Draw the pages of a file that was read; its reader's limits have held by then.

    A page that cannot be drawn, or not within the limits, has no picture; the others have theirs.
    """
    if not can_draw(document):
        return ()
    return tuple(_draw(data, document.pages, limits or DrawingLimits(), sandbox or _DRAWERS))


def warm_up_drawing() -> None:
    """Start the drawing process ahead of the first file."""
    if supported():
        _DRAWERS.warm_up()


def _draw(data: bytes, pages: int, limits: DrawingLimits, sandbox: Sandbox) -> Iterator[PagePicture]:
    until = time.monotonic() + limits.seconds
    left = limits.max_total_bytes
    for number in range(1, min(pages, limits.max_pages) + 1):
        if time.monotonic() > until:
            return
        request = PictureRequest(number, pages, limits)
        try:
            answer = sandbox.ask(encode_picture_request(request), data, limits.child.wall_seconds)
        except InputError:  # the process hung, or none could be started
            continue
        picture = decode_picture(answer, request)
        if picture is not None and len(picture.png) <= left:
            left -= len(picture.png)
            yield picture
