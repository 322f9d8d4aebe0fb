from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from matcher.storage.database import Database
from matcher.storage.idempotency import KEPT, Call, Seen, StoredAnswer, begin_call, drop_call, finish_call
from matcher.storage.keys import add_key
from matcher.storage.tables.api import idempotency_keys

ANSWER = StoredAnswer(202, '{"Location": "/x"}', '{"id": 1}', "bat_1")


@pytest.fixture
def call(database: Database, team: str, now: datetime) -> Call:
    with database.write() as connection:
        key = add_key(connection, team, "ATS", ["match:write"], created_by="usr_x", now=now)[0].id
    return Call(key, "POST /batches", "ada@example.org", "a" * 64)


def test_a_call_runs_is_done_and_its_answer_is_given_again(database: Database, call: Call, now: datetime) -> None:
    with database.write() as connection:
        assert begin_call(connection, call, now) == (Seen.NEW, None)
        assert begin_call(connection, call, now) == (Seen.RUNNING, None)
        finish_call(connection, call, ANSWER)
        assert begin_call(connection, call, now + KEPT / 2) == (Seen.DONE, ANSWER)
        assert begin_call(connection, call, now + KEPT) == (Seen.NEW, None)


def test_another_request_under_the_same_name_is_told_apart(database: Database, call: Call, now: datetime) -> None:
    with database.write() as connection:
        begin_call(connection, call, now)
        assert begin_call(connection, replace(call, request_sha256="b" * 64), now) == (Seen.OTHER, None)
        assert begin_call(connection, replace(call, route="POST /matches"), now) == (Seen.NEW, None)
        assert begin_call(connection, replace(call, name="b"), now) == (Seen.NEW, None)


def test_a_refused_call_and_one_that_was_left_may_come_again(database: Database, call: Call, now: datetime) -> None:
    with database.write() as connection:
        begin_call(connection, call, now)
        drop_call(connection, call)
        assert begin_call(connection, call, now)[0] is Seen.NEW
        assert begin_call(connection, call, now + timedelta(minutes=4))[0] is Seen.RUNNING
        assert begin_call(connection, call, now + timedelta(minutes=5))[0] is Seen.NEW


def test_of_the_name_the_hash_alone_is_kept(database: Database, call: Call, now: datetime) -> None:
    with database.write() as connection:
        begin_call(connection, call, now)
        row = connection.execute(select(idempotency_keys)).one()
    assert "ada" not in " ".join(str(value) for value in row)
