"""Matches that programs asked for: kept with their report until they are erased or their time is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from matcher.domain.screenings import ItemStatus
from matcher.storage.ids import new_id
from matcher.storage.tables.api import api_batches, api_matches, idempotency_keys
from matcher.storage.tables.partners import partner_orders
from matcher.storage.tables.people import documents
from matcher.storage.webhooks import tell

__all__ = ["StoredMatch", "delete_match", "erase_expired", "find_match", "keep_match", "match_anyhow", "match_of"]


@dataclass(frozen=True, slots=True)
class StoredMatch:
    """One resume against one target. ``report`` or ``problem`` is there once it is done, as JSON."""

    id: str
    team_id: str
    external_id: str | None
    batch_id: str | None
    document_id: str | None
    position: int
    status: ItemStatus
    attempts: int
    target: str
    as_of: date
    created_at: datetime
    expires_at: datetime
    report: str | None = None
    problem: str | None = None


def keep_match(
    connection: Connection,
    team: str,
    *,
    key: str,
    external_id: str | None,
    document: str | None,
    target: str,
    as_of: date,
    report: str,
    now: datetime,
    expires_at: datetime,
) -> str:
    """Keep a match that was answered at once; returns its id."""
    match = new_id("match")
    connection.execute(
        insert(api_matches).values(
            id=match,
            team_id=team,
            key_id=key,
            external_id=external_id,
            document_id=document,
            target=target,
            as_of=as_of,
            status=ItemStatus.DONE,
            attempts=1,
            run_after=now,
            created_at=now,
            finished_at=now,
            expires_at=expires_at,
            report=report,
        )
    )
    tell(connection, team, "match.completed", match, now)
    return match


def find_match(connection: Connection, team: str, match: str, now: datetime) -> StoredMatch | None:
    """Return a match of a team that is done, None if there is none or its time is over."""
    row = connection.execute(
        select(api_matches).where(
            api_matches.c.id == match,
            api_matches.c.team_id == team,
            api_matches.c.expires_at > now,
            api_matches.c.report.is_not(None),
        )
    ).one_or_none()
    return None if row is None else match_of(row)


def match_anyhow(connection: Connection, team: str, match: str) -> StoredMatch | None:
    """Return a match of a team in whatever state it is."""
    found = select(api_matches).where(api_matches.c.id == match, api_matches.c.team_id == team)
    row = connection.execute(found).one_or_none()
    return None if row is None else match_of(row)


def delete_match(connection: Connection, team: str, match: str) -> bool:
    """Erase a match with its order, its document if nothing else rests on it, and kept answers; tell whether it was."""
    row = connection.execute(
        select(api_matches.c.document_id).where(api_matches.c.id == match, api_matches.c.team_id == team)
    ).one_or_none()
    if row is None:
        return False
    connection.execute(delete(partner_orders).where(partner_orders.c.match_id == match))
    connection.execute(delete(api_matches).where(api_matches.c.id == match))
    connection.execute(delete(idempotency_keys).where(idempotency_keys.c.subject_id == match))
    if row.document_id is not None:
        rests = select(api_matches.c.id).where(api_matches.c.document_id == row.document_id).exists()
        connection.execute(delete(documents).where(documents.c.id == row.document_id, ~rests))
    return True


def erase_expired(connection: Connection, now: datetime) -> int:
    """Erase what programs sent and whose time is over; returns how many rows that were."""
    done = connection.execute(delete(partner_orders).where(partner_orders.c.expires_at <= now)).rowcount
    done += connection.execute(delete(api_matches).where(api_matches.c.expires_at <= now)).rowcount
    done += connection.execute(delete(api_batches).where(api_batches.c.expires_at <= now)).rowcount
    done += connection.execute(
        delete(documents).where(documents.c.expires_at <= now, documents.c.source.in_(("api", "partner")))
    ).rowcount
    done += connection.execute(delete(idempotency_keys).where(idempotency_keys.c.expires_at <= now)).rowcount
    return done


def match_of(row: Row[Any]) -> StoredMatch:
    """Return the record of a row."""
    return StoredMatch(
        row.id, row.team_id, row.external_id, row.batch_id, row.document_id, row.position, ItemStatus(row.status),
        row.attempts, row.target, row.as_of, row.created_at, row.expires_at, row.report, row.problem,
    )  # fmt: skip
