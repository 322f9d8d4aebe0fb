"""The tables of accounts, role profiles and the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from matcher.storage.tables.columns import UtcMoment

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _teams()
    _users()
    _sessions()
    _login_attempts()
    _role_profiles()
    _role_profile_versions()
    _audit_log()
    _erasure_receipts()


def downgrade() -> None:
    """Drop the tables with all that they hold."""
    for table in (
        "erasure_receipts",
        "audit_log",
        "role_profile_versions",
        "role_profiles",
        "login_attempts",
        "sessions",
        "users",
        "teams",
    ):
        op.drop_table(table)


def _teams() -> None:
    op.create_table(
        "teams",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
        sa.UniqueConstraint("name", name="uq_teams_name"),
    )


def _users() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("login", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("password_hash", sa.String(length=255)),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("password_changed_at", UtcMoment()),
        sa.Column("last_login_at", UtcMoment()),
        sa.Column("disabled_at", UtcMoment()),
        sa.CheckConstraint("role IN ('viewer', 'recruiter', 'administrator')", name=op.f("ck_users_role_known")),
        _refers("users", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("login", name="uq_users_login"),
    )
    op.create_index("ix_users_team_id", "users", ["team_id"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("user_id", sa.String(length=40), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("used_at", UtcMoment(), nullable=False),
        sa.Column("idle_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        _refers("sessions", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("token_sha256", name="uq_sessions_token_sha256"),
    )
    op.create_index("ix_sessions_expires_at", "sessions", ["expires_at"])
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])


def _login_attempts() -> None:
    op.create_table(
        "login_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_sha256", sa.String(length=64), nullable=False),
        sa.Column("address_sha256", sa.String(length=64), nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_login_attempts"),
    )
    op.create_index("ix_login_attempts_account_sha256_at", "login_attempts", ["account_sha256", "at"])
    op.create_index("ix_login_attempts_address_sha256_at", "login_attempts", ["address_sha256", "at"])
    op.create_index("ix_login_attempts_at", "login_attempts", ["at"])


def _role_profiles() -> None:
    op.create_table(
        "role_profiles",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("archived_at", UtcMoment()),
        _refers("role_profiles", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_role_profiles"),
    )
    op.create_index("ix_role_profiles_team_id", "role_profiles", ["team_id"])


def _role_profile_versions() -> None:
    op.create_table(
        "role_profile_versions",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("profile_id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("created_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.CheckConstraint(
            "origin IN ('shipped', 'job', 'empty', 'import')", name=op.f("ck_role_profile_versions_origin_known")
        ),
        _refers("role_profile_versions", "profile_id", "role_profiles", "CASCADE"),
        _refers("role_profile_versions", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_role_profile_versions"),
        sa.UniqueConstraint("profile_id", "number", name="uq_role_profile_versions_profile_id_number"),
    )
    op.create_index("ix_role_profile_versions_team_id", "role_profile_versions", ["team_id"])


def _audit_log() -> None:
    op.create_table(
        "audit_log",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcMoment(), nullable=False),
        sa.Column("actor_id", sa.String(length=40), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.String(length=40), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "sequence", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_subject_id", "audit_log", ["subject_id"])


def _erasure_receipts() -> None:
    op.create_table(
        "erasure_receipts",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=40), nullable=False),
        sa.Column("because", sa.String(length=40), nullable=False),
        sa.Column("actor_id", sa.String(length=40), nullable=False),
        sa.Column("erased_at", UtcMoment(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasure_receipts"),
    )
    op.create_index("ix_erasure_receipts_team_id", "erasure_receipts", ["team_id"])


def _refers(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=on_delete)
