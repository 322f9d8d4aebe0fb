"""A role profile is a set of requirements."""

from __future__ import annotations

from matcher.requirements.role import role_requirements
from matcher.taxonomy.index import Taxonomy


def test_every_role_gives_its_requirements_and_level(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        target = role_requirements(role)
        assert target.requirements == role.requirements
        assert target.role == role.id
        assert target.level in {None, "junior", "mid", "senior", "lead"}


def test_the_years_are_those_of_the_experience_requirement(taxonomy: Taxonomy) -> None:
    target = role_requirements(taxonomy.role("senior-backend-engineer"))
    assert target.min_years == next(r.min_years for r in target.requirements if r.kind.value == "experience")
