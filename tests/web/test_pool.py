from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from matcher.pipeline import Matcher, Upload
from matcher.storage.audit import list_audit
from tests.web.conftest import FORM, Clock
from tests.web.screenings.conftest import Post, Screened, begin, files, screened

__all__ = ["begin", "files", "screened"]


def keep(made: Screened, alias: str = "A1", **fields: str) -> Any:
    made.client.post(f"{made.url}/resumes/{alias}/names", data=FORM | {"names_reason": "To ask."})
    data = FORM | {"consent_on": "2026-11-19", "label": "Ada B.", "keep_days": "365"} | fields
    return made.client.post(f"/pool/{made.id}/{alias}", data=data)


def test_who_agreed_is_kept_and_found_by_skill(screened: Screened, client: FlaskClient) -> None:
    assert "Nobody is kept here yet." in client.get("/pool").text
    assert keep(screened).status_code == 303
    for query, found in (
        ("", True), ("?skill=golang", True), ("?skill=Go&months=36", True), ("?skill=Go&months=999", False),
        ("?skill=Go&years=2", True), ("?skill=Kafka", False),
        ("?skill=go, terraform", True), ("?skill=go, kafka", False), ("?skill=no such thing", False),
        ("?requirement=backend-language", True), ("?requirement=nonsense", False), ("?months=soup", True),
    ):  # fmt: skip
        assert ("Ada B." in client.get(f"/pool{query}").text) is found, query


def test_consent_is_needed_and_only_a_known_person_can_have_given_it(screened: Screened, client: FlaskClient) -> None:
    masked = client.post(f"/pool/{screened.id}/A1", data=FORM | {"consent_on": "2026-11-19"})

    assert masked.status_code == 422
    for wrong in ({"consent_on": ""}, {"consent_on": "2026-12-24"}, {"keep_days": "731"}):
        assert keep(screened, **wrong).status_code == 422
    assert "Nobody is kept here yet." in client.get("/pool").text


def test_the_pool_is_ranked_against_a_new_role_without_reading_files(
    screened: Screened, client: FlaskClient, post: Post, work_off: Callable[[], None], matcher: Matcher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    keep(screened)
    keep(screened, "A3", label="Maren")

    def refuse(*_: object) -> None:
        raise AssertionError("a file was read again")

    monkeypatch.setattr(matcher, "parse", refuse)
    url = post("/pool/rank", role="senior-backend-engineer", skill="Terraform").location
    work_off()
    page = client.get(url).text

    assert "ranked" in page
    assert "Compared with Senior" in page
    assert "Ada B." not in page
    assert post("/pool/rank", role="senior-backend-engineer", skill="no such thing").status_code == 400
    assert post("/pool/rank").status_code == 400


def test_who_is_kept_outlives_the_screening_and_goes_when_the_time_is_over(
    screened: Screened, client: FlaskClient, clock: Clock
) -> None:
    keep(screened)
    clock.pass_hours(24 * 91)
    assert "Ada B." in client.get("/pool").text
    clock.pass_hours(24 * 275)

    assert "Nobody is kept here yet." in client.get("/pool").text


def test_that_somebody_was_kept_is_on_record_without_the_name(screened: Screened) -> None:
    keep(screened)
    with screened.database.read() as connection:
        last = list_audit(connection, screened.team, newest=1)[0]

    assert (last.action, last.details["consent_on"]) == ("kept_in_pool", "2026-11-19")
    assert "Ada" not in repr(last)


def test_a_viewer_sees_no_names(screened: Screened, app: Any, resume: Upload) -> None:
    from matcher.domain.workspace import UserRole
    from matcher.storage.accounts import add_user
    from tests.web.accounts import Staff

    keep(screened)
    staff = Staff(app)
    with staff.database.write() as connection:
        staff.users["guest"] = add_user(
            connection, screened.team, "guest", role=UserRole.VIEWER, password_hash="x",
            now=app.config["CLOCK"](),
        )  # fmt: skip
    page = staff.client("guest").get("/pool").text

    assert "Candidate " in page
    assert "Ada B." not in page
    assert "Rank 1 candidate" not in page
