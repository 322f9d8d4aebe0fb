from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

MATCHES = "/api/v1/matches"


def problem(answer: Any) -> dict[str, Any]:
    assert answer.mimetype == "application/problem+json"
    body: dict[str, Any] = json.loads(answer.data)
    assert body["request_id"] == answer.headers["X-Request-Id"]
    return body


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "json_invalid"),
        (b"{", 400, "json_invalid"),
        (b'{"resume_text": NaN}', 400, "json_invalid"),
        (b'{"role": "a", "role": "b"}', 400, "json_invalid"),
        (b'{"resume_json": {"a": 1, "a": 2}}', 400, "json_invalid"),
        (b"\xff\xfe\xff", 400, "json_invalid"),
        (b"[" * 100_000, 400, "json_invalid"),
        (b"9" * 5_000, 400, "json_invalid"),
        (b"null", 422, "field_invalid"),
        (b"[]", 422, "field_invalid"),
        (b'"text"', 422, "field_invalid"),
        (b"{}", 400, "field_missing"),
    ],
)
def test_what_is_no_object_of_json_is_refused(body: bytes, status: int, code: str, client: FlaskClient) -> None:
    answer = client.post(MATCHES, data=body, content_type="application/json")

    assert (answer.status_code, problem(answer)["code"]) == (status, code)


@pytest.mark.parametrize(
    ("path", "place", "pointer", "status", "code"),
    [
        ("/api/v1/health?deep=1", "query", "/deep", 422, "field_unknown"),
        ("/api/v1/questions?rolle=x", "query", "/rolle", 422, "field_unknown"),
        ("/api/v1/questions?kind=design&kind=technical", "query", "/kind", 400, "field_conflict"),
        ("/api/v1/questions?a~/b=1", "query", "/a~0~1b", 422, "field_unknown"),
        ("/api/v1/questions?" + "x" * 500 + "=1", "query", "/" + "x" * 60, 422, "field_unknown"),
    ],
)
def test_parameters_are_known_and_sent_once(
    path: str, place: str, pointer: str, status: int, code: str, client: FlaskClient
) -> None:
    answer = client.get(path)

    body = problem(answer)
    assert (answer.status_code, body["code"]) == (status, code)
    assert [(one["in"], one["pointer"], one["code"]) for one in body["errors"]] == [(place, pointer, code)]


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/xml", 406),
        ("text/html;q=1", 406),
        ("application/json", 200),
        ("application/problem+json", 200),
        ("text/html, */*;q=0.1", 200),
        ("application/*", 200),
        ("", 200),
    ],
)
def test_who_takes_no_json_is_told_so(accept: str, status: int, client: FlaskClient) -> None:
    assert client.get("/api/v1/health", headers={"Accept": accept}).status_code == status


def test_pages_are_not_checked(client: FlaskClient) -> None:
    assert client.get("/roles?campaign=spring", headers={"Accept": "text/html"}).status_code == 200


def test_a_form_field_as_a_file_and_a_file_as_a_field_are_refused(client: FlaskClient) -> None:
    form = (
        b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nAda\r\n'
        b'--x\r\nContent-Disposition: form-data; name="role"\r\n\r\nlead-backend-engineer\r\n--x--\r\n'
    )
    answer = client.post(MATCHES, data=form, content_type="multipart/form-data; boundary=x")

    body = problem(answer)
    assert (answer.status_code, body["code"]) == (422, "field_invalid")
    assert body["errors"][0]["pointer"] == "/file"
