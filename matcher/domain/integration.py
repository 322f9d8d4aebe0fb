"""What other programs are given: keys, and addresses that are told when something is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["ApiKey", "Delivery", "DeliveryStatus", "WebhookEndpoint"]


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key of a team. The secret is shown once when it is made; the store has its SHA-256.

    ``prefix`` is the part that may be shown, and by which the key is found.
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
