from __future__ import annotations

from typing import Any

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient

from matcher.storage import passwords
from matcher.storage.accounts import list_users, stored_password
from matcher.storage.teams import find_team
from tests.web.accounts import PASSWORD, Staff, form_of
from tests.web.conftest import FORM


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs is tested with the hashing."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def boss(staff: Staff) -> FlaskClient:
    return staff.client("administrator")


def users(staff: Staff) -> dict[str, Any]:
    with staff.database.read() as connection:
        return {user.login: user for user in list_users(connection, staff.users["viewer"].team_id)}


def test_an_administrator_sees_his_team_and_no_other(staff: Staff, boss: FlaskClient) -> None:
    page = boss.get("/team").text

    assert "Users (3)" in page
    assert "recruiter" in page
    assert "stranger" not in page


def test_users_are_added_and_can_log_in(staff: Staff, boss: FlaskClient) -> None:
    fields = {"login": "Bo", "name": "Bo C.", "role": "viewer", "password": PASSWORD}
    assert boss.post("/team/users", data=form_of(boss, **fields)).status_code == 303

    bo = users(staff)["bo"]
    assert (bo.name, bo.role) == ("Bo C.", "viewer")
    with staff.database.read() as connection:
        assert passwords.verify_password(PASSWORD, stored_password(connection, "bo")[1])[0]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"login": "viewer", "password": PASSWORD}, "There is a user &#39;viewer&#39; already."),
        ({"login": "stranger", "password": PASSWORD}, "There is a user &#39;stranger&#39; already."),
        ({"login": "b b", "password": PASSWORD}, "The login name cannot be used."),
        ({"login": "bo", "password": "short"}, "The password has 5 characters."),
    ],
)
def test_what_cannot_be_added_is_told_and_the_password_is_not_shown(
    staff: Staff, boss: FlaskClient, fields: dict[str, str], says: str
) -> None:
    answer = boss.post("/team/users", data=form_of(boss, role="viewer", **fields))

    assert answer.status_code == 422
    assert says in answer.text
    assert fields["password"] not in answer.text.replace("short)", "")
    assert len(users(staff)) == 3


def test_roles_change_and_people_are_let_out_and_in(staff: Staff, boss: FlaskClient) -> None:
    path = f"/team/users/{staff.users['viewer'].id}"
    theirs = staff.client("viewer")

    boss.post(path, data=form_of(boss, do="role", role="recruiter"))
    assert theirs.get("/screenings").status_code == 200
    boss.post(path, data=form_of(boss, do="disable"))
    assert theirs.get("/account").status_code == 303
    assert not users(staff)["viewer"].active
    boss.post(path, data=form_of(boss, do="enable"))
    assert users(staff)["viewer"].active
    assert boss.post(path, data=form_of(boss, do="magic")).status_code == 400


def test_a_new_password_ends_the_sessions_of_its_user(staff: Staff, boss: FlaskClient) -> None:
    path = f"/team/users/{staff.users['recruiter'].id}"
    theirs = staff.client("recruiter")

    assert boss.post(path, data=form_of(boss, do="password", password="short")).status_code == 422
    assert theirs.get("/account").status_code == 200
    assert boss.post(path, data=form_of(boss, do="password", password=PASSWORD)).status_code == 303
    assert theirs.get("/account").status_code == 303


def test_the_last_administrator_cannot_lock_the_team_out(staff: Staff, boss: FlaskClient) -> None:
    path = f"/team/users/{staff.users['administrator'].id}"

    for fields in ({"do": "disable"}, {"do": "role", "role": "viewer"}):
        answer = boss.post(path, data=form_of(boss, **fields))
        assert answer.status_code == 422
        assert "last administrator" in answer.text
    assert users(staff)["administrator"].active


@pytest.mark.parametrize(("typed", "status"), [("30", 303), ("0", 422), ("181", 422), ("soon", 422), ("9" * 99, 422)])
def test_how_long_things_are_kept_has_bounds(staff: Staff, boss: FlaskClient, typed: str, status: int) -> None:
    answer = boss.post("/team/retention", data=form_of(boss, retention_days=typed))

    with staff.database.read() as connection:
        team = find_team(connection, staff.users["viewer"].team_id)
    assert answer.status_code == status
    assert team.retention_days == (30 if status == 303 else 90)


def test_alone_the_page_tells_how_to_make_the_first_user(client: FlaskClient) -> None:
    page = client.get("/team").text

    assert "matcher users add LOGIN --role administrator" in page
    assert "Add a user" not in page
    fields = {"login": "bo", "role": "viewer", "password": PASSWORD}
    assert "made on the command line" in client.post("/team/users", data=FORM | fields).text
    assert client.get("/team").status_code == 200
    assert client.post("/team/retention", data=FORM | {"retention_days": "10"}).status_code == 303
