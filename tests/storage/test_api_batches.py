from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from matcher.domain.screenings import ItemStatus
from matcher.storage.api_batches import (
    NewItem,
    add_batch,
    batch_items,
    cancel_batch,
    claim_match,
    complete_match,
    delete_batch,
    find_batch,
    give_up_matches,
    matches_held_too_long,
    release_matches,
    waiting_items,
)
from matcher.storage.api_documents import add_sent
from matcher.storage.database import Connection, Database
from matcher.storage.keys import add_key
from matcher.storage.queue import LEASE
from matcher.storage.tables.api import api_matches
from matcher.storage.tables.people import documents

LATER = timedelta(days=30)
SECOND = timedelta(seconds=1)


@pytest.fixture
def batch(database: Database, team: str, now: datetime) -> str:
    """Three resumes."""
    with database.write() as connection:
        key = add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now)[0].id
        items = [
            NewItem(
                f"a{number}",
                add_sent(
                    connection,
                    team,
                    b"x",
                    file_name="",
                    external_id=f"a{number}",
                    key=key,
                    now=now,
                    expires_at=now + LATER,
                ),
            )
            for number in range(3)
        ]
        return add_batch(
            connection, team, items, key=key, external_id="run-1", target="{}", as_of=now.date(), now=now,
            expires_at=now + LATER,
        )  # fmt: skip


def state(connection: Connection, team: str, batch: str, now: datetime) -> tuple[str, int, int, int, int]:
    found = find_batch(connection, team, batch, now)
    assert found is not None
    return found.status, found.succeeded, found.failed, found.cancelled, found.running


def test_items_are_claimed_in_their_order_and_the_batch_ends_with_the_last(
    database: Database, team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        assert state(connection, team, batch, now) == ("queued", 0, 0, 0, 0)
        claimed = [claim_match(connection, owner="w", now=now) for _ in range(4)]
        assert [one.external_id if one else None for one in claimed] == ["a0", "a1", "a2", None]
        assert state(connection, team, batch, now) == ("running", 0, 0, 0, 3)
        for number, one in enumerate(claimed[:3]):
            assert one is not None
            report, problem = ("{}", None) if number else (None, '{"code": "file_empty"}')
            assert complete_match(connection, one, owner="w", report=report, problem=problem, now=now + SECOND)
        assert state(connection, team, batch, now) == ("completed", 2, 1, 0, 0)
        found = find_batch(connection, team, batch, now)
        assert found is not None
        assert (found.finished_at, found.changed_at) == (now + SECOND, now + SECOND)


def test_each_change_moves_the_moment_of_the_last_change(
    database: Database, team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        item = claim_match(connection, owner="w", now=now + SECOND)
        assert item is not None
        assert find_batch(connection, team, batch, now).changed_at == now + SECOND
        complete_match(connection, item, owner="w", report="{}", problem=None, now=now + 2 * SECOND)
        assert find_batch(connection, team, batch, now).changed_at == now + 2 * SECOND


def test_an_item_of_a_worker_that_died_is_given_to_another_whose_result_counts(
    database: Database, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        first = claim_match(connection, owner="dead", now=now)
        others = [claim_match(connection, owner="dead", now=now) for _ in range(2)]
        assert all(others)
        assert claim_match(connection, owner="alive", now=now + LEASE - SECOND) is None
        second = claim_match(connection, owner="alive", now=now + LEASE)
        assert first is not None
        assert second is not None
        assert second.id == first.id
        assert not complete_match(connection, first, owner="dead", report="{}", problem=None, now=now + LEASE)
        assert complete_match(connection, first, owner="alive", report="{}", problem=None, now=now + LEASE)


def test_what_a_dead_worker_held_waits_again_and_is_given_up_in_the_end(
    database: Database, team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        for number in range(3):
            assert release_matches(connection, owner=f"dead{number - 1}", now=now) == (1 if number else 0)
            item = claim_match(connection, owner=f"dead{number}", now=now)
            assert item is not None
            assert item.external_id == ("a0" if not number else item.external_id)
        assert matches_held_too_long(connection, now=now + LEASE) == {"dead2"}


def test_an_item_that_ended_its_reader_three_times_fails_alone(
    database: Database, team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        connection.execute(update(api_matches).values(attempts=2))
        item = claim_match(connection, owner="dead", now=now)
        assert item is not None
        assert give_up_matches(connection, now=now) == 0
        assert give_up_matches(connection, now=now, owner="dead") == 1
        assert state(connection, team, batch, now) == ("running", 0, 1, 0, 0)
        failed = batch_items(connection, team, batch, after=-1, limit=9)
    assert [(one.status, "parse_limit" in (one.problem or "")) for one in failed] == [(ItemStatus.FAILED, True)]


def test_cancelling_leaves_what_is_under_way(database: Database, team: str, batch: str, now: datetime) -> None:
    with database.write() as connection:
        item = claim_match(connection, owner="w", now=now)
        assert item is not None
        cancelled = cancel_batch(connection, team, batch, now + SECOND)
        assert cancelled is not None
        assert (cancelled.status, cancelled.cancelled) == ("running", 2)
        assert claim_match(connection, owner="w", now=now + SECOND) is None
        complete_match(connection, item, owner="w", report="{}", problem=None, now=now + SECOND)
        assert state(connection, team, batch, now) == ("cancelled", 1, 0, 2, 0)
        assert cancel_batch(connection, team, batch, now) is None


def test_cancelling_before_the_first_ends_it(database: Database, team: str, batch: str, now: datetime) -> None:
    with database.write() as connection:
        cancel_batch(connection, team, batch, now)
        assert state(connection, team, batch, now) == ("cancelled", 0, 0, 3, 0)


def test_results_come_in_the_order_sent_in_pieces(database: Database, team: str, batch: str, now: datetime) -> None:
    with database.write() as connection:
        claimed = [claim_match(connection, owner="w", now=now) for _ in range(3)]
        for one in (claimed[2], claimed[0]):
            assert one is not None
            complete_match(connection, one, owner="w", report="{}", problem=None, now=now)
        first = batch_items(connection, team, batch, after=-1, limit=1)
        rest = batch_items(connection, team, batch, after=first[0].position, limit=9)
    assert [one.external_id for one in (*first, *rest)] == ["a0", "a2"]
    assert first[0].status is ItemStatus.DONE


def test_another_team_sees_and_cancels_nothing(
    database: Database, team: str, other_team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        assert find_batch(connection, other_team, batch, now) is None
        assert cancel_batch(connection, other_team, batch, now) is None
        assert batch_items(connection, other_team, batch, after=-1, limit=9) == ()
        assert (waiting_items(connection), waiting_items(connection, other_team)) == (3, 0)
        assert find_batch(connection, team, batch, now + LATER) is None


def test_a_batch_is_erased_with_its_documents(
    database: Database, team: str, other_team: str, batch: str, now: datetime
) -> None:
    with database.write() as connection:
        assert not delete_batch(connection, other_team, batch)
        assert delete_batch(connection, team, batch)
        assert not delete_batch(connection, team, batch)
        assert find_batch(connection, team, batch, now) is None
        for table in (api_matches, documents):
            assert connection.scalar(select(func.count()).select_from(table)) == 0
