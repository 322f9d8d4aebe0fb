"""One application for all tests of the web, with a clock that stands still."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from matcher.pipeline import Matcher, Upload
from matcher.web import create_app
from matcher.web.csrf import FIELD, FORM_COOKIE, sign
from matcher.work.processing import work_off_one
from tests.web.accounts import Staff

RESUME = b"""Ada Byte
ada.byte@example.org

Experience

Back-end Engineer, Quillmere Freight
January 2018 - present
- Designed the booking API in Go; it serves 40 carriers.
- Tuned PostgreSQL queries; the nightly report went from 40 to 3 minutes.

Skills
Go, PostgreSQL, Terraform
"""


# A secret that the browser of the tests holds, and what forms of the workspace carry for it.
SECRET = "a secret of the tests"
FORM = {FIELD: sign(SECRET)}
WORKSPACE = ("/screenings", "/pool", "/profiles", "/account", "/team", "/logout", "/login")


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_hours(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(matcher: Matcher, clock: Clock, sqlite_template: Path, tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "workspace.db"
    shutil.copyfile(sqlite_template, path)
    return {
        "TESTING": True, "MATCHER": matcher, "CLOCK": clock, "SCREENING_FILES": 30, "WORKERS": 0, "DATABASE": f"sqlite:///{path}",
    }  # fmt: skip


@pytest.fixture
def app(settings: dict[str, Any]) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    app.extensions["matcher.workspace"].close()


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        client.set_cookie(FORM_COOKIE, SECRET)
        yield client


@pytest.fixture
def resume() -> Upload:
    return Upload(RESUME, "ada.txt")


@pytest.fixture
def post(client: FlaskClient) -> Callable[..., Any]:
    """Send a form with files: values that are uploads (or lists of them) become file fields.

    Forms of the workspace carry the token that its pages put into them.
    """

    def send(path: str, **fields: Any) -> Any:
        boundary, body = encode(fields | (FORM if path.startswith(WORKSPACE) else {}))
        return client.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")

    return send


def encode(fields: dict[str, Any]) -> tuple[str, bytes]:
    """Encode a form in memory; the test client would leave large files open."""
    items = MultiDict({name: value if isinstance(value, list) else [value] for name, value in fields.items()})
    return encode_multipart(
        MultiDict(
            (name, FileStorage(io.BytesIO(one.data), one.filename, name) if isinstance(one, Upload) else one)
            for name, one in items.items(multi=True)
        )
    )


@pytest.fixture
def work_off(app: Flask, matcher: Matcher, clock: Clock) -> Callable[[], None]:
    """Reads and judges all that waits, in the test itself; no worker runs beside it."""

    def work() -> None:
        while work_off_one(app.extensions["matcher.workspace"].database, matcher, owner="wrk_test", clock=clock):
            pass

    return work


@pytest.fixture
def staff(app: Flask) -> Staff:
    """Users in two teams; with them the application asks for a login."""
    return Staff(app)
