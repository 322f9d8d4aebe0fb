"""Which of the skills that a sentence names are asked for at all, and why the others are not."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.domain.candidate import SkillMention
from matcher.requirements.importance import cue_spans
from matcher.requirements.noise import LeftOut, Reason, names_something_else
from matcher.requirements.posting import Posting, Sentence, Zone
from matcher.requirements.practices import PracticeHit, is_of_colleagues, practice_of
from matcher.taxonomy.index import Taxonomy

__all__ = ["kind_of", "sift_mentions"]

_LISTS = frozenset({Zone.REQUIRED, Zone.PREFERRED})
_IDEAS = frozenset({"concept", "practice"})


def sift_mentions(
    posting: Posting,
    sentence: Sentence,
    mentions: Sequence[SkillMention],
    hits: Sequence[PracticeHit],
    taxonomy: Taxonomy,
) -> tuple[tuple[SkillMention, ...], tuple[LeftOut, ...]]:
    """Part the mentions of a sentence into those that can be asked for and those that are left out.

    Words that only announce ("Databases: PostgreSQL") or belong to a cue ("or willing to learn") are in neither.
    """
    cues = cue_spans(posting, sentence, taxonomy.lexicon)
    kept, left = [], []
    for index, mention in enumerate(mentions):
        kind = kind_of(mention, taxonomy)
        if kind == "concept" and _is_label(posting, mention, mentions[index + 1 :], taxonomy):
            continue
        if kind == "people" and any(cue.overlaps(mention.span) for cue in cues):
            continue
        reason = _reason(posting, sentence, mention, kind, hits, taxonomy)
        if reason is None:
            kept.append(mention)
        else:
            left.append(LeftOut(mention.skill, sentence.span, reason))
    return tuple(kept), tuple(left)


def kind_of(mention: SkillMention, taxonomy: Taxonomy) -> str:
    """Return the kind of the skill that a mention names."""
    skill = taxonomy.skills.get(mention.skill)
    return skill.kind if skill else "technology"


def _is_label(posting: Posting, mention: SkillMention, behind: Sequence[SkillMention], taxonomy: Taxonomy) -> bool:
    colon = posting.flat[mention.span.end :].lstrip().startswith(":")
    return colon and any(mention.skill in taxonomy.implied_by(other.skill) for other in behind)


def _reason(
    posting: Posting,
    sentence: Sentence,
    mention: SkillMention,
    kind: str,
    hits: Sequence[PracticeHit],
    taxonomy: Taxonomy,
) -> Reason | None:
    words, listed = taxonomy.lexicon.words, sentence.zone in _LISTS
    if names_something_else(posting, mention.span, taxonomy.lexicon):
        return Reason.NAME
    if kind == "degree_field":
        return Reason.FIELD
    if kind == "tool" and sentence.zone in {Zone.STACK, Zone.ABOUT}:
        return Reason.EMPLOYER_TOOL
    if is_of_colleagues(mention, hits, posting.flat, words, idea=kind in _IDEAS):
        return Reason.COLLEAGUES
    if kind == "people":
        own = practice_of(mention, () if listed else hits, taxonomy)
        named = listed or any(hit.span.overlaps(mention.span) for hit in hits)
        return None if own is not None and named else Reason.TRAIT
    if mention.skill in words.get("job_noise.mere_trade", ()):
        return Reason.GENERAL
    return Reason.GENERAL if not listed and mention.skill in words.get("job_noise.too_general", ()) else None
