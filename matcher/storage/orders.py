"""Orders of applicant tracking systems: one assessment of one candidate, worked off and told back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, exists, insert, or_, select, update

from matcher.domain.integration import DeliveryStatus
from matcher.storage.ids import new_id
from matcher.storage.tables.api import api_matches
from matcher.storage.tables.partners import partner_connections, partner_orders, partner_reports

__all__ = [
    "Order",
    "add_order",
    "add_report",
    "claim_order",
    "complete_order",
    "find_order",
    "has_orders",
    "link_of",
    "match_behind",
    "put_off",
    "told",
]

LEASE: Final = timedelta(minutes=2)
RETRIES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 300, 600, 840, 1200, 1440))


@dataclass(frozen=True, slots=True)
class Order:
    """One order. ``reference`` is what the vendor sent and must be sent back, sealed; ``match_id`` its result."""

    id: str
    team_id: str
    key_id: str
    vendor: str
    test_id: str
    reference: str
    callback_url: str
    attempts: int
    created_at: datetime
    completed_at: datetime | None
    told_at: datetime | None
    match_id: str | None
    error_code: str | None


def add_order(
    connection: Connection,
    team: str,
    *,
    key: str,
    vendor: str,
    natural_key: str,
    test_id: str,
    reference: str,
    callback_url: str,
    now: datetime,
    expires_at: datetime,
) -> tuple[str, bool]:
    """Take an order in; a repeated one is the same order. Returns its id, and whether it is new."""
    link = _connection(connection, team, vendor, key, now)
    digest = hashlib.sha256(natural_key.encode()).hexdigest()
    orders = partner_orders
    found = connection.scalar(select(orders.c.id).where(orders.c.connection_id == link, orders.c.natural_key == digest))
    if found is not None:
        return found, False
    order = new_id("ord")
    connection.execute(
        insert(orders).values(
            id=order,
            team_id=team,
            connection_id=link,
            vendor=vendor,
            natural_key=digest,
            test_id=test_id,
            reference=reference,
            callback_url=callback_url,
            status=DeliveryStatus.QUEUED,
            attempts=0,
            run_after=now,
            created_at=now,
            expires_at=expires_at,
        )
    )
    return order, True


def find_order(connection: Connection, team: str, vendor: str, order: str, now: datetime) -> Order | None:
    """Return an order of a team."""
    orders = partner_orders
    row = connection.execute(
        _orders().where(
            orders.c.id == order, orders.c.team_id == team, orders.c.vendor == vendor, orders.c.expires_at > now
        )
    ).one_or_none()
    return None if row is None else _order(row)


def claim_order(connection: Connection, owner: str, now: datetime) -> Order | None:
    """Take the order that is due longest: to be worked off, or to be told."""
    orders = partner_orders
    due = or_(
        and_(orders.c.status == DeliveryStatus.QUEUED, orders.c.run_after <= now),
        and_(orders.c.status == DeliveryStatus.RUNNING, orders.c.lease_until <= now),
    )
    row = connection.execute(
        _orders().where(due).order_by(orders.c.run_after).limit(1).with_for_update(skip_locked=True, of=orders)
    ).one_or_none()
    if row is None:
        return None
    connection.execute(
        update(orders)
        .where(orders.c.id == row.id)
        .values(status=DeliveryStatus.RUNNING, attempts=row.attempts + 1, lease_until=now + LEASE, lease_owner=owner)
    )
    return _order(row)


def complete_order(
    connection: Connection, order: str, *, match: str | None, error_code: str | None, now: datetime
) -> None:
    """Note the result of an order; it is told next."""
    connection.execute(
        update(partner_orders)
        .where(partner_orders.c.id == order)
        .values(match_id=match, error_code=error_code, completed_at=now)
    )


def told(connection: Connection, order: str, *, now: datetime) -> None:
    """Note that the vendor knows. What served to tell it is forgotten."""
    connection.execute(
        update(partner_orders)
        .where(partner_orders.c.id == order)
        .values(status=DeliveryStatus.DELIVERED, told_at=now, lease_until=None, reference="")
    )


def put_off(connection: Connection, order: Order, *, because: str, now: datetime) -> None:
    """Put an order back for later; after the last try it is left as it is."""
    over = order.attempts >= len(RETRIES)
    connection.execute(
        update(partner_orders)
        .where(partner_orders.c.id == order.id)
        .values(
            status=DeliveryStatus.FAILED if over else DeliveryStatus.QUEUED,
            run_after=now if over else now + RETRIES[order.attempts],
            lease_until=None,
            last_error=because[:40],
        )
    )


def has_orders(connection: Connection) -> bool:
    """Tell whether an order waits, of whichever team."""
    waits = partner_orders.c.status.in_((DeliveryStatus.QUEUED, DeliveryStatus.RUNNING))
    return bool(connection.scalar(select(exists().where(waits))))


def link_of(connection: Connection, team: str, match: str, secret_sha256: str) -> None:
    """Let a match be seen by whoever has a link's secret."""
    connection.execute(
        update(api_matches)
        .where(api_matches.c.id == match, api_matches.c.team_id == team)
        .values(link_sha256=secret_sha256)
    )


def match_behind(connection: Connection, secret: str, now: datetime) -> str | None:
    """Return the report behind the secret of a link as JSON. Like a key, it is looked up without knowing a team."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    report: str | None = connection.scalar(
        select(api_matches.c.report).where(api_matches.c.link_sha256 == digest, api_matches.c.expires_at > now)
    )
    return report


def add_report(
    connection: Connection, team: str, vendor: str, *, call: str, order: str | None, errors: str, now: datetime
) -> None:
    """Keep what a vendor could not use of our answers."""
    connection.execute(
        insert(partner_reports).values(
            id=new_id("rep"),
            team_id=team,
            vendor=vendor,
            call=call[:60],
            order_id=order,
            errors=errors,
            received_at=now,
        )
    )


def _connection(connection: Connection, team: str, vendor: str, key: str, now: datetime) -> str:
    links = partner_connections
    found: str | None = connection.scalar(
        select(links.c.id).where(links.c.team_id == team, links.c.vendor == vendor).order_by(links.c.created_at)
    )
    if found is not None:
        connection.execute(update(links).where(links.c.id == found).values(key_id=key))
        return found
    made = new_id("con")
    connection.execute(insert(links).values(id=made, team_id=team, key_id=key, vendor=vendor, created_at=now))
    return made


def _orders() -> Any:
    return select(partner_orders, partner_connections.c.key_id).join(
        partner_connections, partner_connections.c.id == partner_orders.c.connection_id
    )


def _order(row: Row[Any]) -> Order:
    return Order(
        row.id, row.team_id, row.key_id or "", row.vendor, row.test_id, row.reference, row.callback_url, row.attempts,
        row.created_at, row.completed_at, row.told_at, row.match_id, row.error_code,
    )  # fmt: skip
