"""The one place where errors become answers: problem details under /api, pages elsewhere."""

from __future__ import annotations

import json
import logging
import traceback
from dataclasses import dataclass

from flask import Flask, Response, g, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from matcher.errors import InputError, StorageError, WorkspaceError
from matcher.web.headers import request_id
from matcher.web.problems import HTTP_TITLES, FieldError, FormProblem, Problem, Refused, problem_of
from matcher.web.store import Gone

__all__ = ["install_errors", "problem_here", "problem_response"]

_LOG = logging.getLogger("matcher.web")
_API = "/api/"
_KEPT_HEADERS = frozenset({"Allow", "Retry-After", "WWW-Authenticate"})


@dataclass(frozen=True, slots=True)
class _Page:
    """What the error page shows."""

    status: int
    title: str
    message: str
    remedy: str
    code: str


def install_errors(app: Flask) -> None:
    """Register the handlers. Views of the candidate and the recruiter answer their own forms' errors."""
    app.register_error_handler(InputError, _known)
    app.register_error_handler(FormProblem, _known)
    app.register_error_handler(Gone, _gone)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(WorkspaceError, _not_so)
    app.register_error_handler(StorageError, _no_database)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def problem_here(error: InputError | FormProblem) -> Problem:
    """Return the problem, blamed on the field that was being read, and note its code for the log."""
    problem = problem_of(error, g.field)
    g.code = problem.code
    return problem


def problem_response(problem: Problem) -> Response:
    """Answer with problem details (RFC 9457). ``type`` leads to the entry in the API's page."""
    errors = problem.errors
    if problem.field and not errors:
        errors = (FieldError("body", f"/{problem.field}", problem.code, problem.message),)
    body = {
        "type": f"/api#error-{problem.code}",
        "title": problem.title,
        "status": problem.status,
        "detail": f"{problem.message} {problem.remedy}",
        "code": problem.code,
        "request_id": request_id(),
        "errors": [{"in": one.place, "pointer": one.pointer, "code": one.code, "detail": one.detail} for one in errors],
    }
    response = Response(json.dumps(body) + "\n", problem.status, content_type="application/problem+json")
    response.headers.extend(dict(problem.headers))
    return response


def _known(error: InputError | FormProblem) -> Response:
    return _answer(problem_here(error))


def _gone(error: Gone) -> Response:  # noqa: ARG001 - the signature is Flask's
    g.code = "gone"
    return make_response(render_template("errors/gone.html"), 410)


def _refused(error: Refused) -> Response:
    g.code = error.problem.code
    return _answer(error.problem)


def _not_so(error: WorkspaceError) -> Response:
    g.code = error.code
    return _answer(Problem(422, error.code, "This cannot be done", error.message, error.remedy))


def _no_database(error: StorageError) -> Response:
    """Tell the log what to mend; a reader of the page can only come back."""
    _LOG.error("%s %s", request_id(), error)
    g.code = "database_unavailable"
    title = "The workspace cannot be reached"
    response = _answer(Problem(503, g.code, title, f"{title}.", "Try again in a minute."))
    response.headers["Retry-After"] = "60"
    return response


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    code, title, remedy = HTTP_TITLES.get(status, ("http_error", error.name, "Check the request."))
    g.code = code
    response = _answer(Problem(status, code, title, f"{title}.", remedy))
    for name, value in error.get_response().headers:
        if name in _KEPT_HEADERS:
            response.headers[name] = value
    return response


def _unknown(error: Exception) -> Response:
    """Log where it broke, without the message: that may quote the resume."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    _LOG.error("%s %s at %s", request_id(), type(error).__name__, where)
    return _http(InternalServerError())


def _answer(problem: Problem) -> Response:
    if request.path.startswith(_API):
        return problem_response(problem)
    page = _Page(problem.status, problem.title, problem.message, problem.remedy, problem.code)
    return make_response(render_template("errors/error.html", error=page, request_id=request_id()), problem.status)
