"""How much a sentence asks for each of the skills it names: required, preferred, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.document import Span
from matcher.requirements.phrases import find_phrases
from matcher.requirements.posting import Posting, Sentence, Zone
from matcher.taxonomy.index import Lexicon

__all__ = ["Weight", "cue_spans", "weigh"]


class Weight(StrEnum):
    """The outcome for one mention."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class _Cue:
    span: Span
    weight: Weight
    forward: bool
    scope: Span


# Where cues overlap the longer one counts, then the earlier of these: "not a must" holds "a must".
_WEIGHTS = (
    ("preferred", Weight.PREFERRED),
    ("dropped", Weight.DROPPED),
    ("required", Weight.REQUIRED),
)
_ZONE_WEIGHT = {Zone.PREFERRED: Weight.PREFERRED, Zone.STACK: Weight.PREFERRED}
# A new thought begins here, so a cue behind it says nothing about what stands before: "Java; Kafka is a plus".
_BREAK = re.compile(r";|,?\s+but\s+|,\s+(?:with|plus|ideally|and ideally)\s+|\.\s+|\s-\s|\n\s*\n")
_SUBJECT = re.compile(r"\b(?:experience|knowledge|familiarity|understanding|exposure|proficiency|skills?|background)\b")
_TAKES_UP = re.compile(r"\b(?:them|these|those|either)$")
_PAIR = 2
_WORD = re.compile(r"\w")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def weigh(posting: Posting, sentence: Sentence, mentions: Sequence[Span], lexicon: Lexicon) -> tuple[Weight, ...]:
    """Return the weight of each mention of a sentence, by the cue that governs it, else by the sentence's zone.

    "Docker required, Kubernetes preferred" gives both weights; "Go (nice to have), Java" is about Go alone.
    """
    cues = list(_cues(posting.flat, sentence.span, lexicon))
    default = _ZONE_WEIGHT.get(sentence.zone, Weight.REQUIRED)
    chosen = []
    for mention in mentions:
        cue = _governing(posting.flat, mention, mentions, cues)
        chosen.append(cue.weight if cue else default)
    return tuple(_soften(weight, default) for weight in chosen)


