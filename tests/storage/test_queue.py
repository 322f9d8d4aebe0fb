from __future__ import annotations

from datetime import datetime, timedelta

from matcher.domain.screenings import ItemStatus
from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.documents import add_document, find_document
from matcher.storage.items import claim_item, give_up_items, held_too_long, list_items, release_items
from matcher.storage.queue import LEASE, TRIES
from matcher.storage.screenings import add_items, add_screening


def fill(database: Database, user: User, now: datetime, count: int) -> str:
    until = now + timedelta(days=90)
    with database.write() as connection:
        screening = add_screening(
            connection,
            user.team_id,
            title="T",
            target="{}",
            taxonomy=("1", "0" * 64),
            as_of=now.date(),
            blind=True,
            created_by=user.id,
            now=now,
            expires_at=until,
        )
        documents = [
            add_document(
                connection,
                user.team_id,
                b"x",
                file_name="x.txt",
                source="screening",
                created_by=user.id,
                now=now,
                expires_at=until,
            )
            for _ in range(count)
        ]
        add_items(connection, user.team_id, screening.id, documents, now=now)
    return screening.id


def test_each_item_is_claimed_once_and_in_order(database: Database, user: User, now: datetime) -> None:
    fill(database, user, now, 3)
    with database.write() as connection:
        claimed = [claim_item(connection, owner=f"wrk_{number}", now=now) for number in range(4)]
    assert [one.position if one else None for one in claimed] == [1, 2, 3, None]


def test_an_item_comes_back_when_its_lease_ends_or_its_worker_is_known_to_be_dead(
    database: Database, user: User, now: datetime
) -> None:
    fill(database, user, now, 2)
    with database.write() as connection:
        first = claim_item(connection, owner="wrk_dead", now=now)
        claim_item(connection, owner="wrk_alive", now=now)
        assert claim_item(connection, owner="wrk_next", now=now) is None
        assert release_items(connection, owner="wrk_dead", now=now) == 1
        assert claim_item(connection, owner="wrk_next", now=now).id == first.id
        later = now + LEASE
        assert held_too_long(connection, now=later) == {"wrk_alive", "wrk_next"}
        assert claim_item(connection, owner="wrk_last", now=later) is not None


def test_after_three_tries_an_item_has_failed_and_its_file_is_gone(
    database: Database, user: User, now: datetime
) -> None:
    screening = fill(database, user, now, 1)
    for number in range(TRIES):
        with database.write() as connection:
            assert claim_item(connection, owner=f"wrk_{number}", now=now) is not None
            assert give_up_items(connection, now=now) == ()
            release_items(connection, owner=f"wrk_{number}", now=now)
    with database.write() as connection:
        (given_up,) = give_up_items(connection, now=now, owner=f"wrk_{TRIES - 1}")
        (item,) = list_items(connection, user.team_id, screening)
        assert item.id == given_up.id
        assert (item.status, item.error_code) == (ItemStatus.FAILED, "parse_limit")
        assert find_document(connection, user.team_id, item.document_id).content is None
        assert claim_item(connection, owner="wrk_more", now=now + LEASE) is None
