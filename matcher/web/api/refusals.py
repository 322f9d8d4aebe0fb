"""What pydantic refuses, told as problem details: one entry a place, as JSON Pointer."""

from __future__ import annotations

from typing import Any

from apiflask import APIFlask
from apiflask.exceptions import HTTPError
from flask import Response, g
from pydantic import ValidationError

from matcher.web.errors import problem_response
from matcher.web.problems import FieldError, FormProblem, problem_of

__all__ = ["install_refusals", "problem_of_fields"]

_CODES = {"missing": "field_missing", "extra_forbidden": "field_unknown"}
_OURS = frozenset({"field_missing", "field_conflict", "field_invalid"})
_REMEDY = "The entries of errors name each place; the API's page says what belongs there."
_PLACES = {"query": "query", "headers": "header", "path": "path"}
# What a request can hold wrong at once is told up to here.
_MOST = 20
_LONGEST_NAME = 60


def install_refusals(app: APIFlask) -> None:
    """Have the answers of APIFlask's own checks follow the rules of all others."""
    # Its error processor would also take the errors of HTTP away from the pages.
    app.register_error_handler(HTTPError, _refused)


def _refused(error: HTTPError) -> Response:
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        raise error
    location = next(iter(error.detail or {"json": None}))
    problem = problem_of(problem_of_fields(cause, _PLACES.get(location, "body")))
    g.code = problem.code
    return problem_response(problem)


def problem_of_fields(error: ValidationError, place: str) -> FormProblem:
    """Return what is wrong with the fields; the first one gives the code of the whole."""
    found = [_field_error(entry, place) for entry in error.errors(include_input=False, include_url=False)[:_MOST]]
    first = found[0]
    message = f"{first.pointer.lstrip('/') or 'The ' + place}: {first.detail}"
    return FormProblem(first.code, "", message, _REMEDY, errors=tuple(found))


def _field_error(entry: Any, place: str) -> FieldError:
    kind = entry["type"]
    code = kind if kind in _OURS else _CODES.get(kind, "field_invalid")
    ours = entry.get("ctx", {}).get("field", "") if kind in _OURS else ""
    steps = [*entry["loc"], *(ours.split("/") if ours else ())]
    pointer = "".join(f"/{str(step)[:_LONGEST_NAME].replace('~', '~0').replace('/', '~1')}" for step in steps)
    return FieldError(place, pointer, code, f"{entry['msg'].rstrip('.')}.")
