"""What of a job description asks for nothing, and why it is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.catalogue import SkillId
from matcher.domain.document import Span
from matcher.requirements.phrases import find_phrases, has_phrase, phrase_pattern
from matcher.requirements.posting import Posting, Sentence, Zone
from matcher.taxonomy.index import Lexicon

__all__ = ["LeftOut", "Reason", "names_something_else", "noise_reason", "zone_of"]

# "You lead five engineers and own the architecture" is a task wherever it stands; "you get a bike" is none.
_YOUR_DOING = re.compile(
    r"(?:you(?:'ll| will| would|'d)?|(?:[a-z]+[ ,]+){1,5}?you(?:'ll| will)) "
    r"(?!(?:get|receive|enjoy|can|may|have|are|were|do|don't|won't|not)\b)[a-z]+"
)
_BEFORE = 30
_QUOTES = " \t\"'(*_"


class Reason(StrEnum):
    """Why a skill that the posting names is no requirement."""

    ABOUT = "about_the_employer"
    BENEFITS = "benefits_or_pay"
    LEGAL = "legal_text"
    APPLYING = "how_to_apply"
    NOT_NEEDED = "said_not_to_be_needed"
    EMPLOYER_TOOL = "tool_of_the_office"
    FIELD = "field_of_study"
    COLLEAGUES = "trade_of_colleagues"
    TRAIT = "trait_that_no_resume_shows"
    NAME = "name_of_something_else"
    GENERAL = "too_general_to_judge"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A skill that the posting names without asking for it, and the sentence that shows why."""

    skill: SkillId
    sentence: Span
    reason: Reason


def noise_reason(posting: Posting, sentence: Sentence, lexicon: Lexicon) -> Reason | None:
    """Return why a sentence asks for nothing, or None.

    A word of demand ("experience with GDPR") keeps a sentence whose other words speak against it.
    """
    asking = _has(posting, sentence, lexicon, "asking")
    if sentence.zone is Zone.BENEFITS:
        return Reason.BENEFITS
    if sentence.zone is Zone.UNNEEDED:
        return Reason.NOT_NEEDED
    if sentence.zone is Zone.ABOUT and (sentence.head or not _has(posting, sentence, lexicon, "hiring")):
        return Reason.ABOUT
    listed = sentence.zone in {Zone.REQUIRED, Zone.PREFERRED}
    if asking or (listed and sentence.bullet):
        return None
    for name, reason in (("legal", Reason.LEGAL), ("pay", Reason.BENEFITS), ("apply", Reason.APPLYING)):
        if _has(posting, sentence, lexicon, name):
            return reason
    if sentence.bullet or sentence.zone in {Zone.DUTIES, Zone.STACK}:
        return None
    if sentence.zone is Zone.NEUTRAL and _YOUR_DOING.match(posting.flat, sentence.span.start):
        return None
    # Where a list says what is required, running text beside it tells of the employer.
    beside = sentence.zone is Zone.NEUTRAL and posting.lists_demands
    return Reason.ABOUT if beside or _has(posting, sentence, lexicon, "company") else None


def zone_of(posting: Posting, sentence: Sentence, lexicon: Lexicon) -> Zone:
    """Return the zone a sentence speaks for by its own words: "We use Kotlin" outside any list is the team's stack."""
    free = sentence.zone in {Zone.NEUTRAL, Zone.ABOUT}
    told = _has(posting, sentence, lexicon, "stack") and not _has(posting, sentence, lexicon, "disowned")
    if free and told and not _has(posting, sentence, lexicon, "hiring"):
        return Zone.STACK
    return sentence.zone


def names_something_else(posting: Posting, mention: Span, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of a house, a street or a product: "Docker Street", "our robot is called Kafka".

    What belongs to a name, written with capitals, is one too: "Cassandra's Kitchen".
    """
    text, flat = posting.text, posting.flat
    if _is_number_of_item(flat, mention):
        return True
    if not text[mention.start].isupper():
        return False
    places = phrase_pattern(lexicon.words.get("job_noise.places", ()))
    behind = re.compile(r"[ \t]+").match(flat, mention.end)
    if behind is not None and places.match(flat, behind.end()):
        return True
    if re.match(r"['\u2019]s\s+[A-Z]\w+", text[mention.end :]):
        return True
    before = flat[max(0, mention.start - _BEFORE) : mention.start].rstrip(_QUOTES).removesuffix(" the").rstrip(_QUOTES)
    return any(span.end == len(before) for span in find_phrases(lexicon.words.get("job_noise.called", ()), before))


def _is_number_of_item(flat: str, mention: Span) -> bool:
    """Tell whether a letter with a number counts the items of a list: "D1 ...", "D2 ...", "D3 ..."."""
    counted = re.fullmatch(r"([a-z])\d{1,2}", flat[mention.start : mention.end])
    if counted is None or flat[: mention.start].rpartition("\n")[2].strip(" \t-*•·"):
        return False
    return len(set(re.findall(rf"^\W*{counted[1]}\d{{1,2}}\b", flat, re.MULTILINE))) > 1


def _has(posting: Posting, sentence: Sentence, lexicon: Lexicon, name: str) -> bool:
    return has_phrase(lexicon.words.get(f"job_noise.{name}", ()), posting.flat, sentence.span)
