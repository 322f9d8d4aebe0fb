"""Findings for what stands in the resume as a fact: years of back-end work, degrees, certificates."""

from __future__ import annotations

import re
from datetime import date

from matcher.domain.candidate import (
    Assertion,
    CandidateProfile,
    Context,
    Degree,
    Education,
    Proof,
)
from matcher.domain.catalogue import Requirement, RequirementSet
from matcher.domain.document import SectionKind
from matcher.domain.folding import fold
from matcher.domain.judgement import Shortfall
from matcher.matching.findings import Finding, Worth, is_stale
from matcher.taxonomy.index import Taxonomy

__all__ = ["certificate_findings", "degree_findings", "experience_findings"]

_WORD = re.compile(r"[\w.]+")
_NEIGHBOURS = frozenset({"neighbour", "operations"})
_LEVELS = {
    "bachelor": Degree.BACHELOR,
    "master": Degree.MASTER,
    "doctorate": Degree.DOCTORATE,
    "associate": Degree.ASSOCIATE,
    "diploma": Degree.DIPLOMA,
}


def experience_findings(
    requirement: Requirement, profile: CandidateProfile, taxonomy: Taxonomy, *, as_of: date
) -> list[Finding]:
    """Weigh the months of back-end work; years in a neighbouring trade count in part where server code shows in them.

    Years count up to the threshold and not above it: more years earn no more.
    """
    asked = (requirement.min_years or 0.0) * 12
    least = (requirement.partial_years if requirement.partial_years is not None else requirement.min_years or 0.0) * 12
    months = profile.backend_months
    found: list[Finding] = []
    backend = [proof for proof in profile.backend_proofs if _trade(profile, proof) == "backend"]
    if months:
        worth = Worth.MET
        short: tuple[Shortfall, ...] = ()
        if months < asked:
            worth, short = (Worth.PARTIAL if months >= least else Worth.NONE), (Shortfall.TOO_FEW_YEARS,)
        if is_stale(profile.backend_last, as_of, taxonomy.policy["stale-years"]):
            worth, short = min(worth, Worth.PARTIAL), (*short, Shortfall.STALE)
        found += [Finding(worth, short, proof, months=months, rank=rank) for rank, proof in enumerate(backend)]
    elif months is None and backend:
        found += [
            Finding(Worth.PARTIAL, (Shortfall.TOO_FEW_YEARS,), proof, rank=rank) for rank, proof in enumerate(backend)
        ]
    if (profile.stated_months or 0) > (months or 0) and profile.stated_proof and _at_work(profile):
        stated = profile.stated_months or 0
        worth = Worth.MET if stated >= asked else Worth.PARTIAL
        short = () if worth is Worth.MET else (Shortfall.TOO_FEW_YEARS,)
        if stated >= least:
            found.append(Finding(worth, short, profile.stated_proof, months=stated, rank=len(found)))
    if (profile.neighbour_months or 0) + (months or 0) >= max(least, 1) and _server_code(profile, taxonomy):
        found += [
            Finding(Worth.PARTIAL, (Shortfall.RELATED_ONLY,), proof, True, profile.neighbour_months, rank)
            for rank, proof in enumerate(profile.backend_proofs)
            if _trade(profile, proof) in _NEIGHBOURS
        ]
    return found


def degree_findings(profile: CandidateProfile, target: RequirementSet, taxonomy: Taxonomy) -> list[Finding]:
    """Weigh each entry of the education by level and field; no name of a school plays a part."""
    asked = _LEVELS.get(target.degree.level if target.degree else "bachelor", Degree.BACHELOR)
    found = []
    for rank, entry in enumerate(profile.education):
        worth, short = _degree_worth(entry, asked, taxonomy)
        if worth is not Worth.NONE:
            proof = Proof(entry.span, entry.span, SectionKind.EDUCATION, Context.STUDY)
            found.append(Finding(worth, short, proof, rank=rank))
    return found


