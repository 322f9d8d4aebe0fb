"""An application beside a fake applicant tracking system, and what moves an order along without threads."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from matcher.pipeline import Upload
from matcher.storage.accounts import ensure_local
from matcher.storage.partners import connect
from matcher.storage.teams import team_named
from matcher.web.ordering import courier_of, outside_of
from matcher.work.partners import courier, fetching
from tests.web.api.conftest import (  # noqa: F401 - fixtures
    MakeKey,
    app,
    database_file,
    make_key,
    public,
    work_off,
    workspace,
)
from tests.web.integrations.fake_ats import FakeAts, serving

ROLE = "lead-backend-engineer"


@pytest.fixture
def ats(sample: Upload) -> Iterator[FakeAts]:
    with serving(FakeAts(resume=sample.data)) as found:
        yield found


@pytest.fixture
def more(ats: FakeAts) -> dict[str, Any]:
    # The fake stands on loopback, which the operator allows for this one address alone.
    return {"OUTBOUND_INNER": f"127.0.0.1:{ats.port}", "SEAL_KEY": "a key of the tests"}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resumes must come within half a second."""
    monkeypatch.setattr(courier, "fetch_resume", lambda *one, **two: fetching.fetch_resume(*one, **two, seconds=0.5))


def basic(key: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}


def run(here: Flask) -> None:
    """Do what the courier and the workers would do now: fetch, judge, tell."""
    carries = courier_of(here, lambda: None)
    carries.work_off()
    work_off(here)
    carries.work_off()


def connect_ashby(here: Flask, ats: FakeAts, team: str = "Hiring") -> None:
    database = here.extensions["matcher.workspace"].database
    sealed = outside_of(here).seal.close(ats.key)
    with database.write() as connection:
        ensure_local(connection, here.config["CLOCK"]())
        where = team_named(connection, team).id
        connect(connection, where, "ashby", now=here.config["CLOCK"](), base_url=ats.root, credentials=sealed)
