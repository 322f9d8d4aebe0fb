from __future__ import annotations

import logging

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from matcher.storage import passwords
from matcher.storage.tables.accounts import sessions, users
from matcher.web.csrf import FIELD, FORM_COOKIE, SESSION_COOKIE, sign
from tests.web.accounts import PASSWORD, Staff, form_of
from tests.web.conftest import FORM, SECRET, Clock


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a hash costs is tested with the hashing; here many are made."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords._nobody.cache_clear()


@pytest.fixture
def ada(staff: Staff) -> Staff:
    """The staff; the recruiter can log in with a password."""
    staff.give_password("recruiter")
    return staff


def log_in(client: FlaskClient, login: str = "recruiter", password: str = PASSWORD, **more: str):
    return client.post("/login", data=FORM | {"login": login, "password": password} | more)


def test_logging_in_leads_to_what_was_asked_for(client: FlaskClient, ada: Staff) -> None:
    first = client.get("/screenings?sort=score")
    assert (first.status_code, first.location) == (303, "/login?next=/screenings?sort%3Dscore")
    assert 'value="/screenings?sort=score"' in client.get(first.location).text

    answer = log_in(client, "  RECRUITER ", next="/screenings?sort=score")

    assert (answer.status_code, answer.location) == (303, "/screenings?sort=score")
    page = client.get("/account").text
    assert "recruiter: screens, decides" in page
    assert "from 1 browser" in page


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_by_forms_of_others(client: FlaskClient, ada: Staff) -> None:
    plain = log_in(client).headers.getlist("Set-Cookie")
    client.delete_cookie(SESSION_COOKIE)
    client.set_cookie(FORM_COOKIE, SECRET)
    secure = client.post(
        "/login", data=FORM | {"login": "recruiter", "password": PASSWORD}, base_url="https://localhost"
    ).headers.getlist("Set-Cookie")

    cookie = next(one for one in plain if one.startswith(SESSION_COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert ["Secure" in one for one in secure if one.startswith(SESSION_COOKIE)] == [True]


def test_a_login_is_a_new_session_and_the_one_before_ends(client: FlaskClient, ada: Staff) -> None:
    client.set_cookie(SESSION_COOKIE, "chosen-by-somebody-else")
    data = form_of(client, login="recruiter", password=PASSWORD)
    client.post("/login", data=data)
    first = client.get_cookie(SESSION_COOKIE).value
    client.post("/login", data=form_of(client, login="recruiter", password=PASSWORD))
    second = client.get_cookie(SESSION_COOKIE).value

    assert len({"chosen-by-somebody-else", first, second}) == 3
    with ada.database.read() as connection:
        assert len(connection.execute(select(sessions)).all()) == 1


def test_wrong_unknown_and_disabled_are_answered_alike(client: FlaskClient, ada: Staff, clock: Clock) -> None:
    with ada.database.write() as connection:
        connection.execute(users.update().where(users.c.login == "viewer").values(disabled_at=clock()))
    answers = [log_in(client, login, "not the password at all") for login in ("recruiter", "nobody", "viewer")]
    bodies = {
        answer.text.replace(f'value="{login}"', "").replace(answer.headers["X-Request-Id"], "")
        for answer, login in zip(answers, ("recruiter", "nobody", "viewer"), strict=True)
    }

    assert {answer.status_code for answer in answers} == {401}
    assert len(bodies) == 1
    assert "Name or password is wrong." in answers[0].text
    assert "not the password" not in answers[0].text


def test_the_login_form_needs_its_token_too(client: FlaskClient, ada: Staff) -> None:
    answer = client.post("/login", data={"login": "recruiter", "password": PASSWORD})

    assert answer.status_code == 403
    assert "form_expired" in answer.text


@pytest.mark.parametrize("login", ["recruiter", "nobody"])
def test_after_five_wrong_ones_even_the_right_one_waits(
    client: FlaskClient, ada: Staff, clock: Clock, login: str
) -> None:
    for _ in range(5):
        assert log_in(client, login, "wrong").status_code == 401
    answer = log_in(client, login)

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "Try again in 15 minutes." in answer.text
    clock.pass_hours(0.26)
    assert log_in(client, login).status_code == (303 if login == "recruiter" else 401)


@pytest.mark.parametrize(
    "where", ["//evil.example.org", "https://evil.example.org", "/\\evil.example.org", "x", "/a\nb"]
)
def test_a_login_never_leads_to_another_site(client: FlaskClient, ada: Staff, where: str) -> None:
    assert log_in(client, next=where).location == "/screenings"


def test_logging_out_ends_the_session_for_good(ada: Staff) -> None:
    client = ada.client("recruiter")
    token = client.get_cookie(SESSION_COOKIE).value
    answer = client.post("/logout", data=form_of(client))

    assert (answer.status_code, answer.location) == (303, "/login")
    assert client.get_cookie(SESSION_COOKIE) is None
    client.set_cookie(SESSION_COOKIE, token)
    assert client.get("/account").status_code == 303


def test_a_new_password_takes_the_present_one_and_ends_other_sessions(ada: Staff) -> None:
    here, there = ada.client("recruiter"), ada.client("recruiter")
    new = "another long passphrase"

    for present, password, words in (
        ("wrong", new, "not your present password"),
        (PASSWORD, "short", "5 characters"),
    ):
        answer = here.post("/account/password", data=form_of(here, present=present, password=password))
        assert answer.status_code == 422
        assert words in answer.text
        assert password not in answer.text.replace("5 characters", "") or password == "short"
    answer = here.post("/account/password", data=form_of(here, present=PASSWORD, password=new))

    assert (answer.status_code, answer.location) == (303, "/account?changed=yes")
    assert "The password was changed." in here.get(answer.location).text
    assert there.get("/account").status_code == 303
    fresh = ada.app.test_client()
    fresh.get("/login")
    data = {FIELD: sign(fresh.get_cookie(FORM_COOKIE).value), "login": "recruiter", "password": new}
    assert fresh.post("/login", data=data).status_code == 303


def test_a_password_hash_with_older_parameters_is_renewed_by_the_login(client: FlaskClient, ada: Staff) -> None:
    old = PasswordHasher(time_cost=2, memory_cost=64, parallelism=1).hash(PASSWORD)
    with ada.database.write() as connection:
        connection.execute(users.update().where(users.c.login == "recruiter").values(password_hash=old))

    assert log_in(client).status_code == 303
    with ada.database.read() as connection:
        row = connection.execute(select(users).where(users.c.login == "recruiter")).one()
    assert row.password_hash.startswith("$argon2id$v=19$m=64,t=1,p=1$")
    assert row.last_login_at is not None


def test_neither_names_nor_passwords_reach_the_log(
    client: FlaskClient, ada: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    log_in(client, "recruiter", "a passphrase typed wrong")
    log_in(client)

    assert "login_wrong" in caplog.text
    for word in ("recruiter", "passphrase", PASSWORD):
        assert word not in caplog.text


def test_alone_there_is_nothing_to_log_in_to(client: FlaskClient) -> None:
    assert client.get("/login").location == "/screenings"
    page = client.get("/account").text

    assert "Change the password" not in page
    assert "Single-user mode" in page


def test_a_form_sent_after_the_session_ended_is_told_so(app: Flask, ada: Staff) -> None:
    answer = app.test_client().post("/screenings", data={"role": "lead-backend-engineer"})

    assert answer.status_code == 401
    assert "Log in, open its page again" in answer.text
