"""Look-ups of the loaded taxonomy."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import RequirementId, SkillId
from matcher.errors import ErrorCode, InputError
from matcher.taxonomy.index import Taxonomy


def test_an_unknown_role_is_refused_with_those_that_are_known(taxonomy: Taxonomy) -> None:
    with pytest.raises(InputError) as caught:
        taxonomy.role("astronaut")
    assert caught.value.code is ErrorCode.ROLE_UNKNOWN
    assert "backend-developer" in caught.value.remedy


def test_a_product_shows_its_family(taxonomy: Taxonomy) -> None:
    assert "databases.relational" in taxonomy.implied_by(SkillId("databases.postgresql"))
    assert taxonomy.implied_by(SkillId("nothing.there")) == ()


def test_questions_are_found_by_what_they_study(taxonomy: Taxonomy) -> None:
    for question in taxonomy.questions_for_requirement(RequirementId("api-design")):
        assert "api-design" in question.requirements
    assert len(taxonomy.questions_for_requirement(RequirementId("api-design"))) >= 4
    for question in taxonomy.questions_for_skill(SkillId("languages.python")):
        assert "languages.python" in question.skills
