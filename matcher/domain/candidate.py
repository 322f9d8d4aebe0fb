"""What the resume shows: mentions, positions, education, and the evidence that rests on them.

There is no field for age, sex, photo, nationality or family, on purpose. ``Contact`` serves the parse
command alone and never enters a profile or a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from matcher.domain.catalogue import SignalId, SkillId
from matcher.domain.dates import PartialDate
from matcher.domain.document import SectionKind, Span

__all__ = [
    "Assertion",
    "CandidateProfile",
    "Certificate",
    "Contact",
    "Context",
    "Degree",
    "Education",
    "ExplainedName",
    "Level",
    "MatchMethod",
    "Position",
    "Proof",
    "SignalEvidence",
    "SkillEvidence",
    "SkillMention",
    "Strength",
    "UnrecognisedName",
]


class MatchMethod(StrEnum):
    """How a mention was recognised."""

    EXACT = "exact"
    SPELLING = "spelling"


class Assertion(StrEnum):
    """Whose the skill is, by what the writer says. Only CLAIMED ones are the writer's own."""

    CLAIMED = "claimed"
    NEGATED = "negated"
    LEARNING = "learning"
    OTHERS = "others"


class Strength(StrEnum):
    """How strongly a claim is made; WEAK for "familiar with", "exposure to", "basic"."""

    PLAIN = "plain"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class SkillMention:
    """One place in the text that names a skill. ``similarity`` is 1.0 for exact matches, else 0 to 1."""

    skill: SkillId
    span: Span
    section: SectionKind
    method: MatchMethod = MatchMethod.EXACT
    similarity: float = 1.0
    assertion: Assertion = Assertion.CLAIMED
    strength: Strength = Strength.PLAIN
    version: str | None = None


@dataclass(frozen=True, slots=True)
class UnrecognisedName:
    """A name that stands where a skill would and that the taxonomy lacks. Shown to readers, never judged."""

    span: Span
    section: SectionKind


@dataclass(frozen=True, slots=True)
class ExplainedName:
    """A place that may name a skill, with the rule that kept or dropped it.

    ``considered`` are the skills that are written so; ``kept`` is the one that was taken, None where none was.
    """

    text: str
    span: Span
    considered: tuple[SkillId, ...]
    kept: SkillId | None
    rule: str
    assertion: Assertion = Assertion.CLAIMED


@dataclass(frozen=True, slots=True)
class Contact:
    """Who the resume is from, as read. For the parse command only."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One job at one employer. ``span`` is head and body; ``head`` the lines with title, company and dates.

    ``end`` is None while ``current`` is true, or when the text gives no end.
    """

    title: str | None
    company: str | None
    span: Span
    head: Span
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False


class Degree(IntEnum):
    """Levels of education, ordered."""

    NONE = 0
    DIPLOMA = 1
    ASSOCIATE = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5


@dataclass(frozen=True, slots=True)
class Education:
    """One entry of the education section. ``degree`` and ``field`` are as written; ``level`` is what they mean.

    ``told`` is the statement that names the degree, without the school, for judging the field of study.
    """

    degree: str | None
    institution: str | None
    span: Span
    field: str | None = None
    level: Degree = Degree.NONE
    end: PartialDate | None = None
    finished: bool = True
    told: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate named by the resume; ``skill`` is its taxonomy entry where it has one.

    ``lapsed`` tells that the resume itself says it holds no longer.
    """

    name: str
    span: Span
    skill: SkillId | None = None
    year: int | None = None
    lapsed: bool = False


class Context(StrEnum):
    """Where a piece of evidence stands: what kind of doing it shows."""

    WORK = "work"
    INTERNSHIP = "internship"
    PROJECT = "project"
    STUDY = "study"
    RESEARCH = "research"
    HOBBY = "hobby"
    SUMMARY = "summary"
    LIST = "list"
    OTHER = "other"


class Level(IntEnum):
    """What can be seen in the text, ordered; not a guess at mastery."""

    LISTED = 0
    USED = 1
    OWNED = 2
    LED = 3


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: the whole statement, and where in it the skill or signal stands.

    Args:
        statement: the bullet or sentence.
        hit: the mention inside the statement.
        skill: the skill that is named there; for evidence by implication the narrower one (EKS for Kubernetes).
        context: what kind of doing the statement belongs to.
        level: what the statement's verbs show.
        assertion: whose it is.
        strength: how strongly it is claimed.
        position: index into ``CandidateProfile.positions``, where the statement belongs to one.
        last_used: the month the evidence reaches to, where known.
        grade: what the cue of a signal is worth, "met" or "partial"; empty for skills.
        limits: what weakens the statement beside its context: "supervised".
    """

    statement: Span
    hit: Span
    section: SectionKind
    context: Context
    level: Level = Level.USED
    assertion: Assertion = Assertion.CLAIMED
    strength: Strength = Strength.PLAIN
    skill: SkillId | None = None
    position: int | None = None
    last_used: PartialDate | None = None
    grade: str = ""
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillEvidence:
    """All that the resume says about one skill, best proof first.

    ``months`` is the union of the positions in which it is shown; None means that the text does not say, never zero.
    """

    skill: SkillId
    proofs: tuple[Proof, ...]
    months: int | None = None
    last_used: PartialDate | None = None
    level: Level = Level.LISTED


@dataclass(frozen=True, slots=True)
class SignalEvidence:
    """What the resume shows of a way of working (leading, mentoring, documenting), best proof first.

    ``grade`` is "met" or "partial", by the strongest cue that was found.
    """

    signal: SignalId
    grade: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class CandidateProfile:
    """What one resume shows. ``months`` is all dated work, ``backend_months`` what counts as back-end work.

    ``trades`` names for each position what kind of work it was: backend, neighbour, software, frontend, test,
    analysis, research, internship or other. ``stated_months`` is what the writer says in words, where no job is dated,
    and ``stated_proof`` where.
    """

    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    skills: Mapping[SkillId, SkillEvidence] = field(default_factory=dict)
    signals: Mapping[SignalId, SignalEvidence] = field(default_factory=dict)
    months: int | None = None
    backend_months: int | None = None
    neighbour_months: int | None = None
    backend_last: PartialDate | None = None
    backend_proofs: tuple[Proof, ...] = ()
    trades: tuple[str, ...] = ()
    stated_months: int | None = None
    stated_proof: Proof | None = None
