from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from matcher.pipeline import Upload
from matcher.storage.database import Database
from matcher.storage.tables.partners import partner_orders, partner_reports
from matcher.web.integrations.worker import OrderWorker
from tests.web.api.conftest import MakeKey
from tests.web.integrations.fake_greenhouse import FakeGreenhouse

ROLE = "lead-backend-engineer"


def test_the_tests_are_the_role_profiles_as_a_bare_list(ats: FakeGreenhouse, app: Flask) -> None:
    answer = ats.client.get("/integrations/greenhouse/list_tests", headers=ats.auth)

    assert answer.status_code == 200
    assert {"partner_test_id": ROLE, "partner_test_name": "Lead Back-End Engineer"} in answer.json
    assert all(set(one) == {"partner_test_id", "partner_test_name"} for one in answer.json)


def test_from_the_order_to_the_result(ats: FakeGreenhouse, worker: OrderWorker, sample: Upload) -> None:
    ats.resumes["/resume"] = (200, sample.data)
    ordered = ats.order(ROLE, "/resume")
    interview = ordered.json["partner_interview_id"]
    assert (ordered.status_code, set(ordered.json)) == (200, {"partner_interview_id"})
    assert ats.status(interview) == {"partner_status": "in_progress"}

    assert worker.step()

    assert ats.patched == [("/v1/partner/tests/1", ats.auth["Authorization"])]
    done = ats.status(interview)
    assert done["partner_status"] == "complete"
    assert 0 <= done["partner_score"] <= 100
    assert len(done["metadata"]) <= 10
    page = ats.client.get(done["partner_profile_url"].removeprefix("http://localhost"))
    assert page.status_code == 200
    assert "<h1" in page.text
    assert not worker.step()


def test_a_repeated_order_is_the_same_and_nothing_is_done_twice(
    ats: FakeGreenhouse, worker: OrderWorker, sample: Upload
) -> None:
    ats.resumes["/resume"] = (200, sample.data)
    first, second, other = ats.order(ROLE, "/resume"), ats.order(ROLE, "/resume"), ats.order(ROLE, "/resume", 2)

    assert first.json == second.json != other.json
    assert [worker.step() for _ in range(3)] == [True, True, False]
    assert len(ats.patched) == 2


@pytest.mark.parametrize(
    ("resume", "reason"),
    [
        (None, "file_empty"),
        ((404, b""), "address_failed"),
        ((410, b""), "address_failed"),
        ((200, b""), "file_empty"),
        ((200, b"x" * 11_000_000), "address_failed"),
        ((200, b"\x89PNG\r\n\x1a\n0"), "type_unsupported"),
    ],
)
def test_a_resume_that_cannot_be_had_or_read_is_a_result_without_a_score(
    resume: Any, reason: str, ats: FakeGreenhouse, worker: OrderWorker
) -> None:
    if resume:
        ats.resumes["/resume"] = resume
    interview = ats.order(ROLE, "/resume" if resume else None).json["partner_interview_id"]
    worker.step()

    done = ats.status(interview)
    assert done["metadata"] == {"Result": "No report", "Reason": reason}
    assert "partner_score" not in done


def test_while_greenhouse_does_not_listen_it_is_told_again_later(
    ats: FakeGreenhouse, worker: OrderWorker, sample: Upload, clock: Any
) -> None:
    ats.resumes["/resume"], ats.answers = (200, sample.data), [500, 500]
    interview = ats.order(ROLE, "/resume").json["partner_interview_id"]

    assert worker.step()
    assert not worker.step()
    assert ats.status(interview)["partner_status"] == "complete"
    for hours in (0.02, 0.1):
        clock.pass_hours(hours)
        assert worker.step()
    assert not worker.step()
    assert len(ats.patched) == 3


def test_unknown_fields_are_taken_and_missing_ones_are_told(ats: FakeGreenhouse) -> None:
    assert ats.order(ROLE, None, colour="green").status_code == 200
    wrong = ats.client.post("/integrations/greenhouse/send_test", json={"partner_test_id": ROLE}, headers=ats.auth)
    broken = ats.client.post("/integrations/greenhouse/send_test", data=b"{", headers=ats.auth)

    assert (wrong.status_code, wrong.json["errors"][0]["field"]) == (422, "candidate")
    assert broken.status_code == 422
    assert ats.order("pirate", None, 3).status_code == 404
    assert ats.order(ROLE, None, 4, url="http://169.254.169.254/").status_code == 422


def test_keys_are_asked_for_and_see_their_own_team_alone(
    ats: FakeGreenhouse, make_key: MakeKey, sample: Upload
) -> None:
    interview = ats.order(ROLE, None).json["partner_interview_id"]
    path = f"/integrations/greenhouse/test_status?partner_interview_id={interview}"
    other = {"Authorization": "Basic " + base64.b64encode(f"{make_key('Elsewhere')}:".encode()).decode()}
    narrow = {"Authorization": "Basic " + base64.b64encode(f"{make_key(scopes=['match:read'])}:".encode()).decode()}

    missing = ats.client.get(path)
    assert (missing.status_code, missing.headers["WWW-Authenticate"]) == (401, 'Basic realm="matcher"')
    assert ats.client.get(path, headers={"Authorization": "Basic eDo="}).status_code == 401
    assert ats.client.get(path, headers=narrow).status_code == 403
    assert ats.client.get(path, headers=other).status_code == 404
    assert ats.client.get(path, headers=ats.auth).status_code == 200


def test_what_greenhouse_could_not_use_is_kept(ats: FakeGreenhouse, workspace: Database) -> None:
    body = {"api_call": "test_status", "errors": ["partner_status is missing"], "candidate_email": "ada@example.org"}
    answer = ats.client.post("/integrations/greenhouse/request_errors", json=body, headers=ats.auth)

    assert answer.status_code == 200
    with workspace.read() as connection:
        row = connection.execute(select(partner_reports)).one()
    assert (row.call, json.loads(row.errors)) == ("test_status", ["partner_status is missing"])


def test_of_the_candidate_nothing_is_kept_in_clear_or_after_it_was_told(
    ats: FakeGreenhouse, worker: OrderWorker, workspace: Database
) -> None:
    ats.order(ROLE, "/resume")
    with workspace.read() as connection:
        before = str(connection.execute(select(partner_orders)).one())
    worker.step()
    with workspace.read() as connection:
        after = connection.execute(select(partner_orders)).one()

    for word in ("Ada", "ada.byte", "/resume"):
        assert word not in before
    assert after.reference == ""
