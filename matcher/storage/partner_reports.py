"""What vendors told us of answers of ours that they could not use: a monitor of the contract, at no cost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from matcher.storage.ids import new_id
from matcher.storage.tables.partners import partner_reports

__all__ = ["KEPT", "PartnerReport", "list_reports", "note_report"]

KEPT: Final = timedelta(days=90)
_MOST_ERRORS: Final = 20
_LONGEST_ERROR: Final = 200


@dataclass(frozen=True, slots=True)
class PartnerReport:
    """One such report. ``errors`` is a list as JSON."""

    team_id: str
    vendor: str
    call: str
    order_id: str | None
    errors: str
    received_at: datetime


def note_report(
    connection: Connection,
    team: str,
    vendor: str,
    *,
    call: str,
    order: str | None,
    errors: Sequence[str],
    now: datetime,
) -> None:
    """Keep a report, and forget what is older than 90 days."""
    told = [one[:_LONGEST_ERROR] for one in errors[:_MOST_ERRORS]]
    connection.execute(
        insert(partner_reports).values(
            id=new_id("rep"),
            team_id=team,
            vendor=vendor,
            call=call[:60],
            order_id=order[:40] if order else None,
            errors=json.dumps(told, ensure_ascii=False),
            received_at=now,
        )
    )
    connection.execute(delete(partner_reports).where(partner_reports.c.received_at < now - KEPT))


def list_reports(connection: Connection) -> tuple[PartnerReport, ...]:
    """Return the reports of all teams, newest first; for the command line."""
    rows = connection.execute(select(partner_reports).order_by(partner_reports.c.received_at.desc()))
    return tuple(
        PartnerReport(row.team_id, row.vendor, row.call, row.order_id, row.errors, row.received_at) for row in rows
    )
