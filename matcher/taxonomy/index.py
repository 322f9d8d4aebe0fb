"""The loaded taxonomy and its look-ups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matcher.domain.catalogue import (
    Crosswalk,
    Policy,
    Question,
    QuestionId,
    Requirement,
    RequirementId,
    Role,
    RoleId,
    SignalId,
    Skill,
    SkillId,
    Source,
    SourceId,
    Tip,
)
from matcher.domain.document import SectionKind
from matcher.errors import ErrorCode, InputError

__all__ = ["AssertionCue", "Lexicon", "Signal", "Taxonomy"]


@dataclass(frozen=True, slots=True)
class AssertionCue:
    """A phrase that tells whose a skill is. ``group`` is negated, learning, others, weak, claimed, despite or owned."""

    text: str
    group: str
    direction: str
    reach: str


@dataclass(frozen=True, slots=True)
class Signal:
    """A way of working and its cue phrases (see ``lexicon_schema.SignalEntry`` for their language)."""

    id: SignalId
    label: str
    met: tuple[str, ...]
    partial: tuple[str, ...]
    not_near: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists that the stages read by.

    ``words`` maps "file.list" to its words, for example ``words["date_words.present"]``.
    """

    headings: Mapping[str, SectionKind]
    cues: tuple[AssertionCue, ...]
    terminators: tuple[str, ...]
    signals: Mapping[SignalId, Signal]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Everything Matcher knows, checked. Build it with ``loader.load_taxonomy``.

    ``folder`` is where it was read from; the weights of the statement model are loaded from there.
    """

    version: str
    hash: str
    skills: Mapping[SkillId, Skill]
    areas: Mapping[str, str]
    requirements: Mapping[RequirementId, Requirement]
    roles: Mapping[RoleId, Role]
    questions: Mapping[QuestionId, Question]
    sources: Mapping[SourceId, Source]
    tips: tuple[Tip, ...]
    policy: Policy
    lexicon: Lexicon
    crosswalk: Mapping[SkillId, Crosswalk] = field(default_factory=dict)
    _implied: Mapping[SkillId, tuple[SkillId, ...]] = field(default_factory=dict)
    folder: Path | None = field(default=None, compare=False)

    def role(self, role_id: str) -> Role:
        """Return a role profile.

        Raises:
            InputError: ``role_unknown``.
        """
        role = self.roles.get(RoleId(role_id))
        if role is None:
            known = ", ".join(self.roles)
            raise InputError(ErrorCode.ROLE_UNKNOWN, "There is no role with this name.", f"Choose one of: {known}.")
        return role

    def implied_by(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return every skill that this one shows too, by broader and implies, nearest first, without itself."""
        return self._implied.get(skill, ())

    def questions_for_requirement(self, requirement: RequirementId) -> tuple[Question, ...]:
        """Return the cards that study a requirement, in the order of the data."""
        return tuple(q for q in self.questions.values() if requirement in q.requirements)

    def general_tips(self) -> tuple[Tip, ...]:
        """Return the advice for those who are asked that helps with every interview, in the order of the data."""
        return tuple(
            tip
            for tip in self.tips
            if tip.when != "interviewer" and not (tip.requirements or tip.verdicts or tip.kinds)
        )

    def questions_for_skill(self, skill: SkillId) -> tuple[Question, ...]:
        """Return the cards that study a skill, in the order of the data."""
        return tuple(q for q in self.questions.values() if skill in q.skills)
