"""The page of one result, for whoever has its link: applicant tracking systems show it beside the candidate."""

from __future__ import annotations

from flask import Response, abort

from matcher.reports.render import render
from matcher.reports.serialise import from_json
from matcher.storage.orders import match_behind
from matcher.web.api.database import now, workspace
from matcher.web.integrations.base import blueprint

__all__ = ["result"]

_LONGEST = 100


@blueprint.get("/results/<token>")
def result(token: str) -> Response:
    """Show a report that an integration asked for, until it is erased."""
    if len(token) > _LONGEST:
        abort(404)
    with workspace().read() as connection:
        report = match_behind(connection, token, now())
    if report is None:
        abort(404)
    return Response(render(from_json(report), "html"), content_type="text/html; charset=utf-8")
