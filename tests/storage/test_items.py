from __future__ import annotations

from datetime import datetime

from matcher.domain.screenings import ItemStatus
from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.items import claim_item, fail_item, find_item, list_items, report_of
from tests.storage.test_queue import fill


def test_items_of_another_team_are_not_there(database: Database, user: User, other_team: str, now: datetime) -> None:
    screening = fill(database, user, now, 1)
    with database.read() as connection:
        (item,) = list_items(connection, user.team_id, screening)
        assert find_item(connection, user.team_id, item.id) == item
        assert find_item(connection, other_team, item.id) is None
        assert list_items(connection, other_team, screening) == ()
        assert report_of(connection, other_team, item.id) is None


def test_only_the_worker_that_holds_an_item_can_end_it(database: Database, user: User, now: datetime) -> None:
    screening = fill(database, user, now, 1)
    why = {"code": "file_empty", "message": "It is empty.", "remedy": "Send it again."}
    with database.write() as connection:
        item = claim_item(connection, owner="wrk_a", now=now)
        assert not fail_item(connection, item, owner="wrk_b", now=now, **why)
        assert fail_item(connection, item, owner="wrk_a", now=now, **why)
        assert not fail_item(connection, item, owner="wrk_a", now=now, **why)
        (kept,) = list_items(connection, user.team_id, screening, statuses=[ItemStatus.FAILED])
    assert (kept.error_code, kept.error_message, kept.error_remedy) == tuple(why.values())
