"""The sentences of the judgement: one neutral reason per requirement, read by candidate and recruiter alike."""

from __future__ import annotations

from matcher.domain.candidate import Assertion
from matcher.domain.catalogue import Requirement, RequirementKind, SkillId
from matcher.domain.judgement import Shortfall, Status
from matcher.matching.assess import Judgement
from matcher.taxonomy.index import Taxonomy

__all__ = ["LONGEST", "reason_for", "years_in_words"]

LONGEST = 90
_MOST_NAMES = 3
_MET = "Used in paid work: {names}."
# Where the requirement itself is all there is to name: its label stands beside every reason.
_MET_ITSELF = "The work that is described shows it."
_ABSENT = "Nothing in the text shows it."
_SHORT = {
    Shortfall.LISTED_ONLY: "{names}: named, with no work described that used it.",
    Shortfall.RELATED_ONLY: "{names}: near to what is asked, not the same.",
    Shortfall.STUDY_ONLY: "{names}: shown in study or research, not in paid work.",
    Shortfall.HOBBY_ONLY: "{names}: shown in a private project, not in paid work.",
    Shortfall.SUPERVISED: "{names}: shown under guidance or in an internship.",
    Shortfall.STALE: "{names}: last shown in {year}, which is long ago.",
    Shortfall.WEAK_CLAIM: "{names}: claimed as familiarity only.",
    Shortfall.LIMITED: "{names}: shown in part, short of what is asked.",
    Shortfall.LOWER_LEVEL: "{names}: used, with no sign of designing, owning or leading.",
    Shortfall.TOO_FEW_YEARS: "{names}: shown for {months}; {asked} are asked.",
}
_DENIED = {
    Assertion.NEGATED: "{names} is named as something not done.",
    Assertion.LEARNING: "{names} is named as being learned, not used.",
    Assertion.OTHERS: "{names} is named as the work of others.",
    Assertion.CLAIMED: "{names}: what is shown does not count for this.",
}


def reason_for(requirement: Requirement, judgement: Judgement, taxonomy: Taxonomy) -> str:
    """Return why a requirement got its status, in one sentence of at most ``LONGEST`` characters.

    It is read beside the requirement's label and does not say that again.
    """
    if requirement.kind is RequirementKind.EXPERIENCE:
        return _fit([_experience(requirement, judgement)])
    if not judgement.findings:
        return _ABSENT
    if requirement.kind is RequirementKind.DEGREE:
        return _degree(judgement)
    names = _names(judgement, taxonomy)
    return _fit([_sentence(requirement, judgement, names[:most]) for most in (3, 2, 1, 0)])


def years_in_words(months: int) -> str:
    """Return a length as people say it.

    Example: 30 months are "2 years 6 months".
    """
    years, rest = divmod(months, 12)
    parts = [
        f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((years, "year"), (rest, "month")) if count
    ]
    return " ".join(parts) or "under a month"


def _sentence(requirement: Requirement, judgement: Judgement, names: list[str]) -> str:
    best = judgement.findings[0]
    subject = "" if names == [requirement.label] else _join(names)
    if judgement.status is Status.MET:
        if requirement.kind is RequirementKind.CERTIFICATE:
            return f"{subject or 'It'} is named."
        if names:
            return _MET.format(names=subject) if subject else "Used in paid work."
        return _MET_ITSELF
    if judgement.status is Status.MISSING and Shortfall.DENIED in best.shortfalls and best.proof:
        return _about(subject, _DENIED[best.proof.assertion])
    template = next((_SHORT[one] for one in best.shortfalls if one in _SHORT), _DENIED[Assertion.CLAIMED])
    last = best.proof.last_used if best.proof else None
    return _about(subject, template).format(
        year=last.year if last else "the past",
        months=years_in_words(best.months or 0),
        asked=years_in_words(round((requirement.min_years or 0) * 12)),
    )


def _about(subject: str, template: str) -> str:
    """Put in what a sentence is about; where that is the requirement itself, begin with what is said of it."""
    if subject:
        return template.replace("{names}", subject)
    said = template.removeprefix("{names}: ").replace("{names}", "It")
    return said[:1].upper() + said[1:]


def _experience(requirement: Requirement, judgement: Judgement) -> str:
    asked = years_in_words(round((requirement.min_years or 0) * 12))
    if not judgement.findings:
        return f"No dated back-end work is shown; {asked} are asked."
    best = judgement.findings[0]
    if best.related:
        return f"{years_in_words(best.months or 0)} in a neighbouring trade with some server code."
    if best.months is None:
        return "Back-end jobs are named without dates."
    shown = f"{years_in_words(best.months)} of back-end work"
    if Shortfall.TOO_FEW_YEARS in best.shortfalls:
        return f"{shown}; {asked} are asked."
    if Shortfall.STALE in best.shortfalls and best.proof and best.proof.last_used:
        return f"{shown}, but the last of it was in {best.proof.last_used.year}."
    return f"{shown}."


def _degree(judgement: Judgement) -> str:
    best = judgement.findings[0]
    if judgement.status is Status.MET:
        return "A finished degree in computing is named."
    if Shortfall.RELATED_ONLY in best.shortfalls:
        return "A degree in another science is named."
    if Shortfall.LIMITED in best.shortfalls:
        return "Studies in computing are named that were not finished."
    return "An education in computing is named, below the degree that is asked."


def _names(judgement: Judgement, taxonomy: Taxonomy) -> list[str]:
    """Return the vendor's names of the skills in the deciding proofs, in their order, each once."""
    best = judgement.findings[0]
    alike = [one for one in judgement.findings if one.related == best.related and one.shortfalls == best.shortfalls]
    skills: dict[SkillId, None] = {}
    for one in alike if best.proof is not None and best.proof.skill is not None else ():
        if one.proof is not None and one.proof.skill is not None:
            skills.setdefault(one.proof.skill)
    return [taxonomy.skills[skill].name for skill in list(skills)[:_MOST_NAMES] if skill in taxonomy.skills]


def _join(names: list[str]) -> str:
    return "".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} and {names[-1]}"


def _fit(choices: list[str]) -> str:
    return next((choice for choice in choices if len(choice) <= LONGEST), choices[-1][: LONGEST - 1] + "…")
