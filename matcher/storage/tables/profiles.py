"""The tables of a team's own role profiles and their versions."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text, UniqueConstraint

from matcher.domain.screenings import ProfileOrigin
from matcher.storage.tables.columns import DIGEST, METADATA, UtcMoment, ident, one_of, refer

__all__ = ["role_profile_versions", "role_profiles"]

role_profiles = Table(
    "role_profiles",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    Column("title", String(200), nullable=False),
    Column("latest", Integer, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("archived_at", UtcMoment),
)

role_profile_versions = Table(
    "role_profile_versions",
    METADATA,
    ident(),
    refer("profile_id", "role_profiles", on_delete="CASCADE"),
    refer("team_id", "teams", index=True),
    Column("number", Integer, nullable=False),
    Column("title", String(200), nullable=False),
    Column("content", Text, nullable=False),
    Column("sha256", DIGEST, nullable=False),
    Column("origin", String(16), nullable=False),
    # A user, or a key of a program: no foreign key, because it can be either.
    Column("created_by", String(40), nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    UniqueConstraint("profile_id", "number"),
    one_of("origin", ProfileOrigin),
)
