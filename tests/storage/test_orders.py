from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from matcher.storage.database import Database
from matcher.storage.keys import add_key
from matcher.storage.orders import (
    LEASE,
    RETRIES,
    add_order,
    add_report,
    claim_order,
    complete_order,
    find_order,
    has_orders,
    link_of,
    match_behind,
    put_off,
    told,
)

LATER = timedelta(days=30)


@pytest.fixture
def order(database: Database, team: str, now: datetime) -> str:
    with database.write() as connection:
        key = add_key(connection, team, "ATS", ["partner:greenhouse"], created_by="usr_x", now=now)[0].id
        made = [
            add_order(
                connection,
                team,
                key=key,
                vendor="greenhouse",
                natural_key="https://x/1",
                test_id="role",
                reference="sealed",
                callback_url="https://x/1",
                now=now,
                expires_at=now + LATER,
            )
            for _ in range(2)
        ]
    assert made[0][0] == made[1][0]
    assert [new for _, new in made] == [True, False]
    return made[0][0]


def test_an_order_is_claimed_completed_and_told(database: Database, team: str, order: str, now: datetime) -> None:
    with database.write() as connection:
        claimed = claim_order(connection, "w", now)
        assert claimed is not None
        assert (claimed.id, claimed.completed_at) == (order, None)
        assert claim_order(connection, "v", now) is None
        complete_order(connection, order, match=None, error_code="file_empty", now=now)
        told(connection, order, now=now)
        found = find_order(connection, team, "greenhouse", order, now)
        assert found is not None
        assert (found.error_code, found.told_at, found.reference) == ("file_empty", now, "")
        assert not has_orders(connection)
        assert claim_order(connection, "w", now + LATER) is None


def test_an_order_of_a_worker_that_died_is_claimed_again(database: Database, order: str, now: datetime) -> None:
    with database.write() as connection:
        claim_order(connection, "dead", now)
        assert has_orders(connection)
        assert claim_order(connection, "w", now + LEASE) is not None


def test_it_is_told_over_a_day_and_then_left(database: Database, order: str, now: datetime) -> None:
    moment, tries = now, 0
    with database.write() as connection:
        while (claimed := claim_order(connection, "w", moment)) is not None:
            put_off(connection, claimed, because="status_500", now=moment)
            tries += 1
            moment += timedelta(days=2)
    assert tries == len(RETRIES) + 1


def test_another_team_or_vendor_sees_nothing(
    database: Database, team: str, other_team: str, order: str, now: datetime
) -> None:
    with database.write() as connection:
        assert find_order(connection, other_team, "greenhouse", order, now) is None
        assert find_order(connection, team, "ashby", order, now) is None
        assert find_order(connection, team, "greenhouse", order, now + LATER) is None
        assert match_behind(connection, "x", now) is None
        link_of(connection, team, "match_none", "0" * 64)
        add_report(connection, team, "greenhouse", call="test_status", order=order, errors="[]", now=now)
