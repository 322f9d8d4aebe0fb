from __future__ import annotations

from matcher.pipeline import Upload
from matcher.web.integrations.worker import OrderWorker
from tests.web.conftest import Clock
from tests.web.integrations.fake_greenhouse import FakeGreenhouse


def test_a_link_ends_with_the_match_and_with_the_next_link(
    ats: FakeGreenhouse, worker: OrderWorker, sample: Upload, clock: Clock
) -> None:
    ats.resumes["/resume"] = (200, sample.data)
    interview = ats.order("lead-backend-engineer", "/resume").json["partner_interview_id"]
    worker.step()
    first, second = (ats.status(interview)["partner_profile_url"].partition("localhost")[2] for _ in range(2))

    assert ats.client.get(first).status_code == 404
    page = ats.client.get(second)
    assert page.status_code == 200
    assert page.headers["X-Robots-Tag"].startswith("noindex")
    clock.pass_hours(30 * 24)
    assert ats.client.get(second).status_code == 404


def test_what_is_no_link_leads_nowhere(ats: FakeGreenhouse) -> None:
    for token in ("x", "a" * 43, "b" * 500):
        assert ats.client.get(f"/integrations/results/{token}").status_code == 404
