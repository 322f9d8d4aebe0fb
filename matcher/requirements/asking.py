"""What one sentence asks for: its skills in groups of alternatives, its ways of working, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matcher.domain.candidate import SkillMention
from matcher.domain.catalogue import Importance, Requirement, RequirementId, RequirementKind
from matcher.domain.document import Span
from matcher.requirements.alternatives import group_mentions
from matcher.requirements.families import family_before
from matcher.requirements.importance import Weight, weigh
from matcher.requirements.merging import Demand
from matcher.requirements.phrases import find_phrases
from matcher.requirements.posting import Posting, Sentence
from matcher.requirements.practices import PracticeHit, practice_of, says_more, skills_of
from matcher.requirements.sifting import kind_of
from matcher.requirements.years import YearsDemand
from matcher.taxonomy.index import Taxonomy

__all__ = ["place_of", "read_demands"]

# A posting pasted without line breaks or full stops is one sentence; a quote of it all would show nothing.
_LONGEST_QUOTE = 320
_AROUND = 110
_STRONGER = re.compile(r"[;.]\s|\b(?:strong|solid|deep|expert|proven|excellent|in-depth|advanced|extensive|hands-on)\b")


def read_demands(
    posting: Posting,
    sentence: Sentence,
    mentions: Sequence[SkillMention],
    weights: Sequence[Weight],
    years: Sequence[YearsDemand],
    hits: Sequence[PracticeHit],
    taxonomy: Taxonomy,
    *,
    rank: int,
) -> Iterator[Demand]:
    """Return the demands of a sentence, in the order of the text; what is said not to be needed is left out."""
    used: set[RequirementId] = set()
    for group in group_mentions(posting.flat, sentence.span, mentions, taxonomy):
        kept = [index for index in group if weights[index] is not Weight.DROPPED]
        if not kept:
            continue
        skills = tuple(dict.fromkeys(mentions[index].skill for index in kept))
        own = _own(kept, mentions, hits, taxonomy)
        first, last = mentions[kept[0]].span, mentions[kept[-1]].span
        family = family_before(posting.flat, Span(sentence.span.start, first.start), skills, taxonomy)
        if family is not None and (len(skills) > 1 or posting.flat[first.start - 1] not in "(["):
            skills = (family, *skills)
        if own is not None:
            used.add(own.id)
        yield Demand(
            skills,
            _importance([weights[index] for index in kept]),
            place_of(posting, sentence.span, first, last),
            None if own and own.kind is RequirementKind.SIGNAL else _length(kept, mentions, years, taxonomy),
            "listed" if _is_weak(posting, sentence, first, taxonomy) else "used",
            own.id if own else None,
            rank,
        )
    for hit in hits:
        weight = weigh(posting, sentence, [hit.span], taxonomy.lexicon)[0]
        named = (mention.skill for mention, one in zip(mentions, weights, strict=True) if one is not Weight.DROPPED)
        if hit.requirement not in used and weight is not Weight.DROPPED and says_more(hit, named, taxonomy):
            used.add(hit.requirement)
            place = place_of(posting, sentence.span, hit.span, hit.span)
            skills = skills_of(hit, posting.flat, taxonomy)
            yield Demand(skills, _importance([weight]), place, None, "used", hit.requirement, rank)


def _own(
    kept: Sequence[int], mentions: Sequence[SkillMention], hits: Sequence[PracticeHit], taxonomy: Taxonomy
) -> Requirement | None:
    """Return our own requirement that a group asks for, where all of the group asks for the same one."""
    found = {own.id if own else None: own for own in (practice_of(mentions[i], hits, taxonomy) for i in kept)}
    return next(iter(found.values())) if len(found) == 1 else None


def place_of(posting: Posting, sentence: Span, first: Span, last: Span) -> Span:
    """Return what to quote: the sentence, or the words around the mentions where it runs on without end."""
    if sentence.end - sentence.start <= _LONGEST_QUOTE:
        return sentence
    start, end = max(sentence.start, first.start - _AROUND), min(sentence.end, last.end + _AROUND)
    if start > sentence.start:
        start = posting.text.find(" ", start, first.start) + 1 or first.start
    if end < sentence.end:
        end = max(posting.text.rfind(" ", last.end, end), last.end)
    return Span(start, end)


def _importance(weights: Sequence[Weight]) -> Importance:
    return Importance.REQUIRED if Weight.REQUIRED in weights else Importance.PREFERRED


def _is_weak(posting: Posting, sentence: Sentence, mention: Span, taxonomy: Taxonomy) -> bool:
    """Tell whether a nodding acquaintance is enough: "familiarity with Docker", but not "strong Go" behind it."""
    phrases = taxonomy.lexicon.words.get("importance_cues.weak", ())
    before = list(find_phrases(phrases, posting.flat, Span(sentence.span.start, mention.start)))
    return bool(before) and _STRONGER.search(posting.flat, before[-1].end, mention.start) is None


def _length(
    group: Sequence[int], mentions: Sequence[SkillMention], years: Sequence[YearsDemand], taxonomy: Taxonomy
) -> float | None:
    """Return the years a group is asked for; those of a field ("building distributed systems") are overall."""
    for demand in years:
        tied = [index for index in group if index in demand.mentions]
        idea = all(kind_of(mentions[index], taxonomy) in {"concept", "practice", "people"} for index in tied)
        if tied and not (demand.generic and idea):
            return demand.years
    return None
