"""Orders of applicant tracking systems: taken once, worked off in two steps, told to the vendor, and erased.

The steps of an order are to fetch the resume, whereupon it has a match that workers judge as any other, and to tell the
vendor once that match is over. Both are claimed here; between them nobody holds the order.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, exists, func, insert, or_, select, update

from matcher.domain.integration import DeliveryStatus, PartnerConnection, PartnerOrder
from matcher.domain.screenings import ItemStatus
from matcher.storage.api_matches import delete_match
from matcher.storage.ids import new_id
from matcher.storage.tables.api import api_matches
from matcher.storage.tables.partners import partner_connections, partner_orders

__all__ = [
    "LEASE",
    "cancel_order",
    "claim_order",
    "close_order",
    "complete_order",
    "connect",
    "find_connection",
    "find_order",
    "has_orders",
    "order_of_link",
    "place_order",
    "put_back",
    "queue_match",
    "retire_order",
    "waiting_orders",
]

LEASE: Final = timedelta(minutes=2)
"""A resume may take 20 seconds to come, over three redirects and two questions to the vendor."""

_OVER: Final = (ItemStatus.DONE, ItemStatus.FAILED, ItemStatus.CANCELLED)
_OPEN: Final = (DeliveryStatus.QUEUED, DeliveryStatus.RUNNING)
orders = partner_orders.c


def connect(
    connection: Connection, team: str, vendor: str, *, now: datetime, base_url: str = "", credentials: str | None = None
) -> PartnerConnection:
    """Return a team's connection with a vendor, made at the first call; what is given replaces what was there.

    ``credentials`` are sealed.
    """
    found = find_connection(connection, team, vendor)
    if found is None:
        made = new_id("con")
        connection.execute(
            insert(partner_connections).values(
                id=made, team_id=team, vendor=vendor, base_url=base_url, credentials=credentials, created_at=now
            )
        )
    elif base_url or credentials is not None:
        connection.execute(
            update(partner_connections)
            .where(partner_connections.c.id == found.id)
            .values(base_url=base_url or found.base_url, credentials=credentials or found.credentials)
        )
    else:
        return found
    return connect(connection, team, vendor, now=now)


def find_connection(connection: Connection, team: str, vendor: str) -> PartnerConnection | None:
    """Return a team's connection with a vendor."""
    table = partner_connections.c
    found = select(partner_connections).where(
        table.team_id == team, table.vendor == vendor, table.disabled_at.is_(None)
    )
    row = connection.execute(found.order_by(table.created_at).limit(1)).one_or_none()
    if row is None:
        return None
    return PartnerConnection(row.id, row.team_id, row.vendor, row.base_url, row.credentials, row.created_at)


def place_order(
    connection: Connection,
    partner: PartnerConnection,
    *,
    natural_key: str,
    test_id: str,
    reference: str,
    now: datetime,
    expires_at: datetime,
) -> tuple[PartnerOrder, bool]:
    """Take an order, or find the one that it repeats; tell whether it is new.

    Args:
        connection: a transaction that writes.
        partner: whose order it is.
        natural_key: SHA-256 of what makes a repeated order the same, by the vendor's rule.
        test_id: the role profile.
        reference: what is needed to work it off, sealed.
        now: the moment.
        expires_at: when it is erased.
    """
    same = select(partner_orders).where(orders.connection_id == partner.id, orders.natural_key == natural_key)
    row = connection.execute(same).one_or_none()
    if row is not None:
        return _order(row), False
    made = new_id("ord")
    connection.execute(
        insert(partner_orders).values(
            id=made,
            team_id=partner.team_id,
            connection_id=partner.id,
            vendor=partner.vendor,
            natural_key=natural_key,
            test_id=test_id,
            reference=reference,
            status=DeliveryStatus.QUEUED,
            attempts=0,
            run_after=now,
            created_at=now,
            expires_at=expires_at,
        )
    )
    return _order(connection.execute(same).one()), True


def retire_order(connection: Connection, order: PartnerOrder) -> None:
    """Let a later order be placed under the natural key of one that is over."""
    connection.execute(
        update(partner_orders).where(orders.id == order.id).values(natural_key=order.id.rpartition("_")[2])
    )


def find_order(connection: Connection, team: str, vendor: str, order: str, now: datetime) -> PartnerOrder | None:
    """Return an order of a team, None if there is none or its time is over."""
    found = select(partner_orders).where(
        orders.id == order, orders.team_id == team, orders.vendor == vendor, orders.expires_at > now
    )
    row = connection.execute(found).one_or_none()
    return None if row is None else _order(row)


def order_of_link(connection: Connection, order: str, now: datetime) -> PartnerOrder | None:
    """Return the order that a signed link leads to; the signature stands in for the team."""
    found = select(partner_orders).where(orders.id == order, orders.expires_at > now)
    row = connection.execute(found).one_or_none()
    return None if row is None else _order(row)


