"""One or more calls of each operation, as the document and the API's page show them; tests run them all."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["EXAMPLES", "Example", "curl_of"]


@dataclass(frozen=True, slots=True)
class Example:
    """A call.

    Args:
        name: its name in the document.
        summary: what it shows.
        method: of HTTP.
        path: after /api/v1; ids of things that have to be made first stand in braces.
        body: of JSON, if it sends one.
        form: fields of a form, if it sends one; "@" before the name of a file.
        headers: that it needs.
        status: what it is answered with.
    """

    name: str
    summary: str
    method: str
    path: str
    body: Mapping[str, Any] | None = None
    form: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


_ROLE = "lead-backend-engineer"
_RESUME = """Ada Byte

Experience

Back-end Engineer, Quillmere Freight
January 2019 - present
- Designed the booking API in Go; it serves 40 carriers.
- Tuned PostgreSQL queries; the nightly report went from 40 to 3 minutes.

Skills
Go, PostgreSQL, Terraform
"""
_JSON_RESUME = {
    "basics": {"name": "Ada Byte", "label": "Back-end Engineer"},
    "work": [
        {
            "name": "Quillmere Freight",
            "position": "Back-end Engineer",
            "startDate": "2019-01",
            "highlights": ["Designed the booking API in Go; it serves 40 carriers."],
        }
    ],
    "skills": [{"name": "Data", "keywords": ["PostgreSQL", "Kafka"]}],
}
_POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Back-end Engineer",
    "description": "<p>You bring:</p><ul><li>Experience with PostgreSQL</li><li>Experience with Kafka</li></ul>",
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": "36"},
}
_FILE = {"name": "resume.md", "content": "IyBBZGEgQnl0ZQoKIyMgU2tpbGxzCgpHbywgUG9zdGdyZVNRTAo="}

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "createMatch": (
        Example(
            "file",
            "A file and a role",
            "POST",
            "/matches",
            form={"file": "@resume.pdf", "role": _ROLE, "external_id": "application-4711"},
            status=201,
        ),
        Example("text", "Plain text", "POST", "/matches", {"resume_text": _RESUME, "role": _ROLE}, status=201),
        Example(
            "json_resume",
            "JSON Resume and a JobPosting",
            "POST",
            "/matches",
            {"resume_json": _JSON_RESUME, "job_posting": _POSTING, "external_id": "application-4711"},
            status=201,
        ),
        Example(
            "base64",
            "A file inside JSON, and a job as text",
            "POST",
            "/matches",
            {"resume_file": _FILE, "job": "Back-end Engineer\n\nRequirements\n- Experience with PostgreSQL\n"},
            status=201,
        ),
    ),
    "uploadMatch": (
        Example(
            "file",
            "A file and a role",
            "POST",
            "/matches/upload",
            form={"file": "@resume.pdf", "role": _ROLE},
            status=201,
        ),
    ),
    "getMatch": (Example("one", "A match", "GET", "/matches/{match_id}"),),
    "deleteMatch": (Example("one", "Erase a match", "DELETE", "/matches/{match_id}", status=204),),
    "createBatch": (
        Example(
            "two",
            "Two resumes against a role",
            "POST",
            "/batches",
            {
                "external_id": "monday",
                "role": _ROLE,
                "items": [
                    {"external_id": "application-4711", "resume_text": _RESUME},
                    {"external_id": "application-4712", "resume_json": _JSON_RESUME},
                ],
            },
            headers={"Idempotency-Key": "0d6f5d0a-6c5b-4b0e-8a53-0c8f3f9b7d11"},
            status=202,
        ),
    ),
    "getBatch": (Example("one", "How far it is", "GET", "/batches/{batch_id}"),),
    "listBatchResults": (Example("first", "The first 50 results", "GET", "/batches/{batch_id}/results?limit=50"),),
    "cancelBatch": (Example("one", "Cancel a batch", "POST", "/batches/{batch_id}/cancel", status=202),),
    "deleteBatch": (Example("one", "Erase a batch", "DELETE", "/batches/{batch_id}", status=204),),
    "createWebhookEndpoint": (
        Example(
            "batches",
            "Be told when a batch is over",
            "POST",
            "/webhook-endpoints",
            {"url": "https://hooks.example.org/matcher", "events": ["batch.completed"]},
            status=201,
        ),
    ),
    "listWebhookEndpoints": (Example("all", "All of them", "GET", "/webhook-endpoints"),),
    "getWebhookEndpoint": (Example("one", "One of them", "GET", "/webhook-endpoints/{endpoint_id}"),),
    "testWebhookEndpoint": (
        Example("ping", "Send a ping", "POST", "/webhook-endpoints/{endpoint_id}/test", status=202),
    ),
    "rotateWebhookSecret": (Example("one", "A new secret", "POST", "/webhook-endpoints/{endpoint_id}/rotate"),),
    "deleteWebhookEndpoint": (Example("one", "Remove it", "DELETE", "/webhook-endpoints/{endpoint_id}", status=204),),
    "createDocument": (
        Example(
            "file", "A file", "POST", "/documents", form={"file": "@resume.pdf", "external_id": "4711"}, status=201
        ),
    ),
    "getDocument": (Example("one", "A document", "GET", "/documents/{document_id}"),),
    "deleteDocument": (Example("one", "Erase a document", "DELETE", "/documents/{document_id}", status=204),),
    "createRoleProfile": (
        Example("posting", "Of a JobPosting", "POST", "/role-profiles", {"job_posting": _POSTING}, status=201),
        Example(
            "job",
            "Of a text",
            "POST",
            "/role-profiles",
            {"title": "Platform team", "job": "Back-end Engineer\n\nRequirements\n- Experience with PostgreSQL\n"},
            status=201,
        ),
    ),
    "listRoleProfiles": (Example("all", "All of them", "GET", "/role-profiles"),),
    "getRoleProfile": (Example("one", "One of them", "GET", f"/role-profiles/{_ROLE}"),),
    "listQuestions": (
        Example("role", "On what a role asks for", "GET", f"/questions?role={_ROLE}&kind=design&limit=10"),
    ),
    "getDescription": (Example("document", "The document", "GET", "/openapi.json"),),
    "getHealth": (Example("health", "A sign of life", "GET", "/health"),),
    "getReadiness": (Example("ready", "Whether to send work", "GET", "/ready"),),
    "getMetrics": (Example("metrics", "All counters", "GET", "/metrics"),),
}
"""By the id of the operation."""


def curl_of(example: Example, root: str) -> str:
    """Write a call down for curl, one part a line.

    Args:
        example: the call.
        root: the address of the server, like http://127.0.0.1:8000.
    """
    parts = ["curl"]
    parts += [f"-H {shlex.quote(f'{name}: {value}')}" for name, value in example.headers.items()]
    parts += [f"-F {shlex.quote(f'{name}={value}')}" for name, value in example.form.items()]
    if example.body is not None:
        parts += ["-H 'Content-Type: application/json'"]
        parts += [f"-d {shlex.quote(json.dumps(example.body, indent=2, ensure_ascii=False))}"]
    if example.method != ("POST" if example.form or example.body is not None else "GET"):
        parts += [f"-X {example.method}"]
    return " \\\n  ".join([*parts, shlex.quote(f"{root}/api/v1{example.path}")])
