"""Secrets that have to be sent again, sealed: without the key, the database alone gives none of them away."""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection, insert, select

from matcher.errors import StorageError
from matcher.storage.tables.partners import signing_keys

__all__ = ["Seal", "own_key"]


class Seal:
    """Seals and opens texts.

    Args:
        key: the operator's, of any length; or what ``own_key`` gives.
    """

    def __init__(self, key: str | bytes) -> None:
        raw = key.encode() if isinstance(key, str) else key
        self._fernet = Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"matcher seal\n" + raw).digest()))

    def close(self, text: str) -> str:
        """Seal a text."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Return the text that was sealed.

        Raises:
            StorageError: it was sealed with another key.
        """
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise StorageError(
                "A secret was sealed with another key.", "Set MATCHER_SEAL_KEY as it was when the secret was made."
            ) from None


def own_key(connection: Connection, name: str, now: datetime) -> bytes:
    """Return a key of this installation, made at the first call and kept in its database.

    It stands in where the operator gave none: whoever has the whole database has it too.
    """
    found: bytes | None = connection.scalar(select(signing_keys.c.value).where(signing_keys.c.name == name))
    if found is not None:
        return found
    made = secrets.token_bytes(32)
    connection.execute(insert(signing_keys).values(name=name, value=made, created_at=now))
    return made
