"""An applicant tracking system reads the description, picks a role, posts files and handles what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

from matcher.pipeline import Upload


def test_from_the_description_to_a_match(client: FlaskClient, post: Callable[..., Any], sample: Upload) -> None:
    assert client.get("/api/v1/health").json["status"] == "ok"
    description = client.get("/api/v1/openapi.json").json
    path = next(path for path, item in description["paths"].items() if "post" in item)
    roles = client.get("/api/v1/role-profiles").json["data"]
    role = next(one["id"] for one in roles if one["seniority"] == "lead")

    match = post(path, file=sample, role=role).json

    assert match["role"]["id"] == role
    assert (
        sum(one["weight"] for one in match["requirements"]) == 100
        or abs(sum(one["weight"] for one in match["requirements"]) - 100) < 0.01
    )
    met = [one for one in match["requirements"] if one["status"] == "met"]
    assert len(met) >= 8
    assert all(one["evidence"] for one in met)
    for one in met:
        for evidence in one["evidence"]:
            start, end = evidence["hit"]
            assert evidence["text"][start:end].strip()
    assert all(gap["questions"] for gap in match["gaps"])


def test_a_file_that_cannot_be_read_is_a_problem_with_a_code(post: Callable[..., Any]) -> None:
    answer = post("/api/v1/matches", file=Upload(b"", "a.pdf"), role="lead-backend-engineer")

    problem = json.loads(answer.data)
    assert (answer.status_code, problem["code"]) == (422, "file_empty")
    assert "a.pdf is empty." in problem["detail"]
