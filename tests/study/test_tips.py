"""A gap is given the advice that fits it best, and no report gives the same twice."""

from __future__ import annotations

import pytest

from matcher.domain.catalogue import Importance, Question, QuestionKind, Requirement, Tip
from matcher.domain.judgement import Assessment, Gap, Status, StudyItem, Verdict
from matcher.pipeline import Matcher
from matcher.study.tips import add_tips
from matcher.taxonomy.index import Taxonomy
from tests.evidence.resumes import AS_OF, job, resume

KIND = Tip("on-kind", "Practise.", "before", kinds=("design",))
VERDICT = Tip("on-verdict", "Build one.", "before", verdicts=("absent",))
REQUIREMENT = Tip("on-requirement", "Read this.", "during", requirements=("stores",))
GENERAL = Tip("general", "Sleep well.", "before")
ASKING = Tip("asking", "Ask all the same.", "interviewer", requirements=("stores",))
ALL = (GENERAL, ASKING, KIND, VERDICT, REQUIREMENT)
CARD = Question("stores.one", "Which?", QuestionKind.DESIGN, ("one", "two"))


def gap(requirement: str = "stores", verdict: Verdict = Verdict.ABSENT) -> Gap:
    asked = Requirement(requirement, "Stores", Importance.REQUIRED)
    return Gap(Assessment(asked, Status.MISSING, verdict, (), 1.0, 0.0, ""), 1, "", "", 1.0)


def chosen(one: Gap, *cards: Question, most: int = 5) -> list[str]:
    return [tip.id for tip in add_tips([StudyItem(one, cards)], ALL, most=most)[0].tips]


def test_the_requirement_is_closer_than_the_verdict_and_that_closer_than_the_kind_of_question() -> None:
    assert chosen(gap(), CARD) == ["on-requirement", "on-verdict", "on-kind"]
    assert chosen(gap(), CARD, most=1) == ["on-requirement"]


@pytest.mark.parametrize(
    ("one", "cards", "expected"),
    [
        (gap("other"), (CARD,), ["on-verdict", "on-kind"]),
        (gap("other", Verdict.LISTED), (CARD,), ["on-kind"]),
        (gap("other", Verdict.LISTED), (), []),
    ],
)
def test_a_tip_is_given_only_where_it_helps(one: Gap, cards: tuple[Question, ...], expected: list[str]) -> None:
    assert chosen(one, *cards) == expected


def test_no_tip_comes_twice_and_a_gap_keeps_the_one_that_is_meant_for_it() -> None:
    read = Tip("read", "Read.", "before", requirements=("stores",), verdicts=("absent",))
    items = [StudyItem(gap("queues"), ()), StudyItem(gap("stores"), ())]

    first, second = add_tips(items, (read, VERDICT), most=1)

    assert (first.tips, second.tips) == ((VERDICT,), (read,))


def test_the_plan_gives_each_tip_once_and_no_more_to_a_gap_than_the_policy_says(matcher: Matcher) -> None:
    upload = resume(job("Wrote services in Go."))
    for name in matcher.taxonomy.roles:
        report = matcher.report(upload, matcher.role(name), as_of=AS_OF)
        tips = [tip.id for one in report.gaps for tip in one.tips]
        assert len(tips) == len(set(tips)) >= 6
        assert max(len(one.tips) for one in report.gaps) == matcher.taxonomy.policy["tips-per-gap"]
        assert not set(tips) & {tip.id for tip in report.tips}


def test_every_requirement_has_a_tip_when_it_is_missing(taxonomy: Taxonomy) -> None:
    items = [StudyItem(gap(name), taxonomy.questions_for_requirement(name)) for name in taxonomy.requirements]
    assert [item.gap for item in items if not add_tips([item], taxonomy.tips, most=1)[0].tips] == []


def test_every_tip_can_be_seen(taxonomy: Taxonomy) -> None:
    seen = {tip.id for tip in taxonomy.general_tips()}
    for name in taxonomy.requirements:
        cards = taxonomy.questions_for_requirement(name)
        for verdict in Verdict:
            item = StudyItem(gap(name, verdict), cards)
            seen.update(tip.id for tip in add_tips([item], taxonomy.tips, most=99)[0].tips)
    assert {tip.id for tip in taxonomy.tips if tip.when != "interviewer"} == seen
