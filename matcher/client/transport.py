"""One call over HTTP, sent again where the server asks for it: what makes something has a name, and is made once."""

from __future__ import annotations

import http.client
import json
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from matcher.client.records import Problem, Unreachable

__all__ = ["Transport"]

_AGAIN = frozenset({429, 503})
_LONGEST_WAIT = 60.0
_BETWEEN = 1.0


class Transport:
    """Calls one server.

    Args:
        base_url: where it is, like https://matcher.example.org.
        key: what it gave us; "" where none is asked for.
        timeout: seconds for each step of a call.
        tries: how often a call is sent at most.
        sleep: waits; for tests.
    """

    def __init__(
        self, base_url: str, key: str, timeout: float, tries: int, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            message = "base_url must be like https://matcher.example.org"
            raise ValueError(message)
        self._secure = parts.scheme == "https"
        self._host = parts.hostname
        self._port = parts.port
        self._path = parts.path.rstrip("/")
        self._key = key
        self._timeout = timeout
        self._tries = tries
        self._sleep = sleep

    def call(
        self, method: str, path: str, body: bytes | None = None, media: str = "application/json", name: str = ""
    ) -> Any:
        """Call an operation and return its answer, None where it has no body.

        Args:
            method: of HTTP.
            path: after /api/v1.
            body: what is sent.
            media: the kind of body.
            name: of the call, for a repetition by another process; by default a new one.

        Raises:
            Problem: the server refused it.
            Unreachable: there was no answer.
        """
        headers = {"Accept": "application/json, application/problem+json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        if body is not None:
            headers["Content-Type"] = media
        if method == "POST":
            headers["Idempotency-Key"] = name or str(uuid.uuid4())
        for left in range(self._tries - 1, -1, -1):
            try:
                return self._once(method, path, body, headers)
            except Problem as error:
                if not left or error.status not in _AGAIN:
                    raise
                self._sleep(min(error.retry_after or _BETWEEN, _LONGEST_WAIT))
            except (OSError, http.client.HTTPException) as error:
                if not left:
                    raise Unreachable(f"{method} {path}: {error}") from error
                self._sleep(_BETWEEN)
        raise Unreachable(f"{method} {path}: not sent")

    def _once(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Any:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=self._timeout)
        try:
            connection.request(method, f"{self._path}/api/v1{path}", body=body, headers=dict(headers))
            answer = connection.getresponse()
            status, raw, wait = answer.status, answer.read(), answer.getheader("Retry-After", "")
        finally:
            connection.close()
        found = _json(raw, status)
        if not 200 <= status < 300:
            after = float(wait) if wait.isascii() and wait.isdigit() else None
            raise Problem(status, found if isinstance(found, dict) else {}, after)
        return found


def _json(raw: bytes, status: int) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError as error:
        if 200 <= status < 300:
            raise Unreachable("The answer is not JSON.") from error
        return {}
