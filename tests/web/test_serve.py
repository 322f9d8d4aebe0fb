from __future__ import annotations

import pytest

from matcher.web.serve import _settings


@pytest.mark.parametrize(
    ("host", "bind"), [("127.0.0.1", "127.0.0.1:8000"), ("::1", "[::1]:8000"), ("localhost", "localhost:8000")]
)
def test_one_process_serves_because_reports_live_in_its_memory(host: str, bind: str) -> None:
    settings = _settings(host, 8000)

    assert (settings["bind"], settings["workers"]) == (bind, 1)
    assert "accesslog" not in settings
