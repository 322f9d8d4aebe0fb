"""A small client for the API of a Matcher server: the standard library alone, so that it can be copied.

>>> client = MatcherClient("http://127.0.0.1:8000", key="matcher_...")        # doctest: +SKIP
>>> client.match(b"...", filename="resume.pdf", role="lead-backend-engineer")["score"]  # doctest: +SKIP
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict, cast
from urllib.parse import quote

__all__ = ["ApiError", "Batch", "BatchCounts", "BatchResult", "MatcherClient", "verify_webhook"]

_TRIES = 5
_MOST_WAIT = 60.0
_TOLERANCE = 300


class BatchCounts(TypedDict):
    """How many resumes of a batch are how far."""

    total: int
    succeeded: int
    failed: int
    cancelled: int
    waiting: int


class Batch(TypedDict):
    """A batch and how far it is."""

    id: str
    external_id: str | None
    status: str
    counts: BatchCounts
    created_at: str
    finished_at: str | None
    expires_at: str


class BatchResult(TypedDict):
    """One resume of a batch: a match or a problem."""

    external_id: str
    status: str
    match: dict[str, Any] | None
    problem: dict[str, Any] | None


class ApiError(Exception):
    """The server refused. ``code`` is stable; ``errors`` name the places that are wrong."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{problem.get('status')} {problem.get('code')}: {problem.get('detail')}")
        self.status = int(problem.get("status", 0))
        self.code = str(problem.get("code", ""))
        self.detail = str(problem.get("detail", ""))
        self.errors: list[dict[str, str]] = list(problem.get("errors", ()))
        self.request_id = str(problem.get("request_id", ""))


class MatcherClient:
    """Calls one server.

    Args:
        root: its address, like https://matcher.example.org.
        key: a key of the API; none is needed on loopback until the first was made.
        timeout: seconds for one answer.
    """

    def __init__(self, root: str, key: str | None = None, timeout: float = 60.0) -> None:
        if not root.startswith(("https://", "http://")):
            message = "The address begins with https:// or http://."
            raise ValueError(message)
        self._root = f"{root.rstrip('/')}/api/v1"
        self._headers = {"Accept": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
        self._timeout = timeout

    def match(self, resume: bytes, *, filename: str = "", **fields: Any) -> dict[str, Any]:
        """Compare a file; ``fields`` are exactly one of role, job and job_posting, and external_id.

        Raises:
            ApiError: the server refused it.
        """
        file = {"name": filename, "content": base64.b64encode(resume).decode()}
        return self._call("POST", "/matches", {"resume_file": file, **fields}, name=str(uuid.uuid4()))

    def get_match(self, match: str) -> dict[str, Any]:
        """Return a match that was made before."""
        return self._call("GET", f"/matches/{quote(match)}")

    def delete_match(self, match: str) -> None:
        """Erase a match."""
        self._call("DELETE", f"/matches/{quote(match)}")

    def create_batch(self, items: Sequence[Mapping[str, Any]], *, name: str | None = None, **fields: Any) -> Batch:
        """Send up to 500 resumes. ``name`` makes it safe to send again: the same name makes no second batch."""
        body = {"items": list(items), **fields}
        return cast("Batch", self._call("POST", "/batches", body, name=name or str(uuid.uuid4())))

    def batch(self, batch: str) -> Batch:
        """Tell how far a batch is."""
        return cast("Batch", self._call("GET", f"/batches/{quote(batch)}"))

    def wait_for(self, batch: str, *, seconds: float = 600.0, pause: float = 2.0) -> Batch:
        """Ask until a batch is over.

        Raises:
            TimeoutError: it is not, after so long.
        """
        until = time.monotonic() + seconds
        while (found := self.batch(batch))["finished_at"] is None:
            if time.monotonic() >= until:
                raise TimeoutError
            time.sleep(pause)
        return found

    def results(self, batch: str) -> Iterator[BatchResult]:
        """Yield the results of a batch, asking for one piece after the other."""
        cursor = ""
        while True:
            more = f"&cursor={quote(cursor)}" if cursor else ""
            piece = self._call("GET", f"/batches/{quote(batch)}/results?limit=100{more}")
            yield from piece["data"]
            cursor = piece["next_cursor"] or ""
            if not cursor:
                return

    def role_profiles(self) -> list[dict[str, Any]]:
        """Return the role profiles in short, up to 100."""
        return list(self._call("GET", "/role-profiles?limit=100")["data"])

    def _call(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, name: str | None = None
    ) -> dict[str, Any]:
        headers = dict(self._headers)
        if body is not None:
            headers["Content-Type"] = "application/json"
        if name is not None:
            headers["Idempotency-Key"] = name
        data = None if body is None else json.dumps(body).encode()
        for left in reversed(range(_TRIES)):
            request = urllib.request.Request(  # noqa: S310 - the scheme was checked
                self._root + path, data, headers, method=method
            )
            try:
                with urllib.request.urlopen(request, timeout=self._timeout) as answer:  # noqa: S310
                    text = answer.read()
                    return dict(json.loads(text)) if text else {}
            except urllib.error.HTTPError as error:
                with error:
                    wait = error.headers.get("Retry-After", "")
                    if not (left and error.code in {409, 429, 503} and wait.isdigit() and float(wait) <= _MOST_WAIT):
                        raise ApiError(_problem(error)) from None
                time.sleep(float(wait))
        raise AssertionError  # the last try returns or raises


def verify_webhook(secret: str, headers: Mapping[str, str], body: bytes, *, now: float | None = None) -> dict[str, Any]:
    """Return the message of a webhook, if it is ours and no older than five minutes.

    Args:
        secret: as it was shown, with whsec_.
        headers: of the request.
        body: its bytes, as they came: parsed and written again they are others.
        now: seconds since 1970, for tests.

    Raises:
        ValueError: it is not ours, was changed, or is too old or too new.
    """
    found = {name.lower(): value for name, value in headers.items()}
    stamp = found.get("webhook-timestamp", "")
    moment = time.time() if now is None else now
    if not stamp.isdigit() or abs(moment - int(stamp)) > _TOLERANCE:
        message = "The message is too old, or tells no time."
        raise ValueError(message)
    signed = f"{found.get('webhook-id', '')}.{stamp}.".encode() + body
    expected = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    for one in found.get("webhook-signature", "").split():
        version, _, text = one.partition(",")
        try:
            sent = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            continue
        if version == "v1" and hmac.compare_digest(sent, expected):
            return dict(json.loads(body))
    message = "The signature does not fit."
    raise ValueError(message)


def _problem(error: urllib.error.HTTPError) -> dict[str, Any]:
    try:
        return dict(json.loads(error.read()))
    except ValueError:
        return {"status": error.code, "code": "http_error", "detail": error.reason}
