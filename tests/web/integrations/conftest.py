"""An application with a key for Greenhouse, and Greenhouse's side on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from matcher.web.integrations.worker import OrderWorker
from tests.web.api.conftest import MakeKey, app, database_file, make_key, more, workspace
from tests.web.integrations.fake_greenhouse import FakeGreenhouse

__all__ = ["app", "database_file", "make_key", "more", "workspace"]


@pytest.fixture
def ats(app: Flask, make_key: MakeKey) -> Iterator[FakeGreenhouse]:
    fake = FakeGreenhouse(app.test_client(), make_key(scopes=["partner:greenhouse"]))
    app.config["OUTBOUND_INNER"] = fake.host
    yield fake
    fake.close()


@pytest.fixture
def worker(app: Flask) -> OrderWorker:
    return OrderWorker(app)
