"""The degree that a job description asks for, and whether experience may stand in for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from matcher.domain.catalogue import DegreeDemand
from matcher.domain.document import Span
from matcher.requirements.importance import Weight, weigh
from matcher.requirements.phrases import find_phrases, has_phrase
from matcher.requirements.posting import Posting, Sentence, Zone
from matcher.taxonomy.index import Lexicon

__all__ = ["DegreeReading", "read_degree"]

_SHORT_SENTENCE = 80
_LEVELS = ("bachelor", "master", "doctorate")
# Two letters are a degree only beside a word of study: "BS in Computer Science", "MS degree", "BS/MS".
_SHORT = re.compile(r"[a-z]{2}$")
_STUDY = re.compile(
    r"\b(?:degree|in|or|science|sciences|computer|computing|engineering|informatics|cs|related|technical|mathematics)\b"
    r"|/|bsc|msc|phd"
)
_YEARS = re.compile(r"\byears?\b")
_DOTTED = re.compile(r"\b(?:[a-z]{1,2}\.){1,3}(?:[a-z]{1,3}\b\.?)?")


@dataclass(frozen=True, slots=True)
class DegreeReading:
    """A demand, the sentence that states it, and where in it."""

    demand: DegreeDemand
    sentence: Sentence
    hit: Span


def read_degree(posting: Posting, sentences: Sequence[Sentence], lexicon: Lexicon) -> DegreeReading | None:
    """Return the degree that the posting asks for; the first sentence that requires one wins over a preference.

    "BS/MS in CS or equivalent practical experience": bachelor, required, experience may stand in.
    """
    found = []
    for sentence, after in zip_longest(sentences, sentences[1:]):
        reading = _read(posting, sentence, lexicon)
        if reading is not None:
            found.append(_with_next(reading, posting, after, lexicon))
    return next((reading for reading in found if reading.demand.required), found[0] if found else None)


def _read(posting: Posting, sentence: Sentence, lexicon: Lexicon) -> DegreeReading | None:
    if sentence.zone in {Zone.ABOUT, Zone.BENEFITS, Zone.STACK}:
        return None
    words = lexicon.words
    flat = _undot(posting.flat[sentence.span.start : sentence.span.end])
    without = list(find_phrases(words.get("degree_cues.none", ()), flat))
    taken = without + list(find_phrases(words.get("degree_cues.not_degree", ()), flat))
    level, hit = None, None
    for name in (*_LEVELS, "any_degree"):
        for span in find_phrases(words.get(f"degree_cues.{name}", ()), flat):
            written = posting.text[sentence.span.start + span.start : sentence.span.start + span.end]
            if any(other.overlaps(span) for other in taken) or not _is_study(flat, span, written):
                continue
            level = level or ("bachelor" if name == "any_degree" else name)
            hit = hit or span
    if level is None or hit is None:
        return None
    place = Span(sentence.span.start + hit.start, sentence.span.start + hit.end)
    weight = weigh(posting, sentence, [place], lexicon)[0]
    if weight is Weight.DROPPED:
        return None
    # "A bachelor's degree and four years, or eight years without a degree": the years may stand in for it.
    lesser = has_phrase(words.get("year_cues.lesser", ()), flat) and _YEARS.search(flat) is not None
    equivalent = bool(without) or lesser or has_phrase(words.get("degree_cues.equivalent", ()), flat)
    return DegreeReading(DegreeDemand(level, weight is Weight.REQUIRED, equivalent), sentence, place)


def _with_next(reading: DegreeReading, posting: Posting, after: Sentence | None, lexicon: Lexicon) -> DegreeReading:
    """Take in a sentence behind that says the rest: "Degree in computing. Equivalent experience considered."."""
    if after is None or after.span.end - after.span.start > _SHORT_SENTENCE:
        return reading
    if not has_phrase(lexicon.words.get("degree_cues.equivalent", ()), posting.flat, after.span):
        return reading
    return replace(reading, demand=replace(reading.demand, equivalent_ok=True))


def _undot(flat: str) -> str:
    """Take the dots out of "b.sc." and fill up behind it, so that offsets stay."""
    return _DOTTED.sub(lambda match: match.group().replace(".", "").ljust(len(match.group())), flat)


def _is_study(flat: str, span: Span, written: str) -> bool:
    word = flat[span.start : span.end].strip()
    if not _SHORT.match(word):
        return True
    if written.islower():
        return False
    return _STUDY.search(flat[span.end : span.end + 25]) is not None or flat[span.start - 1 : span.start] == "/"
