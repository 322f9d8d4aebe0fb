"""How a resume was judged: verdicts, score, gaps and what to study, still pointing into the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.candidate import Proof
from matcher.domain.catalogue import Question, Requirement, RequirementSet, Tip

__all__ = [
    "Assessment",
    "Comparison",
    "Coverage",
    "CoverageCount",
    "Gap",
    "Score",
    "ScoreCap",
    "Shortfall",
    "Status",
    "StudyItem",
    "Verdict",
]


class Status(StrEnum):
    """The three-way summary of a verdict."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"


class Verdict(StrEnum):
    """What the resume says about a requirement."""

    DEMONSTRATED = "demonstrated"
    LISTED = "listed"
    RELATED = "related"
    DISCLAIMED = "disclaimed"
    ABSENT = "absent"


class Shortfall(StrEnum):
    """Why a requirement is not fully met."""

    ABSENT = "absent"
    DENIED = "denied"
    LISTED_ONLY = "listed_only"
    RELATED_ONLY = "related_only"
    TOO_FEW_YEARS = "too_few_years"
    STALE = "stale"
    LOWER_LEVEL = "lower_level"
    SUPERVISED = "supervised"
    STUDY_ONLY = "study_only"
    HOBBY_ONLY = "hobby_only"
    WEAK_CLAIM = "weak_claim"
    LIMITED = "limited"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The judgement on one requirement. ``credit`` is in score points, at most ``weight``; reasons are neutral."""

    requirement: Requirement
    status: Status
    verdict: Verdict
    shortfalls: tuple[Shortfall, ...]
    weight: float
    credit: float
    reason: str
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreCap:
    """A rule that keeps the score from rising above ``limit``, because of what a sum would hide."""

    code: str
    limit: float
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 100: the sum of all credits, less what a cap takes.

    ``value`` is None, with a ``withheld`` code, where too little was read. ``caps`` names every cap that applies.
    """

    value: float | None
    low: float
    high: float
    range_because: tuple[str, ...]
    withheld: str | None
    version: str
    caps: tuple[ScoreCap, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageCount:
    """How many requirements of one importance are met and partly met."""

    met: int
    partial: int
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Must-haves apart from nice-to-haves."""

    required: CoverageCount
    preferred: CoverageCount


@dataclass(frozen=True, slots=True)
class Comparison:
    """One resume against one set of requirements."""

    target: RequirementSet
    assessments: tuple[Assessment, ...]
    score: Score
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement that is not met. ``gain`` is what closing it would add to the score."""

    assessment: Assessment
    rank: int
    short: str
    why: str
    gain: float


@dataclass(frozen=True, slots=True)
class StudyItem:
    """The questions and the tips chosen for one gap."""

    gap: Gap
    questions: tuple[Question, ...]
    tips: tuple[Tip, ...] = ()
