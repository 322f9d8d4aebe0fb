from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.web.api.gate import Room

MATCHES = "/api/v1/matches"


@pytest.fixture
def more() -> dict[str, Any]:
    return {"MATCHES_AT_ONCE": 2}


class Unread(io.BytesIO):
    """A body that must not be read."""

    def read(self, *_size: Any) -> bytes:
        raise AssertionError("The body was read.")

    readline = read1 = read


def test_where_there_is_no_room_the_body_is_not_read(app: Flask, client: FlaskClient) -> None:
    room: Room = app.extensions["matcher.api"].room
    assert room.enter()
    assert room.enter()

    answer = client.post(
        MATCHES,
        input_stream=Unread(b"{}"),
        content_type="application/json",
    )

    assert (answer.status_code, json.loads(answer.data)["code"]) == (503, "busy")
    assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/api/v1/role-profiles").status_code == 200
    room.leave()
    room.leave()


def test_places_are_given_back_however_a_request_ends(
    app: Flask, client: FlaskClient, post: Callable[..., Any], resume: Upload
) -> None:
    for _ in range(5):
        assert post(MATCHES, file=resume, role="lead-backend-engineer").status_code == 201
        assert post(MATCHES, file=Upload(b"", "a.pdf"), role="lead-backend-engineer").status_code == 422
        assert client.post(MATCHES, data=b"x").status_code == 415

    room: Room = app.extensions["matcher.api"].room
    assert [room.enter() for _ in range(3)] == [True, True, False]


def test_who_may_not_call_is_told_before_anything_else(app: Flask, client: FlaskClient, make_key: Any) -> None:
    make_key()

    assert client.post(MATCHES, data=b"{", content_type="soup/hot").status_code == 401
