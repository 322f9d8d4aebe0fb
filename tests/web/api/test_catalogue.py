from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from matcher.taxonomy.index import Taxonomy
from tests.web.api.conftest import MakeKey, bearer

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


def test_a_job_becomes_a_profile_of_the_team(client: FlaskClient) -> None:
    job = "Back-end Engineer\n\nRequirements\n- Experience with PostgreSQL\n\nNice to have\n- Kafka\n"
    made = client.post("/api/v1/role-profiles", json={"title": "Platform team", "job": job})
    profile = made.json

    assert made.status_code == 201
    assert made.headers["Location"] == f"/api/v1/role-profiles/{profile['id']}"
    assert (profile["title"], profile["required"], profile["preferred"]) == ("Platform team", 1, 1)
    assert client.get(made.headers["Location"]).json == profile
    assert profile["id"] in [one["id"] for one in client.get("/api/v1/role-profiles").json["data"]]

    body = {"resume_text": "Ada Byte\n\nSkills\nPostgreSQL"}
    own = client.post("/api/v1/matches", json={**body, "role": profile["id"]}).json
    direct = client.post("/api/v1/matches", json={**body, "job": job}).json
    assert own["role"]["id"] == profile["id"]
    results = [[(one["id"], one["status"], one["weight"]) for one in each["requirements"]] for each in (own, direct)]
    assert results[0] == results[1]
    assert own["score"] == direct["score"]


def test_a_posting_brings_its_own_title(client: FlaskClient) -> None:
    posting = {"@type": "JobPosting", "title": "Data Engineer", "description": "<ul><li>You know Kafka</li></ul>"}

    assert client.post("/api/v1/role-profiles", json={"job_posting": posting}).json["title"] == "Data Engineer"


def test_another_team_sees_nothing_of_a_profile(client: FlaskClient, make_key: MakeKey) -> None:
    ours, theirs = bearer(make_key("Hiring")), bearer(make_key("Elsewhere"))
    job = {"job": "Engineer\n\nRequirements\n- Experience with PostgreSQL\n"}
    place = client.post("/api/v1/role-profiles", json=job, headers=ours).headers["Location"]
    role = place.rsplit("/", 1)[1]

    assert client.get(place, headers=ours).status_code == 200
    assert client.get(place, headers=theirs).status_code == 404
    listed = client.get("/api/v1/role-profiles", headers=theirs).json["data"]
    assert role not in [one["id"] for one in listed]
    body = {"resume_text": "Ada", "role": role}
    assert client.post("/api/v1/matches", json=body, headers=theirs).status_code == 404


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({"job": "We have a dog."}, 422, "/job"),
        ({"role": ROLE}, 400, "/role"),
        ({"title": "x"}, 400, "/role"),
        ({"job": "x", "job_posting": {}}, 400, "/job_posting"),
        ({"job": "x", "title": ""}, 422, "/title"),
    ],
)
def test_what_is_no_job_is_pointed_to(body: dict[str, str], status: int, pointer: str, client: FlaskClient) -> None:
    answer = client.post("/api/v1/role-profiles", json=body)

    assert (answer.status_code, json.loads(answer.data)["errors"][0]["pointer"]) == (status, pointer)
