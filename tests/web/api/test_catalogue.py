from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from matcher.taxonomy.index import Taxonomy

ROLE = "lead-backend-engineer"


def test_the_role_profiles_are_listed_and_given(client: FlaskClient, taxonomy: Taxonomy) -> None:
    listed = client.get("/api/v1/role-profiles").json
    profile = client.get(f"/api/v1/role-profiles/{ROLE}").json

    assert [one["id"] for one in listed["data"]] == list(taxonomy.roles)
    assert listed["next_cursor"] is None
    assert len(profile["requirements"]) == profile["required"] + profile["preferred"]


def test_a_role_that_is_not_there_is_told(client: FlaskClient) -> None:
    answer = client.get("/api/v1/role-profiles/pirate")

    assert (answer.status_code, json.loads(answer.data)["code"]) == (404, "role_unknown")


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        (f"role={ROLE}", lambda one: one["requirements"]),
        ("kind=design", lambda one: one["kind"] == "design"),
        ("skill=messaging.kafka", lambda one: "messaging.kafka" in one["skills"]),
        ("level=junior", lambda one: not one["levels"] or "junior" in one["levels"]),
        ("q=kafka", lambda one: "kafka" in json.dumps(one).casefold()),
    ],
)
def test_questions_are_filtered(query: str, holds, client: FlaskClient) -> None:
    found = client.get(f"/api/v1/questions?{query}").json["data"]

    assert found
    assert [one["id"] for one in found if not holds(one)] == []


def test_a_name_that_nothing_bears_gives_an_empty_list(client: FlaskClient) -> None:
    assert client.get("/api/v1/questions?skill=soup").json == {"data": [], "next_cursor": None}


def test_a_kind_that_does_not_exist_is_refused(client: FlaskClient) -> None:
    answer = client.get("/api/v1/questions?kind=soup")

    assert (answer.status_code, json.loads(answer.data)["errors"][0]["pointer"]) == (422, "/kind")
