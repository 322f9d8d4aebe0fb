"""The tables of what people did with a candidate: decisions, notes, and lifting the mask."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table, Text

from matcher.domain.screenings import Choice
from matcher.storage.tables.columns import METADATA, UtcMoment, ident, one_of, refer

__all__ = ["decisions", "notes", "unblindings"]

# Rows are added and never changed: the latest of an item is the decision, the others are how it came about.
decisions = Table(
    "decisions",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("item_id", "screening_items", on_delete="CASCADE"),
    Column("choice", String(16), nullable=False),
    # The id of the requirement that it rests on; None in decisions of earlier versions.
    Column("requirement", String(120)),
    Column("reason", Text, nullable=False),
    refer("decided_by", "users"),
    Column("decided_at", UtcMoment, nullable=False),
    Index(None, "item_id", "decided_at"),
    one_of("choice", Choice),
)

notes = Table(
    "notes",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("item_id", "screening_items", on_delete="CASCADE", index=True),
    Column("text", Text, nullable=False),
    refer("written_by", "users"),
    Column("written_at", UtcMoment, nullable=False),
)

unblindings = Table(
    "unblindings",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("item_id", "screening_items", on_delete="CASCADE", index=True),
    Column("reason", Text, nullable=False),
    refer("lifted_by", "users"),
    Column("lifted_at", UtcMoment, nullable=False),
)
