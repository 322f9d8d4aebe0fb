"""Addresses that are told of events, and what is on its way to them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, delete, exists, insert, or_, select, update

from matcher.domain.integration import Delivery, DeliveryStatus, WebhookEndpoint
from matcher.storage.ids import new_id
from matcher.storage.tables.api import webhook_deliveries as deliveries
from matcher.storage.tables.api import webhook_endpoints as endpoints

__all__ = [
    "EVENTS",
    "LEASE",
    "RETRIES",
    "add_endpoint",
    "claim_delivery",
    "delete_endpoint",
    "delivered",
    "failed",
    "find_endpoint",
    "has_endpoints",
    "list_endpoints",
    "rotate_secret",
    "secrets_of",
    "tell",
]

EVENTS: Final = ("match.completed", "batch.completed")
"""What can be subscribed to."""

RETRIES: Final = tuple(
    timedelta(**after)
    for after in (
        {"seconds": 5}, {"minutes": 5}, {"minutes": 30}, {"hours": 2}, {"hours": 5}, {"hours": 10}, {"hours": 14},
        {"hours": 20}, {"hours": 24},
    )
)  # fmt: skip
"""When a message is sent again, counted from when it was first due; as Standard Webhooks suggests, over a day."""

LEASE: Final = timedelta(minutes=1)
_OPEN: Final = (DeliveryStatus.QUEUED, DeliveryStatus.RUNNING)


def add_endpoint(
    connection: Connection, team: str, url: str, events: Iterable[str], *, secret: str, by: str, now: datetime
) -> WebhookEndpoint:
    """Add an address. ``secret`` is sealed."""
    made = WebhookEndpoint(new_id("whe"), team, url, frozenset(events), now)
    connection.execute(
        insert(endpoints).values(
            id=made.id,
            team_id=team,
            url=url,
            events=" ".join(sorted(made.events)),
            secret=secret,
            created_by=by,
            created_at=now,
        )
    )
    return made


def list_endpoints(connection: Connection, team: str) -> tuple[WebhookEndpoint, ...]:
    """Return the addresses of a team, oldest first."""
    found = select(endpoints).where(endpoints.c.team_id == team).order_by(endpoints.c.created_at, endpoints.c.id)
    return tuple(_endpoint(row) for row in connection.execute(found))


def find_endpoint(connection: Connection, team: str, endpoint: str) -> WebhookEndpoint | None:
    """Return an address of a team."""
    found = select(endpoints).where(endpoints.c.id == endpoint, endpoints.c.team_id == team)
    row = connection.execute(found).one_or_none()
    return None if row is None else _endpoint(row)


def has_endpoints(connection: Connection) -> bool:
    """Tell whether there is anybody to tell, of whichever team."""
    return bool(connection.scalar(select(exists().where(endpoints.c.disabled_at.is_(None)))))


def delete_endpoint(connection: Connection, team: str, endpoint: str) -> bool:
    """Remove an address with what is on its way to it; tell whether it was there."""
    done = connection.execute(delete(endpoints).where(endpoints.c.id == endpoint, endpoints.c.team_id == team))
    return bool(done.rowcount)


def rotate_secret(connection: Connection, team: str, endpoint: str, secret: str, *, until: datetime) -> bool:
    """Give an address a new secret; the old one signs too until then. It is switched on again."""
    mine = (endpoints.c.id == endpoint) & (endpoints.c.team_id == team)
    done = connection.execute(
        update(endpoints)
        .where(mine)
        .values(
            previous_secret=endpoints.c.secret,
            previous_until=until,
            secret=secret,
            failing_since=None,
            disabled_at=None,
            disabled_because=None,
        )
    )
    return bool(done.rowcount)


def secrets_of(connection: Connection, endpoint: str, now: datetime) -> tuple[str, ...]:
    """Return the sealed secrets that sign for an address now, the new one first."""
    row = connection.execute(select(endpoints).where(endpoints.c.id == endpoint)).one_or_none()
    if row is None:
        return ()
    old = row.previous_secret if row.previous_until is not None and row.previous_until > now else None
    return (row.secret, old) if old else (row.secret,)


def tell(connection: Connection, team: str, event: str, subject: str, now: datetime, *, only: str | None = None) -> int:
    """Put a message on its way to each address of a team that wants to know; returns how many those are.

    The message is thin: what happened to what. Whoever gets it asks for the rest with his key.

    Args:
        connection: a transaction that writes; the message goes out if what it tells of is kept.
        team: whose event it is.
        event: its type.
        subject: the id of what it is about.
        now: when it happened.
        only: the one address to tell, subscribed or not; for tests by its owner.
    """
    moment = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    body = json.dumps({"type": event, "timestamp": moment, "data": {"id": subject}})
    found = [one for one in list_endpoints(connection, team) if one.disabled_at is None]
    wanted = [one for one in found if (event in one.events if only is None else one.id == only)]
    for one in wanted:
        connection.execute(
            insert(deliveries).values(
                id=new_id("msg"),
                team_id=team,
                endpoint_id=one.id,
                event=event,
                subject_id=subject,
                body=body,
                status=DeliveryStatus.QUEUED,
                attempts=0,
                run_after=now,
                created_at=now,
            )
        )
    return len(wanted)


def claim_delivery(connection: Connection, owner: str, now: datetime) -> tuple[Delivery, str] | None:
    """Take the message that is due longest, with the address it goes to; None where none is due."""
    due = or_(
        and_(deliveries.c.status == DeliveryStatus.QUEUED, deliveries.c.run_after <= now),
        and_(deliveries.c.status == DeliveryStatus.RUNNING, deliveries.c.lease_until <= now),
    )
    row = connection.execute(
        select(deliveries, endpoints.c.url)
        .join(endpoints, endpoints.c.id == deliveries.c.endpoint_id)
        .where(due, endpoints.c.disabled_at.is_(None))
        .order_by(deliveries.c.run_after, deliveries.c.created_at)
        .limit(1)
        .with_for_update(skip_locked=True, of=deliveries)
    ).one_or_none()
    if row is None:
        return None
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == row.id)
        .values(status=DeliveryStatus.RUNNING, attempts=row.attempts + 1, lease_until=now + LEASE, lease_owner=owner)
    )
    return _delivery(row, row.attempts + 1), row.url


def delivered(connection: Connection, delivery: Delivery, *, status_code: int, now: datetime) -> None:
    """Note that a message was taken."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id)
        .values(
            status=DeliveryStatus.DELIVERED,
            finished_at=now,
            last_status_code=status_code,
            last_error=None,
            lease_until=None,
        )
    )
    connection.execute(update(endpoints).where(endpoints.c.id == delivery.endpoint_id).values(failing_since=None))


