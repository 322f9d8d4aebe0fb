"""Findings for what is shown by doing: skills, their neighbours, and ways of working."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from matcher.domain.candidate import Assertion, CandidateProfile, Level, Proof
from matcher.domain.catalogue import Requirement, RequirementKind, SkillId
from matcher.domain.document import Span
from matcher.domain.judgement import Shortfall
from matcher.matching.findings import Finding, Worth, context_shortfalls
from matcher.taxonomy.index import Taxonomy

__all__ = ["skill_findings"]

_MET = "met"
_DENIED = {
    Assertion.NEGATED: (Shortfall.DENIED,),
    Assertion.LEARNING: (Shortfall.DENIED,),
    Assertion.OTHERS: (Shortfall.DENIED,),
}
_FAINT = frozenset({Shortfall.STALE, Shortfall.STUDY_ONLY, Shortfall.WEAK_CLAIM})
"""With these a neighbour of what is asked shows nothing any more: SOAP of long ago, a course on a related field."""


def skill_findings(
    requirement: Requirement, profile: CandidateProfile, taxonomy: Taxonomy, *, as_of: date
) -> list[Finding]:
    """Weigh every proof of the skills and signals that a requirement names.

    A cue is more telling than a name: where a statement shows the signal in part only ("REST endpoints tested with
    Postman"), the skills named in it count in part too.
    """
    weigh = _Scale(requirement, profile, taxonomy, as_of)
    grades = _cue_grades(requirement, profile)
    doing = list(weigh.signals(requirement))
    named = [*weigh.skills(requirement.any_of, grades), *weigh.neighbours(requirement.related)]
    found = [*doing, *named] if requirement.kind is RequirementKind.SIGNAL else [*named, *doing]
    ranked = [replace(one, rank=rank) for rank, one in enumerate(found)]
    return _with_length(requirement, profile, ranked)


class _Scale:
    """Weighs proofs for one requirement."""

    def __init__(self, requirement: Requirement, profile: CandidateProfile, taxonomy: Taxonomy, as_of: date) -> None:
        self._profile = profile
        self._as_of = as_of
        self._stale = taxonomy.policy["stale-years"]
        self._trades = taxonomy.lexicon.words.get(f"trades_that_count.{requirement.id}", ())
        self._level = Level[requirement.level.upper()]
        self._names_suffice = requirement.kind is not RequirementKind.SIGNAL
        self._faint_counts = requirement.id in taxonomy.lexicon.words.get("narrow_proofs.faint-neighbours", ())
        self._narrow = frozenset(taxonomy.lexicon.words.get(f"narrow_proofs.{requirement.id}", ()))

    def skills(self, skills: tuple[SkillId, ...], grades: dict[Span, str]) -> Iterator[Finding]:
        for proof in self._proofs(skills):
            if proof.assertion is not Assertion.CLAIMED:
                yield Finding(Worth.NONE, _DENIED[proof.assertion], proof)
                continue
            short = self._short(proof)
            if not short and proof.level < self._level:
                short = (Shortfall.LOWER_LEVEL,)
            if not short and not self._suffices(proof, grades):
                short = (Shortfall.LIMITED,)
            if self._level is Level.LISTED:
                short = tuple(one for one in short if one is not Shortfall.LISTED_ONLY)
            yield Finding(Worth.PARTIAL if short else Worth.MET, short, proof)

    def neighbours(self, skills: tuple[SkillId, ...]) -> Iterator[Finding]:
        for proof in self._proofs(skills):
            if proof.assertion is Assertion.CLAIMED:
                short = (Shortfall.RELATED_ONLY, *self._short(proof))
                worth = Worth.NONE if _FAINT.intersection(short) and not self._faint_counts else Worth.PARTIAL
                yield Finding(worth, short, proof, related=True)

    def signals(self, requirement: Requirement) -> Iterator[Finding]:
        for name in requirement.signals:
            evidence = self._profile.signals.get(name)
            for proof in evidence.proofs if evidence else ():
                if proof.assertion is not Assertion.CLAIMED:
                    yield Finding(Worth.NONE, _DENIED[proof.assertion], proof)
                    continue
                short = self._short(proof)
                if proof.grade != _MET and not short:
                    short = (Shortfall.LIMITED,)
                yield Finding(Worth.PARTIAL if short else Worth.MET, short, proof)

    def _suffices(self, proof: Proof, grades: dict[Span, str]) -> bool:
        """Tell whether a name in a statement is enough; for a way of working it is not, nor through a narrow tool."""
        by_cue = grades.get(proof.statement)
        if by_cue is not None:
            return by_cue == _MET
        skill = proof.skill or SkillId("")
        return self._names_suffice and not self._narrow.intersection((skill, skill.partition(".")[0]))

    def _short(self, proof: Proof) -> tuple[Shortfall, ...]:
        return context_shortfalls(proof, self._profile, self._trades, as_of=self._as_of, stale_years=self._stale)

    def _proofs(self, skills: tuple[SkillId, ...]) -> Iterator[Proof]:
        seen: set[tuple[Span, SkillId | None, Assertion]] = set()
        for skill in skills:
            evidence = self._profile.skills.get(skill)
            for proof in evidence.proofs if evidence else ():
                key = (proof.statement, proof.skill, proof.assertion)
                if key not in seen:
                    seen.add(key)
                    yield proof


def _cue_grades(requirement: Requirement, profile: CandidateProfile) -> dict[Span, str]:
    grades: dict[Span, str] = {}
    for name in requirement.signals:
        evidence = profile.signals.get(name)
        for proof in evidence.proofs if evidence else ():
            if grades.get(proof.statement) != _MET:
                grades[proof.statement] = proof.grade
    return grades


def _with_length(requirement: Requirement, profile: CandidateProfile, found: list[Finding]) -> list[Finding]:
    """Let what is shown too briefly count in part. A length that the text does not give is not held against it."""
    if requirement.min_years is None:
        return found
    months = _months(requirement, profile)
    if months is None or months >= requirement.min_years * 12:
        return [replace(one, months=months) for one in found]
    return [
        replace(one, worth=Worth.PARTIAL, shortfalls=(Shortfall.TOO_FEW_YEARS,), months=months)
        if one.worth is Worth.MET
        else one
        for one in found
    ]


def _months(requirement: Requirement, profile: CandidateProfile) -> int | None:
    known = [
        evidence.months
        for skill in requirement.any_of
        if (evidence := profile.skills.get(skill)) is not None and evidence.months is not None
    ]
    return max(known, default=None)
