"""The contract with Ashby: its published requests, its rules for updates, and everything that may go wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matcher.storage.database import Database
from matcher.storage.tables.api import api_matches
from matcher.storage.tables.partners import partner_connections, partner_orders
from matcher.storage.tables.people import documents
from matcher.web.ordering import courier_of
from tests.web.api.conftest import work_off
from tests.web.conftest import Clock
from tests.web.integrations.conftest import ROLE, MakeKey, basic, connect_ashby, run
from tests.web.integrations.fake_ats import FakeAts, Reply, ashby_faults

AT = "/integrations/ashby/assessment."


@pytest.fixture
def key(app: Flask, make_key: MakeKey, ats: FakeAts) -> str:
    made = make_key(scopes=["partner:ashby"])
    ats.key = "the customer's key at Ashby"
    connect_ashby(app, ats)
    return made


def order(application: str = "app-1", **more: Any) -> dict[str, Any]:
    """An order with all fields of the published schema."""
    sent = {
        "assessment_type_id": ROLE,
        "candidate": {
            "ashby_id": "cand-1", "first_name": "Ada", "last_name": "Byte", "email": "ada.byte@example.org",
            "ashby_profile_url": "https://app.ashbyhq.com/candidate-searches/new/right-side/candidates/cand-1",
        },
        "application": {"ashby_id": application, "status": "Active"},
        "job": {
            "ashby_id": "job-1", "name": "Back-End Engineer", "req_id": "R-7",
            "ashby_job_url": "https://app.ashbyhq.com/jobs/job-1", "hiringTeam": [],
        },
    }  # fmt: skip
    return sent | more


def call(client: FlaskClient, key: str, name: str, body: Any) -> Any:
    return client.post(f"{AT}{name}", json=body, headers=basic(key))


def start(client: FlaskClient, key: str, application: str = "app-1") -> str:
    taken = call(client, key, "start", order(application))
    assert taken.status_code == 200
    return str(taken.json["results"]["assessment_id"])


def says(body: Any) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/json"}, json.dumps(body).encode()


def play(ats: FakeAts, known: set[str], resume: str = "cv.pdf", handle: bool = True) -> list[list[str]]:
    """Have Ashby give the resume and take updates; returns what it finds wrong with each."""
    found: list[list[str]] = []

    def candidate(body: bytes) -> Reply:
        handles = {"resumeFileHandle": {"id": "f", "name": "cv.pdf", "handle": "h"} if handle else None}
        good = json.loads(body) == {"id": "cand-1"}
        return says({"success": good, "results": {"id": "cand-1", "name": "Ada Byte", **handles}})

    def file(body: bytes) -> Reply:
        good = json.loads(body) == {"fileHandle": "h"}
        return says({"success": good, "results": {"url": f"{ats.root}/files/{resume}"}})

    def update(body: bytes) -> Reply:
        found.append(ashby_faults(json.loads(body), known))
        return says({"success": not found[-1], "errors": found[-1]})

    ats.answers |= {"POST /candidate.info": candidate, "POST /file.info": file, "POST /assessment.update": update}
    return found


def test_an_assessment_is_listed_started_and_its_result_is_sent(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts
) -> None:
    listed = call(client, key, "list", {})
    assert listed.json["success"] is True
    assert all(set(one) == {"assessment_type_id", "name", "description"} for one in listed.json["results"])
    assert ROLE in {one["assessment_type_id"] for one in listed.json["results"]}
    taken = call(client, key, "start", order()).json
    assessment = taken["results"]["assessment_id"]
    assert taken["success"] is True
    assert ashby_faults(taken["results"]["update_request"], {assessment}) == []
    assert ats.calls == []

    faults = play(ats, {assessment})
    run(app)

    assert [one[1] for one in ats.calls] == ["/candidate.info", "/file.info", "/files/cv.pdf", "/assessment.update"]
    assert faults == [[]]
    [told] = ats.asked("/assessment.update")
    assert told["assessment_result"]["type"] == "numeric_score"
    assert len(told["metadata"]) <= 9
    page = client.get(told["assessment_profile_url"]["value"].removeprefix("http://localhost"))
    assert page.status_code == 200


def test_a_second_start_is_refused_while_the_first_is_open_and_a_new_one_after_it(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts
) -> None:
    first = start(client, key)
    again = call(client, key, "start", order())
    assert (again.status_code, again.json["success"]) == (409, False)
    other = start(client, key, "app-2")
    play(ats, {first, other})
    run(app)

    assert start(client, key) not in {first, other}


def test_cancelled_before_it_is_fetched_nothing_is_fetched_or_told(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts
) -> None:
    assessment = start(client, key)
    play(ats, {assessment})
    for _ in range(2):
        done = call(client, key, "cancel", {"assessment_id": assessment})
        assert (done.status_code, done.json) == (200, {"success": True, "results": {"assessment_id": assessment}})
    run(app)

    assert ats.calls == []
    assert start(client, key) != assessment


def test_cancelled_while_it_is_judged_the_resume_is_erased_and_nothing_told(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, workspace: Database
) -> None:
    assessment = start(client, key)
    play(ats, {assessment})
    courier_of(app, lambda: None).work_off()
    assert call(client, key, "cancel", {"assessment_id": assessment}).json["success"] is True
    assert work_off(app) == 0
    run(app)

    assert ats.asked("/assessment.update") == []
    with workspace.read() as connection:
        assert (
            connection.execute(select(documents.c.id)).all() == connection.execute(select(api_matches.c.id)).all() == []
        )


def test_what_is_over_or_unknown_cannot_be_cancelled(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, make_key: MakeKey
) -> None:
    assessment = start(client, key)
    play(ats, {assessment})
    run(app)

    over = call(client, key, "cancel", {"assessment_id": assessment})
    assert (over.status_code, over.json["success"], over.json["errors"]) == (200, False, ["assessment_over"])
    unknown = call(client, key, "cancel", {"assessment_id": "ord_1"})
    assert (unknown.json["success"], unknown.json["errors"]) == (False, ["assessment_unknown"])
    stranger = make_key("Elsewhere", scopes=["partner:ashby"])
    hidden = call(client, stranger, "cancel", {"assessment_id": assessment})
    assert hidden.json["errors"] == ["assessment_unknown"]


def test_nobody_without_the_key_gets_anything(client: FlaskClient, key: str, make_key: MakeKey) -> None:
    for headers in ({}, basic("nonsense"), basic(make_key(scopes=["partner:greenhouse"]))):
        for name in ("list", "start", "cancel"):
            answer = client.post(f"{AT}{name}", json=order(), headers=headers)
            assert (answer.status_code, answer.json["success"]) == (401, False)


def test_a_team_that_is_not_connected_is_told_so_in_words(client: FlaskClient, make_key: MakeKey) -> None:
    refused = call(client, make_key("Elsewhere", scopes=["partner:ashby"]), "start", order())

    assert refused.status_code == 422
    assert "administrator has to give it a key" in refused.json["message"]


def test_unknown_fields_are_let_through_and_missing_ones_told(client: FlaskClient, key: str) -> None:
    body = order("app-9", additional_fields={"seniority": "lead"}, x=[1])
    body["job"] = {"new": True}
    assert call(client, key, "start", body).status_code == 200

    del body["application"]
    assert call(client, key, "start", body).status_code == 422
    assert client.post(f"{AT}start", data=b"{", headers=basic(key)).status_code == 400
    gone = call(client, key, "start", order(assessment_type_id="gone"))
    assert (gone.status_code, gone.json["message"]) == (
        422,
        "This role profile is no longer there. Choose another one.",
    )


@pytest.mark.parametrize(
    ("resume", "says_so"),
    [
        ("missing", "has expired"), ("expired", "has expired"), ("to-inner", "none that we call"),
        ("large.pdf", "larger than we read"), ("page", "no document"), ("noise.pdf", ""),
    ],
)  # fmt: skip
def test_a_resume_that_does_not_come_cancels_the_assessment_there(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, resume: str, says_so: str
) -> None:
    assessment = start(client, key)
    faults = play(ats, {assessment}, resume)
    run(app)

    [told] = ats.asked("/assessment.update")
    assert faults == [[]]
    assert says_so in told["cancelled_reason"]["value"] != ""
    assert "assessment_result" not in told


def test_a_candidate_without_a_resume_is_told(app: Flask, client: FlaskClient, key: str, ats: FakeAts) -> None:
    play(ats, {start(client, key)}, handle=False)
    run(app)

    [told] = ats.asked("/assessment.update")
    assert told["cancelled_reason"]["value"] == "There is no resume with this candidate."


@pytest.mark.usefixtures("quick")
def test_a_slow_drip_and_an_ashby_that_is_away_are_tried_again(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, clock: Clock
) -> None:
    assessment = start(client, key)
    play(ats, {assessment}, "drip")
    ats.refuse = 1
    run(app)
    assert [one[1] for one in ats.calls] == ["/candidate.info"]
    clock.pass_hours(1)
    run(app)
    assert ats.calls[-1][1] == "/files/drip"
    play(ats, {assessment})
    clock.pass_hours(1)
    run(app)

    assert len(ats.asked("/assessment.update")) == 1


def test_an_update_that_ashby_refuses_is_sent_again(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, clock: Clock, workspace: Database
) -> None:
    known: set[str] = set()
    assessment = start(client, key)
    faults = play(ats, known)
    run(app)
    assert faults == [["unknown assessment"]]
    known.add(assessment)
    clock.pass_hours(1)
    run(app)

    assert faults[1:] == [[]]
    with workspace.read() as connection:
        assert connection.scalar(select(partner_orders.c.status)) == "delivered"


def test_the_key_of_the_customer_is_kept_sealed_and_never_logged(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, workspace: Database, caplog: pytest.LogCaptureFixture
) -> None:
    play(ats, {start(client, key)})
    with caplog.at_level("DEBUG"):
        run(app)
    with workspace.read() as connection:
        kept = repr([*connection.execute(select(partner_connections)), *connection.execute(select(partner_orders))])

    for secret in (ats.key, "Ada", "ada.byte", "cand-1", "app-1"):
        assert secret not in kept
        assert secret not in caplog.text
