from __future__ import annotations

import pytest

from matcher.domain.catalogue import Importance, Policy, Requirement, RequirementId, RequirementSet
from matcher.domain.document import ParseWarning
from matcher.domain.judgement import Assessment, Shortfall, Status, Verdict
from matcher.matching.score import credit_for, score_of, share_weights
from matcher.taxonomy.index import Taxonomy


def requirement(name: str, weight: float = 1.0, importance: Importance = Importance.REQUIRED) -> Requirement:
    return Requirement(RequirementId(name), name, importance, weight=weight)


def assessment(name: str, status: Status, credit: float, verdict: Verdict = Verdict.DEMONSTRATED) -> Assessment:
    return Assessment(requirement(name), status, verdict, (), 50.0, credit, "")


TARGET = RequirementSet("Lead", (), level="lead")


@pytest.mark.parametrize("count", [1, 3, 7, 23])
def test_weights_sum_to_exactly_one_hundred(taxonomy: Taxonomy, count: int) -> None:
    weights = share_weights([requirement(str(index), 1 + index / 3) for index in range(count)], taxonomy.policy)

    assert sum(round(weight * 100) for weight in weights) == 10_000


def test_a_nice_to_have_weighs_less(taxonomy: Taxonomy) -> None:
    must, nice = share_weights([requirement("a"), requirement("b", importance=Importance.PREFERRED)], taxonomy.policy)

    assert nice == pytest.approx(must * taxonomy.policy["preferred-factor"], abs=0.02)


def test_nothing_asked_gives_no_weights(taxonomy: Taxonomy) -> None:
    assert share_weights([], taxonomy.policy) == ()


@pytest.mark.parametrize(
    ("status", "verdict", "short", "share"),
    [
        (Status.MET, Verdict.DEMONSTRATED, (), 1.0),
        (Status.PARTIAL, Verdict.DEMONSTRATED, (Shortfall.STALE,), 0.5),
        (Status.PARTIAL, Verdict.DEMONSTRATED, (Shortfall.STUDY_ONLY,), 0.3),
        (Status.PARTIAL, Verdict.RELATED, (Shortfall.RELATED_ONLY,), 0.3),
        (Status.PARTIAL, Verdict.LISTED, (Shortfall.LISTED_ONLY,), 0.2),
        (Status.MISSING, Verdict.ABSENT, (Shortfall.ABSENT,), 0.0),
    ],
)
def test_credit_is_a_share_of_the_weight(
    taxonomy: Taxonomy, status: Status, verdict: Verdict, short: tuple[Shortfall, ...], share: float
) -> None:
    assert credit_for(10.0, status, verdict, short, taxonomy.policy) == 10 * share


def test_the_value_is_the_sum_of_the_credits(taxonomy: Taxonomy) -> None:
    found = [assessment("a", Status.MET, 50.0), assessment("b", Status.PARTIAL, 12.34)]

    score = score_of(found, TARGET, taxonomy.policy)
    assert (score.value, score.low, score.high, score.range_because) == (62.34, 62.34, 62.34, ())


def test_a_lead_who_led_nobody_is_capped_and_the_cap_says_why(taxonomy: Taxonomy) -> None:
    found = [assessment("a", Status.MET, 95.0), assessment("team-leadership", Status.MISSING, 0.0, Verdict.ABSENT)]

    score = score_of(found, TARGET, taxonomy.policy)
    assert score.value == taxonomy.policy["cap-lead-without-leading"]
    assert [cap.code for cap in score.caps] == ["lead_without_leading"]
    assert score.caps[0].reason.endswith(".")


def test_poor_reading_widens_the_range_and_leaves_the_value(taxonomy: Taxonomy) -> None:
    warnings = [ParseWarning("partial_text", ""), ParseWarning("hidden_text", "")]

    score = score_of([assessment("a", Status.MET, 50.0)], TARGET, taxonomy.policy, warnings=warnings)
    assert score.value == 50.0
    assert score.low < 50.0 < score.high
    assert score.range_because == ("partial_text",)


def test_no_score_is_given_where_too_little_was_read(taxonomy: Taxonomy) -> None:
    nothing = [assessment("a", Status.MISSING, 0.0, Verdict.ABSENT)]

    score = score_of(nothing, TARGET, taxonomy.policy, warnings=[ParseWarning("not_a_resume", "")])
    assert (score.value, score.withheld) == (None, "too_little_read")
    assert score_of(nothing, TARGET, taxonomy.policy).value == 0.0


def test_policy_names_every_cap_and_share(taxonomy: Taxonomy) -> None:
    policy: Policy = taxonomy.policy

    assert policy["credit-listed"] < policy["credit-related"] <= policy["credit-partial"] < 1
