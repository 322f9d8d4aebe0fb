"""The description of the API in OpenAPI 3.1; the match is derived from the records of the report."""

from __future__ import annotations

from typing import Any

from matcher import __version__
from matcher.parsing.accepted import RESUME_FORMATS
from matcher.parsing.limits import Limits
from matcher.reports.phrases import or_list
from matcher.reports.serialise import json_schema
from matcher.web.problems import HTTP_TITLES, INPUT_TITLES, STATUS

__all__ = ["api_document"]

_PROBLEM = "application/problem+json"
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_ROLE_ID = {
    "name": "role_id",
    "in": "path",
    "required": True,
    "schema": _TEXT,
    "description": "As in the list.",
    "example": "lead-backend-engineer",
}


def api_document(limits: Limits) -> dict[str, Any]:
    """Return the OpenAPI document; the limits in it are those of the running server."""
    report = json_schema(reference="#/components/schemas/{model}")
    schemas: dict[str, Any] = report.pop("$defs")
    report["title"] = "Match"
    report["description"] = "The gap report of one resume. Nothing is stored: the id only names this answer."
    report["properties"] = {"id": {**_TEXT, "description": "Names this answer."}, **report["properties"]}
    report["required"] = ["id", *report["required"]]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Matcher",
            "version": __version__,
            "summary": "Compares a resume with what a back-end role asks for.",
            "description": (
                "Fixed rules, no model: the same file gives the same answer. No score without evidence, and no answer "
                "that decides about a person. Files are read in memory and forgotten with the answer."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [],
        "paths": _paths(limits),
        "components": {"schemas": {"Match": report, **schemas, **_own_schemas()}},
    }


def _paths(limits: Limits) -> dict[str, Any]:
    return {
        "/api/v1/matches": {
            "post": {
                "operationId": "createMatch",
                "summary": "Compare one resume with a role or a job description",
                "description": "Send the file and exactly one of role and job. Fields that are not known are refused.",
                "requestBody": _match_request(limits),
                "responses": {"201": _answer("The gap report.", "Match"), **_problems(400, 404, 413, 415, 422, 500)},
            }
        },
        "/api/v1/role-profiles": _get(
            "listRoleProfiles", "List the role profiles", _answer("All profiles, in short.", "RoleProfileList")
        ),
        "/api/v1/role-profiles/{role_id}": _get(
            "getRoleProfile",
            "Give one role profile with its requirements",
            _answer("The profile.", "RoleProfile"),
            404,
            parameters=[_ROLE_ID],
        ),
        "/api/v1/openapi.json": _get(
            "getDescription",
            "Give this document",
            {"description": "OpenAPI 3.1.", "content": {"application/json": {"schema": {"type": "object"}}}},
        ),
        "/api/v1/health": _get(
            "getHealth", "Tell that the server answers, and with which versions", _answer("It answers.", "Health")
        ),
    }


def _get(name: str, summary: str, answer: dict[str, Any], *statuses: int, **more: Any) -> dict[str, Any]:
    responses = {"200": answer, **_problems(*statuses, 500)}
    return {"get": {"operationId": name, "summary": summary, **more, "responses": responses}}


def _match_request(limits: Limits) -> dict[str, Any]:
    megabytes = limits.max_bytes // 1_000_000
    fields = {
        "file": {
            "type": "string",
            "contentMediaType": "application/octet-stream",
            "description": f"The resume: {or_list(RESUME_FORMATS)}; at most {megabytes} MB and "
            f"{limits.max_pages} pages.",
        },
        "role": {**_TEXT, "description": "The id of a role profile.", "examples": ["lead-backend-engineer"]},
        "job": {**_TEXT, "description": f"A job description as text, at most {limits.max_characters} characters."},
    }
    schema = {
        "type": "object",
        "properties": fields,
        "required": ["file"],
        "oneOf": [{"required": ["role"]}, {"required": ["job"]}],
        "additionalProperties": False,
    }
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


def _answer(description: str, schema: str) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {"X-Request-Id": {"schema": _TEXT, "description": "Names this request in the server's log."}},
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _problems(*statuses: int) -> dict[str, Any]:
    return {
        str(status): {
            "description": "; ".join(f"{code}: {title}" for code, title in _codes_of(status)) + ".",
            "content": {_PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in statuses
    }


def _codes_of(status: int) -> list[tuple[str, str]]:
    found = {code: INPUT_TITLES[code] for code, own in STATUS.items() if own == status}
    if status in HTTP_TITLES:
        code, title, _ = HTTP_TITLES[status]
        found.setdefault(code, title)
    return list(found.items())


def _own_schemas() -> dict[str, Any]:
    codes = dict.fromkeys([*STATUS, *(code for code, _, _ in HTTP_TITLES.values())])
    summary = {
        "id": _TEXT,
        "title": _TEXT,
        "seniority": {"enum": ["junior", "mid", "senior", "lead", "any"]},
        "summary": _TEXT,
        "required": {"type": "integer", "description": "How many must-haves there are."},
        "preferred": {"type": "integer", "description": "How many nice-to-haves there are."},
    }
    return {
        "Problem": _object(
            {
                "type": {**_TEXT, "format": "uri-reference"},
                "title": _TEXT,
                "status": {"type": "integer"},
                "detail": {**_TEXT, "description": "What is wrong and what to do."},
                "code": {"enum": list(codes)},
                "request_id": _TEXT,
            },
            "Problem details (RFC 9457).",
        ),
        "RoleProfileSummary": _object(summary, "A role profile in short."),
        "RoleProfileList": _object(
            {"data": {"type": "array", "items": {"$ref": "#/components/schemas/RoleProfileSummary"}}}, "All of them."
        ),
        "RoleProfile": _object(
            {**summary, "requirements": {"type": "array", "items": {"$ref": "#/components/schemas/RoleRequirement"}}},
            "A role profile with its requirements.",
        ),
        "RoleRequirement": _requirement(),
        "Health": _object(
            {
                "status": {"const": "ok"},
                "version": _TEXT,
                "taxonomy": _object({"version": _TEXT, "hash": _TEXT}, "The data it judges with."),
            },
            "A sign of life.",
        ),
    }


def _requirement() -> dict[str, Any]:
    example = _object({"code": _TEXT, "title": _TEXT}, "A commodity code and a title of O*NET Technology Skills.")
    same_as = _object(
        {"esco": {"type": ["string", "null"]}, "onet": {"anyOf": [example, {"type": "null"}]}},
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


def _object(properties: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}
