from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.web.csrf import SESSION_COOKIE
from matcher.web.identity import is_loopback
from tests.web.accounts import Staff
from tests.web.conftest import Clock


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("[::1]", True),
        ("LOCALHOST", True), ("192.0.2.7", False), ("matcher.example.org", False),
        ("localhost.example.org", False), ("127.0.0.1.example.org", False), ("", False),
    ],
)  # fmt: skip
def test_loopback_is_told_from_what_looks_like_it(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_alone_on_its_machine_nobody_logs_in_and_pages_say_so(client: FlaskClient) -> None:
    page = client.get("/screenings")

    assert page.status_code == 200
    assert "Single-user mode:" in page.text
    assert "Log out" not in page.text


@pytest.mark.parametrize(
    "environ", [{"HTTP_HOST": "evil.example.org"}, {"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_HOST": "192.0.2.1:8000"}]
)
def test_without_accounts_the_workspace_is_closed_to_others(client: FlaskClient, environ: dict[str, str]) -> None:
    answer = client.get("/screenings", environ_overrides=environ)

    assert answer.status_code == 403
    assert "local_only" in answer.text
    assert "matcher users add" in answer.text
    assert client.get("/", environ_overrides=environ).status_code == 200


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:5000", "[::1]:8000"])
def test_names_of_this_machine_open_it_with_any_port(client: FlaskClient, host: str) -> None:
    assert client.get("/screenings", environ_overrides={"HTTP_HOST": host}).status_code == 200


def test_a_session_ends_when_it_is_not_used_and_lives_on_when_it_is(app: Flask, staff: Staff, clock: Clock) -> None:
    used, left = staff.client("recruiter"), staff.client("recruiter")
    for _ in range(3):
        clock.pass_hours(0.9)
        assert used.get("/screenings").status_code == 200

    assert left.get("/screenings").status_code == 303


def test_a_session_ends_in_any_case(app: Flask, staff: Staff, clock: Clock) -> None:
    client = staff.client("recruiter")
    for _ in range(12):
        clock.pass_hours(0.8)
        client.get("/screenings")
    clock.pass_hours(0.5)

    assert client.get("/screenings").status_code == 303


def test_with_accounts_other_machines_may_come(app: Flask, staff: Staff) -> None:
    environ = {"HTTP_HOST": "matcher.example.org", "REMOTE_ADDR": "192.0.2.7"}
    client = staff.client("viewer", host="matcher.example.org")

    assert client.get("/account", environ_overrides=environ).status_code == 200


def test_a_made_up_token_is_nobody(app: Flask, staff: Staff) -> None:
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, "A" * 43)

    assert client.get("/account").status_code == 303
