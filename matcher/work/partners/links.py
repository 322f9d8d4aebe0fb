"""The public link to a result page: it names an order, ends at a moment, and cannot be made up or changed.

An applicant tracking system shows it to the team's recruiters, who have no account here. The signature is by a key of
this installation; the same order has the same link, so that it can be told again without being kept.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import UTC, datetime

__all__ = ["read_link", "sign_link"]

_PREFIX = "ord_"
_ID_BYTES = 12
_TIME_BYTES = 5
_PURPOSE = b"matcher result link\n"
_LONGEST = 100


def sign_link(key: bytes, order: str, expires_at: datetime) -> str:
    """Return the secret part of a link: 66 letters that tell nobody the order's id.

    Args:
        key: of this installation.
        order: its id.
        expires_at: the moment from which the link leads nowhere.
    """
    named = bytes.fromhex(order.removeprefix(_PREFIX)) + int(expires_at.timestamp()).to_bytes(_TIME_BYTES, "big")
    return base64.urlsafe_b64encode(named + _signature(key, named)).decode().rstrip("=")


def read_link(key: bytes, token: str, now: datetime) -> str | None:
    """Return the id of the order behind a link; None for one that we did not sign, or whose time is over."""
    if len(token) > _LONGEST:
        return None
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    named, signature = raw[: _ID_BYTES + _TIME_BYTES], raw[_ID_BYTES + _TIME_BYTES :]
    if not hmac.compare_digest(_signature(key, named), signature):
        return None
    seconds = int.from_bytes(named[_ID_BYTES:], "big")
    if now.astimezone(UTC).timestamp() >= seconds:
        return None
    return _PREFIX + named[:_ID_BYTES].hex()


def _signature(key: bytes, named: bytes) -> bytes:
    return hmac.new(key, _PURPOSE + named, hashlib.sha256).digest()
