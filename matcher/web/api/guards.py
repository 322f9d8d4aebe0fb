"""What is checked before a view sees a request: the kinds of body and answer, JSON, repeated and unknown fields."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from flask import abort, request
from flask.json.provider import DefaultJSONProvider
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from matcher.web.api.base import JSON, MULTIPART, Operation
from matcher.web.problems import FieldError, FormProblem

__all__ = ["StrictJson", "check_request"]

_PROBLEM = "application/problem+json"
_LONGEST_NAME = 60


class StrictJson(DefaultJSONProvider):
    """JSON as RFC 8259 has it: one value a name, no NaN, and no nesting that would exhaust the stack."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Read a body.

        Raises:
            ValueError: it is not JSON, or says a name twice.
        """
        try:
            return json.loads(s, object_pairs_hook=_object, parse_constant=_refuse, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def _refuse(name: str) -> None:
    raise ValueError(name)


def check_request(operation: Operation) -> None:
    """Refuse what the operation does not take, before anything of it is used.

    Raises:
        FormProblem: with the code and the place.
        HTTPException: 406, 415.
    """
    if request.accept_mimetypes and not request.accept_mimetypes.best_match([operation.gives, _PROBLEM]):
        abort(406)
    _check_names("query", request.args, operation.query)
    if operation.media:
        _check_body(operation)


def _check_body(operation: Operation) -> None:
    if request.mimetype not in operation.media:
        abort(415)
    if request.mimetype == MULTIPART:
        _check_names("body", request.form, operation.fields, request.files)
    elif request.mimetype == JSON:
        try:
            body = request.get_json()
        except BadRequest as error:
            raise FormProblem(
                "json_invalid", "", "The body is not JSON.", "Send one JSON object in UTF-8, each name once."
            ) from error
        if body is None:
            raise FormProblem("field_invalid", "", "The body is null.", "Send a JSON object.")


def _check_names(
    place: str, given: MultiDict[str, str], known: Iterable[str], files: MultiDict[str, Any] | None = None
) -> None:
    """Refuse names that nobody reads, so that a slip of the pen shows at once, and names that stand there twice."""
    for name in (*given, *(files or ())):
        if name not in known:
            allowed = ", ".join(sorted(known))
            raise FormProblem(
                "field_unknown",
                "",
                "There is a field that is not known.",
                f"Known are: {allowed}." if allowed else "Leave it out.",
                errors=(FieldError(place, f"/{_shown(name)}", "field_unknown", "Not known."),),
            )
        if len(given.getlist(name)) + len(files.getlist(name) if files else ()) > 1:
            raise FormProblem(
                "field_conflict",
                "",
                f"The field {name} stands there twice.",
                "Send it once.",
                errors=(FieldError(place, f"/{_shown(name)}", "field_conflict", "Stands there twice."),),
            )


def _shown(name: str) -> str:
    return name[:_LONGEST_NAME].replace("~", "~0").replace("/", "~1")
