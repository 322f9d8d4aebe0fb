"""The audit log of a team: rows that are only added, each chained to the one before by its hash.

An entry holds ids, hashes, codes, versions and counts, never names or text, so that erasure leaves the chain whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from matcher.domain.audit_chain import GENESIS, Linked, canonical_json, link, verify
from matcher.domain.workspace import AuditEntry
from matcher.storage.tables.accounts import teams
from matcher.storage.tables.record import audit_log

__all__ = ["PROGRAM", "ChainState", "append_audit", "check_chain", "list_audit"]

PROGRAM = "matcher"
"""Who acts where no person does: a worker that judges, the sweep that erases what has had its time."""


@dataclass(frozen=True, slots=True)
class ChainState:
    """What a check of a chain found: how many entries, the last hash, and what does not fit.

    ``broken_at`` is the sequence number of the first entry that does not fit, ``why`` "link", "content" or "order".
    """

    entries: int
    last_hash: str
    broken_at: int | None = None
    why: str = ""


def append_audit(
    connection: Connection,
    team: str,
    *,
    actor: str,
    action: str,
    subject: str,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> AuditEntry:
    """Add an entry behind the last one, in the transaction of what it tells of: both are kept, or neither.

    Raises:
        ValueError: ``details`` hold a figure with a fraction; write it as text.
    """
    # Two who add at once take turns. The weaker lock lets rows that refer to the team be added meanwhile.
    connection.execute(select(teams.c.id).where(teams.c.id == team).with_for_update(key_share=True))
    last = connection.execute(
        select(audit_log.c.sequence, audit_log.c.hash)
        .where(audit_log.c.team_id == team)
        .order_by(audit_log.c.sequence.desc())
        .limit(1)
    ).one_or_none()
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, GENESIS)
    told = dict(details or {})
    linked = link(previous, _content(team, sequence, now, actor, action, subject, told))
    connection.execute(
        insert(audit_log).values(
            team_id=team,
            sequence=sequence,
            at=now,
            actor_id=actor,
            action=action,
            subject_id=subject,
            details=canonical_json(told),
            previous_hash=linked.previous,
            hash=linked.hash,
        )
    )
    return AuditEntry(team, sequence, now, actor, action, subject, told, linked.previous, linked.hash)


def list_audit(
    connection: Connection, team: str, *, subject: str | None = None, newest: int | None = None
) -> tuple[AuditEntry, ...]:
    """Return a team's entries: the oldest first, or the ``newest`` so many, newest first; ``subject`` chooses some."""
    found = select(audit_log).where(audit_log.c.team_id == team)
    if subject is not None:
        found = found.where(audit_log.c.subject_id == subject)
    if newest is not None:
        found = found.order_by(audit_log.c.sequence.desc()).limit(newest)
    else:
        found = found.order_by(audit_log.c.sequence)
    return tuple(_entry(row) for row in connection.execute(found))


def check_chain(connection: Connection, team: str) -> ChainState:
    """Recompute a team's chain from its first entry and tell whether all of it fits."""
    found = select(audit_log).where(audit_log.c.team_id == team).order_by(audit_log.c.sequence)
    rows = connection.execute(found).all()
    for place, row in enumerate(rows, start=1):
        if row.sequence != place:
            return ChainState(len(rows), rows[-1].hash, row.sequence, "order")
    broken = verify(_linked(rows))
    last = rows[-1].hash if rows else GENESIS
    if broken is None:
        return ChainState(len(rows), last)
    return ChainState(len(rows), last, rows[broken.index].sequence, broken.why)


def _linked(rows: Any) -> Iterator[Linked]:
    for row in rows:
        entry = _entry(row)
        content = _content(
            entry.team_id, entry.sequence, entry.at, entry.actor_id, entry.action, entry.subject_id, entry.details
        )
        yield Linked(content, entry.previous_hash, entry.hash)


def _content(
    team: str, sequence: int, at: datetime, actor: str, action: str, subject: str, details: Mapping[str, object]
) -> Mapping[str, object]:
    return {
        "team": team,
        "sequence": sequence,
        "at": at.astimezone(UTC).isoformat(),
        "actor": actor,
        "action": action,
        "subject": subject,
        "details": details,
    }


def _entry(row: Row[Any]) -> AuditEntry:
    details = json.loads(row.details)
    return AuditEntry(
        row.team_id,
        row.sequence,
        row.at,
        row.actor_id,
        row.action,
        row.subject_id,
        details,
        row.previous_hash,
        row.hash,
    )
