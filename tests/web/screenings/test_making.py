from __future__ import annotations

import json
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from matcher.domain.screenings import ProfileOrigin
from matcher.pipeline import Matcher, Upload
from matcher.storage.accounts import ensure_local
from matcher.storage.audit import list_audit
from matcher.storage.profiles import add_profile, add_version
from matcher.storage.screenings import find_screening
from matcher.taxonomy.profile import profile_to_json
from matcher.taxonomy.profile_sources import profile_from_role
from tests.web.conftest import Clock
from tests.web.screenings.conftest import Screened


def test_a_screening_is_pinned_to_the_version_of_the_profile(
    app: Flask, client: FlaskClient, begin: Callable[..., Screened], matcher: Matcher, resume: Upload, clock: Clock
) -> None:
    role = matcher.taxonomy.role("senior-backend-engineer")
    content = profile_to_json(profile_from_role(role))
    with app.extensions["matcher.workspace"].database.write() as connection:
        user = ensure_local(connection, clock())
        first = add_profile(
            connection, user.team_id, title="Ours", content=content, origin=ProfileOrigin.SHIPPED, by=user.id,
            now=clock(),
        )  # fmt: skip
    assert "Ours, version 1" in client.get("/screenings/new").text
    made = begin([resume], role=first.profile_id)
    changed = json.loads(content) | {"title": "Ours, changed"}
    with made.database.write() as connection:
        add_version(
            connection, user.team_id, first.profile_id, title="Ours", content=json.dumps(changed), based_on=1,
            by=user.id, now=clock(),
        )  # fmt: skip
        kept = find_screening(connection, made.team, made.id)
        entry = list_audit(connection, made.team)[0]

    assert kept.profile_version_id == first.id
    assert "Ours, changed" not in kept.target
    assert (entry.details["profile"], entry.details["taxonomy_hash"]) == (first.id, matcher.taxonomy.hash)


def test_an_advertisement_is_a_target_too(
    begin: Callable[..., Screened], resume: Upload, work_off: Callable[[], None]
) -> None:
    job = "Backend Engineer\n\nRequirements\n- Experience with PostgreSQL\n- Experience with Kafka\n"
    made = begin([resume], job=job, role="", title="")
    work_off()
    page = made.page()

    assert "1 of 2" in page
    assert "ada.txt" in page
    assert "<h1>Backend Engineer</h1>" in page


def test_days_left_open_are_those_of_the_team(begin: Callable[..., Screened], resume: Upload) -> None:
    made = begin([resume], days="")
    with made.database.read() as connection:
        kept = find_screening(connection, made.team, made.id)

    assert (kept.expires_at - kept.created_at).days == 90
