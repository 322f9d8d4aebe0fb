"""A team's role profile: checked by the rules of the taxonomy, and turned into what resumes are judged by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from matcher.domain.catalogue import (
    Criteria,
    DegreeDemand,
    Importance,
    Question,
    QuestionId,
    QuestionKind,
    QuoteSpan,
    Requirement,
    RequirementId,
    RequirementKind,
    RequirementSet,
    RoleId,
    SignalId,
    SkillId,
    SourceId,
)
from matcher.taxonomy.entry_rules import card_faults, coverage_faults, evidence_faults, source_faults, weight_faults
from matcher.taxonomy.index import Taxonomy
from matcher.taxonomy.profile_schema import ProfileFile, ProfileQuestion, ProfileRequirement

__all__ = [
    "ProfileFault",
    "profile_faults",
    "profile_from_data",
    "profile_from_json",
    "profile_questions",
    "profile_requirements",
    "profile_to_json",
]

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ProfileFault:
    """What is wrong with a profile, and where: ("requirements", 2, "any_of").

    ``blocking`` faults must be mended before it is saved; the others are advice.
    """

    path: Path
    message: str
    remedy: str
    blocking: bool = True


def profile_from_data(data: Any, taxonomy: Taxonomy) -> tuple[ProfileFile | None, tuple[ProfileFault, ...]]:
    """Return the profile that plain data hold, and what is wrong; None if the shape is wrong."""
    try:
        profile = ProfileFile.model_validate(data)
    except ValidationError as error:
        return None, tuple(_shape_faults(error))
    return profile, profile_faults(profile, taxonomy)


def profile_to_json(profile: ProfileFile) -> str:
    """Return the one JSON text of a profile: keys sorted, defaults left out, so that equal profiles hash alike."""
    shape = profile.model_dump(mode="json", exclude_defaults=True) | {"format": profile.format}
    return json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def profile_from_json(text: str) -> ProfileFile:
    """Return a profile that was stored."""
    return ProfileFile.model_validate_json(text)


def profile_requirements(profile: ProfileFile, identifier: str) -> RequirementSet:
    """Return what a profile asks for, as resumes are compared with it."""
    asked = tuple(_requirement(entry) for entry in profile.requirements)
    years = [one.min_years for one in asked if one.kind is RequirementKind.EXPERIENCE and one.min_years is not None]
    degree = profile.degree
    return RequirementSet(
        title=profile.title,
        requirements=asked,
        role=RoleId(identifier),
        level=None if profile.seniority == "any" else profile.seniority,
        min_years=max(years, default=None),
        degree=DegreeDemand(degree.level, degree.required, degree.equivalent_ok) if degree else None,
    )


def profile_questions(profile: ProfileFile) -> tuple[Question, ...]:
    """Return the team's own questions."""
    return tuple(_question(entry) for entry in profile.questions)


def profile_faults(profile: ProfileFile, taxonomy: Taxonomy) -> tuple[ProfileFault, ...]:
    """Return which rules a profile of the right shape breaks, in the order of the profile."""
    return (
        *_requirement_faults(profile, taxonomy),
        *_question_faults(profile, taxonomy),
        *(ProfileFault((key,), message, remedy) for key, message, remedy in source_faults(profile.sources)),
    )


def _requirement_faults(profile: ProfileFile, taxonomy: Taxonomy) -> Iterator[ProfileFault]:
    asked = profile.requirements
    if not asked:
        yield ProfileFault(("requirements",), "It asks for nothing.", "Add requirements.")
    for index, (key, message, remedy) in weight_faults((one.id, one.weight) for one in asked):
        yield ProfileFault(("requirements", index, key), message, remedy)
    left_out = frozenset(profile.left_out)
    cards = (
        *profile_questions(profile),
        *(one for name, one in taxonomy.questions.items() if name not in left_out),
    )
    for index, entry in enumerate(asked):
        place: Path = ("requirements", index)
        for key, message, remedy in (*evidence_faults(entry), *source_faults(entry.sources)):
            yield ProfileFault((*place, key), message, remedy)
        for key, names, known in (
            ("any_of", entry.any_of, taxonomy.skills),
            ("related", entry.related, taxonomy.skills),
            ("signals", entry.signals, taxonomy.lexicon.signals),
        ):
            yield from _unknown((*place, key), names, known)
        skills = set(entry.any_of)
        kinds = [one.kind for one in cards if entry.id in one.requirements or not skills.isdisjoint(one.skills)]
        for _, message, _ in coverage_faults(kinds):
            yield ProfileFault(place, message, "Add questions of your own below, of several kinds.", blocking=False)


