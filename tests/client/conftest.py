"""A server on loopback for the client, with workers that are called by the tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.web.api.conftest import app, database_file, make_key, more, workspace  # noqa: F401 - fixtures
from tests.web.conftest import clock, settings  # noqa: F401 - fixtures


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        pass


@pytest.fixture
def server(app: Flask) -> Iterator[str]:  # noqa: F811
    """The address of a running server."""
    running = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()
