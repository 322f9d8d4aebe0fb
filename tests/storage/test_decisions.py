from __future__ import annotations

from datetime import datetime, timedelta

from matcher.domain.screenings import Choice
from matcher.domain.workspace import User
from matcher.storage.database import Database
from matcher.storage.decisions import (
    add_decision,
    add_note,
    add_unblinding,
    latest_decisions,
    list_decisions,
    list_notes,
    list_unblindings,
    unblinded_items,
)
from matcher.storage.items import list_items
from tests.storage.test_queue import fill


def test_a_later_decision_holds_and_the_earlier_stays(database: Database, user: User, now: datetime) -> None:
    screening = fill(database, user, now, 2)
    with database.write() as connection:
        first, second = list_items(connection, user.team_id, screening)
        for minutes, choice in enumerate((Choice.DECLINE, Choice.ADVANCE)):
            add_decision(
                connection,
                user.team_id,
                first.id,
                choice=choice,
                requirement="kafka",
                reason="We talked.",
                by=user.id,
                now=now + timedelta(minutes=minutes),
            )
        history = list_decisions(connection, user.team_id, first.id)
        latest = latest_decisions(connection, user.team_id, screening)

    assert [one.choice for one in history] == [Choice.ADVANCE, Choice.DECLINE]
    assert latest == {first.id: history[0]}
    assert second.id not in latest
    assert (history[0].requirement, history[0].decided_by) == ("kafka", user.id)


def test_notes_are_kept_in_their_order(database: Database, user: User, now: datetime) -> None:
    screening = fill(database, user, now, 1)
    with database.write() as connection:
        (item,) = list_items(connection, user.team_id, screening)
        for text in ("first", "second", "third"):
            add_note(connection, user.team_id, item.id, text=text, by=user.id, now=now)
        found = list_notes(connection, user.team_id, item.id)

    assert [(one.text, one.written_by) for one in found] == [(text, user.id) for text in ("first", "second", "third")]


def test_the_mask_is_lifted_for_one_candidate(database: Database, user: User, now: datetime) -> None:
    screening = fill(database, user, now, 2)
    with database.write() as connection:
        first, _ = list_items(connection, user.team_id, screening)
        add_unblinding(connection, user.team_id, first.id, reason="To invite.", by=user.id, now=now)

        assert unblinded_items(connection, user.team_id, screening) == {first.id}
        assert [one.reason for one in list_unblindings(connection, user.team_id, first.id)] == ["To invite."]


def test_another_team_sees_none_of_it(database: Database, user: User, other_team: str, now: datetime) -> None:
    screening = fill(database, user, now, 1)
    with database.write() as connection:
        (item,) = list_items(connection, user.team_id, screening)
        add_note(connection, user.team_id, item.id, text="x", by=user.id, now=now)
        add_unblinding(connection, user.team_id, item.id, reason="x", by=user.id, now=now)

        assert list_notes(connection, other_team, item.id) == ()
        assert list_unblindings(connection, other_team, item.id) == ()
        assert list_decisions(connection, other_team, item.id) == ()
        assert unblinded_items(connection, other_team, screening) == frozenset()
        assert latest_decisions(connection, other_team, screening) == {}
