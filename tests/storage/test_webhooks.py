from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from matcher.domain.integration import WebhookEndpoint
from matcher.storage.database import Connection, Database
from matcher.storage.tables.api import webhook_deliveries
from matcher.storage.webhooks import (
    LEASE,
    RETRIES,
    add_endpoint,
    claim_delivery,
    delete_endpoint,
    delivered,
    failed,
    find_endpoint,
    has_endpoints,
    list_endpoints,
    rotate_secret,
    secrets_of,
    tell,
)

HOUR = timedelta(hours=1)


@pytest.fixture
def endpoint(database: Database, team: str, now: datetime) -> WebhookEndpoint:
    with database.write() as connection:
        return add_endpoint(
            connection, team, "https://hooks.example.org/", ["batch.completed"], secret="sealed-1", by="key_x", now=now
        )


def statuses(connection: Connection) -> list[str]:
    return sorted(connection.scalars(select(webhook_deliveries.c.status)))


def test_an_event_goes_to_those_who_want_to_know(
    database: Database, team: str, other_team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    with database.write() as connection:
        assert tell(connection, team, "match.completed", "match_1", now) == 0
        assert tell(connection, other_team, "batch.completed", "bat_1", now) == 0
        assert tell(connection, team, "batch.completed", "bat_1", now) == 1
        assert tell(connection, team, "ping", "msg_1", now, only=endpoint.id) == 1
        claimed = claim_delivery(connection, "w", now)
        assert claimed is not None
        assert claimed[1] == endpoint.url
        body = json.loads(claimed[0].body)
    assert body == {"type": "batch.completed", "timestamp": "2026-11-20T21:10:00.000Z", "data": {"id": "bat_1"}}


def test_a_message_that_is_taken_is_done(
    database: Database, team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    with database.write() as connection:
        tell(connection, team, "batch.completed", "bat_1", now)
        claimed = claim_delivery(connection, "w", now)
        assert claimed is not None
        assert claim_delivery(connection, "v", now) is None
        delivered(connection, claimed[0], status_code=204, now=now)
        assert claim_delivery(connection, "v", now + HOUR) is None
        assert statuses(connection) == ["delivered"]


def test_a_message_whose_sender_died_is_sent_again_under_its_id(
    database: Database, team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    with database.write() as connection:
        tell(connection, team, "batch.completed", "bat_1", now)
        first, second = claim_delivery(connection, "dead", now), claim_delivery(connection, "w", now + LEASE)
    assert first is not None
    assert second is not None
    assert (second[0].id, second[0].attempts) == (first[0].id, 2)


def test_it_is_tried_ten_times_over_a_day_and_then_the_address_is_disabled(
    database: Database, team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    tries, moment = [], now
    with database.write() as connection:
        tell(connection, team, "batch.completed", "bat_1", now)
        while moment <= now + 48 * HOUR:
            claimed = claim_delivery(connection, "w", moment)
            if claimed:
                tries.append(moment - now)
                failed(connection, claimed[0], because="refused", now=moment, status_code=500)
                if len(tries) == 2:
                    tell(connection, team, "batch.completed", "bat_2", now + 47 * HOUR)
            moment += timedelta(seconds=5) if len(tries) < 2 else timedelta(minutes=5)
        found = find_endpoint(connection, team, endpoint.id)
        assert found is not None
        assert (found.disabled_because, has_endpoints(connection)) == ("failing", False)
        assert statuses(connection) == ["cancelled", "failed"]
        assert tell(connection, team, "batch.completed", "bat_3", moment) == 0
    assert len(tries) == 1 + len(RETRIES)
    assert tries[:2] == [timedelta(0), timedelta(seconds=5)]
    assert timedelta(hours=24) <= tries[-1] < timedelta(hours=24, minutes=10)


def test_gone_disables_at_once_and_a_wait_is_honoured(
    database: Database, team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    with database.write() as connection:
        tell(connection, team, "batch.completed", "bat_1", now)
        claimed = claim_delivery(connection, "w", now)
        assert claimed is not None
        failed(connection, claimed[0], because="refused", now=now, status_code=503, wait=HOUR)
        assert claim_delivery(connection, "w", now + HOUR / 2) is None
        again = claim_delivery(connection, "w", now + HOUR)
        assert again is not None
        failed(connection, again[0], because="gone", now=now + HOUR, status_code=410)
        found = find_endpoint(connection, team, endpoint.id)
    assert found is not None
    assert found.disabled_because == "gone"


def test_during_rotation_both_secrets_sign_and_the_address_is_on_again(
    database: Database, team: str, other_team: str, endpoint: WebhookEndpoint, now: datetime
) -> None:
    with database.write() as connection:
        tell(connection, team, "batch.completed", "bat_1", now)
        claimed = claim_delivery(connection, "w", now)
        assert claimed is not None
        failed(connection, claimed[0], because="gone", now=now)
        assert not rotate_secret(connection, other_team, endpoint.id, "x", until=now + HOUR)
        assert rotate_secret(connection, team, endpoint.id, "sealed-2", until=now + HOUR)
        assert secrets_of(connection, endpoint.id, now) == ("sealed-2", "sealed-1")
        assert secrets_of(connection, endpoint.id, now + HOUR) == ("sealed-2",)
        assert has_endpoints(connection)


def test_another_team_sees_and_removes_nothing(
    database: Database, team: str, other_team: str, endpoint: WebhookEndpoint
) -> None:
    with database.write() as connection:
        assert find_endpoint(connection, other_team, endpoint.id) is None
        assert list_endpoints(connection, other_team) == ()
        assert not delete_endpoint(connection, other_team, endpoint.id)
        assert list_endpoints(connection, team) == (endpoint,)
        assert delete_endpoint(connection, team, endpoint.id)
        assert secrets_of(connection, endpoint.id, endpoint.created_at) == ()
