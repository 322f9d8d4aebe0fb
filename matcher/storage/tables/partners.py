"""The tables of the adapters to applicant tracking systems that order an assessment of one candidate."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, String, Table, Text, UniqueConstraint

from matcher.domain.integration import DeliveryStatus
from matcher.storage.tables.columns import DIGEST, IDENT, METADATA, UtcMoment, ident, one_of, queue, refer

__all__ = ["VENDORS", "partner_connections", "partner_orders", "partner_reports", "signing_keys"]

VENDORS = ("greenhouse", "ashby")

partner_connections = Table(
    "partner_connections",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    refer("key_id", "api_keys", null=True, on_delete="SET NULL"),
    Column("vendor", String(20), nullable=False),
    Column("base_url", String(2000), nullable=False, default=""),
    # What we need to call back, sealed with the operator's key.
    Column("credentials", Text),
    Column("created_at", UtcMoment, nullable=False),
    Column("disabled_at", UtcMoment),
    one_of("vendor", VENDORS),
)

# ``natural_key`` is what makes a repeated order the same order, by each vendor's own rule. The queue's columns are
# those of telling the vendor; the work itself is a match.
partner_orders = Table(
    "partner_orders",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("connection_id", "partner_connections", on_delete="CASCADE"),
    Column("vendor", String(20), nullable=False),
    Column("natural_key", DIGEST, nullable=False),
    Column("test_id", String(80), nullable=False),
    # What the vendor sent and must be sent back: its ids and addresses, as JSON, sealed.
    Column("reference", Text, nullable=False),
    Column("callback_url", String(2000), nullable=False, default=""),
    refer("match_id", "api_matches", null=True, on_delete="SET NULL", index=True),
    *queue(),
    Column("created_at", UtcMoment, nullable=False),
    Column("completed_at", UtcMoment),
    Column("cancelled_at", UtcMoment),
    Column("told_at", UtcMoment),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    Column("error_code", String(40)),
    Column("last_error", String(40)),
    UniqueConstraint("connection_id", "natural_key"),
    Index(None, "status", "run_after"),
    one_of("vendor", VENDORS),
    one_of("status", DeliveryStatus),
)

# What a vendor told us of answers of ours that it could not use: a monitor of the contract.
partner_reports = Table(
    "partner_reports",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    Column("vendor", String(20), nullable=False),
    Column("call", String(60), nullable=False),
    Column("order_id", IDENT),
    Column("errors", Text, nullable=False),
    Column("received_at", UtcMoment, nullable=False),
)

# Keys made by this installation for what it signs for itself: cursors and links.
signing_keys = Table(
    "signing_keys",
    METADATA,
    Column("name", String(40), primary_key=True),
    Column("value", LargeBinary, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
)
