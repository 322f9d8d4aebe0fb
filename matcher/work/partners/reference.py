"""What is kept of an order to work it off: sealed, and no more than is needed. No name, no e-mail address."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

__all__ = ["Reference"]


@dataclass(frozen=True, slots=True)
class Reference:
    """What an order needs on its way.

    Args:
        key_id: the key that placed it; its team's quota was charged.
        root: the address of this server as the vendor knows it, for the link to the result page.
        resume: where the resume is: a URL, or the vendor's id of the candidate; "" where there is none, and again once
            it was fetched.
        fetched: whether it was.
        callback: the URL that is told, where the order brought one.
        credential: what the vendor knows us by there.
    """

    key_id: str
    root: str
    resume: str = ""
    fetched: bool = False
    callback: str = ""
    credential: str = ""

    def to_json(self) -> str:
        """Return it as JSON, to be sealed."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Reference:
        """Return the reference that ``to_json`` wrote."""
        return cls(**json.loads(text))
