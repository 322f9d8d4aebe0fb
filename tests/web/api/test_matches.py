from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Matcher, Upload
from matcher.reports.serialise import from_json, to_shape
from tests.web.api.conftest import MakeKey, bearer
from tests.web.conftest import Clock

ROLE = "lead-backend-engineer"
MATCHES = "/api/v1/matches"
Post = Callable[..., Any]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 99


def test_a_file_and_a_role_give_the_report(post: Post, resume: Upload, matcher: Matcher) -> None:
    answer = post(MATCHES, file=resume, role=ROLE)

    body = answer.json
    assert answer.status_code == 201
    assert answer.mimetype == "application/json"
    assert body.pop("id").startswith("match_")
    report = from_json(json.dumps(body))
    assert report == matcher.report(resume, matcher.role(ROLE), as_of=report.as_of)
    assert body.pop("external_id") is None
    assert to_shape(report) == body


def test_a_job_text_is_a_target_too(post: Post, resume: Upload) -> None:
    job = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"

    body = post(MATCHES, file=resume, job=job).json

    assert body["role"] is None
    assert body["job"]["sha256"]
    assert {one["status"] for one in body["requirements"]} == {"met", "missing"}


def test_the_same_file_gives_the_same_answer_but_for_the_id(post: Post, resume: Upload) -> None:
    first, second = (post(MATCHES, file=resume, role=ROLE).json for _ in range(2))

    assert first.pop("id") != second.pop("id")
    assert first == second


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"role": ROLE}, 400, "field_missing"),
        ({"file": Upload(b"Ada", "a.txt")}, 400, "field_missing"),
        ({"file": Upload(b"Ada", "a.txt"), "role": ROLE, "job": "x"}, 400, "field_conflict"),
        ({"file": [Upload(b"Ada", "a.txt")] * 2, "role": ROLE}, 400, "field_conflict"),
        ({"file": Upload(b"Ada", "a.txt"), "role": ROLE, "rolle": "x"}, 422, "field_unknown"),
        ({"file": Upload(b"Ada", "a.txt"), "role": "pirate"}, 404, "role_unknown"),
        ({"file": Upload(b"Ada", "a.txt"), "job": "We have a dog."}, 422, "job_unreadable"),
        ({"file": Upload(b"", "a.pdf"), "role": ROLE}, 422, "file_empty"),
        ({"file": Upload(b"a " * 2_600_000, "a.txt"), "role": ROLE}, 413, "file_too_large"),
        ({"file": Upload(b"a " * 13_000_000, "a.txt"), "role": ROLE}, 413, "file_too_large"),
        ({"file": Upload(PNG, "a.png"), "role": ROLE}, 415, "type_unsupported"),
        ({"file": Upload(b"%PDF-1.4\n%%EOF", "a.pdf"), "role": ROLE}, 422, "file_corrupt"),
        ({"file": Upload(b"%PDF-1.4\n%%EOF", "a.docx"), "role": ROLE}, 415, "type_mismatch"),
        ({"file": Upload(b"Ada " * 60_000, "a.txt"), "role": ROLE}, 422, "text_too_long"),
    ],
)
def test_every_error_is_problem_details(fields: dict[str, Any], status: int, code: str, post: Post) -> None:
    answer = post(MATCHES, **fields)

    body = json.loads(answer.data)
    assert (answer.status_code, body["code"]) == (status, code)
    assert answer.mimetype == "application/problem+json"
    assert set(body) == {"type", "title", "status", "detail", "code", "request_id", "errors"}
    assert body["status"] == status
    assert body["request_id"] == answer.headers["X-Request-Id"]
    assert body["type"] == f"/api#error-{code}"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/nothing", 404, "not_found"),
        ("get", MATCHES, 405, "method_not_allowed"),
    ],
)
def test_what_http_refuses_is_problem_details_too(
    method: str, path: str, status: int, code: str, client: FlaskClient
) -> None:
    answer = getattr(client, method)(path)

    assert (answer.status_code, json.loads(answer.data)["code"]) == (status, code)
    assert answer.mimetype == "application/problem+json"
    assert ("Allow" in answer.headers) == (status == 405)


