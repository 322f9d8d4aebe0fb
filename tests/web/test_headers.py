from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload

PAGES = [
    "/",
    "/screenings/new",
    "/roles",
    "/about",
    "/api",
    "/nothing",
    "/api/v1/health",
    "/api/v1/nothing",
    "/deleted",
]


@pytest.mark.parametrize("path", [*PAGES, "/static/matcher.css"])
def test_every_answer_carries_the_policy(path: str, client: FlaskClient) -> None:
    with client.get(path) as answer:
        headers = answer.headers

    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Request-Id"].startswith("req_")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_may_be_kept_by_a_cache_and_only_the_workspace_sets_a_cookie(path: str, app: Flask) -> None:
    headers = app.test_client().get(path).headers

    assert headers["Cache-Control"] == "no-store"
    if path == "/screenings/new":
        name, _, rest = headers["Set-Cookie"].partition("=")
        assert name == "matcher_form"
        assert "HttpOnly" in rest
        assert "SameSite=Lax" in rest
    else:
        assert "Set-Cookie" not in headers


def test_each_request_has_an_id_of_its_own(client: FlaskClient) -> None:
    ids = {client.get("/", headers={"X-Request-Id": "mine"}).headers["X-Request-Id"] for _ in range(3)}

    assert len(ids) == 3
    assert "mine" not in ids


def test_the_log_holds_ids_and_codes_and_nothing_of_the_person(
    client: FlaskClient, post: Callable[..., Any], resume: Upload, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    url = post("/", file=Upload(resume.data, "ada_byte_secret.txt"), role="lead-backend-engineer").location
    client.get(url)
    post("/api/v1/matches", file=Upload(b"", "ada_byte_secret.pdf"), role="lead-backend-engineer")

    # Request ids are random hexadecimal and may spell a short name.
    logged = re.sub(r"req_[0-9a-f]+", "", caplog.text)
    assert "file_empty" in logged
    assert "/reports/<token>" in logged
    for word in ("ada", "Ada", "PostgreSQL", "Quillmere", url.rsplit("/", 1)[1]):
        assert word not in logged


def test_what_stands_behind_a_secret_link_is_for_no_index(
    client: FlaskClient, post: Callable[..., Any], resume: Upload
) -> None:
    report = post("/", file=resume, role="lead-backend-engineer").location
    screening = post("/screenings", files=[resume], role="lead-backend-engineer").location

    for path in (report, f"{report}/text", f"{report}/plan", f"{report}/file/json", screening):
        assert client.get(path).headers["X-Robots-Tag"].startswith("noindex"), path
    assert "X-Robots-Tag" not in client.get("/questions").headers
