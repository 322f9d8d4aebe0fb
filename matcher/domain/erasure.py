"""Erasure: why something of a person went, and the receipt that tells of it without a word of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Cause", "Receipt"]


class Cause(StrEnum):
    """Why it was erased: somebody asked, the time that was set for it was over, or all of a screening went."""

    REQUEST = "request"
    RETENTION = "retention"
    SCREENING = "screening"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is left of an erasure: ids and counts. ``counts`` are the rows of each table that went."""

    id: str
    team_id: str
    subject_id: str
    because: Cause
    actor_id: str
    erased_at: datetime
    counts: Mapping[str, int]
