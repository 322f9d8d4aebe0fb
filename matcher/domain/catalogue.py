"""The taxonomy's records; a job description turns into the same ``RequirementSet`` as a role profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

__all__ = [
    "Alias",
    "AmbiguityRule",
    "Criteria",
    "Crosswalk",
    "DegreeDemand",
    "Importance",
    "Policy",
    "Question",
    "QuestionId",
    "QuestionKind",
    "QuoteSpan",
    "Requirement",
    "RequirementId",
    "RequirementKind",
    "RequirementSet",
    "Role",
    "RoleId",
    "SignalId",
    "Skill",
    "SkillId",
    "Source",
    "SourceId",
    "Tip",
]

SkillId = NewType("SkillId", str)
RequirementId = NewType("RequirementId", str)
RoleId = NewType("RoleId", str)
QuestionId = NewType("QuestionId", str)
SignalId = NewType("SignalId", str)
SourceId = NewType("SourceId", str)


@dataclass(frozen=True, slots=True)
class AmbiguityRule:
    """How to tell the technology from the everyday word. All words are compared in lower case, by whole word.

    Args:
        needs_company: the alias counts only with support: another plain skill in the same list or statement,
            a skills section, a ``near`` word, or an ``after``/``before`` word beside it.
        case_sensitive: must be written as given, except in lists of skills and in lines set in capitals.
        near: words of the same statement that speak for the technology.
        not_near: words of the same statement that speak for the other sense.
        after: words directly before the mention that speak for it ("in Go").
        before: words directly after the mention that speak for it ("Go services").
        not_after: words directly before the mention that rule it out ("ready to go").
        not_before: words directly after the mention that rule it out ("go to market").
    """

    needs_company: bool = False
    case_sensitive: bool = False
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of writing a skill's name; ``rule`` is None where the text can mean nothing else."""

    text: str
    rule: AmbiguityRule | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing that a person can know, with its vendor's spelling as ``name``.

    ``broader``: knowing this is knowing that too (Spring Boot is Spring). ``implies``: using this takes that
    (EKS takes Kubernetes and AWS). Both give evidence by implication. ``related`` neighbours give half.
    ``aliases`` begin with the name itself.
    """

    id: SkillId
    name: str
    area: str
    aliases: tuple[Alias, ...]
    kind: str = "technology"
    broader: tuple[SkillId, ...] = ()
    implies: tuple[SkillId, ...] = ()
    related: tuple[SkillId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    spelling: bool = True


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What other classifications call the same skill.

    ``esco`` is the URI of a concept of ESCO; ``onet_title`` an example of the O*NET Technology Skills table, and
    ``onet_code`` the UNSPSC commodity under which that table has it. None where there is none, or none was verified.
    """

    esco: str | None = None
    onet_code: str | None = None
    onet_title: str | None = None


class Importance(StrEnum):
    """How much a role asks for something."""

    REQUIRED = "required"
    PREFERRED = "preferred"


class RequirementKind(StrEnum):
    """By what a requirement is judged."""

    SKILLS = "skills"
    EXPERIENCE = "experience"
    DEGREE = "degree"
    CERTIFICATE = "certificate"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Criteria:
    """What each verdict means for one requirement, in plain words that a report can show."""

    met: str
    partial: str
    missing: str


@dataclass(frozen=True, slots=True)
class DegreeDemand:
    """A degree that a job asks for: "bachelor", "master" or "doctorate", and whether experience may stand in."""

    level: str
    required: bool
    equivalent_ok: bool


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Where a job description asks for something: the sentence and its range in the job's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that is asked for.

    ``any_of`` are alternatives: one of them is enough. ``related`` skills give partial evidence. ``signals`` are
    ways of working, found by cue words. ``min_years`` of None means that no length is asked.
    ``level`` is the lowest ``Level`` name that meets it: "listed", "used", "owned" or "led".
    """

    id: RequirementId
    label: str
    importance: Importance
    kind: RequirementKind = RequirementKind.SKILLS
    any_of: tuple[SkillId, ...] = ()
    related: tuple[SkillId, ...] = ()
    signals: tuple[SignalId, ...] = ()
    level: str = "used"
    min_years: float | None = None
    partial_years: float | None = None
    weight: float = 1.0
    criteria: Criteria | None = None
    checklist: tuple[str, ...] = ()
    sources: tuple[SourceId, ...] = ()
    quote: QuoteSpan | None = None


@dataclass(frozen=True, slots=True)
class RequirementSet:
    """All that a role profile or a job description asks for."""

    title: str
    requirements: tuple[Requirement, ...]
    role: RoleId | None = None
    level: str | None = None
    min_years: float | None = None
    degree: DegreeDemand | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A role profile. ``seniority`` is junior, mid, senior, lead or any."""

    id: RoleId
    title: str
    seniority: str
    summary: str
    requirements: tuple[Requirement, ...]
    sources: tuple[SourceId, ...] = ()


class QuestionKind(StrEnum):
    """What a question tests."""

    TECHNICAL = "technical"
    DESIGN = "design"
    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    PROBLEM_SOLVING = "problem-solving"


@dataclass(frozen=True, slots=True)
class Question:
    """One study card. ``prepare`` holds what to make ready for a behavioural answer told as a STAR story."""

    id: QuestionId
    prompt: str
    kind: QuestionKind
    answer_points: tuple[str, ...]
    requirements: tuple[RequirementId, ...] = ()
    skills: tuple[SkillId, ...] = ()
    levels: tuple[str, ...] = ()
    lead_adds: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    example: str | None = None
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Tip:
    """A piece of advice for preparing, tied to where it helps.

    ``requirements`` are those whose gaps it helps with, ``verdicts`` the names of the judgements that call for it, and
    ``kinds`` the kinds of question that it prepares for. One with none of these helps with every interview. ``when`` is
    before, resume, during, after or interviewer; the last is for those who ask.
    """

    id: str
    text: str
    when: str
    requirements: tuple[RequirementId, ...] = ()
    verdicts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement of the taxonomy comes from."""

    id: SourceId
    title: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers of judgement, by name; each is documented with its reason in ``policy.yaml``."""

    values: Mapping[str, float] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float:
        return self.values[name]
