"""The schemas of the answers, for the description of the API; the match is derived from the records of the report."""

from __future__ import annotations

from typing import Any

from matcher.reports.serialise import json_schema
from matcher.web.problems import HTTP_TITLES, STATUS

__all__ = ["answer_schemas"]

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_MOMENT = {"type": "string", "format": "date-time"}
_TEXT_OR_NULL = {"type": ["string", "null"]}


def answer_schemas() -> dict[str, Any]:
    """Return the schemas of all answers by name."""
    report = json_schema(reference="#/components/schemas/{model}")
    records: dict[str, Any] = report.pop("$defs")
    report.pop("title", None)
    report["description"] = "The gap report of one resume."
    report["properties"] = {
        "id": {**_TEXT, "description": "Names this match."},
        "external_id": {**_TEXT_OR_NULL, "description": "Your own id, as you sent it."},
        **report["properties"],
    }
    report["required"] = ["id", "external_id", *report["required"]]
    return {
        "Match": report,
        **records,
        "Document": _document(),
        "Problem": _problem(),
        **_batches(),
        **_webhooks(),
        **_lists(),
        **_catalogue(),
        **_about(),
    }


def _problem() -> dict[str, Any]:
    codes = list(dict.fromkeys([*STATUS, *(code for code, _, _ in HTTP_TITLES.values())]))
    entry = _object(
        {
            "in": {"enum": ["body", "query", "path", "header"]},
            "pointer": {**_TEXT, "description": 'JSON Pointer (RFC 6901) into it; "" is the whole.'},
            "code": {"enum": codes},
            "detail": _TEXT,
        },
        "One place that is wrong.",
    )
    return _object(
        {
            "type": {**_TEXT, "format": "uri-reference"},
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": {**_TEXT, "description": "What is wrong and what to do."},
            "code": {"enum": codes},
            "request_id": _TEXT,
            "errors": {"type": "array", "items": entry},
        },
        "Problem details (RFC 9457).",
    )


def _document() -> dict[str, Any]:
    warning = _object({"code": _TEXT, "message": _TEXT, "page": {"type": ["integer", "null"]}}, "Said of the file.")
    return _object(
        {
            "id": _TEXT,
            "external_id": _TEXT_OR_NULL,
            "format": {**_TEXT, "description": "What it was found to be, by its content."},
            "pages": {"type": "integer"},
            "sha256": {**_TEXT, "description": "Of the file."},
            "bytes": {"type": "integer"},
            "warnings": {"type": "array", "items": warning},
            "created_at": _MOMENT,
            "expires_at": {**_MOMENT, "description": "When it is erased."},
        },
        "A resume that was read.",
    )


def _batches() -> dict[str, Any]:
    counts = {key: {"type": "integer"} for key in ("total", "succeeded", "failed", "cancelled", "waiting")}
    problem = _object(
        {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "code": _TEXT, "detail": _TEXT},
        "Why a resume has no match.",
    )
    return {
        "Batch": _object(
            {
                "id": _TEXT,
                "external_id": _TEXT_OR_NULL,
                "status": {"enum": ["queued", "running", "completed", "cancelled"]},
                "counts": _object(counts, "How many resumes are how far."),
                "created_at": _MOMENT,
                "finished_at": {"anyOf": [_MOMENT, {"type": "null"}]},
                "expires_at": {**_MOMENT, "description": "When it is erased."},
            },
            "Many resumes against one target.",
        ),
        "BatchResult": _object(
            {
                "external_id": _TEXT,
                "status": {"enum": ["done", "failed", "cancelled"]},
                "match": {"anyOf": [{"$ref": "#/components/schemas/Match"}, {"type": "null"}]},
                "problem": {"anyOf": [problem, {"type": "null"}]},
            },
            "One resume of a batch.",
        ),
    }


