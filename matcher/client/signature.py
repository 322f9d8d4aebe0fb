"""Checks that a message came from the server: Standard Webhooks 1.0.0, over the bytes as they came."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from typing import Any

__all__ = ["SignatureInvalid", "verify"]

_PREFIX = "whsec_"
_LEAST_BYTES = 24
_TOLERANCE = 300.0


class SignatureInvalid(Exception):
    """The message is not to be believed."""


def verify(secret: str, headers: Mapping[str, str], body: bytes, *, now: float | None = None) -> dict[str, Any]:
    """Return what a message says, once it is known to come from the server.

    Keep its id, the header ``webhook-id``: a message that comes again has the same.

    Args:
        secret: as it was shown when the address was registered, with ``whsec_``.
        headers: of the request, in any case.
        body: the bytes as they came: parsed and written again they are others.
        now: the moment in seconds; by default the present one. Messages older or newer by 5 minutes are refused.

    Raises:
        SignatureInvalid: it is not to be believed.
        ValueError: the secret is none; an empty one would let everybody in.
    """
    key = _key(secret)
    found = {name.lower(): value for name, value in headers.items()}
    message, stamp = found.get("webhook-id", ""), found.get("webhook-timestamp", "")
    if not message or not stamp.isascii() or not stamp.isdigit():
        raise SignatureInvalid("Its headers are missing or broken.")
    if abs((time.time() if now is None else now) - int(stamp[:15])) > _TOLERANCE:
        raise SignatureInvalid("It is too old, or from the future.")
    wanted = hmac.new(key, f"{message}.{stamp}.".encode() + body, hashlib.sha256).digest()
    given = found.get("webhook-signature", "").split(" ")
    if not any(_same(wanted, one) for one in given):
        raise SignatureInvalid("Its signature does not fit.")
    told: dict[str, Any] = json.loads(body)
    return told


def _key(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("The secret is not base64.") from error
    if len(key) < _LEAST_BYTES:
        raise ValueError("The secret is too short to be one.")
    return key


def _same(wanted: bytes, given: str) -> bool:
    version, _, text = given.partition(",")
    try:
        return version == "v1" and hmac.compare_digest(wanted, base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return False
