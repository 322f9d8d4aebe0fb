"""The blueprint of the API, and how each operation tells what it takes and gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from apiflask import APIBlueprint
from flask import Response, request
from pydantic import BaseModel
from werkzeug.routing import BaseConverter, Map

from matcher.web.problems import HTTP_TITLES, INPUT_TITLES, STATUS

__all__ = ["JSON", "MULTIPART", "OPERATIONS", "Ident", "Operation", "answer", "blueprint", "cacheable", "described"]

View = TypeVar("View", bound=Callable[..., Any])
JSON = "application/json"
MULTIPART = "multipart/form-data"
_PROBLEM = "application/problem+json"

blueprint = APIBlueprint("api", __name__, url_prefix="/api/v1")


class Ident(BaseConverter):
    """An id of ours in an address, of one kind: other words may stand at the same place in other addresses."""

    def __init__(self, map: Map, prefix: str) -> None:  # noqa: A002 - the name of the base class
        super().__init__(map)
        self.regex = f"{prefix}_[0-9a-f]{{24}}"


@dataclass(frozen=True, slots=True)
class Operation:
    """What an address takes, for the checks that run before its view.

    Args:
        id: its name in the description.
        media: kinds of body that it takes; none if it takes no body.
        fields: names of the form fields that it knows.
        query: names of the query parameters that it knows.
        gives: the kind of its answer.
        scope: what a key needs for it; "" for any key, None where none is asked for.
        heavy: whether it reads resumes, of which so many go on at once.
        queues: whether it sends resumes that wait.
        idempotent: whether a call of it may bear a name, and be repeated: "" for no, "taken" or "needed".
    """

    id: str
    media: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    query: frozenset[str] = frozenset()
    gives: str = JSON
    scope: str | None = ""
    heavy: bool = False
    queues: bool = False
    idempotent: str = ""


OPERATIONS: dict[str, Operation] = {}
"""By endpoint."""


def described(
    name: str,
    *,
    tag: str,
    says: str,
    shows: str = "",
    status: int = 200,
    also: Mapping[int, str] | None = None,
    problems: tuple[str, ...] = (),
    headers: Mapping[str, str] | None = None,
    media: tuple[str, ...] = (),
    form: type[BaseModel] | None = None,
    query: type[BaseModel] | None = None,
    gives: str = JSON,
    scope: str | None = "",
    heavy: bool = False,
    queues: bool = False,
    idempotent: str = "",
) -> Callable[[View], View]:
    """Describe an operation: for the document, and for the checks before its view.

    Args:
        name: the operation's id.
        tag: the group it stands in.
        says: what the good answer is, in one sentence.
        shows: the name of the schema of the good answer; "" for a body without one.
        status: the good answer's status.
        also: other answers without a body, by status.
        problems: codes that it may answer, beside those that every address may.
        headers: headers of the good answer, with what they say.
        media: kinds of body that it takes.
        form: the model of its form, if it takes one.
        query: the model of its query.
        gives: the kind of the good answer.
        scope: what a key needs for it; "" for any key, None where none is asked for.
        heavy: whether it reads resumes, of which so many go on at once.
        queues: whether it sends resumes that wait.
        idempotent: whether a call may bear a name: "" for no, "taken" or "needed".
    """
    operation = Operation(name, media, _names(form), _names(query), gives, scope, heavy, queues, idempotent)
    responses: dict[int, Any] = {code: {"description": text} for code, text in (also or {}).items()}
    responses[status] = _good(says, shows, gives, headers or {})
    responses |= _problems((*_everywhere(operation, checked=bool(form or query)), *problems))
    security: list[str | dict[str, list[Any]]] = [] if scope is None else [{"ApiKey": [scope] if scope else []}]

    def decorate(view: View) -> View:
        OPERATIONS[f"{blueprint.name}.{view.__name__}"] = operation
        return blueprint.doc(operation_id=name, tags=[tag], responses=responses, security=security or None)(view)

    return decorate


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Answer with JSON."""
    response = Response(json.dumps(body, ensure_ascii=False) + "\n", status, content_type=JSON)
    response.headers.extend(dict(headers or {}))
    return response


def cacheable(response: Response) -> Response:
    """Give an answer a tag by its content, and answer 304 to who has it already."""
    response.add_etag()
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response


_HTTP = {code: status for status, (code, _, _) in HTTP_TITLES.items()}
_ALWAYS = ("not_acceptable", "field_unknown", "internal_error")
_KEYS = ("key_missing", "key_invalid", "rate_limited", "database_unavailable")
_NAMED = ("idempotency_key_invalid", "idempotency_running", "idempotency_mismatch")
_TOLD = {
    401: {"WWW-Authenticate": "How to send a key."},
    409: {"Retry-After": "Seconds to wait, where waiting helps."},
    429: {"Retry-After": "Seconds to wait."},
    503: {"Retry-After": "Seconds to wait."},
}
_REPEATED = ("field_conflict", "field_invalid")
_REQUEST_ID = {"X-Request-Id": "Names this request in the server's log."}


def _names(model: type[BaseModel] | None) -> frozenset[str]:
    return frozenset(model.model_fields) if model is not None else frozenset()


def _headers(texts: Mapping[str, str]) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}, "description": text} for name, text in texts.items()}


def _good(says: str, shows: str, gives: str, headers: Mapping[str, str]) -> dict[str, Any]:
    good: dict[str, Any] = {"description": says, "headers": _headers({**_REQUEST_ID, **headers})}
    if shows or gives != JSON:
        schema = {"$ref": f"#/components/schemas/{shows}"} if shows else {"type": "string"}
        good["content"] = {gives: {"schema": schema}}
    return good


def _everywhere(operation: Operation, *, checked: bool) -> tuple[str, ...]:
    """Return the codes that follow from what an operation takes."""
    return (
        *_ALWAYS,
        *(() if operation.scope is None else _KEYS),
        *(("scope_missing",) if operation.scope else ()),
        *(_REPEATED if checked else ()),
        *(("busy",) if operation.heavy else ()),
        *(_NAMED if operation.idempotent else ()),
        *(("idempotency_key_missing",) if operation.idempotent == "needed" else ()),
    )


def _problems(codes: tuple[str, ...]) -> dict[int, Any]:
    by_status: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        status = STATUS.get(code) or _HTTP[code]
        by_status.setdefault(status, []).append(code)
    return {status: _problem(status, found) for status, found in sorted(by_status.items())}


def _problem(status: int, codes: list[str]) -> dict[str, Any]:
    http = {code: title for code, title, _ in HTTP_TITLES.values()}
    return {
        "description": "; ".join(f"`{code}`: {INPUT_TITLES.get(code) or http[code]}" for code in codes) + ".",
        "headers": _headers({**_REQUEST_ID, **_TOLD.get(status, {})}),
        "content": {_PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