def _webhooks() -> dict[str, Any]:
    fields = {
        "id": _TEXT,
        "url": _TEXT,
        "events": _TEXTS,
        "enabled": {"type": "boolean"},
        "disabled_because": {"enum": ["failing", "gone", None]},
        "created_at": _MOMENT,
    }
    secret = {**_TEXT, "description": "whsec_ and base64; shown this once."}
    return {
        "WebhookEndpoint": _object(fields, "An address that is told of events."),
        "WebhookEndpointWithSecret": _object({**fields, "secret": secret}, "An address with its secret."),
    }


def _lists() -> dict[str, Any]:
    return {
        f"{name}List": _object(
            {
                "data": {"type": "array", "items": {"$ref": f"#/components/schemas/{item}"}},
                "next_cursor": {**_TEXT_OR_NULL, "description": "Where to go on; null at the end."},
            },
            "A piece of a list.",
        )
        for name, item in (
            ("RoleProfile", "RoleProfileSummary"),
            ("Question", "Question"),
            ("BatchResult", "BatchResult"),
            ("WebhookEndpoint", "WebhookEndpoint"),
        )
    }


def _catalogue() -> dict[str, Any]:
    summary = {
        "id": _TEXT,
        "title": _TEXT,
        "seniority": {"enum": ["junior", "mid", "senior", "lead", "any"]},
        "summary": _TEXT,
        "required": {"type": "integer", "description": "How many must-haves there are."},
        "preferred": {"type": "integer", "description": "How many nice-to-haves there are."},
    }
    requirements = {"type": "array", "items": {"$ref": "#/components/schemas/RoleRequirement"}}
    texts = ("requirements", "skills", "levels", "answer_points", "lead_adds", "pitfalls", "follow_ups", "prepare")
    return {
        "RoleProfileSummary": _object(summary, "A role profile in short."),
        "RoleProfile": _object({**summary, "requirements": requirements}, "A role profile with its requirements."),
        "RoleRequirement": _requirement(),
        "Question": _object(
            {
                "id": _TEXT,
                "prompt": _TEXT,
                "kind": {"enum": ["technical", "design", "behavioural", "situational", "problem-solving"]},
                **dict.fromkeys((*texts, "listen_for"), _TEXTS),
                "example": _TEXT_OR_NULL,
                "sources": _TEXTS,
            },
            "A study card.",
        ),
    }


def _requirement() -> dict[str, Any]:
    example = _object({"code": _TEXT, "title": _TEXT}, "A commodity code and a title of O*NET Technology Skills.")
    same_as = _object(
        {"esco": _TEXT_OR_NULL, "onet": {"anyOf": [example, {"type": "null"}]}},
        "What other classifications call it, where that was verified.",
    )
    skill = _object({"id": _TEXT, "name": _TEXT, "same_as": same_as}, "A skill.")
    criteria = _object({"met": _TEXT, "partial": _TEXT, "missing": _TEXT}, "What each verdict means.")
    return _object(
        {
            "id": _TEXT,
            "label": _TEXT,
            "kind": {"enum": ["skills", "experience", "degree", "certificate", "signal"]},
            "any_of": {"type": "array", "items": skill, "description": "Alternatives; one is enough."},
            "importance": {"enum": ["required", "preferred"]},
            "min_years": {"type": ["number", "null"]},
            "quote": {"type": ["object", "null"]},
            "weight": {"type": "number"},
            "criteria": {"anyOf": [criteria, {"type": "null"}]},
            "checklist": _TEXTS,
            "sources": _TEXTS,
        },
        "One thing a role asks for.",
    )


def _about() -> dict[str, Any]:
    return {
        "Description": {"type": "object", "description": "A document in OpenAPI 3.1."},
        "Health": _object(
            {
                "status": {"const": "ok"},
                "version": _TEXT,
                "taxonomy": _object({"version": _TEXT, "hash": _TEXT}, "The data it judges with."),
            },
            "A sign of life.",
        ),
        "Readiness": _object({"status": {"const": "ready"}}, "Whether work may be sent."),
    }


def _object(properties: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}
