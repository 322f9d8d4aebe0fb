"""Makes ids: opaque, with a prefix that tells a reader of a log what they are of."""

from __future__ import annotations

import secrets
from typing import Final, Literal

__all__ = ["LOCAL_TEAM", "LOCAL_USER", "Kind", "new_id"]

Kind = Literal[
    "team", "usr", "ses", "prf", "prv", "scr", "itm", "cnd", "doc", "dec", "not", "unb", "rcp", "key", "bat", "match",
    "whe", "msg", "con", "ord", "rep",
]  # fmt: skip

# The built-in team and user of the single-user mode. Nobody can log in as this user.
LOCAL_TEAM: Final = "team_local"
LOCAL_USER: Final = "usr_local"


def new_id(kind: Kind) -> str:
    """Return a new id of 96 random bits: ``scr_5f...``. It tells neither age nor number of what it names."""
    return f"{kind}_{secrets.token_hex(12)}"
