"""The tables of webhooks, of partners' orders and of keys for signing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from matcher.storage.tables.columns import UtcMoment

__all__ = ["down_revision", "downgrade", "revision", "upgrade"]

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    _webhook_endpoints()
    _webhook_deliveries()
    _partner_connections()
    _partner_orders()
    _partner_reports()
    _signing_keys()


def downgrade() -> None:
    """Drop the tables with all that they hold."""
    for table in (
        "signing_keys",
        "partner_reports",
        "partner_orders",
        "partner_connections",
        "webhook_deliveries",
        "webhook_endpoints",
    ):
        op.drop_table(table)


def _webhook_endpoints() -> None:
    op.create_table(
        "webhook_endpoints",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("events", sa.String(length=500), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("previous_secret", sa.Text()),
        sa.Column("previous_until", UtcMoment()),
        sa.Column("created_by", sa.String(length=40), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("failing_since", UtcMoment()),
        sa.Column("disabled_at", UtcMoment()),
        sa.Column("disabled_because", sa.String(length=40)),
        _refers("webhook_endpoints", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_endpoints"),
    )
    op.create_index("ix_webhook_endpoints_team_id", "webhook_endpoints", ["team_id"])


def _webhook_deliveries() -> None:
    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("endpoint_id", sa.String(length=40), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run_after", UtcMoment(), nullable=False),
        sa.Column("lease_until", UtcMoment()),
        sa.Column("lease_owner", sa.String(length=40)),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("finished_at", UtcMoment()),
        sa.Column("last_status_code", sa.Integer()),
        sa.Column("last_error", sa.String(length=40)),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'delivered', 'failed', 'cancelled')",
            name=op.f("ck_webhook_deliveries_status_known"),
        ),
        _refers("webhook_deliveries", "endpoint_id", "webhook_endpoints", "CASCADE"),
        _refers("webhook_deliveries", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_deliveries"),
        sa.UniqueConstraint(
            "endpoint_id", "event", "subject_id", name="uq_webhook_deliveries_endpoint_id_event_subject_id"
        ),
    )
    op.create_index("ix_webhook_deliveries_status_run_after", "webhook_deliveries", ["status", "run_after"])
    op.create_index("ix_webhook_deliveries_subject_id", "webhook_deliveries", ["subject_id"])
    op.create_index("ix_webhook_deliveries_team_id", "webhook_deliveries", ["team_id"])


def _partner_connections() -> None:
    op.create_table(
        "partner_connections",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("key_id", sa.String(length=40)),
        sa.Column("vendor", sa.String(length=20), nullable=False),
        sa.Column("base_url", sa.String(length=2000), nullable=False),
        sa.Column("credentials", sa.Text()),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("disabled_at", UtcMoment()),
        sa.CheckConstraint("vendor IN ('greenhouse', 'ashby')", name=op.f("ck_partner_connections_vendor_known")),
        _refers("partner_connections", "key_id", "api_keys", "SET NULL"),
        _refers("partner_connections", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_connections"),
    )
    op.create_index("ix_partner_connections_team_id", "partner_connections", ["team_id"])


def _partner_orders() -> None:
    op.create_table(
        "partner_orders",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("connection_id", sa.String(length=40), nullable=False),
        sa.Column("vendor", sa.String(length=20), nullable=False),
        sa.Column("natural_key", sa.String(length=64), nullable=False),
        sa.Column("test_id", sa.String(length=80), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("callback_url", sa.String(length=2000), nullable=False),
        sa.Column("match_id", sa.String(length=40)),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("run_after", UtcMoment(), nullable=False),
        sa.Column("lease_until", UtcMoment()),
        sa.Column("lease_owner", sa.String(length=40)),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.Column("completed_at", UtcMoment()),
        sa.Column("cancelled_at", UtcMoment()),
        sa.Column("told_at", UtcMoment()),
        sa.Column("expires_at", UtcMoment(), nullable=False),
        sa.Column("error_code", sa.String(length=40)),
        sa.Column("last_error", sa.String(length=40)),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'delivered', 'failed', 'cancelled')",
            name=op.f("ck_partner_orders_status_known"),
        ),
        sa.CheckConstraint("vendor IN ('greenhouse', 'ashby')", name=op.f("ck_partner_orders_vendor_known")),
        _refers("partner_orders", "connection_id", "partner_connections", "CASCADE"),
        _refers("partner_orders", "match_id", "api_matches", "SET NULL"),
        _refers("partner_orders", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_orders"),
        sa.UniqueConstraint("connection_id", "natural_key", name="uq_partner_orders_connection_id_natural_key"),
    )
    op.create_index("ix_partner_orders_expires_at", "partner_orders", ["expires_at"])
    op.create_index("ix_partner_orders_match_id", "partner_orders", ["match_id"])
    op.create_index("ix_partner_orders_status_run_after", "partner_orders", ["status", "run_after"])


def _partner_reports() -> None:
    op.create_table(
        "partner_reports",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("vendor", sa.String(length=20), nullable=False),
        sa.Column("call", sa.String(length=60), nullable=False),
        sa.Column("order_id", sa.String(length=40)),
        sa.Column("errors", sa.Text(), nullable=False),
        sa.Column("received_at", UtcMoment(), nullable=False),
        _refers("partner_reports", "team_id", "teams", "RESTRICT"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_reports"),
    )
    op.create_index("ix_partner_reports_team_id", "partner_reports", ["team_id"])


def _signing_keys() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_signing_keys"),
    )


def _refers(table: str, column: str, to: str, on_delete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=on_delete)
