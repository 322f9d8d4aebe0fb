from __future__ import annotations

import json
from datetime import datetime, timedelta

from matcher.storage.database import Database
from matcher.storage.partner_reports import KEPT, list_reports, note_report


def test_reports_are_bounded_and_forgotten(database: Database, team: str, now: datetime) -> None:
    with database.write() as connection:
        note_report(connection, team, "greenhouse", call="c" * 99, order="o" * 99, errors=["x" * 999] * 30, now=now)
        [kept] = list_reports(connection)
        assert (kept.team_id, kept.call, kept.order_id, kept.received_at) == (team, "c" * 60, "o" * 40, now)
        assert json.loads(kept.errors) == ["x" * 200] * 20
        note_report(
            connection, team, "greenhouse", call="new", order=None, errors=[], now=now + KEPT + timedelta(days=1)
        )
        assert [one.call for one in list_reports(connection)] == ["new"]
