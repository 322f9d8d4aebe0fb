"""The people behind documents: whose a document is, the candidates that are kept for later, and their skills."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, or_, select, update

from matcher.domain.people import KnownSkill, PooledCandidate, SkillWish
from matcher.storage.ids import new_id
from matcher.storage.tables.people import candidates, document_skills, documents

__all__ = ["Person", "keep_candidate", "keep_skills", "list_pool", "person_of", "search_pool"]

_LONGEST_LABEL = 255


@dataclass(frozen=True, slots=True)
class Person:
    """All that is one person's: documents of the same bytes or words, and those of the same candidate."""

    documents: frozenset[str]
    candidates: frozenset[str]


def person_of(connection: Connection, team: str, document: str) -> Person | None:
    """Return whose a document is; None if the team has no such document."""
    found = connection.execute(
        select(documents.c.sha256, documents.c.text_sha256).where(
            documents.c.id == document, documents.c.team_id == team
        )
    ).one_or_none()
    if found is None:
        return None
    same = documents.c.sha256 == found.sha256
    if found.text_sha256:
        same = same | (documents.c.text_sha256 == found.text_sha256)
    mine = documents.c.team_id == team
    copies = connection.execute(select(documents.c.id, documents.c.candidate_id).where(mine, same)).all()
    people = frozenset(row.candidate_id for row in copies if row.candidate_id)
    theirs = connection.scalars(select(documents.c.id).where(mine, documents.c.candidate_id.in_(people)))
    return Person(frozenset({row.id for row in copies} | set(theirs)), people)


def keep_candidate(
    connection: Connection,
    team: str,
    document: str,
    *,
    label: str,
    consent_on: date,
    now: datetime,
    expires_at: datetime,
) -> str | None:
    """Keep the person of a document in the pool, who agreed to it; None if the team has no such document.

    Whoever is in it already gets the new consent and the new day. The documents live as long as the candidate.
    """
    person = person_of(connection, team, document)
    if person is None:
        return None
    values = {"label": label[:_LONGEST_LABEL], "pooled": True, "consent_on": consent_on, "expires_at": expires_at}
    if person.candidates:
        candidate = min(person.candidates)
        connection.execute(update(candidates).where(candidates.c.id == candidate).values(values))
    else:
        candidate = new_id("cnd")
        connection.execute(insert(candidates).values(id=candidate, team_id=team, created_at=now, **values))
    theirs = documents.c.id.in_(person.documents)
    connection.execute(update(documents).where(theirs).values(candidate_id=candidate))
    connection.execute(
        update(documents).where(theirs, documents.c.expires_at < expires_at).values(expires_at=expires_at)
    )
    return candidate


def keep_skills(connection: Connection, team: str, document: str, skills: Iterable[KnownSkill]) -> None:
    """Store the skills that a document shows, in the place of what an earlier reading found."""
    connection.execute(
        delete(document_skills).where(document_skills.c.document_id == document, document_skills.c.team_id == team)
    )
    rows = [{"document_id": document, "team_id": team, **asdict(one)} for one in skills]
    if rows:
        connection.execute(insert(document_skills), rows)


def list_pool(connection: Connection, team: str, *, only: Collection[str] | None = None) -> tuple[PooledCandidate, ...]:
    """Return the candidates of a team's pool with the skills of the document that was read last, the newest first."""
    found = (
        select(candidates, documents.c.id.label("document_id"))
        .join(documents, documents.c.candidate_id == candidates.c.id)
        .where(candidates.c.team_id == team, candidates.c.pooled.is_(True), documents.c.reading.is_not(None))
        .order_by(candidates.c.created_at.desc(), candidates.c.id, documents.c.read_at.desc(), documents.c.id)
    )
    if only is not None:
        found = found.where(candidates.c.id.in_(only))
    # The first row of a candidate is of the document that was read last.
    latest: dict[str, object] = {}
    for row in connection.execute(found):
        latest.setdefault(row.id, row)
    skills = _skills(connection, team, [row.document_id for row in latest.values()])  # type: ignore[attr-defined]
    return tuple(_pooled(row, skills) for row in latest.values())


def search_pool(connection: Connection, team: str, wishes: Sequence[SkillWish]) -> tuple[PooledCandidate, ...]:
    """Return the candidates of the pool whose documents fulfil every wish; those with most months of them first."""
    fitting = set(connection.scalars(select(candidates.c.id).where(candidates.c.team_id == team)))
    months: dict[str, int] = defaultdict(int)
    for wish in wishes:
        found = (
            select(documents.c.candidate_id, func.max(document_skills.c.months).label("most"))
            .join(document_skills, document_skills.c.document_id == documents.c.id)
            .where(documents.c.team_id == team, documents.c.candidate_id.is_not(None), _fulfils(wish))
            .group_by(documents.c.candidate_id)
        )
        rows = connection.execute(found).all()
        fitting &= {row.candidate_id for row in rows}
        for row in rows:
            months[row.candidate_id] += row.most or 0
    pooled = list_pool(connection, team, only=fitting)
    return tuple(sorted(pooled, key=lambda one: -months[one.id]))


def _fulfils(wish: SkillWish) -> ColumnElement[bool]:
    columns = document_skills.c
    parts: list[ColumnElement[bool]] = [columns.skill.in_(wish.any_of)]
    if wish.months:
        parts.append(columns.months >= wish.months)
    if wish.since is not None:
        parts.append(or_(columns.last_used >= wish.since, columns.last_used.is_(None)))
    return and_(*parts)


def _skills(connection: Connection, team: str, wanted: Collection[str]) -> dict[str, list[KnownSkill]]:
    found = select(document_skills).where(document_skills.c.team_id == team, document_skills.c.document_id.in_(wanted))
    skills: dict[str, list[KnownSkill]] = defaultdict(list)
    for row in connection.execute(found.order_by(document_skills.c.months.desc(), document_skills.c.skill)):
        skills[row.document_id].append(KnownSkill(row.skill, row.level, row.months, row.last_used))
    return skills


def _pooled(row: object, skills: dict[str, list[KnownSkill]]) -> PooledCandidate:
    values = {name: getattr(row, name) for name in PooledCandidate.__slots__ if name != "skills"}
    # Databases disagree on where nothing stands in an order.
    known = sorted(skills.get(values["document_id"], ()), key=lambda one: (-(one.months or 0), one.skill))
    return PooledCandidate(**values, skills=tuple(known))
