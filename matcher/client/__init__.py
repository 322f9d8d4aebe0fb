"""A small client of the JSON API: the standard library alone, nothing of the rest of this package.

Example:
    client = Client("http://127.0.0.1:8000")
    match = client.match_file("resume.pdf", role="senior-backend-engineer")
    print(match.score, match.required_met, "of", match.required_total)
"""

from __future__ import annotations

from matcher.client.calls import Client
from matcher.client.records import Batch, BatchResult, Item, Match, Problem, RoleProfile, Unreachable
from matcher.client.signature import SignatureInvalid, verify

__all__ = [
    "Batch",
    "BatchResult",
    "Client",
    "Item",
    "Match",
    "Problem",
    "RoleProfile",
    "SignatureInvalid",
    "Unreachable",
    "verify",
]
