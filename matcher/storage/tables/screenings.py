"""The tables of screenings and their items; an item is a resume, the work to be done on it, and its result."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, Index, Integer, String, Table, Text, UniqueConstraint

from matcher.domain.screenings import ItemStatus
from matcher.storage.tables.columns import DIGEST, METADATA, UtcMoment, ident, one_of, queue, refer

__all__ = ["screening_items", "screenings"]

screenings = Table(
    "screenings",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    Column("title", String(200), nullable=False),
    # None where it is against a job description or a shipped role that the team did not make its own.
    refer("profile_version_id", "role_profile_versions", null=True, index=True),
    Column("target", Text, nullable=False),
    Column("taxonomy_version", String(40), nullable=False),
    Column("taxonomy_hash", DIGEST, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("blind", Boolean, nullable=False),
    # The requirements that every candidate is asked about in the interview, as JSON; None until they were chosen.
    Column("assessment", Text),
    refer("rerun_of", "screenings", null=True, on_delete="SET NULL", index=True),
    refer("created_by", "users"),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    Column("cancelled_at", UtcMoment),
    Index(None, "team_id", "created_at"),
)

screening_items = Table(
    "screening_items",
    METADATA,
    ident(),
    refer("screening_id", "screenings", on_delete="CASCADE"),
    refer("team_id", "teams", index=True),
    refer("document_id", "documents", on_delete="CASCADE", index=True),
    Column("position", Integer, nullable=False),
    *queue(),
    Column("created_at", UtcMoment, nullable=False),
    Column("finished_at", UtcMoment),
    Column("error_code", String(40)),
    Column("error_message", String(500)),
    Column("error_remedy", String(500)),
    refer("duplicate_of", "screening_items", null=True, on_delete="SET NULL", index=True),
    refer("near_duplicate_of", "screening_items", null=True, on_delete="SET NULL", index=True),
    # The report as JSON, and its hash, which the audit log names.
    Column("report", Text),
    Column("report_sha256", DIGEST),
    Column("score_value", Float),
    Column("score_low", Float),
    Column("score_high", Float),
    Column("required_met", Integer),
    Column("required_partial", Integer),
    Column("required_total", Integer),
    Column("preferred_met", Integer),
    Column("preferred_partial", Integer),
    Column("preferred_total", Integer),
    # Ids of must-haves that are missing or partial, as JSON lists, for the filters of the ranking.
    Column("required_missing", Text),
    Column("required_weak", Text),
    UniqueConstraint("screening_id", "position"),
    Index(None, "status", "run_after"),
    Index(None, "screening_id", "status"),
    one_of("status", ItemStatus),
)
