"""The tables that outlive the people they tell of: the audit log and receipts of erasure.

No foreign key leads from here to anywhere, and nothing but ids, hashes, codes, versions and counts is held, so that
erasure leaves them whole.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from matcher.storage.tables.columns import DIGEST, IDENT, METADATA, UtcMoment, ident

__all__ = ["audit_log", "erasure_receipts"]

# One chain for each team, so that a team can verify and hand out its own without seeing another's.
audit_log = Table(
    "audit_log",
    METADATA,
    Column("team_id", IDENT, primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcMoment, nullable=False),
    Column("actor_id", IDENT, nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject_id", IDENT, nullable=False, index=True),
    Column("details", Text, nullable=False),
    Column("previous_hash", DIGEST, nullable=False),
    Column("hash", DIGEST, nullable=False),
)

erasure_receipts = Table(
    "erasure_receipts",
    METADATA,
    ident(),
    Column("team_id", IDENT, nullable=False, index=True),
    Column("subject_id", IDENT, nullable=False),
    Column("because", String(40), nullable=False),
    Column("actor_id", IDENT, nullable=False),
    Column("erased_at", UtcMoment, nullable=False),
    # How many rows of each table went, as JSON.
    Column("counts", Text, nullable=False),
)