@pytest.mark.parametrize(
    ("body", "type_"), [(b"{}", "text/plain"), (b"", None), (b"role=x", "application/x-www-form-urlencoded")]
)
def test_a_body_of_another_kind_is_refused(body: bytes, type_: str | None, client: FlaskClient) -> None:
    answer = client.post(MATCHES, data=body, content_type=type_)

    assert (answer.status_code, json.loads(answer.data)["code"]) == (415, "media_type_unsupported")


@pytest.mark.parametrize("body", [b"--x\r\nContent-Disposition: form-data; name=", b"--y--", b"\x00" * 50, b""])
def test_a_broken_multipart_body_is_no_crash(body: bytes, client: FlaskClient) -> None:
    answer = client.post(MATCHES, data=body, content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_a_form_gives_the_same_at_both_addresses(post: Post, resume: Upload) -> None:
    first, second = (post(path, file=resume, role=ROLE).json for path in (MATCHES, f"{MATCHES}/upload"))

    assert first.pop("id") != second.pop("id")
    assert first == second


def test_json_gives_what_a_form_gives(client: FlaskClient, post: Post, resume: Upload) -> None:
    content = base64.b64encode(resume.data).decode()
    form = post(MATCHES, file=resume, role=ROLE, external_id="4711").json

    body = {"resume_file": {"name": resume.filename, "content": content}, "role": ROLE, "external_id": "4711"}
    answer = client.post(MATCHES, json=body)

    assert answer.status_code == 201
    assert answer.json.pop("id") != form.pop("id")
    assert {key: value for key, value in answer.json.items() if key != "id"} == form
    assert form["external_id"] == "4711"


def test_text_is_read_as_a_file_with_it_would_be(client: FlaskClient, post: Post, resume: Upload) -> None:
    file = post(MATCHES, file=resume, role=ROLE).json
    text = client.post(MATCHES, json={"resume_text": resume.data.decode(), "role": ROLE}).json

    assert text["score"] == file["score"]
    assert text["input"]["sha256"] == file["input"]["sha256"]


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"resume_file": {"name": "a.pdf", "content": ""}, "role": ROLE}, "/resume_file/content"),
        ({"resume_file": {"name": "a.pdf", "content": "eA=="}, "role": ROLE}, "/resume_file/content"),
        ({"resume_text": " ", "role": ROLE}, "/resume_text"),
        ({"resume_json": {}, "role": ROLE}, "/resume_json"),
        ({"resume_text": "Go", "role": "pirate"}, "/role"),
        ({"resume_text": "Go", "job": "We have a dog."}, "/job"),
    ],
)
def test_what_cannot_be_used_is_pointed_to(fields: dict[str, Any], pointer: str, client: FlaskClient) -> None:
    answer = client.post(MATCHES, json=fields)

    body = json.loads(answer.data)
    assert answer.status_code in {404, 415, 422}
    assert [(one["in"], one["pointer"], one["code"]) for one in body["errors"]] == [("body", pointer, body["code"])]


def test_a_match_stays_where_its_location_says_until_it_is_erased(
    client: FlaskClient, post: Post, resume: Upload
) -> None:
    made = post(MATCHES, file=resume, role=ROLE, external_id="4711")
    place = made.headers["Location"]

    read = client.get(place)
    assert read.json == made.json
    assert client.get(place, headers={"If-None-Match": read.headers["ETag"]}).status_code == 304
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404
    assert client.delete(place).status_code == 404


def test_another_team_sees_nothing_of_a_match(client: FlaskClient, make_key: MakeKey) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    body = {"resume_text": "Ada Byte\n\nSkills\nGo", "role": ROLE}
    place = client.post(MATCHES, json=body, headers=ours).headers["Location"]

    assert client.get(place, headers=theirs).status_code == 404
    assert client.delete(place, headers=theirs).status_code == 404
    assert client.get(place, headers=ours).status_code == 200


def test_a_match_ends_after_thirty_days(client: FlaskClient, post: Post, resume: Upload, clock: Clock) -> None:
    place = post(MATCHES, file=resume, role=ROLE).headers["Location"]
    clock.pass_hours(30 * 24)

    assert client.get(place).status_code == 404


def test_nothing_of_a_call_is_kept_with_the_pages(post: Post, resume: Upload, app: Any) -> None:
    post(MATCHES, file=resume, role=ROLE)

    assert len(app.extensions["matcher"].reports) == 0
