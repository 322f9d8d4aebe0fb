from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from matcher.storage.database import Database
from matcher.storage.idempotency import Call, begin_call
from matcher.storage.keys import LOCAL_KEY
from matcher.storage.tables.api import idempotency_keys
from tests.web.api.conftest import MakeKey, bearer, work_off
from tests.web.conftest import Clock

ROLE = "lead-backend-engineer"
BATCH = {"role": ROLE, "items": [{"external_id": "a", "resume_text": "Ada Byte\n\nSkills\nGo"}]}
MATCH = {"role": ROLE, "resume_text": "Ada Byte\n\nSkills\nGo"}


def post(client: FlaskClient, path: str, body: Any, name: str | None, headers: Any = None) -> Any:
    named = {"Idempotency-Key": name} if name is not None else {}
    return client.post(f"/api/v1/{path}", json=body, headers={**named, **(headers or {})})


def test_a_repeated_call_does_nothing_again(app: Flask, client: FlaskClient) -> None:
    first, second = (post(client, "batches", BATCH, "n-1") for _ in range(2))

    assert first.status_code == second.status_code == 202
    assert first.data == second.data
    assert first.headers["Location"] == second.headers["Location"]
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    assert work_off(app) == 1


def test_the_name_may_stand_in_quotes(client: FlaskClient) -> None:
    assert post(client, "batches", BATCH, '"n-1"').data == post(client, "batches", BATCH, "n-1").data


def test_another_body_under_the_same_name_is_refused(client: FlaskClient) -> None:
    post(client, "batches", BATCH, "n-1")

    answer = post(client, "batches", {**BATCH, "external_id": "x"}, "n-1")

    body = json.loads(answer.data)
    assert (answer.status_code, body["code"]) == (422, "idempotency_mismatch")
    assert [(one["in"], one["pointer"]) for one in body["errors"]] == [("header", "/Idempotency-Key")]


def test_a_batch_needs_a_name_and_others_may_have_one(client: FlaskClient) -> None:
    answer = post(client, "batches", BATCH, None)
    first, second = (post(client, "matches", MATCH, "n-1").json for _ in range(2))

    assert (answer.status_code, json.loads(answer.data)["code"]) == (400, "idempotency_key_missing")
    assert first["id"] == second["id"]
    assert post(client, "matches", MATCH, None).json["id"] != first["id"]
    assert post(client, "role-profiles", {"job": "We have a dog."}, "n-1").status_code == 422


@pytest.mark.parametrize("name", ["", " ", '"', '"a', "x" * 256, 'a"b', "é"])
def test_a_name_that_cannot_be_one_is_refused(name: str, client: FlaskClient) -> None:
    answer = post(client, "batches", BATCH, name)

    assert (answer.status_code, json.loads(answer.data)["code"]) == (400, "idempotency_key_invalid")


def test_while_the_first_call_runs_the_second_is_told_to_wait(
    client: FlaskClient, workspace: Database, clock: Clock
) -> None:
    done = post(client, "batches", BATCH, "n-1")
    assert done.status_code == 202
    with workspace.write() as connection:
        connection.execute(update(idempotency_keys).values(status_code=None))

    answer = post(client, "batches", BATCH, "n-1")
    assert (answer.status_code, json.loads(answer.data)["code"]) == (409, "idempotency_running")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_refused_call_may_be_mended_under_its_name(client: FlaskClient) -> None:
    assert post(client, "matches", {**MATCH, "role": "pirate"}, "n-1").status_code == 404
    assert post(client, "matches", MATCH, "n-1").status_code == 201


def test_names_of_two_keys_do_not_meet(client: FlaskClient, make_key: MakeKey) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))

    assert (
        post(client, "matches", MATCH, "n", ours).json["id"] != post(client, "matches", MATCH, "n", theirs).json["id"]
    )


def test_after_a_day_the_name_is_free(client: FlaskClient, clock: Clock) -> None:
    first = post(client, "matches", MATCH, "n-1").json["id"]
    clock.pass_hours(24)

    assert post(client, "matches", MATCH, "n-1").json["id"] != first


def test_an_erased_match_is_not_given_again(client: FlaskClient) -> None:
    first = post(client, "matches", MATCH, "n-1").json["id"]
    client.delete(f"/api/v1/matches/{first}")

    assert post(client, "matches", MATCH, "n-1").json["id"] != first


def test_a_form_may_have_a_name_too(client: FlaskClient) -> None:
    def send(text: bytes) -> Any:
        body = (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n' + text + b"\r\n"
            b'--x\r\nContent-Disposition: form-data; name="role"\r\n\r\nlead-backend-engineer\r\n--x--\r\n'
        )
        headers = {"Idempotency-Key": "n-1", "Content-Type": "multipart/form-data; boundary=x"}
        return client.post("/api/v1/matches", input_stream=io.BytesIO(body), headers=headers, content_length=len(body))

    first, second, other = send(b"Ada Byte, Go"), send(b"Ada Byte, Go"), send(b"Ada Byte, Rust")
    assert (first.status_code, second.data) == (201, first.data)
    assert other.status_code == 422


def test_the_call_belongs_to_its_address(client: FlaskClient, workspace: Database, clock: Clock) -> None:
    post(client, "matches", MATCH, "n-1")

    with workspace.write() as connection:
        call = Call(LOCAL_KEY, "POST createBatch", "n-1", "0" * 64)
        assert begin_call(connection, call, clock())[0].value == "new"
