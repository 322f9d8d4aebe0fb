from __future__ import annotations

import json

from flask import Flask
from flask.testing import FlaskClient

from matcher.web.api.base import JSON, MULTIPART, OPERATIONS, answer


def test_operations_know_what_they_take(app: Flask) -> None:
    matches, questions = OPERATIONS["api.create_match"], OPERATIONS["api.questions"]

    assert matches.media == (JSON, MULTIPART)
    assert matches.fields == {"file", "role", "job", "external_id"}
    assert questions.query == {"limit", "cursor", "role", "requirement", "skill", "kind", "level", "q"}
    assert {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith("api.")} == set(OPERATIONS)


def test_an_answer_is_json_in_utf_8_with_its_headers(app: Flask) -> None:
    given = answer({"name": "Žižka"}, 201, {"Location": "/x"})

    assert (given.status_code, given.mimetype, given.headers["Location"]) == (201, "application/json", "/x")
    assert "Žižka".encode() in given.data
    assert json.loads(given.data) == {"name": "Žižka"}


def test_who_has_an_answer_gets_304(client: FlaskClient) -> None:
    for path in ("role-profiles", "role-profiles/lead-backend-engineer", "questions?limit=1", "openapi.json"):
        first = client.get(f"/api/v1/{path}")
        again = client.get(f"/api/v1/{path}", headers={"If-None-Match": first.headers["ETag"]})
        other = client.get(f"/api/v1/{path}", headers={"If-None-Match": '"stale"'})

        assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
        assert again.data == b""
        assert first.headers["Cache-Control"] == "private, no-cache"
