"""A server on loopback that plays the vendors: it asks, is told, serves resumes, and holds to its own rules.

Its rules are written from the tables and schemas that the vendors publish, with values of our own.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, dict[str, str], bytes]
PDF = {"Content-Type": "application/pdf"}


@dataclass
class FakeAts:
    """What the server was asked, what it answers, and whom it knows."""

    port: int = 0
    key: str = ""
    resume: bytes = b""
    calls: list[tuple[str, str, bytes]] = field(default_factory=list)
    answers: dict[str, Callable[[bytes], Reply]] = field(default_factory=dict)
    refuse: int = 0
    moves: dict[str, str] = field(
        default_factory=lambda: {
            "inner": "http://127.0.0.1:1/secret", "name": "https://inner.example.org/x", "loop": "/files/loop",
        }
    )  # fmt: skip

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def reply(self, method: str, path: str, authorization: str, body: bytes) -> Reply:
        self.calls.append((method, path, body))
        if path.startswith("/files/"):
            return self.file(path.removeprefix("/files/"))
        # Both vendors know a partner by the key as the user name, with an empty password.
        if authorization != "Basic " + base64.b64encode(f"{self.key}:".encode()).decode():
            return 401, {}, b""
        if self.refuse:
            self.refuse -= 1
            return 503, {}, b""
        return self.answers.get(f"{method} {path}", lambda _: (404, {}, b""))(body)

    def file(self, name: str) -> Reply:
        kinds = {"page": "text/html; charset=utf-8", "picture": "image/png"}
        found: dict[str, Reply] = {
            "missing": (404, {}, b""),
            "expired": (410, {}, b""),
            "forbidden": (403, {}, b"<Error>expired</Error>"),
            "broken": (500, {}, b""),
            "large.pdf": (200, PDF, b"%PDF-1.7\n" + b"0" * 11_000_000),
            "noise.pdf": (200, PDF, b"\0\1\2\3" * 500),
            "cv.pdf": (200, PDF, self.resume),
            "moved": (302, {"Location": "/files/cv.pdf"}, b""),
        }
        found |= {f"to-{kind}": (302, {"Location": where}, b"") for kind, where in self.moves.items()}
        found["loop"] = found["to-loop"]
        found |= {kind: (200, {"Content-Type": media}, b"<html>Log in") for kind, media in kinds.items()}
        return found[name]

    def asked(self, path: str) -> list[dict[str, Any]]:
        return [json.loads(body or b"null") for _, where, body in self.calls if where == path]


@contextmanager
def serving(ats: FakeAts) -> Iterator[FakeAts]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/files/drip":
                self.drip()
                return
            status, headers, found = ats.reply(self.command, self.path, self.headers.get("Authorization", ""), body)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(found)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(found)
            except OSError:
                self.close_connection = True

        def drip(self) -> None:
            ats.calls.append((self.command, self.path, b""))
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            except OSError:
                pass
            self.close_connection = True

        do_GET = do_POST = do_PATCH = do_DELETE = answer  # noqa: N815 - the names of the base class

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    ats.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield ats
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def greenhouse_faults(call: str, body: Any) -> list[str]:
    """What Greenhouse would report of an answer to one of its calls; none where it can use it."""
    if call == "list_tests":
        if not isinstance(body, list):
            return ["not an array"]
        return [f"{one}" for one in body for name in ("partner_test_id", "partner_test_name") if not _text(one, name)]
    if call == "send_test":
        return [] if isinstance(body, dict) and _text(body, "partner_interview_id") else ["no partner_interview_id"]
    faults = [] if _text(body, "partner_status") else ["no partner_status"]
    if body.get("partner_status") == "complete" and not _text(body, "partner_profile_url"):
        faults.append("complete without partner_profile_url")
    score, metadata = body.get("partner_score"), body.get("metadata")
    if score is not None and (isinstance(score, bool) or not isinstance(score, int | float)):
        faults.append("partner_score is no number")
    values = (metadata or {}).values() if isinstance(metadata, dict | None) else [metadata]
    return faults + [f"{one} is no primitive" for one in values if isinstance(one, dict | list)]


_TYPES: dict[str, type | tuple[type, ...]] = {
    "numeric_score": (int, float), "numeric_duration_minutes": (int, float), "url": str, "string": str,
    "boolean_success": bool,
}  # fmt: skip


def ashby_faults(body: dict[str, Any], known: set[str]) -> list[str]:
    """What Ashby would refuse of ``assessment.update``; ``known`` are the assessments that it started."""
    single = ("assessment_status", "assessment_profile_url", "assessment_result", "cancelled_reason")
    values = [body[name] for name in single if name in body] + body.get("metadata", [])
    faults = [f"no {name}" for one in values for name in ("identifier", "label", "type", "value") if name not in one]
    faults += [f"{one} has another type" for one in values if not isinstance(one["value"], _TYPES[one["type"]])]
    if len({one["identifier"] for one in values}) != len(values):
        faults.append("an identifier twice")
    if body.get("assessment_id") not in known:
        faults.append("unknown assessment")
    if not isinstance(body.get("timestamp"), int) or body["timestamp"] < 10**12:
        faults.append("timestamp is not in milliseconds")
    if "cancelled_reason" not in body and "assessment_status" not in body:
        faults.append("no assessment_status")
    if "assessment_result" in body and body.get("assessment_profile_url", {}).get("type") != "url":
        faults.append("a result without assessment_profile_url")
    return faults


def _text(body: Any, name: str) -> bool:
    return isinstance(body, dict) and isinstance(body.get(name), str) and bool(body[name])
