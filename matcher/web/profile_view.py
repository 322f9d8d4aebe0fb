"""A role profile as its page shows it: requirements in words, with the questions that go with each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain.catalogue import Question, QuestionId
from matcher.requirements.naming import signal_names, skill_names, split_names
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile import profile_faults
from matcher.taxonomy.profile_schema import ProfileFile, ProfileQuestion, ProfileRequirement

__all__ = ["ProfileView", "RequirementView", "bank_cards", "view_profile"]

# A requirement with more alternatives ("a back-end language") is not studied skill by skill (see study.plan).
_FEW = 4


@dataclass(frozen=True, slots=True)
class RequirementView:
    """One requirement with names for identifiers, its questions, and what could be better."""

    entry: ProfileRequirement
    any_of: tuple[str, ...]
    related: tuple[str, ...]
    signals: tuple[str, ...]
    own: tuple[ProfileQuestion, ...]
    bank: tuple[Question, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """A profile for its page."""

    profile: ProfileFile
    requirements: tuple[RequirementView, ...]

    @property
    def required(self) -> int:
        """Return the number of must-haves."""
        return sum(one.entry.importance == "required" for one in self.requirements)

    @property
    def preferred(self) -> int:
        """Return the number of nice-to-haves."""
        return len(self.requirements) - self.required

    @property
    def questions(self) -> int:
        """Return how many questions go with it, each counted once."""
        return len({q.id for one in self.requirements for q in one.bank}) + len(self.profile.questions)


def view_profile(profile: ProfileFile, taxonomy: Taxonomy) -> ProfileView:
    """Return what the page of a profile shows."""
    advice: dict[int, list[str]] = {}
    for fault in profile_faults(profile, taxonomy):
        if len(fault.path) > 1 and fault.path[0] == "requirements" and isinstance(fault.path[1], int):
            advice.setdefault(fault.path[1], []).append(f"{fault.message} {fault.remedy}")
    left_out = frozenset(QuestionId(name) for name in profile.left_out)
    skills, signals = skill_names(taxonomy), signal_names(taxonomy)
    return ProfileView(
        profile,
        tuple(
            RequirementView(
                entry,
                split_names(skills.show(entry.any_of)),
                split_names(skills.show(entry.related)),
                split_names(signals.show(entry.signals)),
                tuple(one for one in profile.questions if entry.id in one.requirements),
                tuple(card for card in bank_cards(entry.id, entry.any_of, taxonomy) if card.id not in left_out),
                tuple(advice.get(number, ())),
            )
            for number, entry in enumerate(profile.requirements)
        ),
    )


def bank_cards(requirement: str, any_of: Iterable[str], taxonomy: Taxonomy) -> tuple[Question, ...]:
    """Return the bank's questions on a requirement: on it as a whole, and on its skills where they are few."""
    skills = frozenset(any_of)
    named = skills if len(skills) <= _FEW else frozenset[str]()
    return tuple(
        card
        for card in taxonomy.questions.values()
        if requirement in card.requirements or not named.isdisjoint(card.skills)
    )
