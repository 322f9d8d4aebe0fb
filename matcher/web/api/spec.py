"""The description of the API in OpenAPI 3.1, made from the routes, their models and the records of the answers."""

from __future__ import annotations

import copy
from typing import Any, cast

from apiflask import APIFlask
from flask import Flask

from matcher.domain.integration import SCOPES
from matcher.parsing.limits import Limits
from matcher.web.api.base import JSON, MULTIPART, OPERATIONS
from matcher.web.api.examples import EXAMPLES
from matcher.web.api.idempotent import CALL_NAME
from matcher.web.api.schemas import answer_schemas

__all__ = ["api_document", "install_spec", "served_document"]

_DESCRIPTION = (
    "Fixed rules, no model: the same file gives the same answer. No score without evidence, and no answer "
    "that decides about a person. Files are read in memory and not kept; what was read and the reports are kept until "
    "they are erased, at the latest after 30 days."
)
_TAGS = ("Matches", "Batches", "Documents", "Role profiles", "Questions", "Webhooks", "About")
_KEY_SCHEME = {
    "type": "http",
    "scheme": "bearer",
    "description": (
        "A key, made with `matcher keys add NAME`. On loopback none is asked for until the first one was made. "
        "What each key may be good for: " + "; ".join(f"`{scope}`: {words}" for scope, words in SCOPES.items()) + "."
    ),
}
_NAME: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": (
        "A name for the call, like a UUID. Repeated with the same name and body within 24 hours, it is answered as the "
        "first time and does nothing again; the answer then has a header Idempotency-Replayed."
    ),
    "schema": {"type": "string", "pattern": f"^(?:{CALL_NAME.pattern})$"},
    "example": "0d6f5d0a-6c5b-4b0e-8a53-0c8f3f9b7d11",
}
_PATH: dict[str, dict[str, Any]] = {
    "role_id": {
        "description": "As in the list.",
        "schema": {"type": "string"},
        "example": "lead-backend-engineer",
    },
    **{
        f"{name}_id": {
            "description": "As it was given when it was made.",
            "schema": {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{24}}$"},
        }
        for name, prefix in (("match", "match"), ("document", "doc"), ("batch", "bat"), ("endpoint", "whe"))
    },
}
_SCHEMAS = "#/components/schemas/"
_KEY = "matcher.api.document"


def install_spec(app: APIFlask) -> None:
    """Set how the document is made."""
    app.config.update(
        SERVERS=[{"url": "/"}],
        INFO={
            "summary": "Compares a resume with what a back-end role asks for.",
            "description": _DESCRIPTION,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        TAGS=[{"name": name} for name in _TAGS],
        AUTO_SERVERS=False,
        AUTO_TAGS=False,
        AUTO_200_RESPONSE=False,
        AUTO_404_RESPONSE=False,
        AUTO_VALIDATION_ERROR_RESPONSE=False,
        AUTO_AUTH_ERROR_RESPONSE=False,
    )

    def finish(document: Any) -> dict[str, Any]:
        return _finish(document, app.extensions["matcher"].matcher.limits)

    app.spec_processor(finish)


def api_document(app: Flask) -> dict[str, Any]:
    """Return the document of an application; it is made once."""
    if _KEY not in app.extensions:
        for blueprint in app.blueprints.values():
            # APIFlask asks each blueprint, and plain ones cannot answer.
            blueprint.__dict__.setdefault("enable_openapi", False)
        app.extensions[_KEY] = cast("APIFlask", app).spec
    return cast("dict[str, Any]", app.extensions[_KEY])


def served_document(app: Flask, *, keys: bool) -> dict[str, Any]:
    """Return the document as it is true right now: where no key is asked for, each operation may go without."""
    document = api_document(app)
    if keys:
        return document
    open_to_all = copy.deepcopy(document)
    for methods in open_to_all["paths"].values():
        for operation in methods.values():
            if "security" in operation:
                operation["security"].append({})
    return open_to_all


def _finish(document: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """Add what routes and models do not tell."""
    document["security"] = []
    document["components"]["securitySchemes"] = {"ApiKey": _KEY_SCHEME}
    schemas = document["components"].setdefault("schemas", {})
    schemas |= answer_schemas()
    _shorten_names(schemas)
    _tell_limits(schemas, limits)
    operations = {
        operation["operationId"]: operation for methods in document["paths"].values() for operation in methods.values()
    }
    for name, operation in operations.items():
        _finish_operation(name, operation)
    # One address, two kinds of body; a view of its own describes the form.
    bodies = operations["createMatch"]["requestBody"]["content"]
    bodies[MULTIPART] = operations["uploadMatch"]["requestBody"]["content"][MULTIPART]
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    return document


def _finish_operation(name: str, operation: dict[str, Any]) -> None:
    named = next((one.idempotent for one in OPERATIONS.values() if one.id == name), "")
    if named:
        operation["parameters"].append({**_NAME, "required": named == "needed"})
    if not operation["parameters"]:
        del operation["parameters"]
    for parameter in operation.get("parameters", ()):
        schema = parameter["schema"]
        schema.pop("title", None)
        if parameter["in"] == "path":
            parameter |= _PATH[parameter["name"]]
        if "description" in schema:
            parameter["description"] = schema.pop("description")
    operation["summary"] = operation["summary"].rstrip(".")
    for response in operation["responses"].values():
        if not response.get("content"):
            response.pop("content", None)
    body = operation.get("requestBody")
    if body is not None:
        body["required"] = True
        shown = {one.name: {"summary": one.summary, "value": one.body} for one in EXAMPLES.get(name, ()) if one.body}
        if shown and JSON in body["content"]:
            body["content"][JSON]["examples"] = shown


def _tell_limits(schemas: dict[str, Any], limits: Limits) -> None:
    """Add what the running server takes at most."""
    file = f" At most {limits.max_bytes // 1_000_000} MB and {limits.max_pages} pages."
    text = f" At most {limits.max_characters} characters."
    for model, field, words in (
        ("MatchUpload", "file", file),
        ("ResumeFile", "content", file),
        ("MatchUpload", "job", text),
        ("MatchRequest", "job", text),
        ("MatchRequest", "resume_text", text),
    ):
        schemas[model]["properties"][field]["description"] += words


def _shorten_names(schemas: dict[str, Any]) -> None:
    """Leave the names of nested models out: "MatchRequest.ResumeFile" is ResumeFile everywhere."""
    for name in [name for name in schemas if "." in name]:
        schemas.setdefault(name.rsplit(".", 1)[1], schemas.pop(name))
    _shorten(schemas)


def _shorten(node: Any) -> None:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(_SCHEMAS):
            node["$ref"] = _SCHEMAS + reference.rsplit("/", 1)[1].rsplit(".", 1)[-1]
        for value in node.values():
            _shorten(value)
    elif isinstance(node, list):
        for value in node:
            _shorten(value)
