from __future__ import annotations

from matcher.domain.catalogue import Importance, QuestionKind, RequirementKind
from matcher.pipeline import Matcher
from matcher.study.assessment import plan_assessment, plan_behavioural, usual_assessment


def test_the_usual_questions_are_on_what_weighs_most_and_can_be_talked_about(matcher: Matcher) -> None:
    chosen = usual_assessment(matcher.role("lead-backend-engineer").requirements)

    assert [one.id for one in chosen] == ["backend-language", "team-leadership", "system-design", "mentoring"]
    assert all(one.importance is Importance.REQUIRED for one in chosen)
    assert not [one for one in chosen if one.kind in {RequirementKind.EXPERIENCE, RequirementKind.DEGREE}]


def test_a_choice_is_asked_in_the_order_of_the_role(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer").requirements

    items = plan_assessment(target, matcher.taxonomy, chosen=["security", "api-design", "nothing-of-ours"])

    assert [one.gap.assessment.requirement.id for one in items] == ["api-design", "security"]
    assert all(one.questions for one in items)


def test_without_a_choice_the_usual_ones_are_asked(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer").requirements

    assert plan_assessment(target, matcher.taxonomy) == plan_assessment(
        target, matcher.taxonomy, chosen=[one.id for one in usual_assessment(target)]
    )


def test_stories_are_behavioural_each_on_another_requirement_and_new(matcher: Matcher) -> None:
    target = matcher.role("lead-backend-engineer").requirements
    first = plan_behavioural(target, matcher.taxonomy)

    again = plan_behavioural(target, matcher.taxonomy, without=[card.id for _, card in first])

    assert len(first) == 3
    assert {card.kind for _, card in first} == {QuestionKind.BEHAVIOURAL}
    assert len({requirement.id for requirement, _ in first}) == 3
    assert {card.id for _, card in first}.isdisjoint(card.id for _, card in again)


def test_a_job_without_a_level_is_asked_about_too(matcher: Matcher) -> None:
    target = matcher.job_text("Developer\n\nRequirements\n- Experience with PostgreSQL\n").requirements

    assert plan_assessment(target, matcher.taxonomy)[0].questions
