"""One resume against one set of requirements: a judgement on each, and the score that they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matcher.domain.candidate import CandidateProfile
from matcher.domain.catalogue import Importance, RequirementSet
from matcher.domain.document import ParseWarning
from matcher.domain.judgement import Assessment, Comparison, Coverage, CoverageCount, Status
from matcher.matching.assess import judge
from matcher.matching.reasons import reason_for
from matcher.matching.score import credit_for, score_of, share_weights
from matcher.taxonomy.index import Taxonomy

__all__ = ["compare"]


def compare(
    profile: CandidateProfile,
    target: RequirementSet,
    taxonomy: Taxonomy,
    *,
    warnings: Sequence[ParseWarning] = (),
    as_of: date,
) -> Comparison:
    """Compare a profile with what is asked.

    Args:
        profile: what the resume shows.
        target: a role profile or a job description, as requirements.
        taxonomy: for names, rules and the numbers of judgement.
        warnings: of the parser; they widen the score's range and change nothing else.
        as_of: the day of judgement; evidence ages against it.
    """
    weights = share_weights(target.requirements, taxonomy.policy)
    assessments = []
    for requirement, weight in zip(target.requirements, weights, strict=True):
        found = judge(requirement, profile, target, taxonomy, as_of=as_of)
        assessments.append(
            Assessment(
                requirement=requirement,
                status=found.status,
                verdict=found.verdict,
                shortfalls=found.shortfalls,
                weight=weight,
                credit=credit_for(weight, found.status, found.verdict, found.shortfalls, taxonomy.policy),
                reason=reason_for(requirement, found, taxonomy),
                proofs=found.proofs,
            )
        )
    doubts = [] if profile.months is not None else ["no_dates"]
    return Comparison(
        target=target,
        assessments=tuple(assessments),
        score=score_of(assessments, target, taxonomy.policy, warnings=warnings, doubts=doubts),
        coverage=Coverage(_count(assessments, Importance.REQUIRED), _count(assessments, Importance.PREFERRED)),
    )


def _count(assessments: Sequence[Assessment], importance: Importance) -> CoverageCount:
    chosen = [one.status for one in assessments if one.requirement.importance is importance]
    return CoverageCount(chosen.count(Status.MET), chosen.count(Status.PARTIAL), len(chosen))
