from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.storage.database import Database
from matcher.storage.keys import list_keys, revoke_key
from matcher.web import create_app
from matcher.web.api.access import Buckets
from matcher.web.api.base import OPERATIONS
from tests.web.api.conftest import MakeKey, bearer
from tests.web.conftest import Clock

ROLES = "/api/v1/role-profiles"
OPEN = {"/api/v1/health", "/api/v1/ready", "/api/v1/openapi.json"}
START = datetime(2026, 11, 20, tzinfo=UTC)


def addresses(app: Flask) -> list[tuple[str, str, str]]:
    """Every method and address of the API, with the scope that it needs; ids are made up."""
    return [
        (
            method,
            re.sub(r"<(?:ident\('(\w+)'\):)?\w+>", rf"\1_{'0' * 24}", rule.rule),
            OPERATIONS[rule.endpoint].scope or "",
        )
        for rule in app.url_map.iter_rules()
        if rule.endpoint in OPERATIONS and rule.rule not in OPEN
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_on_loopback_no_key_is_asked_for_until_the_first_was_made(client: FlaskClient, make_key: MakeKey) -> None:
    assert client.get(ROLES).status_code == 200

    key = make_key()

    answer = client.get(ROLES)
    assert (answer.status_code, json.loads(answer.data)["code"]) == (401, "key_missing")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="matcher"'
    assert client.get(ROLES, headers=bearer(key)).status_code == 200


def test_elsewhere_a_key_is_always_asked_for(app: Flask) -> None:
    public = create_app({**app.config, "HOST": "0.0.0.0"})  # noqa: S104

    assert public.test_client().get(ROLES).status_code == 401
    assert public.test_client().get("/api/v1/health").status_code == 200


def test_every_address_but_three_wants_a_key_and_its_scope(app: Flask, client: FlaskClient, make_key: MakeKey) -> None:
    asked = addresses(app)
    keys = {scope: make_key(scopes=[scope]) for scope in ("match:read", "metrics:read", "webhook:write")}

    for path in OPEN:
        assert client.get(path).status_code == 200
    for method, path, scope in asked:
        assert client.open(path, method=method).status_code == 401, path
        assert client.open(path, method=method, headers=bearer("matcher_x")).status_code == 401, path
        for has, key in keys.items():
            refused = client.open(path, method=method, headers=bearer(key)).status_code == 403
            assert refused == (bool(scope) and scope != has), (method, path, has)


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic x", "Bearer x y", "matcher", "Bearer \u00e9"])
def test_what_is_no_key_is_refused_with_what_to_send(header: str, client: FlaskClient, make_key: MakeKey) -> None:
    make_key()

    answer = client.get(ROLES, headers={"Authorization": header})

    body = json.loads(answer.data)
    assert (answer.status_code, body["code"]) == (401, "key_invalid")
    assert "Authorization: Bearer" in body["detail"]
    assert [(one["in"], one["pointer"]) for one in body["errors"]] == [("header", "/Authorization")]


def test_keys_end(client: FlaskClient, make_key: MakeKey, clock: Clock, workspace: Database) -> None:
    short, long = make_key(days=1), make_key(days=9)
    clock.pass_hours(24)

    assert client.get(ROLES, headers=bearer(short)).status_code == 401
    assert client.get(ROLES, headers=bearer(long)).status_code == 200
    with workspace.write() as connection:
        revoke_key(connection, None, long[:16], now=clock())
    assert client.get(ROLES, headers=bearer(long)).status_code == 401


def test_the_last_use_is_noted(client: FlaskClient, make_key: MakeKey, clock: Clock, workspace: Database) -> None:
    key = make_key()
    client.get(ROLES, headers=bearer(key))

    with workspace.read() as connection:
        assert [one.last_used_at for one in list_keys(connection, None)] == [clock()]


def test_who_calls_too_often_waits(client: FlaskClient, make_key: MakeKey, clock: Clock) -> None:
    key, other = make_key(requests_per_minute=3), make_key()
    answers: list[Any] = [client.get(ROLES, headers=bearer(key)) for _ in range(4)]

    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"default";q=3;w=60'
    assert [one.headers["RateLimit"] for one in answers[:2]] == ['"default";r=2', '"default";r=1']
    wait = int(answers[3].headers["Retry-After"])
    assert json.loads(answers[3].data)["code"] == "rate_limited"
    assert client.get(ROLES, headers=bearer(other)).status_code == 200
    clock.pass_hours(wait / 3600)
    assert client.get(ROLES, headers=bearer(key)).status_code == 200


def test_a_bucket_fills_up_evenly_and_no_further() -> None:
    buckets = Buckets()

    assert [buckets.take("k", 2, START)[0] for _ in range(3)] == [1, 0, 0]
    assert buckets.take("k", 2, START)[1] == pytest.approx(30)
    assert buckets.take("k", 2, START + timedelta(seconds=30)) == (0, 0.0)
    assert buckets.take("k", 2, START + timedelta(hours=5)) == (1, 0.0)
    assert buckets.take("k", 2, START)[0] == 0


def test_the_log_names_the_key_and_never_its_text(
    client: FlaskClient, make_key: MakeKey, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    key = make_key()
    client.get(ROLES, headers=bearer(key))

    assert key not in caplog.text
    assert "key_" in caplog.text
