from __future__ import annotations

import base64
import io
import itertools
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from tests.web.api.conftest import MakeKey, bearer, work_off

ROLE = "lead-backend-engineer"
BATCHES = "/api/v1/batches"
TEXT = "Ada Byte\n\nSkills\nGo, PostgreSQL"
NAMES = itertools.count()


@pytest.fixture
def more() -> dict[str, Any]:
    return {"QUEUE_ITEMS": 20, "QUEUE_ITEMS_PER_TEAM": 10}


def item(number: int, **fields: Any) -> dict[str, Any]:
    return {"external_id": f"a{number}", **(fields or {"resume_text": TEXT})}


def send(client: FlaskClient, items: list[dict[str, Any]], headers: Any = None, **more: Any) -> Any:
    named = {"Idempotency-Key": f"name-{next(NAMES)}", **(headers or {})}
    return client.post(BATCHES, json={"role": ROLE, "items": items, **more}, headers=named)


def test_from_sending_to_results(app: Flask, client: FlaskClient, sample: Upload) -> None:
    document = client.post("/api/v1/documents", data={"file": (io.BytesIO(sample.data), "resume.pdf")}).json["id"]
    resumes = [
        item(0, resume_text=TEXT),
        item(1, document_id=document),
        item(2, resume_file={"name": "x.pdf", "content": base64.b64encode(b"%PDF-1.4\n%%EOF").decode()}),
        item(3, resume_json={"work": [{"position": "Engineer", "highlights": ["Built services in Go"]}]}),
    ]

    sent = send(client, resumes, external_id="monday")
    place = sent.headers["Location"]
    assert (sent.status_code, sent.json["status"], sent.json["counts"]["waiting"]) == (202, "queued", 4)
    assert int(sent.headers["Retry-After"]) > 0
    assert client.get(f"{place}/results").json == {"data": [], "next_cursor": None}

    assert work_off(app) == 4
    over = client.get(place)
    assert "Retry-After" not in over.headers
    assert over.json["counts"] == {"total": 4, "succeeded": 3, "failed": 1, "cancelled": 0, "waiting": 0}
    assert (over.json["status"], over.json["external_id"]) == ("completed", "monday")

    results = client.get(f"{place}/results").json["data"]
    assert [(one["external_id"], one["status"]) for one in results] == [
        ("a0", "done"), ("a1", "done"), ("a2", "failed"), ("a3", "done"),
    ]  # fmt: skip
    assert results[2]["match"] is None
    assert (results[2]["problem"]["code"], results[2]["problem"]["status"]) == ("file_corrupt", 422)
    alone = client.post("/api/v1/matches", json={"resume_text": TEXT, "role": ROLE}).json
    assert {**results[0]["match"], "id": "", "external_id": None} == {**alone, "id": ""}
    assert client.get(f"/api/v1/matches/{results[0]['match']['id']}").json == results[0]["match"]


def test_who_asks_again_gets_304_until_something_happened(app: Flask, client: FlaskClient) -> None:
    place = send(client, [item(0), item(1)]).headers["Location"]
    first = client.get(place)
    tag = {"If-None-Match": first.headers["ETag"]}

    assert client.get(place, headers=tag).status_code == 304
    assert work_off(app, 1) == 1
    assert client.get(place, headers=tag).status_code == 200


def test_results_come_in_pieces(app: Flask, client: FlaskClient) -> None:
    place = send(client, [item(number) for number in range(5)]).headers["Location"]
    work_off(app)

    found, url = [], f"{place}/results?limit=2"
    while url:
        answer = client.get(url)
        found += [one["external_id"] for one in answer.json["data"]]
        url = answer.headers.get("Link", "").partition(">")[0].lstrip("<")

    assert found == ["a0", "a1", "a2", "a3", "a4"]


def test_a_batch_is_cancelled_and_cannot_be_twice(app: Flask, client: FlaskClient) -> None:
    place = send(client, [item(0), item(1), item(2)]).headers["Location"]
    work_off(app, 1)

    answer = client.post(f"{place}/cancel")
    assert (answer.status_code, answer.json["status"]) == (202, "cancelled")
    assert answer.json["counts"] == {"total": 3, "succeeded": 1, "failed": 0, "cancelled": 2, "waiting": 0}
    assert work_off(app) == 0
    again = client.post(f"{place}/cancel")
    assert (again.status_code, json.loads(again.data)["code"]) == (409, "batch_over")
    assert [one["status"] for one in client.get(f"{place}/results").json["data"]] == ["done", "cancelled", "cancelled"]


def test_a_batch_is_erased_with_its_matches(app: Flask, client: FlaskClient) -> None:
    place = send(client, [item(0)]).headers["Location"]
    work_off(app)
    match = client.get(f"{place}/results").json["data"][0]["match"]["id"]

    assert client.delete(place).status_code == 204
    for path in (place, f"{place}/results", f"/api/v1/matches/{match}"):
        assert client.get(path).status_code == 404
    assert client.delete(place).status_code == 404


def test_another_team_sees_nothing_of_a_batch(client: FlaskClient, make_key: MakeKey) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    place = send(client, [item(0)], ours).headers["Location"]

    for method, path in (("get", place), ("get", f"{place}/results"), ("post", f"{place}/cancel"), ("delete", place)):
        assert getattr(client, method)(path, headers=theirs).status_code == 404
    assert client.get(place, headers=ours).status_code == 200


@pytest.mark.parametrize(
    ("items", "status", "pointer", "code"),
    [
        ([], 422, "/items", "field_invalid"),
        ([item(0), item(0)], 400, "/items/1/external_id", "field_conflict"),
        ([item(0), {"resume_text": TEXT}], 400, "/items/1/external_id", "field_missing"),
        ([item(0), item(1, resume_text=TEXT, resume_json={})], 400, "/items/1/resume_json", "field_conflict"),
        ([{"external_id": "a"}], 400, "/items/0/document_id", "field_missing"),
        ([item(0, document_id="doc_" + "0" * 24)], 422, "/items/0/document_id", "document_unknown"),
        ([item(0, resume_json={})], 422, "/items/0/resume_json", "file_empty"),
        ([item(0, resume_text=TEXT, rolle=1)], 422, "/items/0/rolle", "field_unknown"),
    ],
)
def test_what_is_wrong_is_pointed_to_and_nothing_is_taken_in(
    items: Any, status: int, pointer: str, code: str, app: Flask, client: FlaskClient
) -> None:
    answer = send(client, items)

    body = json.loads(answer.data)
    assert (answer.status_code, body["code"], body["errors"][0]["pointer"]) == (status, code, pointer)
    assert work_off(app) == 0


def test_where_too_much_waits_a_batch_is_refused_until_there_is_room(
    app: Flask, client: FlaskClient, make_key: MakeKey
) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    answers = [send(client, [item(n) for n in range(10)], ours), send(client, [item(0)], ours)]
    answers += [send(client, [item(n) for n in range(11)], theirs), send(client, [item(n) for n in range(10)], theirs)]
    answers += [send(client, [item(0)], theirs)]

    codes = [(one.status_code, json.loads(one.data).get("code")) for one in answers]
    assert codes == [(202, None), (429, "queue_share_used"), (503, "queue_full"), (202, None), (503, "queue_full")]
    assert all(int(one.headers["Retry-After"]) > 0 for one in answers)
    assert work_off(app) == 20
    assert send(client, [item(0)], ours).status_code == 202
