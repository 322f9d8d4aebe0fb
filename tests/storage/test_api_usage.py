from __future__ import annotations

from datetime import datetime, timedelta

from matcher.storage.api_usage import use_items
from matcher.storage.database import Database
from matcher.storage.keys import add_key


def test_items_are_counted_up_to_the_most_and_anew_each_day(database: Database, team: str, now: datetime) -> None:
    with database.write() as connection:
        key = add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now)[0].id
        other = add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now)[0].id
        today, tomorrow = now.date(), now.date() + timedelta(days=1)

        assert [use_items(connection, key, today, count, 10) for count in (6, 5, 4, 1)] == [True, False, True, False]
        assert use_items(connection, key, tomorrow, 10, 10)
        assert use_items(connection, other, today, 10, 10)
        assert not use_items(connection, other, tomorrow, 11, 10)
