"""Candidates that a team keeps for later, and the skills by which they are found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["KnownSkill", "PooledCandidate", "SkillWish"]


@dataclass(frozen=True, slots=True)
class KnownSkill:
    """A skill that a document shows: how well, for how many months, and when last; None where it does not say."""

    skill: str
    level: int
    months: int | None
    last_used: date | None


@dataclass(frozen=True, slots=True)
class SkillWish:
    """What is searched for: one of ``any_of``, at least so long, not longer ago than ``since``."""

    any_of: tuple[str, ...]
    months: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PooledCandidate:
    """A candidate of the pool. ``consent_on`` is the day on which the person agreed to be kept."""

    id: str
    team_id: str
    label: str
    consent_on: date | None
    created_at: datetime
    expires_at: datetime
    document_id: str
    skills: tuple[KnownSkill, ...] = ()
