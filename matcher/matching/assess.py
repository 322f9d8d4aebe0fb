"""The judgement on one requirement: findings of every kind go through the same steps to a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.domain.candidate import Assertion, CandidateProfile, Context, Proof
from matcher.domain.catalogue import Requirement, RequirementKind, RequirementSet
from matcher.domain.judgement import Shortfall, Status, Verdict
from matcher.matching.assess_facts import certificate_findings, degree_findings, experience_findings
from matcher.matching.assess_skills import skill_findings
from matcher.matching.findings import Finding, Worth
from matcher.taxonomy.index import Taxonomy

__all__ = ["Judgement", "judge"]

_PROOFS_SHOWN = 5
_FALLS = (
    Shortfall.TOO_FEW_YEARS,
    Shortfall.SUPERVISED,
    Shortfall.LOWER_LEVEL,
    Shortfall.LIMITED,
    Shortfall.STALE,
    Shortfall.HOBBY_ONLY,
    Shortfall.STUDY_ONLY,
    Shortfall.WEAK_CLAIM,
    Shortfall.LISTED_ONLY,
)
_STATUS = {Worth.MET: Status.MET, Worth.PARTIAL: Status.PARTIAL, Worth.NONE: Status.MISSING}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Status and verdict on one requirement, with the findings that they rest on, best first."""

    status: Status
    verdict: Verdict
    shortfalls: tuple[Shortfall, ...]
    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]


def judge(
    requirement: Requirement,
    profile: CandidateProfile,
    target: RequirementSet,
    taxonomy: Taxonomy,
    *,
    as_of: date,
) -> Judgement:
    """Judge one requirement: the best finding decides; what only denies decides when nothing else is there."""
    findings = _findings(requirement, profile, target, taxonomy, as_of)
    findings.sort(key=_order)
    if not findings:
        return Judgement(Status.MISSING, Verdict.ABSENT, (Shortfall.ABSENT,), (), ())
    best = findings[0]
    status = _STATUS[best.worth]
    own = tuple(one for one in findings if one.worth is best.worth)
    proofs = tuple(dict.fromkeys(one.proof for one in own if one.proof is not None))[:_PROOFS_SHOWN]
    return Judgement(status, _verdict(best), () if status is Status.MET else best.shortfalls, own, proofs)


def _findings(
    requirement: Requirement, profile: CandidateProfile, target: RequirementSet, taxonomy: Taxonomy, as_of: date
) -> list[Finding]:
    if requirement.kind is RequirementKind.EXPERIENCE:
        return experience_findings(requirement, profile, taxonomy, as_of=as_of)
    if requirement.kind is RequirementKind.DEGREE:
        return degree_findings(profile, target, taxonomy)
    if requirement.kind is RequirementKind.CERTIFICATE:
        return certificate_findings(requirement, profile, taxonomy, as_of=as_of)
    return skill_findings(requirement, profile, taxonomy, as_of=as_of)


def _order(finding: Finding) -> tuple[object, ...]:
    """Sort key: what carries furthest first, and of what falls short that which falls least."""
    worst = max((_FALLS.index(one) for one in finding.shortfalls if one in _FALLS), default=-1)
    return (-finding.worth, finding.related, len(finding.shortfalls), worst, finding.rank)


def _verdict(best: Finding) -> Verdict:
    if best.worth is Worth.NONE:
        denied = best.proof is not None and best.proof.assertion is not Assertion.CLAIMED
        return Verdict.DISCLAIMED if denied else (Verdict.RELATED if best.proof else Verdict.ABSENT)
    if best.related:
        return Verdict.RELATED
    if Shortfall.LISTED_ONLY in best.shortfalls or (best.proof and best.proof.context is Context.LIST):
        return Verdict.LISTED
    return Verdict.DEMONSTRATED
