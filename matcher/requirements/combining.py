"""A role profile and a job description put together, and such a list corrected by the one who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from matcher.domain.catalogue import (
    Importance,
    Requirement,
    RequirementId,
    RequirementKind,
    RequirementSet,
    Skill,
)
from matcher.taxonomy.index import Taxonomy

__all__ = ["add_named", "combine", "reweigh", "without"]


def combine(role: RequirementSet, job: RequirementSet) -> RequirementSet:
    """Return what a role profile asks for, made sharper and longer by what a job description asks for.

    What both ask for counts once: with the greater importance, the job's sentence and the job's years. What the job
    names beside it is added, also where it is a part of something wider ("PostgreSQL" beside "Relational databases"):
    who asks for a product by its name wants to see that one.
    """
    by_id = {one.id: one for one in job.requirements}
    both = [_sharpened(one, by_id.pop(one.id, None)) for one in role.requirements]
    return replace(
        role,
        title=f"{role.title} and {job.title}" if job.title else role.title,
        requirements=(*both, *by_id.values()),
        min_years=job.min_years if job.min_years is not None else role.min_years,
        degree=job.degree,
    )


def _sharpened(role: Requirement, job: Requirement | None) -> Requirement:
    if job is None:
        return role
    required = Importance.REQUIRED in (role.importance, job.importance)
    return replace(
        role,
        importance=Importance.REQUIRED if required else Importance.PREFERRED,
        any_of=tuple(dict.fromkeys((*job.any_of, *role.any_of))),
        min_years=role.min_years if job.min_years is None else job.min_years,
        partial_years=role.partial_years if job.min_years is None else job.partial_years,
        quote=job.quote,
    )


def reweigh(target: RequirementSet, importances: Mapping[str, Importance]) -> RequirementSet:
    """Return the list with other importances; an id that is not in the list is passed over."""
    changed = (
        replace(one, importance=importances[one.id]) if one.id in importances else one for one in target.requirements
    )
    return replace(target, requirements=tuple(changed))


def without(target: RequirementSet, dropped: Iterable[str]) -> RequirementSet:
    """Return the list without some of its entries."""
    left_out = frozenset(dropped)
    return replace(target, requirements=tuple(one for one in target.requirements if one.id not in left_out))


def add_named(
    target: RequirementSet, names: Sequence[str], importance: Importance, taxonomy: Taxonomy
) -> tuple[RequirementSet, tuple[str, ...]]:
    """Add what is asked for by name: a skill by any of its names, or one of our own requirements by its label.

    Returns:
        The longer list, and the names that are not known. What is in the list already is not added twice.
    """
    known = _by_name(taxonomy)
    present = {one.id for one in target.requirements}
    added: list[Requirement] = []
    unknown: list[str] = []
    for name in names:
        found = known.get(name.casefold())
        if found is None:
            unknown.append(name)
            continue
        one = replace(found, importance=importance) if isinstance(found, Requirement) else _asked(found, importance)
        if one.id not in present:
            present.add(one.id)
            added.append(one)
    return replace(target, requirements=(*target.requirements, *added)), tuple(unknown)


def _by_name(taxonomy: Taxonomy) -> dict[str, Skill | Requirement]:
    # Our own requirements go first: "Team leadership" is also a skill, but the requirement has criteria and cards.
    names: dict[str, Skill | Requirement] = {one.label.casefold(): one for one in taxonomy.requirements.values()}
    for skill in taxonomy.skills.values():
        for name in (skill.name, *(alias.text for alias in skill.aliases)):
            names.setdefault(name.casefold(), skill)
    return names


def _asked(skill: Skill, importance: Importance) -> Requirement:
    return Requirement(
        id=RequirementId(skill.id.partition(".")[2].replace("_", "-")),
        label=skill.name,
        importance=importance,
        kind=RequirementKind.CERTIFICATE if skill.kind == "certificate" else RequirementKind.SKILLS,
        any_of=(skill.id,),
        related=skill.related,
    )
