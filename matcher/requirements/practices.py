"""Ways of working that a job description asks for, tied to our own requirements with their rules and questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import Requirement, RequirementId, SkillId
from matcher.domain.document import Span
from matcher.requirements.importance import cue_spans
from matcher.requirements.phrases import find_phrases
from matcher.requirements.posting import Posting, Sentence
from matcher.taxonomy.index import Taxonomy

__all__ = ["PracticeHit", "is_of_colleagues", "practice_of", "read_practices", "skills_of"]

_PREFIX = "job_practices."
_SKILLS = "job_practice_skills."
_WITH_OTHERS = "collaboration"
_NEXT_IN_LIST = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b|,\s*and\b)\s*(?:the\s+|our\s+)?")


@dataclass(frozen=True, slots=True)
class PracticeHit:
    """A phrase that asks for one of our requirements."""

    requirement: RequirementId
    span: Span


def read_practices(posting: Posting, sentence: Sentence, taxonomy: Taxonomy) -> Iterator[PracticeHit]:
    """Return the ways of working in a sentence: "coach the juniors" is mentoring, "set technical direction" leading."""
    cues = cue_spans(posting, sentence, taxonomy.lexicon)
    for name, phrases in taxonomy.lexicon.words.items():
        requirement = RequirementId(name.removeprefix(_PREFIX))
        if name.startswith(_PREFIX) and requirement in taxonomy.requirements:
            for span in find_phrases(phrases, posting.flat, sentence.span):
                if not any(cue.contains(span) for cue in cues):
                    yield PracticeHit(requirement, span)


def practice_of(mention: SkillMention, hits: Sequence[PracticeHit], taxonomy: Taxonomy) -> Requirement | None:
    """Return our requirement that a mention stands for, if it is a way of working and not a technology."""
    skill = taxonomy.skills.get(mention.skill)
    if skill is None or skill.kind not in {"people", "practice", "concept"}:
        return None
    names = [hit.requirement for hit in hits if hit.span.overlaps(mention.span)]
    names += [
        RequirementId(name.removeprefix(_SKILLS))
        for name, skills in taxonomy.lexicon.words.items()
        if name.startswith(_SKILLS) and mention.skill in skills
    ]
    return next((taxonomy.requirements[name] for name in names if name in taxonomy.requirements), None)


def is_of_colleagues(mention: SkillMention, hits: Sequence[PracticeHit], flat: str) -> bool:
    """Tell whether a trade is that of the people to work with: "work with product and front end"."""
    for hit in hits:
        between = flat[hit.span.end : mention.span.start]
        if hit.requirement == _WITH_OTHERS and (
            hit.span.overlaps(mention.span) or (between and _NEXT_IN_LIST.fullmatch(between))
        ):
            return True
    return False


def skills_of(requirement: RequirementId, taxonomy: Taxonomy) -> tuple[SkillId, ...]:
    """Return the skill that stands for one of our requirements, for phrases that name none."""
    named = taxonomy.lexicon.words.get(f"{_SKILLS}{requirement}", ())
    return tuple(SkillId(name) for name in named[:1] if name in taxonomy.skills)
