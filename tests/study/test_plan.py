from __future__ import annotations

import pytest

from matcher.matching.compare import compare
from matcher.matching.gaps import find_gaps
from matcher.pipeline import Matcher
from matcher.study.plan import plan_study
from tests.evidence.resumes import AS_OF, job, resume


@pytest.mark.parametrize("role", ["lead-backend-engineer", "senior-backend-engineer", "junior-backend-engineer"])
def test_every_gap_gets_few_questions_and_none_comes_twice(matcher: Matcher, role: str) -> None:
    target = matcher.role(role).requirements
    profile = matcher.read(resume(job("Wrote services in Go.")), as_of=AS_OF).profile
    gaps = find_gaps(compare(profile, target, matcher.taxonomy, as_of=AS_OF))
    plan = plan_study(gaps, target, matcher.taxonomy)

    asked = [question.id for item in plan for question in item.questions]
    assert [item.gap for item in plan] == list(gaps)
    assert len(asked) == len(set(asked))
    assert max(len(item.questions) for item in plan) <= matcher.taxonomy.policy["questions-per-gap"]


def test_questions_fit_the_level_and_the_requirement(matcher: Matcher) -> None:
    target = matcher.role("junior-backend-engineer").requirements
    profile = matcher.read(resume("Summary\nLooking for a first job."), as_of=AS_OF).profile
    gaps = find_gaps(compare(profile, target, matcher.taxonomy, as_of=AS_OF))

    for item in plan_study(gaps, target, matcher.taxonomy):
        asked = item.gap.assessment.requirement
        for question in item.questions:
            assert not question.levels or {"junior", "any"} & set(question.levels)
            assert asked.id in question.requirements or set(question.skills) & set(asked.any_of)
