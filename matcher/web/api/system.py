"""The API about itself: its description, whether it lives and may be sent work, and its counters."""

from __future__ import annotations

from flask import Response, current_app
from werkzeug.exceptions import ServiceUnavailable

from matcher import __version__
from matcher.storage.keys import has_keys
from matcher.web.api.access import asks_for_keys
from matcher.web.api.base import answer, blueprint, cacheable, described
from matcher.web.api.database import workspace
from matcher.web.api.spec import served_document
from matcher.web.shared import state

__all__ = ["health", "metrics", "openapi", "ready"]

_TEXT = "text/plain"
# Seconds after which another process should have taken over.
_AGAIN = 10


@blueprint.get("/openapi.json")
@described(
    "getDescription",
    tag="About",
    says="OpenAPI 3.1.",
    shows="Description",
    also={304: "What you have is still so."},
    scope=None,
    headers={"ETag": "Names this state of the answer; send it back as If-None-Match."},
)
def openapi() -> Response:
    """Give this document."""
    return cacheable(answer(served_document(current_app, keys=asks_for_keys())))


@blueprint.get("/health")
@described("getHealth", tag="About", says="It answers.", shows="Health", scope=None)
def health() -> Response:
    """Tell that the server answers, and with which versions."""
    taxonomy = state().matcher.taxonomy
    versions = {"version": taxonomy.version, "hash": taxonomy.hash}
    return answer({"status": "ok", "version": __version__, "taxonomy": versions})


@blueprint.get("/ready")
@described(
    "getReadiness",
    tag="About",
    says="It takes work.",
    shows="Readiness",
    scope=None,
    problems=("unavailable", "database_unavailable"),
)
def ready() -> Response:
    """Tell whether new work may be sent.

    503 before the server stops and while it cannot keep what it is sent; what is under way is still answered.
    """
    if current_app.extensions["matcher.api"].stopping.is_set():
        raise ServiceUnavailable(retry_after=_AGAIN)
    with workspace().read() as connection:
        has_keys(connection)
    return answer({"status": "ready"})


@blueprint.get("/metrics")
@described("getMetrics", tag="About", says="Counters.", gives=_TEXT, scope="metrics:read")
def metrics() -> Response:
    """Give the counters in the text format of Prometheus.

    Labels are addresses' patterns, methods, statuses and codes, never what anybody sent.
    """
    text = current_app.extensions["matcher.api"].metrics.text()
    return Response(text, content_type=f"{_TEXT}; version=0.0.4; charset=utf-8")
