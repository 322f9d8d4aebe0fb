"""The tables of candidates, of their documents with what was read from them, and of the skills they show."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, String, Table, Text

from matcher.storage.tables.columns import DIGEST, METADATA, UtcMoment, ident, one_of, refer

__all__ = ["DOCUMENT_SOURCES", "candidates", "document_skills", "documents"]

DOCUMENT_SOURCES = ("screening", "pool", "api", "partner")

candidates = Table(
    "candidates",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    # What the team calls the person; shown only where the mask is lifted.
    Column("label", String(255), nullable=False, default=""),
    Column("external_id", String(255)),
    Column("pooled", Boolean, nullable=False, default=False),
    Column("consent_on", Date),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    Index(None, "team_id", "external_id"),
)

documents = Table(
    "documents",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("candidate_id", "candidates", null=True, on_delete="CASCADE", index=True),
    Column("source", String(16), nullable=False),
    Column("file_name", String(255), nullable=False, default=""),
    Column("external_id", String(255)),
    Column("created_by", String(40), nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    Column("bytes", Integer, nullable=False),
    Column("sha256", DIGEST, nullable=False),
    # The file itself, only until it was read.
    Column("content", LargeBinary),
    # From here on: None until it was read. The hash of its words alone, to know copies in another format.
    Column("text_sha256", DIGEST),
    # Numbers of the words' shingles, to know near copies.
    Column("text_sketch", Text),
    Column("format", String(16)),
    Column("pages", Integer),
    # The whole reading, compressed; so that other roles can be judged without reading the file again.
    Column("reading", LargeBinary),
    Column("reading_version", String(80)),
    Column("read_at", UtcMoment),
    Index(None, "team_id", "sha256"),
    Index(None, "team_id", "text_sha256"),
    one_of("source", DOCUMENT_SOURCES),
)

document_skills = Table(
    "document_skills",
    METADATA,
    refer("document_id", "documents", on_delete="CASCADE", key=True),
    Column("skill", String(120), primary_key=True),
    refer("team_id", "teams"),
    Column("level", Integer, nullable=False),
    Column("months", Integer),
    Column("last_used", Date),
    Index(None, "team_id", "skill", "months"),
)
