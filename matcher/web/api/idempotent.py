"""Calls that may be repeated: Idempotency-Key, as draft-ietf-httpapi-idempotency-key-header has it."""

from __future__ import annotations

import hashlib
import json
import re

from flask import Response, g, request

from matcher.storage.idempotency import Call, Seen, StoredAnswer, begin_call, drop_call, finish_call
from matcher.web.api.access import caller
from matcher.web.api.base import Operation
from matcher.web.api.database import now, workspace
from matcher.web.problems import FieldError, FormProblem

__all__ = ["CALL_NAME", "begin", "end", "hash_body"]

HEADER = "Idempotency-Key"
# A string of structured fields stands in quotes; most clients send it bare.
CALL_NAME = re.compile(r'"([\x20\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255})')
_KEPT_HEADERS = ("Location", "Retry-After", "Content-Type")
_AGAIN = "2"


def hash_body() -> None:
    """Hash what was sent, before anything of it is taken out; only for a call that has a name.

    Raises:
        FormProblem: ``idempotency_key_missing`` where one is needed.
    """
    g.body_sha256 = None
    if HEADER in request.headers:
        data = request.get_data(cache=True, parse_form_data=False)
        g.body_sha256 = hashlib.sha256(f"{request.content_type}\n".encode() + data).hexdigest()


def begin(operation: Operation) -> Response | None:
    """Answer a repeated call as the first was answered; None for a new one, which goes on.

    Raises:
        FormProblem: ``idempotency_key_missing``, ``idempotency_key_invalid``, ``idempotency_running`` or
            ``idempotency_mismatch``.
    """
    sent = request.headers.get(HEADER)
    if sent is None:
        if operation.idempotent == "needed":
            raise _problem("idempotency_key_missing", "The call has no name.", "Send a new UUID as Idempotency-Key.")
        return None
    parts = CALL_NAME.fullmatch(sent.strip())
    if parts is None:
        raise _problem(
            "idempotency_key_invalid", "The name of the call cannot be used.", "Send 1 to 255 characters, like a UUID."
        )
    call = Call(caller().id, f"{request.method} {operation.id}", parts[1] or parts[2], g.body_sha256)
    with workspace().write() as connection:
        seen, stored = begin_call(connection, call, now())
    if stored is not None:
        return Response(
            stored.body, stored.status, headers={**json.loads(stored.headers), "Idempotency-Replayed": "true"}
        )
    if seen is Seen.RUNNING:
        raise _problem(
            "idempotency_running",
            "The first call of this name is under way.",
            "Ask again after the seconds that Retry-After names.",
            {"Retry-After": _AGAIN},
        )
    if seen is Seen.OTHER:
        raise _problem(
            "idempotency_mismatch", "Another request bore this name.", "Give each request a name of its own."
        )
    g.call = call
    return None


def end(response: Response) -> Response:
    """Keep a good answer for a day; a call that was refused may be mended and come again."""
    call: Call | None = g.pop("call", None)
    if call is None:
        return response
    with workspace().write() as connection:
        if response.status_code < 300:
            kept = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
            answer = StoredAnswer(
                response.status_code, json.dumps(kept), response.get_data(as_text=True), g.get("subject")
            )
            finish_call(connection, call, answer)
        else:
            drop_call(connection, call)
    return response


def _problem(code: str, message: str, remedy: str, headers: dict[str, str] | None = None) -> FormProblem:
    error = FieldError("header", f"/{HEADER}", code, message)
    return FormProblem(code, "", message, remedy, errors=(error,), headers=headers)
