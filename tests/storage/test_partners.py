from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from matcher.domain.integration import DeliveryStatus, PartnerOrder
from matcher.storage.api_batches import claim_match, complete_match
from matcher.storage.api_matches import erase_expired, match_anyhow
from matcher.storage.database import Database
from matcher.storage.documents import add_document
from matcher.storage.erasure import sweep
from matcher.storage.keys import add_key
from matcher.storage.partners import (
    LEASE,
    cancel_order,
    claim_order,
    close_order,
    complete_order,
    connect,
    find_connection,
    find_order,
    has_orders,
    order_of_link,
    place_order,
    put_back,
    queue_match,
    retire_order,
    waiting_orders,
)
from matcher.storage.tables.api import api_matches
from matcher.storage.tables.partners import partner_orders
from matcher.storage.tables.people import documents

DAY = timedelta(days=1)


def placed(
    database: Database, team: str, now: datetime, natural: str = "a", vendor: str = "ashby"
) -> tuple[PartnerOrder, bool]:
    with database.write() as connection:
        partner = connect(connection, team, vendor, now=now)
        return place_order(
            connection, partner, natural_key=natural, test_id="lead", reference="sealed", now=now, expires_at=now + DAY
        )


def claimed(database: Database, now: datetime, owner: str = "c1") -> PartnerOrder:
    with database.write() as connection:
        order = claim_order(connection, owner, now)
    assert order is not None
    return order


def queue(database: Database, order: PartnerOrder, now: datetime, owner: str = "c1") -> bool:
    with database.write() as connection:
        key, _ = add_key(connection, order.team_id, "ATS", ["match:read"], created_by="x", now=now)
        document = add_document(
            connection, order.team_id, b"a", file_name="", source="partner", created_by="x", now=now,
            expires_at=order.expires_at,
        )  # fmt: skip
        return queue_match(
            connection, order, owner=owner, key=key.id, document=document, profile_version=None, target="{}",
            reference="fetched", as_of=now.date(), now=now,
        )  # fmt: skip


def row(database: Database) -> Any:
    with database.read() as connection:
        return connection.execute(select(partner_orders)).one()


def test_a_connection_is_made_once_and_keeps_what_is_not_given_anew(
    database: Database, team: str, other_team: str, now: datetime
) -> None:
    with database.write() as connection:
        made = connect(connection, team, "ashby", now=now, base_url="https://a.org", credentials="sealed")
        assert connect(connection, team, "ashby", now=now) == made
        changed = connect(connection, team, "ashby", now=now, credentials="other")
        assert (changed.id, changed.base_url, changed.credentials) == (made.id, "https://a.org", "other")
        assert find_connection(connection, team, "greenhouse") is None
        assert find_connection(connection, other_team, "ashby") is None


def test_the_same_natural_key_is_the_same_order_until_it_is_retired(
    database: Database, team: str, other_team: str, now: datetime
) -> None:
    order, fresh = placed(database, team, now)
    assert fresh
    assert placed(database, team, now) == (order, False)
    assert placed(database, team, now, "b")[1] is placed(database, other_team, now)[1] is True
    with database.write() as connection:
        retire_order(connection, order)

    assert placed(database, team, now)[1] is True


def test_orders_are_found_by_their_team_and_vendor_until_they_expire(
    database: Database, team: str, other_team: str, now: datetime
) -> None:
    order, _ = placed(database, team, now)
    with database.read() as connection:
        assert find_order(connection, team, "ashby", order.id, now) == order
        assert find_order(connection, other_team, "ashby", order.id, now) is None
        assert find_order(connection, team, "greenhouse", order.id, now) is None
        assert find_order(connection, team, "ashby", order.id, now + DAY) is None
        assert order_of_link(connection, order.id, now) == order
        assert order_of_link(connection, order.id, now + DAY) is None
        assert (has_orders(connection), waiting_orders(connection)) == (True, 1)


def test_an_order_is_held_by_one_until_its_lease_ends(database: Database, team: str, now: datetime) -> None:
    placed(database, team, now)
    held = claimed(database, now)
    with database.write() as connection:
        assert claim_order(connection, "c2", now + LEASE / 2) is None
    taken = claimed(database, now + LEASE, "c2")

    assert (held.attempts, taken.attempts) == (1, 2)
    with database.write() as connection:
        assert not complete_order(connection, held, owner="c1", error_code="late", now=now)
        assert complete_order(connection, taken, owner="c2", error_code="no_resume", now=now)
        put_back(connection, taken, owner="c2", because="no_resume", run_after=now + LEASE, restart=True)
    assert (row(database).error_code, row(database).attempts, row(database).status) == ("no_resume", 0, "queued")


def test_an_order_waits_for_its_match_and_is_then_told(database: Database, team: str, now: datetime) -> None:
    placed(database, team, now)
    assert queue(database, claimed(database, now), now)
    with database.write() as connection:
        assert claim_order(connection, "c1", now + DAY / 2) is None
        assert waiting_orders(connection) == 0
        match = claim_match(connection, owner="w", now=now)
        assert match is not None
        complete_match(connection, match, owner="w", report="{}", problem=None, now=now)

    ready = claimed(database, now)
    assert (ready.match_id, ready.reference, ready.attempts) == (match.id, "fetched", 1)
    with database.write() as connection:
        close_order(connection, ready, owner="c1", because=None, now=now)
        assert not has_orders(connection)
    assert (row(database).status, row(database).told_at) == (DeliveryStatus.DELIVERED, now)


def test_what_was_cancelled_meanwhile_is_not_queued_and_leaves_nothing(
    database: Database, team: str, now: datetime
) -> None:
    placed(database, team, now)
    order = claimed(database, now)
    with database.write() as connection:
        cancel_order(connection, order, now)

    assert not queue(database, order, now)
    with database.read() as connection:
        assert connection.execute(select(documents.c.id)).all() == []
    assert row(database).status == "cancelled"


def test_a_cancelled_order_loses_its_match_and_an_expired_one_goes_whole(
    database: Database, team: str, now: datetime
) -> None:
    placed(database, team, now)
    queue(database, claimed(database, now), now)
    with database.write() as connection:
        order = order_of_link(connection, row(database).id, now)
        assert order is not None
        match = order.match_id or ""
        assert match_anyhow(connection, team, match) is not None
        cancel_order(connection, order, now)
        assert match_anyhow(connection, team, match) is None
    assert (row(database).match_id, row(database).cancelled_at) == (None, now)
    with database.write() as connection:
        assert erase_expired(connection, now) == 0
        assert erase_expired(connection, now + DAY) == 1


def test_the_sweep_leaves_nothing_of_orders_and_matches_whose_time_is_over(
    database: Database, team: str, now: datetime
) -> None:
    placed(database, team, now)
    queue(database, claimed(database, now), now)
    with database.write() as connection:
        assert sweep(connection, now + DAY / 2) == 0
        assert sweep(connection, now + DAY) > 0
        for table in (partner_orders, api_matches, documents):
            assert connection.execute(select(table.c.id)).all() == []
