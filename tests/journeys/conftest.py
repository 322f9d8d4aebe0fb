"""The application as the journeys use it, and a browser that looks at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.journeys.chromium import Chromium, find_chromium
from tests.web.conftest import app, client, clock, post, resume, settings

__all__ = ["app", "client", "clock", "post", "resume", "settings"]


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The address of the running application."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chromium]:
    """A browser with one empty page."""
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium is installed on this machine")
    with Chromium(program, tmp_path / "profile") as browser:
        yield browser
