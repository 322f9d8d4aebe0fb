from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from flask import Flask

from matcher.pipeline import Upload

ROLE = "lead-backend-engineer"


class Files(HTTPServer):
    """A server of files on loopback; each path answers with a status, headers and a body."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, tuple[int, dict[str, str], bytes]] = {}

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Files

    def do_GET(self) -> None:
        status, headers, body = self.server.files.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def files(app: Flask) -> Iterator[Files]:
    server = Files()
    app.config["OUTBOUND_INNER"] = f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def match(app: Flask, url: str) -> Any:
    return app.test_client().post("/api/v1/matches", json={"resume_url": url, "role": ROLE})


def test_a_resume_is_fetched_whatever_it_is_called(app: Flask, files: Files, sample: Upload) -> None:
    files.files["/x?sig=1"] = (200, {"Content-Type": "text/html"}, sample.data)

    answer = match(app, files.url("/x?sig=1"))

    assert answer.status_code == 201
    assert answer.json["input"]["format"] == "pdf"


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (404, {}, b""),
        (410, {}, b"expired"),
        (302, {"Location": "http://127.0.0.1/"}, b""),
        (200, {}, b"x" * 11_000_000),
    ],
)
def test_what_gives_no_file_is_told_at_its_field(
    status: int, headers: dict[str, str], body: bytes, app: Flask, files: Files
) -> None:
    files.files["/x"] = (status, headers, body)

    answer = match(app, files.url("/x"))

    problem = json.loads(answer.data)
    assert (answer.status_code, problem["code"]) == (422, "address_failed")
    assert problem["errors"][0]["pointer"] == "/resume_url"


def test_an_inner_address_is_not_called(app: Flask) -> None:
    answer = match(app, "https://169.254.169.254/latest/meta-data")

    assert (answer.status_code, json.loads(answer.data)["code"]) == (422, "address_inner")