def has_orders(connection: Connection) -> bool:
    """Tell whether any order is still to be worked off or told, of whichever team."""
    return bool(connection.scalar(select(exists().where(orders.status.in_(_OPEN)))))


def waiting_orders(connection: Connection) -> int:
    """Return how many orders wait for their resume, which then waits with all others."""
    waiting = select(func.count()).select_from(partner_orders)
    return connection.scalar(waiting.where(orders.status.in_(_OPEN), orders.match_id.is_(None))) or 0


def claim_order(connection: Connection, owner: str, now: datetime) -> PartnerOrder | None:
    """Take the order that is due longest: one without a match, or whose match is over; None where there is none."""
    due = or_(
        and_(orders.status == DeliveryStatus.QUEUED, orders.run_after <= now),
        and_(orders.status == DeliveryStatus.RUNNING, orders.lease_until <= now),
    )
    judged = exists().where(api_matches.c.id == orders.match_id, api_matches.c.status.in_(_OVER))
    row = connection.execute(
        select(partner_orders)
        .where(due, or_(orders.match_id.is_(None), judged))
        .order_by(orders.run_after, orders.created_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if row is None:
        return None
    values = {"status": DeliveryStatus.RUNNING, "attempts": row.attempts + 1, "lease_until": now + LEASE}
    connection.execute(update(partner_orders).where(orders.id == row.id).values(**values, lease_owner=owner))
    return _order(row, attempts=row.attempts + 1)


def queue_match(
    connection: Connection,
    order: PartnerOrder,
    *,
    owner: str,
    key: str,
    document: str,
    profile_version: str | None,
    target: str,
    reference: str,
    as_of: date,
    now: datetime,
) -> bool:
    """Put the resume of an order into the queue of all resumes; False if the order was cancelled meanwhile."""
    match = new_id("match")
    connection.execute(
        insert(api_matches).values(
            id=match,
            team_id=order.team_id,
            key_id=key,
            document_id=document,
            external_id=order.id,
            profile_version_id=profile_version,
            target=target,
            as_of=as_of,
            status=ItemStatus.QUEUED,
            attempts=0,
            run_after=now,
            created_at=now,
            expires_at=order.expires_at,
        )
    )
    values = {"match_id": match, "reference": reference, "attempts": 0}
    if _change(connection, order, owner, status=DeliveryStatus.QUEUED, run_after=now, **values):
        return True
    delete_match(connection, order.team_id, match)
    return False


def complete_order(
    connection: Connection, order: PartnerOrder, *, owner: str, error_code: str | None, now: datetime
) -> bool:
    """Note that the result is there, or that there can be none; False if the order was cancelled meanwhile."""
    return _change(connection, order, owner, completed_at=now, error_code=error_code)


def put_back(
    connection: Connection, order: PartnerOrder, *, owner: str, because: str, run_after: datetime, restart: bool = False
) -> None:
    """Put an order back for later; ``restart`` begins to count its tries anew."""
    values: dict[str, Any] = {"attempts": 0} if restart else {}
    _change(
        connection, order, owner, status=DeliveryStatus.QUEUED, run_after=run_after, last_error=because[:40], **values
    )


def close_order(connection: Connection, order: PartnerOrder, *, owner: str, because: str | None, now: datetime) -> None:
    """Note that the vendor was told, or, with a code, why he never will be."""
    status = DeliveryStatus.DELIVERED if because is None else DeliveryStatus.FAILED
    told = now if because is None else None
    _change(connection, order, owner, status=status, told_at=told, last_error=because and because[:40])


def cancel_order(connection: Connection, order: PartnerOrder, now: datetime) -> None:
    """Cancel an order, and erase the resume that was fetched for it."""
    connection.execute(
        update(partner_orders)
        .where(orders.id == order.id)
        .values(status=DeliveryStatus.CANCELLED, cancelled_at=now, match_id=None, lease_until=None, lease_owner=None)
    )
    if order.match_id is not None:
        delete_match(connection, order.team_id, order.match_id)


def _change(connection: Connection, order: PartnerOrder, owner: str, **values: Any) -> bool:
    """Change an order that is still its worker's; what was cancelled or given to another stays as it is."""
    released = {"lease_until": None, "lease_owner": None} if "status" in values else {}
    mine = (orders.id == order.id) & (orders.lease_owner == owner) & (orders.status == DeliveryStatus.RUNNING)
    return bool(connection.execute(update(partner_orders).where(mine).values(**values, **released)).rowcount)


def _order(row: Row[Any], *, attempts: int | None = None) -> PartnerOrder:
    return PartnerOrder(
        row.id, row.team_id, row.connection_id, row.vendor, row.test_id, row.reference, row.match_id,
        DeliveryStatus(row.status), row.attempts if attempts is None else attempts, row.created_at, row.expires_at,
        row.completed_at, row.cancelled_at, row.error_code, row.last_error,
    )  # fmt: skip
