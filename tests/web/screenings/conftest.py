"""A screening of four files, of which one is damaged and one a copy, read and ranked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matcher.pipeline import Upload
from matcher.storage.database import Database
from matcher.storage.ids import LOCAL_TEAM

ROLE = "lead-backend-engineer"
Post = Callable[..., Any]


@dataclass
class Screened:
    """A screening by its address, with what tests ask about it."""

    url: str
    client: FlaskClient
    database: Database
    team: str = LOCAL_TEAM

    @property
    def id(self) -> str:
        return self.url.rsplit("/", 1)[-1]

    def page(self, rest: str = "") -> str:
        return str(self.client.get(self.url + rest).text)


@pytest.fixture
def files(resume: Upload, sample: Upload) -> list[Upload]:
    return [
        resume,
        Upload(b"", "=empty.pdf"),
        Upload(sample.data, "jane_doe.pdf"),
        Upload(resume.data + b"\n", "copy.txt"),
    ]


@pytest.fixture
def begin(post: Post, client: FlaskClient, app: Flask) -> Callable[..., Screened]:
    """Begins a screening; nothing of it is read yet."""

    def make(files: list[Upload], **fields: Any) -> Screened:
        answer = post("/screenings", files=files, **({"role": ROLE, "title": "November"} | fields))
        assert answer.status_code == 303, answer.text
        return Screened(answer.location, client, app.extensions["matcher.workspace"].database)

    return make


@pytest.fixture
def screened(begin: Callable[..., Screened], files: list[Upload], work_off: Callable[[], None]) -> Screened:
    """The screening of the four files, blind."""
    made = begin(files, hide_names="on")
    work_off()
    return made
