"""The tables of the JSON API: keys, matches, batches, repeated calls, and addresses that are told of events."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, Text, UniqueConstraint

from matcher.domain.integration import DeliveryStatus
from matcher.domain.screenings import ItemStatus
from matcher.storage.tables.columns import DIGEST, IDENT, METADATA, UtcMoment, ident, one_of, queue, refer

__all__ = [
    "api_batches",
    "api_keys",
    "api_matches",
    "api_usage",
    "idempotency_keys",
    "webhook_deliveries",
    "webhook_endpoints",
]

api_keys = Table(
    "api_keys",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    Column("name", String(120), nullable=False),
    Column("prefix", String(40), nullable=False, unique=True),
    Column("secret_sha256", DIGEST, nullable=False),
    # Words parted by one space.
    Column("scopes", String(500), nullable=False),
    Column("requests_per_minute", Integer),
    Column("items_per_day", Integer),
    Column("created_by", IDENT, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment),
    Column("last_used_at", UtcMoment),
    Column("revoked_at", UtcMoment),
    refer("replaces", "api_keys", null=True, on_delete="SET NULL"),
)

api_usage = Table(
    "api_usage",
    METADATA,
    refer("key_id", "api_keys", on_delete="CASCADE", key=True),
    Column("day", Date, primary_key=True),
    Column("items", Integer, nullable=False),
)

api_batches = Table(
    "api_batches",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("key_id", "api_keys"),
    Column("external_id", String(255)),
    Column("total", Integer, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    # Moves whenever something a poller can see changes; the answer's ETag is made from it.
    Column("changed_at", UtcMoment, nullable=False),
    Column("finished_at", UtcMoment),
    Column("cancelled_at", UtcMoment),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    Index(None, "team_id", "created_at"),
)

# One resume against one target, alone or as an item of a batch. Its file and what was read stand in documents.
api_matches = Table(
    "api_matches",
    METADATA,
    ident(),
    refer("team_id", "teams"),
    refer("key_id", "api_keys"),
    refer("batch_id", "api_batches", null=True, on_delete="CASCADE"),
    refer("document_id", "documents", null=True, on_delete="CASCADE", index=True),
    Column("external_id", String(255)),
    Column("position", Integer, nullable=False, default=0),
    refer("profile_version_id", "role_profile_versions", null=True),
    Column("target", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    *queue(),
    Column("created_at", UtcMoment, nullable=False),
    Column("finished_at", UtcMoment),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    refer("duplicate_of", "api_matches", null=True, on_delete="SET NULL", index=True),
    Column("report", Text),
    # The problem object as JSON, where there is no report.
    Column("problem", Text),
    # SHA-256 of the secret in the public link to the result page; None until one was asked for.
    Column("link_sha256", DIGEST, unique=True),
    Index(None, "team_id", "created_at"),
    Index(None, "batch_id", "position"),
    Index(None, "status", "run_after"),
    one_of("status", ItemStatus),
)

idempotency_keys = Table(
    "idempotency_keys",
    METADATA,
    refer("key_id", "api_keys", on_delete="CASCADE", key=True),
    Column("route", String(120), primary_key=True),
    Column("idempotency_key_sha256", DIGEST, primary_key=True),
    Column("request_sha256", DIGEST, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("expires_at", UtcMoment, nullable=False, index=True),
    # None while the first call is running.
    Column("status_code", Integer),
    Column("headers", Text),
    Column("body", Text),
    # What the answer speaks of, so that erasing it erases the kept answer.
    Column("subject_id", IDENT, index=True),
)

webhook_endpoints = Table(
    "webhook_endpoints",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    Column("url", String(2000), nullable=False),
    Column("events", String(500), nullable=False),
    # Sealed with the operator's key; the earlier one still signs too until its moment.
    Column("secret", Text, nullable=False),
    Column("previous_secret", Text),
    Column("previous_until", UtcMoment),
    Column("created_by", IDENT, nullable=False),
    Column("created_at", UtcMoment, nullable=False),
    Column("failing_since", UtcMoment),
    Column("disabled_at", UtcMoment),
    Column("disabled_because", String(40)),
)

webhook_deliveries = Table(
    "webhook_deliveries",
    METADATA,
    ident(),
    refer("team_id", "teams", index=True),
    refer("endpoint_id", "webhook_endpoints", on_delete="CASCADE"),
    Column("event", String(60), nullable=False),
    Column("subject_id", IDENT, nullable=False, index=True),
    Column("body", Text, nullable=False),
    *queue(),
    Column("created_at", UtcMoment, nullable=False),
    Column("finished_at", UtcMoment),
    Column("last_status_code", Integer),
    Column("last_error", String(40)),
    UniqueConstraint("endpoint_id", "event", "subject_id"),
    Index(None, "status", "run_after"),
    one_of("status", DeliveryStatus),
)
