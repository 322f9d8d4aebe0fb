from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest

from matcher.domain.screenings import ProfileOrigin, ProfileVersion
from matcher.errors import WorkspaceError
from matcher.storage.database import Database
from matcher.storage.profiles import (
    add_profile,
    add_version,
    find_profile,
    find_version,
    list_profiles,
    list_versions,
    set_archived,
)


@pytest.fixture
def first(database: Database, team: str, now: datetime) -> ProfileVersion:
    with database.write() as connection:
        return add_profile(
            connection, team, title="Lead", content='{"a":1}', origin=ProfileOrigin.SHIPPED, by="usr_1", now=now
        )


def save(database: Database, team: str, profile: str, content: str, based_on: int, now: datetime) -> ProfileVersion:
    with database.write() as connection:
        return add_version(
            connection, team, profile, title="Lead", content=content, based_on=based_on, by="usr_2", now=now
        )


def test_versions_are_kept_and_numbered(database: Database, team: str, first: ProfileVersion, now: datetime) -> None:
    second = save(database, team, first.profile_id, '{"a":2}', 1, now + timedelta(hours=1))
    with database.read() as connection:
        assert find_profile(connection, team, first.profile_id) == second
        assert find_version(connection, team, first.id) == first
        assert [one.number for one in list_versions(connection, team, first.profile_id)] == [2, 1]
        assert list_profiles(connection, team) == (second,)

    assert (second.number, second.origin, second.created_by) == (2, ProfileOrigin.SHIPPED, "usr_2")
    assert second.sha256 != first.sha256


def test_saving_what_is_there_already_adds_nothing(
    database: Database, team: str, first: ProfileVersion, now: datetime
) -> None:
    assert save(database, team, first.profile_id, first.content, 1, now) == first


def test_nobody_writes_over_what_somebody_saved_meanwhile(
    database: Database, team: str, first: ProfileVersion, now: datetime
) -> None:
    save(database, team, first.profile_id, '{"a":2}', 1, now)

    with pytest.raises(WorkspaceError) as caught:
        save(database, team, first.profile_id, '{"a":3}', 1, now)
    assert caught.value.code == "profile_changed"
    assert save(database, team, first.profile_id, '{"a":3}', 2, now).number == 3


def test_two_who_save_at_once_take_turns(database: Database, team: str, first: ProfileVersion, now: datetime) -> None:
    told: list[str] = []

    def one(number: int) -> None:
        try:
            told.append(str(save(database, team, first.profile_id, f'{{"a":{number}}}', 1, now).number))
        except WorkspaceError as error:
            told.append(error.code)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(2, 6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told) == ["2", "profile_changed", "profile_changed", "profile_changed"]


def test_another_team_sees_and_changes_nothing(
    database: Database, other_team: str, first: ProfileVersion, now: datetime
) -> None:
    with pytest.raises(WorkspaceError) as caught:
        save(database, other_team, first.profile_id, "{}", 1, now)
    with database.write() as connection:
        set_archived(connection, other_team, first.profile_id, archived=True, now=now)
        assert find_profile(connection, other_team, first.profile_id) is None
        assert find_version(connection, other_team, first.id) is None
        assert list_versions(connection, other_team, first.profile_id) == ()
        assert list_profiles(connection, other_team) == ()
        assert find_profile(connection, first.team_id, first.profile_id) == first

    assert caught.value.code == "profile_unknown"


def test_a_profile_can_be_put_away_and_taken_back(
    database: Database, team: str, first: ProfileVersion, now: datetime
) -> None:
    with database.write() as connection:
        set_archived(connection, team, first.profile_id, archived=True, now=now)
        assert list_profiles(connection, team) == ()
        assert [one.archived_at for one in list_profiles(connection, team, archived=True)] == [now]
        assert find_version(connection, team, first.id) is not None
        set_archived(connection, team, first.profile_id, archived=False, now=now)
        assert list_profiles(connection, team) == (first,)
