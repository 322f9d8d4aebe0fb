"""Ways of working that a job description asks for, tied to our own requirements with their rules and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import Requirement, RequirementId, SkillId
from matcher.domain.document import Span
from matcher.requirements.importance import cue_spans
from matcher.requirements.phrases import find_phrases, has_phrase, phrase_pattern
from matcher.requirements.posting import Posting, Sentence
from matcher.taxonomy.index import Taxonomy

__all__ = ["PracticeHit", "is_of_colleagues", "practice_of", "read_practices", "says_more", "skills_of"]

_PREFIXES = ("job_practices.", "job_practices_systems.")
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
        requirement = RequirementId(name.partition(".")[2])
        if name.startswith(_PREFIXES) and requirement in taxonomy.requirements:
            for span in find_phrases(phrases, posting.flat, sentence.span):
                if not any(cue.contains(span) for cue in cues):
                    yield PracticeHit(requirement, span)


def practice_of(mention: SkillMention, hits: Sequence[PracticeHit], taxonomy: Taxonomy) -> Requirement | None:
    """Return our requirement that a mention stands for, if it is a way of working and not a technology."""
    skill = taxonomy.skills.get(mention.skill)
    if skill is None or skill.kind not in {"people", "practice", "concept"}:
        return None
    named = [
        RequirementId(name.removeprefix(_SKILLS))
        for name, skills in taxonomy.lexicon.words.items()
        if name.startswith(_SKILLS) and mention.skill in skills
    ]
    # "Optimisation of database queries": what a skill is listed under goes before the phrase around it.
    names = [*named, *(hit.requirement for hit in hits if hit.span.overlaps(mention.span) and skill.kind == "people")]
    return next((taxonomy.requirements[name] for name in names if name in taxonomy.requirements), None)


def is_of_colleagues(
    mention: SkillMention, hits: Sequence[PracticeHit], flat: str, words: Mapping[str, tuple[str, ...]], *, idea: bool
) -> bool:
    """Tell whether a trade is that of the people to work with: "work with product and front end", "our Java folks"."""
    behind = re.compile(r"[\s-]+").match(flat, mention.span.end)
    if behind and phrase_pattern(words.get("job_noise.colleagues", ())).match(flat, behind.end()):
        return True
    for hit in hits if idea else ():
        between = flat[hit.span.end : mention.span.start]
        if hit.requirement == _WITH_OTHERS and (
            hit.span.overlaps(mention.span) or (between and _NEXT_IN_LIST.fullmatch(between))
        ):
            return True
    return False


def skills_of(hit: PracticeHit, flat: str, taxonomy: Taxonomy) -> tuple[SkillId, ...]:
    """Return the skill that a phrase stands for: the one whose name it holds, else the first of its requirement.

    "Set technical direction" is technical leadership, "lead a team" the leading of a team.
    """
    listed = taxonomy.lexicon.words.get(f"{_SKILLS}{hit.requirement}", ())
    named = [SkillId(name) for name in listed if name in taxonomy.skills]
    for skill in named:
        if has_phrase(tuple(alias.text.lower() for alias in taxonomy.skills[skill].aliases), flat, hit.span):
            return (skill,)
    return tuple(named[:1])


def says_more(hit: PracticeHit, skills: Iterable[SkillId], taxonomy: Taxonomy) -> bool:
    """Tell whether a phrase asks for more than the skills beside it: "cloud experience (AWS)" asks for AWS."""
    base = taxonomy.requirements[hit.requirement]
    families = {skill for skill in base.any_of if taxonomy.skills[skill].kind == "concept"}
    return families.isdisjoint(family for skill in skills for family in (skill, *taxonomy.implied_by(skill)))
