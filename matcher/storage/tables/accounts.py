"""The tables of teams, users, sessions and attempts to log in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from matcher.domain.workspace import UserRole
from matcher.storage.tables.columns import DIGEST, METADATA, UtcMoment, ident, one_of, refer

__all__ = ["login_attempts", "sessions", "teams", "users"]

teams = Table(
    "teams",
    METADATA,
    ident(),
    Column("name", String(120), nullable=False, unique=True),
    Column("retention_days", Integer, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
)

users = Table(
    "users",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    Column("login", String(254), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("role", String(16), nullable=False),
    # None for the built-in user of the single-user mode, who cannot log in.
    Column("password_hash", String(255)),
    Column("created_at", UtcMoment, nullable=False),
    Column("password_changed_at", UtcMoment),
    Column("last_login_at", UtcMoment),
    Column("disabled_at", UtcMoment),
    one_of("role", UserRole),
)

sessions = Table(
    "sessions",
    METADATA,
    ident(),
    refer("user_id", "users", on_delete="CASCADE", index=True),
    Column("token_sha256", DIGEST, nullable=False, unique=True),
    Column("created_at", UtcMoment, nullable=False),
    Column("used_at", UtcMoment, nullable=False),
    Column("idle_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False, index=True),
)

# Hashes alone: people type passwords into the field for the name, and addresses are personal data.
login_attempts = Table(
    "login_attempts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account_sha256", DIGEST, nullable=False),
    Column("address_sha256", DIGEST, nullable=False),
    Column("at", UtcMoment, nullable=False, index=True),
    Column("succeeded", Boolean, nullable=False),
    Index(None, "account_sha256", "at"),
    Index(None, "address_sha256", "at"),
)
