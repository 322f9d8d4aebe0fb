"""Greenhouse's side on loopback, as its documentation describes it: it orders, is told by PATCH, and then asks.

It takes an answer for wrong where its documentation says so, and reports it to request_errors as it would.
"""

from __future__ import annotations

import base64
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from flask.testing import FlaskClient


class FakeGreenhouse(HTTPServer):
    """One customer's Greenhouse."""

    def __init__(self, client: FlaskClient, key: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.client = client
        self.auth = {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}
        self.resumes: dict[str, tuple[int, bytes]] = {}
        self.patched: list[tuple[str, str | None]] = []
        self.answers: list[int] = []
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def order(self, test: str, resume: str | None, number: int = 1, **more: Any) -> Any:
        """Order a test for a candidate."""
        candidate = {
            "first_name": "Ada",
            "last_name": "Byte",
            "preferred_name": None,
            "email": "ada.byte@example.org",
            "greenhouse_profile_url": "https://app.example.org/people/17681532",
            "phone_number": None,
            "resume_url": f"http://{self.host}{resume}" if resume else None,
        }
        body = {
            "partner_test_id": test,
            "candidate": candidate,
            "sent_by": "recruiter@example.org",
            "url": f"http://{self.host}/v1/partner/tests/{number}",
            **more,
        }
        return self.client.post("/integrations/greenhouse/send_test", json=body, headers=self.auth)

    def status(self, interview: str) -> dict[str, Any]:
        """Ask how far an order is, and judge the answer by the rules of the documentation."""
        answer = self.client.get(
            f"/integrations/greenhouse/test_status?partner_interview_id={interview}", headers=self.auth
        )
        body: dict[str, Any] = answer.json
        assert answer.status_code == 200
        wrong = [] if isinstance(body.get("partner_status"), str) else ["partner_status is missing"]
        if body.get("partner_status") == "complete" and not str(body.get("partner_profile_url", "")).startswith("http"):
            wrong.append("partner_profile_url is missing")
        if not isinstance(body.get("partner_score", 0), int | float):
            wrong.append("partner_score is no number")
        if any(isinstance(value, dict | list) for value in body.get("metadata", {}).values()):
            wrong.append("metadata is not flat")
        assert wrong == []
        return body

    def close(self) -> None:
        self.shutdown()
        self.server_close()
        self.thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: FakeGreenhouse

    def do_GET(self) -> None:
        status, body = self.server.resumes.get(self.path, (404, b""))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def do_PATCH(self) -> None:
        self.server.patched.append((self.path, self.headers.get("Authorization")))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass
