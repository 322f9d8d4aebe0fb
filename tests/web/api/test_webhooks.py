from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matcher.storage.database import Database
from matcher.storage.tables.api import webhook_deliveries, webhook_endpoints
from tests.web.api.conftest import MakeKey, bearer, work_off
from tests.work.test_addresses import INNER

HOOKS = "/api/v1/webhook-endpoints"
HOOK = {"url": "https://hooks.example.org/in", "events": ["batch.completed"]}


def events(workspace: Database) -> list[tuple[str, str]]:
    with workspace.read() as connection:
        return [(row.event, row.subject_id) for row in connection.execute(select(webhook_deliveries))]


def test_an_address_is_made_listed_tested_rotated_and_removed(client: FlaskClient, workspace: Database) -> None:
    made = client.post(HOOKS, json=HOOK)
    place = made.headers["Location"]
    shown = {key: value for key, value in made.json.items() if key != "secret"}

    assert (made.status_code, made.json["enabled"]) == (201, True)
    assert made.json["secret"].startswith("whsec_")
    assert client.get(place).json == shown
    assert client.get(HOOKS).json["data"] == [shown]
    assert client.post(f"{place}/test").status_code == 202
    assert client.post(f"{place}/test").status_code == 202
    assert [event for event, _ in events(workspace)] == ["ping", "ping"]
    rotated = client.post(f"{place}/rotate").json
    assert rotated["secret"] != made.json["secret"]
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404
    assert client.delete(place).status_code == 404
    assert client.post(f"{place}/rotate").status_code == 404


def test_the_secret_is_sealed_where_it_is_kept(client: FlaskClient, workspace: Database) -> None:
    secret = client.post(HOOKS, json=HOOK).json["secret"]

    with workspace.read() as connection:
        assert secret not in str(connection.execute(select(webhook_endpoints)).one())


@pytest.mark.parametrize("host", INNER)
def test_addresses_that_lead_inside_are_refused(host: str, client: FlaskClient) -> None:
    answer = client.post(HOOKS, json={**HOOK, "url": f"https://{host}/"})

    body = json.loads(answer.data)
    assert answer.status_code == 422
    assert body["code"] in {"address_inner", "address_invalid"}
    assert body["errors"][0]["pointer"] == "/url"


def test_what_is_done_is_told_to_who_wants_to_know(app: Flask, client: FlaskClient, workspace: Database) -> None:
    client.post(HOOKS, json={**HOOK, "events": ["match.completed", "batch.completed"]})
    items = [{"external_id": "a", "resume_text": "Ada Byte, Go"}]
    named = {"Idempotency-Key": "n"}
    match = client.post("/api/v1/matches", json={"resume_text": "Ada", "role": "lead-backend-engineer"}).json["id"]
    batch = client.post("/api/v1/batches", json={"role": "lead-backend-engineer", "items": items}, headers=named)
    work_off(app)

    result = client.get(f"{batch.headers['Location']}/results").json["data"][0]["match"]["id"]
    assert sorted(events(workspace)) == sorted(
        [("match.completed", match), ("match.completed", result), ("batch.completed", batch.json["id"])]
    )


def test_another_team_sees_nothing_and_hears_nothing(
    client: FlaskClient, make_key: MakeKey, workspace: Database
) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    place = client.post(HOOKS, json={**HOOK, "events": ["match.completed"]}, headers=ours).headers["Location"]
    calls: list[Any] = [("get", place), ("delete", place), ("post", f"{place}/test"), ("post", f"{place}/rotate")]

    for method, path in calls:
        assert getattr(client, method)(path, headers=theirs).status_code == 404
    assert client.get(HOOKS, headers=theirs).json["data"] == []
    body = {"resume_text": "Ada", "role": "lead-backend-engineer"}
    client.post("/api/v1/matches", json=body, headers=theirs)
    assert events(workspace) == []
    assert client.get(place, headers=ours).status_code == 200


def test_there_are_at_most_twenty(client: FlaskClient) -> None:
    answers = [client.post(HOOKS, json=HOOK) for _ in range(21)]

    assert [one.status_code for one in answers] == [201] * 20 + [422]
    assert json.loads(answers[20].data)["code"] == "too_many_endpoints"
