"""The contract with Greenhouse: its published requests, its rules for answers, and everything that may go wrong."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matcher.domain.screenings import ProfileOrigin
from matcher.storage.database import Database
from matcher.storage.profiles import add_profile
from matcher.storage.tables.partners import partner_orders, partner_reports
from matcher.storage.tables.people import documents
from matcher.storage.teams import team_named
from matcher.taxonomy.profile import profile_to_json
from matcher.taxonomy.profile_sources import empty_profile
from matcher.work.partners.courier import TELL_PAUSES
from tests.web.conftest import Clock
from tests.web.integrations.conftest import ROLE, MakeKey, basic, run
from tests.web.integrations.fake_ats import FakeAts, greenhouse_faults
from tests.work.test_addresses import INNER

AT = "/integrations/greenhouse"


@pytest.fixture
def key(make_key: MakeKey, ats: FakeAts) -> str:
    ats.key = make_key(scopes=["partner:greenhouse"])
    return ats.key


def order(ats: FakeAts, resume: str | None = "cv.pdf", number: int = 1, **more: Any) -> bytes:
    """An order with all fields of the published one, in its order, and values of our own."""
    candidate = {
        "first_name": "Ada",
        "last_name": "Byte",
        "preferred_name": None,
        "resume_url": resume and f"{ats.root}/files/{resume}",
        "phone_number": None,
        "email": "ada.byte@example.org",
        "greenhouse_profile_url": "https://app.greenhouse.io/people/1?application_id=2",
    }
    sent = {
        "partner_test_id": ROLE, "candidate": candidate, "sent_by": "lee@example.org",
        "url": f"{ats.root}/take_home_tests/{number}",
    }  # fmt: skip
    # Greenhouse escapes what could be markup.
    return json.dumps(sent | more, indent=2).replace("&", "\\u0026").encode()


def send(client: FlaskClient, key: str, body: bytes) -> Any:
    return client.post(f"{AT}/send_test", data=body, content_type="application/json", headers=basic(key))


def status(client: FlaskClient, key: str, interview: str) -> Any:
    return client.get(f"{AT}/test_status?partner_interview_id={interview}", headers=basic(key))


def answers_patch(ats: FakeAts, client: FlaskClient, key: str, interview: str, number: int = 1) -> list[Any]:
    """Have Greenhouse ask for the result when it is told, and report what it cannot use."""
    found: list[Any] = []
    asking = client.application.test_client()

    def told(_: bytes) -> tuple[int, dict[str, str], bytes]:
        body = status(asking, key, interview).json
        found.append(body)
        if faults := greenhouse_faults("test_status", body):
            report = {"api_call": "test_status", "errors": faults, "partner_interview_id": interview}
            asking.post(f"{AT}/request_errors", json=report, headers=basic(key))
        return 200, {}, b""

    ats.answers[f"PATCH /take_home_tests/{number}"] = told
    return found


def test_an_order_is_listed_taken_told_and_its_result_can_be_used(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, workspace: Database
) -> None:
    listed = client.get(f"{AT}/list_tests", headers=basic(key))
    taken = send(client, key, order(ats))
    assert (listed.status_code, taken.status_code) == (200, 200)
    assert greenhouse_faults("list_tests", listed.json) == greenhouse_faults("send_test", taken.json) == []
    assert {"partner_test_id": ROLE, "partner_test_name": "Lead Back-End Engineer"} in listed.json
    interview = taken.json["partner_interview_id"]
    assert ats.calls == []
    assert status(client, key, interview).json == {
        "partner_status": "in_progress", "partner_profile_url": None, "partner_score": None, "metadata": None,
    }  # fmt: skip

    asked = answers_patch(ats, client, key, interview)
    run(app)

    assert [call[:2] for call in ats.calls] == [("GET", "/files/cv.pdf"), ("PATCH", "/take_home_tests/1")]
    [result] = asked
    assert greenhouse_faults("test_status", result) == []
    assert result["partner_status"] == "complete"
    assert result["metadata"]["Score"] == result["partner_score"]
    assert len(result["metadata"]) <= 10
    page = client.get(result["partner_profile_url"].removeprefix("http://localhost"))
    assert page.status_code == 200
    assert "Lead Back-End Engineer" in page.text
    assert page.headers["X-Robots-Tag"].startswith("noindex")
    assert status(client, key, interview).json == result
    with workspace.read() as connection:
        assert connection.scalars(select(partner_reports.c.id)).all() == []


def test_profiles_of_the_team_are_tests_and_those_of_others_are_not(
    client: FlaskClient, key: str, make_key: MakeKey, workspace: Database, clock: Clock
) -> None:
    with workspace.write() as connection:
        team = team_named(connection, "Hiring").id
        profile = empty_profile("Payments")
        made = add_profile(
            connection,
            team,
            title="Payments",
            content=profile_to_json(profile),
            origin=ProfileOrigin.EMPTY,
            by="x",
            now=clock(),
        )

    def names(one: str) -> list[str]:
        listed = client.get(f"{AT}/list_tests", headers=basic(one)).json
        return [test["partner_test_name"] for test in listed if test["partner_test_id"] == made.profile_id]

    assert names(key) == ["Payments"]
    assert names(make_key("Elsewhere", scopes=["partner:greenhouse"])) == []


def test_a_repeated_order_is_the_same_order(app: Flask, client: FlaskClient, key: str, ats: FakeAts) -> None:
    first = send(client, key, order(ats)).json
    assert send(client, key, order(ats)).json == first
    answers_patch(ats, client, key, first["partner_interview_id"])
    run(app)

    assert send(client, key, order(ats)).json == first
    assert send(client, key, order(ats, number=2)).json != first
    assert [call[1] for call in ats.calls].count("/files/cv.pdf") == 1


def test_status_may_be_asked_before_the_order_is_begun_and_is_unknown_for_other_ids(
    client: FlaskClient, key: str
) -> None:
    for interview in ("", "ord_0", "12345", "x" * 500):
        answer = status(client, key, interview)
        assert answer.status_code == 404
        assert answer.json["errors"][0]["message"] == "Not Found"


def test_nobody_without_the_key_of_the_team_gets_anything(
    client: FlaskClient, key: str, ats: FakeAts, make_key: MakeKey
) -> None:
    interview = send(client, key, order(ats)).json["partner_interview_id"]
    stranger = make_key("Elsewhere", scopes=["partner:greenhouse"])

    assert status(client, stranger, interview).status_code == 404
    assert send(client, stranger, order(ats)).json["partner_interview_id"] != interview
    for headers in (
        {}, basic("nonsense"), basic(make_key(scopes=["partner:ashby", "match:read"])), {"Authorization": "Basic ?"},
        {"Authorization": "Digest x"},
    ):  # fmt: skip
        for call in ("list_tests", f"test_status?partner_interview_id={interview}"):
            answer = client.get(f"{AT}/{call}", headers=headers)
            assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Basic realm="matcher"')
        for call in ("send_test", "request_errors"):
            assert client.post(f"{AT}/{call}", data=order(ats), headers=headers).status_code == 401


def test_the_key_is_short_enough_and_taken_as_bearer_too(client: FlaskClient, key: str) -> None:
    assert len(key) < 171
    assert ":" not in key
    assert client.get(f"{AT}/list_tests", headers={"Authorization": f"Bearer {key}"}).status_code == 200


def test_unknown_fields_are_let_through_and_missing_ones_told(client: FlaskClient, key: str, ats: FakeAts) -> None:
    body = json.loads(order(ats, number=7, stage={"id": 1}, tags=[1, [2]]))
    body["candidate"] |= {"pronouns": "she/her", "custom": {"a": [1]}}
    assert send(client, key, json.dumps(body).encode()).status_code == 200

    del body["url"]
    refused = send(client, key, json.dumps(body).encode())
    assert (refused.status_code, refused.json["errors"][0]["field"]) == (422, "url")
    assert send(client, key, b"{").status_code == 400
    assert send(client, key, b"[" * 50_000).status_code == 400
    assert send(client, key, b"null").status_code == 422
    assert send(client, key, b'"' + b"x" * 70_000 + b'"').status_code == 413
    assert send(client, key, order(ats, partner_test_id="no-such-role")).status_code == 404


@pytest.mark.parametrize(
    ("resume", "says"),
    [
        (None, "There is no resume"),
        ("missing", "has expired"),
        ("expired", "has expired"),
        ("forbidden", "has expired"),
        ("to-inner", "none that we call"),
        ("loop", "could not be fetched"),
        ("large.pdf", "larger than we read"),
        ("page", "no document"),
        ("picture", "no document"),
        ("noise.pdf", "cannot"),
    ],
)
def test_a_resume_that_does_not_come_is_told_and_is_no_score(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, resume: str | None, says: str
) -> None:
    interview = send(client, key, order(ats, resume)).json["partner_interview_id"]
    asked = answers_patch(ats, client, key, interview)

    run(app)

    [result] = asked
    assert greenhouse_faults("test_status", result) == []
    assert (result["partner_status"], result["partner_score"]) == ("complete", None)
    assert says in result["metadata"]["No result"] or resume == "noise.pdf"
    page = client.get(result["partner_profile_url"].removeprefix("http://localhost"))
    assert (page.status_code, "No result" in page.text) == (200, True)
    assert not any(call[1] == "/secret" for call in ats.calls)


def test_a_redirect_to_another_public_place_is_followed(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts
) -> None:
    interview = send(client, key, order(ats, "moved")).json["partner_interview_id"]
    run(app)

    assert status(client, key, interview).json["partner_score"] is not None


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("resume", ["drip", "broken"])
def test_a_resume_that_comes_badly_is_asked_for_again_and_then_given_up(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, clock: Clock, resume: str
) -> None:
    interview = send(client, key, order(ats, resume)).json["partner_interview_id"]

    run(app)
    assert status(client, key, interview).json["partner_status"] == "in_progress"
    for _ in range(5):
        clock.pass_hours(7)
        run(app)

    assert [call[1] for call in ats.calls].count(f"/files/{resume}") == 6
    assert "could not be fetched" in status(client, key, interview).json["metadata"]["No result"]


@pytest.mark.parametrize("field", ["url", "resume_url"])
def test_addresses_inside_are_refused_with_the_order(client: FlaskClient, key: str, ats: FakeAts, field: str) -> None:
    for url in (*(f"https://{host}/x" for host in INNER), "http://127.0.0.1:1/x", "ftp://a.org", "x"):
        body = json.loads(order(ats))
        (body if field == "url" else body["candidate"])[field] = url
        assert send(client, key, json.dumps(body).encode()).status_code == 422, url


def test_a_name_that_leads_inside_later_is_refused_when_it_is_called(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, workspace: Database
) -> None:
    body = json.loads(order(ats))
    body["candidate"]["resume_url"] = "https://files.example.org/cv.pdf"
    interview = send(client, key, json.dumps(body).encode()).json["partner_interview_id"]
    app.config["RESOLVER"] = lambda *_: ["169.254.169.254"]
    app.extensions.pop("matcher.orders")

    run(app)

    assert "none that we call" in status(client, key, interview).json["metadata"]["No result"]


def test_greenhouse_is_told_again_for_a_day_and_may_always_ask(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, clock: Clock, workspace: Database
) -> None:
    interview = send(client, key, order(ats)).json["partner_interview_id"]
    asked = answers_patch(ats, client, key, interview)
    ats.refuse = 2

    run(app)
    assert (asked, status(client, key, interview).json["partner_status"]) == ([], "complete")
    for pause in TELL_PAUSES[:2]:
        clock.now += pause + timedelta(seconds=1)
        run(app)

    assert len(asked) == 1
    with workspace.read() as connection:
        assert connection.scalar(select(partner_orders.c.status)) == "delivered"


def test_greenhouse_that_never_answers_is_given_up_after_a_day(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, clock: Clock, workspace: Database
) -> None:
    send(client, key, order(ats))
    began = clock.now
    for pause in (*TELL_PAUSES, timedelta(0), timedelta(0)):
        run(app)
        clock.now += pause

    assert timedelta(hours=23) < clock.now - began < timedelta(hours=30)
    assert len([call for call in ats.calls if call[0] == "PATCH"]) == len(TELL_PAUSES) + 1
    with workspace.read() as connection:
        row = connection.execute(select(partner_orders)).one()
    assert (row.status, row.last_error) == ("failed", "refused")


def test_what_greenhouse_could_not_use_is_kept_without_the_candidate_and_logged_without_its_text(
    client: FlaskClient, key: str, workspace: Database, caplog: pytest.LogCaptureFixture
) -> None:
    report = {
        "api_call": "test_status", "errors": ["partner_profile_url is missing"], "partner_test_id": ROLE,
        "partner_test_name": "Lead", "partner_interview_id": "ord_1", "candidate_email": "ada.byte@example.org",
        "new": 1,
    }  # fmt: skip
    with caplog.at_level(logging.WARNING, "matcher.integrations"):
        answer = client.post(f"{AT}/request_errors", json=report, headers=basic(key))

    assert (answer.status_code, answer.json) == (200, {"status": 200})
    assert caplog.messages == ["greenhouse could not use an answer of ours to test_status: 1 errors"]
    with workspace.read() as connection:
        row = connection.execute(select(partner_reports)).one()
    assert (row.call, row.order_id, json.loads(row.errors)) == ("test_status", "ord_1", report["errors"])
    least = {"api_call": "list_tests", "errors": ["keys are missing"]}
    assert client.post(f"{AT}/request_errors", json=least, headers=basic(key)).status_code == 200


def test_neither_names_nor_the_key_are_kept_open_or_logged(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, workspace: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        send(client, key, order(ats))
        run(app)
        with workspace.read() as connection:
            rows = [*connection.execute(select(partner_orders)), *connection.execute(select(documents.c.file_name))]

    kept = repr(rows)
    for secret in (key, "ada.byte", "Byte", "take_home_tests", "files/cv"):
        assert secret not in kept
        assert secret not in caplog.text


def test_an_erased_match_takes_its_order_with_it(
    app: Flask, client: FlaskClient, key: str, ats: FakeAts, make_key: MakeKey, workspace: Database
) -> None:
    interview = send(client, key, order(ats)).json["partner_interview_id"]
    run(app)
    page = status(client, key, interview).json["partner_profile_url"].removeprefix("http://localhost")
    with workspace.read() as connection:
        match = connection.scalar(select(partner_orders.c.match_id))

    reader = {"Authorization": f"Bearer {make_key(scopes=['match:read'])}"}
    assert client.delete(f"/api/v1/matches/{match}", headers=reader).status_code == 204

    assert status(client, key, interview).status_code == 404
    assert client.get(page).status_code == 410
    with workspace.read() as connection:
        assert connection.execute(select(documents.c.id)).all() == []


def test_too_many_calls_and_too_many_orders_are_told_when_to_come_again(
    app: Flask, client: FlaskClient, make_key: MakeKey, ats: FakeAts, clock: Clock
) -> None:
    ats.key = few = make_key(scopes=["partner:greenhouse"], requests_per_minute=1)
    client.get(f"{AT}/list_tests", headers=basic(few))
    limited = client.get(f"{AT}/list_tests", headers=basic(few))
    assert (limited.status_code, limited.headers["Retry-After"]) == (429, "61")

    one = make_key(scopes=["partner:greenhouse"], items_per_day=1)
    assert send(client, one, order(ats)).status_code == 200
    assert send(client, one, order(ats)).status_code == 200
    assert send(client, one, order(ats, number=2)).status_code == 429
    clock.pass_hours(24)
    assert send(client, one, order(ats, number=2)).status_code == 200

    app.config["QUEUE_ITEMS"] = 0
    full = send(client, one, order(ats, number=3))
    assert (full.status_code, full.headers["Retry-After"]) == (503, "30")
