"""The client against a server on loopback, and the Python on the API's page as it stands there."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from matcher import client as module
from matcher.client import ApiError, MatcherClient, verify_webhook
from matcher.pipeline import Matcher, Upload
from matcher.web import create_app
from matcher.work.signing import new_secret, signed_headers
from tests.web.api.conftest import work_off
from tests.web.api.contract import serving, with_key

ROLE = "lead-backend-engineer"
TEXT = "Ada Byte\n\nSkills\nGo, PostgreSQL"


@pytest.fixture
def app(matcher: Matcher, sqlite_template: Path, tmp_path: Path) -> Iterator[Flask]:
    path = shutil.copyfile(sqlite_template, tmp_path / "workspace.db")
    app = create_app({"MATCHER": matcher, "DATABASE": f"sqlite:///{path}", "WORKERS": 0})
    yield app
    app.extensions["matcher.workspace"].close()


@pytest.fixture
def server(app: Flask) -> Iterator[str]:
    with serving(app) as root:
        yield root


@pytest.fixture
def key(app: Flask) -> str:
    return with_key(app.config["DATABASE"])


@pytest.fixture
def working(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the client waits, batches are worked off."""
    monkeypatch.setattr(module.time, "sleep", lambda _seconds: work_off(app))


def test_a_file_is_matched_read_and_erased(server: str, key: str, sample: Upload) -> None:
    client = MatcherClient(server, key)

    match = client.match(sample.data, filename="resume.pdf", role=ROLE, external_id="4711")

    assert (match["input"]["format"], match["external_id"]) == ("pdf", "4711")
    assert client.get_match(match["id"]) == match
    client.delete_match(match["id"])
    with pytest.raises(ApiError) as caught:
        client.get_match(match["id"])
    assert (caught.value.status, caught.value.code) == (404, "not_found")
    assert ROLE in [one["id"] for one in client.role_profiles()]


def test_a_batch_is_sent_waited_for_and_read_in_pieces(server: str, key: str, working: None) -> None:
    client = MatcherClient(server, key)
    items = [{"external_id": f"a{number}", "resume_text": TEXT} for number in range(101)]

    first = client.create_batch(items, role=ROLE, name="monday")
    second = client.create_batch(items, role=ROLE, name="monday")
    over = client.wait_for(first["id"])

    assert first["id"] == second["id"]
    assert over["counts"]["succeeded"] == 101
    assert [one["external_id"] for one in client.results(first["id"])] == [item["external_id"] for item in items]


def test_a_refusal_names_the_places(server: str, key: str) -> None:
    with pytest.raises(ApiError) as caught:
        MatcherClient(server, key).match(b"", role=ROLE)

    assert (caught.value.code, caught.value.errors[0]["pointer"]) == ("file_empty", "/resume_file/content")
    assert caught.value.request_id.startswith("req_")
    with pytest.raises(ApiError, match="401"):
        MatcherClient(server).role_profiles()
    with pytest.raises(ValueError, match="https"):
        MatcherClient("ftp://x")


def test_who_is_told_to_wait_waits_and_comes_again(
    app: Flask, server: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, waited = app.extensions["matcher.api"].room, []
    places = 0
    while room.enter():
        places += 1

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        room.leave()

    monkeypatch.setattr(module.time, "sleep", sleep)

    assert MatcherClient(server, key).match(TEXT.encode(), filename="a.txt", role=ROLE)["id"]
    assert waited == [2.0]
    for _ in range(places - 1):
        room.leave()


@pytest.mark.parametrize(
    "change",
    [
        lambda body, sent: (body[:-1] + b"]", sent),
        lambda body, sent: (body, {**sent, "webhook-id": "x"}),
        lambda body, sent: (body, {**sent, "webhook-signature": "v1,===="}),
        lambda body, _: (body, {}),
    ],
)
def test_a_message_is_verified_and_a_changed_one_refused(change: Callable[..., Any]) -> None:
    secret, now, body = new_secret(), datetime.now(tz=UTC), b'{"type": "ping"}'
    sent = signed_headers([new_secret(), secret], "msg_1", now, body)

    assert verify_webhook(secret, sent, body) == {"type": "ping"}
    changed, headers = change(body, sent)
    with pytest.raises(ValueError, match=r"signature|time"):
        verify_webhook(secret, headers, changed)
    with pytest.raises(ValueError, match="old"):
        verify_webhook(secret, sent, body, now=(now + timedelta(seconds=301)).timestamp())


def test_the_python_on_the_page_runs(
    app: Flask, server: str, key: str, working: None, sample: Upload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [
        html.unescape(one)
        for one in re.findall(r"<code>(from .*?)</code>", app.test_client().get("/api").text, re.DOTALL)
    ]
    (tmp_path / "resume.pdf").write_bytes(sample.data)
    monkeypatch.chdir(tmp_path)
    body = b'{"type": "batch.completed", "data": {"id": "bat_1"}}'
    secret = new_secret()
    given = {"secret": secret, "body": body, "headers": signed_headers([secret], "msg_1", datetime.now(tz=UTC), body)}

    assert len(shown) == 3
    for code in shown:
        names: dict[str, Any] = dict(given)
        exec(code.replace("http://localhost", server).replace("YOUR_KEY", key), names)  # noqa: S102 - our own page
        assert names["told"]
