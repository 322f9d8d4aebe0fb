"""Marks near copies in a screening, when all of it was read: one person's resume in two states is no second person."""

from __future__ import annotations

from matcher.storage.database import Connection
from matcher.storage.items import set_near_copies, sketches_of
from matcher.storage.screenings import progress_of
from matcher.work.sketches import near_copies

__all__ = ["mark_near_copies"]


def mark_near_copies(connection: Connection, team: str, screening: str) -> None:
    """Have near copies point to the one handed in first, if nothing of the screening is left to be read."""
    if progress_of(connection, team, screening).finished:
        set_near_copies(connection, team, screening, near_copies(sketches_of(connection, team, screening)))
