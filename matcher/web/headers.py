"""What every answer carries and what the log says of it: policy headers, a request id, codes and never text."""

from __future__ import annotations

import logging
import secrets
import time

from flask import Flask, Response, current_app, g, request

__all__ = ["POLICY", "install_headers", "request_id"]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_LOG = logging.getLogger("matcher.web")
_STATIC = "static"
# The forms that take many files at once.
_MANY_FILES = frozenset({"screenings.create_screening", "screenings.add_files"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def request_id() -> str:
    """Return the id of the request that is being answered."""
    return str(g.request_id)


def install_headers(app: Flask) -> None:
    """Give every request an id, every answer its headers and the log a line without personal data."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.request_id = f"req_{secrets.token_hex(8)}"
    g.began = time.monotonic()
    g.field = ""
    if request.endpoint in _MANY_FILES:
        request.max_content_length = current_app.config["SCREENING_BYTES"]


def _end(response: Response) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["X-Request-Id"] = request_id()
    if request.view_args and {"token", "screening_id"} & request.view_args.keys():
        # What stands behind a secret link is for nobody's index, should the link get about.
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    if request.endpoint == _STATIC:
        headers["Cache-Control"] = "public, max-age=3600"
    else:
        # Pages tell what stands in a resume; no cache may keep them longer than we do.
        headers.setdefault("Cache-Control", "no-store")
    # The rule, not the path: a path can hold the secret of a report.
    rule = request.url_rule.rule if request.url_rule else "-"
    fields = {
        "request_id": request_id(),
        "key_id": g.get("key_id"),
        "method": request.method if request.method in _METHODS else "other",
        "rule": rule,
        "status": response.status_code,
        "code": g.get("code"),
        "ms": round((time.monotonic() - g.began) * 1000, 1),
    }
    _LOG.info(" ".join(str(value) for value in fields.values()), extra={"fields": fields})
    return response
