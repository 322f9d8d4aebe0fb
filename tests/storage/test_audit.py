from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, update

from matcher.domain.audit_chain import GENESIS
from matcher.storage.audit import append_audit, check_chain, list_audit
from matcher.storage.database import Database
from matcher.storage.tables.record import audit_log


def add(database: Database, team: str, now: datetime, *actions: str) -> None:
    with database.write() as connection:
        for action in actions:
            append_audit(connection, team, actor="usr_1", action=action, subject="scr_1", now=now, details={"files": 3})


def test_each_entry_takes_in_the_one_before(database: Database, team: str, now: datetime) -> None:
    add(database, team, now, "screening_made", "decision")
    with database.read() as connection:
        first, second = list_audit(connection, team)
        newest = list_audit(connection, team, newest=1)
        state = check_chain(connection, team)

    assert (first.previous_hash, second.previous_hash) == (GENESIS, first.hash)
    assert newest == (second,)
    assert (state.entries, state.last_hash, state.broken_at) == (2, second.hash, None)


def test_teams_have_chains_of_their_own(database: Database, team: str, other_team: str, now: datetime) -> None:
    add(database, team, now, "decision")
    add(database, other_team, now, "decision")
    with database.read() as connection:
        (mine,), (theirs,) = list_audit(connection, team), list_audit(connection, other_team)
        found = list_audit(connection, team, subject="scr_2")

    assert (mine.sequence, theirs.sequence, found) == (1, 1, ())
    assert mine.hash != theirs.hash


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"action": "note"}, "content"),
        ({"details": '{"files":4}'}, "content"),
        ({"actor_id": "usr_2"}, "content"),
        ({"at": datetime.fromisoformat("2026-11-20T21:11:00+00:00")}, "content"),
        ({"previous_hash": "0" * 63 + "1"}, "link"),
        ({"hash": "f" * 64}, "content"),
    ],
)
def test_any_change_is_found(change: dict[str, object], why: str, database: Database, team: str, now: datetime) -> None:
    add(database, team, now, "screening_made", "decision", "export")
    with database.write() as connection:
        connection.execute(update(audit_log).where(audit_log.c.sequence == 2).values(change))
        state = check_chain(connection, team)

    assert (state.broken_at, state.why) == (2, why)


def test_an_entry_that_is_gone_is_found(database: Database, team: str, now: datetime) -> None:
    add(database, team, now + timedelta(seconds=1), "screening_made", "decision", "export")
    with database.write() as connection:
        connection.execute(delete(audit_log).where(audit_log.c.sequence == 2))
        state = check_chain(connection, team)

    assert (state.broken_at, state.why) == (3, "order")


def test_an_empty_chain_holds(database: Database, team: str) -> None:
    with database.read() as connection:
        assert check_chain(connection, team).last_hash == GENESIS
