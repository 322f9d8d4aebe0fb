"""A role profile as a set of requirements."""

from __future__ import annotations

from matcher.domain.catalogue import RequirementKind, RequirementSet, Role

__all__ = ["role_requirements"]


def role_requirements(role: Role) -> RequirementSet:
    """Return what a role profile asks for, in the order of its file.

    The years of the set are those of its experience requirement, where it has one.
    """
    years = [
        requirement.min_years
        for requirement in role.requirements
        if requirement.kind is RequirementKind.EXPERIENCE and requirement.min_years is not None
    ]
    return RequirementSet(
        title=role.title,
        requirements=role.requirements,
        role=role.id,
        level=None if role.seniority == "any" else role.seniority,
        min_years=max(years, default=None),
    )