def cue_spans(posting: Posting, sentence: Sentence, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the places of cues: in "Kafka or willingness to learn" the last words ask for nothing of their own."""
    return tuple(span for span, _, _ in _phrases(posting.flat, sentence.span, lexicon))


def _soften(weight: Weight, default: Weight) -> Weight:
    """Keep "strong Kafka skills required" below a heading "Nice to have" a preference."""
    return default if weight is Weight.REQUIRED else weight


def _cues(flat: str, within: Span, lexicon: Lexicon) -> Iterator[_Cue]:
    found = _phrases(flat, within, lexicon)
    for index, (span, weight, sides) in enumerate(found):
        bracket = _bracket_around(flat, span, within)
        low = max([within.start, *(other.end for other, _, _ in found[:index])])
        high = min([within.end, *(other.start for other, _, _ in found[index + 1 :])])
        if bracket is not None:
            low, high = max(low, bracket.start), min(high, bracket.end)
        ahead, behind = _forward_scope(flat, span, high), _backward_scope(flat, span, low, bracket)
        forward = _looks_ahead(flat, span, sides, ahead, behind)
        yield _Cue(span, weight, forward, ahead if forward else behind)


def _phrases(flat: str, within: Span, lexicon: Lexicon) -> list[tuple[Span, Weight, frozenset[str]]]:
    """Return the cues of a sentence from left to right, each with the sides on which its list says it may stand."""
    found: dict[Span, tuple[Weight, frozenset[str]]] = {}
    for name, weight in _WEIGHTS:
        for side in ("before", "after"):
            for span in find_phrases(lexicon.words.get(f"importance_cues.{name}_{side}", ()), flat, within):
                if span in found and found[span][0] is weight:
                    found[span] = (weight, found[span][1] | {side})
                    continue
                clashing = [other for other in found if other.overlaps(span)]
                if all(span.end - span.start > other.end - other.start for other in clashing):
                    for other in clashing:
                        del found[other]
                    found[span] = (weight, frozenset({side}))
    for span in find_phrases(lexicon.words.get("importance_cues.same_before", ()), flat, within):
        # "and so would Rust": what was said last is said of Rust too.
        said = [other for other in sorted(found) if other.end <= span.start]
        if said:
            for other in [other for other in found if other.overlaps(span)]:
                del found[other]
            found[span] = (found[said[-1]][0], frozenset({"before"}))
    return [(span, *found[span]) for span in sorted(found)]


def _looks_ahead(flat: str, cue: Span, sides: frozenset[str], ahead: Span, behind: Span) -> bool:
    """Tell whether a cue speaks about what follows it: "nice to have Kotlin", but "Kotlin nice to have"."""
    if not _WORD.search(flat, ahead.start, ahead.end):
        return False
    if not _WORD.search(flat, behind.start, behind.end):
        return True
    if len(sides) == 1:
        return "before" in sides
    follows_word = re.match(r"\s*[,;.)]", flat[cue.end : ahead.end]) is None
    return follows_word and re.search(r"[,;:(-]\s*(?:and\s+)?$", flat[behind.start : cue.start]) is not None


def _bracket_around(flat: str, span: Span, within: Span) -> Span | None:
    for match in _BRACKETS.finditer(flat, within.start, within.end):
        if match.start() < span.start and span.end <= match.end():
            return Span(match.start(), match.end())
    return None


def _forward_scope(flat: str, cue: Span, high: int) -> Span:
    stop = re.compile(r";|,?\s+but\s+|\.\s+").search(flat, cue.end, high)
    return Span(cue.end, stop.start() if stop else high)


def _backward_scope(flat: str, cue: Span, low: int, bracket: Span | None) -> Span:
    start = low
    # "Docker and Jira are in use; we do not expect you to know them": the last word takes up what came before.
    for match in () if _TAKES_UP.search(flat, cue.start, cue.end) else _BREAK.finditer(flat, low, cue.start):
        start = match.end()
    inside = bracket is not None and re.search(r"\w", flat[bracket.start : cue.start])
    if bracket is not None and not inside:
        # "Go (nice to have)": the bracket speaks about what stands right before it.
        return Span(_item_start(flat, bracket.start), bracket.start)
    return Span(start, cue.start)


def _item_start(flat: str, end: int) -> int:
    start = max(0, end - 80)
    ends = [match.end() for match in re.finditer(r"[,;:(\n]\s*|\band\b|\bplus\b|\+|&", flat[start:end])]
    return start + (ends[-1] if ends else 0)


def _governing(flat: str, mention: Span, mentions: Sequence[Span], cues: Sequence[_Cue]) -> _Cue | None:
    """Return the cue whose scope holds the mention; of several, the one that stands nearest."""
    holding = [cue for cue in cues if cue.scope.contains(mention) and _reaches(flat, cue, mention, mentions)]
    distance = {id(c): c.span.start - mention.end if not c.forward else mention.start - c.span.end for c in holding}
    return min(holding, key=lambda cue: distance[id(cue)], default=None)


def _reaches(flat: str, cue: _Cue, mention: Span, mentions: Sequence[Span]) -> bool:
    """Tell whether a cue behind a list is about all of it: "Docker and Go, Kafka a plus" is about Kafka alone."""
    if cue.forward:
        return True
    inside = [other for other in mentions if cue.scope.contains(other)]
    if not inside or mention == inside[-1]:
        return True
    last = inside[-1]
    before = flat[cue.scope.start : last.start]
    comma = before.rstrip().endswith(",")
    if len(inside) == _PAIR and re.search(r",\s*and\s+(?:\w+\s+)?$", before):
        # "Rails, and Sidekiq if possible": a list of two needs no comma, so the comma parts two thoughts.
        return False
    if not comma:
        return _joined_to(flat, mention, last)
    closed = re.search(r"\b(?:and|or)\b", before) is not None
    return not closed and _SUBJECT.search(before) is not None


def _joined_to(flat: str, mention: Span, last: Span) -> bool:
    """Tell whether only a list, without a full thought, lies between a mention and the last one before a cue."""
    between = flat[mention.end : last.start]
    return not re.search(r"\b(?:is|are|you|we|must|should|have|need|required)\b|:", between)
