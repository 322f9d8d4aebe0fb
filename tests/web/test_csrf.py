from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.web.csrf import FIELD, FORM_COOKIE, sign
from tests.web.conftest import FORM


def field_of(page: str) -> str:
    found = re.search(rf'<input type="hidden" name="{FIELD}" value="([0-9a-f]{{64}})">', page)
    assert found is not None
    return found[1]


def test_a_form_carries_what_its_cookie_signs_and_no_secret(app: Flask) -> None:
    client = app.test_client()
    page = client.get("/screenings/new").text
    secret = client.get_cookie(FORM_COOKIE).value

    assert field_of(page) == sign(secret)
    assert secret not in page
    assert len(secret) >= 43


def test_a_second_page_uses_the_cookie_that_is_there(app: Flask) -> None:
    client = app.test_client()
    first = field_of(client.get("/screenings/new").text)
    second = client.get("/screenings/new")

    assert field_of(second.text) == first
    assert "Set-Cookie" not in second.headers


def test_two_browsers_have_two_secrets(app: Flask) -> None:
    fields = {field_of(app.test_client().get("/screenings/new").text) for _ in range(2)}

    assert len(fields) == 2


@pytest.mark.parametrize("sent", [{}, {FIELD: ""}, {FIELD: sign("another")}, {FIELD: "é" * 64}])
def test_a_form_without_its_token_changes_nothing_and_says_what_to_do(
    client: FlaskClient, sent: dict[str, str]
) -> None:
    answer = client.post("/screenings", data={"role": "lead-backend-engineer"} | sent)

    assert answer.status_code == 403
    assert "form_expired" in answer.text
    assert "nothing was changed" in answer.text


def test_a_token_without_its_cookie_is_worth_nothing(app: Flask) -> None:
    assert app.test_client().post("/screenings", data=FORM).status_code == 403


def test_with_both_the_form_is_looked_at(client: FlaskClient) -> None:
    assert client.post("/screenings", data=FORM).status_code == 400
