from __future__ import annotations

import json
from datetime import datetime

from matcher.domain.workspace import User
from matcher.storage.audit import append_audit
from matcher.storage.database import Database
from matcher.storage.decisions import add_note
from matcher.storage.held import held_about
from matcher.storage.items import list_items
from tests.storage.test_erasure import NAME, read
from tests.storage.test_queue import fill


def test_all_of_one_person_and_nothing_of_others(database: Database, user: User, now: datetime) -> None:
    screening = fill(database, user, now, 2)
    with database.read() as connection:
        first, second = list_items(connection, user.team_id, screening)
    for words, item in (("a", first), ("b", second)):
        read(database, user.team_id, item.document_id, now, words=words)
    with database.write() as connection:
        for item in (first, second):
            add_note(connection, user.team_id, item.id, text=f"about {item.id}", by=user.id, now=now)
            append_audit(connection, user.team_id, actor=user.id, action="note", subject=item.id, now=now)
        held = held_about(connection, user.team_id, first.document_id)

    assert {name: len(rows) for name, rows in held.items()} == {
        "candidates": 0, "documents": 1, "skills": 0, "results": 1, "decisions": 0, "notes": 1, "unblindings": 0,
        "audit_log": 1,
    }  # fmt: skip
    assert held["documents"][0].pop("reading").startswith(NAME.encode())
    told = json.dumps(held)
    assert first.id in told
    assert second.id not in told


def test_of_another_team_nothing_is_told(database: Database, user: User, other_team: str, now: datetime) -> None:
    screening = fill(database, user, now, 1)
    with database.read() as connection:
        (item,) = list_items(connection, user.team_id, screening)

        assert held_about(connection, other_team, item.document_id) is None
