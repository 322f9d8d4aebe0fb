"""Lists in pieces: an opaque, signed place to go on from, in the body and as a link."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from flask import Response, current_app, request
from pydantic import BaseModel, ConfigDict, Field

from matcher.web.api.base import answer
from matcher.web.problems import FieldError, FormProblem

__all__ = ["PageQuery", "page_answer", "piece_answer", "read_cursor", "write_cursor"]

T = TypeVar("T")
_SIGNATURE = 12


class PageQuery(BaseModel):
    """Which piece of a list to give."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100, description="How many at most.")] = 25
    cursor: Annotated[
        str, Field(max_length=200, description="Where to go on: next_cursor of the piece before; it is opaque.")
    ] = ""


def page_answer(items: Sequence[T], query: PageQuery, shape: Callable[[T], dict[str, Any]]) -> Response:
    """Answer with one piece of a list that is there as a whole.

    Raises:
        FormProblem: ``field_invalid`` for a cursor that we did not write.
    """
    start = int(read_cursor(query.cursor)) if query.cursor else 0
    end = start + query.limit
    return piece_answer([shape(item) for item in items[start:end]], str(end) if end < len(items) else None)


def piece_answer(shapes: list[dict[str, Any]], then: str | None) -> Response:
    """Answer with a piece of a list; ``then`` is the place of the next one, None at the end."""
    cursor = None if then is None else write_cursor(then)
    response = answer({"data": shapes, "next_cursor": cursor})
    if cursor is not None:
        parts = urlencode({**request.args.to_dict(), "cursor": cursor})
        response.headers["Link"] = f'<{request.path}?{parts}>; rel="next"'
    return response


def write_cursor(place: str) -> str:
    """Write a place down so that nobody can make one up; it is good for the list it was written for."""
    return base64.urlsafe_b64encode(_sign(place) + place.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> str:
    """Read a place that was written down.

    Raises:
        FormProblem: ``field_invalid``.
    """
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        place = raw[_SIGNATURE:].decode()
        if hmac.compare_digest(_sign(place), raw[:_SIGNATURE]):
            return place
    except (binascii.Error, ValueError):
        pass
    raise FormProblem(
        "field_invalid",
        "",
        "The cursor is none of ours.",
        "Send next_cursor of the piece before, or no cursor.",
        errors=(FieldError("query", "/cursor", "field_invalid", "Not a cursor of this list."),),
    )


def _sign(place: str) -> bytes:
    key: bytes = current_app.extensions["matcher.api"].secret
    return hmac.new(key, f"{request.path}\n{place}".encode(), hashlib.sha256).digest()[:_SIGNATURE]
