"""Hashes passwords, and says which are too weak to be taken."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from matcher.errors import WorkspaceError

__all__ = ["LEAST_LENGTH", "MOST_LENGTH", "check_password", "hash_password", "verify_password"]

# NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where a password is the only factor, no rules on kinds of letters.
LEAST_LENGTH: Final = 15
# Long enough for any passphrase (the same source asks for 64 at least), short enough that hashing it costs nothing.
MOST_LENGTH: Final = 256
_LEAST_DISTINCT: Final = 6
# RFC 9106, section 4, second recommended option: argon2id, 3 passes over 64 MiB with 4 lanes, salt of 128 bits, tag of
# 256. About 0.1 s on one core of 2024. Hashes carry their parameters; older ones are made again at the next login.
_HASHER: Final = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4, hash_len=32, salt_len=16, type=Type.ID)


def check_password(password: str, login: str) -> None:
    """Refuse what is easily guessed.

    Raises:
        WorkspaceError: ``password_weak``, with what to do about it.
    """
    length = len(_normalised(password))
    if length < LEAST_LENGTH:
        raise _weak(f"The password has {length} characters.", f"Use {LEAST_LENGTH} or more; four words do well.")
    if length > MOST_LENGTH:
        raise _weak("The password is too long.", f"Use at most {MOST_LENGTH} characters.")
    if len(set(password.casefold())) < _LEAST_DISTINCT:
        raise _weak("The password repeats a few characters.", "Use several words that do not belong together.")
    if len(login) > 3 and login.casefold() in password.casefold():
        raise _weak("The password holds the login name.", "Leave the name out of it.")


def hash_password(password: str) -> str:
    """Return what is stored of a password: hash, salt and parameters in one line."""
    return _HASHER.hash(_normalised(password))


def verify_password(password: str, stored: str | None) -> tuple[bool, str | None]:
    """Tell whether a password fits, and give a new hash where the stored one was made with older parameters.

    Args:
        password: as it was typed.
        stored: the stored line; None where there is no such user. The work is the same, so that time tells nothing.
    """
    typed = _normalised(password[: MOST_LENGTH + 1])
    try:
        _HASHER.verify(stored or _nobody(), typed)
    except (VerificationError, InvalidHashError):
        return False, None
    if stored is None:
        return False, None
    return True, _HASHER.hash(typed) if _HASHER.check_needs_rehash(stored) else None


@cache
def _nobody() -> str:
    """Return a hash that is worked on when there is nobody to compare with."""
    return _HASHER.hash("nobody has this password")


def _normalised(password: str) -> str:
    """Bring one password typed on two keyboards to the same characters (NFC)."""
    return unicodedata.normalize("NFC", password)


def _weak(message: str, remedy: str) -> WorkspaceError:
    return WorkspaceError("password_weak", message, remedy, field="password")
