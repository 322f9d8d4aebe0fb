from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from matcher.web.theme import way_back


def test_without_a_choice_the_device_decides_and_no_cookie_is_set(client: FlaskClient) -> None:
    answer = client.get("/")

    assert '<html lang="en">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_choice_is_kept_and_leads_back_to_the_page(client: FlaskClient) -> None:
    answer = client.post("/theme", data={"theme": "dark", "back": "/questions?q=kafka"})

    assert (answer.status_code, answer.location) == (303, "/questions?q=kafka")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("theme=dark;")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    page = client.get("/questions?q=kafka").text
    assert '<html lang="en" data-theme="dark">' in page
    assert 'name="back" value="/questions?q=kafka"' in page


def test_a_choice_can_be_taken_back(client: FlaskClient) -> None:
    client.post("/theme", data={"theme": "light"})
    client.post("/theme", data={"theme": ""})

    assert "data-theme" not in client.get("/").text


def test_a_theme_that_nobody_knows_is_none(client: FlaskClient) -> None:
    client.set_cookie("theme", '"><script>')

    assert "data-theme" not in client.get("/").text


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("/roles", "/roles"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("https://elsewhere.example", "/"),
        ("/roles\r\nSet-Cookie: a=b", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_stays_here(said: str, back: str) -> None:
    assert way_back(said) == back
