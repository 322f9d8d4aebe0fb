"""Signatures of messages, as Standard Webhooks 1.0.0 has them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

__all__ = ["new_secret", "signed_headers"]

_PREFIX = "whsec_"
# The standard asks for 24 to 64 bytes.
_BYTES = 32


def new_secret() -> str:
    """Return a new secret as it is shown, once."""
    return _PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def signed_headers(keys: Iterable[str], message: str, moment: datetime, body: bytes) -> dict[str, str]:
    """Return the headers of a message: its id, when it was sent, and a signature by each secret.

    Args:
        keys: the secrets as they were shown; while one replaces another, both.
        message: the id, the same over all tries, by which the other side knows a message it has already.
        moment: when this try is sent.
        body: the bytes that are sent.
    """
    stamp = str(int(moment.timestamp()))
    signed = f"{message}.{stamp}.".encode() + body
    return {
        "webhook-id": message,
        "webhook-timestamp": stamp,
        "webhook-signature": " ".join(f"v1,{_signature(key, signed)}" for key in keys),
    }


def _signature(key: str, signed: bytes) -> str:
    raw = base64.b64decode(key.removeprefix(_PREFIX))
    return base64.b64encode(hmac.new(raw, signed, hashlib.sha256).digest()).decode()
