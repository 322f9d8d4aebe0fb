from __future__ import annotations

from datetime import timedelta

from flask import Flask

from matcher.storage.erasure import list_receipts
from matcher.storage.screenings import find_screening
from matcher.web.tidying import Tidying
from tests.storage.test_queue import fill
from tests.web.accounts import Staff
from tests.web.conftest import Clock


def test_what_has_had_its_time_goes_at_the_next_look(app: Flask, staff: Staff, clock: Clock) -> None:
    user = staff.users["recruiter"]
    screening = fill(staff.database, user, clock(), 2)
    tidying = Tidying(app.extensions["matcher.workspace"], clock)
    assert tidying.when_due() == 0
    clock.now += timedelta(days=90)
    assert tidying.when_due() == 1
    with staff.database.read() as connection:
        assert find_screening(connection, user.team_id, screening) is None
        (receipt,) = list_receipts(connection, user.team_id)

    assert receipt.counts["documents"] == 2


def test_it_looks_every_ten_minutes_and_not_at_each_request(app: Flask, staff: Staff, clock: Clock) -> None:
    tidying = Tidying(app.extensions["matcher.workspace"], clock)
    tidying.when_due()
    fill(staff.database, staff.users["recruiter"], clock() - timedelta(days=91), 1)

    assert tidying.when_due() == 0
    clock.now += timedelta(minutes=9)
    assert tidying.when_due() == 0
    clock.now += timedelta(minutes=1)
    assert tidying.when_due() == 1
