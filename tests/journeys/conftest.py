"""The application as the journeys use it, and a browser that looks at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from matcher.pipeline import Upload
from tests.conftest import ROOT
from tests.journeys.browsing import FLAGS, Visit, find_chromium, visit_with
from tests.web.conftest import app, client, clock, post, resume, settings, work_off

__all__ = ["app", "client", "clock", "post", "resume", "settings", "work_off"]


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each visit has a context of its own."""
    program = find_chromium()
    if program is None:
        pytest.skip("no Chromium is installed on this machine")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=program, args=FLAGS) as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Visit]]:
    """Begins visits: ``visit(width=390, scripts=False, dark=True)``."""
    begun: list[Visit] = []

    def begin(**how: Any) -> Visit:
        begun.append(visit_with(browser, site, **how))
        return begun[-1]

    yield begin
    for one in begun:
        one.page.context.close()


@pytest.fixture
def cv(sample: Upload, tmp_path: Path) -> Path:
    """The sample resume as a file that a form can send."""
    path = tmp_path / "cv.pdf"
    path.write_bytes(sample.data)
    return path


@pytest.fixture(scope="session")
def two_pages() -> Path:
    """A resume of two pages."""
    return ROOT / "tests" / "data" / "resumes" / "two_pages.pdf"
