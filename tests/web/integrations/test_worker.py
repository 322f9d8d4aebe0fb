from __future__ import annotations

import time

from flask import Flask

from matcher.pipeline import Upload
from matcher.web.integrations.worker import OrderWorker
from tests.web.integrations.fake_greenhouse import FakeGreenhouse


def test_the_thread_works_off_what_comes_and_stops(ats: FakeGreenhouse, worker: OrderWorker, sample: Upload) -> None:
    ats.resumes["/resume"] = (200, sample.data)
    ats.order("lead-backend-engineer", "/resume")
    worker.start()
    until = time.monotonic() + 30
    while not ats.patched and time.monotonic() < until:
        time.sleep(0.02)
    worker.stop(10)

    assert ats.patched == [("/v1/partner/tests/1", ats.auth["Authorization"])]


def test_an_own_profile_is_a_test_too(ats: FakeGreenhouse, worker: OrderWorker, app: Flask, make_key) -> None:
    job = {"title": "Platform", "job": "Engineer\n\nRequirements\n- Experience with PostgreSQL\n"}
    key = {"Authorization": f"Bearer {make_key()}"}
    profile = ats.client.post("/api/v1/role-profiles", json=job, headers=key).json["id"]
    ats.resumes["/resume"] = (200, b"Ada Byte\n\nSkills\nPostgreSQL")

    listed = ats.client.get("/integrations/greenhouse/list_tests", headers=ats.auth).json
    interview = ats.order(profile, "/resume").json["partner_interview_id"]
    worker.step()

    assert {"partner_test_id": profile, "partner_test_name": "Platform"} in listed
    assert ats.status(interview)["partner_status"] == "complete"
