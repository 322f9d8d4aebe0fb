from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.domain.judgement import Status, Verdict
from matcher.matching.compare import compare
from matcher.matching.gaps import find_gaps
from matcher.matching.score import active_caps, value_of
from matcher.pipeline import Matcher
from tests.evidence.resumes import AS_OF, job, resume

PARTS = (job("Designed the REST API in Go.", "Services on EKS."), "Skills\nMySQL, Java, Redis")


@pytest.mark.parametrize("role", ["lead-backend-engineer", "senior-backend-engineer"])
def test_closing_a_gap_gives_exactly_its_gain(matcher: Matcher, role: str) -> None:
    profile = matcher.read(resume(*PARTS), as_of=AS_OF).profile
    comparison = compare(profile, matcher.role(role).requirements, matcher.taxonomy, as_of=AS_OF)

    for gap in find_gaps(comparison):
        closed = tuple(
            replace(one, status=Status.MET, verdict=Verdict.DEMONSTRATED, shortfalls=(), credit=one.weight)
            if one is gap.assessment
            else one
            for one in comparison.assessments
        )
        after = value_of(closed, active_caps(closed, comparison.target, matcher.taxonomy.policy))
        assert after == pytest.approx((comparison.score.value or 0) + gap.gain)


def test_gaps_are_what_is_not_met_dearest_first(matcher: Matcher) -> None:
    profile = matcher.read(resume(*PARTS), as_of=AS_OF).profile
    comparison = compare(profile, matcher.role("senior-backend-engineer").requirements, matcher.taxonomy, as_of=AS_OF)
    gaps = find_gaps(comparison)

    assert [gap.rank for gap in gaps] == list(range(1, len(gaps) + 1))
    assert [gap.gain for gap in gaps] == sorted((gap.gain for gap in gaps), reverse=True)
    assert len(gaps) == sum(one.status is not Status.MET for one in comparison.assessments)


def test_short_texts_fit_and_whys_are_sentences(matcher: Matcher) -> None:
    for role in matcher.taxonomy.roles:
        target = matcher.role(role).requirements
        profile = matcher.read(resume(*PARTS), as_of=AS_OF).profile
        for gap in find_gaps(compare(profile, target, matcher.taxonomy, as_of=AS_OF)):
            assert len(gap.short) <= 40
            assert gap.why.endswith(".")