def certificate_findings(
    requirement: Requirement, profile: CandidateProfile, taxonomy: Taxonomy, *, as_of: date
) -> list[Finding]:
    """Weigh certificates, and mentions of them elsewhere; one that is long out of date counts in part."""
    asked, near = set(requirement.any_of), set(requirement.related)
    limit = taxonomy.policy["certificate-years"]
    found: list[Finding] = []
    for rank, certificate in enumerate(profile.certificates):
        shown = (certificate.skill, *taxonomy.implied_by(certificate.skill)) if certificate.skill else ()
        proof = Proof(
            certificate.span, certificate.span, SectionKind.CERTIFICATIONS, Context.STUDY, skill=certificate.skill
        )
        if asked.intersection(shown):
            dated_out = certificate.year is not None and as_of.year - certificate.year > limit
            old = certificate.lapsed or dated_out
            worth, short = (Worth.PARTIAL, (Shortfall.STALE,)) if old else (Worth.MET, ())
            found.append(Finding(worth, short, proof, rank=rank))
        elif near.intersection(shown):
            found.append(Finding(Worth.PARTIAL, (Shortfall.RELATED_ONLY,), proof, related=True, rank=rank))
    named = {finding.proof.skill for finding in found if finding.proof}
    for skill in requirement.any_of:
        evidence = profile.skills.get(skill)
        for proof in evidence.proofs if evidence and skill not in named else ():
            if proof.assertion is Assertion.CLAIMED:
                found.append(Finding(Worth.MET, (), proof, rank=len(found)))
            else:
                found.append(Finding(Worth.NONE, (Shortfall.DENIED,), proof, rank=len(found)))
    return found


def _degree_worth(entry: Education, asked: Degree, taxonomy: Taxonomy) -> tuple[Worth, tuple[Shortfall, ...]]:
    words = taxonomy.lexicon.words
    subject = fold(" ".join(part for part in (entry.degree, entry.field, entry.told) if part)).text.lower()
    for other in words.get("degree_fields.not_computing", ()):
        subject = subject.replace(other, "science")
    written = set(_WORD.findall(f"{entry.degree} {entry.field} {entry.told}"))
    short = written.intersection(words.get("degree_fields.short", ()))
    computing = bool(short) or any(word in subject for word in words.get("degree_fields.computing", ()))
    science = any(word in subject for word in words.get("degree_fields.science", ()))
    if computing and entry.finished and entry.level >= asked:
        return Worth.MET, ()
    if computing and (entry.level >= Degree.DIPLOMA or not entry.finished):
        return Worth.PARTIAL, (Shortfall.LOWER_LEVEL,) if entry.finished else (Shortfall.LIMITED,)
    if science and entry.finished and entry.level >= Degree.BACHELOR:
        return Worth.PARTIAL, (Shortfall.RELATED_ONLY,)
    return Worth.NONE, ()


def _trade(profile: CandidateProfile, proof: Proof) -> str:
    return profile.trades[proof.position] if proof.position is not None else ""


def _at_work(profile: CandidateProfile) -> bool:
    """Tell whether anything is shown by work, so that years in words have something to stand on."""
    return any(
        proof.context is Context.WORK and proof.assertion is Assertion.CLAIMED
        for evidence in profile.skills.values()
        for proof in evidence.proofs
    )


def _server_code(profile: CandidateProfile, taxonomy: Taxonomy) -> bool:
    """Tell whether a neighbouring job shows code that serves requests or runs as a service."""
    wanted = set(taxonomy.lexicon.words.get("trades_that_count.server-code", ()))
    return any(
        proof.position is not None
        and profile.trades[proof.position] in _NEIGHBOURS
        and proof.assertion is Assertion.CLAIMED
        and proof.context is Context.WORK
        for skill in profile.skills
        if skill in wanted or skill.partition(".")[0] in wanted
        for proof in profile.skills[skill].proofs
    )
