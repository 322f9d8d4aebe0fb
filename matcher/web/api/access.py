"""Who calls: the key of a request, what it is good for, how often it may call and how much it may send."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from flask import Response, current_app, g, request

from matcher.domain.integration import SCOPES, ApiKey
from matcher.storage.ids import LOCAL_TEAM
from matcher.storage.keys import LOCAL_KEY, key_behind, needs_note, note_use
from matcher.web.api.base import Operation
from matcher.web.api.database import now, workspace
from matcher.web.identity import is_loopback
from matcher.web.problems import FieldError, FormProblem

__all__ = ["Buckets", "asks_for_keys", "caller", "check_access", "check_rate", "find_key", "tell_rate"]

_CHALLENGE = 'Bearer realm="matcher"'
_BEGINNING = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
_LOCAL = ApiKey(LOCAL_KEY, LOCAL_TEAM, "local", "local", frozenset(SCOPES), _BEGINNING)


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime


class Buckets:
    """How often each key may still call: so many at once, filled up again evenly over a minute."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._buckets: dict[str, _Bucket] = {}

    def take(self, key: str, per_minute: int, moment: datetime) -> tuple[int, float]:
        """Take one call.

        Returns:
            How many are left, and the seconds until there is one again; these are 0 if the call may go on.
        """
        with self._lock:
            bucket = self._buckets.setdefault(key, _Bucket(per_minute, moment))
            passed = max(0.0, (moment - bucket.at) / timedelta(minutes=1))
            bucket.left, bucket.at = min(per_minute, bucket.left + passed * per_minute), moment
            if bucket.left < 1:
                return 0, (1 - bucket.left) * 60 / per_minute
            bucket.left -= 1
            return int(bucket.left), 0.0


def caller() -> ApiKey:
    """Return the key of the request that is being answered; its team is the one whose rows may be seen."""
    return cast("ApiKey", g.caller)


def check_access(operation: Operation) -> None:
    """Find out who calls, and refuse who may not.

    Raises:
        FormProblem: ``key_missing``, ``key_invalid`` or ``scope_missing``.
    """
    if operation.scope is None:
        return
    key = _key()
    g.caller, g.key_id = key, key.id
    if operation.scope and operation.scope not in key.scopes:
        raise FormProblem(
            "scope_missing",
            "",
            f"The key lacks the scope {operation.scope}.",
            "Make a key that has it.",
            errors=(FieldError("header", "/Authorization", "scope_missing", f"Lacks {operation.scope}."),),
        )


def check_rate(operation: Operation) -> None:
    """Count the call for its key.

    Raises:
        FormProblem: ``rate_limited``.
    """
    if operation.scope is None or caller().id == LOCAL_KEY:
        return
    per_minute = caller().requests_per_minute or int(current_app.config["REQUESTS_PER_MINUTE"])
    left, wait = current_app.extensions["matcher.api"].buckets.take(caller().id, per_minute, now())
    g.rate = (per_minute, left)
    if wait:
        raise FormProblem(
            "rate_limited",
            "",
            f"The key may call {per_minute} times a minute.",
            "Wait for the seconds that Retry-After names.",
            headers={"Retry-After": str(int(wait) + 1)},
        )


def tell_rate(response: Response) -> Response:
    """Add what is left of the minute (draft-ietf-httpapi-ratelimit-headers); Retry-After is the contract."""
    if "rate" in g:
        per_minute, left = g.rate
        response.headers["RateLimit-Policy"] = f'"default";q={per_minute};w=60'
        response.headers["RateLimit"] = f'"default";r={left}'
    return response


def find_key(text: str) -> ApiKey | None:
    """Return the key whose text was sent, if it is good now, and note that it was used."""
    database, moment = workspace(), now()
    with database.read() as connection:
        key = key_behind(connection, text, moment)
    if key is not None and needs_note(key, moment):
        with database.write() as connection:
            note_use(connection, key, moment)
    return key


def asks_for_keys() -> bool:
    """Tell whether callers need a key: everywhere but on loopback, and there too once one was made."""
    # Who comes from elsewhere needs one too, wherever this process listens.
    here = is_loopback(str(current_app.config["HOST"])) and is_loopback(request.remote_addr or "")
    return not here or current_app.extensions["matcher.api"].keys.any_key(workspace())


def _key() -> ApiKey:
    header = request.headers.get("Authorization", "")
    if not header:
        if not asks_for_keys():
            return _LOCAL
        raise _unauthorised("key_missing", "No key was sent.")
    scheme, _, text = header.partition(" ")
    key = find_key(text.strip()) if scheme.lower() == "bearer" else None
    if key is None:
        raise _unauthorised("key_invalid", "The key is unknown, has expired or was revoked.")
    return key


def _unauthorised(code: str, message: str) -> FormProblem:
    return FormProblem(
        code,
        "",
        message,
        "Send a header Authorization: Bearer, followed by your key.",
        errors=(FieldError("header", "/Authorization", code, message),),
        headers={"WWW-Authenticate": _CHALLENGE},
    )
