from __future__ import annotations

import pytest
from flask import Flask, g
from werkzeug.exceptions import NotFound

from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.errors import WorkspaceError
from matcher.storage.profiles import add_profile
from matcher.taxonomy.profile import profile_to_json
from matcher.web.profile_store import all_versions, based_on, latest_version, numbered, save_version
from tests.web.accounts import Staff
from tests.web.test_profile_form import PROFILE


@pytest.fixture
def first(app: Flask, staff: Staff) -> ProfileVersion:
    user = staff.users["recruiter"]
    with staff.database.write() as connection:
        return add_profile(
            connection, user.team_id, title="Streams", content=profile_to_json(PROFILE), origin=ProfileOrigin.EMPTY,
            by=user.id, now=app.config["CLOCK"](),
        )  # fmt: skip


def test_versions_are_saved_in_the_name_of_the_user(app: Flask, staff: Staff, first: ProfileVersion) -> None:
    with app.test_request_context(data={"based_on": "1"}, method="POST"):
        g.actor = staff.users["administrator"]
        changed = PROFILE.model_copy(update={"title": "Changed"})
        second = save_version(first.profile_id, changed, "1")

        assert second.created_by == staff.users["administrator"].id
        assert latest_version(first.profile_id) == second
        assert [one.number for one in all_versions(first.profile_id)] == [2, 1]
        assert numbered(first.profile_id, "1") == first
        assert numbered(first.profile_id, "one") is None
        assert based_on(second) == PROFILE
        for number in ("1", "", "9" * 99):
            with pytest.raises(WorkspaceError, match="was saved while"):
                save_version(first.profile_id, changed.model_copy(update={"title": "Late"}), number)


def test_another_teams_profile_is_not_there(app: Flask, staff: Staff, first: ProfileVersion) -> None:
    with app.test_request_context():
        g.actor = staff.users["stranger"]
        for look in (latest_version, all_versions):
            with pytest.raises(NotFound):
                look(first.profile_id)
        with pytest.raises(WorkspaceError, match="no such role profile"):
            save_version(first.profile_id, PROFILE, "1")
