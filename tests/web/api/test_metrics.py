from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.web import create_app


def lines(client: FlaskClient) -> list[str]:
    return [line for line in client.get("/api/v1/metrics").text.splitlines() if line.startswith("matcher_requests_t")]


def test_requests_are_counted_by_pattern_method_status_and_code(client: FlaskClient, post: Callable[..., Any]) -> None:
    for _ in range(2):
        post("/api/v1/matches", file=Upload(b"", "ada.pdf"), role="lead-backend-engineer")

    expected = 'matcher_requests_total{code="file_empty",method="POST",rule="/api/v1/matches",status="422"} 2.0'
    assert expected in lines(client)


def test_labels_hold_nothing_that_was_sent(client: FlaskClient) -> None:
    client.get("/reports/" + "a" * 32)
    client.get("/secret-path?ada=1")
    client.open("/", method="BREW")

    text = "\n".join(lines(client))
    assert 'rule="/reports/<token>"' in text
    assert 'rule="-"' in text
    assert 'method="other"' in text
    for word in ("aaaa", "secret", "ada", "BREW"):
        assert word not in text


def test_each_application_counts_for_itself(app: Flask, client: FlaskClient) -> None:
    other = create_app({"MATCHER": app.config["MATCHER"]})
    client.get("/roles")

    assert 'rule="/roles"' in app.extensions["matcher.api"].metrics.text().decode()
    assert 'rule="/roles"' not in other.extensions["matcher.api"].metrics.text().decode()
