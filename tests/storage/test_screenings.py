from __future__ import annotations

from datetime import datetime, timedelta

from matcher.domain.screenings import ScreeningProgress
from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.items import claim_item
from matcher.storage.screenings import cancel_screening, find_screening, list_screenings, progress_of
from tests.storage.test_queue import fill


def test_screenings_are_listed_newest_first_with_their_progress(
    database: Database, user: User, other_team: str, now: datetime
) -> None:
    old = fill(database, user, now, 2)
    new = fill(database, user, now + timedelta(hours=1), 1)
    with database.write() as connection:
        claim_item(connection, owner="wrk_a", now=now)
        listed = list_screenings(connection, user.team_id)
        assert [screening.id for screening, _ in listed] == [new, old]
        assert listed[1][1] == ScreeningProgress(total=2, queued=1, running=1, done=0, failed=0, cancelled=0)
        assert not listed[1][1].finished
        assert list_screenings(connection, other_team) == ()
        assert find_screening(connection, other_team, old) is None
        assert find_screening(connection, user.team_id, old).created_at == now


def test_cancelling_takes_back_what_waits(database: Database, user: User, other_team: str, now: datetime) -> None:
    screening = fill(database, user, now, 3)
    with database.write() as connection:
        claim_item(connection, owner="wrk_a", now=now)
        assert cancel_screening(connection, other_team, screening, now=now) == 0
        assert cancel_screening(connection, user.team_id, screening, now=now) == 2
        progress = progress_of(connection, user.team_id, screening)
        assert find_screening(connection, user.team_id, screening).cancelled_at == now
    assert (progress.running, progress.cancelled) == (1, 2)
