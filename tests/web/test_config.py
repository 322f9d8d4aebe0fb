from __future__ import annotations

from datetime import UTC

import pytest

from matcher.pipeline import Matcher
from matcher.web import create_app
from matcher.web.config import DEFAULTS, now_in_utc


def test_settings_come_from_the_environment(matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHER_KEEP_HOURS", "2")

    app = create_app({"MATCHER": matcher})

    assert app.config["KEEP_HOURS"] == 2
    assert "kept for 2 hours" in app.test_client().get("/").text


def test_there_is_a_day_by_default() -> None:
    assert DEFAULTS["KEEP_HOURS"] == 24
    assert now_in_utc().tzinfo is UTC
