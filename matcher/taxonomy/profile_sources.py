"""What a team's role profile is begun from: a shipped role, a list of requirements that was read, or nothing."""

from __future__ import annotations

import re
from dataclasses import asdict

from matcher.domain.catalogue import Requirement, RequirementSet, Role
from matcher.taxonomy.profile_schema import ProfileFile, ProfileRequirement

__all__ = ["empty_profile", "entry_of", "profile_from_requirements", "profile_from_role"]

_LONGEST_TITLE = 200
_LONGEST_WORDS = 2000
_LEVELS = frozenset({"junior", "mid", "senior", "lead"})


def profile_from_role(role: Role) -> ProfileFile:
    """Return a profile that asks what a shipped role asks, to be changed."""
    return ProfileFile.model_validate(
        {
            "title": role.title,
            "seniority": role.seniority,
            "summary": role.summary,
            "requirements": [entry_of(one) for one in role.requirements],
            "sources": [str(source) for source in role.sources] or ["own"],
        }
    )


def profile_from_requirements(asked: RequirementSet) -> ProfileFile:
    """Return a profile that asks what a job description was read to ask, each with the sentence that asks for it."""
    return ProfileFile.model_validate(
        {
            "title": asked.title[:_LONGEST_TITLE] or "Untitled role",
            # The text tells of levels beside ours, such as staff; those are nobody's seniority here.
            "seniority": asked.level if asked.level in _LEVELS else "any",
            "requirements": [entry_of(one) for one in asked.requirements],
            "degree": asdict(asked.degree) if asked.degree else None,
        }
    )


def empty_profile(title: str) -> ProfileFile:
    """Return a profile that asks for nothing yet."""
    return ProfileFile(title=title, requirements=[])


def entry_of(one: Requirement) -> ProfileRequirement:
    """Return one requirement as an entry of a profile."""
    # No years and 0 years are the same wish.
    years = one.min_years or None
    partial = one.partial_years if years is not None else None
    return ProfileRequirement.model_validate(
        {
            "id": _slug(one.id),
            "label": one.label[:_LONGEST_TITLE],
            "kind": one.kind.value,
            "importance": one.importance.value,
            "weight": one.weight,
            "any_of": [str(name) for name in one.any_of],
            "related": [str(name) for name in one.related],
            "signals": [str(name) for name in one.signals],
            "level": one.level,
            "min_years": years,
            "partial_years": partial,
            "criteria": asdict(one.criteria) if one.criteria else None,
            "checklist": list(one.checklist),
            "quote": " ".join(one.quote.text.split())[:_LONGEST_WORDS] or None if one.quote else None,
            "sources": [str(source) for source in one.sources] or ["own"],
        }
    )


def _slug(identifier: str) -> str:
    plain = re.sub(r"[^a-z0-9-]+", "-", identifier.casefold()).strip("-") or "requirement"
    return plain[:120] if plain[0].isalpha() else f"r-{plain}"[:120]
