from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from matcher.storage.attempts import WINDOW, begin_attempt, succeed
from matcher.storage.database import Database
from matcher.storage.tables.accounts import login_attempts

HOME = "192.0.2.7"


def attempts(database: Database, login: str, address: str, now: datetime, number: int = 1) -> list[timedelta]:
    """How long each of a number of attempts is told to wait."""
    waits = []
    for _ in range(number):
        with database.write() as connection:
            waits.append(begin_attempt(connection, login, address, now)[1])
    return waits


def test_five_wrong_ones_at_an_account_from_a_place_and_the_sixth_waits(database: Database, now: datetime) -> None:
    waits = attempts(database, "ada", HOME, now, 6)

    assert waits == [timedelta(0)] * 5 + [WINDOW]
    assert attempts(database, "ADA ", HOME, now + timedelta(minutes=5)) == [WINDOW - timedelta(minutes=5)]
    assert attempts(database, "ada", HOME, now + WINDOW) == [timedelta(0)]


def test_the_owner_elsewhere_and_other_accounts_here_go_on(database: Database, now: datetime) -> None:
    attempts(database, "ada", HOME, now, 6)

    assert attempts(database, "ada", "198.51.100.4", now) == [timedelta(0)]
    assert attempts(database, "bo", HOME, now) == [timedelta(0)]


def test_guessing_from_many_places_at_one_account_ends(database: Database, now: datetime) -> None:
    waits = [attempts(database, "ada", f"192.0.2.{number}", now)[0] for number in range(21)]

    assert waits == [timedelta(0)] * 20 + [WINDOW]


def test_guessing_at_many_accounts_from_one_place_ends(database: Database, now: datetime) -> None:
    waits = [attempts(database, f"user{number}", HOME, now)[0] for number in range(31)]

    assert waits == [timedelta(0)] * 30 + [WINDOW]


def test_a_right_one_forgives_the_wrong_ones_before_it_at_this_account_from_here(
    database: Database, now: datetime
) -> None:
    attempts(database, "ada", HOME, now, 4)
    attempts(database, "bo", HOME, now, 5)
    with database.write() as connection:
        number, _ = begin_attempt(connection, "ada", HOME, now)
        succeed(connection, number)

    assert attempts(database, "ada", HOME, now, 5) == [timedelta(0)] * 5
    assert attempts(database, "bo", HOME, now) == [WINDOW]


def test_neither_names_nor_addresses_are_kept_and_nothing_longer_than_the_window(
    database: Database, now: datetime
) -> None:
    attempts(database, "my secret passphrase", HOME, now)
    attempts(database, "bo", HOME, now + WINDOW)
    with database.read() as connection:
        rows = connection.execute(select(login_attempts)).all()

    assert len(rows) == 1
    assert HOME not in str(rows)
    assert "bo" not in {str(value) for value in rows[0]}
