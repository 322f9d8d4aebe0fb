"""Attempts to log in: so many wrong ones from one place or for one account, and the next has to wait."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from matcher.storage.accounts import login_key
from matcher.storage.tables.accounts import login_attempts

__all__ = ["WINDOW", "begin_attempt", "succeed"]

WINDOW: Final = timedelta(minutes=15)
# Wrong attempts within the window. The first is for one account from one address: a person who mistypes has five. The
# others are wider, so that guessing from many addresses, or at many accounts, ends too; and so that nobody can lock a
# colleague out from his own address with a handful of wrong passwords. OWASP ASVS 4.0.3, 2.2.1: not more than 100
# failed attempts an hour at one account.
_FROM_ONE_ADDRESS_AT_ONE_ACCOUNT: Final = 5
_AT_ONE_ACCOUNT: Final = 20
_FROM_ONE_ADDRESS: Final = 30


def begin_attempt(connection: Connection, login: str, address: str, now: datetime) -> tuple[int | None, timedelta]:
    """Count an attempt as a wrong one before it is looked at, so that attempts side by side count too.

    Returns:
        The number of the attempt, None if it must not be looked at; and how long to wait then. It does not tell
        whether there is such an account: names of nobody are counted in the same way.
    """
    connection.execute(delete(login_attempts).where(login_attempts.c.at <= now - WINDOW))
    account, place = _digest("account", login_key(login)), _digest("address", address)
    by_account = login_attempts.c.account_sha256 == account
    by_place = login_attempts.c.address_sha256 == place
    limits: tuple[tuple[ColumnElement[bool], int], ...] = (
        (by_account & by_place, _FROM_ONE_ADDRESS_AT_ONE_ACCOUNT),
        (by_account, _AT_ONE_ACCOUNT),
        (by_place, _FROM_ONE_ADDRESS),
    )
    wait = max(_wait(connection, rows, most, now) for rows, most in limits)
    if wait > timedelta(0):
        return None, wait
    row = connection.execute(
        insert(login_attempts)
        .values(account_sha256=account, address_sha256=place, at=now, succeeded=False)
        .returning(login_attempts.c.id)
    )
    return row.scalar_one(), timedelta(0)


def succeed(connection: Connection, attempt: int) -> None:
    """Take an attempt for a right one; wrong ones before it at this account from this address are forgiven."""
    row = connection.execute(select(login_attempts).where(login_attempts.c.id == attempt)).one()
    connection.execute(
        update(login_attempts)
        .where(
            login_attempts.c.account_sha256 == row.account_sha256,
            login_attempts.c.address_sha256 == row.address_sha256,
        )
        .values(succeeded=True)
    )


def _wait(connection: Connection, rows: ColumnElement[bool], most: int, now: datetime) -> timedelta:
    """Return how long until fewer than ``most`` wrong attempts lie in the window."""
    moments = connection.scalars(
        select(login_attempts.c.at)
        .where(rows, login_attempts.c.succeeded.is_(False))
        .order_by(login_attempts.c.at.desc())
        .limit(most)
    ).all()
    return moments[-1] + WINDOW - now if len(moments) == most else timedelta(0)


def _digest(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value}".encode()).hexdigest()
