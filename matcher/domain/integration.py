"""What other programs are given: keys, and addresses that are told when something is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["SCOPES", "ApiKey", "Delivery", "DeliveryStatus", "PartnerConnection", "PartnerOrder", "WebhookEndpoint"]


SCOPES: Mapping[str, str] = {
    "match:write": "send resumes, matches and batches, and cancel batches",
    "match:read": "read and erase matches, batches and documents",
    "profile:write": "create role profiles",
    "webhook:write": "set addresses that are told of events",
    "metrics:read": "read the counters",
    "partner:greenhouse": "act as Greenhouse does, at the adapter's addresses",
    "partner:ashby": "act as Ashby does, at the adapter's addresses",
}
"""What a key may be good for, and what that is in words."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of a team. The secret is shown once when it is made; the store has its SHA-256.

    ``prefix`` is the part that may be shown, and by which the key is found. ``requests_per_minute`` and
    ``items_per_day`` of None mean what the server gives everybody. ``replaces`` is the key that this one takes over
    from; for a while both are good.
    """

    id: str
    team_id: str
    name: str
    prefix: str
    scopes: frozenset[str]
    created_at: datetime
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    requests_per_minute: int | None = None
    items_per_day: int | None = None
    replaces: str | None = None

    def valid_at(self, moment: datetime) -> bool:
        """Tell whether the key opens anything at that moment."""
        return self.revoked_at is None and (self.expires_at is None or moment < self.expires_at)


@dataclass(frozen=True, slots=True)
class WebhookEndpoint:
    """An address of a team's own program that is told of events."""

    id: str
    team_id: str
    url: str
    events: frozenset[str]
    created_at: datetime
    disabled_at: datetime | None = None
    disabled_because: str | None = None


class DeliveryStatus(StrEnum):
    """Where one message to one address stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address; its id stays the same over all tries."""

    id: str
    team_id: str
    endpoint_id: str
    event: str
    body: str
    status: DeliveryStatus
    attempts: int
    run_after: datetime
    last_status_code: int | None = None


@dataclass(frozen=True, slots=True)
class PartnerConnection:
    """A team's account with the vendor of an applicant tracking system. ``credentials`` are sealed, None if not set."""

    id: str
    team_id: str
    vendor: str
    base_url: str
    credentials: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PartnerOrder:
    """One candidate whom a vendor wants compared with one role profile.

    ``status`` is that of telling the vendor. ``reference`` is what is needed for it, sealed. ``completed_at`` is set
    once the result is there; with ``error_code`` it is that there can be none.
    """

    id: str
    team_id: str
    connection_id: str
    vendor: str
    test_id: str
    reference: str
    match_id: str | None
    status: DeliveryStatus
    attempts: int
    created_at: datetime
    expires_at: datetime
    completed_at: datetime | None = None
    cancelled_at: datetime | None = None
    error_code: str | None = None
    last_error: str | None = None

    @property
    def open(self) -> bool:
        """Tell whether a result is still to come."""
        return self.completed_at is None and self.cancelled_at is None
