from __future__ import annotations

import json
import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.web.access import Right, needs


@pytest.fixture
def broken(app: Flask) -> FlaskClient:
    @needs(Right.OPEN)
    def fail() -> str:
        raise ValueError("Jane Doe, jane@example.org")

    app.add_url_rule("/broken", view_func=fail, endpoint="broken")
    app.add_url_rule("/api/v1/broken", view_func=fail, endpoint="api_broken")
    return app.test_client()


def test_our_own_mistakes_are_a_page_without_a_trace(broken: FlaskClient) -> None:
    answer = broken.get("/broken")

    assert answer.status_code == 500
    assert answer.headers["X-Request-Id"] in answer.text
    for word in ("Traceback", "ValueError", "Jane"):
        assert word not in answer.text


def test_under_the_api_they_are_problem_details(broken: FlaskClient) -> None:
    answer = broken.get("/api/v1/broken")

    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert json.loads(answer.data)["code"] == "internal_error"
    assert "Jane" not in answer.text


def test_the_log_tells_where_and_not_what(broken: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    broken.get("/broken")

    assert "ValueError at fail:" in caplog.text
    assert "Jane" not in caplog.text


@pytest.mark.parametrize(
    ("path", "status"), [("/nothing", 404), ("/reports/short", 404), ("/reports/" + "a" * 32, 410), ("/roles/x", 404)]
)
def test_what_is_not_there_is_told_on_a_page(path: str, status: int, client: FlaskClient) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert "<h1>" in answer.text


def test_a_wrong_method_is_told_with_the_right_ones(client: FlaskClient) -> None:
    answer = client.put("/")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