def _question_faults(profile: ProfileFile, taxonomy: Taxonomy) -> Iterator[ProfileFault]:
    ids = {entry.id for entry in profile.requirements}
    names: set[str] = set()
    prompts: set[str] = set()
    for index, entry in enumerate(profile.questions):
        place: Path = ("questions", index)
        prompt = " ".join(entry.prompt.casefold().split())
        if entry.id in names:
            yield ProfileFault((*place, "id"), f"The identifier {entry.id} is taken.", "Choose another.")
        if prompt in prompts:
            yield ProfileFault((*place, "prompt"), "Another question asks the same.", "Keep one of them.")
        names.add(entry.id)
        prompts.add(prompt)
        for key, message, remedy in (*card_faults(entry), *source_faults(entry.sources)):
            yield ProfileFault((*place, key), message, remedy)
        yield from _unknown((*place, "requirements"), entry.requirements, ids)
        yield from _unknown((*place, "skills"), entry.skills, taxonomy.skills)
    yield from _unknown(("left_out",), profile.left_out, taxonomy.questions)


def _unknown(path: Path, names: Sequence[str], known: Mapping[Any, object] | set[str]) -> Iterator[ProfileFault]:
    for name in names:
        if name not in known:
            yield ProfileFault(path, f"There is no '{name}'.", "Mend the name or leave it out.")


_SHAPE = {
    "string_too_short": "It is empty.",
    "string_too_long": "It is too long.",
    "too_short": "It has too few entries.",
    "too_long": "It has too many entries.",
    "missing": "It is missing.",
    "model_type": "It is no list of keys and values.",
    "string_type": "It is no text; put it in quotes.",
    "float_type": "It is no number.",
    "int_type": "It is no number.",
    "list_type": "It is no list.",
    "bool_type": "It is neither true nor false.",
    "string_pattern_mismatch": "It is not written like an identifier.",
    "extra_forbidden": "This key is not known.",
}


def _shape_faults(error: ValidationError) -> Iterator[ProfileFault]:
    for item in error.errors(include_url=False, include_context=False, include_input=False):
        # Branches of a union ("float", "int") stand in pydantic's path, but not in the data.
        path = tuple(key for key in item["loc"] if isinstance(key, int) or key not in {"float", "int"})
        message = _SHAPE.get(item["type"], f"{item['msg']}.")
        yield ProfileFault(path, message, "Mend it; an exported profile shows how it is written.")


def _requirement(entry: ProfileRequirement) -> Requirement:
    criteria = entry.criteria
    return Requirement(
        id=RequirementId(entry.id),
        label=entry.label,
        importance=Importance(entry.importance),
        kind=RequirementKind(entry.kind),
        any_of=tuple(SkillId(name) for name in entry.any_of),
        related=tuple(SkillId(name) for name in entry.related),
        signals=tuple(SignalId(name) for name in entry.signals),
        level=entry.level,
        min_years=None if entry.min_years is None else float(entry.min_years),
        partial_years=None if entry.partial_years is None else float(entry.partial_years),
        weight=float(entry.weight),
        criteria=Criteria(criteria.met, criteria.partial, criteria.missing) if criteria else None,
        checklist=tuple(entry.checklist),
        sources=tuple(SourceId(name) for name in entry.sources),
        quote=QuoteSpan(entry.quote, 0, len(entry.quote)) if entry.quote else None,
    )


def _question(entry: ProfileQuestion) -> Question:
    return Question(
        id=QuestionId(entry.id),
        prompt=entry.prompt,
        kind=QuestionKind(entry.kind),
        answer_points=tuple(entry.answer_points),
        requirements=tuple(RequirementId(name) for name in entry.requirements),
        skills=tuple(SkillId(name) for name in entry.skills),
        levels=tuple(entry.levels),
        lead_adds=tuple(entry.lead_adds),
        pitfalls=tuple(entry.pitfalls),
        follow_ups=tuple(entry.follow_ups),
        prepare=tuple(entry.prepare),
        listen_for=tuple(entry.listen_for),
        example=entry.example,
        sources=tuple(SourceId(name) for name in entry.sources),
    )