def failed(
    connection: Connection,
    delivery: Delivery,
    *,
    because: str,
    now: datetime,
    status_code: int | None = None,
    wait: timedelta = timedelta(0),
    jitter: float = 0.0,
) -> None:
    """Put a message that was not taken back for later; after the last try, or when it is gone, its address is disabled.

    Args:
        connection: a transaction that writes.
        delivery: the message, as it was claimed.
        because: a code; ``gone`` disables at once.
        now: the moment.
        status_code: what was answered, if anything.
        wait: how long the other side asked to be left alone.
        jitter: up to 1; spreads the tries of many messages by up to a tenth.
    """
    over = delivery.attempts > len(RETRIES) or because == "gone"
    first = connection.scalar(select(deliveries.c.created_at).where(deliveries.c.id == delivery.id)) or now
    after = timedelta(0) if over else RETRIES[delivery.attempts - 1]
    due = max(first + after * (1 + jitter / 10), now + wait, now)
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == delivery.id)
        .values(
            status=DeliveryStatus.FAILED if over else DeliveryStatus.QUEUED,
            run_after=due,
            finished_at=now if over else None,
            last_status_code=status_code,
            last_error=because[:40],
            lease_until=None,
        )
    )
    mine = endpoints.c.id == delivery.endpoint_id
    connection.execute(update(endpoints).where(mine, endpoints.c.failing_since.is_(None)).values(failing_since=now))
    if over:
        why = "gone" if because == "gone" else "failing"
        connection.execute(update(endpoints).where(mine).values(disabled_at=now, disabled_because=why))
        connection.execute(
            update(deliveries)
            .where(deliveries.c.endpoint_id == delivery.endpoint_id, deliveries.c.status.in_(_OPEN))
            .values(status=DeliveryStatus.CANCELLED, finished_at=now)
        )


def _endpoint(row: Row[Any]) -> WebhookEndpoint:
    return WebhookEndpoint(
        row.id, row.team_id, row.url, frozenset(row.events.split()), row.created_at, row.disabled_at,
        row.disabled_because,
    )  # fmt: skip


def _delivery(row: Row[Any], attempts: int) -> Delivery:
    return Delivery(
        row.id, row.team_id, row.endpoint_id, row.event, row.body, DeliveryStatus.RUNNING, attempts, row.run_after,
        row.last_status_code,
    )  # fmt: skip
