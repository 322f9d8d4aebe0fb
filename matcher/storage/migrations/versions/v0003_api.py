"""The tables of keys, matches and batches of the JSON API."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from matcher.storage.tables.columns import UtcMoment

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _api_keys()
    _api_usage()
    _api_batches()
    _api_matches()
    _idempotency_keys()


def downgrade() -> None:
    """Drop the tables with all that they hold."""
    for table in ("idempotency_keys", "api_matches", "api_batches", "api_usage", "api_keys"):
        op.drop_table(table)


def _api_keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("prefix", sa.String(length=40), nullable=False),
        sa.Column("secret_sha256", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.String(length=500), nullable=False),
        sa.Column("requests_per_minute", sa.Integer()),
        sa.Column("items_per_day", sa.Integer()),
        sa.Column("created_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment()),
        sa.Column("last_used_at", UtcMoment()),
        sa.Column("revoked_at", UtcMoment()),
        sa.Column("replaces", sa.String(length=40)),
        _refers("api_keys", "replaces", "api_keys", "SET NULL"),
        _refers("api_keys", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("prefix", name="uq_api_keys_prefix"),
    )
    op.create_index("ix_api_keys_team_id", "api_keys", ["team_id"])


def _api_usage() -> None:
    op.create_table(
        "api_usage",
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        _refers("api_usage", "key_id", "api_keys", "CASCADE"),
        sa.PrimaryKeyConstraint("key_id", "day", name="pk_api_usage"),
    )


def _api_batches() -> None:
    op.create_table(
        "api_batches",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=255)),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("changed_at", UtcMoment(), nullable=False),
        sa.Column("finished_at", UtcMoment()),
        sa.Column("cancelled_at", UtcMoment()),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        _refers("api_batches", "key_id", "api_keys", "RESTRICT"),
        _refers("api_batches", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_api_batches"),
    )
    op.create_index("ix_api_batches_expires_at", "api_batches", ["expires_at"])
    op.create_index("ix_api_batches_team_id_created_at", "api_batches", ["team_id", "created_at"])


def _api_matches() -> None:
    op.create_table(
        "api_matches",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("batch_id", sa.String(length=40)),
        sa.Column("document_id", sa.String(length=40)),
        sa.Column("external_id", sa.String(length=255)),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("profile_version_id", sa.String(length=40)),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run_after", UtcMoment(), nullable=False),
        sa.Column("lease_until", UtcMoment()),
        sa.Column("lease_owner", sa.String(length=40)),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("finished_at", UtcMoment()),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        sa.Column("duplicate_of", sa.String(length=40)),
        sa.Column("report", sa.Text()),
        sa.Column("problem", sa.Text()),
        sa.Column("link_sha256", sa.String(length=64)),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'done', 'failed', 'cancelled')", name=op.f("ck_api_matches_status_known")
        ),
        _refers("api_matches", "batch_id", "api_batches", "CASCADE"),
        _refers("api_matches", "document_id", "documents", "CASCADE"),
        _refers("api_matches", "duplicate_of", "api_matches", "SET NULL"),
        _refers("api_matches", "key_id", "api_keys", "RESTRICT"),
        _refers("api_matches", "profile_version_id", "role_profile_versions", "RESTRICT"),
        _refers("api_matches", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_api_matches"),
        sa.UniqueConstraint("link_sha256", name="uq_api_matches_link_sha256"),
    )
    op.create_index("ix_api_matches_batch_id_position", "api_matches", ["batch_id", "position"])
    op.create_index("ix_api_matches_document_id", "api_matches", ["document_id"])
    op.create_index("ix_api_matches_duplicate_of", "api_matches", ["duplicate_of"])
    op.create_index("ix_api_matches_expires_at", "api_matches", ["expires_at"])
    op.create_index("ix_api_matches_status_run_after", "api_matches", ["status", "run_after"])
    op.create_index("ix_api_matches_team_id_created_at", "api_matches", ["team_id", "created_at"])


def _idempotency_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("route", sa.String(length=120), nullable=False),
        sa.Column("idempotency_key_sha256", sa.String(length=64), nullable=False),
        sa.Column("request_sha256", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        sa.Column("status_code", sa.Integer()),
        sa.Column("headers", sa.Text()),
        sa.Column("body", sa.Text()),
        sa.Column("subject_id", sa.String(length=40)),
        _refers("idempotency_keys", "key_id", "api_keys", "CASCADE"),
        sa.PrimaryKeyConstraint("key_id", "route", "idempotency_key_sha256", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_expires_at", "idempotency_keys", ["expires_at"])
    op.create_index("ix_idempotency_keys_subject_id", "idempotency_keys", ["subject_id"])


def _refers(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=on_delete)
