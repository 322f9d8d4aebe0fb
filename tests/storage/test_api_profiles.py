from __future__ import annotations

from datetime import datetime

from matcher.storage.api_profiles import add_profile, find_profile, list_profiles
from matcher.storage.database import Database


def test_a_profile_is_kept_for_its_team(database: Database, team: str, other_team: str, now: datetime) -> None:
    with database.write() as connection:
        made = add_profile(connection, team, " Platform  team ", "{}", created_by="key_x", now=now)

        assert find_profile(connection, team, made.profile_id) == made
        assert (made.title, made.number, len(made.sha256)) == ("Platform team", 1, 64)
        assert find_profile(connection, other_team, made.profile_id) is None
        assert list_profiles(connection, team) == (made,)
        assert list_profiles(connection, other_team) == ()
