"""The pictures of a candidate's pages: drawn while the text is read, kept and forgotten with the report."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from flask import Blueprint, Response, abort, current_app, make_response

from matcher.domain.document import PagePicture
from matcher.parsing.pictures import can_draw, draw_pages
from matcher.pipeline import Reading, Upload
from matcher.web.keeping import find_report
from matcher.web.shared import KeptReport, state, today
from matcher.web.store import Kept, Store

__all__ = ["blueprint", "keep_report", "read_and_draw"]

blueprint = Blueprint("pictures", __name__)


@blueprint.get("/reports/<token>/page-<int:number>.png")
def show_page(token: str, number: int) -> Response:
    """Hand out the picture of one page."""
    kept = find_report(token)
    found = next((one for one in kept.value.pictures if one.page == number), None)
    if found is None:
        abort(404)
    response = make_response(found.png)
    response.headers["Content-Type"] = "image/png"
    # The picture of a resume is for its own page alone, whoever learns its address.
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def read_and_draw(upload: Upload) -> tuple[Reading, tuple[PagePicture, ...]]:
    """Read a resume and draw its pages, both at once: the drawing process works while ours looks for skills.

    Raises:
        InputError: the file cannot be read; then nothing of it is drawn.
    """
    matcher = state().matcher
    document = matcher.parse(upload)
    if not (_room() and can_draw(document)):
        return matcher.understand(document, as_of=today()), ()
    with ThreadPoolExecutor(1) as threads:
        drawing = threads.submit(draw_pages, upload.data, document)
        return matcher.understand(document, as_of=today()), drawing.result()


def keep_report(made: KeptReport) -> Kept[KeptReport]:
    """Keep a report behind a new link; if all pictures together are too many, the oldest are let go of."""
    reports = state().reports
    kept = reports.keep(made)
    _make_room(reports, _room())
    return kept


def _room() -> int:
    return int(current_app.config["KEEP_PICTURE_BYTES"])


def _make_room(reports: Store[KeptReport], most: int) -> None:
    over = sum(_size(one) for one in reports.values()) - most

    def drop(one: KeptReport) -> KeptReport:
        nonlocal over
        if over <= 0 or not one.pictures:
            return one
        over -= _size(one)
        return replace(one, pictures=())

    if over > 0:
        reports.replace_each(drop)


def _size(kept: KeptReport) -> int:
    return sum(len(one.png) for one in kept.pictures)
