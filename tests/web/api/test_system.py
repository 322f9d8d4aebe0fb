from __future__ import annotations

import json

from flask import Flask
from flask.testing import FlaskClient

from matcher import __version__
from matcher.pipeline import Matcher


def test_health_tells_versions(client: FlaskClient, matcher: Matcher) -> None:
    body = client.get("/api/v1/health").json

    assert body["status"] == "ok"
    assert body["version"] == __version__
    assert body["taxonomy"]["hash"] == matcher.taxonomy.hash


def test_readiness_turns_red_before_the_server_stops_and_health_does_not(app: Flask, client: FlaskClient) -> None:
    assert client.get("/api/v1/ready").json == {"status": "ready"}

    app.extensions["matcher.api"].stopping.set()

    answer = client.get("/api/v1/ready")
    assert (answer.status_code, json.loads(answer.data)["code"]) == (503, "unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/api/v1/health").status_code == 200


def test_the_counters_are_text_for_prometheus(client: FlaskClient) -> None:
    answer = client.get("/api/v1/metrics", headers={"Accept": "text/plain"})

    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert f'matcher_build{{version="{__version__}"}} 1.0' in answer.text
