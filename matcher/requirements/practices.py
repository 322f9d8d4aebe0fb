"""Ways of working that a job description asks for, tied to our own requirements with their rules and questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import Requirement, RequirementId, RequirementKind
from matcher.domain.document import Span
from matcher.requirements.phrases import find_phrases
from matcher.requirements.posting import Posting, Sentence
from matcher.taxonomy.index import Taxonomy

__all__ = ["PracticeHit", "practice_of", "read_practices"]

_PREFIX = "job_practices."


@dataclass(frozen=True, slots=True)
class PracticeHit:
    """A phrase that asks for one of our requirements."""

    requirement: RequirementId
    span: Span


def read_practices(posting: Posting, sentence: Sentence, taxonomy: Taxonomy) -> Iterator[PracticeHit]:
    """Return the ways of working in a sentence: "coach the juniors" is mentoring, "set technical direction" leading."""
    for name, phrases in taxonomy.lexicon.words.items():
        requirement = RequirementId(name.removeprefix(_PREFIX))
        if name.startswith(_PREFIX) and requirement in taxonomy.requirements:
            for span in find_phrases(phrases, posting.flat, sentence.span):
                yield PracticeHit(requirement, span)


def practice_of(mention: SkillMention, hits: Sequence[PracticeHit], taxonomy: Taxonomy) -> Requirement | None:
    """Return our requirement that a mention stands for, if it is a way of working and not a technology."""
    skill = taxonomy.skills.get(mention.skill)
    if skill is None or skill.kind not in {"people", "practice"}:
        return None
    for hit in hits:
        if hit.span.overlaps(mention.span):
            return taxonomy.requirements[hit.requirement]
    return next(
        (
            requirement
            for requirement in taxonomy.requirements.values()
            if requirement.kind is RequirementKind.SIGNAL and mention.skill in requirement.any_of
        ),
        None,
    )
